# What every feature may say.

error-unexpected = Jokin meni vikaan, eikä se johtunut sinusta. Yritä uudelleen. Jos se toistuu, kerro valvojalle tunnus: `{ $reference }`
error-form = Jokin meni vikaan, eikä se johtunut sinusta. Tekstisi on alla olevassa tiedostossa; katso ensin, tallentuiko se sittenkin. Tunnus valvojalle: `{ $reference }`
error-outdated = Tämä painike jäi vanhasta versiosta. Anna komento uudelleen, niin saat uuden.
error-moderators-only = Tämä on valvojille: niille, jotka hallitsevat palvelinta tai joilla on `/setup`-komennolla valittu valvojan rooli.
button-remove = Poista

link-empty = Linkki puuttuu. Liitä osoite, joka alkaa https://
link-not-a-link = En osannut lukea tuota linkiksi. Liitä koko osoite, esimerkiksi https://example.org/sivu
link-scheme = Jaan vain verkkolinkkejä: ne alkavat https:// tai http://
link-no-host = Linkistä puuttuu sivusto. Liitä koko osoite, esimerkiksi https://example.org/sivu
link-user-name = Linkissä on käyttäjätunnus, joka voi peittää sen, minne linkki vie. Poista @-merkkiä edeltävä osa ja jaa uudelleen.
link-hidden-characters = Linkissä on näkymättömiä merkkejä, jotka voivat peittää sen, minne linkki vie. Kopioi osoite selaimen osoiteriviltä ja yritä uudelleen.
link-too-long = Linkki on liian pitkä: tilaa on { NUMBER($most) } merkille. Usein ?-merkin jälkeisen osan voi jättää pois.

topic-too-long = Yksi aihe on liian pitkä: tilaa on { NUMBER($most) } merkille. Erota aiheet pilkuilla.
topics-too-many = Aiheita on liikaa: valitse enintään { NUMBER($most) }.

language-en = englanti
language-fi = suomi

permission-view-channel = Näytä kanava
permission-send-messages = Lähetä viestejä
permission-embed-links = Upota linkkejä
permission-create-public-threads = Luo julkisia ketjuja
permission-send-messages-in-threads = Lähetä viestejä ketjuihin
permission-read-message-history = Lue viestihistoriaa
permission-manage-channels = Hallitse kanavia
permission-add-reactions = Lisää reaktioita

day-0 = maanantai
day-1 = tiistai
day-2 = keskiviikko
day-3 = torstai
day-4 = perjantai
day-5 = lauantai
day-6 = sunnuntai

option-schedule-day = Viikonpäivä; tyhjänä maanantai
option-schedule-time = Kellonaika yhteisön ajassa, esimerkiksi 14.30; tyhjänä 9.00
schedule-next = -# Seuraavat: { $runs }
schedule-bad-day = En tunnista viikonpäivää ”{ $typed }”. Anna viikonpäivä, esimerkiksi maanantai.
schedule-bad-time = En tunnista aikaa ”{ $typed }”. Anna aika väliltä 0.00–23.59, esimerkiksi 9.30.
schedule-full = Ajastuksia on jo { NUMBER($most) }, eikä enempää mahdu. Lopeta yksi komennolla `/prompt unschedule`.
channel-gone = Kanavaa { $channel } ei enää ole, tai se ei ole tekstikanava. Valitse toinen komennolla `/setup` tai lisää kanava tähän komentoon.
channel-lacking = En voi julkaista kanavalla { $channel }: minulta puuttuvat oikeudet { $permissions }. Anna ne siellä tai valitse toinen kanava komennolla `/setup`.

notice-title = 🔔 **Sinulle kerrottavaa**
notice-more = -# Lisää on jonossa. Kerron ne, kun seuraavan kerran käytät minua.
notice-from = -# { $community }, koska pyysit tätä
notice-stop = Lopeta viestit
notice-stopped-reminder = En muistuta sinua enää yksityisviestillä tuosta yhteisöstä. Kerron muistutukset siellä, kun seuraavan kerran käytät minua. Siellä saat viestit takaisin komennolla `/me`.
notice-stopped-digest = En lähetä enää koosteita tuosta yhteisöstä. Siellä saat ne takaisin komennolla `/me`.
notice-stopped-reflect = En muistuta sinua enää tuon yhteisön pohdintakysymyksistä. Siellä saat muistutukset takaisin komennolla `/me`.

# What members point moderators at
reported = Valvojilla on nyt linkki siihen, ilman nimeäsi.
reported-not = Valvojilla ei ole kanavaa, jolle voisin kirjoittaa. Kirjoita itse jollekin heistä.
reported-before = Kerroit tästä jo valvojille.
reported-enough = Olet kertonut valvojille tänään jo monesta asiasta. Kirjoita itse jollekin heistä.
