command-find = Etsi vinkkejä, kysymyksiä ja vastauksia
option-find-words = Sanoja, "sanonta", -ilman, aihe:excel, kuka:minä, laji:vastaus

find-found = { $count ->
    [one] 🔎 **Löytyi 1**
   *[other] 🔎 **Löytyi { NUMBER($count) }**, osuvin ensin
}
find-near = { $count ->
    [one] 🔎 **Juuri näillä sanoilla ei löytynyt mitään.** Tämä on lähellä:
   *[other] 🔎 **Juuri näillä sanoilla ei löytynyt mitään.** Nämä { NUMBER($count) } ovat lähellä:
}
find-tip = - 🔖 { $name } { $why }
find-question = - ❓ { $name } { $why }
find-answer = - ✅ { $name } { $why }
find-open-menu = Avaa vinkki
find-none = 🔎 Haulla ”{ $words }” ei löytynyt mitään. Joku täällä voi tietää: kysy.
find-topics = -# Nämä aiheet ovat lähellä:
find-ask = Kysy tämä
