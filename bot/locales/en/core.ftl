# What every feature may say.

error-unexpected = Something broke on my side. Please try again. If it happens again, give a moderator this reference: `{ $reference }`
error-form = Something broke on my side. What you wrote is in the file below; see first whether it was saved after all. Reference for a moderator: `{ $reference }`
error-outdated = This button belongs to an older version of me. Run the command again to get a new one.
error-moderators-only = That is for moderators: people who manage the server, or have the moderator role set in `/setup`.
button-remove = Remove

link-empty = There is no link yet. Paste one that begins with https://
link-not-a-link = I could not read that as a link. Paste the whole address, such as https://example.org/page
link-scheme = I share web links only: they begin with https:// or http://
link-no-host = That link has no site in it. Paste the whole address, such as https://example.org/page
link-user-name = That link has a user name in it, which can hide where it leads. Remove the part before the @ and share it again.
link-hidden-characters = That link has hidden characters in it, which can disguise where it leads. Copy it from the address bar and try again.
link-too-long = That link is too long: { NUMBER($most) } characters fit. Often the part after ? can go.

topic-too-long = One topic is too long: { NUMBER($most) } characters fit. Separate topics with commas.
topics-too-many = That is too many topics: choose at most { NUMBER($most) }.

language-en = English
language-fi = Finnish

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-embed-links = Embed Links
permission-create-public-threads = Create Public Threads
permission-send-messages-in-threads = Send Messages in Threads
permission-read-message-history = Read Message History

delivery-missed = ⏭️ The prompt for { $date } in { $channel } was skipped: I could not post it within a day of its time.
delivery-empty = ⏭️ The prompt for { $date } in { $channel } was skipped: the pool is empty. Add prompts with `/prompt add`.
delivery-gone = ⚠️ The prompt for { $date } was not posted: its channel is gone. Make a new schedule with `/prompt schedule`.
delivery-forbidden = ⚠️ The prompt for { $date } was not posted: I lack permissions in { $channel }. `/setup` shows which.
delivery-unsure = ⚠️ I was cut off while posting the prompt for { $date } in { $channel } and cannot read its history to check. Look there; if it is missing, use `/prompt post`.
