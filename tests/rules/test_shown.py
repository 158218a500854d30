"""Stored text on its way to Discord: nothing in it formats, mentions, disguises or overflows."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.links import Link, canonical, clean, escape, masked, one_line, quoted, shortened

hostile = settings(deadline=None, max_examples=200)

MARKUP = st.text("*_~|`[]()<>@#-+.>:/\\ \nah1é😀\u200d", max_size=60)
WORDS = st.lists(
    st.sampled_from(
        [
            "**",
            "__",
            "||",
            "```",
            "\n",
            " ",
            "# ",
            "-# ",
            "> ",
            ">>> ",
            "- ",
            "1. ",
            "12) ",
            "\\",
            "[x](https://evil.example)",
            "<@123>",
            "<@&1>",
            "<#1>",
            "<t:0:R>",
            "<a:b:1>",
            "</x:1>",
            "@everyone",
            "@here",
            "@",
            "everyone",
            "https://a.example/b_c",
            "http://",
            "word",
            "ä",
        ]
    ),
    max_size=12,
).map("".join)
TEXTS = st.one_of(st.text(max_size=80), MARKUP, WORDS)

# What Discord makes a link by itself, with every mark in it, a backslash too.
LINK = re.compile(r"https?://([^\s<]{2,}|[^\s<\\])", re.IGNORECASE)
ESCAPED = re.compile(r"\\[^0-9A-Za-z\s]")
BLOCK = re.compile(r"[ \t]*(#{1,3}[ \t]|-#[ \t]|>|[-*+][ \t]|\d+\.[ \t])")


def formatting(shown: str) -> list[str]:
    """What Discord would take for more than plain text, found by rules of its own."""
    found = []
    place = 0
    while place < len(shown):
        begins = place == 0 or shown[place - 1] == "\n"
        if begins and (block := BLOCK.match(shown, place)):
            found.append(block[0])
        if plain := LINK.match(shown, place) or ESCAPED.match(shown, place):
            place = plain.end()
            continue
        if shown[place] in "*_~|`[<" or re.match(r"@(everyone|here)", shown[place:], re.IGNORECASE):
            found.append(shown[place : place + 10])
        place += 1
    return found


@pytest.mark.parametrize(
    "raw",
    ["**a**", "_a_", "a\n# b", "-# a", "> a", "- a", "1. a", "<@1>", "[a](b)", "@here", "`a`"],
)
def test_the_scanner_sees_formatting(raw: str) -> None:
    assert formatting(raw)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**a**", r"\*\*a\*\*"),
        ("__a__ _b_", r"\_\_a\_\_ \_b\_"),
        ("~~a~~ ||b||", r"\~\~a\~\~ \|\|b\|\|"),
        ("`a`", r"\`a\`"),
        (r"\*a*", r"\\\*a\*"),
        ("[a](https://evil.example)", r"\[a\](https://evil.example)"),
        ("<@1> <@&2> <#3> <t:4:R>", r"\<@1> \<@&2> \<#3> \<t:4:R>"),
        ("# a\n-# b\n> c", "\\# a\n\\-# b\n\\> c"),
        ("- a\n  - b\n+ c\n* d", "\\- a\n  \\- b\n\\+ c\n\\* d"),
        ("1. a\n12. b", "1\\. a\n12\\. b"),
        ("@everyone @HERE", "@\u200beveryone @\u200bHERE"),
        ("@everyone_x", "@\u200beveryone\\_x"),
        # A backslash right behind an address would belong to it.
        ("https://a.example<@1>", "https://a.example \\<@1>"),
        ("https://a.example/b<c>", "https://a.example/b \\<c>"),
        ("https://a.example *b*", "https://a.example \\*b\\*"),
    ],
)
def test_each_mark_is_shown_as_it_was_typed(raw: str, shown: str) -> None:
    assert escape(raw) == shown
    assert formatting(shown) == []


@hostile
@given(TEXTS)
@example("\\*not bold\\*")
@example("\\\\**bold**")
@example("   # heading")
@example("1\n. x")
@example("https://a.example/**b** <@1>")
@example("https://a.example/[x](https://b.example)")
@example("hhttps://a.example/`b`")
@example("https://a.example/<@1>")
@example("https://a.example/<https://b.example>")
def test_nothing_written_formats(raw: str) -> None:
    assert formatting(escape(clean(raw))) == []


@hostile
@given(TEXTS, st.integers(0, 90))
def test_nothing_written_formats_when_it_is_cut(raw: str, limit: int) -> None:
    text = clean(raw)
    assert formatting(shortened(text, limit)) == []
    assert formatting(one_line(text, limit)) == []


@hostile
@given(TEXTS)
def test_only_marks_are_added(raw: str) -> None:
    text = clean(raw)
    # A space keeps a mark apart from the address before it.
    assert re.sub(r"[\\\u200b ]", "", escape(text)) == re.sub(r"[\\\u200b ]", "", text)


@pytest.mark.parametrize(
    "raw", ["", "Plain words, no more.", "a-b", "3.14", "me@example.org", "5 > 3"]
)
def test_plain_text_stays_as_it_is(raw: str) -> None:
    assert escape(raw) == raw


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a_b_c",
        "https://example.org/a?b=c&d=_e_",
        "https://en.wikipedia.org/wiki/Python_(programming_language)",
        "https://www.example.org/~aino/",
        "https://example.org/a*b",
        "https://example.org/#a|b",
        "https://example.org/@heretoday/everything",
    ],
)
def test_a_bare_address_still_leads_where_it_led(url: str) -> None:
    see, shown, rest = escape(f"See {url} for *more*.").split(" ", 2)
    assert (see, unquote(shown), rest) == ("See", url, "for \\*more\\*.")


@hostile
@given(TEXTS, st.integers(0, 120))
def test_a_shortened_text_fits(raw: str, limit: int) -> None:
    text = clean(raw)
    assert len(shortened(text, limit)) <= limit
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


@hostile
@given(TEXTS)
def test_a_text_that_fits_is_not_cut(raw: str) -> None:
    text = clean(raw)
    whole = escape(text)
    assert shortened(text, len(whole)) == whole
    assert shortened(text, len(whole) + 1) == whole


def test_a_cut_says_so_and_uses_its_room() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("ab cdef", 4) == "ab…"
    assert shortened("*****", 6) == "\\*\\*…"
    assert one_line("a\n b\tc", 10) == "a b c"


@hostile
@given(TEXTS, st.integers(5, 120))
@example("a\n" * 200, 120)
def test_a_quote_fits_and_every_line_is_in_it(raw: str, limit: int) -> None:
    shown = quoted(clean(raw), limit)
    assert len(shown) <= limit
    assert all(line.startswith("> ") for line in shown.split("\n"))
    assert [one for line in shown.split("\n") for one in formatting(line[2:])] == []


def test_a_quote_of_many_short_lines_shows_as_many_as_fit() -> None:
    shown = quoted("a\n" * 500, 850)
    assert shown.startswith("> a\n> a\n")


@hostile
@given(st.text(max_size=100))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("\n a \n", "a"),
        ("a\u202eb\u200bc\u2066d\ufeff", "abcd"),
        ("a\x00b\x1bc", "abc"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("a\tb", "a\tb"),
        ("\u200b", ""),
        ("\ud800", ""),
        ("ä\u2028b", "äb"),
        ("a\n\u200b\n\u200b\nb", "a\n\nb"),
    ],
)
def test_hidden_characters_are_not_stored(raw: str, kept: str) -> None:
    assert clean(raw) == kept


def test_a_combined_letter_is_stored_as_the_letter_everybody_types() -> None:
    assert clean("pa\u0308a\u0308") == "pää"


@hostile
@given(st.text("htps:/a.()<>[]\\ \n*%é", max_size=40))
@example("https://a.example/)x](<https://evil.example>)")
@example("https://a.example/>)")
def test_an_address_cannot_end_its_masked_link(path: str) -> None:
    link = canonical("https://example.org/" + "".join(path.split()))
    if isinstance(link, Link):
        shown = masked("label", link.url)
        assert shown.startswith("[label](<https://example.org/")
        assert shown.endswith(">)")
        inside = shown[len("[label](<") : -2]
        assert not re.search(r"[<>()\s]", inside)


def test_a_label_cannot_end_its_masked_link() -> None:
    label = one_line("a](https://evil.example) [b", 80)
    assert re.findall(r"(?<!\\)[\[\]]", masked(label, "https://example.org")) == ["[", "]"]
