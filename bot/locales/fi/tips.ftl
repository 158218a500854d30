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
command-tip-edit = Muokkaa omaa vinkkiäsi (valvojat: minkä tahansa linkkiä ja aiheita)
command-tip-remove = Poista oma vinkkisi (valvojat: minkä tahansa)
command-tip-saved = Tallentamasi vinkit
command-tip-mine = Jakamasi vinkit
command-tip-random = Sattumalta valittu vanhempi vinkki
command-tip-import = Tee vinkkejä kirjanmerkeistä, taulukosta tai kanavasta (valvojat)
option-tip-import-file = Selaimen kirjanmerkkitiedosto tai linkkitaulukko (CSV)
option-tip-import-channel = Kanava: luen linkit sen uusimmista viesteistä
command-tip-export = Ota vinkit mukaasi tiedostona
option-tip-export-list = Mitkä vinkit; tyhjänä jakamasi
option-tip-export-format = Millainen tiedosto; tyhjänä selaimen kirjanmerkit
option-tip = Valitse listasta tai liitä linkki

tip-head = 🔖 **{ $host }** { $topics }
tip-tail = -# Jakoi { $sharer }
tip-featured = -# Valvojien poiminta
tip-outdated = -# Merkitty vanhentuneeksi
tip-dead = -# Linkki ei auennut, kun viimeksi kokeilin
tip-more-notes = { $count ->
    [one] -# 1 aiempi saate: paina Avaa
   *[other] -# { NUMBER($count) } aiempaa saatetta: paina Avaa
}
tip-helped = { $count ->
    [0] Tästä oli apua
   *[other] Tästä oli apua · { NUMBER($count) }
}
tip-save = Tallenna
tip-unsave = Poista listalta
tip-remind = Muistuta
tip-more = Avaa
tip-add-note = Lisää saatteeni
tip-my-note = Oma saatteeni
tip-outcome = Mitä siitä seurasi
tip-edit = Muokkaa
tip-mark-outdated = Vanhentunut
tip-not-outdated = Yhä ajan tasalla
tip-report = Ilmoita
tip-hide = Piilota
tip-feature = Nosta esiin
tip-unfeature = Poista nosto
tip-retag = Aiheet
tip-restore = Palauta
tip-export = Vie
tip-strip = Poista jonkun teksti tästä vinkistä
tip-open-menu = Avaa vinkki
tip-by = -# Jakoi { $sharer } { $when }
tip-card-at = -# [Avaa kortti]({ $where })
tip-card-link = [Avaa kortti]({ $where })
tip-notes = { $count ->
    [one] **1 saate lisää**
   *[other] **{ NUMBER($count) } saatetta lisää**
}
tip-outcomes = **Mitä siitä seurasi**
tip-hidden-by = 🙈 Valvoja piilotti tämän { $when }.
tip-removed-by = 🗑️ Poistettu { $when }. Sen voi palauttaa 30 päivän ajan.

tip-shared = 🔖 Jaettu: { $where }
tip-not-posted = Vinkkisi on tallessa, mutta Discord ei antanut minun julkaista korttia. Jaa linkki hetken päästä uudelleen, niin yritän vielä kerran.
tip-cautious = ⚠️ Sivuston oikea nimi on **{ $host }**. Tarkista, että tarkoitat juuri sitä.
tip-channel-trouble = En voinut julkaista kanavalla { $channel }, joten vinkki on tässä. Valvoja näkee syyn komennolla `/setup`.
tip-similar-topic = Aihe { $known } on jo olemassa. Jos tarkoitit sitä, vaihda { $topic } komennolla `/tip edit`.
tip-duplicate = **Tämä linkki on täällä jo.** { $sharer } jakoi sen { $when }.
tip-duplicate-here = { $member }, tämä linkki on täällä jo.
tip-duplicate-see = Katso
tip-duplicate-own = **Olet jakanut tämän linkin jo,** { $when }.
tip-your-note = Saatteesi:
tip-note-empty = Kerro lauseella, miksi linkistä on apua, ja jaa se uudelleen.
tip-note-too-long = Saatteessasi on { NUMBER($count) } merkkiä; tilaa on { NUMBER($most) } merkille. Teksti on alla olevassa tiedostossa, niin voit lyhentää sitä.
tip-unshared-by-member = Olet jakanut jo päivän vinkit. Säästä tämä huomiseen; saatteesi on alla olevassa tiedostossa.
tip-unshared-by-all = Yhteisö on jakanut jo päivän vinkit. Säästä tämä huomiseen; saatteesi on alla olevassa tiedostossa.
tip-unshared-hidden = Valvojat ovat piilottaneet tämän linkin. Kysy heiltä, jos se mielestäsi kuuluu tänne.

