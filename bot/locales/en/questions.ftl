command-ask = Ask your peers
option-ask-title = Your question in one line; you can still change it
command-question = Peer questions
command-question-list = Questions by age
option-question-list-state = Which ones; open ones if you leave it out
option-question-list-topic = Only this topic
command-question-search = Find questions and their answers
option-question-search-words = Any words of the question or its answer
question-state-open = open
question-state-solved = solved
question-state-all = all

ask-title = Ask your peers
ask-form-title = Question
ask-form-title-help = One line that tells what you need
ask-form-details = Details
ask-form-details-help = What have you tried? Leave out names and customer data.
ask-form-topics = Topics
ask-form-topics-help = Up to { NUMBER($most) }, separated by commas
ask-empty = There is no question yet. Say in one line what you need.
ask-too-long = That is too long: { NUMBER($title) } characters fit in the question, { NUMBER($details) } in the details.
ask-quota-own = You have asked a day's worth of questions. Ask again tomorrow.
ask-quota-all = This community has asked a day's worth of questions. Ask again tomorrow.
ask-not-here = I cannot open a question here. Ask in a text channel.
ask-channel-gone = The questions channel is gone. A moderator can pick another in `/setup`.
ask-not-posted = I could not post in { $channel }. Tell a moderator.
ask-posted = ❓ Your question is open in { $thread }. When an answer helps, press **Solved…** on the question's card.

question-head-open = ❓
question-head-solved = ✅
question-head-closed = ⚪
question-asked = -# Asked by { $asker } { $when } { $topics }
question-asked-unnamed = -# Asked by somebody without a name, { $when } { $topics }
question-how-to-accept = -# The asker presses **Solved…** when an answer helps.
question-solved-by = **Solved** by { $helper } · [See the answer]({ $where })
question-gone = That question is gone.
question-title-open = Open question
question-title-solved = Solved question
question-title-closed = Closed question
question-asker-unnamed = Asker
question-helpers = Helping: { $helpers }
question-helpful = -# Also helped: { $helpers }
question-outdated = -# Somebody said on { $when } that this may be out of date.
question-duplicate-of = The same as { $question }. The answers are there.
question-ended = Closed: { $words }
question-closed-by-moderator = Closed by a moderator: { $words }
question-closed-duplicate = Closed: asked before, and answered there.
question-closed-unneeded = Closed: no longer needed.
question-closed-moderator = Closed by a moderator.
question-closed-idle = Closed: it went quiet. If you still need help, reopen it.
question-changed = Somebody was quicker: the question has changed. Look at its card, and try again if you still want to.
question-cannot-reopen = This question is open already.
question-cannot-close = This question has ended already. Its card says how.
question-cannot-help = This question has ended. Thank you all the same.
question-cannot-still-needed = This question has ended meanwhile. Its card says how.
question-cannot-follow = This question has ended already. Its card says how.
question-cannot-helpful = This question has no accepted answer. Accept one first, then say what else helped.
question-cannot-validate = This question has no accepted answer any more.
question-button-help = { $count ->
    [0] I'll help
   *[other] I'll help · { NUMBER($count) }
}
question-button-follow = { $count ->
    [0] Follow
   *[other] Follow · { NUMBER($count) }
}
question-button-solved = Solved…
question-button-write = Write unnamed
question-button-helpful = Also helped…
question-button-keep = Keep as tip
question-button-reopen = Reopen
question-button-unneeded = No longer needed
question-button-not-yet = Not yet
question-line = { $mark } { $question } · { $asker } { $when }{ $waiting ->
    [yes] { " " }· **no answer yet**
   *[no] { "" }
}

accept-not-here = That message is not in a question's thread. Accept an answer inside the thread of its question.
accept-not-asker = Only the person who asked, or a moderator, can decide that.
accept-from-bot = That message is from a bot, or from Discord itself. Accept a person's answer.
accept-already = That is the accepted answer already. To undo it, press **Reopen** on the question's card.
accept-tags-full = This post has five tags, so the solved tag does not fit. Remove one to make room; the card shows the state all the same.
accept-tag-refused = Discord did not let me set the solved tag. The card shows the state; a moderator can check my permissions in `/setup`.
accepted = ✅ Solved. Thank you, { $helper }.
accepted-own = ✅ Solved. Thank you for telling what helped, { $helper }.

