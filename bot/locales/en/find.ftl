command-find = Find tips, questions and answers
option-find-words = Words, "a phrase", -without, topic:excel, by:me, kind:answer

find-found = { $count ->
    [one] 🔎 **Found 1**
   *[other] 🔎 **Found { NUMBER($count) }**, best first
}
find-near = { $count ->
    [one] 🔎 **Nothing has just these words.** This comes near:
   *[other] 🔎 **Nothing has just these words.** These { NUMBER($count) } come near:
}
find-tip = - 🔖 { $name } { $why }
find-question = - ❓ { $name } { $why }
find-answer = - ✅ { $name } { $why }
find-open-menu = Open a tip
find-none = 🔎 Nothing found for “{ $words }”. Somebody here may know it: ask.
find-topics = -# These topics come near:
find-ask = Ask this
