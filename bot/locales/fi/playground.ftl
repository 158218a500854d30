## Hiekkalaatikko: sivu simuloidun Discordin ympärillä. Sen näkee vain kokeilija omalla koneellaan.

playground-title = Vinkin kokeiluympäristö
playground-ready = Kokeiluympäristö on auki: { $link }
    Avaa linkki selaimessa ja seuraa keskustelun vieressä olevia kolmea askelta. Ctrl+C sulkee.
playground-port-taken = Portti { $port } on varattu, joten kokeiluympäristö ei aukea. Sulje ohjelma, joka käyttää sitä, tai valitse toinen portti asetuksella PLAYGROUND_PORT.
playground-refused = Tämä sivu aukeaa linkistä, jonka kokeiluympäristö näytti käynnistyessään. Avaa se linkki uudelleen.

playground-simulated = Simuloitu: mitään ei lähetetä minnekään.
playground-channels = Kanavat
playground-viewing-as = Katsoja
playground-clock = Simuloitu aika
playground-plus-hour = +1 tunti
playground-plus-day = +1 päivä
playground-plus-week = +1 viikko
playground-frame = Keskustelu

playground-guide = Kokeile näin
playground-guide-tip = Jaa vinkki
playground-guide-tip-text = Kirjoita kanavalla { $tips } /tip share ja anna linkki. Vinkki kysyy, miksi siitä on apua, ja julkaisee kortin.
playground-guide-tip-button = Kirjoita /tip share
playground-guide-prompt = Vastaa viikon kysymykseen
playground-guide-prompt-text = Anna viikon kulua. Kysymys ilmestyy kanavalle { $prompts }: paina Pohdi ja kirjoita rivi.
playground-guide-prompt-button = +1 viikko
playground-guide-question = Kysy, vastaa, hyväksy
playground-guide-question-text = Kysy komennolla /ask. Vaihda katsojaa ja vastaa uudessa ketjussa. Vaihda takaisin itseesi, paina kortista Ratkaistu… ja valitse vastaus.
playground-guide-question-button = Kirjoita /ask
playground-guide-end = Kun kokeiluympäristö avataan uudelleen, kaikki alkaa alusta.

playground-menu = Viestin valikko
playground-new-thread = Uusi ketju:
playground-open = Avaa
playground-dismiss = Sulje
playground-failed = Se ei onnistunut. Lataa sivu uudelleen ja yritä vielä kerran.
playground-gone = Kokeiluympäristö ei vastaa. Käynnistä se uudelleen ja avaa uusi linkki.
playground-bot-error = Botissa tapahtui virhe. { $error }
playground-refusal = Tätä ei jäsen voisi Discordissa tehdä. { $reason }
playground-slow = Botti oli vielä työssä, kun aika loppui kesken. { $reason }
playground-posts-hint = Kysy komennolla /ask millä kanavalla tahansa. Avaa kysymys valitsemalla se.
playground-posts-none = Kysymyksiä ei vielä ole.
playground-posts-count = viestejä: { $count }
playground-post-closed = suljettu

playground-frame-only-you = Vain sinä näet tämän
playground-frame-thinking = Miettii…
playground-frame-edited = (muokattu)
playground-frame-cancel = Peruuta
playground-frame-submit = Lähetä
playground-frame-earlier = Näytä aiemmat viestit
playground-frame-newer = Uudemmat viestit
playground-frame-newest = Uusia viestejä · siirry uusimpaan
playground-frame-empty = Kanavalla ei ole viestejä.
playground-frame-message = Viesti: { $channel }
playground-frame-used = { $name } käytti komentoa
playground-frame-apply = Vahvista
playground-frame-selecting = Valitse ja vahvista
playground-frame-required = Täytä tämä kohta.
playground-frame-required-choice = Valitse vähintään yksi.
playground-frame-form-notice = Lomake lähetetään Vinkille. Jätä pois salasanat ja muut salassa pidettävät tiedot.
