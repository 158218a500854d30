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
setup-synonyms = Samat sanat
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
