"""Links in a message's text, and what remains of the text as a note about them."""

import re
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.links import Link, canonical, links_in, without_links
from tests.rules.links_table import SAME

hostile = settings(deadline=None, max_examples=200)

WIKI = "https://fi.wikipedia.org/wiki/Python_(ohjelmointikieli)"


def urls(text: str) -> list[str]:
    return [link.url for link in links_in(text)]


@pytest.mark.parametrize(
    ("text", "found", "note"),
    [
        # Where a sentence ends, and a link with it
        ("See https://a.example/b.", ["https://a.example/b"], "See."),
        ("See https://a.example/b, it helps", ["https://a.example/b"], "See, it helps"),
        ("Did you see https://a.example/b?", ["https://a.example/b"], "Did you see?"),
        ("https://a.example/b! Oho", ["https://a.example/b"], "Oho"),
        ("https://a.example/b: a good one", ["https://a.example/b"], "a good one"),
        ("https://a.example/b...", ["https://a.example/b"], ""),
        ("Oho https://a.example/b…", ["https://a.example/b"], "Oho…"),
        ("See https://a.example/?a=b?!", ["https://a.example/?a=b"], "See?!"),
        ("A guide: https://a.example/b", ["https://a.example/b"], "A guide"),
        ("https://a.example/b - a guide", ["https://a.example/b"], "a guide"),
        ("A guide – https://a.example/b – for all", ["https://a.example/b"], "A guide – – for all"),
        # Brackets and quotation marks
        ("A guide (https://a.example/b) for all", ["https://a.example/b"], "A guide for all"),
        ("(see https://a.example/b)", ["https://a.example/b"], "(see)"),
        (f"A language: {WIKI}", [WIKI], "A language"),
        (f"A language ({WIKI}).", [WIKI], "A language."),
        (f"({WIKI}, {WIKI})", [WIKI], ""),
        ("[https://a.example/b]", ["https://a.example/b"], ""),
        ("https://a.example/?b[]=1", ["https://a.example/?b[]=1"], ""),
        ('"https://a.example/b"', ["https://a.example/b"], ""),
        ("”https://a.example/b” on hyvä", ["https://a.example/b"], "on hyvä"),
        # As Discord lets people write them
        ("<https://a.example/b> is good", ["https://a.example/b"], "is good"),
        ("<https://a.example/b>, and more", ["https://a.example/b"], "and more"),
        ("[a guide](https://a.example/b) for all", ["https://a.example/b"], "a guide for all"),
        ("[a guide](<https://a.example/b>)", ["https://a.example/b"], "a guide"),
        ('[a guide](https://a.example/b "hi")', ["https://a.example/b"], "a guide"),
        (f"[a language]({WIKI}).", [WIKI], "a language."),
        ("[a [good] guide](https://a.example/b)", ["https://a.example/b"], "a [good] guide"),
        (
            "[https://a.example](https://b.example) x",
            ["https://a.example", "https://b.example"],
            "x",
        ),
        (
            "https://a.example](https://b.example)",
            ["https://a.example", "https://b.example"],
            "]",
        ),
        ("**https://a.example/b**", ["https://a.example/b"], ""),
        ("_https://a.example/b_", ["https://a.example/b"], ""),
        ("https://a.example/b_", ["https://a.example/b_"], ""),
        ("||https://a.example/b||", ["https://a.example/b"], ""),
        ("`https://a.example/b`", ["https://a.example/b"], ""),
        ("> https://a.example/b\nYes", ["https://a.example/b"], "Yes"),
        ("HTTPS://A.example/b", ["HTTPS://A.example/b"], ""),
        # Several
        (
            "https://a.example https://b.example\nhttps://c.example",
            ["https://a.example", "https://b.example", "https://c.example"],
            "",
        ),
        (
            "- https://a.example\n- https://b.example good\n3. https://c.example\nend",
            ["https://a.example", "https://b.example", "https://c.example"],
            "- good\nend",
        ),
        ("1. \t https://a.example\nb", ["https://a.example"], "b"),
        ("a\nhttps://a.example\nb", ["https://a.example"], "a\nb"),
        ("a\n\nhttps://a.example\n\nb", ["https://a.example"], "a\n\nb"),
        # One page twice
        (
            "https://a.example/b?utm_source=x and http://www.a.example/b/",
            ["https://a.example/b?utm_source=x"],
            "and",
        ),
        # People
        ("<@123> <@!456> see https://a.example", ["https://a.example"], "see"),
        ("Thanks, <@123>!", [], "Thanks!"),
        ("<@123>: look", [], "look"),
        ("<@&123> <#456> stay", [], "<@&123> <#456> stay"),
        # No links to share
        ("", [], ""),
        ("plain  words :)", [], "plain words :)"),
        ("www.example.org stays", [], "www.example.org stays"),
        ("javascript://a.example stays", [], "javascript://a.example stays"),
        ("https://me@a.example stays", [], "https://me@a.example stays"),
        ("http://localhost:8000/ stays", [], "http://localhost:8000/ stays"),
        ("[x](https://me@a.example) stays", [], "[x](https://me@a.example) stays"),
        ("hyvä :) https://a.example :)", ["https://a.example"], "hyvä :) :)"),
        ("https://a.example :) hyvä", ["https://a.example"], ":) hyvä"),
        (
            "ks. https://a.example, https://b.example",
            ["https://a.example", "https://b.example"],
            "ks.",
        ),
    ],
)
def test_links_are_found_and_the_rest_is_a_note(text: str, found: list[str], note: str) -> None:
    assert urls(text) == found
    assert without_links(text) == note


