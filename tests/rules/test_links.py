"""Reading links: which ones are the same page, which are not, and which are refused."""

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yarl import URL

from bot.links import LONGEST, Link, Refusal, canonical

hostile = settings(deadline=None, max_examples=150)


def link(raw: str) -> Link:
    found = canonical(raw)
    assert isinstance(found, Link), (raw, found)
    return found


SAME = [
    [
        "https://example.org/page",
        "http://example.org/page",
        "HTTPS://EXAMPLE.ORG/page",
        "https://www.example.org/page",
        "https://m.example.org/page",
        "https://mobile.example.org/page",
        "https://example.org:443/page",
        "http://example.org:80/page",
        "https://example.org./page",
        "https://example.org/page/",
        "https://example.org//page",
        "https://example.org/page#section-2",
        "https://example.org/page?",
        "https://example.org/%70age",
        "https://example.org/other/../page",
        "https://example.org/page?utm_source=x&utm_medium=y",
        "https://example.org/page?fbclid=x",
        "https://example.org/page?gclid=x&msclkid=y&mc_cid=z",
        "https://example.org/page?%75tm_source=x",
        "example.org/page",
        "//example.org/page",
        "www.example.org/page",
        "  https://example.org/page\n",
        "<https://example.org/page>",
        "https://example。org/page",
    ],
    ["https://example.org", "https://example.org/", "https://example.org/#top", "example.org"],
    ["https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"],
    ["https://example.org/a?q=two+words", "https://example.org/a?q=two%20words"],
    ["https://example.org/a~b", "https://example.org/a%7Eb"],
    ["https://example.org/ä", "https://example.org/%C3%A4", "https://example.org/%c3%a4"],
    ["https://bücher.example", "https://BÜCHER.example/", "https://xn--bcher-kva.example"],
    ["https://[2001:DB8:0::1]:8080/x", "https://[2001:db8::1]:8080/x"],
    ["https://example.org:8080/x", "example.org:8080/x"],
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=abc",
        "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
        "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&feature=share",
        "https://youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
    ],
]


@pytest.mark.parametrize(
    ("first", "other"), [(group[0], other) for group in SAME for other in group[1:]]
)
def test_these_are_one_page(first: str, other: str) -> None:
    assert link(other).key == link(first).key


