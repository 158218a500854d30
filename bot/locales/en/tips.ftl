command-tip = Link tips
command-tip-share = Share a link that helped you
option-tip-share-link = The link
option-tip-share-note = Why it helps; without this I ask you
option-tip-share-topics = Up to five topics, separated by commas
command-tip-search = Find tips
option-tip-search-words = Words in the tip; leave empty for the newest
option-tip-search-topic = Only this topic
option-tip-search-by = Only tips by this person
command-tip-show = Show one tip
command-tip-edit = Change a tip of yours (moderators: link and topics of any)
command-tip-remove = Remove a tip of yours (moderators: any)
command-tip-saved = Tips you saved
command-tip-mine = Tips you shared
command-tip-random = An older tip, by chance
command-tip-import = Make tips of a bookmark file, a table or a channel (moderators)
option-tip-import-file = A browser's bookmark file, or a table of links as CSV
option-tip-import-channel = A channel: I read the links in its latest messages
command-tip-export = Take tips along as a file
option-tip-export-list = Which tips; without it, those you shared
option-tip-export-format = What kind of file; without it, bookmarks for a browser
option-tip = Pick from the list, or paste the link

tip-head = 🔖 **{ $host }** { $topics }
tip-tail = -# Shared by { $sharer }
tip-featured = -# Picked by the moderators
tip-outdated = -# Marked as outdated
tip-dead = -# The link did not open when I last tried
tip-more-notes = { $count ->
    [one] -# 1 earlier note: press More
   *[other] -# { NUMBER($count) } earlier notes: press More
}
tip-helped = { $count ->
    [0] Helped me
   *[other] Helped me · { NUMBER($count) }
}
tip-save = Save
tip-unsave = Unsave
tip-remind = Remind me
tip-more = More
tip-add-note = Add my note
tip-my-note = My note
tip-outcome = What came of it
tip-edit = Edit
tip-mark-outdated = Outdated
tip-not-outdated = Still valid
tip-report = Report
tip-hide = Hide
tip-feature = Pick
tip-unfeature = Unpick
tip-retag = Topics
tip-restore = Restore
tip-export = Export
tip-strip = Take somebody's words off this tip
tip-open-menu = Open a tip
tip-by = -# Shared by { $sharer } { $when }
tip-card-at = -# [See the card]({ $where })
tip-card-link = [See the card]({ $where })
tip-notes = { $count ->
    [one] **1 more note**
   *[other] **{ NUMBER($count) } more notes**
}
tip-outcomes = **What came of it**
tip-hidden-by = 🙈 Hidden by a moderator { $when }.
tip-removed-by = 🗑️ Removed { $when }. It can be restored for 30 days.

tip-shared = 🔖 Shared: { $where }
tip-not-posted = Your tip is saved, but Discord did not let me post its card. Share the link again in a minute, and I will try once more.
tip-cautious = ⚠️ The site's real name is **{ $host }**. Check that it is the one you mean.
tip-channel-trouble = I could not post in { $channel }, so the tip is here. A moderator can see why in `/setup`.
tip-similar-topic = There is a topic { $known } already. If you meant it, change { $topic } with `/tip edit`.
tip-duplicate = **This link is here already.** { $sharer } shared it { $when }.
tip-duplicate-here = { $member }, this link is here already.
tip-duplicate-see = See it
tip-duplicate-own = **You have shared this link already,** { $when }.
tip-your-note = Your note:
tip-note-empty = Say in a sentence why it helps, and share it again.
tip-note-too-long = Your note has { NUMBER($count) } characters; { NUMBER($most) } fit. It is in the file below, so you can shorten it.
tip-unshared-by-member = You have shared a day's worth of tips. Keep this one for tomorrow; your note is in the file below.
tip-unshared-by-all = This community has shared a day's worth of tips. Keep this one for tomorrow; your note is in the file below.
tip-unshared-hidden = The moderators have taken this link out of sight. Ask them if you think it belongs here.

