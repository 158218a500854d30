command-tip = Linkkivinkit
command-tip-share = Jaa linkki, josta oli sinulle apua
option-tip-share-link = Linkki
option-tip-share-note = Miksi siitä on apua; jos jätät tyhjäksi, kysyn
option-tip-share-topics = Enintään viisi aihetta pilkuilla erotettuina
command-tip-search = Etsi vinkkejä
option-tip-search-words = Sanoja vinkistä; tyhjänä näet uusimmat
option-tip-search-topic = Vain tämä aihe
option-tip-search-by = Vain tämän jäsenen vinkit
command-tip-show = Näytä yksi vinkki
command-tip-remove = Poista oma vinkkisi (valvojat: minkä tahansa)
option-tip = Valitse listasta tai liitä linkki

tip-head = 🔖 **{ $host }** { $topics }
tip-tail = -# Jakoi { $sharer }
tip-helped = { $count ->
    [0] Tästä oli apua
   *[other] Tästä oli apua · { NUMBER($count) }
}
tip-by = -# Jakoi { $sharer } { $when }
tip-card-at = -# [Avaa kortti]({ $where })
tip-shared = 🔖 Jaettu: { $where }
tip-not-posted = Vinkkisi on tallessa, mutta Discord ei antanut minun julkaista korttia. Jaa linkki hetken päästä uudelleen, niin yritän vielä kerran.
tip-cautious = ⚠️ Sivuston oikea nimi on **{ $host }**. Tarkista, että tarkoitat juuri sitä.
tip-channel-trouble = En voinut julkaista kanavalla { $channel }, joten vinkki on tässä. Valvoja näkee syyn komennolla `/setup`.
tip-duplicate = **Tämä linkki on jo jaettu.** Paina **Tästä oli apua**, jos siitä oli apua sinullekin.
tip-your-note = Saatteesi:
tip-shared-elsewhere = Tämä linkki on jo jaettu kanavalla, jota et näe. Kirjoittamasi teksti on alla olevassa tiedostossa.
tip-note-empty = Kerro lauseella, miksi linkistä on apua, ja jaa se uudelleen.
tip-note-too-long = Saatteessasi on { NUMBER($count) } merkkiä; tilaa on { NUMBER($most) } merkille. Teksti on alla olevassa tiedostossa, niin voit lyhentää sitä.
tip-quota-own = Olet jakanut jo päivän vinkit. Säästä tämä huomiseen; saatteesi on alla olevassa tiedostossa.
tip-quota-all = Yhteisö on jakanut jo päivän vinkit. Säästä tämä huomiseen; saatteesi on alla olevassa tiedostossa.
tip-form-title = Jaa vinkki
tip-form-link = Linkki
tip-form-note = Miksi siitä on apua?
tip-form-note-help = Lause tai kaksi, joista kollega kiittää
tip-form-topics = Aiheet
tip-form-topics-help = Enintään { NUMBER($most) }, pilkuilla erotettuina
tip-found = { $count ->
    [one] 🔖 **1 vinkki**
   *[other] 🔖 **{ NUMBER($count) } vinkkiä**
}
tip-line = - **{ $host }** { $note }{ $count ->
    [0] { "" }
   *[other] { " " }· auttanut { NUMBER($count) }
}
tip-none-found = 🔖 Vinkkejä ei löytynyt. Kokeile vähemmillä tai toisilla sanoilla.
tip-none-yet = 🔖 Vinkkejä ei vielä ole. Jaa ensimmäinen: `/tip share`.
tip-unknown = En löydä tuota vinkkiä. Se on ehkä poistettu. Valitse vinkki listasta, joka aukeaa kirjoittaessasi.
tip-not-yours = Vinkin voi poistaa vain sen jakaja tai valvoja.
tip-removed = Vinkki sivustolta { $host } on poistettu.
tip-removed-card-stays = Vinkki sivustolta { $host } on poistettu, mutta Discord ei antanut minun poistaa korttia. Valvoja voi poistaa viestin.
tip-own-thanks = Tämä on oma vinkkisi. Muut painavat **Tästä oli apua**, kun siitä on heille apua.