tip-form-title = Jaa vinkki
tip-form-link = Linkki
tip-form-note = Miksi siitä on apua?
tip-form-note-help = Lause tai kaksi, joista kollega kiittää
tip-form-topics = Aiheet
tip-form-topics-help = Enintään { NUMBER($most) }, pilkuilla erotettuina

tip-no-link = Viestissä ei ole linkkiä. Save as tip toimii viesteissä, joissa on verkko-osoite.
tip-mention-empty = Mainitse minut ja linkki ja kerro, miksi siitä on apua, niin teen siitä vinkin. Jos aloitat minusta ja päätät kysymysmerkkiin, kysyn vertaisiltasi.
tip-offer = 🔖 { $member }, yksi lause ja tämä on vinkki: miksi siitä on apua?
tip-offer-button = Tallenna vinkiksi
tip-offer-several = 🔖 { $member }, mikä linkeistä on vinkki?
tip-offer-menu = Valitse linkki
tip-offer-gone = Tämä oli tarkoitettu toiselle, tai sen aika meni jo. Jaa linkki komennolla `/tip share`.

tip-found-all = { $count ->
    [one] 🔖 **1 vinkki**
   *[other] 🔖 **{ NUMBER($count) } vinkkiä**
}
tip-found-saved = { $count ->
    [one] 🔖 **1 tallennettu vinkki**
   *[other] 🔖 **{ NUMBER($count) } tallennettua vinkkiä**
}
tip-found-mine = { $count ->
    [one] 🔖 **1 jakamasi vinkki**
   *[other] 🔖 **{ NUMBER($count) } jakamaasi vinkkiä**
}
tip-line = - **{ $name }** { $note }{ $count ->
    [0] { "" }
   *[other] { " " }· auttanut { NUMBER($count) }
}{ $mark ->
    [outdated] { " " }· vanhentunut
    [dead] { " " }· linkki rikki
   *[none] { "" }
}
tip-none-found = 🔖 Vinkkejä ei löytynyt. Kokeile vähemmillä tai toisilla sanoilla.
tip-none-all = 🔖 Vinkkejä ei vielä ole. Jaa ensimmäinen: `/tip share`.
tip-none-saved = 🔖 Et ole vielä tallentanut mitään. Paina vinkin alla **Tallenna**, niin se odottaa sinua täällä.
tip-none-mine = 🔖 Et ole vielä jakanut vinkkiä. Aloita: `/tip share`.
tip-unknown = En löydä tuota vinkkiä. Se on ehkä poistettu. Valitse vinkki listasta, joka aukeaa kirjoittaessasi.

