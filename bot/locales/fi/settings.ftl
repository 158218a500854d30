command-setup = Valitse kanavat, kieli, aikavyöhyke ja valvojat (valvojille)
command-me = Omat asetukseni: millä kielellä puhun sinulle

setup-title = ### Käyttöönotto
    Valitse kanava kullekin tehtävälle. Muutokset tallentuvat heti.
setup-tips = Vinkit
setup-tips-hint = vinkit näkyvät siellä, missä ne jaetaan
setup-tips-menu = Vinkkien kanava
setup-prompts = Pohdinnat
setup-prompts-hint = tarvitaan ennen komentoa `/prompt schedule`
setup-prompts-menu = Pohdintakysymysten kanava
setup-questions = Kysymykset
setup-questions-hint = kysymykset näkyvät siellä, missä ne kysytään
setup-questions-menu = Kysymysten kanava tai foorumi
setup-moderators = Valvojat
setup-moderators-hint = kerron ongelmista täällä
setup-moderators-menu = Valvojien kanava
setup-place-unset = ▫️ **{ $name }** ei valittu · { $hint }
setup-place-fine = ✅ **{ $name }** { $channel }
setup-place-lacking = ⚠️ **{ $name }** { $channel } · minulta puuttuu: { $permissions }
setup-place-gone = ⚠️ **{ $name }** kanavaa ei enää ole. Valitse toinen alta.
setup-cannot-see = En näe kanavaa { $channel }. Anna minulle siellä oikeus Näytä kanava tai valitse toinen.
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
setup-zone-unknown = En tunne tuota aikavyöhykettä. Anna kaupunki tai IANA-nimi, esimerkiksi Europe/Helsinki.
setup-zone-unknown-near = En tunne tuota aikavyöhykettä. Tarkoititko { $near }?

me-title = ### Minä
    Millä kielellä puhun sinulle. Julkaisut ovat aina yhteisön kielellä.
me-follow-discord = Sama kuin Discordissani
me-more = -# Mitä sinusta tiedän: `/data export` · Poista ne: `/data delete` · Mitä olet pohtinut: `/journal list`