questions-title-open = { $count ->
    [one] ❓ **1 open question**
   *[other] ❓ **{ NUMBER($count) } open questions**, longest waiting first
}
questions-title-solved = { $count ->
    [one] ✅ **1 solved question**
   *[other] ✅ **{ NUMBER($count) } solved questions**, newest first
}
questions-title-all = { $count ->
    [one] ❓ **1 question**
   *[other] ❓ **{ NUMBER($count) } questions**, newest first
}
questions-none-open = ❓ No open questions. Ask one with `/ask`.
questions-none-solved = ✅ No solved questions yet.
questions-none-all = ❓ No questions yet. Ask the first with `/ask`.
questions-none-topic = ❓ No such questions about { $topic } that you can see. Ask one with `/ask`.

# ask
ask-text-below = Your text is in the file below.
ask-place-hidden = Questions go to a channel that you cannot see. Ask a moderator to let you in.
ask-silenced = You cannot write in the threads of { $channel } at the moment, so I do not post there for you.
ask-how = How you ask
ask-how-named = With my name
ask-how-unnamed = Without my name
ask-unnamed-told = -# Without your name: the question stands here as “Asker”, and you add to it through me. Members and moderators cannot see who asked; whoever runs this bot could find out, with both its database and its key; Discord carries this form.
ask-unnamed-blocked = Moderators have ended asking without a name for you here. You can ask with your name.
ask-posted-unnamed = ❓ Your question is open in { $thread }, without your name. On its card, **Write unnamed** adds to it, and **Solved…** tells which answer helped. What you write in the thread yourself shows your name.
ask-posted-public = ❓ Asked: { $thread }
similar-first = ❓ **Does one of these solve it?**
    -# Your question waits here for a day.
similar-for = ❓ { $member }, **does one of these solve it?**
similar-wider = ❓ { $member }, I would ask this in { $channel }, where more people read it than here.
similar-in-post = ❓ **Does one of these solve it?**
    -# If so, whoever asked can close this post with one press.
similar-open = -# Asked { $when }, no answer yet
similar-being-answered = -# Asked { $when }, being answered
similar-answer = -# [See the answer]({ $where })
similar-solved-this = This solved it
similar-follow-this = Follow this
similar-same-solved = This solved it
similar-same-open = Same question
similar-ask-anyway = Ask anyway
similar-dismiss = Dismiss
similar-done-solved = ✅ Good that it is solved: { $question }
similar-done-thanked = ✅ Good that it is solved: { $question }. { $helper } gets your thanks.
similar-done-following = 🔔 You follow { $question } and hear how it ends. Nothing new was asked.
similar-done-public-solved = ✅ { $member } found the answer: { $question }
similar-done-public-following = 🔔 { $member } follows { $question }, where the same is asked.
similar-over = This is settled already, or it waited longer than a day. Ask with `/ask`.
similar-others = Only the person who asked can choose here.
similar-changed = That question has changed meanwhile. Open it by its link, or press **Ask anyway**.
post-quota-own = You have asked a day's worth of questions, so I keep no card for this one. People can answer it all the same.
post-quota-all = This community has asked a day's worth of questions, so I keep no card for this one. People can answer it all the same.

