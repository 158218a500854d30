command-ask = Kysy vertaisilta
option-ask-title = Kysymyksesi yhdellä rivillä; voit vielä muuttaa sitä
command-question = Vertaisten kysymykset
command-question-list = Kysymykset iän mukaan
option-question-list-state = Mitkä; tyhjänä avoimet
option-question-list-topic = Vain tämä aihe
question-state-open = avoimet
question-state-solved = ratkaistut
question-state-all = kaikki

ask-title = Kysy vertaisilta
ask-form-title = Kysymys
ask-form-title-help = Yksi rivi, joka kertoo, mitä tarvitset
ask-form-details = Lisätietoja
ask-form-details-help = Mitä olet kokeillut? Jätä nimet ja asiakastiedot pois.
ask-form-topics = Aiheet
ask-form-topics-help = Enintään { NUMBER($most) }, pilkuilla erotettuina
ask-empty = Kysymys puuttuu. Kerro yhdellä rivillä, mitä tarvitset.
ask-too-long = Teksti on liian pitkä: kysymykseen mahtuu { NUMBER($title) } merkkiä, lisätietoihin { NUMBER($details) }. Tekstisi on alla olevassa tiedostossa.
ask-quota-own = Olet kysynyt jo päivän kysymykset. Tekstisi on alla olevassa tiedostossa huomista varten.
ask-quota-all = Yhteisö on kysynyt jo päivän kysymykset. Tekstisi on alla olevassa tiedostossa huomista varten.
ask-not-here = En voi avata kysymystä tässä. Kysy tekstikanavalla. Tekstisi on alla olevassa tiedostossa.
ask-channel-gone = Kysymysten kanavaa ei enää ole. Valvoja voi valita toisen komennolla `/setup`. Tekstisi on alla olevassa tiedostossa.
ask-not-posted = En voinut julkaista kanavalla { $channel }. Kerro valvojalle. Tekstisi on alla olevassa tiedostossa.
ask-posted = ❓ Kysymyksesi on avoinna: { $thread }. Kun jokin vastaus auttaa, paina sitä pitkään tai hiiren oikealla painikkeella ja valitse **Sovellukset** → **Accept answer**.

question-head-open = ❓
question-head-solved = ✅
question-head-closed = ⚪
question-asked = -# Kysyi { $asker } { $when } { $topics }
question-how-to-accept = -# Kun vastaus auttaa, kysyjä avaa sen valikon: **Sovellukset** → **Accept answer**.
question-solved-by = ✅ **Ratkaistu**, vastasi { $helper } · [Avaa vastaus]({ $where })
question-gone = Tuota kysymystä ei enää ole.
question-title-open = Avoin kysymys
question-title-solved = Ratkaistu kysymys
question-title-closed = Suljettu kysymys
question-asker-unnamed = Kysyjä
question-helpers = 🙋 Auttamassa { $helpers }
question-helpful = -# Näistäkin oli apua: { $helpers }
question-outdated = -# Joku arveli { $when }, että tämä voi olla vanhentunut.
question-duplicate-of = Sama kuin { $question }. Vastaukset ovat siellä.
question-closed-duplicate = Suljettu: samaa on kysytty ennen, ja vastaukset ovat siellä.
question-closed-unneeded = Suljettu: apua ei enää tarvita.
question-closed-moderator = Valvoja sulki kysymyksen.
question-closed-idle = Suljettu: keskustelu hiljeni. Jos tarvitset vielä apua, avaa kysymys uudelleen.
question-changed = Joku ehti ensin, ja kysymys on muuttunut. Katso sen kortti ja yritä uudelleen, jos vielä haluat.
question-cannot-reopen = Tämä kysymys on jo avoinna.
question-cannot-close = Tämä kysymys on jo päättynyt. Kortista näet, miten.
question-cannot-help = Tämä kysymys on jo päättynyt. Kiitos silti.
question-cannot-still-needed = Tämä kysymys on jo päättynyt. Kortista näet, miten.
question-cannot-validate = Tällä kysymyksellä ei ole enää hyväksyttyä vastausta.
question-button-help = Minä autan
question-button-follow = Seuraa
question-button-solved = Ratkaistu…
question-button-write = Kirjoita nimettä
question-button-helpful = Muutkin auttoivat…
question-button-keep = Tallenna vinkiksi
question-button-reopen = Avaa uudelleen
question-line = { $mark } { $question } · { $when }

accept-not-here = Viesti ei ole kysymyksen ketjussa. Hyväksy vastaus sen kysymyksen ketjussa, johon se kuuluu.
accept-not-asker = Vain kysyjä tai valvoja voi hyväksyä vastauksen tai avata kysymyksen uudelleen.
accept-from-bot = Viesti on botin. Hyväksy ihmisen vastaus.
accept-already = Tämä on jo hyväksytty vastaus. Voit perua sen kysymyksen kortista: **Avaa uudelleen**.
accept-tags-full = Julkaisussa on viisi tunnistetta, joten ratkaistun tunniste ei mahdu. Poista yksi, niin se mahtuu; kortti kertoo tilan joka tapauksessa.
accept-tag-refused = Discord ei antanut minun lisätä ratkaistun tunnistetta. Kortti kertoo tilan; valvoja voi tarkistaa oikeuteni komennolla `/setup`.
accepted = ✅ Ratkaistu. Kiitos, { $helper }.
accepted-own = ✅ Ratkaistu. Kiitos, että kerroit, mikä auttoi, { $helper }.

