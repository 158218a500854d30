command-reflect = Answer the latest prompt
command-journal = What you wrote to prompts
command-journal-list = My own reflections, newest first
command-journal-remove = Remove one of my reflections
option-journal-entry = Pick from the list

reflect-title = Reflect
reflect-label = Your reflection
reflect-help-open = It appears in the prompt's thread under your name.
reflect-help-private = Only you can read it, in your journal. The operator's database holds it.
reflect-audience = Who sees it
shown-to-open = Everybody here
shown-to-private = Only me
shown-to-held = Without my name, waits for others
shown-to-short = Not shown, too few answered
reflect-none = There is no prompt to answer yet. The next one will appear in its channel.
reflect-gone = That prompt is gone. What you wrote to earlier ones is in `/journal list`.
reflected-gone = That prompt is gone, so I did not save this. Your text is in the file below.
reflect-empty = There is no reflection yet. Write a sentence or two and send it again.
reflect-silenced = You cannot write in that channel’s threads at the moment, so I do not post there for you. I saved nothing; your text is in the file below. Where the prompt allows it, choose “Only me”.
reflect-too-long = That is too long: { NUMBER($most) } characters fit. Your text is in the file below, so you can shorten it.
reflected-private = 💭 Saved in your journal, for you alone. Read it any time: `/journal list`
reflected-stays = 💭 Saved as private, but Discord did not let me delete the message in the thread. A moderator can delete it.
reflected-open = 💭 Thank you for sharing: { $where }
reflected-not-posted = 💭 Saved in your journal, but I could not post it in the thread. Tell a moderator, or press **Reflect** again later.
reflected-not-changed = 💭 Saved, but Discord did not let me change the message in the thread: the old words still stand there. Send it again later, or take it back.
reflected-unnamed-stays = Discord did not let me delete your answer without a name, so nothing has changed: beside it, an open one would show that it is yours. Your text is in the file below.
reflection-by = 💭 { $writer }

journal-title = { $count ->
    [0] 💭 Your journal is empty. Answer a prompt with `/reflect`.
    [one] 💭 **1 reflection**
   *[other] 💭 **{ NUMBER($count) } reflections**, newest first
}
journal-entry = **{ $prompt }**
    -# { $when } · { $audience }
# The journal: search, a month ago, the file
command-journal-search = Find a reflection of mine by its words
option-journal-words = Any words from what you wrote or were asked
command-journal-export = My reflections as a document
journal-month-ago = -# A month ago you wrote ({ $when }):
journal-intention = -# 🌱 Intention: { $text }
journal-outcome = -# What came of it: { $text }
journal-found = { $count ->
    [0] 💭 Nothing in your journal has “{ $words }”. Try the beginning of a word, or fewer words.
    [one] 💭 **1 reflection** has “{ $words }”
   *[other] 💭 **{ NUMBER($count) } reflections** have “{ $words }”
}
journal-open = Open an entry
journal-edit = Edit
journal-back = Back
journal-empty = 💭 Your journal is empty. Answer a prompt with `/reflect`.
journal-exported = { $count ->
    [one] Your journal: 1 reflection, as a document that any editor opens.
   *[other] Your journal: { NUMBER($count) } reflections, as a document that any editor opens.
}
journal-exported-some = The newest { NUMBER($count) } of your { NUMBER($total) } reflections. More do not fit in one file; `/data export` has all of them.
journal-file-title = Learning journal · { $community }
journal-file-intention = Intention:
journal-file-outcome = What came of it:

