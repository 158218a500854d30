"""A community with as many tips as wanted, the same on every run."""

import contextlib
import itertools
import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot import links
from data import indexing, tips
from data.store import Store
from data.tips import NewTip, Sight

LARGE, SMALL = 100_000, 1_000
GUILD = 900_000_000_000_000_001
NOW = 1_795_400_000
APART = 630
"""Seconds between two tips: 960 of them a week."""
PLACES = tuple(range(910_000_000_000_000_001, 910_000_000_000_000_009))
OPEN = (GUILD, *PLACES[:6])
"""What the reader sees of the places; two channels are closed to them."""
MEMBERS = range(920_000_000_000_000_001, 920_000_000_000_002_001)
SIGHT = Sight(GUILD, MEMBERS[0], OPEN)

_AT_ONCE = 5_000
_SYLLABLES = "ka ta lo mi nen su ra pi le to va ri sa jo te ku nä pe ver ing tion ex con data"
_TOPICS = (
    "excel teams python linux data pedagogy arviointi tekoäly saavutettavuus finnish english maths"
    " video podcast podio git sql maps privacy design"
)
_SITES = (
    "https://www.youtube.com/watch?v={word}{number}&t=42s&feature=share",
    "https://github.com/{word}/{other}-{number}?tab=readme-ov-file",
    "https://fi.m.wikipedia.org/wiki/{word}_{number}",
    "https://yle.fi/a/74-{number}?utm_source=social&utm_medium=share",
    "https://medium.com/{word}/{other}-{number}?source=rss",
    "http://{site}.example/{word}/{other}-{number}/?utm_campaign=newsletter&fbclid=x{number}",
    "https://www.{site}.example.org/articles/{number}/{word}-{other}.html#part-2",
    "https://{site}.example.com/?page={number}&lang=fi",
)


class Writer:
    """Makes up links, notes and topics: few words are in every other tip, most are rare."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        # The words are the same for every seed.
        made = random.Random(1)
        self._words = [
            "".join(made.choices(_SYLLABLES.split(), k=made.randint(2, 5))) for _ in range(20_000)
        ]
        self._topics = [*dict.fromkeys((*_TOPICS.split(), *self._words[:800]))]
        self._word_weights = [*itertools.accumulate(1 / (i + 2) for i in range(len(self._words)))]
        self._topic_weights = [*itertools.accumulate(1 / (i + 2) for i in range(len(self._topics)))]

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def one_of(self, some: Sequence[int]) -> int:
        return self._random.choice(some)

    def below(self, most: int) -> int:
        return self._random.randrange(most)

    def words(self, least: int, most: int) -> str:
        count = self._random.randint(least, most)
        return " ".join(self._random.choices(self._words, cum_weights=self._word_weights, k=count))

    def topics(self) -> tuple[str, ...]:
        count = self._random.choice((0, 1, 1, 2, 2, 3, 4))
        chosen = self._random.choices(self._topics, cum_weights=self._topic_weights, k=count)
        return tuple(dict.fromkeys(chosen))

    def link(self, number: int) -> str:
        """A link as people paste it; another number is another page."""
        word, other = self.words(1, 1), self.words(1, 1)
        site = self._words[number * 7 % 300]
        form = _SITES[number % len(_SITES)]
        return form.format(word=word, other=other, site=site, number=100_000 + number)

    def new_tip(self, number: int, shared_at: int) -> NewTip:
        """What somebody would share; `number` tells it from all others."""
        link = links.canonical(self.link(number))
        assert isinstance(link, links.Link), link
        return NewTip(
            guild_id=GUILD,
            link_key=link.key,
            url=link.url,
            host=link.host,
            note=self.words(6, 24),
            topics=self.topics(),
            sharer_id=self.one_of(MEMBERS),
            shared_at=shared_at,
            place_id=self.one_of(PLACES),
        )


class Communities:
    """Databases with a filled community. Each is filled once; everybody gets their own copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.asynccontextmanager
    async def of(self, count: int) -> AsyncIterator[Store]:
        async with self.copy(count) as path, _opened(path) as store:
            yield store

    @contextlib.asynccontextmanager
    async def copy(self, count: int) -> AsyncIterator[Path]:
        filled = self._folder / f"{count}.db"
        if not filled.exists():
            async with _opened(filled) as store:
                await _fill(store, count)
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            copy = Path(folder) / "vinkki.db"
            shutil.copy(filled, copy)
            yield copy


@contextlib.asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[Store]:
    store = await Store.open(path)
    try:
        yield store
        await store.empty_log()
    finally:
        await store.close()


async def _fill(store: Store, count: int) -> None:
    """Tips up to NOW, with what members did with them, many in one transaction."""
    writer = Writer(2)
    left: Iterator[int] = iter(range(count))
    while some := [*itertools.islice(left, _AT_ONCE)]:
        rows = [_row(writer, number, NOW - (count - number) * APART) for number in some]
        async with store.write() as tx:
            await tx.run_many(
                "INSERT INTO tips (tip_id, guild_id, link_key, url, host, title, note, sharer_id,"
                " shared_at, channel_id, message_id, place_id, featured_at, outdated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [row for row, _ in rows],
            )
            for table, columns in _HANGING.items():
                names = ", ".join(("guild_id", *columns))
                marks = ", ".join("?" * (1 + len(columns)))
                await tx.run_many(
                    f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",
                    [(GUILD, *one) for _, hanging in rows for one in hanging[table]],
                )
            found = await tx.run(
                f"{tips.SELECT} WHERE t.guild_id = ? AND t.tip_id > ? ORDER BY t.tip_id",
                (GUILD, some[0]),
            )
            documents = map(tips.document, map(tips.tip_of, found))
            await indexing.put_all(tx, GUILD, "tip", documents)


_HANGING = {
    "tip_topics": ("tip_id", "written", "topic"),
    "tip_thanks": ("tip_id", "user_id", "thanked_at", "outcome"),
    "tip_notes": ("tip_id", "user_id", "note", "written_at"),
    "tip_saves": ("tip_id", "user_id", "saved_at"),
}


def _row(writer: Writer, number: int, at: int) -> tuple[tuple[Any, ...], dict[str, list[Any]]]:
    """A tip's row, and the rows that hang on it."""
    new, tip_id, later = writer.new_tip(number, at), number + 1, at + 86_400
    row = (
        *(tip_id, GUILD, new.link_key, new.url, new.host, writer.words(2, 8), new.note),
        *(new.sharer_id, at, new.place_id, 10**18 + tip_id, new.place_id),
        later if writer.chance(0.005) else None,
        later if writer.chance(0.01) else None,
    )
    thanks = range(writer.below(6) if writer.chance(0.4) else 0)
    noted, saved = range(writer.chance(0.1)), range(writer.chance(0.3))
    hanging: dict[str, list[Any]] = {
        "tip_topics": [(tip_id, topic, topic) for topic in new.topics],
        "tip_thanks": [
            (
                tip_id,
                writer.one_of(MEMBERS),
                later + writer.below(20 * 86_400),
                writer.words(5, 9) if writer.chance(0.1) else "",
            )
            for _ in thanks
        ],
        "tip_notes": [(tip_id, writer.one_of(MEMBERS), writer.words(4, 12), later) for _ in noted],
        "tip_saves": [(tip_id, writer.one_of(MEMBERS), later) for _ in saved],
    }
    return row, hanging
