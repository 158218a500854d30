"""The page round the frame: a few static files, one of them filled with the story's words."""

import json
import re
from html import escape
from pathlib import Path

from aiohttp import web

from bot.i18n import text
from bot.playground.story import Story

STATIC = Path(__file__).with_name("static")
FILES = {
    "page.js": "text/javascript",
    "frame.js": "text/javascript",
    "page.css": "text/css",
    "frame.css": "text/css",
    "icon.svg": "image/svg+xml",
}
PLACEHOLDER = re.compile(r"\{\{([a-z-]+)\}\}")

# What the scripts say themselves; the rest is in the page already.
SPOKEN = ("menu", "new-thread", "open", "dismiss", "failed", "gone", "posts-none", "post-closed")

# What Preview says itself, in English only: a Finn's Discord would not, nor would anybody's
# speak of SimCord.
FRAME_WORDS = {
    "Only you can see this": "only-you",
    "Thinking…": "thinking",
    "(edited)": "edited",
    "Cancel": "cancel",
    "Submit": "submit",
    "Apply": "apply",
    "SimCord selection draft": "selecting",
    "This field is required.": "required",
    "Choose at least one value.": "required-choice",
    "Load earlier messages": "earlier",
    "Newer messages": "newer",
    "New messages · jump to latest": "newest",
    "No messages in this channel.": "empty",
    "This form will be submitted to Vinkki. Do not share passwords or other sensitive "
    "information.": "form-notice",
}


class Page:
    def __init__(self, story: Story) -> None:
        self.story = story

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/", self.index), web.get("/play/{file:[a-z]+\\.[a-z]+}", self.file)]

    async def index(self, request: web.Request) -> web.Response:
        html = (STATIC / "index.html").read_text(encoding="utf-8")
        return web.Response(text=PLACEHOLDER.sub(self._fill, html), content_type="text/html")

    async def file(self, request: web.Request) -> web.Response:
        name = request.match_info["file"]
        if name not in FILES:
            raise web.HTTPNotFound
        body = (STATIC / name).read_text(encoding="utf-8")
        return web.Response(text=body, content_type=FILES[name])

    def _fill(self, match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "facts":
            return _script_safe(json.dumps(self._facts(), ensure_ascii=False))
        if name == "language":
            return self.story.language
        if name == "community":
            return escape(self.story.community)
        channels = {key: f"#{channel}" for key, (channel, _) in self.story.channels.items()}
        return escape(self._text(name, tips=channels["tips"], prompts=channels["prompts"]))

    def _facts(self) -> dict[str, object]:
        """What the scripts need to know: words to say, and how the circle writes dates."""
        return {
            "locale": self.story.locale,
            "zone": self.story.zone,
            "channels": {key: name for key, (name, _) in self.story.channels.items()},
            "texts": {
                **{name: self._text(name) for name in SPOKEN},
                "posts-count": self._text("posts-count", count="{count}"),
                "message": self._text("frame-message", channel="{channel}"),
                "used": self._text("frame-used", name="{name}"),
                "frame": {en: self._text(f"frame-{key}") for en, key in FRAME_WORDS.items()},
            },
        }

    def _text(self, key: str, /, **values: str) -> str:
        return text(self.story.language, f"playground-{key}", **values)


def _script_safe(data: str) -> str:
    """JSON may hold `</script>`; inside a script element it must not."""
    return data.replace("<", "\\u003c")
