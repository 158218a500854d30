command-topic = Aiheet, joista haluat kuulla
command-topic-follow = Seuraa aihetta: sen uudet vinkit tulevat omaan koosteeseesi
option-topic-follow = Yksi aihe, esimerkiksi excel
command-topic-unfollow = Lopeta aiheen seuraaminen
option-topic-unfollow = Aihe, jota seuraat
command-topic-list = Mitä seuraat ja mistä muut jakavat eniten
command-topic-merge = Yhdistä aihe toiseen (valvojat)
option-topic-merge-topic = Aihe, joka jää pois
option-topic-merge-into = Aihe, joka jää käyttöön
command-topic-rename = Anna aiheelle toinen nimi (valvojat)
option-topic-rename-topic = Aiheen nykyinen nimi
option-topic-rename-name = Aiheen uusi nimi
command-topic-undo = Peru yhdistäminen tai uusi nimi (valvojat)
option-topic-undo = Yhdistetty tai uudelleen nimetty aihe

topic-one = Anna yksi aihe, jossa on enintään { NUMBER($most) } merkkiä.
topic-most = Seuraat jo { NUMBER($most) } aihetta, eikä enempää mahdu. Jätä jokin pois: `/topic unfollow`.
topic-followed = 🏷️ Seuraat aihetta { $topic }. Uudet vinkit tulevat omaan koosteeseesi: valitse se komennolla `/me`.
topic-followed-near = 🏷️ Seuraat aihetta { $topic }, jota yhdessäkään vinkissä ei vielä ole. Jos tarkoitit aihetta { $near }, seuraa sitäkin.
topic-unfollowed = 🏷️ Et enää seuraa aihetta { $topic }.
topic-not-followed = Et seuraa aihetta { $topic }. Seuraamasi aiheet näet komennolla `/topic list`.

topics-followed = { $count ->
    [0] 🏷️ Et vielä seuraa aiheita.
    [one] 🏷️ **Seuraat 1 aihetta**
   *[other] 🏷️ **Seuraat { NUMBER($count) } aihetta**
}
topic-line = - { $topic }{ $count ->
    [0] { "" }
   *[other] { " " }· { NUMBER($count) } uutta
}
topics-new = -# Uutta: jaettu 7 viime päivän aikana.
topics-digest = -# Uudet vinkit tulevat omaan koosteeseesi: valitse se komennolla `/me`.
topics-none-yet = -# Aiheet tulevat vinkeistä. Jaa ensimmäinen: `/tip share`.
topics-follow-some = Seuraa lisää, käytetyimmät ensin
topics-unfollow-some = Lopeta seuraaminen

topic-merged = 🏷️ { $topic } on nyt { $becomes }: { $concerned }. Sama koskee sitä, mitä myöhemmin jaetaan. Voit perua tämän: `/topic undo`.
topic-renamed = 🏷️ Aiheen { $topic } nimi on nyt { $becomes }: { $concerned }. Voit perua tämän: `/topic undo`.
topic-undone = 🏷️ { $topic } ei enää ole { $becomes }: { $concerned }.
topic-concerned = { $tips ->
    [one] 1 vinkki
   *[other] { NUMBER($tips) } vinkkiä
}, { $questions ->
    [one] 1 kysymys
   *[other] { NUMBER($questions) } kysymystä
}, { $followers ->
    [one] 1 seuraaja
   *[other] { NUMBER($followers) } seuraajaa
}
topic-cards-later = -# { NUMBER($most) } uusimman vinkin kortit muuttuvat nyt, vanhemmat seuraavan muutoksensa yhteydessä.
topic-undo-none = Aihetta { $topic } ei ole yhdistetty eikä nimetty uudelleen. Valitse listasta, joka aukeaa kirjoittaessasi.
topic-refused-same = Molemmat ovat { $topic }. Anna kaksi eri nimeä.
topic-refused-already = { $topic } on jo { $becomes }. Peru se ensin: `/topic undo`.
topic-refused-unknown = Kukaan ei käytä täällä aihetta { $topic }. Valitse listasta, joka aukeaa kirjoittaessasi.
topic-refused-circle = { $into } on jo { $topic }. Saat sen takaisin omaksi aiheekseen: `/topic undo`.
topic-refused-unknown-into = Kukaan ei käytä täällä aihetta { $into }. Valitse listasta tai anna se uudeksi nimeksi: `/topic rename`.