# unnamed
ask-reflection-gone = That reflection is gone, or it is not yours.
question-born-of-reflection = -# Grew from a reflection
question-found = { $count ->
    [0] ❓ Nothing found for “{ $words }”. Somebody here may know it: ask.
    [one] ❓ **1 question** has “{ $words }”
   *[other] ❓ **{ NUMBER($count) } questions** have “{ $words }”, solved ones first
}
question-ask-this = Ask this
write-title = Write unnamed
write-label = What you want to add
write-help = It appears in the question's thread as the asker's, without your name.
write-told = -# Members and moderators cannot see who you are; whoever runs this bot could find out, with both its database and its key; Discord carries this form. Your way of writing, and the moment, may still tell something.
write-by = ❓ **{ $asker }** adds:
write-sent = ❓ Added to { $thread }, without your name. What you write there yourself shows it.
write-take-back = Take back
write-empty = There is nothing to add yet. Write a sentence and send it again.
write-too-long = That is too long: { NUMBER($most) } characters fit. Your text is in the file below, so you can shorten it.
write-gone = That question is gone, or it is not yours to add to. Your text is in the file below.
write-full = You have added a day's worth to this question. Your text is in the file below for tomorrow.
write-locked = The thread is locked, so nothing can be added. A moderator can unlock it. Your text is in the file below.
write-silenced = You cannot write in this thread at the moment, so I do not post there for you. Your text is in the file below.
write-not-posted = I could not post in the question's thread. Your text is in the file below; try again in a moment.
write-blocked = Moderators have ended asking without a name for you here, and with it adding to what you asked. They can lift this.
write-blocked-typed = Moderators have ended asking without a name for you here, and with it adding to what you asked. They can lift this. Your text is in the file below.
write-unknown = That is not there any more.
write-taken-out = It is gone from the thread.
write-stays = It is gone from my records, but Discord did not let me delete the message. A moderator can delete it.
write-about = Somebody asked this without their name, and adds to it through me. To answer, write in the thread. If something here should not stand, tell the moderators; your name is not told.
write-about-own = You wrote this, without your name.
write-about-moderators = Nobody here can see who asked this. A block counts for whoever it was: they ask and add without a name no more, and are told so when they try. What stands here stays until you remove it.
write-is-blocked = **The asker is blocked.**
write-key-changed = -# The key by which I knew who asked was replaced after this was asked, so I do not know the asker any more. A moderator can settle the question for them.
write-block = Block asker
write-lift = Lift block
write-blocks = Blocks
write-blocks-title = { $count ->
    [0] Nobody is blocked from asking without a name.
    [one] **1 asker** is blocked from asking without a name
   *[other] **{ NUMBER($count) } askers** are blocked from asking without a name
}
write-block-line = **{ $title }**
    -# { $when } · { $moderator }
write-report = Tell moderators
write-report-line = 🏳️ A member asks you to look at a question without a name: { $where }

# settle
command-question-close = Close the question of this thread
option-question-close-reason = Why: your own words, or what it is a duplicate of
command-question-reopen = Open the question of this thread again
question-reason-unneeded = no longer needed
question-reason-duplicate = Duplicate of: { $title }
question-not-here = This is not a question's thread. Open the thread of the question and use the command there.
question-original-gone = That question is gone, or you cannot see it. Pick one from the list.
question-original-itself = That is this question. Pick the one that was asked before.
question-held = A moderator closed this question. Ask them to open it again.
question-locked = This thread is locked, so nobody could answer. Ask a moderator to unlock it.
question-done = Done. It says so in { $thread }.
question-reopened = ❓ { $who } opened this question again.
question-open-again = ❓ This question is open again.
question-answer-deleted = ❓ The accepted answer was deleted, so this question is open again.
question-did-it-solve = Did an answer solve it? Then press **Solved…** and choose it.
question-helps = The card names you as a helper now. Answer in { $thread }; press again to step back.
question-helps-not = The card does not name you as a helper any more.
question-help-own = You asked this yourself. When somebody helps, the card names them.
question-follows = You follow this. I tell you how it ends when you next use me, or by direct message if you chose that in `/me`. Press again to stop.
question-follows-not = You do not follow this question any more.
question-follow-own = You asked this, so you hear how it ends anyway.
question-follow-unnamed = You asked this without your name, so I keep no note to tell you by. Its card says how it stands.
question-told-solved = ✅ { $question } is solved. [See the answer]({ $where })
question-told-closed = ⚪ { $question } – { $how }

