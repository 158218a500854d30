"""Reading links: which ones are the same page, which are not, and which are refused."""

from itertools import combinations
from random import Random
from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import link_sites as sites
from bot import link_trackers as trackers
from bot.links import LONGEST, Link, Refusal, canonical
from tests.rules.links_table import DIFFERENT, REFUSED, SAME

hostile = settings(deadline=None, max_examples=200)

EVERY_LINK = [link for group in (*SAME, *DIFFERENT) for link in group.links]


def link(raw: str) -> Link:
    found = canonical(raw)
    assert isinstance(found, Link), (raw, found)
    return found


def test_the_table_is_worth_its_name() -> None:
    assert len(EVERY_LINK) + sum(len(group.texts) for group in REFUSED) > 400


@pytest.mark.parametrize(
    ("source", "first", "other"),
    [(group.source, group.links[0], other) for group in SAME for other in group.links[1:]],
)
def test_these_are_one_page(source: str, first: str, other: str) -> None:
    assert link(other).key == link(first).key, source


@pytest.mark.parametrize(
    ("source", "one", "other"),
    [(group.source, *pair) for group in DIFFERENT for pair in combinations(group.links, 2)],
)
def test_these_are_two_pages(source: str, one: str, other: str) -> None:
    assert link(one).key != link(other).key, source


@pytest.mark.parametrize(
    ("source", "raw", "reason"),
    [(group.source, text, group.reason) for group in REFUSED for text in group.texts],
    ids=lambda value: repr(value)[:60],
)
def test_these_are_refused_with_their_reason(source: str, raw: str, reason: Refusal) -> None:
    assert canonical(raw) is reason, source


def test_pages_of_different_groups_differ() -> None:
    """No rule of one site makes its pages those of another."""
    keys: dict[str, str] = {}
    for group in SAME:
        if "example" not in group.links[0]:
            key = link(group.links[0]).key
            assert keys.setdefault(key, group.source) == group.source


@pytest.mark.parametrize("raw", EVERY_LINK)
def test_a_key_in_the_table_is_the_key_of_itself(raw: str) -> None:
    key = link(raw).key
    assert link("https://" + key).key == key


@pytest.mark.parametrize("raw", EVERY_LINK)
def test_trackers_leave_the_key_and_stay_in_the_link(raw: str) -> None:
    page, hash_, fragment = raw.strip().strip("<>").strip().partition("#")
    tracked = f"{page}{'&' if '?' in page else '?'}utm_source=x&fbclid=y{hash_}{fragment}"
    found = link(tracked)
    assert found.key == link(raw).key
    assert found.url.endswith(tracked.removeprefix("//"))


def test_every_tracker_is_left_out_in_any_case() -> None:
    for name in trackers.EVERYWHERE | {f"{start}x" for start in trackers.BEGINNINGS}:
        assert name == name.lower()
        for written in (name, name.upper()):
            assert link(f"https://example.org/a?{written}=x&id=1").key == "example.org/a?id=1", name


def test_a_sites_own_trackers_are_left_out_there_alone() -> None:
    for site, names in trackers.OF_SITE.items():
        host = site if "." in site else f"{site}.de"
        for name in names - trackers.EVERYWHERE:
            assert name == name.lower()
            page = link(f"https://{host}/somewhere").key
            assert link(f"https://{host}/somewhere?{name}=x").key == page, (site, name)
            assert "?" in link(f"https://example.org/somewhere?{name}=x").key, (site, name)


