command-reflect = Vastaa uusimpaan pohdintakysymykseen
command-journal = Oppimispäiväkirjani
command-journal-list = Omat pohdintani, uusin ensin
command-journal-remove = Poista oma pohdinta
option-journal-entry = Valitse listasta

reflect-title = Pohdi
reflect-label = Pohdintasi
reflect-help-open = Se tulee kysymyksen ketjuun nimelläsi.
reflect-help-private = Vain sinä näet sen, oppimispäiväkirjassasi. Teksti on botin ylläpitäjän tietokannassa.
reflect-audience = Kuka sen näkee
shown-to-open = Kaikki täällä
shown-to-private = Vain minä
shown-to-held = Ilman nimeäni, odottaa muita
shown-to-short = Ei julkaistu, vastaajia oli liian vähän
reflect-none = Vastattavaa ei vielä ole. Seuraava kysymys ilmestyy omalle kanavalleen.
reflect-gone = Tuota kysymystä ei enää ole. Se, mitä kirjoitit aiempiin, on oppimispäiväkirjassasi: `/journal list`
reflected-gone = Tuota kysymystä ei enää ole, joten en tallentanut tätä. Tekstisi on alla olevassa tiedostossa.
reflect-empty = Pohdinta puuttuu. Kirjoita lause tai kaksi ja lähetä uudelleen.
reflect-silenced = Et voi juuri nyt kirjoittaa tuon kanavan ketjuihin, joten en julkaise siellä puolestasi. En tallentanut mitään; tekstisi on alla olevassa tiedostossa. Jos kysymys sallii, valitse ”Vain minä”.
reflect-too-long = Teksti on liian pitkä: tilaa on { NUMBER($most) } merkille. Se on alla olevassa tiedostossa, niin voit lyhentää sitä.
reflected-private = 💭 Tallennettu oppimispäiväkirjaasi, vain sinulle. Voit lukea sen milloin vain: `/journal list`
reflected-stays = 💭 Tallennettu yksityisenä, mutta Discord ei antanut minun poistaa viestiä ketjusta. Valvoja voi poistaa sen.
reflected-open = 💭 Kiitos, että jaoit: { $where }
reflected-not-posted = 💭 Tallennettu oppimispäiväkirjaasi, mutta en voinut julkaista sitä ketjussa. Kerro valvojalle tai paina **Pohdi** myöhemmin uudelleen.
reflected-not-changed = 💭 Tallennettu, mutta Discord ei antanut minun muuttaa viestiä ketjussa: vanhat sanat ovat siellä yhä. Lähetä vastaus myöhemmin uudelleen tai peru se.
reflected-unnamed-stays = Discord ei antanut minun poistaa nimetöntä vastaustasi, joten mikään ei muuttunut: avoin vastaus sen vieressä paljastaisi, että se on sinun. Tekstisi on alla olevassa tiedostossa.
reflection-by = 💭 { $writer }

journal-title = { $count ->
    [0] 💭 Oppimispäiväkirjasi on tyhjä. Vastaa kysymykseen komennolla `/reflect`.
    [one] 💭 **1 pohdinta**
   *[other] 💭 **{ NUMBER($count) } pohdintaa**, uusin ensin
}
journal-entry = **{ $prompt }**
    -# { $when } · { $audience }
# The journal: search, a month ago, the file
command-journal-search = Etsi pohdintojani sanoilla
option-journal-words = Sanoja siitä, mitä kirjoitit tai mitä kysyttiin
command-journal-export = Pohdintani tiedostona
journal-month-ago = -# Kuukausi sitten kirjoitit ({ $when }):
journal-intention = -# 🌱 Aikomus: { $text }
journal-outcome = -# Mitä siitä seurasi: { $text }
journal-found = { $count ->
    [0] 💭 Oppimispäiväkirjastasi ei löytynyt mitään haulla ”{ $words }”. Kokeile sanan alkua tai vähempiä sanoja.
    [one] 💭 **1 pohdinta** haulla ”{ $words }”
   *[other] 💭 **{ NUMBER($count) } pohdintaa** haulla ”{ $words }”
}
journal-open = Avaa merkintä
journal-edit = Muokkaa
journal-back = Takaisin
journal-empty = 💭 Oppimispäiväkirjasi on tyhjä. Vastaa kysymykseen komennolla `/reflect`.
journal-exported = { $count ->
    [one] Oppimispäiväkirjasi: 1 pohdinta. Tiedoston voi avata millä tahansa tekstieditorilla.
   *[other] Oppimispäiväkirjasi: { NUMBER($count) } pohdintaa. Tiedoston voi avata millä tahansa tekstieditorilla.
}
journal-exported-some = Tässä on uusimmat { NUMBER($count) } pohdintaa, kaikkiaan niitä on { NUMBER($total) }. Enempää ei mahdu yhteen tiedostoon; kaikki saat komennolla `/data export`.
journal-file-title = Oppimispäiväkirja · { $community }
journal-file-intention = Aikomus:
journal-file-outcome = Mitä siitä seurasi:

# A reminder of a prompt, and its end
reflect-reminder = 💭 Tämä kysymys odottaa vielä, jos sinulla on viisi minuuttia.
reflect-reminder-open = [Avaa kysymys]({ $where })
reflect-closed-count = { $count ->
    [one] -# 1 ihminen pohti tätä. Kiitos.
   *[other] -# { NUMBER($count) } ihmistä pohti tätä. Kiitos.
}
reflect-closed-shared = -# { NUMBER($count) } jakoi pohdintansa ketjussa. Kiitos kaikille, jotka pohtivat.
reflect-closed-few = -# Kiitos kaikille, jotka pohtivat.
journal-posted = -# [Avaa ketjussa]({ $where })
journal-unknown = En löydä tuota merkintää. Valitse se listasta, joka aukeaa kirjoittaessasi.
journal-removed = Pohdinta on poistettu oppimispäiväkirjastasi ja ketjusta, jos se oli siellä.
journal-removed-stays = Pohdinta on poistettu oppimispäiväkirjastasi, mutta Discord ei antanut minun poistaa viestiä ketjusta. Valvoja voi poistaa sen.

