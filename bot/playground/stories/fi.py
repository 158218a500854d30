"""The circle in Finnish."""

from bot.playground.story import Person, Prompt, Question, Story, Tip

STORY = Story(
    language="fi",
    locale="fi",
    preferred_locale="fi",
    zone="Europe/Helsinki",
    community="Assaririnki",
    moderator_role="Valvoja",
    solved_tag="Ratkaistu",
    people={
        "newcomer": Person("aino", "Aino Laine", "#3ba55d"),
        "moderator": Person("riitta", "Riitta Koskela", "#8f6bd9"),
        "mikko": Person("mikko", "Mikko Salonen", "#d97a3a"),
        "leena": Person("leena", "Leena Virta", "#2f8fc4"),
        "sanna": Person("sanna", "Sanna Heikkilä", "#c4527e"),
    },
    channels={
        "welcome": ("tervetuloa", "Aloita tästä: keitä olemme ja miten Vinkki toimii"),
        "tips": ("vinkit", "Linkkejä, joista oli jollekulle oikeasti apua"),
        "prompts": ("viikon-pohdinta", "Yksi kysymys viikossa, maanantaisin"),
        "questions": ("kysymykset", "Kysy komennolla /ask, jokainen kysymys saa oman ketjun"),
        "talk": ("kahvihuone", "Kaikki muu"),
        "moderators": ("valvojat", "Vain valvojille"),
    },
    welcome=(
        "Tervetuloa Assaririnkiin, assistenttien vertaisryhmään. "
        "Jaa linkki komennolla `/tip share`, kysy komennolla `/ask` ja pysähdy maanantaisin "
        "hetkeksi viikon kysymyksen äärelle."
    ),
    prompts=(
        Prompt("Minkä työn jätit tässä kuussa tekemättä? Huomasiko kukaan?", "Ajankäyttö"),
        Prompt("Mitä pikanäppäintä käytät joka päivä, vaikka työkaveri ei tunne sitä?", "Työkalut"),
        Prompt("Milloin viimeksi pyysit apua, ja mikä teki siitä helppoa?", "Tuki"),
    ),
    tips=(
        Tip(
            "leena",
            "https://www.doodle.com/",
            "Kuuden johtajan yhteistä tuntia etsiessä meni aamupäivä. Nyt lähetän kolme aikaa "
            "ja odotan.",
            "kokoukset, kalenteri",
            thanked_by=(
                "mikko",
                "sanna",
            ),
        ),
        Tip(
            "mikko",
            "https://en.wikipedia.org/wiki/Table_of_keyboard_shortcuts",
            "Windows-näppäin + V muistaa 25 viimeksi kopioitua asiaa. Loput löytyvät tästä.",
            "pikanäppäimet",
            thanked_by=("leena",),
        ),
        Tip(
            "sanna",
            "https://kielitoimistonohjepankki.fi/",
            "Kielitoimiston ohjepankki, kun pilkku mietityttää. Katson tästä ennen kuin lähetän "
            "tiedotteen.",
            "kieli, viestintä",
        ),
        Tip(
            "leena",
            "https://www.timeanddate.com/worldclock/meeting.html",
            "Näyttää kaikkien työajat rinnakkain, ennen kuin ehdotan puhelua toiselle mantereelle.",
            "kokoukset, matkat",
            thanked_by=("moderator",),
        ),
    ),
    question=Question(
        "sanna",
        "Miten kirjoitat pöytäkirjaa ja osallistut itse?",
        "Minulta kysytään mielipidettä samassa kokouksessa, jossa kirjoitan pöytäkirjaa, ja aina "
        "toinen jää puolitiehen. Nauhoitin kerran, mutta kukaan ei kuunnellut sitä.",
        "kokoukset",
        "mikko",
        "Kirjoita päätökset väliotsikoiksi jo ennen kokousta ja täydennä vain kuka ja mihin "
        "mennessä. Muuta luetaan harvoin.",
    ),
)
