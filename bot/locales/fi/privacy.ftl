command-privacy = Mitä sinusta tiedän ja kuka sen näkee
command-data = Kaikki tietosi: itsellesi tai pois
command-data-export = Anna minulle kaikki, mitä minusta tiedät
command-data-delete = Poista kaikki, mitä minusta tiedät

privacy-notice = ### Mitä sinusta tiedän
    Säilytän sen, mitä annat minulle täällä: vinkit, kiitokset, pohdinnat, kysymykset, hyväksytyn vastauksesi ja kielesi. Kunkin kanssa säilytän Discord-tunnuksesi ja ajan. Muita viestejä en säilytä.
    ### Kuka sen näkee
    Avoimet: kaikki, jotka näkevät kanavan. Yksityiset pohdinnat: sinä oppimispäiväkirjassasi ja teknisesti se, joka ylläpitää bottia, koska tietokanta on hänellä.
    ### Oikeutesi
    `/data export` antaa kaiken tiedostona. `/data delete` poistaa kaiken heti, täältä ja kanavilta. Minä en vie mitään tältä palvelimelta muualle.
data-exported = Tässä on kaikki, mitä sinusta tällä palvelimella tiedän. Vain sinä näet tämän.
data-delete-ask = ### Poistetaanko kaikki tietosi täältä?
    Vinkkisi, kiitoksesi, pohdintasi ja kysymyksesi poistuvat heti, samoin viestit, jotka julkaisin puolestasi. Lisäämäsi pohdintakysymykset jäävät ilman nimeäsi. Tätä ei voi perua; jos haluat kopion, ota ensin `/data export`.
question-erased = Poistettu kysymys
data-delete-confirm = Poista kaikki
data-deleted = Valmis. En tiedä sinusta enää mitään tällä palvelimella.
data-deleted-some-stay = { $count ->
    [one] Valmis: en tiedä sinusta enää mitään tällä palvelimella. Discord ei antanut minun poistaa 1 viestiä; valvoja voi poistaa sen.
   *[other] Valmis: en tiedä sinusta enää mitään tällä palvelimella. Discord ei antanut minun poistaa { NUMBER($count) } viestiä; valvoja voi poistaa ne.
}
