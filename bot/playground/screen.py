"""What the page shows: one channel through one member's eyes, in SimCord's Preview."""

from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import simcord

from bot.playground.world import World

Viewer = simcord.MemberActor | simcord.UserHandle


class Screen:
    """Preview shows one channel; looking elsewhere closes it and opens another (some 10 ms)."""

    def __init__(self, world: World, member: simcord.MemberActor, channel: simcord.ChannelHandle):
        self.world = world
        self.member = member
        self.channel = channel
        self.number = 0
        self.seen = ""
        self._preview: simcord.Preview | None = None
        self._open = AsyncExitStack()
        self._portraits = world.portraits

    async def show(
        self,
        member: simcord.MemberActor,
        channel: simcord.ChannelHandle,
        form: simcord.InteractionResult | None = None,
    ) -> None:
        """Look at `channel` as `member`; `form` is a form the bot has just opened for them."""
        await self._open.aclose()
        story = self.world.story
        viewer: Viewer = member.user if channel.guild is None else member
        self.member, self.channel = member, channel
        self._preview = await self._open.enter_async_context(
            self.world.env.preview(
                channel,
                viewers=[viewer],
                layout="channel",
                locale=story.locale,
                timezone=story.zone,
                assets=self._portraits,
            )
        )
        if form is not None:
            await self._preview.show(form)
        self.number += 1
        self.seen = self.world.mark

    async def catch_up(self) -> None:
        """Publish what has changed; nothing when nothing has, as a refresh makes clicks stale."""
        if self._preview is not None and self.seen != self.world.mark:
            await self._preview.refresh()
            self.seen = self.world.mark

    def has_shown_itself(self) -> None:
        """Preview publishes the outcome of its own actions: nothing is left to refresh."""
        self.seen = self.world.mark

    @property
    def address(self) -> tuple[str, str]:
        """Where Preview listens, and the capability that opens it; neither leaves this process."""
        assert self._preview is not None
        url = urlsplit(self._preview.url)
        return f"http://{url.netloc}", url.fragment

    async def close(self) -> None:
        await self._open.aclose()
        self._preview = None
