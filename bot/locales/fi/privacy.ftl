command-privacy = Mitä sinusta tiedän ja kuka sen näkee
command-data = Kaikki tietoni: mukaan tai pois
command-data-export = Anna minulle kaikki, mitä minusta tiedät
command-data-delete = Poista kaikki, mitä minusta tiedät

privacy-notice = ### Mitä sinusta tiedän
    Säilytän sen, mitä annat minulle täällä: vinkit ja saatteet, kiitokset ja sen, mitä vinkeistä seurasi, tallentamasi vinkit, seuraamasi aiheet, muistutukset, ilmoitukset, pohdinnat, kysymykset, lisäämäsi ja ehdottamasi pohdintakysymykset, hyväksytyt ja hyödyllisiksi merkityt vastauksesi, kysymykset, joissa autat tai joita seuraat, aiheet, joissa autat, ja `/me`-valintasi. Kunkin kanssa säilytän Discord-tunnuksesi ja ajan. Kesken jättämäsi vinkki tai kysymys häviää päivän ja poistettu vinkki 30 päivän kuluttua.
    ### Muut viestit
    Säilytän viestin vain, jos joku tekee siitä vinkin: **Save as tip** ottaa siitä linkin ja sanat. Kysymysten foorumin julkaisu on kysymys, samoin viesti, jossa mainitset minut ja kysyt. Jos botin ylläpitäjä antaa minun lukea keskustelua, etsin siitä linkkejä ja tarjoudun tallentamaan ne, ja valvojat voivat tehdä kanavan linkeistä vinkkejä: jakaja on se, joka linkin lähetti, ja saate se, mitä hän siitä sanoi.
    ### Kuka sen näkee
    Avoimet: kaikki, jotka näkevät kanavan; jäsenet voivat ottaa ne mukaansa tiedostona, ilman muiden nimiä. Ilmoitukset: valvojat, ja nimesi niiden kanssa. Tallennetut vinkit, seuraamasi aiheet, muistutukset ja yksityiset pohdinnat: vain sinä. Nimettömät vastaukset ja kysymykset: kaikki, ilman nimeäsi; säilytän ne ilman tunnustasi, ja botin ylläpitäjä voisi selvittää sen avaimella, joka ei ole tietokannassa. Teknisesti kaiken näkee se, joka ylläpitää bottia, koska tietokanta on hänellä.
    ### Oikeutesi
    `/data export` antaa kaiken tiedostona. `/data delete` poistaa kaiken heti, myös viestit, jotka julkaisin puolestasi. En luovuta tietojasi muille palveluille. Jos minut poistetaan tältä palvelimelta, poistan kaiken 30 päivän kuluttua.
data-exported = Tässä on kaikki, mitä sinusta tällä palvelimella tiedän. Vain sinä näet tämän.
data-key-changed = Tässä ei ole mukana ennen { $when } nimettömänä kirjoitettua: avain, joka kertoi, kenen se on, on vaihdettu, joten omaasi ei voi enää löytää. Valvojat voivat poistaa sen.
data-delete-ask = ### Poistetaanko kaikki tietosi täältä?
    Vinkkisi ja saatteesi, kiitoksesi, tallennetut vinkkisi, seuraamasi aiheet, muistutuksesi, ilmoituksesi, pohdintasi ja kysymyksesi poistuvat heti, samoin viestit, jotka julkaisin puolestasi. Lisäämäsi pohdintakysymykset jäävät ilman nimeäsi. Tätä ei voi perua; jos haluat kopion, ota ensin `/data export`.
question-erased = Poistettu kysymys
data-delete-confirm = Poista kaikki
data-deleted = Valmis. En tiedä sinusta enää mitään tällä palvelimella.
data-deleted-some-stay = Valmis: en tiedä sinusta enää mitään tällä palvelimella. Discord ei antanut minun poistaa kaikkea, mitä olin julkaissut puolestasi; yritän uudelleen, kun seuraavan kerran käynnistyn, ja valvoja voi poistaa ne heti.