@pytest.mark.parametrize(
    "form",
    {form.written.pattern: form for forms in sites.FORMS.values() for form in forms}.values(),
    ids=lambda form: form.written.pattern,
)
def test_every_form_of_a_site_makes_a_difference_in_the_table(
    form: sites.Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [link(raw).key for raw in EVERY_LINK]
    for site, forms in sites.FORMS.items():
        monkeypatch.setitem(sites.FORMS, site, tuple(one for one in forms if one != form))
    assert [link(raw).key for raw in EVERY_LINK] != before


def test_a_site_is_the_same_by_each_of_its_names() -> None:
    for other, one in sites.OTHER_NAMES.items():
        assert link(f"https://{other}/a").key == link(f"https://{one}/a").key
    for site, subdomain in [
        ("discord.com", "canary"),
        ("facebook.com", "fi-fi"),
        ("linkedin.com", "fi"),
        ("reddit.com", "old"),
        ("amazon.de", "smile"),
    ]:
        assert link(f"https://{subdomain}.{site}/a").key == f"{site}/a"
        assert link(f"https://other.{site}/a").key == f"other.{site}/a"


@pytest.mark.parametrize(
    "raw",
    [
        "https://www.yle.fi\\@evil.example/",
        "https://www.yle.fi\\evil.example/",
        "https://www.yle.fi%40evil.example/",
        "https://www.yle.fi﹫evil.example/",
        "https://www.yle.fi%00.evil.example/",
        "https://www.yle.fi：443@evil.example/",
    ],
)
def test_a_disguised_host_is_no_link(raw: str) -> None:
    assert isinstance(canonical(raw), Refusal)


def test_the_longest_link_fits_and_one_more_does_not() -> None:
    stem = "https://example.org/"
    longest = stem + "a" * (LONGEST - len(stem))
    assert len(longest) == 2_000
    assert link(longest).url == longest
    assert canonical(longest + "a") is Refusal.TOO_LONG
    # Without a scheme there are eight characters less.
    assert canonical(longest.removeprefix("https://") + "a") is Refusal.TOO_LONG


@pytest.mark.parametrize(
    ("raw", "host", "cautious"),
    [
        ("https://www.example.org/x", "example.org", False),
        ("https://EXAMPLE.org", "example.org", False),
        ("https://example.org.", "example.org", False),
        ("https://m.example.org/", "m.example.org", False),
        ("https://sub.example.org:8443/", "sub.example.org", False),
        ("https://älä.fi", "xn--l-zfab.fi", True),
        ("https://ääkkönen.example", "xn--kknen-fraa0m.example", True),
        # Latin with a Cyrillic а, all Cyrillic, and a Greek omicron.
        ("https://pаypal.com", "xn--pypal-4ve.com", True),
        ("https://аррӏе.com", "xn--80ak6aa92e.com", True),
        ("https://gοοgle.com", "xn--ggle-0nda.com", True),
        ("https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com", True),
        ("https://www.xn--80ak6aa92e.com", "xn--80ak6aa92e.com", True),
        ("https://www.google.com/amp/s/xn--80ak6aa92e.com/", "google.com", False),
        ("https://[2001:db8::1]/", "2001:db8::1", False),
        ("http://127.0.0.1:8000/", "127.0.0.1", False),
        ("https://www.fi/", "www.fi", False),
        # What Unicode takes for ASCII is shown as the ASCII it leads to.
        ("https://ｅｘａｍｐｌｅ.org/", "example.org", False),
    ],
)
def test_the_bare_host_is_shown_and_a_foreign_script_as_punycode(
    raw: str, host: str, cautious: bool
) -> None:
    found = link(raw)
    assert (found.host, found.cautious) == (host, cautious)


@pytest.mark.parametrize(
    ("raw", "url"),
    [
        ("https://Example.org/A?b=1&utm_source=x#c", "https://Example.org/A?b=1&utm_source=x#c"),
        (
            "https://www.google.com/amp/s/example.org/a",
            "https://www.google.com/amp/s/example.org/a",
        ),
        (" <http://example.org/ä> ", "http://example.org/ä"),
        ("example.org", "https://example.org"),
        ("//example.org/x", "https://example.org/x"),
    ],
)
def test_the_link_is_opened_as_it_was_given(raw: str, url: str) -> None:
    assert link(raw).url == url


@pytest.mark.parametrize(
    "raw",
    [
        "https://example.org/<[press](https://evil.example)",
        "https://example.org/<@1234567890>",
        "https://example.org/?a=<@&1234567890>",
        "https://example.org/#<#1234567890>",
    ],
)
def test_what_discord_would_read_after_a_link_is_not_in_it(raw: str) -> None:
    """Discord's own link ends at <, and the rest of the text would be read as formatting."""
    found = canonical(raw)
    assert isinstance(found, Refusal) or "<" not in found.url


HOSTS = [
    *("www", "m", "mobile", "amp", "example", "youtu", "be", "youtube", "com", "ä", "fi", "old"),
    *("google", "amazon", "de", "reddit", "x", "twitter", "medium", "stackoverflow", "docs"),
    *("cdn", "ampproject", "org", "co", "uk", "wikipedia", "linkedin", "spotify", "open", "fb"),
]
PATHS = [
    *("/", "a", "..", ".", "%2F", "%41", "ä", "%E4", "watch", "shorts", ";", "%", "amp", ".amp"),
    *(
        "/amp",
        "/wiki",
        ".html",
        "c/s/",
        "example.org",
        "google.com/amp/s/",
        "status/",
        "1",
        "questions/",
    ),
    *("dp/0131103628", "ref=x", ";jsessionid=1", "comments/", "%2e", "intl-fi/", "embed/", "p/"),
    *("d/", "document/", "edit", ".git", "-0123456789ab", "@", "%25", "//", "[", "|", "learning/"),
]
RESTS = [
    *("?", "&", "=", "v", "a", "+", "%20", "#", "!", "/", "utm_x", "ö", "%26", ";", "amp;", "amp"),
    *("amp=1", "list=PL1", "list=WL", "q=", ":~:", "?utm_x=1", "%3f", "u=1", "tab=readme", "%zz"),
]
url_like = st.builds(
    lambda scheme, host, path, rest: scheme + host + path + rest,
    st.sampled_from(["", "https://", "http://", "//", "HTTPS://", "javascript:"]),
    st.one_of(
        st.lists(st.sampled_from(HOSTS), min_size=1, max_size=5).map(".".join),
        st.sampled_from(EVERY_LINK).map(lambda raw: raw.partition("://")[2].partition("/")[0]),
    ),
    st.lists(st.sampled_from(PATHS), max_size=7).map(lambda parts: "/" + "".join(parts)),
    st.lists(st.sampled_from(RESTS), max_size=8).map("".join),
)
mended = st.builds(
    lambda raw, place, more: raw[: place % len(raw)] + more + raw[place % len(raw) :],
    st.sampled_from(EVERY_LINK),
    st.integers(0, 200),
    st.one_of(st.sampled_from([*PATHS, *RESTS]), st.text(max_size=3)),
)
anything = st.one_of(
    st.text(max_size=80), url_like, mended, st.text("htps:/\\@.%#?&=[]xa<> \u202e", max_size=40)
)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("http://www.Example.org/b/?z=1&a=2&utm_source=x#c", "example.org/b?a=2&z=1"),
        # Python 3.13 writes this address in another way than 3.11.
        ("https://[::ffff:1.2.3.4]:8080/", "[::ffff:102:304]:8080"),
        ("https://bücher.example/ä", "xn--bcher-kva.example/%C3%A4"),
        ("https://youtu.be/dQw4w9WgXcQ", "youtube.com/watch?v=dQw4w9WgXcQ"),
    ],
)
def test_stored_keys_do_not_change(raw: str, key: str) -> None:
    assert link(raw).key == key


