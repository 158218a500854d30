"""Which part of a text is shown, and how what was searched for stands out in it."""

from collections.abc import Callable, Sequence

Span = tuple[int, int]
_BEFORE = 30
"""Characters that are shown before the first word that was searched for."""


def part_round(text: str, spans: Sequence[Span], longest: int) -> Span:
    """Where the part of a text begins and ends that shows the first of these words."""
    if len(text) <= longest:
        return 0, len(text)
    first = spans[0][0] if spans else 0
    near = max(0, min(first - _BEFORE, len(text) - longest))
    # From a whole word on, unless there is none before what was found.
    space = text.find(" ", near, first) if near else -1
    begin = space + 1 if space >= 0 else near
    end = min(len(text), begin + longest)
    if end < len(text):
        # To the end of a whole word, unless what was found is longer than that.
        space = text.rfind(" ", spans[0][1] if spans else begin, end + 1)
        end = space if space >= 0 else end
    return begin, end


def marked(text: str, spans: Sequence[Span], part: Span, escape: Callable[[str], str]) -> str:
    """A part of a text with these words in bold, what is cut ending in an ellipsis."""
    begin, end = part
    shown, at = ["…"] if begin else [], begin
    for start, stop in spans:
        if at <= start and stop <= end:
            shown += [escape(text[at:start]), f"**{escape(text[start:stop])}**"]
            at = stop
    shown.append(escape(text[at:end].rstrip() if end < len(text) else text[at:end]))
    return "".join(shown) + ("…" if end < len(text) else "")
