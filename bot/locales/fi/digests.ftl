command-digest = Koosteet uusista vinkeistä
command-digest-schedule = Julkaise kooste uusista vinkeistä joka viikko (valvojille)
option-digest-channel = Minne; tyhjänä käyttöönotossa valittu vinkkikanava
command-digest-stop = Lopeta koosteiden julkaiseminen (valvojille)
command-digest-show = Viikon uudet vinkit vain sinulle

digest-title = { $count ->
    [0] 🗞️ **Kooste**
    [one] 🗞️ **1 uusi vinkki** { $since } jälkeen
   *[other] 🗞️ **{ NUMBER($count) } uutta vinkkiä** { $since } jälkeen
}
digest-title-own = { $count ->
    [one] 🗞️ **1 uusi vinkki seuraamistasi aiheista** { $since } jälkeen
   *[other] 🗞️ **{ NUMBER($count) } uutta vinkkiä seuraamistasi aiheista** { $since } jälkeen
}
digest-featured = **Valvojien poiminnat**
digest-untagged = **Ilman aihetta**
digest-helpful = **Tästä on ollut apua**
digest-gem = **Helmi arkistosta**
digest-elsewhere = **Toiselta alalta**
digest-more = { $count ->
    [one] -# ja vielä 1: `/tip search`
   *[other] -# ja vielä { NUMBER($count) } muuta: `/tip search`
}
digest-empty = 🗞️ Tästä koosteesta ei ole mitään jäljellä: sen vinkit on poistettu.
digest-follow = Seuraa aiheita
digest-stop = Lopeta

digest-topics = 🗞️ Mistä haluat kuulla?
digest-topics-menu = Koosteen aiheet
digest-topics-all = Seuraat jo koosteen kaikkia aiheita. Näet ne komennolla `/topic list`.
digest-followed = 🏷️ Seuraat nyt: { $topics }. Uudet vinkit tulevat omassa koosteessasi, kun valitset sen komennolla `/me`.

digest-scheduled = 🗞️ **Kooste on ajastettu** ({ $zone })
digest-schedule-line = { $channel } · { $day } { $time } · joka viikko, kun on uutta
digest-preview = Nyt se näyttäisi tältä:
digest-preview-none = Juuri nyt uutta ei ole, joten koostetta ei julkaistaisi.
digest-no-channel = Mille kanavalle? Valitse vinkkikanava komennolla `/setup` tai nimeä kanava tässä.
digest-stopped = Koosteita ei enää julkaista täällä. Voit aloittaa uudelleen: `/digest schedule`.
digest-not-scheduled = Koostetta ei ole ajastettu. Aloita komennolla `/digest schedule`.
digest-nothing = 🗞️ Seitsemään päivään ei ole tullut uusia vinkkejä. Jaa yksi: `/tip share`.

delivery-digest-missed = ⏭️ Kanavan { $channel } kooste ({ $date }) jäi väliin: en saanut sitä julkaistua vuorokaudessa. Sen vinkit tulevat seuraavaan koosteeseen.
delivery-digest-gone = ⚠️ Koostetta ({ $date }) ei julkaistu: kanavaa ei enää ole. Valitse toinen: `/digest schedule`.
delivery-digest-forbidden = ⚠️ Kanavan { $channel } koostetta ({ $date }) ei julkaistu: oikeuteni siellä eivät riitä. `/setup` näyttää, mikä puuttuu. Jos asia korjautuu vuorokaudessa, julkaisen sen silloin.
delivery-digest-unsure = ⚠️ Yhteys katkesi, kun julkaisin kanavan { $channel } koostetta ({ $date }), enkä voi lukea kanavan historiaa. Sen vinkit tulevat seuraavaan koosteeseen.