tip-own-thanks = Tämä on oma vinkkisi. Muut painavat **Tästä oli apua**, kun siitä on heille apua.
tip-thanked = Kiitos kirjattu. Jos siitä seurasi jotain, kerro rivillä: muut oppivat siitä.
tip-outcome-title = Mitä siitä seurasi?
tip-outcome-label = Yhdellä rivillä
tip-outcome-help = Näkyy nimelläsi kaikille, jotka avaavat vinkin. Tyhjä poistaa sen.
tip-outcome-too-long = Se on riviä pidempi: tilaa on { NUMBER($most) } merkille. Teksti on alla olevassa tiedostossa.
tip-outcome-kept = Rivi on nyt vinkin yhteydessä. Kiitos.
tip-outcome-off = Rivisi on poistettu vinkistä.
tip-note-title = Saatteesi tähän vinkkiin
tip-note-help = Näkyy vinkissä nimelläsi. Tyhjä poistaa sen.
tip-note-added = Saatteesi on nyt vinkissä sivustolta { $host }.
tip-note-off = Saatteesi on poistettu vinkistä.
tip-notes-full = Vinkissä on jo { NUMBER($most) } saatetta. Sinun saatteesi on alla olevassa tiedostossa.
tip-save-saved = Tallessa. `/tip saved` näyttää tallennettusi.
tip-save-already = Tämä on jo listallasi.
tip-save-full = Listasi on täynnä: { NUMBER($most) } vinkkiä. Poista joitakin: `/tip saved`.
tip-save-gone = Tämä vinkki poistettiin juuri äsken.
tip-unsaved = Poistettu listaltasi.
tip-remind-ask = ⏰ Milloin muistutan vinkistä **{ $name }**?
tip-remind-1 = Huomenna
tip-remind-7 = Viikon päästä
tip-remind-30 = Kuukauden päästä
tip-remind-set = -# Nyt muistutus on { $when }.
tip-remind-off = Ei muistutusta
tip-remind-here = ⏰ Muistutan { $when } alkaen, kun seuraavan kerran käytät minua täällä. Haluatko yksityisviestin? Valitse se komennolla `/me`.
tip-remind-dm = ⏰ Muistutan yksityisviestillä { $when }.
tip-remind-full = Muistutuksiasi on jo niin monta kuin voin pitää. Peru ensin jokin niistä.
tip-remind-cancelled = En muistuta.
tip-reminder = ⏰ Halusit palata vinkkiin **{ $name }**.

tip-from-answer = -# Hyväksytystä vastauksesta
tip-answered = -# Kysymys oli { $question }
tip-answer-told = -# Hyväksytystä vastauksestasi tulee vinkki sinun nimelläsi. Muokkaa sitä vapaasti.
tip-answer-gone = Tuolla kysymyksellä ei ole enää hyväksyttyä vastausta.
tip-answer-changed = Vastauksesi ei ole enää se hyväksytty, joten en tallentanut mitään. Tekstisi on alla olevassa tiedostossa; voit silti jakaa sen: `/tip share`.
tip-answer-elsewhere = Tuosta vastauksesta on jo vinkki kanavalla, jota et näe.
tip-answer-asked = Vastaus on kirjoittajansa, joten hän päättää. Kysyn häneltä, kun hän seuraavan kerran käyttää minua, enkä kerro nimeäsi.
tip-answer-asked-before = Kirjoittajalta on jo kysytty, eikä hän ole vielä suostunut.
tip-answer-wish = 🔖 Joku haluaisi vastauksesi kysymykseen { $question } vinkiksi. Jos se sopii, valitse kysymyksen kortista **Tallenna vinkiksi**.

tip-edit-title = Muokkaa vinkkiä
tip-edited = Vinkki sivustolta { $host } on muutettu.
tip-retag-title = Vinkin aiheet
tip-retagged = Vinkillä sivustolta { $host } on uudet aiheet.
tip-not-yours-to-edit = Vinkkiä voi muokata vain sen jakaja tai valvoja.
tip-link-taken = Toisella vinkillä on jo tuo linkki. Saatteesi on alla olevassa tiedostossa.
tip-not-yours = Vinkin voi poistaa vain sen jakaja tai valvoja.
tip-removed = Vinkki sivustolta { $host } on poistettu. Valvoja voi palauttaa sen 30 päivän ajan komennolla `/review`.
tip-removed-card-stays = Vinkki sivustolta { $host } on poistettu, mutta Discord ei antanut minun poistaa korttia. Valvoja voi poistaa viestin.
tip-hidden = Vinkki sivustolta { $host } on piilotettu, eikä linkkiä voi jakaa uudelleen. `/review` palauttaa sen.
tip-hidden-card-stays = Vinkki sivustolta { $host } on piilotettu, mutta Discord ei antanut minun poistaa korttia. Poista viesti itse.
tip-restored = Vinkki sivustolta { $host } on palautettu.
tip-restored-without-card = Vinkki sivustolta { $host } on taas haussa ja listoilla, mutta Discord ei antanut minun julkaista korttia.
tip-restore-taken = Linkki on sillä välin jaettu uudelleen, joten tämä pysyy poistettuna.
tip-restore-gone = Palautettavaa ei ole: vinkki on jo palautettu tai poistosta on yli 30 päivää.

