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
permission-manage-channels = Manage Channels
permission-add-reactions = Add Reactions

day-0 = Monday
day-1 = Tuesday
day-2 = Wednesday
day-3 = Thursday
day-4 = Friday
day-5 = Saturday
day-6 = Sunday

option-schedule-day = Weekday; Monday if you leave it out
option-schedule-time = Time in the community's zone, such as 14:30; 9:00 if you leave it out
schedule-next = -# Next: { $runs }
schedule-bad-day = I do not know the day “{ $typed }”. Give a weekday, such as Monday.
schedule-bad-time = I do not know the time “{ $typed }”. Give a time from 0:00 to 23:59, such as 9:30.
schedule-full = This community has { NUMBER($most) } schedules, and no more fit. Stop one with `/prompt unschedule`.
channel-gone = { $channel } is gone, or is not a text channel. Pick another in `/setup`, or give one with this command.
channel-lacking = I cannot post in { $channel }: I lack { $permissions }. Give me those there, or pick another channel in `/setup`.

notice-title = 🔔 **News for you**
notice-more = -# There are more. I tell them when you next use me.
notice-from = -# From { $community }, because you asked for it
notice-stop = Stop these
notice-stopped-reminder = No more reminders from that community by direct message. You get them there when you next use me. `/me` changes it back.
notice-stopped-digest = No more digests from that community. `/me` there brings them back.
notice-stopped-reflect = No more reminders to reflect from that community. `/me` there brings them back.

# What members point moderators at
reported = The moderators have a link to it now, without your name.
reported-not = There is no moderators' channel I can post in. Write to a moderator yourself.
reported-before = You told the moderators already.
reported-enough = You have told the moderators of several things today. Write to one of them yourself.