# A reminder of a prompt, and its end
reflect-reminder = 💭 This prompt is still open, if you have five minutes.
reflect-reminder-open = [Open the prompt]({ $where })
reflect-closed-count = { $count ->
    [one] -# 1 person reflected. Thank you.
   *[other] -# { NUMBER($count) } people reflected. Thank you.
}
reflect-closed-shared = -# { NUMBER($count) } people shared in the thread. Thank you to everyone who reflected.
reflect-closed-few = -# Thank you to everyone who reflected.
journal-posted = -# [See it in the thread]({ $where })
journal-unknown = I cannot find that entry. Pick one from the list as you type.
journal-removed = The reflection is gone from your journal, and from the thread if it was there.
journal-removed-stays = The reflection is gone from your journal, but Discord did not let me delete the message in the thread. A moderator can delete it.

# Answering, and what is anonymous
reflect-help-anonymous = It appears in the thread without your name, together with others' answers.
reflect-help-choice = A few lines are enough.
reflect-anonymous-told = -# Without your name: I post it, shuffled, once { NUMBER($least) } such answers are waiting. Moderators cannot see whose it is; whoever runs this bot could find out with both its database and its key, and Discord carries this form.
reflect-anonymous-stands = -# Yours stands in the thread already. If you change it, Discord shows that it was edited, and when.
shown-to-open-intention = Everybody here, my intention too
shown-to-anonymous = Everybody here, without my name
reflect-intention = One small intention
reflect-intention-help = What will you try next? I ask next time what came of it. Yours alone, unless you show it.
reflect-outcome = What came of your intention?
reflect-outcome-help = Last time you wrote: { $intention }
reflection-intention = **Next:** { $intention }
reflection-ask = Ask peers
reflected-take-back = Take back
reflected-edit = Edit
reflection-none = There is nothing of yours left to take back here.
reflection-taken-back = Taken back. It is gone from my records and from the thread.
reflection-back-stays = Taken back from my records, but Discord did not let me delete the message in the thread. A moderator can delete it.
anonymous-by = 💭 Anonymous
anonymous-held = 💭 Saved without your name. I hold it until { NUMBER($least) } such answers wait, then post them together. If too few come, I ask you what becomes of yours.
anonymous-shown = 💭 Saved without your name. It is in the thread, or will be in a moment.
anonymous-open-stays = Discord did not let me delete your open answer, so nothing has changed: posted again without your name it would be easy to recognise. Your text is in the file below.
anonymous-closed = This prompt has closed, and takes no more anonymous answers. I saved nothing; your text is in the file below. **Reflect** still takes it for your journal.
anonymous-not-taken = Your anonymous answers are not taken in this community any more. I saved nothing; your text is in the file below. A moderator can lift this.
anonymous-short = ### 💭 Too few answered anonymously
    Your answer to **{ $prompt }** was not posted: among so few, people could guess it is yours. If you do not choose, it goes 30 days after the prompt closed.
anonymous-keep = Keep private
anonymous-drop = Delete
anonymous-kept = 💭 It is in your journal now, for you alone: `/journal list`
anonymous-dropped = Deleted.
anonymous-gone = That anonymous answer is not there any more.
anonymous-about = Somebody here wrote this without their name. If it does not belong here, tell the moderators. They are not told your name.
anonymous-about-moderators = Nobody here can see who wrote this. A block keeps its writer from answering anonymously; this answer stays until you remove it.
anonymous-report = Tell moderators
anonymous-report-line = 🏳️ A member asks you to look at an anonymous answer: { $where }
anonymous-remove = Remove
anonymous-remove-done = The answer is gone from the thread.
anonymous-remove-stays = The answer is removed from my records, but Discord did not let me delete its message. Delete it yourself.
anonymous-block = Block writer
anonymous-blocked = Whoever wrote this cannot answer anonymously here any more. Nobody learns who it is. You can lift it under **Blocks**.
anonymous-blocks = Blocks
anonymous-lift = Lift block
anonymous-blocks-title = { $count ->
    [0] Nobody is blocked from answering anonymously.
    [one] **1 writer** is blocked from answering anonymously
   *[other] **{ NUMBER($count) } writers** are blocked from answering anonymously
}
anonymous-block-line = **{ $prompt }**
    -# { $when } · { $moderator }
