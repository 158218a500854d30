command-digest = Digests: what is new among the tips
command-digest-schedule = Post what is new every week (moderators)
option-digest-channel = Where; without this the tips channel of the set-up
command-digest-stop = Post no more digests (moderators)
command-digest-show = What is new this week, for you alone

digest-title = { $count ->
    [0] 🗞️ **Digest**
    [one] 🗞️ **1 new tip** since { $since }
   *[other] 🗞️ **{ NUMBER($count) } new tips** since { $since }
}
digest-title-own = { $count ->
    [one] 🗞️ **1 new tip on what you follow** since { $since }
   *[other] 🗞️ **{ NUMBER($count) } new tips on what you follow** since { $since }
}
digest-featured = **Picked by moderators**
digest-untagged = **Without a topic**
digest-helpful = **What helped lately**
digest-gem = **An older gem**
digest-elsewhere = **From another field**
digest-more = { $count ->
    [one] -# and 1 more: `/tip search`
   *[other] -# and { NUMBER($count) } more: `/tip search`
}
digest-empty = 🗞️ Nothing is left of this digest: its tips are gone.
digest-follow = Follow topics
digest-stop = Stop

digest-topics = 🗞️ What do you want to hear about?
digest-topics-menu = Topics of this digest
digest-topics-all = You follow every topic of this digest. `/topic list` shows what you follow.
digest-followed = 🏷️ You follow { $topics }. What is new comes in your own digest: choose it in `/me`.

digest-scheduled = 🗞️ **The digest is scheduled** ({ $zone })
digest-schedule-line = { $channel } · { $day } { $time } · every week with something new
digest-preview = This is what it would show now:
digest-preview-none = Nothing is new right now, so it would not be posted.
digest-no-channel = Which channel? Choose a tips channel in `/setup`, or name one here.
digest-stopped = No more digests are posted here. `/digest schedule` starts them again.
digest-not-scheduled = No digest is scheduled here. `/digest schedule` starts one.
digest-nothing = 🗞️ No new tips in the past seven days. Share one with `/tip share`.

delivery-digest-missed = ⏭️ The digest for { $date } in { $channel } was skipped: I could not post it within a day of its time. The next one has what was in it.
delivery-digest-gone = ⚠️ The digest for { $date } was not posted: its channel is gone. Pick another with `/digest schedule`.
delivery-digest-forbidden = ⚠️ The digest for { $date } was not posted: I lack permissions in { $channel }. `/setup` shows which. If that changes within a day, I post it then.
delivery-digest-unsure = ⚠️ I was cut off while posting the digest for { $date } in { $channel } and cannot read its history to check. The next one has what was in it.
