command-review = Mikä odottaa valvojaa: ilmoitukset, ehdotetut kysymykset, piilotetut ja poistetut vinkit
review-title = { $count ->
    [0] 🚩 **Ilmoituksia ei ole jonossa.**
    [one] 🚩 **1 ilmoitus odottaa**
   *[other] 🚩 **{ NUMBER($count) } ilmoitusta odottaa**
}
review-report = **{ $name }** · { $reason } · { $member } { $when }
    { $text }
review-suggested = Ehdotetut kysymykset · { NUMBER($count) }
review-blocks = Estetyt kirjoittajat · { NUMBER($count) }
review-askers = Estetyt kysyjät · { NUMBER($count) }
review-gone = Piilotetut ja poistetut · { NUMBER($count) }
review-gone-title = { $count ->
    [0] 🗑️ **Mitään ei ole piilotettu tai poistettu.**
   *[other] 🗑️ **Piilotetut ja poistetut vinkit.** Poistetun voi palauttaa 30 päivän ajan.
}
review-hidden = - **{ $name }** piilotettu { $when }
review-removed = - **{ $name }** poistettu { $when }
review-back = Takaisin
