command-prompt = Pohdintakysymykset (valvojille)
command-prompt-add = Lisää pohdintakysymys (valvojille)
option-prompt-add-text = Kysymys; tyhjänä avautuu lomake
option-prompt-add-theme = Teema parilla sanalla
command-prompt-list = Pohdintakysymykset, seuraava ensin (valvojille)
command-prompt-remove = Poista pohdintakysymys (valvojille)
option-prompt = Valitse listasta
command-prompt-schedule = Julkaise pohdintakysymys säännöllisesti (valvojille)
option-schedule-channel = Kanava; tyhjänä käyttöönotossa valittu
option-schedule-every = Kuinka usein; tyhjänä joka viikko
option-schedule-visibility = Kuka vastaukset näkee; tyhjänä kirjoittaja valitsee
command-prompt-schedules = Ajastukset ja niiden seuraavat kerrat (valvojille)
command-prompt-unschedule = Lopeta ajastus (valvojille)
command-prompt-pause = Laita ajastus tauolle (valvojille)
option-schedule-until = Ensimmäinen päivä tauon jälkeen, esimerkiksi 24.12.; tyhjänä tauko kestää, kunnes jatkat
command-prompt-resume = Jatka tauolla olevaa ajastusta tai peru ohitus (valvojille)
command-prompt-skip = Ohita ajastuksen seuraava kysymys (valvojille)
option-schedule = Valitse listasta
command-prompt-post = Julkaise pohdintakysymys nyt (valvojille)
option-prompt-post-prompt = Mikä kysymys; tyhjänä seuraavana vuorossa oleva

every-week = joka viikko
every-two-weeks = joka toinen viikko
every-month = joka kuukausi, ensimmäisenä valittuna viikonpäivänä
when-week = joka { $day } klo { $time }
when-two-weeks = joka toinen { $day } klo { $time }
when-month = kuukauden ensimmäinen { $day } klo { $time }
audience-open = kaikille, kirjoittajan nimellä
audience-private = vain kirjoittajalle itselleen
audience-anonymous = nimettömänä, julkaistaan ilman nimiä
audience-choice = kirjoittaja valitsee: kaikille, nimettömänä tai vain itselleen
seen-open = vastaukset kaikille
seen-private = vastaukset vain itselle
seen-anonymous = vastaukset nimettöminä
seen-choice = kirjoittaja valitsee, kuka näkee

prompt-head = 💭 Pohdittavaksi
prompt-reflect = Pohdi
prompt-audience-open = -# Kaikille: vastauksesi tulee ketjuun nimelläsi.
prompt-audience-private = -# Vain sinulle: kukaan muu ei näe vastaustasi täällä.
prompt-audience-anonymous = -# Nimettömänä: julkaisen vastaukset yhdessä, kun niitä on tarpeeksi.
prompt-audience-choice = -# Saat valita: kaikille, nimettömänä tai vain sinulle.

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
    Mitään ei vielä julkaista: tee ajastus komennolla `/prompt schedule`.
    > { $text }
prompt-removed = Kysymys on poistettu varastosta. Jo julkaistut jäävät.
prompt-unknown = En löydä tuota kysymystä. Valitse se listasta, joka aukeaa kirjoittaessasi.
prompt-posted = 💭 Julkaistu kanavalla { $channel }.
prompt-post-later = 💭 Discord ei juuri nyt vastaa. Yritän kanavalla { $channel } vuorokauden ajan ja kerron valvojien kanavalla, jos luovutan.
prompt-not-posted = ⚠️ { $channel }: { $reason }. `/setup` näyttää, mitä minulta puuttuu.
prompt-none = Käytettävää kysymystä ei ole: varasto on tyhjä, tai kaikki lepäävät. Lisää kysymys komennolla `/prompt add` tai katso `/prompt list`.

pool-title = { $count ->
    [0] 💭 Varasto on tyhjä. Lisää kysymys komennolla `/prompt add` tai ota aloituspaketti.
    [one] 💭 **1 kysymys**
   *[other] 💭 **{ NUMBER($count) } kysymystä**, seuraava ensin
}
pool-used = { $count ->
    [one] käytetty { $when }
   *[other] käytetty { NUMBER($count) } kertaa, viimeksi { $when }
}

