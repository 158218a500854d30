"""The titles of pages, whole and broken."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.pages import LONGEST_TITLE, Page, title_of


def title(body: str | bytes, charset: str | None = None) -> str | None:
    raw = body.encode() if isinstance(body, str) else body
    return title_of(Page(200, "text/html", charset, None, raw))


def shared(name: str, content: str = "Shared") -> str:
    return f'<meta {name}="og:title" content="{content}">'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<title>Hello</title>", "Hello"),
        ("<!doctype html><HTML><Head><TITLE lang='en'>Hello</TITLE>", "Hello"),
        ("<title>\n  Hello,\t world \r\n</title>", "Hello, world"),
        ("<title>P&ouml;yt&#228; &amp; tuoli &#x2014; &xyzzy;</title>", "Pöytä & tuoli — &xyzzy;"),
        ("<title>Fish &amp; chips &lt;3 &#8211; &quot;x&quot;</title>", 'Fish & chips <3 – "x"'),
        ("<title>One</title><title>Two</title>", "One"),
        ("<title>One</title><svg><title>Two</title></svg>", "One"),
        ("<!-- <title>Old</title> --><title>New</title>", "New"),
        ("<script>'<title>x</title>'</script><title>Hello</title>", "Hello"),
        ("<style>/*<title>x</title>*/</style><title>Hello</title>", "Hello"),
        (shared("property") + "<title>Own</title>", "Shared"),
        ("<title>Own</title>" + shared("property"), "Shared"),
        ("<title>Own</title>" + shared("name"), "Shared"),
        ("<title>Own</title>" + shared("property", ""), "Own"),
        ("<title>Own</title>" + shared("property", " \u200b "), "Own"),
        (shared("property", "") + shared("property", "Second"), "Second"),
        (shared("property", "First") + shared("property", "Second"), "First"),
        (shared("property", "A &quot;b&quot; > c"), 'A "b" > c'),
        ("<meta property='og:title'><title>Own</title>", "Own"),
        ("<meta content=Bare property=og:title>", "Bare"),
        ("<meta property='og:description' content='No'>", None),
        ("<meta property content><title>Own</title>", "Own"),
        # Hidden and turning characters
        ("<title>a\u202eb\u2066c\u200bd\ufeffe\0f\x07g</title>", "abcdefg"),
        ("<title>a&#x202e;b&#8203;c&#x200f;d</title>", "abcd"),
        ("<title>a&#xD800;b&#0;c&#x110000;d</title>", "a\ufffdb\ufffdc\ufffdd"),
        ("<title>a\u0308</title>", "ä"),
        ("<title>👩‍🔬</title>", "👩‍🔬"),
        # Nothing to show
        ("", None),
        ("<p>Hello</p>", None),
        ("<title></title>", None),
        ("<title> \n&nbsp;\u3000 </title>", None),
        ("<title>\u200d\u200c \u200b</title>", None),
        # Broken
        ("<title>Hello</title><", "Hello"),
        ("<title>Hello</title><meta property='og:title' content='", "Hello"),
        ("<title>Hello</title><![<![x", "Hello"),
        ("<title>Hello</title><!a[", "Hello"),
        ("<title>Hello</title><?", "Hello"),
        ("<title>Hello</title>" + "<a" * 1_000, "Hello"),
        ("</title><title>Hello</title></title>", "Hello"),
        ("<title", None),
        ("<<title>>Hello</title>", ">Hello"),
    ],
)
def test_the_title_is_found(body: str, expected: str | None) -> None:
    assert title(body) == expected


@pytest.mark.parametrize("length", [1, LONGEST_TITLE - 1, LONGEST_TITLE, LONGEST_TITLE + 1, 99_999])
def test_a_title_is_not_too_long(length: int) -> None:
    found = title(f"<title>{'x' * length}</title>")
    if length <= LONGEST_TITLE:
        assert found == "x" * length
    else:
        assert found == "x" * (LONGEST_TITLE - 1) + "…"


WORD = "<title>Pöytä</title>"


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        (None, WORD.encode()),
        ("utf-8", WORD.encode()),
        ("UTF8", WORD.encode()),
        ("iso-8859-1", WORD.encode("cp1252")),
        ("ISO-8859-15", WORD.encode("iso-8859-15")),
        ("windows-1252", WORD.encode("cp1252")),
        ("us-ascii", WORD.encode("cp1252")),
        ("gb2312", WORD.replace("ö", "猫").encode("gb18030")),
        ("utf-16le", WORD.encode("utf-16le")),
        # The mark at the beginning knows best.
        ("iso-8859-1", codecs.BOM_UTF8 + WORD.encode()),
        (None, codecs.BOM_UTF16_LE + WORD.encode("utf-16-le")),
        (None, codecs.BOM_UTF16_BE + WORD.encode("utf-16-be")),
        # Named in the page, unless the server named one.
        (None, b"<meta charset=iso-8859-1>" + WORD.encode("cp1252")),
        (None, b"<META CharSet = 'Windows-1252'>" + WORD.encode("cp1252")),
        (
            None,
            b'<meta http-equiv=Content-Type content="text/html; charset=latin1">'
            + WORD.encode("cp1252"),
        ),
        ("utf-8", b"<meta charset=iso-8859-1>" + WORD.encode()),
        (None, b"<meta charset=utf-16>" + WORD.encode()),
        # No charset at all, or one no page is meant to have
        *((name, WORD.encode()) for name in ("", "x", "utf-9", "punycode", "idna", "zlib", "hex")),
        *((name, WORD.encode()) for name in ("unicode_escape", "utf-7", "undefined", "a\0b")),
        *((name, WORD.encode()) for name in ("windows-1", "iso-8859-99", "../x", "x" * 9_999)),
        (None, b"<meta charset=punycode>" + WORD.encode()),
    ],
)
def test_a_title_is_read_in_its_charset(charset: str | None, body: bytes) -> None:
    assert title(body, charset) in {"Pöytä", "P猫ytä"}


def test_what_cannot_be_read_does_not_hide_the_rest() -> None:
    assert title(b"<title>P\xf6yt\xe4</title>") == "P\ufffdyt\ufffd"
    assert title(b"<title>a\x81b</title>", "iso-8859-1") == "a\ufffdb"
    assert title(codecs.BOM_UTF8 + b"<title>a\xe4b</title>") == "a\ufffdb"
    assert title(codecs.BOM_UTF16_LE + "<title>a</title>".encode("utf-16-le") + b"\0") == "a"


def test_a_charset_is_named_at_the_beginning_or_not_at_all() -> None:
    named = b" " * 1_024 + b"<meta charset=iso-8859-1>"
    assert title(named + WORD.encode()) == "Pöytä"
    assert title(named[100:] + WORD.encode("cp1252")) == "Pöytä"


PIECES = st.sampled_from(
    b"<title> </title> < <! <![ <!-- ]]> <? &# x; <meta property=og:title content= ' \" > / a[ "
    b"<script> \xff \0".split(b" ")
)


@given(
    st.lists(PIECES | st.binary(max_size=5), max_size=30).map(b"".join),
    st.none() | st.text(max_size=10) | st.sampled_from(["utf-16", "iso-2022-jp", "big5", "gbk"]),
)
def test_whatever_the_page_is_the_title_is_one_line(body: bytes, charset: str | None) -> None:
    found = title(body, charset)
    if found is not None:
        assert 1 <= len(found) <= LONGEST_TITLE
        assert found == " ".join(found.split())
        assert not set(found) & {"\0", "\u202e", "\u200b"}