solved-which = **Which answer solved it?**
solved-nothing = Nobody has answered yet. If you found the answer, write it in the thread first, so that others find it too.
solved-unreadable = -# To keep an answer's words for search too, open its menu instead: **Apps** → **Accept answer**.
solved-menu = Choose an answer
solved-hidden = Discord does not let me read that thread. Open the answer's menu instead: **Apps** → **Accept answer**.
solved-ago-minutes = { NUMBER($count) } min ago
solved-ago-hours = { NUMBER($count) } h ago
solved-ago-days = { $count ->
    [one] 1 day ago
   *[other] { NUMBER($count) } days ago
}
helped-which = **Which other answers helped?** Choose any number; what you leave out is unmarked.
helped-nothing = There is no other answer in the thread.
helped-menu = Choose answers
helped-done = Noted. The card names who helped.
accept-gone = That answer is gone. Choose another.
accepted-for = ✅ Solved. Thank you, { $helper }.
    -# Chosen by { $by }. If it does not help, { $asker } can press **Reopen**.

# helpers
helpers-call = ❓ **Nobody has answered yet**
    { $question }
helpers-call-named = Could you help? { $helpers }
helpers-call-anyone = Could somebody here help?
helpers-about = -# Asked { $when } { $topics }
helpers-take = I'll take this
helpers-not-now = Not now
helpers-call-taken = 🙋 { $question }
    { $helpers } took this on. Thank you.
helpers-call-answered = 💬 { $question }
    Somebody has answered.
helpers-call-solved = ✅ { $question }
    Solved.
helpers-call-closed = ⚪ { $question }
    Closed.
helpers-taken = Thank you. Write your answer in { $thread }; the card there says that you help.
helpers-already = You are helping already, in { $thread }.
helpers-late = Somebody was quicker. You can still add what you know in { $thread }.
helpers-ended = This question has ended. Thank you all the same.
helpers-own = That is your own question.
helpers-cannot-see = You cannot see the channel of this question, so somebody else will have to help.
helpers-not-asked = You were not asked by name, so there is nothing to decline.
helpers-declined = That is fine. I ask somebody else, if there is anybody.

helpers-idle = ❓ { $asker }, do you still need help with this?
    It has been quiet here. Without an answer I close the question in a week; nothing is deleted.
helpers-still-needed = Still needed
helpers-unneeded = No longer needed
helpers-idle-open = ❓ Help is still welcome here.
helpers-idle-over = ⚪ This question has ended. Its card says how.
helpers-idle-closed = ⚪ It went quiet here, so I closed the question. Press **Still needed** to open it again.
helpers-goes-on = Good to know. The question stays open.
helpers-closed = Closed. Thank you for telling.

helpers-check = ✅ **Does this still hold?**
    { $question } · answered by { $helper } { $when }
helpers-check-unnamed = ✅ **Does this still hold?**
    { $question } · answered { $when }
helpers-check-valid = ✅ { $question }
    The answer still holds.
helpers-check-outdated = ⚠️ { $question }
    The answer is marked as out of date.
helpers-check-over = ❓ { $question }
    There is no accepted answer any more.
helpers-still-valid = Still valid
helpers-outdated = Out of date
helpers-valid = Thank you. I ask again later.
helpers-marked = Thank you. The question's card says so now; **Still valid** takes it back.

helpers-week = { $count ->
    [one] ❓ { $date }: **1 open question**
   *[other] ❓ { $date }: **{ NUMBER($count) } open questions**
}{ $unanswered ->
    [0] , all with an answer.
    [one] , 1 without any answer.
   *[other] , { NUMBER($unanswered) } without any answer.
}
    The oldest: { $question } · { $when }. All of them: `/question list`
helpers-trouble-forbidden = I cannot post about questions in { $channel }. `/setup` says what I lack. I try again when that changes.
helpers-trouble-gone = { $channel } is gone, so I cannot post about questions there. Pick another in `/setup`.