DIFFERENT = [
    ("https://example.org/a", "https://example.org/b"),
    ("https://example.org/a", "https://example.com/a"),
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a", "https://example.org/a.html"),
    ("https://docs.example.org/a", "https://example.org/a"),
    ("https://example.org/?id=1", "https://example.org/?id=2"),
    ("https://example.org/?id=1", "https://example.org/"),
    ("https://example.org/?a=1&a=2", "https://example.org/?a=1"),
    ("https://example.org/?v=1", "https://example.org/?v=2"),
    ("https://example.org/?a=b%26c=d", "https://example.org/?a=b&c=d"),
    ("https://example.org/?q=a%2Bb", "https://example.org/?q=a+b"),
    ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ("https://example.org/a%3Fb", "https://example.org/a?b"),
    ("https://example.org/a%23b", "https://example.org/a#b"),
    ("https://example.org/#!/one", "https://example.org/#!/two"),
    ("https://example.org/#/one", "https://example.org/#/two"),
    ("https://example.org:8080/", "https://example.org/"),
    ("https://m.org/", "https://org.m/"),
    ("https://www.fi/", "https://mobile.fi/"),
    ("https://youtu.be/aaaaaaaaaaa", "https://youtu.be/bbbbbbbbbbb"),
    ("https://youtube.com/watch?v=a&list=x", "https://youtube.com/watch?v=a"),
    ("https://youtube.com/@somebody", "https://youtube.com/watch?v=somebody"),
    ("https://example.org/watch?v=a&t=1", "https://example.org/watch?v=a&t=2"),
    # Old Finnish sites send ä and ö in Latin-1.
    ("https://example.org/haku?q=p%E4%E4", "https://example.org/haku?q=p%F6%F6"),
    # A name that only looks like a tracker's.
    ("https://example.org/?signed=1", "https://example.org/?signed=2"),
    ("https://example.org/?si=1", "https://example.org/?si=2"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_these_are_two_pages(one: str, other: str) -> None:
    assert link(one).key != link(other).key


REFUSED = [
    ("", Refusal.EMPTY),
    ("  \n\t ", Refusal.EMPTY),
    ("<>", Refusal.EMPTY),
    ("hello", Refusal.NOT_A_LINK),
    ("hello there", Refusal.NOT_A_LINK),
    ("localhost", Refusal.NOT_A_LINK),
    ("https://example.org/a b", Refusal.NOT_A_LINK),
    ("https://example.org/a\u00a0b", Refusal.NOT_A_LINK),
    ("https://exa mple.org/", Refusal.NOT_A_LINK),
    ("https://example.org/a\\b", Refusal.NOT_A_LINK),
    ("https://www.yle.fi\\@evil.example/", Refusal.NOT_A_LINK),
    ("https://example..org", Refusal.NOT_A_LINK),
    ("https://-example.org", Refusal.NOT_A_LINK),
    ("https://example.org:port/", Refusal.NOT_A_LINK),
    ("https://example.org:70000/", Refusal.NOT_A_LINK),
    ("https://[::1", Refusal.NOT_A_LINK),
    ("https://[not:an:address]/", Refusal.NOT_A_LINK),
    ("http://http://example.org", Refusal.NOT_A_LINK),
    ("http://2130706433/", Refusal.NOT_A_LINK),
    ("https://" + "a" * 64 + ".org", Refusal.NOT_A_LINK),
    ("javascript:alert(1)", Refusal.SCHEME),
    ("JavaScript:alert(1)", Refusal.SCHEME),
    (" javascript://example.org/%0aalert(1)", Refusal.SCHEME),
    ("data:text/html,<script>alert(1)</script>", Refusal.SCHEME),
    ("vbscript:x", Refusal.SCHEME),
    ("file:///etc/passwd", Refusal.SCHEME),
    ("ftp://example.org/", Refusal.SCHEME),
    ("mailto:someone@example.org", Refusal.SCHEME),
    ("tel:+358401234567", Refusal.SCHEME),
    ("discord://-/channels/1", Refusal.SCHEME),
    ("https:example.org", Refusal.SCHEME),
    ("https://", Refusal.NO_HOST),
    ("https:///page", Refusal.NO_HOST),
    ("https://?x=1", Refusal.NO_HOST),
    ("https://user@example.org/", Refusal.USER_NAME),
    ("https://user:secret@example.org/", Refusal.USER_NAME),
    ("https://@example.org/", Refusal.USER_NAME),
    ("https://www.yle.fi@evil.example/", Refusal.USER_NAME),
    ("https://www.yle.fi:443@evil.example/", Refusal.USER_NAME),
    ("https://www.yle.fi%2F@evil.example/", Refusal.USER_NAME),
    ("https://www.yle.fi%5C@evil.example/", Refusal.USER_NAME),
    ("www.yle.fi@evil.example", Refusal.USER_NAME),
    ("someone@example.org", Refusal.USER_NAME),
    ("https://example.org/\u202egpj.exe", Refusal.HIDDEN_CHARACTERS),
    ("https://exam\u200bple.org/", Refusal.HIDDEN_CHARACTERS),
    ("https://exam\u00adple.org/", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/\u2066x\u2069", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/\ufeff", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/\x00", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/a\nb", Refusal.HIDDEN_CHARACTERS),
    ("java\tscript:alert(1)", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/\ud800", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/\ue000", Refusal.HIDDEN_CHARACTERS),
    ("https://example.org/" + "a" * 5_000, Refusal.TOO_LONG),
    ("a" * 5_000, Refusal.TOO_LONG),
]


@pytest.mark.parametrize(("raw", "reason"), REFUSED, ids=lambda value: repr(value)[:60])
def test_these_are_refused_with_their_reason(raw: str, reason: Refusal) -> None:
    assert canonical(raw) is reason


@pytest.mark.parametrize(
    "raw",
    [
        "https://www.yle.fi\\@evil.example/",
        "https://www.yle.fi\\evil.example/",
        "https:\\\\evil.example",
        "https://www.yle.fi%40evil.example/",
        "https://www.yle.fi＠evil.example/",
        "https://www.yle.fi﹫evil.example/",
        "https://www.yle.fi／evil.example/",
        "https://www.yle.fi？evil.example/",
        "https://www.yle.fi＃evil.example/",
        "https://www.yle.fi%2Fevil.example/",
        "https://www.yle.fi%00.evil.example/",
        "https://www.yle.fi：443@evil.example/",
    ],
)
def test_a_disguised_host_is_no_link(raw: str) -> None:
    assert isinstance(canonical(raw), Refusal)


def test_the_longest_link_fits_and_one_more_does_not() -> None:
    stem = "https://example.org/"
    longest = stem + "a" * (LONGEST - len(stem))
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
        ("https://sub.example.org:8443/", "sub.example.org", False),
        ("https://ääkkönen.example", "xn--kknen-fraa0m.example", True),
        ("https://аррӏе.com", "xn--80ak6aa92e.com", True),
        ("https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com", True),
        ("https://www.xn--80ak6aa92e.com", "xn--80ak6aa92e.com", True),
        ("https://[2001:db8::1]/", "2001:db8::1", False),
        ("http://127.0.0.1:8000/", "127.0.0.1", False),
        ("https://www.fi/", "www.fi", False),
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


url_like = st.builds(
    lambda scheme, host, path, rest: scheme + host + path + rest,
    st.sampled_from(["", "https://", "http://", "//", "HTTPS://", "javascript:"]),
    st.lists(
        st.sampled_from(
            ["www", "m", "mobile", "example", "youtu", "be", "youtube", "com", "ä", "fi"]
        ),
        min_size=1,
        max_size=5,
    ).map(".".join),
    st.lists(
        st.sampled_from(
            ["/", "a", "..", ".", "%2F", "%41", "ä", "%E4", "watch", "shorts", ";", "%"]
        ),
        max_size=6,
    ).map(lambda parts: "/" + "".join(parts)),
    st.lists(
        st.sampled_from(
            ["?", "&", "=", "v", "a", "+", "%20", "#", "!", "/", "utm_x", "ö", "%26", ";"]
        ),
        max_size=8,
    ).map("".join),
)
anything = st.one_of(
    st.text(max_size=80), url_like, st.text("htps:/\\@.%#?&=[]xa<> \u202e", max_size=40)
)


@hostile
@given(anything)
@example("https://[")
@example("http://[::1%25eth0]/")
@example("https://\u0130.org")
@example("https://xn--\x80.org")
@example("https://xn--a.org")
@example("https://" + "." * 300)
@example("https://example.org/?" + "&" * 1_000)
def test_reading_never_raises(raw: str) -> None:
    found = canonical(raw)
    if isinstance(found, Link):
        assert found.url.lower().startswith(("http://", "https://"))
        assert raw.strip().strip("<>").strip().removeprefix("//") in found.url
        assert found.host
        assert found.key.isascii()
        assert not any(character.isspace() for character in found.url)


@hostile
@given(url_like)
@example("https://m.www.example.org/")
@example("https://mobile.m.example.org/")
@example("https://youtu.be/a?v=b")
@example("https://example.org/?a=%2B+%20")
def test_a_key_is_the_key_of_itself(raw: str) -> None:
    found = canonical(raw)
    if isinstance(found, Link):
        assert link("https://" + found.key).key == found.key


@hostile
@given(
    st.lists(st.tuples(st.text("abvlist", min_size=1, max_size=4), st.text("12ä&=+", max_size=3))),
    st.randoms(),
)
def test_the_order_of_parameters_makes_no_difference(
    query: list[tuple[str, str]], random: Random
) -> None:
    shuffled = query.copy()
    random.shuffle(shuffled)
    base = URL("https://example.org/page")
    assert link(str(base.with_query(query))).key == link(str(base.with_query(shuffled))).key
