command-ask = Ask your peers
option-ask-title = Your question in one line; you can still change it
command-question = Peer questions
command-question-list = Questions by age
option-question-list-state = Which ones; open ones if you leave it out
option-question-list-topic = Only this topic
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
ask-posted = ❓ Your question is open in { $thread }. When an answer helps, press it long or right-click it, then **Apps** → **Accept answer**.

question-head-open = ❓
question-head-solved = ✅
question-head-closed = ⚪
question-asked = -# Asked by { $asker } { $when } { $topics }
question-how-to-accept = -# When an answer helps, the asker opens its menu: **Apps** → **Accept answer**.
question-solved-by = ✅ **Solved** by { $helper } · [See the answer]({ $where })
question-gone = That question is gone.
question-title-open = Open question
question-title-solved = Solved question
question-title-closed = Closed question
question-asker-unnamed = Asker
question-helpers = 🙋 { $helpers } will help
question-helpful = -# Also helped: { $helpers }
question-outdated = -# Somebody said on { $when } that this may be out of date.
question-duplicate-of = The same as { $question }. The answers are there.
question-closed-duplicate = Closed: asked before, and answered there.
question-closed-unneeded = Closed: no longer needed.
question-closed-moderator = Closed by a moderator.
question-closed-idle = Closed: it went quiet. If you still need help, reopen it.
question-changed = Somebody was quicker: the question has changed. Look at its card, and try again if you still want to.
question-cannot-reopen = This question is open already.
question-cannot-close = This question has ended already. Its card says how.
question-cannot-help = This question has ended. Thank you all the same.
question-cannot-still-needed = This question has ended meanwhile. Its card says how.
question-cannot-validate = This question has no accepted answer any more.
question-button-help = I'll help
question-button-follow = Follow
question-button-solved = Solved…
question-button-write = Write unnamed
question-button-helpful = Also helped…
question-button-keep = Keep as tip
question-button-reopen = Reopen
question-line = { $mark } { $question } · { $when }

accept-not-here = That message is not in a question's thread. Accept an answer inside the thread of its question.
accept-not-asker = Only the person who asked, or a moderator, can decide that.
accept-from-bot = That message is from a bot. Accept a person's answer.
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

# ask
ask-text-below = Your text is in the file below.
ask-place-hidden = Questions go to a channel that you cannot see. Ask a moderator to let you in.
ask-how = How you ask
ask-how-named = With my name
ask-how-unnamed = Without my name
ask-unnamed-told = -# Without your name: the question stands here as “Asker”, and you add to it through me. Members and moderators cannot see who asked; whoever runs this bot could find out, with both its database and its key; Discord carries this form.
ask-unnamed-blocked = Moderators have ended asking without a name for you here. You can ask with your name.
ask-posted-unnamed = ❓ Your question is open in { $thread }, without your name. To add something, press **Write unnamed** on its card: what you write in the thread yourself shows your name. When an answer helps, press it long or right-click it, then **Apps** → **Accept answer**.
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
similar-same-open = The same as mine
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