tip-form-title = Share a tip
tip-form-link = Link
tip-form-note = Why does it help?
tip-form-note-help = One or two sentences a colleague would thank you for
tip-form-topics = Topics
tip-form-topics-help = Up to { NUMBER($most) }, separated by commas

tip-no-link = There is no link in that message. Save as tip works on messages with a web address in them.
tip-mention-empty = Mention me with a link and say why it helps, and I make it a tip. Or begin with me and end with a question mark, and I ask your peers.
tip-offer = 🔖 { $member }, one sentence and this is a tip: why does it help?
tip-offer-button = Save as tip
tip-offer-several = 🔖 { $member }, which link is the tip?
tip-offer-menu = Choose a link
tip-offer-gone = This offer was for somebody else, or it is over. Share the link with `/tip share`.

tip-found-all = { $count ->
    [one] 🔖 **1 tip**
   *[other] 🔖 **{ NUMBER($count) } tips**
}
tip-found-saved = { $count ->
    [one] 🔖 **1 saved tip**
   *[other] 🔖 **{ NUMBER($count) } saved tips**
}
tip-found-mine = { $count ->
    [one] 🔖 **1 tip you shared**
   *[other] 🔖 **{ NUMBER($count) } tips you shared**
}
tip-line = - **{ $name }** { $note }{ $count ->
    [0] { "" }
   *[other] { " " }· helped { NUMBER($count) }
}{ $mark ->
    [outdated] { " " }· outdated
    [dead] { " " }· link broken
   *[none] { "" }
}
tip-none-found = 🔖 No tips found. Try fewer or other words.
tip-none-all = 🔖 No tips yet. Share the first one with `/tip share`.
tip-none-saved = 🔖 Nothing saved yet. Press **Save** under a tip, and it waits for you here.
tip-none-mine = 🔖 You have not shared a tip yet. Start with `/tip share`.
tip-unknown = I cannot find that tip. It may have been removed. Pick one from the list as you type.

tip-own-thanks = This is your own tip. Others press **Helped me** when it helps them.
tip-thanked = Thanks noted. If something came of it, tell it in a line: others learn from that.
tip-outcome-title = What came of it?
tip-outcome-label = In one line
tip-outcome-help = Everybody who opens the tip sees it with your name. Empty takes it off.
tip-outcome-too-long = That is longer than a line: { NUMBER($most) } characters fit. It is in the file below.
tip-outcome-kept = Kept with the tip. Thank you.
tip-outcome-off = Your line is off the tip.
tip-note-title = Your note on this tip
tip-note-help = Shown on the tip with your name. Empty takes it off.
tip-note-added = Your note is on the tip from { $host }.
tip-note-off = Your note is off the tip.
tip-notes-full = This tip has { NUMBER($most) } notes already. Yours is in the file below.
tip-save-saved = Saved. `/tip saved` lists what you keep.
tip-save-already = This is on your list already.
tip-save-full = Your list is full: { NUMBER($most) } tips. Take some off with `/tip saved`.
tip-save-gone = This tip was removed a moment ago.
tip-unsaved = Off your list.
tip-remind-ask = ⏰ When shall I remind you of **{ $name }**?
tip-remind-1 = Tomorrow
tip-remind-7 = In a week
tip-remind-30 = In a month
tip-remind-set = -# Set for { $when } now.
tip-remind-off = No reminder
tip-remind-here = ⏰ I remind you from { $when } on, the next time you use me here. Prefer a direct message? Turn it on in `/me`.
tip-remind-dm = ⏰ I remind you by direct message { $when }.
tip-remind-full = You have as many reminders as I can keep. Cancel one first.
tip-remind-cancelled = No reminder, then.
tip-reminder = ⏰ You wanted to come back to **{ $name }**.