schedule-made = 💭 **Ajastettu**
schedule-line = { $channel } · { $when } · { $audience }
schedule-trouble = ⚠️ { $when }: { $reason }
schedule-title = 💭 **Ajastus**
schedule-least = Nimettömiä: vähintään { NUMBER($least) }
schedule-zone = -# Ajat ovat paikallisia: { $zone }. Kun kelloja siirretään, puuttuva aika siirtyy eteenpäin ja toistuva lasketaan kerran.
schedule-open = Avaa ajastus
schedule-all = Kaikki
schedule-pick-order = Järjestyksessä
schedule-pick-random = Satunnaisesti, ilman toistoa
schedule-picks-random = satunnaisesti
schedule-theme-all = Kaikki teemat
schedule-pause = Tauolle
schedule-go-on = Jatka
schedule-skip = Ohita seuraava
schedule-unskip = Peru ohitus
schedule-rests-open = ⏸️ Tauolla, kunnes jatkat.
schedule-rests = ⏸️ Tauolla, jatkuu { $date }.
schedule-rests-quiet = ⏸️ Tauolla, koska kukaan ei vastannut { NUMBER($count) } viime kysymykseen.
schedule-skips = ⏭️ Ohitetaan: { $runs }
schedule-pause-title = Laita ajastus tauolle
schedule-pause-until = Milloin jatkuu
schedule-bad-date = En tunnista päivää ”{ $typed }”. Kirjoita 24.12., 24.12.2026 tai 2026-12-24.
schedule-date-past = ”{ $typed }” ei ole enää edessä. Anna huominen tai myöhempi päivä, tai jätä tyhjäksi ja jatka itse.
schedule-date-far = Siihen on yli kaksi vuotta. Jätä päivä pois, niin tauko kestää, kunnes jatkat.
schedule-paused = ⏸️ Tauolla, jatkuu { $date }. Ensimmäinen kysymys sen jälkeen: { $run }
schedule-paused-open = ⏸️ Tauolla. Jatka komennolla `/prompt resume`.
schedule-resumed = 💭 Ajastus jatkuu. Seuraava: { $run }
schedule-runs = Ajastus on käynnissä: se ei ollut tauolla, eikä mitään ollut ohitettu. Seuraava: { $run }
schedule-skipped = ⏭️ Ohitetaan: { $run }. Sen jälkeen tulee { $next }.
    Peru komennolla `/prompt resume`.
schedule-skip-paused = Ajastus on tauolla, joten ohitettavaa ei ole. Jatka komennolla `/prompt resume`.
schedule-skip-came = Yksi kysymys tuli juuri vuoroon, joten en ohittanut mitään. Yritä uudelleen, niin ohitan sitä seuraavan.
schedule-quiet = ⏸️ Kukaan ei vastannut { NUMBER($count) } viime kysymykseen kanavalla { $channel }, joten ajastus on nyt tauolla. Jatka, kun haluat; toinen teema, päivä tai kanava voi auttaa.
schedule-no-prompts = ⚠️ Käytettävää kysymystä ei ole, joten mitään ei vielä julkaista. Lisää oma komennolla `/prompt add` tai ota aloituspaketti.
schedule-no-channel = Mille kanavalle? Valitse pohdintojen kanava komennolla `/setup` tai lisää kanava tähän komentoon.
schedule-removed = Ajastus on lopetettu. Jo julkaistut jäävät.
schedule-unknown = En löydä tuota ajastusta. Valitse se listasta, joka aukeaa kirjoittaessasi.
schedules-title = { $count ->
    [0] 💭 Ajastuksia ei vielä ole. Tee ensimmäinen komennolla `/prompt schedule`.
    [one] 💭 **1 ajastus**
   *[other] 💭 **{ NUMBER($count) } ajastusta**, seuraava ensin
}

days-off = { $count ->
    [0] Vapaapäivät
   *[other] Vapaapäivät ({ NUMBER($count) })
}
days-off-title = Vapaapäivät
days-off-dates = Päivät ilman kysymyksiä
days-off-help = Yksi päivä riville: 24.12., 24.12.2026 tai 2026-12-24
days-off-saved = { $count ->
    [0] 📅 Vapaapäiviä ei ole.
    [one] 📅 1 vapaapäivä on tallessa; silloin kysymyksiä ei julkaista.
   *[other] 📅 { NUMBER($count) } vapaapäivää on tallessa; silloin kysymyksiä ei julkaista.
}
days-off-past = Jätin pois, koska ne ovat jo ohi: { $lines }
days-off-line = ”{ $line }”
days-off-wrong = { $count ->
    [one] ⚠️ En tunnista tätä päivää: { $lines }. Se on myös tiedostossa.
   *[other] ⚠️ En tunnista näitä { NUMBER($count) } päivää: { $lines }. Ne ovat myös tiedostossa.
}
days-off-many = Vapaapäiviä tulisi { NUMBER($count) }; tilaa on { NUMBER($most) } päivälle. Mikään ei muuttunut, ja kirjoittamasi on alla olevassa tiedostossa.

delivery-reason-missed = jäi väliin, en pystynyt julkaisemaan sitä vuorokaudessa
delivery-reason-empty = jäi väliin, kysymykset olivat lopussa tai lepäsivät
delivery-reason-gone = ei julkaistu, kanavaa ei enää ole
delivery-reason-forbidden = ei julkaistu, oikeuteni eivät riittäneet
delivery-reason-unsure = yhteys katkesi kesken, enkä voinut tarkistaa

