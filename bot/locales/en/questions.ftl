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
ask-too-long = That is too long: { NUMBER($title) } characters fit in the question, { NUMBER($details) } in the details. Your text is in the file below.
ask-quota-own = You have asked a day's worth of questions. Your text is in the file below for tomorrow.
ask-quota-all = This community has asked a day's worth of questions. Your text is in the file below for tomorrow.
ask-not-here = I cannot open a question here. Ask in a text channel. Your text is in the file below.
ask-channel-gone = The questions channel is gone. A moderator can pick another in `/setup`. Your text is in the file below.
ask-not-posted = I could not post in { $channel }. Tell a moderator. Your text is in the file below.
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