@pytest.mark.parametrize(
    "address",
    [
        "https://discord.com/channels/1/2/3",
        "https://www.discord.com/channels/1/2",
        "https://canary.discord.com/channels/1/2/3",
        "https://ptb.discord.com/channels/@me/2/3",
        "https://discordapp.com/channels/1/2/3",
        "https://canary.discordapp.com/channels/1/2/3",
        "https://ptb.discordapp.com/channels/1/2/3",
        "https://cdn.discordapp.com/attachments/1/2/a.png?ex=a&is=b&hm=c",
        "https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png",
        "https://media.discordapp.net/attachments/1/2/a.png?width=400",
    ],
)
def test_discords_messages_and_files_are_no_links_to_share(address: str) -> None:
    assert isinstance(canonical(address), Link)
    assert links_in(f"{address} <{address}> [a]({address})") == []
    assert without_links(f"see {address}") == f"see {address}"


def test_other_pages_of_discord_are() -> None:
    assert urls("https://discord.com/developers https://support.discord.com/hc") == [
        "https://discord.com/developers",
        "https://support.discord.com/hc",
    ]


def test_no_more_links_than_asked_for() -> None:
    text = " ".join(f"https://a.example/{number}" for number in range(40))
    assert len(links_in(text)) == 25
    assert [link.url for link in links_in(text, 2)] == [
        "https://a.example/0",
        "https://a.example/1",
    ]
    assert without_links(text) == ""
    assert len(links_in("[https://a.example](https://b.example)", 1)) == 1


@pytest.mark.parametrize("raw", [link for group in SAME for link in group.links if "://" in link])
def test_a_link_of_the_table_is_found_in_a_message(raw: str) -> None:
    whole = raw.strip().strip("<>").strip()
    assert urls(f"See <{whole}> now") == [whole]
    if not whole.endswith(("!", "?", "*")):
        assert urls(f"See {whole}, now") == [whole]
        assert urls(f"({whole}).") == [whole]


PIECES = st.lists(
    st.sampled_from(
        [
            *("http://", "https://", "https://a.example", "/b", "(", ")", "[", "]", "](", "<", ">"),
            *("<@1>", "<@!", "1", " ", "\n", ".", ",", ":", '"', "*", "_", "|", "`", "-", "ä", "x"),
            *("[x](https://a.example/b)", "<https://b.example>", "://", "\\", "\u202e", "\x00"),
        ]
    ),
    max_size=25,
).map("".join)


@hostile
@given(st.one_of(PIECES, st.text(max_size=100)))
@example("[[x](https://a.example)](https://b.example)")
@example("https://")
@example("<https://>")
@example("[](https://a.example)")
@example("(," * 1_000 + "https://a.example" + ")" * 1_000)
def test_any_text_can_be_read(text: str) -> None:
    found = links_in(text)
    assert len({link.key for link in found}) == len(found)
    note = without_links(text)
    assert note == note.strip()
    assert len(note) <= len(text)
    assert "  " not in note
    assert not set(note) - set(text) - {" "}


@hostile
@given(PIECES)
def test_no_member_is_mentioned_in_a_note(text: str) -> None:
    # Two halves of one may meet when what stood between them is gone; then it is shown as text.
    if not re.search(r"<@!?\d*$|^\d*>", text):
        assert "<@1>" not in without_links(text.replace("<@!", ""))


HOSTILE = [
    "(",
    ")",
    "[",
    "]",
    "<",
    "[]",
    "](",
    "[a](",
    "<@",
    "<@1>",
    " ",
    "\n",
    "-",
    "1.",
    "http://",
    "<http://",
    "http://(",
    "https://a.bc ",
    "https://a.bc](",
    "https://a.bc`",
    "[a](http://b",
    "[a](http://b)",
    "[a](<http://b",
    '[a](http://b "',
    "[[a](http://b)](http://c)",
    "[x[]",
    "*",
    "https://a.bc/?",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("https://a.bc/", "x"), ("[a](", "")])
def test_a_hostile_message_takes_no_time(unit: str, before: str, after: str) -> None:
    text = before + unit * (4_000 // len(unit)) + after
    started = process_time()
    links_in(text, 4_000)
    without_links(text)
    # It takes a few thousandths; what takes quadratic time takes seconds.
    assert process_time() - started < 1