report-title = Ilmoita vinkistä
report-reason = Mikä on vialla?
report-outdated = Vanhentunut
report-broken = Linkki ei aukea
report-unfit = Ei kuulu tänne
report-spam = Mainos tai huijaus
report-other = Jotain muuta
report-text = Omin sanoin
report-help = Vain valvojat näkevät tämän ja nimesi.
report-kept = Valvojat näkevät ilmoituksesi. Kiitos, että kerroit.
report-full = Olet tehnyt tänään paljon ilmoituksia. Kirjoita suoraan valvojalle; tekstisi on alla olevassa tiedostossa.
report-notice = 🚩 Vinkistä **{ $name }** ilmoitettiin: { $reason }. { $text }
report-open = Avaa
report-keep = Saa jäädä
report-closed = Valmis: vinkki jää, ja ilmoitus on käsitelty.
report-closed-already = Joku on jo käsitellyt tämän ilmoituksen.

import-choose = Anna luettavaksi yksi: tiedosto (`file`) tai kanava (`channel`).
import-reading = Luen jo jotain tälle yhteisölle. Palaa hetken päästä.
import-running-already = Tuonti on kesken: { NUMBER($done) } / { NUMBER($total) }. Aloita seuraava, kun se on valmis.
import-empty = Tiedosto on tyhjä. Vie kirjanmerkit selaimesta uudelleen.
import-too-large = Tiedosto on liian suuri: enintään { NUMBER($size) } Mt. Jaa se osiin tai vie yksi kansio kerrallaan.
import-not-text = En osaa lukea tätä tiedostoa. Anna selaimen viemä kirjanmerkkitiedosto (HTML) tai CSV-muotoon tallennettu taulukko.
import-no-links = Tiedostossa ei ole linkkejä. Luen kirjanmerkkitiedostoja (HTML) ja taulukoita (CSV), joiden joka rivillä on linkki.
import-too-many = Tiedostossa on yli { NUMBER($most) } riviä. Jaa se osiin ja tuo ne yksi kerrallaan.
import-file-gone = Discord ei antanut tiedostoa minulle. Lähetä se uudelleen.
import-all-bad = Yhdestäkään rivistä ei tule vinkkiä.
import-bad = { $count ->
    [one] 1 rivi jäi lukematta. Tiedosto kertoo, mikä ja miksi.
   *[other] { NUMBER($count) } riviä jäi lukematta. Tiedosto kertoo, mitkä ja miksi.
}
import-bad-header = rivi;syy;teksti
import-bad-no-link = Rivillä ei ole linkkiä.
import-bad-too-long = Solu on pidempi kuin pystyn lukemaan.
import-bad-unfinished = Tästä alkaa lainaus tai tunniste, joka ei pääty, joten tiedoston loppu jäi lukematta.
import-ready = { $count ->
    [one] 📥 **1 linkistä voi tulla vinkki**
   *[other] 📥 **{ NUMBER($count) } linkistä voi tulla vinkki**
}
import-for-everybody = Kaikki löytävät ne täällä hausta ja listoilta. Kortteja en julkaise.
import-for-channel = Ne löytää hausta ja listoilta jokainen, joka näkee kanavan { $channel }. Kortteja en julkaise.
import-known = { $count ->
    [one] 1 on täällä jo.
   *[other] { NUMBER($count) } on täällä jo.
}
import-repeats = { $count ->
    [one] 1 toisto on yhdistetty.
   *[other] { NUMBER($count) } toistoa on yhdistetty.
}
import-unread = { $count ->
    [one] 1 rivi jäi lukematta.
   *[other] { NUMBER($count) } riviä jäi lukematta.
}
import-no-room = { $count ->
    [one] 1 ei mahdu: yhteisössä on tilaa { NUMBER($most) } vinkille.
   *[other] { NUMBER($count) } ei mahdu: yhteisössä on tilaa { NUMBER($most) } vinkille.
}
import-nothing-new = 📥 **Uutta tuotavaa ei ole**
import-glimpse = Ensimmäiset:
import-start = Tuo { NUMBER($count) }
import-cancel = Peru
import-cancelled = 📥 Mitään ei tuotu.
import-over = Tämä tuonti on ohi: se on jo aloitettu tai kumottu, tai se odotti liian kauan. Uusi alkaa komennolla `/tip import`.
import-running = 📥 Tuon linkkejä: { NUMBER($done) } / { NUMBER($total) }. Voit poistua, työ jatkuu itsestään.
import-undoing = 📥 Kumoan tuontia: { NUMBER($done) } / { NUMBER($total) }. Voit poistua, työ jatkuu itsestään.
import-done = { $added ->
    [one] 📥 Lisäsin 1 vinkin.
   *[other] 📥 Lisäsin { NUMBER($added) } vinkkiä.
}{ $known ->
    [0] { "" }
    [one] { " " }1 oli täällä jo.
   *[other] { " " }{ NUMBER($known) } oli täällä jo.
}{ $unfit ->
    [0] { "" }
   *[other] { " " }{ NUMBER($unfit) } ei mahtunut: yhteisössä on tilaa { NUMBER($most) } vinkille.
}
import-undo = Kumoa tuonti
import-undone = { $count ->
    [one] 📥 Tuonti on kumottu: 1 vinkki on poistettu.
   *[other] 📥 Tuonti on kumottu: { NUMBER($count) } vinkkiä on poistettu.
}{ $kept ->
    [0] { "" }
    [one] { " " }1 jäi, koska joku on kiittänyt siitä, tallentanut sen tai lisännyt saatteen.
   *[other] { " " }{ NUMBER($kept) } jäi, koska joku on kiittänyt niistä, tallentanut ne tai lisännyt saatteen.
}
import-needs-content = En saa lukea täällä kirjoitettuja viestejä. Ylläpitäjäni voi sallia sen: asetuksiini `MESSAGE_CONTENT=on` ja Discordin kehittäjäsivulla `Message Content Intent` päälle. Tiedosto käy ilman sitäkin.
import-not-yours = Et itse voi lukea kanavaa { $channel }, joten en lue sitä puolestasi.
import-lacks = En voi lukea kanavaa { $channel }: minulta puuttuu siellä { $permissions }.
import-hearing = { $count ->
    [0] 📥 Luen kanavaa { $channel }. Siinä voi mennä minuutti; voit tehdä sillä välin muuta.
    [one] 📥 Luen kanavaa { $channel }: 1 viesti tähän mennessä. Voit tehdä sillä välin muuta.
   *[other] 📥 Luen kanavaa { $channel }: { NUMBER($count) } viestiä tähän mennessä. Voit tehdä sillä välin muuta.
}
import-hearing-broke = { $count ->
    [0] Discord ei antanut minun lukea siellä yhtään viestiä. Kokeile myöhemmin uudelleen.
    [one] Discord lakkasi vastaamasta 1 viestin jälkeen, joten en tallentanut mitään. Kokeile myöhemmin uudelleen.
   *[other] Discord lakkasi vastaamasta { NUMBER($count) } viestin jälkeen, joten en tallentanut mitään. Kokeile myöhemmin uudelleen.
}
import-nothing-heard = { $count ->
    [0] 📥 Kanavalla ei ole viestejä.
    [one] 📥 Kanavalla on yksi viesti, eikä siinä ole kenenkään jakamaa linkkiä.
   *[other] 📥 Uusimmissa { NUMBER($count) } viestissä ei ole kenenkään jakamaa linkkiä.
}

export-ask = 📤 Millainen tiedosto?
export-bookmarks = Kirjanmerkit
export-csv = Taulukko (CSV)
export-json = JSON
export-atom = Atom-syöte
export-mine = Jakamani
export-saved = Tallentamani
export-all = Kaikki, jotka näen (valvojat)
export-done = { $count ->
    [one] 📤 1 vinkki mukaasi.
   *[other] 📤 { NUMBER($count) } vinkkiä mukaasi.
}
export-cut = { $count ->
    [one] 📤 Uusin vinkki { NUMBER($total) } vinkistä: enempää ei mahdu Discordin tiedostoon.
   *[other] 📤 Uusimmat { NUMBER($count) } vinkkiä { NUMBER($total) } vinkistä: enempää ei mahdu Discordin tiedostoon.
}
