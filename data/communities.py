"""What a community has chosen, and what a member has chosen in it."""

from dataclasses import dataclass
from typing import Literal, get_args

from data.store import Store, Transaction, transaction

Language = Literal["en", "fi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Rhythm = Literal["day", "week"]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
LEASTS = (3, 4, 5, 7, 10)
"""How many anonymous answers there may have to be before any is shown."""


@dataclass(frozen=True, slots=True)
class Community:
    """None means not chosen yet."""

    guild_id: int
    language: Language | None = None
    timezone: str | None = None
    tips_channel_id: int | None = None
    questions_channel_id: int | None = None
    prompts_channel_id: int | None = None
    moderators_channel_id: int | None = None
    moderator_role_id: int | None = None
    rest_weeks: int = 26
    anonymous_least: int = 3
    low_pool_told_at: int | None = None
    helpers_channel_id: int | None = None
    helper_role_id: int | None = None
    nudge_hours: int = 24
    quiet_from: int = 21 * 60
    quiet_to: int = 8 * 60
    idle_days: int = 14
    check_months: int = 6
    open_told_at: int | None = None
    last_post_id: int | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """What a member chose in a community; None follows Discord's language, and is no digest.

    `reads_in` is the language they read when they last asked for direct messages. They get none
    until `away_until` (UTC seconds, which may have passed).
    """

    language: Language | None = None
    reminders_by_dm: bool = False
    digest: Rhythm | None = None
    reads_in: Language | None = None
    reflect_reminders: bool = False
    away_until: int | None = None


_COLUMNS = tuple(Community.__slots__)


async def get(store: Store, guild_id: int) -> Community:
    """The community's choices; a guild never seen before has made none."""
    row = await store.read_one("SELECT * FROM communities WHERE guild_id = ?", (guild_id,))
    return Community(**dict(row)) if row else Community(guild_id)


@transaction
async def choose(tx: Transaction, guild_id: int, choice: str, value: int | str | None) -> None:
    """Set one choice, named as the field of Community that holds it."""
    if choice not in _COLUMNS:
        raise ValueError(choice)
    await tx.run(
        f"INSERT INTO communities (guild_id, {choice}) VALUES (?, ?)"
        f" ON CONFLICT (guild_id) DO UPDATE SET {choice} = excluded.{choice}",
        (guild_id, value),
    )


async def post_seen(store: Store, guild_id: int, post_id: int) -> None:
    """This post of the questions forum was looked at, and so were those before it."""
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO communities (guild_id, last_post_id) VALUES (?, ?)"
            " ON CONFLICT (guild_id) DO UPDATE SET last_post_id ="
            " max(coalesce(last_post_id, 0), excluded.last_post_id)",
            (guild_id, post_id),
        )


async def with_member(
    store: Store, guild_id: int, user_id: int
) -> tuple[Community, Language | None]:
    """The community and the language this member chose in it, without a trip to another thread."""
    row = store.look_up(
        "SELECT c.*, m.language AS own_language"
        " FROM (SELECT ? AS guild, ? AS user)"
        " LEFT JOIN communities c ON c.guild_id = guild"
        " LEFT JOIN members m ON m.guild_id = guild AND m.user_id = user",
        (guild_id, user_id),
    )
    assert row is not None
    values = {column: row[column] for column in _COLUMNS if row[column] is not None}
    return Community(**{**values, "guild_id": guild_id}), row["own_language"]


@transaction
async def choose_language(
    tx: Transaction, guild_id: int, user_id: int, language: Language | None
) -> None:
    """A member's own language; None follows Discord's."""
    await tx.run(
        "INSERT INTO members (guild_id, user_id, language) VALUES (?, ?, ?)"
        " ON CONFLICT (guild_id, user_id) DO UPDATE SET language = excluded.language",
        (guild_id, user_id, language),
    )


async def own(store: Store, guild_id: int, user_id: int) -> Own:
    """A member's own choices; who has made none yet has the defaults."""
    row = await store.read_one(
        "SELECT language, reminders_by_dm, digest, reads_in, reflect_reminders, away_until"
        " FROM members WHERE guild_id = ? AND user_id = ?",
        (guild_id, user_id),
    )
    if row is None:
        return Own()
    return Own(
        language=row["language"],
        reminders_by_dm=bool(row["reminders_by_dm"]),
        digest=row["digest"],
        reads_in=row["reads_in"],
        reflect_reminders=bool(row["reflect_reminders"]),
        away_until=row["away_until"],
    )


@transaction
async def choose_reminders(tx: Transaction, guild_id: int, user_id: int, *, by_dm: bool) -> None:
    """Whether this member's reminders come as direct messages. Their digest is in data.notices."""
    await tx.run(
        "INSERT INTO members (guild_id, user_id, reminders_by_dm) VALUES (?, ?, ?)"
        " ON CONFLICT (guild_id, user_id)"
        " DO UPDATE SET reminders_by_dm = excluded.reminders_by_dm",
        (guild_id, user_id, int(by_dm)),
    )


@transaction
async def choose_away(tx: Transaction, guild_id: int, user_id: int, until: int | None) -> None:
    """Until when (UTC seconds) this member gets no direct messages; None when they are back."""
    await tx.run(
        "INSERT INTO members (guild_id, user_id, away_until) VALUES (?, ?, ?)"
        " ON CONFLICT (guild_id, user_id) DO UPDATE SET away_until = excluded.away_until",
        (guild_id, user_id, until),
    )


@transaction
async def keep_language(tx: Transaction, guild_id: int, user_id: int, language: Language) -> None:
    """What this member reads now, for what they will be told by direct message."""
    await tx.run(
        "INSERT INTO members (guild_id, user_id, reads_in) VALUES (?, ?, ?)"
        " ON CONFLICT (guild_id, user_id) DO UPDATE SET reads_in = excluded.reads_in",
        (guild_id, user_id, language),
    )
