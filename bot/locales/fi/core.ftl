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

delivery-missed = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: en saanut sitä julkaistua vuorokaudessa.
delivery-empty = ⏭️ Kanavan { $channel } pohdintakysymys ({ $date }) jäi väliin: kysymykset ovat lopussa. Lisää niitä: `/prompt add`.
delivery-gone = ⚠️ Pohdintakysymystä ({ $date }) ei julkaistu: kanavaa ei enää ole. Tee uusi ajastus: `/prompt schedule`.
delivery-forbidden = ⚠️ Kanavan { $channel } pohdintakysymystä ({ $date }) ei julkaistu: oikeuteni siellä eivät riitä. `/setup` näyttää, mikä puuttuu.
delivery-unsure = ⚠️ Yhteys katkesi, kun julkaisin kanavan { $channel } pohdintakysymystä ({ $date }), enkä voi lukea kanavan historiaa. Katso sieltä; jos kysymys puuttuu, käytä komentoa `/prompt post`.
