"""The key that all links to one page share, whatever way they came."""

import re

from bot.link_sites import FORMS, OTHER_NAMES, PAGE_IS_FRAGMENT, SAME_PAGES
from bot.link_trackers import BEGINNINGS, EVERYWHERE, OF_SITE

# What separates something when it stands bare, a slash or a plus, does not when it is encoded, and
# stays as it was written. These separate nothing, and links have them both ways.
_SEPARATE_NOTHING = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!'()*,:@$"
)
_NOR_IN_A_QUERY = _SEPARATE_NOTHING | {"/", "?"}
_ODD = re.compile(r"%[0-9A-Fa-f]{2}|[^\w.~!$&'()*+,;=:@/?-]", re.ASCII)

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
# Browsers read a host that ends in a number as an IPv4 address, however it is written.
_NAME = re.compile(rf"(?:{_LABEL}\.)+(?!\d+$|0x[0-9a-f]*$){_LABEL}")
# These change how a page looks, not which one it is. What remains must be somebody's domain,
# not the "fi" of m.fi or the "co.uk" of m.co.uk.
_LOOK = re.compile(r"(?:www|m|mobile|amp)\.(?!(?:co|com|net|org|ac|edu)\.[a-z]{2}$)(?=.+\.)")
_MOBILE_WIKI = re.compile(r"([a-z-]+)\.m\.(wik[a-z]+\.org)")
_IN_EVERY_COUNTRY = re.compile(r"(?:.+\.)?(amazon|ebay|google)\.(?:com?\.)?[a-z]{2,3}")
_KNOWN = FORMS.keys() | OF_SITE.keys() | SAME_PAGES.keys()

# What Google's and Bing's caches and viewers of AMP pages put before the page's own address.
_AMP_CACHE = re.compile(
    r"(?:(?:[^/]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/(?:c|v|wp)"
    r"|google\.(?:com?\.)?[a-z]{2,3}/amp)/(?:s/)?([^/]+\.[^/]+)(/.*)?"
)
# Behind these stands a thing that is called so.
_CALLED = "".join(rf"(?<!/{kind})" for kind in ("crates", "package", "project", "tag", "wiki"))
_AMP_ENDING = re.compile(rf"(?<=[^/.])(?:(?:{_CALLED}/amp|\.amp)+$|(?:\.amp)+(?=\.html?$))")
_AMP_PARAMETERS = {"amp", "amp=", "amp=1", "amp=true", "output=amp", "outputtype=amp"}

_SESSION_IN_PATH = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
_REFERRER_IN_PATH = re.compile(r"/ref=[^/]*")
_ESCAPED_AMPERSAND = re.compile(r"(?:amp;)+")


def is_name(host: str) -> bool:
    """Whether this is a domain's name that the whole internet could know."""
    return len(host) <= 253 and _NAME.fullmatch(host) is not None


def key(host: str, port: int | None, rest: str) -> str:
    """`host` is in lower case and ASCII, `port` None where it goes without saying.

    The key reads like a link without its scheme, and is the key of itself.
    """
    rest, _, fragment = rest.partition("#")
    path, _, query = rest.partition("?")
    path = _path(path)
    host, site = _home(host)
    while (cached := _AMP_CACHE.fullmatch(host + path)) and is_name(cached[1].lower()) and not port:
        (host, site), path = _home(cached[1].lower()), cached[2] or ""
    if site == "amazon":
        path = _REFERRER_IN_PATH.sub("", path)
    if "amp" in path and site not in FORMS:
        while (shorter := _AMP_ENDING.sub("", path)) != path:
            path = shorter
    page = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "") + path
    kept, first = None, ""
    for form in FORMS.get(site, ()):
        if written := form.written.fullmatch(page):
            page, _, first = written.expand(form.one).partition("?")
            kept = form.kept
            break
    parts = _parameters(query, OF_SITE.get(site, frozenset()))
    if kept:
        parts = [part for part in parts if kept.fullmatch(part)]
    if first:
        parts.append(first)
    fragment = _fragment(fragment, whole=PAGE_IS_FRAGMENT.fullmatch(page) is not None)
    return page + _behind("?", "&".join(sorted(parts))) + _behind("#", fragment)


def _home(host: str) -> tuple[str, str]:
    """The host as the site itself names it, and the known site it belongs to, or ""."""
    while look := _LOOK.match(host):
        host = host[look.end() :]
    host = OTHER_NAMES.get(host, host)
    if mobile := _MOBILE_WIKI.fullmatch(host):
        host = f"{mobile[1]}.{mobile[2]}"
    site = host
    while site and site not in _KNOWN:
        site = site.partition(".")[2]
    if not site and (everywhere := _IN_EVERY_COUNTRY.fullmatch(host)):
        site = everywhere[1]
    first, _, others = host.partition(".")
    same = SAME_PAGES.get(site)
    if same and (others + ".").startswith(site + ".") and same.fullmatch(first):
        host = others
    return host, site


def _path(raw: str) -> str:
    path = _spelled(raw)
    if ";" in path:
        path = _SESSION_IN_PATH.sub("", path)
    if "/." in path:
        steps: list[str] = []
        for step in path.split("/")[1:]:
            if step == "..":
                steps[-1:] = []
            elif step != ".":
                steps.append(step)
        path = "/" + "/".join(steps)
    if "//" in path:
        path = re.sub(r"//+", "/", path)
    return path.rstrip("/")


def _parameters(query: str, trackers: frozenset[str]) -> list[str]:
    """What chooses the page. Without decoding: p%E4%E4 and p%F6%F6 are two words in Latin-1."""
    if not query:
        return []
    parts = []
    for part in _spelled(query, _NOR_IN_A_QUERY).replace("%20", "+").split("&"):
        if part.startswith("amp;"):  # copied from a page's source
            part = _ESCAPED_AMPERSAND.sub("", part, count=1)
        # Behind a second question mark stands what somebody added to a link that had one.
        name = part.partition("=")[0].lstrip("?").lower()
        if (
            part
            and name not in EVERYWHERE
            and name not in trackers
            and not name.startswith(BEGINNINGS)
            and not (name in {"amp", "output", "outputtype"} and part.lower() in _AMP_PARAMETERS)
        ):
            parts.append(part)
    return parts


def _fragment(raw: str, whole: bool) -> str:
    """What chooses the page in the browser; the place on the page to scroll to makes no difference.

    A route begins with ! or /, and a bare #! or #/ is where one begins. Behind :~: stand words to
    mark on the page.
    """
    raw = raw.partition(":~:")[0]
    if whole:
        return _spelled(raw)
    if not raw.startswith(("!", "/")):
        return ""
    route, _, query = raw.partition("?")
    route = _spelled(route).rstrip("/")
    if parts := _parameters(query, frozenset()):
        return (route or "/") + "?" + "&".join(sorted(parts))
    return "" if route == "!" else route


def _behind(mark: str, text: str) -> str:
    return mark + text if text else ""


def _spelled(raw: str, bare: frozenset[str] = _SEPARATE_NOTHING) -> str:
    """In one spelling: these characters bare, every other odd one as %2F in capitals."""

    def one(found: re.Match[str]) -> str:
        odd = found[0]
        if len(odd) == 1:
            return "".join(f"%{byte:02X}" for byte in odd.encode())
        character = chr(int(odd[1:], 16))
        return character if character in bare else odd.upper()

    return _ODD.sub(one, raw)
