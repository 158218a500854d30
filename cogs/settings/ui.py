"""The set-up panel and a member's own panel."""

from dataclasses import dataclass
from datetime import datetime

import discord
from discord import ui

from bot import channels, links
from bot.i18n import clock, stamp
from bot.notices import DIGEST_MINUTE
from bot.reader import Reader, zone
from bot.ui import CLOSED_COLOUR, Card, Chosen, button, component_id
from cogs.settings.question_ui import Helping, helping_blocks
from cogs.settings.rules import SOLVED_TAG
from data import link_channels
from data.communities import Own


@dataclass(frozen=True, slots=True)
class Place:
    """A channel the community chooses: the Community field, its texts, what may be picked."""

    choice: str
    key: str
    forum: bool
    thread: bool
    history: bool = False
    """Whether what stands there already has to be found again."""

    def missing(self, channel: discord.abc.GuildChannel) -> tuple[str, ...]:
        """What the bot lacks for this in a channel."""
        needed = channels.needs(channel, thread=self.thread)
        return channels.missing(channel, channels.TO_POST_ONCE if self.history else needed)


SYNONYMS_SHOWN = 20
PLACES = (
    Place("tips_channel_id", "tips", forum=False, thread=False),
    Place("prompts_channel_id", "prompts", forum=False, thread=True),
    Place("questions_channel_id", "questions", forum=True, thread=True),
    Place("helpers_channel_id", "helpers", forum=False, thread=False, history=True),
    Place("moderators_channel_id", "moderators", forum=False, thread=False),
)


def setup_card(reader: Reader, now: datetime, offered: list[int] | None) -> Card:
    """The whole set-up: each choice, what is wrong with it, and the menu to change it.

    `offered` are the channels in which links get a bookmark; None where messages are not read.
    """
    role = reader.guild.get_role(reader.community.moderator_role_id or 0)
    helpers = reader.guild.get_role(reader.community.helper_role_id or 0)
    where = zone(reader.community, reader.guild)
    local = now.astimezone(where)
    time = clock(reader.language, local.hour * 60 + local.minute)
    blocks: list[str | list[ui.Item[ui.LayoutView]]] = [reader.text("setup-title")]
    for place in PLACES:
        blocks += [_place_line(reader, place), [_channel_menu(reader, place)]]
    if offered is not None:
        blocks += [_offered_line(reader, offered), [_offered_menu(reader, offered)]]
    blocks += [
        reader.text("setup-role", role=role.mention if role else reader.text("setup-role-none")),
        [_role_menu(role, custom_id="setup.role", placeholder=reader.text("setup-role-menu"))],
        reader.text(
            "setup-helper-role",
            role=helpers.mention if helpers else reader.text("setup-helper-role-none"),
        ),
        [
            _role_menu(
                helpers,
                custom_id="setup.helper-role",
                placeholder=reader.text("setup-helper-role-menu"),
            )
        ],
        reader.text("setup-language", language=reader.text(f"language-{reader.public_language}"))
        + "\n"
        + reader.text("setup-zone", zone=where.key, time=time),
        [
            button(reader.text("setup-other-language"), "setup.language"),
            button(reader.text("setup-change-zone"), "setup.zone"),
            button(reader.text("setup-synonyms"), "setup.synonyms"),
            button(reader.text("setup-questions-more"), "setup.questions"),
        ],
    ]
    return Card(*blocks, colour=CLOSED_COLOUR)


def _place_line(reader: Reader, place: Place) -> str:
    name = reader.text(f"setup-{place.key}")
    channel_id = getattr(reader.community, place.choice)
    if channel_id is None:
        hint = reader.text(f"setup-{place.key}-hint")
        return reader.text("setup-place-unset", name=name, hint=hint)
    channel = reader.guild.get_channel(channel_id)
    if channel is None:
        return reader.text("setup-place-gone", name=name)
    if lacking := place.missing(channel):
        names = channels.permission_names(reader.language, lacking)
        return reader.text(
            "setup-place-lacking", name=name, channel=channel.mention, permissions=names
        )
    line = reader.text("setup-place-fine", name=name, channel=channel.mention)
    if isinstance(channel, discord.ForumChannel) and not any(
        tag.name.casefold() in SOLVED_TAG.values() for tag in channel.available_tags
    ):
        line += "\n" + reader.text("setup-place-no-tags")
    return line


def _channel_menu(reader: Reader, place: Place) -> ui.ChannelSelect[ui.LayoutView]:
    types = [discord.ChannelType.text, *([discord.ChannelType.forum] if place.forum else [])]
    channel_id = getattr(reader.community, place.choice)
    chosen = reader.guild.get_channel(channel_id) if channel_id else None
    return ui.ChannelSelect(
        custom_id=component_id("setup.channel", place.key),
        channel_types=types,
        placeholder=reader.text(f"setup-{place.key}-menu"),
        min_values=0,
        default_values=[Chosen(chosen)] if chosen else [],
    )


