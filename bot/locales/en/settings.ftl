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
setup-synonyms = Same words
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
