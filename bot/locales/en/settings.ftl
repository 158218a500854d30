command-setup = Set channels, language, time zone and moderators (moderators)
command-me = My own panel: language, reminders and digest

setup-title = ### Set-up
    Pick a channel for each job. Changes are saved at once.
setup-tips = Tips
setup-tips-hint = tips appear where they are shared
setup-tips-menu = Tips channel
setup-prompts = Prompts
setup-prompts-hint = choose it here, or in `/prompt schedule`
setup-prompts-menu = Prompts channel
setup-questions = Questions
setup-questions-hint = questions appear where they are asked
setup-questions-menu = Questions channel or forum
setup-helpers = Helpers
setup-helpers-hint = I look for helpers here when nobody answers
setup-helpers-menu = Helpers' channel
setup-moderators = Moderators
setup-moderators-hint = without it I cannot tell anybody of problems
setup-moderators-menu = Moderators' channel
setup-place-unset = ▫️ **{ $name }** not chosen · { $hint }
setup-place-fine = ✅ **{ $name }** { $channel }
setup-place-lacking = ⚠️ **{ $name }** { $channel } · I lack: { $permissions }
setup-place-gone = ⚠️ **{ $name }** the channel is gone. Pick another below.
setup-cannot-see = I cannot see { $channel }. Give me View Channel there, or pick another.
setup-links-none = 🔖 **Links** I leave links in chat alone. Choose channels in which I offer to save them.
setup-links = { $count ->
    [one] ✅ **Links** I offer to save links in 1 channel.
   *[other] ✅ **Links** I offer to save links in { NUMBER($count) } channels.
}
setup-links-lacking = ⚠️ **Links** In { $channel } I lack: { $permissions }
setup-links-menu = Channels in which links get a bookmark
setup-role = 🛡️ **Moderator role** { $role }
setup-role-none = none · people who manage the server
setup-role-menu = Moderator role
setup-role-everyone = That role is everybody. Pick one that only moderators have.
setup-language = 💬 **Language of public posts** { $language }
setup-other-language = Puhu suomea
setup-zone = 🕘 **Time zone** { $zone } · now { $time }
setup-change-zone = Time zone
setup-zone-title = Time zone
setup-zone-label = The community's time zone
setup-zone-help = A city or an IANA name, such as Europe/Helsinki
setup-zone-unknown = I do not know that time zone. Give a city or an IANA name, such as Europe/Helsinki.
setup-zone-unknown-near = I do not know that time zone. Did you mean { $near }?
setup-synonyms = Synonyms
setup-back = Back
synonyms-title = 🔁 **Words that mean the same** { $count ->
    [0] none yet
    [one] 1 line
   *[other] { NUMBER($count) } lines
}
    Whoever searches for one finds the others too, also in the other language.
synonyms-more = { $count ->
    [one] -# and 1 more line
   *[other] -# and { NUMBER($count) } more lines
}
synonyms-unused = { $count ->
    [one] ⚠️ 1 line has no effect. A line needs two words with = between them.
   *[other] ⚠️ { NUMBER($count) } lines have no effect. A line needs two words with = between them.
}
synonyms-change = Change
synonyms-undo = Undo
synonyms-form = Words that mean the same
synonyms-label = A line for each
synonyms-help = salasana = password, or: remote work = etätyö. Empty the field to have none.

me-title = ### Me
    The language I speak with you. Public posts stay in the community's language.
me-follow-discord = The same as my Discord
me-reminders-off = **Reminders by direct message** off · you get them here when you next use me
me-reminders-on = **Reminders by direct message** on · they come on time
me-reminders-turn-off = Turn off
me-reminders-turn-on = Turn on
me-digest = **Digest of what you follow**
    A direct message at { $time } ({ $zone }), only when there is something new.