delivery-prompt-missed = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: en pystynyt julkaisemaan sitä vuorokaudessa.
delivery-prompt-empty = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: kysymykset ovat lopussa, tai kaikki lepäävät. Lisää niitä komennolla `/prompt add` tai katso `/prompt list`.
delivery-prompt-gone = ⚠️ Pohdintakysymystä ({ $date }) ei julkaistu: kanavaa ei enää ole. Tee uusi ajastus komennolla `/prompt schedule`.
delivery-prompt-forbidden = ⚠️ Kanavan { $channel } pohdintakysymystä ({ $date }) ei julkaistu: oikeuteni siellä eivät riitä. `/setup` näyttää, mikä puuttuu. Jos asia korjautuu vuorokaudessa, julkaisen sen silloin.
delivery-prompt-unsure = ⚠️ Yhteys katkesi, kun julkaisin kanavan { $channel } pohdintakysymystä ({ $date }), enkä voi lukea kanavan historiaa. Katso sieltä; jos kysymys puuttuu, käytä komentoa `/prompt post`.

# The pool: what moderators do with it
command-prompt-edit = Muokkaa pohdintakysymystä (valvojille)
prompt-form-theme-help = Parilla sanalla; ajastus voi pysyä yhdessä teemassa
prompt-edit-title = Muokkaa kysymystä
pool-open-menu = Avaa kysymys
pool-retired = arkistossa
pool-resting = lepää { $when } asti
pool-answers = vähintään { NUMBER($count) } vastausta
pool-answers-few = vähän vastauksia
pool-rest = { $count ->
    [0] Käytetty voi tulla heti uudelleen
   *[other] Käytetty lepää { NUMBER($count) } viikkoa
}
prompt-place = { $place ->
    [1] seuraavana vuorossa
   *[other] vuorossa { NUMBER($place) }/{ NUMBER($count) }
}
prompt-edit = Muokkaa
prompt-first = Ensin
prompt-earlier = Ylös
prompt-later = Alas
prompt-retire = Arkistoi
prompt-reuse = Käytä taas
prompt-back = Takaisin
prompt-list = Kysymykset
prompt-remove-ask = Poistetaanko kokonaan? Arkistossa kysymys säilyy, ja sitä voi käyttää taas.
    { $text }
prompt-remove-sure = Poista kokonaan
prompt-waiting = Ehdotettu · { NUMBER($count) }

# Starter sets
prompt-starters = Lisää aloituspaketti
starters-ask = 💭 Aloituspaketissa on { NUMBER($count) } kysymystä. Ota kaikki tai yksi teema; samaa ei lisätä kahdesti.
starters-menu = Valitse teema
starters-all = Kaikki teemat
starters-count = { $count ->
    [one] 1 kysymys
   *[other] { NUMBER($count) } kysymystä
}
starters-added = { $count ->
    [0] 💭 Lisättävää ei ole: nämä kysymykset ovat jo varastossa tai se on täynnä.
    [one] 💭 1 kysymys lisätty.
   *[other] 💭 { NUMBER($count) } kysymystä lisätty varaston loppuun.
}
starters-out = Peru lisäys
starters-taken = { $count ->
    [0] 💭 Mitään ei otettu pois. Käytetyt ja muokatut jäävät.
    [one] 💭 1 kysymys otettu pois. Käytetyt ja muokatut jäävät.
   *[other] 💭 { NUMBER($count) } kysymystä otettu pois. Käytetyt ja muokatut jäävät.
}
pool-low = 💭 Pohdintakysymykset ovat loppumassa: { $when } ei ole enää mitään julkaistavaa. Lisää niitä komennolla `/prompt add` tai ota aloituspaketti.

# Suggestions
prompt-suggest = Ehdota kysymystä
prompt-suggest-title = Ehdota pohdintakysymystä
prompt-suggest-help = Valvojat lukevat sen ja näkevät, että se on sinun. Jos se otetaan, se julkaistaan ilman nimeäsi.
suggestion-kept = 💭 Kiitos. Ehdotuksesi odottaa valvojaa.
suggestion-own-full = Sinulta odottaa jo { NUMBER($most) } ehdotusta, eikä useampaa mahdu. Yritä uudelleen, kun valvoja on lukenut ne; tämä on alla olevassa tiedostossa.
suggestion-full = Ehdotuksia odottaa niin monta, ettei useampaa mahdu. Yritä myöhemmin uudelleen; omasi on alla olevassa tiedostossa.
suggestion-notice = 💭 Jäsen ehdottaa pohdintakysymystä: { $text }
suggestions-see = Katso ehdotukset
suggestions-title = { $count ->
    [0] 💭 **Ehdotuksia ei ole jonossa.**
    [one] 💭 **1 ehdotettu kysymys odottaa**
   *[other] 💭 **{ NUMBER($count) } ehdotettua kysymystä odottaa**
}
suggestion-by = -# { $member }, { $when }
suggestion-approve = Hyväksy
suggestion-decline = Hylkää
suggestion-approved = ✅ Kysymys on nyt varastossa viimeisenä:
    { $text }
suggestion-declined = Hylätty ja poistettu:
    { $text }
suggestion-gone = Joku hoiti tämän ehdotuksen jo.
suggestion-pool-full = Kysymyksiä on jo { NUMBER($most) }, eikä enempää mahdu. Poista ensin joitakin.
suggestions-back = Tarkistettavat
