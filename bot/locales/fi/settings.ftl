command-setup = Valitse kanavat, kieli, aikavyöhyke ja valvojat (valvojille)
command-me = Omat asetukseni: kieli, muistutukset ja kooste

setup-title = ### Käyttöönotto
    Valitse kanava kullekin tehtävälle. Muutokset tallentuvat heti.
setup-tips = Vinkit
setup-tips-hint = vinkit näkyvät siellä, missä ne jaetaan
setup-tips-menu = Vinkkien kanava
setup-prompts = Pohdinnat
setup-prompts-hint = valitse tässä tai komennossa `/prompt schedule`
setup-prompts-menu = Pohdintakysymysten kanava
setup-questions = Kysymykset
setup-questions-hint = kysymykset näkyvät siellä, missä ne kysytään
setup-questions-menu = Kysymysten kanava tai foorumi
setup-helpers = Auttajat
setup-helpers-hint = etsin auttajia täällä, kun kukaan ei vastaa
setup-helpers-menu = Auttajien kanava
setup-moderators = Valvojat
setup-moderators-hint = ilman sitä en voi kertoa ongelmista
setup-moderators-menu = Valvojien kanava
setup-place-unset = ▫️ **{ $name }** ei valittu · { $hint }
setup-place-fine = ✅ **{ $name }** { $channel }
setup-place-lacking = ⚠️ **{ $name }** { $channel } · minulta puuttuu: { $permissions }
setup-place-gone = ⚠️ **{ $name }** kanavaa ei enää ole. Valitse toinen alta.
setup-cannot-see = En näe kanavaa { $channel }. Anna minulle siellä oikeus Näytä kanava tai valitse toinen.
setup-links-none = 🔖 **Linkit** Jätän keskustelun linkit rauhaan. Valitse kanavat, joilla tarjoudun tallentamaan ne.
setup-links = { $count ->
    [one] ✅ **Linkit** Tarjoudun tallentamaan linkit 1 kanavalla.
   *[other] ✅ **Linkit** Tarjoudun tallentamaan linkit { NUMBER($count) } kanavalla.
}
setup-links-lacking = ⚠️ **Linkit** Kanavalla { $channel } minulta puuttuu: { $permissions }
setup-links-menu = Kanavat, joiden linkit saavat kirjanmerkin
setup-role = 🛡️ **Valvojan rooli** { $role }
setup-role-none = ei valittu · ne, jotka hallitsevat palvelinta
setup-role-menu = Valvojan rooli
setup-role-everyone = Tuo rooli on kaikilla. Valitse rooli, joka on vain valvojilla.
setup-language = 💬 **Julkaisujen kieli** { $language }
setup-other-language = Speak English
setup-zone = 🕘 **Aikavyöhyke** { $zone } · kello on { $time }
setup-change-zone = Aikavyöhyke
setup-zone-title = Aikavyöhyke
setup-zone-label = Yhteisön aikavyöhyke
setup-zone-help = Kaupunki tai IANA-nimi, esimerkiksi Europe/Helsinki
setup-zone-unknown = En tunnista aikavyöhykettä. Anna kaupunki tai IANA-nimi, esimerkiksi Europe/Helsinki.
setup-zone-unknown-near = En tunnista aikavyöhykettä. Tarkoititko { $near }?
setup-synonyms = Synonyymit
setup-back = Takaisin
synonyms-title = 🔁 **Samaa tarkoittavat sanat** { $count ->
    [0] ei vielä yhtään
    [one] 1 rivi
   *[other] { NUMBER($count) } riviä
}
    Kun joku hakee yhdellä, löytyvät muutkin, myös toisella kielellä.
synonyms-more = { $count ->
    [one] -# ja vielä 1 rivi
   *[other] -# ja vielä { NUMBER($count) } riviä
}
synonyms-unused = { $count ->
    [one] ⚠️ Yhdellä rivillä ei ole vaikutusta. Rivillä pitää olla kaksi sanaa ja = niiden välissä.
   *[other] ⚠️ { NUMBER($count) } rivillä ei ole vaikutusta. Rivillä pitää olla kaksi sanaa ja = niiden välissä.
}
synonyms-change = Muuta
synonyms-undo = Peru
synonyms-form = Samaa tarkoittavat sanat
synonyms-label = Rivi kullekin
synonyms-help = salasana = password tai etätyö = remote work. Tyhjennä kenttä, jos et halua yhtään.

me-title = ### Minä
    Millä kielellä puhun sinulle. Julkaisut ovat aina yhteisön kielellä.
me-follow-discord = Sama kuin Discordissani
me-reminders-off = **Muistutukset yksityisviestinä** ei käytössä · saat ne täällä, kun seuraavan kerran käytät minua
me-reminders-on = **Muistutukset yksityisviestinä** käytössä · ne tulevat ajallaan
me-reminders-turn-off = Poista käytöstä
me-reminders-turn-on = Ota käyttöön
me-digest = **Kooste siitä, mitä seuraat**
    Yksityisviesti kello { $time } ({ $zone }), mutta vain kun on jotain uutta.
me-digest-off = Ei koostetta
me-digest-day = Joka päivä
me-digest-week = Joka maanantai
# Reminders to reflect, and being away
me-reflect-off = **Muistuta pohtimaan** ei käytössä · yksityisviesti kahden päivän päästä kysymyksestä, johon et ole vastannut
me-reflect-on = **Muistuta pohtimaan** käytössä · yksityisviesti kahden päivän päästä kysymyksestä, johon et ole vastannut
me-away-no = **Poissaolo** · kun olet poissa, en lähetä sinulle yksityisviestejä
me-away-until = **Poissaolo** { $when } asti · sinulle tulevat viestit odottavat siihen asti
me-away-off = Olen paikalla
me-away-week = Poissa viikon
me-away-two-weeks = Poissa kaksi viikkoa
me-away-month = Poissa kuukauden
me-away-on = Olen yhä poissa
me-direct = -# Discord toimittaa yksityisviestit vain, jos sallit ne tältä palvelimelta. Jokaisessa on painike, jolla ne loppuvat.
me-more = -# Mitä sinusta tiedän: `/data export` · Poista ne: `/data delete` · Mitä olet pohtinut: `/journal list`

