"""One tip as one line, the same in every list and digest."""

from bot import i18n, links
from bot.channels import jump
from bot.i18n import Language
from data.tips import Tip

LONGEST = 360
"""Characters of a line: ten of them fit a card of 4,000 with a heading."""
_LINKED = 220
_NOTE = 100
_TITLE = 70


def tip_name(tip: Tip) -> str:
    """What a tip is called: its page's title, else its site. Escaped."""
    return links.one_line(tip.title or tip.host, _TITLE)


def tip_line(tip: Tip, language: Language) -> str:
    """The tip's name as a link, why it helps, whom it helped; only for readers who may see it."""
    name = tip_name(tip)
    # A very long link is reached through its card.
    if len(linked := links.masked(name, tip.url)) <= _LINKED:
        name = linked
    elif tip.channel_id and tip.message_id:
        name = links.masked(name, jump(tip.guild_id, tip.channel_id, tip.message_id))
    return i18n.text(
        language,
        "tip-line",
        name=name,
        note=links.one_line(tip.note, _NOTE),
        count=tip.thanks,
        mark="dead" if tip.dead_since else "outdated" if tip.outdated_at else "none",
    )
