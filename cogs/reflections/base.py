"""What the parts of the feature have in common: whose an answer is, and taking one out."""

from bot import channels
from bot.reader import Reader
from bot.router import Feature
from data import anonymous, reflections
from data.anonymous import Answer
from data.reflections import Reflection


class ReflectionPart(Feature):
    """Each part is a class of its own; cog.py puts them together."""

    def author(self, reader: Reader, delivery_id: int) -> bytes:
        """The hash by which this reader's anonymous answer to one prompt is theirs."""
        return self.bot.secret.author(reader.guild_id, delivery_id, reader.user_id)

    async def own_answer(self, reader: Reader, delivery_id: int) -> Answer | None:
        """What this reader answered anonymously to a prompt."""
        whose = [(delivery_id, self.author(reader, delivery_id))]
        found = await anonymous.own(self.bot.store, reader.guild_id, whose)
        return found[0] if found else None

    async def withdraw(self, saved: Reflection) -> bool:
        """Take a reflection's message away. False when Discord did not let us."""
        if not (saved.channel_id and saved.message_id):
            return True
        gone = await channels.delete_message(
            self.bot, saved.guild_id, saved.channel_id, saved.message_id
        )
        if gone:
            await reflections.posted(
                self.bot.store, saved.guild_id, saved.reflection_id, None, None
            )
        return gone
