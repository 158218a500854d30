command-reflect = Vastaa uusimpaan pohdintakysymykseen
command-journal = Mitä olet pohtinut
command-journal-list = Omat pohdintani, uusin ensin
command-journal-remove = Poista oma pohdinta
option-journal-entry = Valitse listasta

reflect-title = Pohdi
reflect-label = Pohdintasi
reflect-help-open = Se tulee kysymyksen ketjuun nimelläsi.
reflect-help-private = Vain sinä näet sen, oppimispäiväkirjassasi. Se on ylläpitäjän tietokannassa.
reflect-help-choice = Avoin: ketjuun nimelläsi. Yksityinen: vain omaan oppimispäiväkirjaasi.
reflect-audience = Kuka sen näkee
shown-to-open = Kaikki täällä
shown-to-private = Vain minä
reflect-none = Vastattavaa ei vielä ole. Seuraava kysymys ilmestyy kanavalleen.
reflect-gone = Tuota kysymystä ei enää ole. Se, mitä kirjoitit aiempiin, on oppimispäiväkirjassasi: `/journal list`
reflected-gone = Tuota kysymystä ei enää ole, joten en tallentanut tätä. Tekstisi on alla olevassa tiedostossa.
reflect-empty = Pohdinta puuttuu. Kirjoita lause tai kaksi ja lähetä uudelleen.
reflect-too-long = Teksti on liian pitkä: tilaa on { NUMBER($most) } merkille. Se on alla olevassa tiedostossa, niin voit lyhentää sitä.
reflected-private = 💭 Tallennettu oppimispäiväkirjaasi, vain sinulle. Voit lukea sen milloin vain: `/journal list`
reflected-stays = 💭 Tallennettu yksityisenä, mutta Discord ei antanut minun poistaa viestiä ketjusta. Valvoja voi poistaa sen.
reflected-open = 💭 Kiitos, että jaoit: { $where }
reflected-not-posted = 💭 Tallennettu oppimispäiväkirjaasi, mutta en voinut julkaista sitä ketjussa. Kerro valvojalle tai paina **Pohdi** myöhemmin uudelleen.
reflection-by = 💭 { $writer }

journal-title = { $count ->
    [0] 💭 Oppimispäiväkirjasi on tyhjä. Vastaa kysymykseen: `/reflect`.
    [one] 💭 **1 pohdinta** · vain sinä näet tämän
   *[other] 💭 **{ NUMBER($count) } pohdintaa** · vain sinä näet tämän
}
journal-entry = **{ $prompt }**
    -# { $when } · { $audience }
journal-posted = -# [Avaa ketjussa]({ $where })
journal-unknown = En löydä tuota merkintää. Valitse se listasta, joka aukeaa kirjoittaessasi.
journal-removed = Pohdinta on poistettu oppimispäiväkirjastasi ja ketjusta.
journal-removed-stays = Pohdinta on poistettu oppimispäiväkirjastasi, mutta Discord ei antanut minun poistaa viestiä ketjusta. Valvoja voi poistaa sen.
