command-prompt = Reflection prompts (moderators)
command-prompt-add = Add a prompt to the pool (moderators)
option-prompt-add-text = The prompt; a form opens if you leave it out
option-prompt-add-theme = What it is about, in a word or two
command-prompt-list = The pool of prompts, next first (moderators)
command-prompt-remove = Take a prompt out of the pool (moderators)
option-prompt = Pick from the list
command-prompt-schedule = Post a prompt regularly (moderators)
option-schedule-channel = Where; the prompts channel of /setup if you leave it out
option-schedule-every = How often; every week if you leave it out
option-schedule-visibility = Who sees the answers; the writer chooses if you leave it out
command-prompt-schedules = The schedules and their next runs (moderators)
command-prompt-unschedule = Stop a schedule (moderators)
command-prompt-pause = Pause a schedule (moderators)
option-schedule-until = First day after the pause, such as 24.12.; without it the pause lasts until you resume
command-prompt-resume = Go on with a schedule that is paused, or take back a skip (moderators)
command-prompt-skip = Skip a schedule's next prompt (moderators)
option-schedule = Pick from the list
command-prompt-post = Post a prompt now (moderators)
option-prompt-post-prompt = Which one; the next in the pool if you leave it out

every-week = every week
every-two-weeks = every second week
every-month = every month, on the first such weekday
when-week = every { $day } at { $time }
when-two-weeks = every second { $day } at { $time }
when-month = the first { $day } of the month at { $time }
audience-open = open to everybody here
audience-private = private, for the writer alone
audience-anonymous = anonymous, posted without names
audience-choice = the writer chooses: open, anonymous or private
seen-open = open answers
seen-private = private answers
seen-anonymous = anonymous answers
seen-choice = writers choose who sees

prompt-head = 💭 Something to reflect on
prompt-reflect = Reflect
prompt-audience-open = -# Answers are open: they appear in the thread under your name.
prompt-audience-private = -# Answers are private: only you can read yours.
prompt-audience-anonymous = -# Answers are anonymous: I post them together, without names, once there are enough.
prompt-audience-choice = -# You choose: open to everybody, anonymous, or for you alone.

prompt-form-title = Add a prompt
prompt-form-text = Prompt
prompt-form-help = One open question that is worth five minutes
prompt-form-theme = Theme
prompt-empty = There is no prompt yet. Write the question people will think about.
prompt-too-long = The prompt has { NUMBER($count) } characters; { NUMBER($most) } fit. It is in the file below, so you can shorten it.
prompt-theme-too-long = The theme is too long: { NUMBER($most) } characters fit. Your prompt is in the file below.
prompt-pool-full = The pool is full at { NUMBER($most) } prompts. Remove some first; yours is in the file below.
prompt-added = { $count ->
    [one] 💭 Added. The pool has 1 prompt.
   *[other] 💭 Added. The pool has { NUMBER($count) } prompts.
}
    > { $text }
prompt-added-schedule = { $count ->
    [one] 💭 Added. The pool has 1 prompt.
   *[other] 💭 Added. The pool has { NUMBER($count) } prompts.
}
    Nothing is posted yet: make a schedule with `/prompt schedule`.
    > { $text }
prompt-removed = The prompt is out of the pool. Its earlier posts stay.
prompt-unknown = I cannot find that prompt. Pick one from the list as you type.
prompt-posted = 💭 Posted in { $channel }.
prompt-post-later = 💭 Discord does not answer at the moment. I keep trying in { $channel } for a day, and tell the moderators' channel if I give up.
prompt-not-posted = ⚠️ { $channel }: { $reason }. `/setup` shows what I lack.
prompt-none = No prompt is ready: the pool is empty, or all that is in it rests. Add one with `/prompt add`, or look in `/prompt list`.

pool-title = { $count ->
    [0] 💭 The pool is empty. Add a prompt with `/prompt add`, or take the starter set.
    [one] 💭 **1 prompt**
   *[other] 💭 **{ NUMBER($count) } prompts**, next first
}
pool-used = { $count ->
    [one] used { $when }
   *[other] used { NUMBER($count) } times, last { $when }
}

