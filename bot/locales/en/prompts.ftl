command-prompt = Reflection prompts (moderators)
command-prompt-add = Add a prompt to the pool (moderators)
option-prompt-add-text = The prompt; without this I ask you
option-prompt-add-theme = What it is about, in a word or two
command-prompt-list = The pool of prompts, in the order they will be used (moderators)
command-prompt-remove = Take a prompt out of the pool (moderators)
option-prompt = Pick from the list
command-prompt-schedule = Post a prompt regularly (moderators)
option-schedule-channel = Where; without this the prompts channel of the set-up
option-schedule-every = How often; every week if you leave it out
option-schedule-visibility = Who sees the answers; the writer chooses if you leave it out
command-prompt-schedules = The schedules and their next runs (moderators)
command-prompt-unschedule = Stop a schedule (moderators)
option-schedule = Pick from the list
command-prompt-post = Post a prompt now (moderators)
option-prompt-post-prompt = Which one; the next in the pool if you leave it out

every-week = every week
every-two-weeks = every second week
every-month = the first one of each month
audience-open = open to everybody here
audience-private = private, for the writer alone
audience-choice = the writer chooses

prompt-head = 💭 Something to reflect on
prompt-reflect = Reflect
prompt-audience-open = -# Answers are open: they appear in the thread under your name.
prompt-audience-private = -# Answers are private: only you can read yours.
prompt-audience-choice = -# You choose: in the thread under your name, or for you alone.

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
    > { $text }
    Nothing is posted yet: make a schedule with `/prompt schedule`.
prompt-removed = The prompt is out of the pool. Its earlier posts stay.
prompt-unknown = I cannot find that prompt. Pick one from the list as you type.
prompt-posted = 💭 Posted in { $channel }.
prompt-post-later = 💭 Discord does not answer at the moment. I keep trying in { $channel } for a day, and tell the moderators' channel if I give up.
prompt-not-posted = ⚠️ { $channel }: { $reason }. `/setup` shows what I lack.
prompt-none = The pool is empty. Add a prompt with `/prompt add`.

pool-title = { $count ->
    [0] 💭 The pool is empty. Add a prompt with `/prompt add`.
    [one] 💭 **1 prompt**
   *[other] 💭 **{ NUMBER($count) } prompts**, next first
}
pool-used = used { $when }

schedule-made = 💭 **Scheduled** ({ $zone })
schedule-line = { $channel } · { $day } { $time } · { $every } · { $audience }
schedule-trouble = ⚠️ { $when }: { $reason }
schedule-no-prompts = ⚠️ The pool is empty, so there is nothing to post yet. Add a prompt with `/prompt add`.
schedule-no-channel = Which channel? Choose a prompts channel in `/setup`, or name one here.
schedule-removed = The schedule is stopped. What was posted stays.
schedule-unknown = I cannot find that schedule. Pick one from the list as you type.
schedules-title = { $count ->
    [0] 💭 No schedules yet. Make one with `/prompt schedule`.
    [one] 💭 **1 schedule** ({ $zone })
   *[other] 💭 **{ NUMBER($count) } schedules** ({ $zone })
}

delivery-reason-missed = skipped, I could not post it within a day
delivery-reason-empty = skipped, the pool was empty
delivery-reason-gone = not posted, the channel is gone
delivery-reason-forbidden = not posted, I lacked permissions
delivery-reason-unsure = I was cut off while posting and could not check

delivery-prompt-missed = ⏭️ The prompt for { $date } in { $channel } was skipped: I could not post it within a day of its time.
delivery-prompt-empty = ⏭️ The prompt for { $date } in { $channel } was skipped: the pool is empty. Add prompts with `/prompt add`.
delivery-prompt-gone = ⚠️ The prompt for { $date } was not posted: its channel is gone. Make a new schedule with `/prompt schedule`.
delivery-prompt-forbidden = ⚠️ The prompt for { $date } was not posted: I lack permissions in { $channel }. `/setup` shows which.
delivery-prompt-unsure = ⚠️ I was cut off while posting the prompt for { $date } in { $channel } and cannot read its history to check. Look there; if it is missing, use `/prompt post`.