tip-from-answer = -# From an accepted answer
tip-answered = -# The question was { $question }
tip-answer-told = -# Your accepted answer becomes a tip under your name. Change it as you like.
tip-answer-gone = That question has no accepted answer any more.
tip-answer-changed = Your answer is not the accepted one any more, so I kept nothing. Your words are in the file below; `/tip share` takes them all the same.
tip-answer-elsewhere = That answer is a tip already, in a channel you cannot see.
tip-answer-asked = These are its author's words, so it is for them to say. I ask them when they next use me, without your name.
tip-answer-asked-before = Its author has been asked already, and has not said yes so far.
tip-answer-wish = 🔖 Somebody would like to have your answer to { $question } as a tip. If you agree, press **Keep as tip** on its card.

tip-edit-title = Edit the tip
tip-edited = The tip from { $host } is changed.
tip-retag-title = Topics of the tip
tip-retagged = The tip from { $host } has its new topics.
tip-not-yours-to-edit = Only the person who shared a tip, or a moderator, can change it.
tip-link-taken = Another tip has that link already. Your note is in the file below.
tip-not-yours = Only the person who shared a tip, or a moderator, can remove it.
tip-removed = The tip from { $host } is removed. A moderator can restore it for 30 days with `/review`.
tip-removed-card-stays = The tip from { $host } is removed, but Discord did not let me delete its card. A moderator can delete the message.
tip-hidden = The tip from { $host } is hidden, and its link stays out. `/review` brings it back.
tip-hidden-card-stays = The tip from { $host } is hidden, but Discord did not let me delete its card. Delete the message yourself.
tip-restored = The tip from { $host } is back.
tip-restored-without-card = The tip from { $host } is back in search and lists, but Discord did not let me post its card.
tip-restore-taken = Its link has been shared anew meanwhile, so this one stays removed.
tip-restore-gone = There is nothing to restore: it is back already, or more than 30 days old.

report-title = Report this tip
report-reason = What is wrong?
report-outdated = Outdated
report-broken = The link does not open
report-unfit = Does not belong here
report-spam = Advertising or deceit
report-other = Something else
report-text = In your words
report-help = The moderators see this and your name, nobody else.
report-kept = The moderators will see it. Thank you for telling.
report-full = You have reported a lot today. Write to a moderator instead; your words are in the file below.
report-notice = 🚩 **{ $name }** was reported: { $reason }. { $text }
report-open = Open
report-keep = Keep it
report-closed = Done: the tip stays, and the report is closed.
report-closed-already = Somebody closed this report already.

