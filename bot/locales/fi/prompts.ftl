command-prompt = Pohdintakysymykset (valvojille)
command-prompt-add = Lisää pohdintakysymys (valvojille)
option-prompt-add-text = Kysymys; jos jätät tyhjäksi, kysyn
option-prompt-add-theme = Aihe parilla sanalla
command-prompt-list = Pohdintakysymykset käyttöjärjestyksessä (valvojille)
command-prompt-remove = Poista pohdintakysymys (valvojille)
option-prompt = Valitse listasta
command-prompt-schedule = Julkaise pohdintakysymys säännöllisesti (valvojille)
option-schedule-channel = Minne; tyhjänä käyttöönotossa valittu kanava
option-schedule-every = Kuinka usein; tyhjänä joka viikko
option-schedule-visibility = Kuka vastaukset näkee; tyhjänä kirjoittaja valitsee
command-prompt-schedules = Ajastukset ja niiden seuraavat kerrat (valvojille)
command-prompt-unschedule = Lopeta ajastus (valvojille)
option-schedule = Valitse listasta
command-prompt-post = Julkaise pohdintakysymys nyt (valvojille)
option-prompt-post-prompt = Mikä kysymys; tyhjänä seuraavana vuorossa oleva

every-week = joka viikko
every-two-weeks = joka toinen viikko
every-month = kuukauden ensimmäisenä
audience-open = avoin kaikille täällä
audience-private = yksityinen, vain kirjoittajalle
audience-choice = kirjoittaja valitsee

prompt-head = 💭 Pohdittavaksi
prompt-reflect = Pohdi
prompt-audience-open = -# Vastaukset ovat avoimia: ne tulevat ketjuun nimelläsi.
prompt-audience-private = -# Vastaukset ovat yksityisiä: vain sinä näet omasi.
prompt-audience-choice = -# Saat valita: ketjuun nimelläsi tai vain sinulle.

prompt-form-title = Lisää pohdintakysymys
prompt-form-text = Kysymys
prompt-form-help = Avoin kysymys, jota kannattaa miettiä viisi minuuttia
prompt-form-theme = Teema
prompt-empty = Kysymys puuttuu. Kirjoita, mitä ihmisten olisi hyvä miettiä.
prompt-too-long = Kysymyksessä on { NUMBER($count) } merkkiä; tilaa on { NUMBER($most) } merkille. Teksti on alla olevassa tiedostossa, niin voit lyhentää sitä.
prompt-theme-too-long = Teema on liian pitkä: tilaa on { NUMBER($most) } merkille. Kysymyksesi on alla olevassa tiedostossa.
prompt-pool-full = Kysymyksiä on jo { NUMBER($most) }, eikä enempää mahdu. Poista ensin joitakin; omasi on alla olevassa tiedostossa.
prompt-added = { $count ->
    [one] 💭 Lisätty. Varastossa on 1 kysymys.
   *[other] 💭 Lisätty. Varastossa on { NUMBER($count) } kysymystä.
}
    > { $text }
prompt-added-schedule = { $count ->
    [one] 💭 Lisätty. Varastossa on 1 kysymys.
   *[other] 💭 Lisätty. Varastossa on { NUMBER($count) } kysymystä.
}
    > { $text }
    Mitään ei vielä julkaista: tee ajastus komennolla `/prompt schedule`.
prompt-removed = Kysymys on poistettu varastosta. Aiemmat julkaisut jäävät.
prompt-unknown = En löydä tuota kysymystä. Valitse se listasta, joka aukeaa kirjoittaessasi.
prompt-posted = 💭 Julkaistu kanavalla { $channel }.
prompt-post-later = 💭 Discord ei juuri nyt vastaa. Yritän kanavalla { $channel } vuorokauden ajan ja kerron valvojien kanavalla, jos luovutan.
prompt-not-posted = ⚠️ { $channel }: { $reason }. `/setup` näyttää, mitä minulta puuttuu.
prompt-none = Kysymyksiä ei ole. Lisää yksi: `/prompt add`.

pool-title = { $count ->
    [0] 💭 Kysymyksiä ei ole. Lisää yksi: `/prompt add`.
    [one] 💭 **1 pohdintakysymys**
   *[other] 💭 **{ NUMBER($count) } pohdintakysymystä**, seuraava ensin
}
pool-used = käytetty { $when }

schedule-made = 💭 **Ajastettu** ({ $zone })
schedule-line = { $channel } · { $day } { $time } · { $every } · { $audience }
schedule-trouble = ⚠️ { $when }: { $reason }
schedule-no-prompts = ⚠️ Kysymyksiä ei ole, joten julkaistavaa ei vielä ole. Lisää yksi: `/prompt add`.
schedule-no-channel = Mille kanavalle? Valitse pohdintojen kanava komennolla `/setup` tai nimeä kanava tässä.
schedule-removed = Ajastus on lopetettu. Jo julkaistut jäävät.
schedule-unknown = En löydä tuota ajastusta. Valitse se listasta, joka aukeaa kirjoittaessasi.
schedules-title = { $count ->
    [0] 💭 Ajastuksia ei vielä ole. Tee yksi: `/prompt schedule`.
    [one] 💭 **1 ajastus** ({ $zone })
   *[other] 💭 **{ NUMBER($count) } ajastusta** ({ $zone })
}

delivery-reason-missed = jäi väliin, en saanut sitä julkaistua vuorokaudessa
delivery-reason-empty = jäi väliin, kysymykset olivat lopussa
delivery-reason-gone = ei julkaistu, kanavaa ei enää ole
delivery-reason-forbidden = ei julkaistu, oikeuteni eivät riittäneet
delivery-reason-unsure = yhteys katkesi kesken, enkä voinut tarkistaa

delivery-prompt-missed = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: en saanut sitä julkaistua vuorokaudessa.
delivery-prompt-empty = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: kysymykset ovat lopussa. Lisää niitä: `/prompt add`.
delivery-prompt-gone = ⚠️ Pohdintakysymystä ({ $date }) ei julkaistu: kanavaa ei enää ole. Tee uusi ajastus: `/prompt schedule`.
delivery-prompt-forbidden = ⚠️ Kanavan { $channel } pohdintakysymystä ({ $date }) ei julkaistu: oikeuteni siellä eivät riitä. `/setup` näyttää, mikä puuttuu.
delivery-prompt-unsure = ⚠️ Yhteys katkesi, kun julkaisin kanavan { $channel } pohdintakysymystä ({ $date }), enkä voi lukea kanavan historiaa. Katso sieltä; jos kysymys puuttuu, käytä komentoa `/prompt post`.
