command-ask = Kysy vertaisilta
option-ask-title = Kysymyksesi yhdellä rivillä; voit vielä muuttaa sitä
command-question = Vertaisten kysymykset
command-question-list = Kysymykset iän mukaan
option-question-list-state = Mitkä; tyhjänä avoimet
option-question-list-topic = Vain tämä aihe
command-question-search = Etsi kysymyksiä ja niiden vastauksia
option-question-search-words = Sanoja kysymyksestä tai vastauksesta
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
ask-too-long = Teksti on liian pitkä: kysymykseen mahtuu { NUMBER($title) } merkkiä, lisätietoihin { NUMBER($details) }.
ask-quota-own = Olet kysynyt jo päivän kysymykset. Kysy lisää huomenna.
ask-quota-all = Yhteisö on kysynyt jo päivän kysymykset. Kysy lisää huomenna.
ask-not-here = En voi avata kysymystä tässä. Kysy tekstikanavalla.
ask-channel-gone = Kysymysten kanavaa ei enää ole. Valvoja voi valita toisen komennolla `/setup`.
ask-not-posted = En voinut julkaista kanavalla { $channel }. Kerro valvojalle.
ask-posted = ❓ Kysymyksesi on avoinna: { $thread }. Kun jokin vastaus auttaa, paina **Ratkaistu…** kysymyksen kortista.

question-head-open = ❓
question-head-solved = ✅
question-head-closed = ⚪
question-asked = -# Kysyi { $asker } { $when } { $topics }
question-asked-unnamed = -# Kysytty nimettömänä { $when } { $topics }
question-how-to-accept = -# Kysyjä painaa **Ratkaistu…**, kun jokin vastaus auttaa.
question-solved-by = **Ratkaistu**, vastasi { $helper } · [Avaa vastaus]({ $where })
question-gone = Tuota kysymystä ei enää ole.
question-title-open = Avoin kysymys
question-title-solved = Ratkaistu kysymys
question-title-closed = Suljettu kysymys
question-asker-unnamed = Kysyjä
question-helpers = Auttamassa: { $helpers }
question-helpful = -# Näistäkin oli apua: { $helpers }
question-outdated = -# Joku arveli { $when }, että tämä voi olla vanhentunut.
question-duplicate-of = Sama kuin { $question }. Vastaukset ovat siellä.
question-ended = Suljettu: { $words }
question-closed-by-moderator = Valvoja sulki kysymyksen: { $words }
question-closed-duplicate = Suljettu: samaa on kysytty ennen, ja vastaukset ovat siellä.
question-closed-unneeded = Suljettu: apua ei enää tarvita.
question-closed-moderator = Valvoja sulki kysymyksen.
question-closed-idle = Suljettu: keskustelu hiljeni. Jos tarvitset vielä apua, avaa kysymys uudelleen.
question-changed = Joku ehti ensin, ja kysymys on muuttunut. Katso sen kortti ja yritä uudelleen, jos vielä haluat.
question-cannot-reopen = Tämä kysymys on jo avoinna.
question-cannot-close = Tämä kysymys on jo päättynyt. Kortista näet, miten.
question-cannot-help = Tämä kysymys on jo päättynyt. Kiitos silti.
question-cannot-still-needed = Tämä kysymys on jo päättynyt. Kortista näet, miten.
question-cannot-follow = Tämä kysymys on jo päättynyt. Kortista näet, miten.
question-cannot-helpful = Tällä kysymyksellä ei ole hyväksyttyä vastausta. Hyväksy ensin yksi, ja kerro sitten, mistä muusta oli apua.
question-cannot-validate = Tällä kysymyksellä ei ole enää hyväksyttyä vastausta.
question-button-help = { $count ->
    [0] Minä autan
   *[other] Minä autan · { NUMBER($count) }
}
question-button-follow = { $count ->
    [0] Seuraa
   *[other] Seuraa · { NUMBER($count) }
}
question-button-solved = Ratkaistu…
question-button-write = Kirjoita nimettömänä
question-button-helpful = Muutkin auttoivat…
question-button-keep = Tallenna vinkiksi
question-button-reopen = Avaa uudelleen
question-button-unneeded = En tarvitse enää
question-button-not-yet = Ei vielä
question-line = { $mark } { $question } · { $asker } { $when }{ $waiting ->
    [yes] { " " }· **ei vielä vastausta**
   *[no] { "" }
}

