"""Words that mean the same in a community, as its moderators write them down."""

from functools import lru_cache

from data import words
from data.store import Reading, Store

LONGEST = 4_000
"""Characters of the whole list, as many as a form's field takes."""
MOST_WORDS = 4
"""Words that one of several names may have: "remote work"."""

STARTING = """\
salasana = password
kirjautuminen = login = sign in
taulukko = table = sheet
taulukkolaskenta = spreadsheet
kaava = formula
tiedosto = file
kansio = folder
kalenteri = calendar
sähköposti = email = mail
palaveri = kokous = meeting
etätyö = remote work
verkkokurssi = online course
koulutus = training
opettaja = teacher
opiskelija = student
oppiminen = learning
arviointi = assessment
palaute = feedback
saavutettavuus = accessibility
tietosuoja = privacy
tekoäly = ai = artificial intelligence
kehote = prompt
tietokanta = database
ohjelmointi = programming = coding
varmuuskopio = backup
asetus = setting
virhe = error
päivitys = update
asennus = install = installation
jakaminen = share = sharing
käännös = translation
haku = search
tulostin = printer
näppäimistö = keyboard
pikanäppäin = shortcut
esitys = presentation = slides
kuva = image = picture
ääni = audio = sound
video = videot = recording
lisenssi = license = licence
"""
"""What counts until moderators change it."""

Synonyms = dict[tuple[str, ...], list[tuple[str, ...]]]
"""From a name, as the words it is made of, to what else it may be called."""


async def text(store: Store | Reading, guild_id: int) -> str:
    """The community's list as it stands."""
    rows = await store.read("SELECT text FROM synonyms WHERE guild_id = ?", (guild_id,))
    return rows[0]["text"] if rows else STARTING


async def undoable(store: Store, guild_id: int) -> bool:
    """Whether the last change can be taken back."""
    row = await store.read_one("SELECT before FROM synonyms WHERE guild_id = ?", (guild_id,))
    return row is not None and row["before"] is not None


async def change(store: Store, guild_id: int, lines: str) -> None:
    """Put another list in the place of the one there is, which can be brought back."""
    lines = lines[:LONGEST]
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO synonyms (guild_id, text, before) VALUES (?1, ?2, ?3)"
            " ON CONFLICT DO UPDATE SET text = excluded.text,"
            " before = iif(text = excluded.text, before, text)",
            (guild_id, lines, STARTING),
        )


async def undo(store: Store, guild_id: int) -> bool:
    """Take the last change back; doing so twice makes it again. False when there is none."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE synonyms SET text = before, before = text"
            " WHERE guild_id = ? AND before IS NOT NULL RETURNING 1",
            (guild_id,),
        )
    return row is not None


async def of(store: Store | Reading, guild_id: int) -> Synonyms:
    return read(await text(store, guild_id))


@lru_cache(maxsize=64)
def read(lines: str) -> Synonyms:
    """The list as it is used, with words as a dictionary has them; a line needs two names."""
    found: Synonyms = {}
    for names in groups(lines):
        for name in names:
            known = found.setdefault(name, [])
            known += [other for other in names if other != name and other not in known]
    return found


def groups(lines: str) -> list[list[tuple[str, ...]]]:
    """The names on each line that has several, each as the words it is made of."""
    found = []
    for line in lines.splitlines():
        split = (tuple(words.split(name))[:MOST_WORDS] for name in line.split("="))
        names = dict.fromkeys(
            tuple(words.word(one).lemma for one in name) for name in split if name
        )
        if len(names) > 1:
            found.append([*names])
    return found