@hostile
@given(anything)
@example("https://[")
@example("http://[::1%25eth0]/")
@example("https://[ä]/")
@example("https://ä:b/")
@example("https://\u0130.org")
@example("https://xn--\x80.org")
@example("https://xn--a.org")
@example("https://xn--ä.org")
@example("https://ä" + "a" * 1_900 + ".org")
@example("https://" + "." * 300)
@example("https://example.org/?" + "&" * 1_000)
@example("https://example.org:٣/")
def test_reading_never_raises(raw: str) -> None:
    found = canonical(raw)
    if isinstance(found, Link):
        assert found.url.lower().startswith(("http://", "https://"))
        assert len(found.url) <= LONGEST
        assert found.host
        assert found.host.isascii()
        assert found.cautious == ("xn--" in found.host)
        assert found.key.isascii()
        assert not any(character.isspace() for character in found.url)


@hostile
@given(st.one_of(url_like, mended))
@example("https://m.www.example.org/")
@example("https://mobile.m.example.org/")
@example("https://old.www.reddit.com/comments/a")
@example("https://youtu.be/a?v=b")
@example("https://example.org/?a=%2B+%20")
@example("https://example.org/a/amp/amp.amp")
@example("https://example.org/a.amp.html/amp")
@example("https://example.org/..amp")
@example("https://example.org/wiki/amp/amp")
@example("https://example.org/.;jsessionid=1/a")
@example("https://www.amazon.de/a/ref=b/ref=c/amp/ref=d")
@example("https://example.org/?amp;amp;utm_x&amp;amp;a")
@example("https://example.org/??utm_x=1&??a")
@example("https://example.org/#/?a=1")
@example("https://example.org/#!/?a=1")
@example("https://example.org/#!//")
@example("https://github.com/a/b.git.git")
@example("https://google.com/amp/s/google.com/amp/s/EXAMPLE.org/amp")
@example("https://google.com/amp/s/2130706433.1/")
def test_a_key_is_the_key_of_itself(raw: str) -> None:
    found = canonical(raw)
    if isinstance(found, Link):
        assert link("https://" + found.key).key == found.key


@hostile
@given(
    st.lists(st.tuples(st.text("abvlist", min_size=1, max_size=4), st.text("12ä=+", max_size=3))),
    st.randoms(),
)
def test_the_order_of_parameters_makes_no_difference(
    query: list[tuple[str, str]], random: Random
) -> None:
    parts = [f"{name}={value}" for name, value in query]
    key = link("https://example.org/page?" + "&".join(parts)).key
    random.shuffle(parts)
    assert link("https://example.org/page?" + "&".join(parts)).key == key


@hostile
@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20))
def test_encoding_a_whole_segment_does_not_merge_two(segment: str) -> None:
    """The key decodes to what the segment was."""
    key = link("https://example.org/x" + quote(segment, safe="") + "x").key
    assert unquote(key) == f"example.org/x{segment}x"