questions-title-open = { $count ->
    [one] ❓ **1 avoin kysymys**
   *[other] ❓ **{ NUMBER($count) } avointa kysymystä**, pisimpään odottanut ensin
}
questions-title-solved = { $count ->
    [one] ✅ **1 ratkaistu kysymys**
   *[other] ✅ **{ NUMBER($count) } ratkaistua kysymystä**, uusin ensin
}
questions-title-all = { $count ->
    [one] ❓ **1 kysymys**
   *[other] ❓ **{ NUMBER($count) } kysymystä**, uusin ensin
}
questions-none-open = ❓ Avoimia kysymyksiä ei ole. Kysy: `/ask`.
questions-none-solved = ✅ Ratkaistuja kysymyksiä ei vielä ole.
questions-none-all = ❓ Kysymyksiä ei vielä ole. Kysy ensimmäinen: `/ask`.

# helpers
helpers-call = ❓ **Kukaan ei ole vielä vastannut**
    { $question }
helpers-call-named = Osaisitko auttaa? { $helpers }
helpers-call-anyone = Osaisiko joku täällä auttaa?
helpers-about = -# Kysytty { $when } { $topics }
helpers-take = Otan tämän
helpers-not-now = En ehdi nyt
helpers-call-taken = 🙋 { $question }
    { $helpers } auttaa tässä. Kiitos.
helpers-call-answered = 💬 { $question }
    Joku on jo vastannut.
helpers-call-solved = ✅ { $question }
    Ratkaistu.
helpers-call-closed = ⚪ { $question }
    Suljettu.
helpers-taken = Kiitos. Kirjoita vastauksesi ketjuun { $thread }; sen kortti kertoo, että autat.
helpers-already = Autat jo ketjussa { $thread }.
helpers-late = Joku ehti ensin. Voit silti kertoa, mitä tiedät: { $thread }.
helpers-ended = Tämä kysymys on jo päättynyt. Kiitos silti.
helpers-own = Tämä on oma kysymyksesi.
helpers-cannot-see = Et näe tämän kysymyksen kanavaa, joten jonkun muun on autettava.
helpers-not-asked = Sinua ei pyydetty nimeltä, joten ei ole mistä kieltäytyä.
helpers-declined = Ei haittaa. Pyydän jotakuta toista, jos löydän.

helpers-idle = ❓ { $asker }, tarvitsetko vielä apua tähän?
    Täällä on ollut hiljaista. Jos et vastaa, suljen kysymyksen viikon päästä. Mitään ei poisteta.
helpers-still-needed = Tarvitsen vielä
helpers-unneeded = En tarvitse enää
helpers-idle-open = ❓ Apua kaivataan täällä yhä.
helpers-idle-over = ⚪ Kysymys on päättynyt. Kortista näet, miten.
helpers-idle-closed = ⚪ Täällä hiljeni, joten suljin kysymyksen. **Tarvitsen vielä** avaa sen uudelleen.
helpers-goes-on = Hyvä tietää. Kysymys pysyy avoinna.
helpers-closed = Suljin kysymyksen. Kiitos, että kerroit.

helpers-check = ✅ **Pitääkö tämä vielä paikkansa?**
    { $question } · { $helper } vastasi { $when }
helpers-check-unnamed = ✅ **Pitääkö tämä vielä paikkansa?**
    { $question } · vastattu { $when }
helpers-check-valid = ✅ { $question }
    Vastaus pitää yhä paikkansa.
helpers-check-outdated = ⚠️ { $question }
    Vastaus on merkitty vanhentuneeksi.
helpers-check-over = ❓ { $question }
    Kysymyksellä ei ole enää hyväksyttyä vastausta.
helpers-still-valid = Pitää paikkansa
helpers-outdated = Vanhentunut
helpers-valid = Kiitos. Kysyn myöhemmin uudelleen.
helpers-marked = Kiitos. Kysymyksen kortti kertoo sen nyt. **Pitää paikkansa** peruu merkinnän.

helpers-week = { $count ->
    [one] ❓ { $date }: **1 avoin kysymys**
   *[other] ❓ { $date }: **{ NUMBER($count) } avointa kysymystä**
}{ $unanswered ->
    [0] , kaikkiin on vastattu.
    [one] , 1 ilman vastausta.
   *[other] , { NUMBER($unanswered) } ilman vastausta.
}
    Vanhin: { $question } · { $when }. Kaikki: `/question list`
helpers-trouble-forbidden = En voi julkaista kysymyksistä kanavalla { $channel }. `/setup` kertoo, mitä minulta puuttuu. Yritän uudelleen, kun oikeudet muuttuvat.
helpers-trouble-gone = Kanavaa { $channel } ei enää ole, joten en voi julkaista kysymyksistä siellä. Valitse toinen komennolla `/setup`.
