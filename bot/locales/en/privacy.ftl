command-privacy = What I know about you, and who can see it
command-data = Everything about you, out or gone
command-data-export = Give me everything you know about me
command-data-delete = Delete everything you know about me

privacy-notice = ### What I know about you
    I keep what you give me here: tips, thanks, reflections, questions, prompts you added, an answer of yours that was accepted, and your language. With each, your Discord id and the time. I keep no other messages.
    ### Who can see it
    Open things: everybody who can see their channel. Private reflections: you in your journal, and technically whoever runs this bot, because they run its database.
    ### Your rights
    `/data export` gives you all of it as a file. `/data delete` deletes it at once, here and in the channels. I pass nothing on to other services.
data-exported = Here is everything I know about you on this server. Only you see this.
data-delete-ask = ### Delete everything about you here?
    Your tips, thanks, reflections and questions go at once, and so do the messages I posted for you. Prompts you added stay without your name. This cannot be undone; `/data export` first, if you want a copy.
question-erased = Removed question
data-delete-confirm = Delete everything
data-deleted = Done. I know nothing about you on this server any more.
data-deleted-some-stay = Done: I know nothing about you on this server any more. Discord did not let me take out everything I had posted for you; I try again at my next start, and a moderator can delete it now.
