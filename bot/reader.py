"""Who is asking, and in which language to answer."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import discord

from bot import i18n
from data import communities
from data.communities import Community, Language
from data.store import Store


@dataclass(frozen=True, slots=True)
class Reader:
    """The person behind an interaction, as of this press: never keep one for the next."""

    community: Community
    guild: discord.Guild
    member: discord.Member
    language: Language
    public_language: Language
    moderator: bool

    @property
    def guild_id(self) -> int:
        return self.community.guild_id

    @property
    def user_id(self) -> int:
        return self.member.id

    def text(self, key: str, /, **values: str | int | float) -> str:
        """A sentence for this person alone."""
        return i18n.text(self.language, key, **values)

    def public(self, key: str, /, **values: str | int | float) -> str:
        """A sentence for everybody in the community."""
        return i18n.text(self.public_language, key, **values)


async def reader_of(store: Store, interaction: discord.Interaction) -> Reader:
    """Read who pressed. The interaction must come from a guild: all our commands are guild-only."""
    guild, member = interaction.guild, interaction.user
    if guild is None or not isinstance(member, discord.Member):
        raise ValueError("an interaction outside a guild")
    community, own = await communities.with_member(store, guild.id, member.id)
    public = public_language(community, guild)
    return Reader(
        community=community,
        guild=guild,
        member=member,
        language=own or i18n.of_locale(interaction.locale) or public,
        public_language=public,
        moderator=is_moderator(community, member, interaction.permissions),
    )


async def reader_of_message(store: Store, member: discord.Member) -> Reader:
    """Somebody who wrote or pressed a reaction: what answers them stands in a channel, so it is in
    the community's language."""
    community = await communities.get(store, member.guild.id)
    public = public_language(community, member.guild)
    return Reader(
        community=community,
        guild=member.guild,
        member=member,
        language=public,
        public_language=public,
        moderator=is_moderator(community, member, member.guild_permissions),
    )


def is_moderator(
    community: Community, member: discord.Member, permissions: discord.Permissions
) -> bool:
    """Whether they may manage the server, or have the role the community set."""
    if permissions.manage_guild or permissions.administrator:
        return True
    role = community.moderator_role_id
    # The @everyone role has the guild's own id: it must never make everybody a moderator.
    return role is not None and role != community.guild_id and member.get_role(role) is not None


def public_language(community: Community, guild: discord.Guild) -> Language:
    """The community's choice, else Discord's setting for the guild, else English."""
    return community.language or i18n.of_locale(guild.preferred_locale) or "en"


async def language_of(store: Store, guild: discord.Guild) -> Language:
    """The language of a guild's public posts, where no reader is at hand."""
    return public_language(await communities.get(store, guild.id), guild)


def zone(community: Community, guild: discord.Guild) -> ZoneInfo:
    """The community's time zone; until it is chosen, Helsinki for Finnish guilds, else UTC."""
    default = "Europe/Helsinki" if public_language(community, guild) == "fi" else "UTC"
    return ZoneInfo(community.timezone or default)