accept-not-here = Viesti ei ole kysymyksen ketjussa. Hyväksy vastaus sen kysymyksen ketjussa, johon se kuuluu.
accept-not-asker = Tästä päättää kysyjä tai valvoja.
accept-from-bot = Viestin kirjoitti botti tai Discord itse. Hyväksy ihmisen vastaus.
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
questions-none-topic = ❓ Aiheesta { $topic } ei ole sellaisia kysymyksiä, jotka näkisit. Kysy: `/ask`.

# ask
ask-text-below = Tekstisi on alla olevassa tiedostossa.
ask-place-hidden = Kysymykset menevät kanavalle, jota et näe. Pyydä valvojaa päästämään sinut sinne.
ask-silenced = Et voi juuri nyt kirjoittaa kanavan { $channel } ketjuihin, joten en julkaise siellä puolestasi.
ask-how = Miten kysyt
ask-how-named = Omalla nimelläni
ask-how-unnamed = Nimettömänä
ask-unnamed-told = -# Nimettömänä: kysymys näkyy täällä nimellä Kysyjä, ja jatkat sitä minun kauttani. Jäsenet ja valvojat eivät näe, kuka kysyi; botin ylläpitäjä voisi selvittää sen, tietokannalla ja avaimella yhdessä; Discord välittää tämän lomakkeen.
ask-unnamed-blocked = Valvojat ovat estäneet sinua kysymästä täällä nimettömänä. Voit kysyä omalla nimelläsi.
ask-posted-unnamed = ❓ Kysymyksesi on avoinna ilman nimeäsi: { $thread }. Sen kortista **Kirjoita nimettömänä** lisää siihen ja **Ratkaistu…** kertoo, mikä vastaus auttoi. Ketjuun itse kirjoittamasi näkyy nimelläsi.
ask-posted-public = ❓ Kysytty: { $thread }
similar-first = ❓ **Ratkaiseeko jokin näistä?**
    -# Kysymyksesi odottaa tässä päivän.
similar-for = ❓ { $member }, **ratkaiseeko jokin näistä?**
similar-wider = ❓ { $member }, kysyisin tämän kanavalla { $channel }, jota lukee useampi kuin tätä.
similar-in-post = ❓ **Ratkaiseeko jokin näistä?**
    -# Jos ratkaisee, kysyjä voi sulkea julkaisun yhdellä painalluksella.
similar-open = -# Kysytty { $when }, ei vielä vastausta
similar-being-answered = -# Kysytty { $when }, vastauksia on tullut
similar-answer = -# [Avaa vastaus]({ $where })
similar-solved-this = Tämä ratkaisi
similar-follow-this = Seuraa tätä
similar-same-solved = Tämä ratkaisi
similar-same-open = Sama kysymys
similar-ask-anyway = Kysy silti
similar-dismiss = Piilota
similar-done-solved = ✅ Hienoa, että ratkesi: { $question }
similar-done-thanked = ✅ Hienoa, että ratkesi: { $question }. { $helper } saa kiitoksesi.
similar-done-following = 🔔 Seuraat kysymystä { $question } ja kuulet, miten se päättyy. Uutta kysymystä ei tehty.
similar-done-public-solved = ✅ { $member } löysi vastauksen: { $question }
similar-done-public-following = 🔔 { $member } seuraa kysymystä { $question }, jossa kysytään samaa.
similar-over = Tästä on jo päätetty, tai se odotti yli päivän. Kysy: `/ask`.
similar-others = Vain kysyjä voi valita tästä.
similar-changed = Kysymys on muuttunut sillä välin. Avaa se linkistä tai valitse **Kysy silti**.
post-quota-own = Olet kysynyt jo päivän kysymykset, joten en pidä tästä korttia. Muut voivat vastata silti.
post-quota-all = Yhteisö on kysynyt jo päivän kysymykset, joten en pidä tästä korttia. Muut voivat vastata silti.