import-choose = Give me one thing to read: a `file` or a `channel`.
import-reading = I am reading something for this community already. Come back in a moment.
import-running-already = An import is running here: { NUMBER($done) } of { NUMBER($total) }. Begin the next one when it is done.
import-empty = That file is empty. Export your bookmarks from the browser once more.
import-too-large = That file is too large: { NUMBER($size) } MB fit. Split it, or export one folder at a time.
import-not-text = I cannot read that file. Give me the bookmark file your browser exports (HTML), or a table saved as CSV.
import-no-links = I found no links in that file. I read bookmark files (HTML) and tables (CSV) with a link in each row.
import-too-many = That file has more than { NUMBER($most) } rows. Split it, and import the parts one after another.
import-file-gone = Discord did not give me the file. Send it once more.
import-all-bad = None of its lines can become a tip.
import-bad = { $count ->
    [one] 1 line could not be read. The file says which and why.
   *[other] { NUMBER($count) } lines could not be read. The file says which and why.
}
import-bad-header = line;reason;text
import-bad-no-link = There is no link in this row.
import-bad-too-long = A cell is longer than I can read.
import-bad-unfinished = A quote or a tag begins here and never ends, so the rest of the file could not be read.
import-ready = { $count ->
    [one] 📥 **1 link can become a tip**
   *[other] 📥 **{ NUMBER($count) } links can become tips**
}
import-for-everybody = Everybody here will find them in search and lists. No cards are posted.
import-for-channel = Whoever can see { $channel } will find them in search and lists. No cards are posted.
import-known = { $count ->
    [one] 1 is here already.
   *[other] { NUMBER($count) } are here already.
}
import-repeats = { $count ->
    [one] 1 repeat was merged.
   *[other] { NUMBER($count) } repeats were merged.
}
import-unread = { $count ->
    [one] 1 line could not be read.
   *[other] { NUMBER($count) } lines could not be read.
}
import-no-room = { $count ->
    [one] 1 does not fit: a community holds { NUMBER($most) } tips.
   *[other] { NUMBER($count) } do not fit: a community holds { NUMBER($most) } tips.
}
import-nothing-new = 📥 **There is nothing new to import**
import-glimpse = The first in it:
import-start = Import { NUMBER($count) }
import-cancel = Cancel
import-cancelled = 📥 Nothing was imported.
import-over = This import is over: it was started, undone, or left waiting too long. `/tip import` begins a new one.
import-running = 📥 Importing: { NUMBER($done) } of { NUMBER($total) }. You can leave, it goes on by itself.
import-undoing = 📥 Undoing the import: { NUMBER($done) } of { NUMBER($total) }. You can leave, it goes on by itself.
import-done = { $added ->
    [one] 📥 Added 1 tip.
   *[other] 📥 Added { NUMBER($added) } tips.
}{ $known ->
    [0] { "" }
    [one] { " " }1 was here already.
   *[other] { " " }{ NUMBER($known) } were here already.
}{ $unfit ->
    [0] { "" }
   *[other] { " " }{ NUMBER($unfit) } did not fit: a community holds { NUMBER($most) } tips.
}
import-undo = Undo import
import-undone = { $count ->
    [one] 📥 The import is undone: 1 tip is gone.
   *[other] 📥 The import is undone: { NUMBER($count) } tips are gone.
}{ $kept ->
    [0] { "" }
    [one] { " " }1 stays, because somebody thanked for it, saved it or added a note.
   *[other] { " " }{ NUMBER($kept) } stay, because somebody thanked for them, saved them or added a note.
}
import-needs-content = I may not read what is written here. Whoever runs me can change that: `MESSAGE_CONTENT=on` in my settings, and `Message Content Intent` on Discord's page for developers. A file works without it.
import-not-yours = You cannot read { $channel } yourself, so I do not read it for you.
import-lacks = I cannot read { $channel }: I lack { $permissions } there.
import-hearing = { $count ->
    [0] 📥 Reading { $channel }. It may take a minute; you can do something else meanwhile.
    [one] 📥 Reading { $channel }: 1 message so far. You can do something else meanwhile.
   *[other] 📥 Reading { $channel }: { NUMBER($count) } messages so far. You can do something else meanwhile.
}
import-hearing-broke = { $count ->
    [0] Discord did not let me read any message there. Try again later.
    [one] Discord stopped answering after 1 message, so I kept nothing. Try again later.
   *[other] Discord stopped answering after { NUMBER($count) } messages, so I kept nothing. Try again later.
}
import-nothing-heard = { $count ->
    [0] 📥 There is no message in that channel.
    [one] 📥 There is one message in that channel, and no link that somebody shared.
   *[other] 📥 In the latest { NUMBER($count) } messages there is no link that somebody shared.
}

export-ask = 📤 What kind of file?
export-bookmarks = Bookmarks
export-csv = Table (CSV)
export-json = JSON
export-atom = Atom feed
export-mine = Shared by me
export-saved = Saved by me
export-all = All I can see (moderators)
export-done = { $count ->
    [one] 📤 1 tip to take along.
   *[other] 📤 { NUMBER($count) } tips to take along.
}
export-cut = { $count ->
    [one] 📤 The newest tip of { NUMBER($total) }: more do not fit into a file on Discord.
   *[other] 📤 The newest { NUMBER($count) } of { NUMBER($total) } tips: more do not fit into a file on Discord.
}
