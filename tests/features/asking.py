"""What several stories about asking begin with."""

from typing import Any

from simcord.builders import ChannelHandle

from tests.features.circle import Circle, answer, raw_components, walk


async def ask(circle: Circle, actor: Any, title: str, **more: Any) -> Any:
    """Fill in the form where people talk; what comes of it may be earlier questions."""
    form = await actor.slash(circle.talk, "ask")
    fields = {"details": "", "topics": "", **more}
    return await actor.submit_modal(form, {"title": title, **fields})


async def anyway(actor: Any, asked: Any) -> Any:
    """Whatever was asked before, it is asked."""
    for one in filter(None, (asked.response, *asked.followups)):
        for label in labelled(one) & {"Ask anyway", "Kysy silti"}:
            return await actor.click(one, label=label)
    return asked


def labelled(message: Any) -> set[str]:
    """What can be pressed under a message."""
    parts = walk(raw_components(message))
    return {part["label"] for part in parts if part.get("type") == 2 and part.get("label")}


async def solve(
    circle: Circle, asker: Any, title: str, helper: Any, words: str, **more: Any
) -> Any:
    """A question that was asked, answered and solved; returns its thread."""
    await anyway(asker, await ask(circle, asker, title, **more))
    thread = circle.place.threads[-1]
    reply = await helper.send(thread, words)
    answer(await asker.context_menu(thread, "Accept answer", reply))
    return thread


async def by_hand(
    circle: Circle, actor: Any, title: str, text: str = "Help.", tags: tuple[str, ...] = ()
) -> ChannelHandle:
    """A member makes a post in the forum: its thread comes first, then its first message.

    SimCord lets only the bot do it.
    """
    backend = circle.env.backend
    available = backend.get_channel(circle.forum.id).available_tags
    ids = [int(one["id"]) for one in available if one["name"] in tags]
    thread = backend.create_thread(
        circle.forum.id, title, actor.id, applied_tags=ids, broadcast=False
    )
    starter = backend.prepare_message(thread.id, actor.id, text)
    starter.id = thread.id
    backend.commit_message(starter, broadcast=False)
    if circle.env.bot is circle.bot:
        backend.announce_thread_create(thread)
        backend.announce_message_create(starter)
    await circle.env.settle()
    return next(one for one in circle.forum.threads if one.id == thread.id)


async def tag(circle: Circle, *names: str) -> None:
    """The forum has these tags."""
    backend = circle.env.backend
    made = [
        {"id": str(backend.snowflake()), "name": name, "moderated": False}
        | {"emoji_id": None, "emoji_name": None}
        for name in names
    ]
    backend.get_channel(circle.forum.id).available_tags.extend(made)
    backend.edit_channel(circle.forum.id, {})
    await circle.env.settle()
