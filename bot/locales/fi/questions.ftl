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
ask-posted = ❓ Kysymyksesi on avoinna: { $thread }. Kun jokin vastaus auttaa, paina kysymyksen kortista **Ratkaistu…**.

question-head-open = ❓
question-head-solved = ✅
question-head-closed = ⚪
question-asked = -# Kysyi { $asker } { $when } { $topics }
question-how-to-accept = -# Kun jokin vastaus auttaa, kysyjä painaa **Ratkaistu…**.
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
question-button-write = Kirjoita nimettä
question-button-helpful = Muutkin auttoivat…
question-button-keep = Tallenna vinkiksi
question-button-reopen = Avaa uudelleen
question-button-unneeded = En tarvitse enää
question-button-not-yet = Ei vielä
question-line = { $mark } { $question } · { $when }

accept-not-here = Viesti ei ole kysymyksen ketjussa. Hyväksy vastaus sen kysymyksen ketjussa, johon se kuuluu.
accept-not-asker = Tästä päättää kysyjä tai valvoja.
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
question-follows = Kerron, miten tämä päättyy, seuraavan vastaukseni ohessa tai yksityisviestillä, jos valitsit sen komennolla `/me`. Painamalla uudelleen perut.
question-follows-not = Et enää seuraa tätä kysymystä.
question-follow-own = Kysyit tämän itse, joten kuulet joka tapauksessa, miten se päättyy.
question-follow-unnamed = Kysyit tämän nimettä, joten en merkitse muistiin, kenelle kertoa. Kortista näet, missä mennään.
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
