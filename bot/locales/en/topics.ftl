command-topic = Topics: what you hear about
command-topic-follow = Follow a topic: its new tips come in your own digest
option-topic-follow = One topic, such as excel
command-topic-unfollow = Follow a topic no more
option-topic-unfollow = One that you follow
command-topic-list = What you follow, and what others share most
command-topic-merge = Make one topic count as another (moderators)
option-topic-merge-topic = The one that goes
option-topic-merge-into = The one that stays
command-topic-rename = Give a topic another name (moderators)
option-topic-rename-topic = The topic as it is called now
option-topic-rename-name = Its new name
command-topic-undo = Take back a merge or a new name (moderators)
option-topic-undo = What was merged or renamed

topic-one = Give one topic of at most { NUMBER($most) } characters.
topic-most = You follow { NUMBER($most) } topics, and no more fit. Leave one with `/topic unfollow`.
topic-followed = 🏷️ You follow { $topic }. What is new comes in your own digest: choose it in `/me`.
topic-followed-near = 🏷️ You follow { $topic }, which no tip has yet. If you meant { $near }, follow that too.
topic-unfollowed = 🏷️ You no longer follow { $topic }.
topic-not-followed = You do not follow { $topic }. See what you follow in `/topic list`.

topics-followed = { $count ->
    [0] 🏷️ You follow no topics yet.
    [one] 🏷️ **You follow 1 topic**
   *[other] 🏷️ **You follow { NUMBER($count) } topics**
}
topic-line = - { $topic }{ $count ->
    [0] { "" }
   *[other] { " " }· { NUMBER($count) } new
}
topics-new = -# New: shared in the last 7 days.
topics-digest = -# What is new comes in your own digest: choose it in `/me`.
topics-none-yet = -# Topics come with tips. Share the first: `/tip share`.
topics-follow-some = Follow more, most used first
topics-unfollow-some = Unfollow

topic-merged = 🏷️ { $topic } now counts as { $becomes }: { $concerned }. So will what is shared later. To take it back, use `/topic undo`.
topic-renamed = 🏷️ { $topic } is now called { $becomes }: { $concerned }. To take it back, use `/topic undo`.
topic-undone = 🏷️ { $topic } no longer counts as { $becomes }: { $concerned }.
topic-concerned = { $tips ->
    [one] 1 tip
   *[other] { NUMBER($tips) } tips
}, { $questions ->
    [one] 1 question
   *[other] { NUMBER($questions) } questions
}, { $followers ->
    [one] 1 follower
   *[other] { NUMBER($followers) } followers
}
topic-cards-later = -# The cards of the latest { NUMBER($most) } tips show it now, older ones when they next change.
topic-undo-none = { $topic } was not merged or renamed. Pick one from the list as you type.
topic-refused-same = Both are { $topic }. Give two different names.
topic-refused-already = { $topic } counts as { $becomes } already. Take that back first with `/topic undo`.
topic-refused-unknown = Nobody uses { $topic } here. Pick one from the list as you type.
topic-refused-circle = { $into } counts as { $topic } already. To make it a topic of its own again, use `/topic undo`.
topic-refused-unknown-into = Nobody uses { $into } here. Pick one from the list, or make it the new name with `/topic rename`.
