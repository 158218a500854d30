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
command-tip-remove = Remove a tip of yours (moderators: any)
option-tip = Pick from the list, or paste the link

tip-head = 🔖 **{ $host }** { $topics }
tip-tail = -# Shared by { $sharer }
tip-helped = { $count ->
    [0] Helped me
   *[other] Helped me · { NUMBER($count) }
}
tip-by = -# Shared by { $sharer } { $when }
tip-card-at = -# [See the card]({ $where })
tip-shared = 🔖 Shared: { $where }
tip-not-posted = Your tip is saved, but Discord did not let me post its card. Share the link again in a minute, and I will try once more.
tip-cautious = ⚠️ The site's real name is **{ $host }**. Check that it is the one you mean.
tip-channel-trouble = I could not post in { $channel }, so the tip is here. A moderator can see why in `/setup`.
tip-duplicate = **This link has been shared already.** Press **Helped me** if it helped you too.
tip-your-note = Your note:
tip-shared-elsewhere = This link has been shared already, in a channel you cannot see. What you wrote is in the file below.
tip-note-empty = Say in a sentence why it helps, and share it again.
tip-note-too-long = Your note has { NUMBER($count) } characters; { NUMBER($most) } fit. It is in the file below, so you can shorten it.
tip-quota-own = You have shared a day's worth of tips. Keep this one for tomorrow; your note is in the file below.
tip-quota-all = This community has shared a day's worth of tips. Keep this one for tomorrow; your note is in the file below.
tip-form-title = Share a tip
tip-form-link = Link
tip-form-note = Why does it help?
tip-form-note-help = One or two sentences a colleague would thank you for
tip-form-topics = Topics
tip-form-topics-help = Up to { NUMBER($most) }, separated by commas
tip-found = { $count ->
    [one] 🔖 **1 tip**
   *[other] 🔖 **{ NUMBER($count) } tips**
}
tip-line = - **{ $host }** { $note }{ $count ->
    [0] { "" }
   *[other] { " " }· helped { NUMBER($count) }
}
tip-none-found = 🔖 No tips found. Try fewer or other words.
tip-none-yet = 🔖 No tips yet. Share the first one with `/tip share`.
tip-unknown = I cannot find that tip. It may have been removed. Pick one from the list as you type.
tip-not-yours = Only the person who shared a tip, or a moderator, can remove it.
tip-removed = The tip from { $host } is removed.
tip-removed-card-stays = The tip from { $host } is removed, but Discord did not let me delete its card. A moderator can delete the message.
tip-own-thanks = This is your own tip. Others press **Helped me** when it helps them.