schedule-made = 💭 **Scheduled**
schedule-line = { $channel } · { $when } · { $audience }
schedule-trouble = ⚠️ { $when }: { $reason }
schedule-title = 💭 **Schedule**
schedule-least = Anonymous answers: at least { NUMBER($least) }
schedule-zone = -# Times are local to { $zone }. When clocks change, a skipped time moves forward and a repeated one counts once.
schedule-open = Open a schedule
schedule-all = All schedules
schedule-pick-order = In order
schedule-pick-random = At random, without repeats
schedule-picks-random = at random
schedule-theme-all = All themes
schedule-pause = Pause
schedule-go-on = Go on
schedule-skip = Skip next
schedule-unskip = Undo skip
schedule-rests-open = ⏸️ Paused until you go on.
schedule-rests = ⏸️ Paused until { $date }.
schedule-rests-quiet = ⏸️ Paused because nobody answered the last { NUMBER($count) } prompts.
schedule-skips = ⏭️ Skipped: { $runs }
schedule-pause-title = Pause the schedule
schedule-pause-until = Until
schedule-bad-date = I do not know the date “{ $typed }”. Write 24.12., 24.12.2026 or 2026-12-24.
schedule-date-past = “{ $typed }” is not ahead of us. Give tomorrow or a later date, or none at all to pause until you resume.
schedule-date-far = That is more than two years ahead. Leave the date out and pause until you resume.
schedule-paused = ⏸️ Paused until { $date }. The first prompt after that: { $run }
schedule-paused-open = ⏸️ Paused. Go on with `/prompt resume`.
schedule-resumed = 💭 The schedule goes on. Next: { $run }
schedule-runs = The schedule is running; nothing was paused or skipped. Next: { $run }
schedule-skipped = ⏭️ Skipped: { $run }. After that comes { $next }.
    Take it back with `/prompt resume`.
schedule-skip-paused = The schedule is paused, so there is nothing to skip. Go on with `/prompt resume`.
schedule-skip-came = A prompt was due just now, so I skipped nothing. Try again to skip the one after it.
schedule-quiet = ⏸️ Nobody answered the last { NUMBER($count) } prompts in { $channel }, so I paused that schedule. Go on when you like; another theme, day or channel may help.
schedule-no-prompts = ⚠️ No prompt is ready, so there is nothing to post yet. Add one with `/prompt add`, or take the starter set.
schedule-no-channel = Which channel? Choose a prompts channel in `/setup`, or give one with this command.
schedule-removed = The schedule is stopped. What was posted stays.
schedule-unknown = I cannot find that schedule. Pick one from the list as you type.
schedules-title = { $count ->
    [0] 💭 No schedules yet. Make one with `/prompt schedule`.
    [one] 💭 **1 schedule**
   *[other] 💭 **{ NUMBER($count) } schedules**, next first
}

days-off = { $count ->
    [0] Days off
   *[other] Days off ({ NUMBER($count) })
}
days-off-title = Days off
days-off-dates = Dates without prompts
days-off-help = One date a line: 24.12., 24.12.2026 or 2026-12-24
days-off-saved = { $count ->
    [0] 📅 There are no days off.
    [one] 📅 1 day off is saved; no prompt is posted then.
   *[other] 📅 { NUMBER($count) } days off are saved; no prompts are posted then.
}
days-off-past = Left out, because they are over: { $lines }
days-off-line = “{ $line }”
days-off-wrong = { $count ->
    [one] ⚠️ I do not know this date: { $lines }. It is in the file, too.
   *[other] ⚠️ I do not know these { NUMBER($count) } dates: { $lines }. They are in the file, too.
}
days-off-many = That makes { NUMBER($count) } days off; { NUMBER($most) } fit. Nothing was changed, and what you wrote is in the file below.

delivery-reason-missed = skipped, I could not post it within a day
delivery-reason-empty = skipped, the pool was empty or at rest
delivery-reason-gone = not posted, the channel is gone
delivery-reason-forbidden = not posted, I lacked permissions
delivery-reason-unsure = I was cut off while posting and could not check

