command-privacy = Mitä sinusta tiedän ja kuka sen näkee
command-data = Kaikki tietosi: itsellesi tai pois
command-data-export = Anna minulle kaikki, mitä minusta tiedät
command-data-delete = Poista kaikki, mitä minusta tiedät

privacy-notice = ### Mitä sinusta tiedän
    Säilytän sen, mitä annat minulle täällä: vinkit, kiitokset, pohdinnat, kysymykset, lisäämäsi pohdintakysymykset, hyväksytyn vastauksesi ja kielesi. Kunkin kanssa säilytän Discord-tunnuksesi ja ajan. Muita viestejä en säilytä.
    ### Kuka sen näkee
    Avoimet: kaikki, jotka näkevät kanavan. Yksityiset pohdinnat: sinä oppimispäiväkirjassasi ja teknisesti se, joka ylläpitää bottia, koska tietokanta on hänellä.
    ### Oikeutesi
    `/data export` antaa kaiken tiedostona. `/data delete` poistaa kaiken heti, täältä ja kanavilta. En luovuta tietojasi muille palveluille.
data-exported = Tässä on kaikki, mitä sinusta tällä palvelimella tiedän. Vain sinä näet tämän.
data-delete-ask = ### Poistetaanko kaikki tietosi täältä?
    Vinkkisi, kiitoksesi, pohdintasi ja kysymyksesi poistuvat heti, samoin viestit, jotka julkaisin puolestasi. Lisäämäsi pohdintakysymykset jäävät ilman nimeäsi. Tätä ei voi perua; jos haluat kopion, ota ensin `/data export`.
question-erased = Poistettu kysymys
data-delete-confirm = Poista kaikki
data-deleted = Valmis. En tiedä sinusta enää mitään tällä palvelimella.
data-deleted-some-stay = Valmis: en tiedä sinusta enää mitään tällä palvelimella. Discord ei antanut minun poistaa kaikkea, mitä olin julkaissut puolestasi; yritän uudelleen, kun seuraavan kerran käynnistyn, ja valvoja voi poistaa ne heti.
