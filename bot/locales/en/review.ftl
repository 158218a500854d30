command-review = What waits for a moderator: reports, suggested prompts, hidden and removed tips
review-title = { $count ->
    [0] 🚩 **No reports are waiting.**
    [one] 🚩 **1 report is waiting**
   *[other] 🚩 **{ NUMBER($count) } reports are waiting**
}
review-report = **{ $name }** · { $reason } · { $member } { $when }
    { $text }
review-suggested = Suggested prompts · { NUMBER($count) }
review-blocks = Blocked writers · { NUMBER($count) }
review-askers = Blocked askers · { NUMBER($count) }
review-gone = Hidden and removed · { NUMBER($count) }
review-gone-title = { $count ->
    [0] 🗑️ **Nothing is hidden or removed.**
   *[other] 🗑️ **Hidden and removed tips.** Removed ones can be restored for 30 days.
}
review-hidden = - **{ $name }** hidden { $when }
review-removed = - **{ $name }** removed { $when }
review-back = Back
