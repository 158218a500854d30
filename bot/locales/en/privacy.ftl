command-privacy = What I know about you, and who can see it
command-data = Everything about me: take it along or delete it
command-data-export = Give me everything you know about me
command-data-delete = Delete everything you know about me

privacy-notice = ### What I know about you
    I keep what you give me here: tips and notes, thanks and what came of them, tips you saved, topics you follow, reminders, reports, reflections, questions, prompts you added or suggested, an answer of yours that was accepted or marked as helpful, which questions you help with or follow, what you would help with, and your choices in `/me`. With each, your Discord id and the time. A tip or a question you began but did not share goes after a day, a tip that was removed after 30 days.
    ### Other messages
    I keep one only when somebody makes a tip of it: **Save as tip** takes its link and its words. A post in the questions forum is a question, and so is a message in which you mention me and ask. If whoever runs this bot lets me read along, I look for links and offer to save them, and moderators can import a channel: its links become tips of those who shared them, with what they said.
    ### Who can see it
    Open things: everybody who can see their channel; members can take them along as a file, without the names of others. Reports: the moderators, with your name. Saved tips, topics you follow, reminders and private reflections: you alone. Answers and questions without your name: everybody, without it; they are kept without your id, and whoever runs this bot could find it out with a key that is not in the database. Technically, whoever runs this bot can see all of it, because they run its database.
    ### Your rights
    `/data export` gives you all of it as a file. `/data delete` deletes it at once, with the messages I posted for you. I pass nothing about you on to other services. Removed from this server, I delete all of it after 30 days.
data-exported = Here is everything I know about you on this server. Only you see this.
data-key-changed = What was written here without a name before { $when } is left out: the key that told whose it was has been replaced, so nobody can find yours. Moderators can remove it.
data-delete-ask = ### Delete everything about you here?
    Your tips and notes, thanks, saved tips, topics you follow, reminders, reports, reflections and questions go at once, and so do the messages I posted for you. Prompts you added stay without your name. This cannot be undone; `/data export` first, if you want a copy.
question-erased = Removed question
data-delete-confirm = Delete everything
data-deleted = Done. I know nothing about you on this server any more.
data-deleted-some-stay = Done: I know nothing about you on this server any more. Discord did not let me take out everything I had posted for you; I try again at my next start, and a moderator can delete it now.