# unnamed
ask-reflection-gone = Tuota pohdintaa ei enää ole, tai se ei ole sinun.
question-born-of-reflection = -# Kasvoi pohdinnasta
question-found = { $count ->
    [0] ❓ Haulla ”{ $words }” ei löytynyt mitään. Joku täällä voi tietää: kysy.
    [one] ❓ **1 kysymys**, jossa on ”{ $words }”
   *[other] ❓ **{ NUMBER($count) } kysymystä**, joissa on ”{ $words }”, ratkaistut ensin
}
question-ask-this = Kysy tämä
write-title = Kirjoita nimettömänä
write-label = Mitä haluat lisätä
write-help = Teksti tulee kysymyksen ketjuun kysyjän nimissä, ilman nimeäsi.
write-told = -# Jäsenet ja valvojat eivät näe, kuka olet; botin ylläpitäjä voisi selvittää sen, tietokannalla ja avaimella yhdessä; Discord välittää tämän lomakkeen. Kirjoitustapasi ja hetki voivat silti kertoa jotain.
write-by = ❓ **{ $asker }** lisää:
write-sent = ❓ Lisätty ketjuun { $thread } ilman nimeäsi. Ketjuun itse kirjoittamasi näkyy nimelläsi.
write-take-back = Peru
write-empty = Teksti puuttuu. Kirjoita lause ja lähetä uudelleen.
write-too-long = Teksti on liian pitkä: { NUMBER($most) } merkkiä mahtuu. Tekstisi on alla olevassa tiedostossa, niin voit lyhentää sitä.
write-gone = Tuota kysymystä ei enää ole, tai et voi lisätä siihen. Tekstisi on alla olevassa tiedostossa.
write-full = Olet lisännyt tähän kysymykseen jo päivän verran. Tekstisi on alla olevassa tiedostossa huomista varten.
write-locked = Ketju on lukittu, joten siihen ei voi lisätä. Valvoja voi avata lukituksen. Tekstisi on alla olevassa tiedostossa.
write-silenced = Et voi juuri nyt kirjoittaa tähän ketjuun, joten en julkaise siinä puolestasi. Tekstisi on alla olevassa tiedostossa.
write-not-posted = En voinut kirjoittaa kysymyksen ketjuun. Tekstisi on alla olevassa tiedostossa; yritä hetken päästä uudelleen.
write-blocked = Valvojat ovat estäneet sinua kysymästä täällä nimettömänä, joten et voi myöskään lisätä kysymykseesi. He voivat perua eston.
write-blocked-typed = Valvojat ovat estäneet sinua kysymästä täällä nimettömänä, joten et voi myöskään lisätä kysymykseesi. He voivat perua eston. Tekstisi on alla olevassa tiedostossa.
write-unknown = Sitä ei enää ole.
write-taken-out = Teksti on poissa ketjusta.
write-stays = Teksti on poissa tiedoistani, mutta Discord ei antanut minun poistaa viestiä. Valvoja voi poistaa sen.
write-about = Joku kysyi tämän nimettömänä ja jatkaa kysymystä minun kauttani. Vastaa kirjoittamalla ketjuun. Jos jokin täällä on sopimatonta, kerro valvojille; nimeäsi ei kerrota.
write-about-own = Kirjoitit tämän ilman nimeäsi.
write-about-moderators = Kukaan täällä ei näe, kuka tämän kysyi. Esto koskee kysyjää, kuka hän onkin: hän ei voi enää kysyä eikä lisätä nimettömänä, ja se kerrotaan hänelle, kun hän yrittää. Jo julkaistu pysyy, kunnes poistat sen.
write-is-blocked = **Kysyjä on estetty.**
write-key-changed = -# Avain, jolla tunnistin kysyjän, on vaihdettu tämän kysymyksen jälkeen, joten en enää tunnista kysyjää. Valvoja voi päättää kysymyksestä hänen puolestaan.
write-block = Estä kysyjä
write-lift = Peru esto
write-blocks = Estot
write-blocks-title = { $count ->
    [0] Ketään ei ole estetty kysymästä nimettömänä.
    [one] **1 kysyjä** on estetty kysymästä nimettömänä
   *[other] **{ NUMBER($count) } kysyjää** on estetty kysymästä nimettömänä
}
write-block-line = **{ $title }**
    -# { $when } · { $moderator }