def _offered_line(reader: Reader, offered: list[int]) -> str:
    known = [one for one in map(reader.guild.get_channel, offered) if one]
    if not known:
        return reader.text("setup-links-none")
    lacking = [one for one in known if channels.missing(one, channels.TO_BOOKMARK)]
    if lacking:
        names = channels.permission_names(
            reader.language, channels.missing(lacking[0], channels.TO_BOOKMARK)
        )
        return reader.text("setup-links-lacking", channel=lacking[0].mention, permissions=names)
    return reader.text("setup-links", count=len(known))


def _offered_menu(reader: Reader, offered: list[int]) -> ui.ChannelSelect[ui.LayoutView]:
    known = [one for one in map(reader.guild.get_channel, offered) if one]
    return ui.ChannelSelect(
        custom_id="setup.links",
        channel_types=[discord.ChannelType.text],
        placeholder=reader.text("setup-links-menu"),
        min_values=0,
        max_values=link_channels.MOST,
        default_values=[Chosen(one) for one in known],
    )


def _role_menu(
    role: discord.Role | None, *, custom_id: str, placeholder: str
) -> ui.RoleSelect[ui.LayoutView]:
    return ui.RoleSelect(
        custom_id=custom_id,
        placeholder=placeholder,
        min_values=0,
        default_values=[Chosen(role)] if role else [],
    )


def synonyms_card(reader: Reader, lines: str, *, undoable: bool, unused: int = 0) -> Card:
    """What means the same in the search here; `unused` lines have no effect."""
    groups = [one for one in lines.splitlines() if one.strip()]
    shown = "\n".join(f"- {links.one_line(one, 90)}" for one in groups[:SYNONYMS_SHOWN])
    more = len(groups) - SYNONYMS_SHOWN
    row = [
        button(
            reader.text("synonyms-change"),
            "setup.synonyms-change",
            style=discord.ButtonStyle.primary,
        )
    ]
    if undoable:
        row.append(button(reader.text("synonyms-undo"), "setup.synonyms-undo"))
    row.append(button(reader.text("setup-back"), "setup.back"))
    return Card(
        reader.text("synonyms-title", count=len(groups)),
        shown,
        reader.text("synonyms-more", count=more) if more > 0 else "",
        reader.text("synonyms-unused", count=unused) if unused else "",
        row,
        colour=CLOSED_COLOUR,
    )


def me_card(reader: Reader, own: Own, now: int, helping: Helping) -> Card:
    """A member's own panel: their language, their direct messages, and what they help with."""
    by_dm = own.reminders_by_dm
    turn = reader.text("me-reminders-turn-off" if by_dm else "me-reminders-turn-on")
    where = zone(reader.community, reader.guild)
    time = clock(reader.language, DIGEST_MINUTE)
    until = own.away_until if own.away_until and own.away_until > now else None
    return Card(
        reader.text("me-title"),
        [_language_menu(reader, own.language)],
        reader.text("me-reminders-on" if by_dm else "me-reminders-off"),
        [button(turn, "me.reminders", "off" if by_dm else "on")],
        reader.text("me-digest", time=time, zone=where.key),
        [_digest_menu(reader, own.digest)],
        reader.text("me-reflect-on" if own.reflect_reminders else "me-reflect-off"),
        [_reflect_button(reader, wanted=own.reflect_reminders)],
        _away_line(reader, until),
        [_away_menu(reader, away=bool(until))],
        *helping_blocks(reader, helping),
        reader.text("me-direct"),
        reader.text("me-more"),
        colour=CLOSED_COLOUR,
    )


def _language_menu(reader: Reader, own: str | None) -> ui.Select[ui.LayoutView]:
    follow = reader.text("me-follow-discord")
    options = [
        discord.SelectOption(value="auto", label=follow, default=own is None),
        discord.SelectOption(value="en", label="English", default=own == "en"),
        discord.SelectOption(value="fi", label="Suomi", default=own == "fi"),
    ]
    return ui.Select(custom_id="me.language", options=options)


def _digest_menu(reader: Reader, own: str | None) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(value=value, label=label, default=value == (own or "off"))
        for value, label in (
            ("off", reader.text("me-digest-off")),
            ("day", reader.text("me-digest-day")),
            ("week", reader.text("me-digest-week")),
        )
    ]
    return ui.Select(custom_id="me.digest", options=options)


def _reflect_button(reader: Reader, *, wanted: bool) -> ui.Button[ui.LayoutView]:
    turn = reader.text("me-reminders-turn-off" if wanted else "me-reminders-turn-on")
    return button(turn, "me.reflect", "off" if wanted else "on")


def _away_line(reader: Reader, until: int | None) -> str:
    if until is None:
        return reader.text("me-away-no")
    return reader.text("me-away-until", when=stamp(until, "D"))


def _away_menu(reader: Reader, *, away: bool) -> ui.Select[ui.LayoutView]:
    named = [
        ("off", reader.text("me-away-off")),
        ("week", reader.text("me-away-week")),
        ("two-weeks", reader.text("me-away-two-weeks")),
        ("month", reader.text("me-away-month")),
    ]
    if away:
        # Until when it is stands above the menu.
        named.append(("on", reader.text("me-away-on")))
    chosen = "on" if away else "off"
    options = [
        discord.SelectOption(value=value, label=label, default=value == chosen)
        for value, label in named
    ]
    return ui.Select(custom_id="me.away", options=options)
