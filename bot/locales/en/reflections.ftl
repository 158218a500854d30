command-reflect = Answer the latest prompt
command-journal = What you wrote to prompts
command-journal-list = My own reflections, newest first
command-journal-remove = Remove one of my reflections
option-journal-entry = Pick from the list

reflect-title = Reflect
reflect-label = Your reflection
reflect-help-open = It appears in the prompt's thread under your name.
reflect-help-private = Only you can read it, in your journal. The operator's database holds it.
reflect-help-choice = Open: in the thread under your name. Private: only in your own journal.
reflect-audience = Who sees it
shown-to-open = Everybody here
shown-to-private = Only me
reflect-none = There is no prompt to answer yet. The next one will appear in its channel.
reflect-gone = That prompt is gone. What you wrote to earlier ones is in `/journal list`.
reflected-gone = That prompt is gone, so I did not save this. Your text is in the file below.
reflect-empty = There is no reflection yet. Write a sentence or two and send it again.
reflect-too-long = That is too long: { NUMBER($most) } characters fit. Your text is in the file below, so you can shorten it.
reflected-private = 💭 Saved in your journal, for you alone. Read it any time: `/journal list`
reflected-stays = 💭 Saved as private, but Discord did not let me delete the message in the thread. A moderator can delete it.
reflected-open = 💭 Thank you for sharing: { $where }
reflected-not-posted = 💭 Saved in your journal, but I could not post it in the thread. Tell a moderator, or press **Reflect** again later.
reflection-by = 💭 { $writer }

journal-title = { $count ->
    [0] 💭 Your journal is empty. Answer a prompt with `/reflect`.
    [one] 💭 **1 reflection** · only you see this
   *[other] 💭 **{ NUMBER($count) } reflections** · only you see this
}
journal-entry = **{ $prompt }**
    -# { $when } · { $audience }
journal-posted = -# [See it in the thread]({ $where })
journal-unknown = I cannot find that entry. Pick one from the list as you type.
journal-removed = The reflection is gone from your journal and from the thread.
journal-removed-stays = The reflection is gone from your journal, but Discord did not let me delete the message in the thread. A moderator can delete it.