write-report = Kerro valvojille
write-report-line = 🏳️ Jäsen pyytää katsomaan nimettömänä kysyttyä: { $where }

# settle
command-question-close = Sulje tämän ketjun kysymys
option-question-close-reason = Syy omin sanoin, tai kysymys, joka on sama kuin tämä
command-question-reopen = Avaa tämän ketjun kysymys uudelleen
question-reason-unneeded = apua ei enää tarvita
question-reason-duplicate = Sama kuin: { $title }
question-not-here = Tämä ei ole kysymyksen ketju. Avaa kysymyksen ketju ja anna komento siellä.
question-original-gone = Tuota kysymystä ei enää ole, tai et näe sitä. Valitse kysymys luettelosta.
question-original-itself = Tuo on tämä sama kysymys. Valitse se, joka kysyttiin aiemmin.
question-held = Valvoja sulki tämän kysymyksen. Pyydä valvojaa avaamaan se.
question-locked = Ketju on lukittu, joten kukaan ei voisi vastata. Pyydä valvojaa avaamaan lukitus.
question-done = Valmis. Kerroin siitä ketjussa { $thread }.
question-reopened = ❓ { $who } avasi kysymyksen uudelleen.
question-open-again = ❓ Kysymys on taas avoinna.
question-answer-deleted = ❓ Hyväksytty vastaus poistettiin, joten kysymys on taas avoinna.
question-did-it-solve = Ratkaisiko jokin vastaus asian? Paina silloin **Ratkaistu…** ja valitse se.
question-helps = Kortti kertoo nyt, että autat. Vastaa ketjussa { $thread }; painamalla uudelleen perut.
question-helps-not = Kortti ei enää kerro, että autat.
question-help-own = Kysyit tämän itse. Kun joku auttaa, kortti kertoo sen.
question-follows = Seuraat tätä. Kerron, miten tämä päättyy, kun seuraavan kerran käytät minua, tai yksityisviestillä, jos valitsit sen komennolla `/me`. Painamalla uudelleen perut.
question-follows-not = Et enää seuraa tätä kysymystä.
question-follow-own = Kysyit tämän itse, joten kuulet joka tapauksessa, miten se päättyy.
question-follow-unnamed = Kysyit tämän nimettömänä, joten en merkitse muistiin, kenelle kertoa. Kortista näet, missä mennään.
question-told-solved = ✅ { $question } on ratkaistu. [Avaa vastaus]({ $where })
question-told-closed = ⚪ { $question } – { $how }

solved-which = **Mikä vastaus ratkaisi asian?**
solved-nothing = Kukaan ei ole vielä vastannut. Jos löysit vastauksen itse, kirjoita se ensin ketjuun, niin muutkin löytävät sen.
solved-unreadable = -# Jos haluat, että vastaus löytyy myös sanoillaan, avaa sen valikko: **Sovellukset** → **Accept answer**.
solved-menu = Valitse vastaus
solved-hidden = Discord ei anna minun lukea tuota ketjua. Avaa vastauksen valikko: **Sovellukset** → **Accept answer**.
solved-ago-minutes = { NUMBER($count) } min sitten
solved-ago-hours = { NUMBER($count) } t sitten
solved-ago-days = { $count ->
    [one] 1 päivä sitten
   *[other] { NUMBER($count) } päivää sitten
}
helped-which = **Mistä muista vastauksista oli apua?** Valitse niin monta kuin haluat; muilta merkintä poistuu.
helped-nothing = Ketjussa ei ole muita vastauksia.
helped-menu = Valitse vastaukset
helped-done = Selvä. Kortti kertoo, keistä oli apua.
accept-gone = Tuota vastausta ei enää ole. Valitse toinen.
accepted-for = ✅ Ratkaistu. Kiitos, { $helper }.
    -# Vastauksen valitsi { $by }. Jos siitä ei ole apua, { $asker } voi painaa **Avaa uudelleen**.

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