# Vastaaminen ja nimettömyys
reflect-help-anonymous = Se tulee ketjuun ilman nimeäsi, yhdessä muiden vastausten kanssa.
reflect-help-choice = Muutama rivi riittää.
reflect-anonymous-told = -# Ilman nimeäsi: julkaisen sen muiden seassa, kun { NUMBER($least) } nimetöntä vastausta odottaa. Valvojat eivät näe, kenen se on; botin ylläpitäjä voisi selvittää sen tietokannasta ja avaimesta, ja lomake kulkee Discordin kautta.
reflect-anonymous-stands = -# Vastauksesi on jo ketjussa. Jos muutat sitä, Discord näyttää, että sitä on muokattu ja milloin.
shown-to-open-intention = Kaikki täällä, myös aikomukseni
shown-to-anonymous = Kaikki täällä, ilman nimeäni
reflect-intention = Yksi pieni aikomus
reflect-intention-help = Mitä kokeilet seuraavaksi? Kysyn ensi kerralla, mitä siitä seurasi. Vain sinulle, ellet näytä.
reflect-outcome = Mitä aikomuksestasi seurasi?
reflect-outcome-help = Viimeksi kirjoitit: { $intention }
reflection-intention = **Seuraavaksi:** { $intention }
reflection-ask = Kysy vertaisilta
reflected-take-back = Peru vastaus
reflected-edit = Muokkaa
reflection-none = Sinulla ei ole tässä enää vastausta, jonka voisi perua.
reflection-taken-back = Peruttu. Vastauksesi on poissa tiedoistani ja ketjusta.
reflection-back-stays = Peruttu ja poissa tiedoistani, mutta Discord ei antanut minun poistaa viestiä ketjusta. Valvoja voi poistaa sen.
anonymous-by = 💭 Nimettömänä
anonymous-held = 💭 Tallennettu ilman nimeäsi. Julkaisen sen muiden kanssa, kun { NUMBER($least) } nimetöntä vastausta odottaa. Jos niitä tulee liian vähän, kysyn, mitä omallesi tehdään.
anonymous-shown = 💭 Tallennettu ilman nimeäsi. Vastaus on ketjussa tai tulee sinne hetken kuluttua.
anonymous-open-stays = Discord ei antanut minun poistaa avointa vastaustasi, joten mikään ei muuttunut: ilman nimeäsi uudelleen julkaistuna sen tunnistaisi helposti. Tekstisi on alla olevassa tiedostossa.
anonymous-closed = Kysymys on sulkeutunut, eikä siihen enää oteta nimettömiä vastauksia. En tallentanut mitään; tekstisi on alla olevassa tiedostossa. Oppimispäiväkirjaasi sen voi vielä kirjoittaa: **Pohdi**.
anonymous-not-taken = Sinulta ei enää oteta nimettömiä vastauksia tässä yhteisössä. En tallentanut mitään; tekstisi on alla olevassa tiedostossa. Valvoja voi perua tämän.
anonymous-short = ### 💭 Nimettömiä vastauksia tuli liian vähän
    Vastaustasi kysymykseen **{ $prompt }** ei julkaistu: näin harvan joukosta sen voisi arvata sinun kirjoittamaksesi. Jos et valitse, se poistuu 30 päivän kuluttua kysymyksen sulkeutumisesta.
anonymous-keep = Pidä itselläni
anonymous-drop = Poista
anonymous-kept = 💭 Vastaus on nyt oppimispäiväkirjassasi, vain sinulle: `/journal list`
anonymous-dropped = Poistettu.
anonymous-gone = Tuota nimetöntä vastausta ei enää ole.
anonymous-about = Joku täällä kirjoitti tämän ilman nimeään. Jos se ei kuulu tänne, kerro valvojille. Nimeäsi heille ei kerrota.
anonymous-about-moderators = Kukaan täällä ei näe, kuka tämän kirjoitti. Eston jälkeen kirjoittaja ei voi vastata nimettömänä; tämä vastaus jää, kunnes poistat sen.
anonymous-report = Kerro valvojille
anonymous-report-line = 🏳️ Jäsen pyytää katsomaan nimetöntä vastausta: { $where }
anonymous-remove = Poista
anonymous-remove-done = Vastaus on poissa ketjusta.
anonymous-remove-stays = Vastaus on poissa tiedoistani, mutta Discord ei antanut minun poistaa viestiä. Poista se itse.
anonymous-block = Estä kirjoittaja
anonymous-blocked = Tämän kirjoittaja ei voi enää vastata täällä nimettömänä. Kukaan ei saa tietää, kuka hän on. Voit perua eston kohdassa **Estot**.
anonymous-blocks = Estot
anonymous-lift = Peru esto
anonymous-blocks-title = { $count ->
    [0] Kenenkään nimettömiä vastauksia ei ole estetty.
    [one] **1 kirjoittajan** nimettömät vastaukset on estetty
   *[other] **{ NUMBER($count) } kirjoittajan** nimettömät vastaukset on estetty
}
anonymous-block-line = **{ $prompt }**
    -# { $when } · { $moderator }