delivery-prompt-missed = ⏭️ The prompt for { $date } in { $channel } was skipped: I could not post it within a day of its time.
delivery-prompt-empty = ⏭️ The prompt for { $date } in { $channel } was skipped: the pool is empty, or all that is in it rests. Add prompts with `/prompt add`, or look in `/prompt list`.
delivery-prompt-gone = ⚠️ The prompt for { $date } was not posted: its channel is gone. Make a new schedule with `/prompt schedule`.
delivery-prompt-forbidden = ⚠️ The prompt for { $date } was not posted: I lack permissions in { $channel }. `/setup` shows which. If that changes within a day, I post it then.
delivery-prompt-unsure = ⚠️ I was cut off while posting the prompt for { $date } in { $channel } and cannot read its history to check. Look there; if it is missing, use `/prompt post`.

# The pool: what moderators do with it
command-prompt-edit = Change a prompt of the pool (moderators)
prompt-form-theme-help = In a word or two; a schedule can keep to one theme
prompt-edit-title = Edit the prompt
pool-open-menu = Open a prompt
pool-retired = retired
pool-resting = rests until { $when }
pool-answers = at least { NUMBER($count) } answers
pool-answers-few = few answers
pool-rest = { $count ->
    [0] A used prompt may come again at once
   *[other] A used prompt rests { NUMBER($count) } weeks
}
prompt-place = { $place ->
    [1] next
   *[other] number { NUMBER($place) } of { NUMBER($count) }
}
prompt-edit = Edit
prompt-first = Use next
prompt-earlier = Earlier
prompt-later = Later
prompt-retire = Retire
prompt-reuse = Use again
prompt-back = Back
prompt-list = The pool
prompt-remove-ask = Remove it for good? Retired, it stays here and can be used again.
    { $text }
prompt-remove-sure = Remove it
prompt-waiting = Suggested · { NUMBER($count) }

# Starter sets
prompt-starters = Add the starter set
starters-ask = 💭 The starter set has { NUMBER($count) } prompts. Take all of them or one theme; nothing is added twice.
starters-menu = Choose a theme
starters-all = All themes
starters-count = { $count ->
    [one] 1 prompt
   *[other] { NUMBER($count) } prompts
}
starters-added = { $count ->
    [0] 💭 Nothing to add: the pool has these prompts, or is full.
    [one] 💭 1 prompt added.
   *[other] 💭 { NUMBER($count) } prompts added, at the end of the pool.
}
starters-out = Take them out
starters-taken = { $count ->
    [0] 💭 Nothing taken out. What was used or edited stays.
    [one] 💭 1 prompt taken out. What was used or edited stays.
   *[other] 💭 { NUMBER($count) } prompts taken out. What was used or edited stays.
}
pool-low = 💭 The pool runs low: on { $when } there is nothing left to post. Add prompts with `/prompt add`, or take the starter set.

# Suggestions
prompt-suggest = Suggest a prompt
prompt-suggest-title = Suggest a prompt
prompt-suggest-help = Moderators read it and see that it is yours. If they take it, it is posted without your name.
suggestion-kept = 💭 Thank you. Your suggestion waits for a moderator.
suggestion-own-full = { NUMBER($most) } of your suggestions are waiting, and no more fit. Try again when a moderator has read them; this one is in the file below.
suggestion-full = Many suggestions are waiting, and there is no room for more. Try again later; yours is in the file below.
suggestion-notice = 💭 A member suggests a prompt: { $text }
suggestions-see = See suggestions
suggestions-title = { $count ->
    [0] 💭 **No suggestions are waiting.**
    [one] 💭 **1 suggested prompt is waiting**
   *[other] 💭 **{ NUMBER($count) } suggested prompts are waiting**
}
suggestion-by = -# { $member } { $when }
suggestion-approve = Approve
suggestion-decline = Decline
suggestion-approved = ✅ In the pool now, at its end:
    { $text }
suggestion-declined = Declined and deleted:
    { $text }
suggestion-gone = Somebody took care of that suggestion already.
suggestion-pool-full = The pool is full at { NUMBER($most) } prompts. Remove some first.
suggestions-back = Review queue