me-digest-off = No digest
me-digest-day = Every day
me-digest-week = Every Monday
# Reminders to reflect, and being away
me-reflect-off = **Remind me to reflect** off · a direct message two days after a prompt you have not answered
me-reflect-on = **Remind me to reflect** on · a direct message two days after a prompt you have not answered
me-away-no = **Away** · while you are away, I send you no direct messages
me-away-until = **Away** until { $when } · what I have for you waits until then
me-away-off = I am here
me-away-week = Away for a week
me-away-two-weeks = Away for two weeks
me-away-month = Away for a month
me-away-on = Still away
me-direct = -# Discord delivers direct messages only if you accept them from this server. Each has a button that stops them.
me-more = -# What I know about you: `/data export` · Remove it: `/data delete` · What you wrote to prompts: `/journal list`

# Questions nobody answers
setup-helper-role = 🙋 **Helper role** { $role }
setup-helper-role-none = none · only askers and moderators accept answers
setup-helper-role-menu = Helper role: may accept answers for others
setup-place-no-tags = -# This forum has no tag for solved questions: **Questions…** below makes one.
setup-questions-more = Questions…
setup-questions-title = ### Questions
    Changes are saved at once.
setup-nudge = 🙋 **Look for helpers** in their channel, once for each question without an answer
setup-nudge-hours = { $count ->
    [0] Never
   *[other] After { NUMBER($count) } hours
}
setup-quiet-hours = 🌙 **Quiet hours** { $first } to { $last } · I ask nobody then
setup-quiet-none = 🌙 **Quiet hours** none
setup-quiet-change = Quiet hours
setup-quiet-title = Quiet hours
setup-quiet-from = From
setup-quiet-to = To
setup-quiet-help = In the community's time, such as 21:00. Leave both empty for none.
setup-quiet-both = Give both times, or leave both empty for no quiet hours.
setup-idle = 💤 **Ask whether help is still needed** when a thread has gone quiet; without an answer I close it a week later
setup-idle-days = { $count ->
    [0] Never
   *[other] After { NUMBER($count) } days
}
setup-check = ✅ **Ask helpers whether an accepted answer still holds**
setup-check-months = { $count ->
    [0] Never
   *[other] After { NUMBER($count) } months
}
setup-tags = 🏷️ **Forum tags** { $channel } can have tags for solved and for the topics used most.
setup-tags-fine = 🏷️ **Forum tags** The forum has what it needs, or has 20, which is as many as fit.
setup-tags-make = Make tags
setup-tags-made = 🏷️ { $channel } has new tags: { $tags }. Change or remove them in the forum's own settings.
setup-tags-none = There are no tags to make: the forum has them, or has 20, which is as many as fit.
setup-tags-lacking = ⚠️ **Forum tags** For new tags in { $channel } I lack: { $permissions }. You can also make one named `solved` yourself.
setup-tags-refused = Discord did not let me make tags in { $channel }. You can make one named `solved` in the forum's own settings.
setup-tags-no-forum = Only a forum has tags. Pick one as the questions channel first.

# What I help with
me-helper-topics = **I help with** { $topics }
    When nobody answers such a question, I may ask you by name in the helpers' channel. Nothing pings you.
me-helper-none = **I help with** nothing yet
    Choose topics, and I may ask you by name in the helpers' channel when nobody answers. Nothing pings you.
me-helper-change = Helper topics
me-helper-title = What I help with
me-helper-label = Topics
me-helper-help = Up to { NUMBER($most) }, separated by commas. Leave empty to help with none.
me-matching = **Open questions that match**
me-matching-line = - { $question } · { $when }
me-gave = **What I gave** { $accepted ->
    [one] 1 accepted answer
   *[other] { NUMBER($accepted) } accepted answers
}, { $helpful ->
    [0] no other helpful ones.
    [one] 1 other helpful one.
   *[other] { NUMBER($helpful) } other helpful ones.
}
me-thanked = { $count ->
    [one] Thanked once.
   *[other] Thanked { NUMBER($count) } times.
}
me-got = **What I got** { $asked ->
    [one] 1 question asked
   *[other] { NUMBER($asked) } questions asked
}, { $solved ->
    [0] none solved yet.
   *[other] { NUMBER($solved) } solved.
}
me-gave-none = **What I gave** nothing yet.
me-got-none = **What I got** no questions asked yet.