# Questions nobody answers
setup-helper-role = 🙋 **Auttajan rooli** { $role }
setup-helper-role-none = ei valittu · vain kysyjä ja valvojat hyväksyvät vastauksia
setup-helper-role-menu = Auttajan rooli: saa hyväksyä vastauksia muiden puolesta
setup-place-no-tags = -# Foorumissa ei ole tunnistetta ratkaistuille kysymyksille: **Kysymykset…** tekee sen.
setup-questions-more = Kysymykset…
setup-questions-title = ### Kysymykset
    Muutokset tallentuvat heti.
setup-nudge = 🙋 **Etsi auttajia** heidän kanavallaan, kerran kullekin kysymykselle, johon ei ole vastattu
setup-nudge-hours = { $count ->
    [0] Ei koskaan
   *[other] { NUMBER($count) } tunnin päästä
}
setup-quiet-hours = 🌙 **Hiljaiset tunnit** { $first }–{ $last } · silloin en pyydä keneltäkään mitään
setup-quiet-none = 🌙 **Hiljaiset tunnit** ei valittu
setup-quiet-change = Hiljaiset tunnit
setup-quiet-title = Hiljaiset tunnit
setup-quiet-from = Alkavat
setup-quiet-to = Päättyvät
setup-quiet-help = Yhteisön ajassa, esimerkiksi 21.00. Jätä molemmat tyhjiksi, jos et halua niitä.
setup-quiet-both = Anna molemmat ajat, tai jätä molemmat tyhjiksi, jos et halua hiljaisia tunteja.
setup-idle = 💤 **Kysy, tarvitaanko vielä apua**, kun ketju on hiljentynyt; jos kukaan ei vastaa, suljen sen viikon päästä
setup-idle-days = { $count ->
    [0] Ei koskaan
   *[other] { NUMBER($count) } päivän päästä
}
setup-check = ✅ **Kysy auttajilta, pitääkö hyväksytty vastaus vielä paikkansa**
setup-check-months = { $count ->
    [0] Ei koskaan
   *[other] { NUMBER($count) } kuukauden päästä
}
setup-tags = 🏷️ **Foorumin tunnisteet** { $channel } voi saada tunnisteet ratkaistuille ja käytetyimmille aiheille.
setup-tags-fine = 🏷️ **Foorumin tunnisteet** Tunnisteet ovat jo kunnossa, tai niitä on 20, eikä enempää mahdu.
setup-tags-make = Tee tunnisteet
setup-tags-made = 🏷️ Foorumissa { $channel } on uudet tunnisteet: { $tags }. Voit muuttaa tai poistaa niitä foorumin omissa asetuksissa.
setup-tags-none = Uusia tunnisteita ei tarvita: foorumissa on ne jo, tai siinä on 20, eikä enempää mahdu.
setup-tags-lacking = ⚠️ **Foorumin tunnisteet** Uusiin tunnisteisiin foorumissa { $channel } minulta puuttuu: { $permissions }. Voit myös tehdä itse tunnisteen `ratkaistu`.
setup-tags-refused = Discord ei antanut minun tehdä tunnisteita foorumiin { $channel }. Voit tehdä tunnisteen `ratkaistu` foorumin omissa asetuksissa.
setup-tags-no-forum = Tunnisteita on vain foorumilla. Valitse ensin foorumi kysymysten kanavaksi.

# What I help with
me-helper-topics = **Autan aiheissa** { $topics }
    Kun kukaan ei vastaa niistä kysyttyyn, voin pyytää sinua nimeltä auttajien kanavalla. Siitä ei tule ilmoitusta.
me-helper-none = **Autan aiheissa** ei vielä valittu
    Valitse aiheita, niin voin pyytää sinua nimeltä auttajien kanavalla, kun kukaan ei vastaa. Siitä ei tule ilmoitusta.
me-helper-change = Valitse aiheet
me-helper-title = Missä autan
me-helper-label = Aiheet
me-helper-help = Enintään { NUMBER($most) }, pilkuilla erotettuina. Jätä tyhjäksi, jos et auta missään.
me-matching = **Avoimia kysymyksiä, joissa osaat auttaa**
me-matching-line = - { $question } · { $when }
me-gave = **Mitä annoin** { $accepted ->
    [one] 1 hyväksytty vastaus
   *[other] { NUMBER($accepted) } hyväksyttyä vastausta
}, { $helpful ->
    [0] ei muita, joista oli apua.
    [one] 1 muu, josta oli apua.
   *[other] { NUMBER($helpful) } muuta, joista oli apua.
}
me-thanked = { $count ->
    [one] Sinua kiitettiin kerran.
   *[other] Sinua kiitettiin { NUMBER($count) } kertaa.
}
me-got = **Mitä sain** { $asked ->
    [one] kysyit kerran
   *[other] kysyit { NUMBER($asked) } kertaa
}, { $solved ->
    [0] et vielä saanut ratkaisua.
    [one] sait ratkaisun kerran.
   *[other] sait ratkaisun { NUMBER($solved) } kertaa.
}
me-gave-none = **Mitä annoin** ei vielä mitään.
me-got-none = **Mitä sain** et ole vielä kysynyt.
