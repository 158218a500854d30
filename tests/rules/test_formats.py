"""Link lists that are brought along and taken away: read tolerantly, written for everybody."""

import csv
import io
import json
import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import topics
from bot.links import Link, Refusal, canonical, clean
from cogs.tips.formats import reading, writing
from cogs.tips.formats.reading import Parsed, Unreadable, merged, read
from cogs.tips.formats.rows import TITLE_LONGEST, Bad, Row
from cogs.tips.formats.writing import Entry, as_atom, as_bookmarks, as_csv, as_json
from cogs.tips.rules import NOTE_LONGEST

NOW = 1_780_000_000
hostile = settings(deadline=None, max_examples=150)


def parsed(content: str | bytes) -> Parsed:
    found = read(content.encode() if isinstance(content, str) else content, NOW)
    assert isinstance(found, Parsed), found
    return found


def only(content: str | bytes) -> Row:
    found = parsed(content)
    assert found.bad == []
    (row,) = found.rows
    return row


def told(row: Row) -> tuple[object, ...]:
    return row.line, row.link.url, row.title, row.note, row.topics, row.shared_at


# Bookmark files, as they are written

CHROME = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="1" PERSONAL_TOOLBAR_FOLDER="true">Palkki</H3>
    <DL><p>
        <DT><A HREF="https://a.example/?x=1&amp;y=2" ADD_DATE="1700000001" ICON="data:image/png;\
base64,iVBORw0KGgo=">Ohje &lt;b&gt; &amp; muuta</A>
        <DT><H3 ADD_DATE="0">Excel</H3>
        <DL><p>
            <DT><H3>Pivot</H3>
            <DL><p>
                <DT><A HREF="https://b.example/" ADD_DATE="0">B</A>
            </DL><p>
            <DT><A HREF="https://c.example/">C</A>
        </DL><p>
    </DL><p>
    <DT><A HREF="https://d.example/" ADD_DATE="1700000004">D</A>
</DL><p>
"""

FIREFOX = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<meta http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><H3 ADD_DATE="1">Mozilla Firefox</H3>
    <DL><p>
        <DT><A HREF="https://a.example/?a=1&copy=2&lt=3" TAGS="Teams,#ohje">A</A>
        <DD>Miksi tästä on apua.
Toinen rivi.
    </DL><p>
    <HR>
    <DT><H3 UNFILED_BOOKMARKS_FOLDER="true">Otros marcadores</H3>
    <DL><p>
        <DT><A HREF="place:type=6&sort=14" LAST_MODIFIED="1">Recent tags</A>
        <DT><H3>Kurssi</H3>
        <DD>Kansion kuvaus
        <DL><p>
            <DT><A HREF="https://b.example" SHORTCUTURL="b">B</A>
        </DL><p>
    </DL><p>
</DL>
"""

SAFARI = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
\t<HTML>
\t<Title>Bookmarks</Title>
\t<H1>Bookmarks</H1>
\t<DT><H3 FOLDED>Favourites</H3>
\t<DL><p>
\t\t<DT><A HREF="https://a.example/">A</A>
\t</DL><p>
\t<DT><H3 FOLDED id="com.apple.ReadingList">Reading List</H3>
\t<DL><p>
\t\t<DT><A HREF="https://b.example/">B</A>
\t</DL><p>
</HTML>
"""

PINBOARD = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>\r
<DL><p>\r
<DT><A HREF="https://a.example/" ADD_DATE="1700000000" PRIVATE="1" TOREAD="0" TAGS="x,y">A</A>\r
<DD>Note one\r
\r
<DT><A HREF="https://b.example/" ADD_DATE="1700000001" TAGS="">B</A>\r
</DL><p>\r
"""

OTHERS = """\
<ul>
<li><a href='https://a.example/' time_added=1700000000 tags="x">A</a></li>
<li><a href=https://b.example/>B
<dt><a add_date="1700000001" href="https://c.example/" >C</a></dt>
<dd>Note<br>more</dd>
</ul>
"""


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            CHROME,
            [
                (11, "https://a.example/?x=1&y=2", "Ohje <b> & muuta", "", (), 1700000001),
                (16, "https://b.example/", "B", "", ("pivot", "excel"), None),
                (18, "https://c.example/", "C", "", ("excel",), None),
                (21, "https://d.example/", "D", "", (), 1700000004),
            ],
        ),
        (
            FIREFOX,
            [
                (
                    *(9, "https://a.example/?a=1&copy=2&lt=3", "A"),
                    *("Miksi tästä on apua.\nToinen rivi.", ("teams", "ohje"), None),
                ),
                (20, "https://b.example", "B", "", ("kurssi",), None),
            ],
        ),
        (
            SAFARI,
            [
                (7, "https://a.example/", "A", "", (), None),
                (11, "https://b.example/", "B", "", (), None),
            ],
        ),
        (
            PINBOARD,
            [
                (3, "https://a.example/", "A", "Note one", ("x", "y"), 1700000000),
                (6, "https://b.example/", "B", "", (), 1700000001),
            ],
        ),
        (
            OTHERS,
            [
                (2, "https://a.example/", "A", "", ("x",), 1700000000),
                (3, "https://b.example/", "B", "", (), None),
                (4, "https://c.example/", "C", "Note\nmore", (), 1700000001),
            ],
        ),
    ],
    ids=["chrome", "firefox", "safari", "pinboard", "others"],
)
def test_bookmark_files_are_read(content: str, rows: list[tuple[object, ...]]) -> None:
    assert [told(row) for row in parsed(content).rows] == rows


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("javascript:(function(){alert('a b')})()", Refusal.SCHEME),
        ("javascript:" + "x" * 5_000, Refusal.SCHEME),
        ("JavaScript:void%200", Refusal.SCHEME),
        ("place:sort=8&amp;maxResults=10", Refusal.SCHEME),
        ("chrome://settings/", Refusal.SCHEME),
        ("about:blank", Refusal.SCHEME),
        (r"file:///C:\My Documents\a.html", Refusal.SCHEME),
        ("data:text/html,<b>x</b>", Refusal.SCHEME),
        ("mailto:a@b.example", Refusal.SCHEME),
        ("https://user:secret@a.example/", Refusal.USER_NAME),
        ("https://a.example/a b", Refusal.NOT_A_LINK),
        ("/relative", Refusal.NO_HOST),
        ("https://a.example/" + "x" * 2_000, Refusal.TOO_LONG),
        ("", "no-link"),
        ("  ", "no-link"),
    ],
)
def test_what_is_no_link_to_share_is_told_with_its_line(href: str, reason: str) -> None:
    found = parsed(f'<DL>\n<DT><A HREF="{href}">A\nB</A>\n<DT><A HREF="https://c.example">C</A>')
    assert [(row.line, row.title) for row in found.rows] == [(4, "C")]
    (bad,) = found.bad
    assert (bad.line, bad.reason) == (2, reason)
    assert bad.text[:10] == (href.strip() or "A B")[:10]
    assert len(bad.text) <= TITLE_LONGEST


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("1700000000", 1700000000),
        ("1700000000.5", 1700000000),
        ("1700000000123", 1700000000),
        ("1700000000123456", 1700000000),
        ("13344473600123456", 1700000000),  # Chromium's own, since 1601
        (" 1700000000 ", 1700000000),
        (str(NOW), NOW),
        (str(NOW + 1), None),
        ("0", None),
        ("-1", None),
        ("1", None),
        ("99999999999999999", None),
        ("9" * 5_000, None),
        ("soon", None),
        ("", None),
        ("2023-11-14T22:13:20Z", 1700000000),
        ("2023-11-15T00:13:20+02:00", 1700000000),
        ("2023-11-14 22:13:20", 1700000000),
        ("2023-11-14", 1699920000),
        ("20231114", 1699920000),
        ("14.11.2023", 1699920000),
        ("14.11.2023 klo 22.13", 1699999980),
        ("14.11.2023 22:13:20", 1700000000),
        ("31.2.2023", None),
        ("2023-02-31", None),
        ("9999-12-31", None),
        ("0001-01-01T00:00+14:00", None),
        ("١٧٠٠٠٠٠٠٠٠", 1700000000),
    ],
)
def test_dates_are_seconds_or_nothing(date: str, seconds: int | None) -> None:
    assert only(f"url;date\na.example;{date}").shared_at == seconds
    assert only(f'<dl><dt><a href="a.example" add_date="{date}">A</a>').shared_at == seconds


def test_a_date_without_a_zone_is_the_same_wherever_the_bot_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        row = only("url,date\na.example,2023-11-14 22:13:20\n")
    time.tzset()
    assert row.shared_at == 1700000000


@pytest.mark.parametrize(
    "folder",
    ["Bookmarks bar", "Kirjanmerkkipalkki", "MUUT  kirjanmerkit", "Mobile bookmarks", "Imported"],
)
def test_folders_that_browsers_make_are_no_topics(folder: str) -> None:
    row = only(f"<dl><dt><h3>{folder}</h3><dl><dt><a href=a.example>A</a></dl></dl>")
    assert row.topics == ()
    assert only(f"url,folder,tags\na.example,{folder},x").topics == ("x",)


def test_tags_come_before_folders_and_near_folders_before_far_ones() -> None:
    nested = "".join(f"<dt><h3>{name}</h3><dl>" for name in ("one", "two, 2", "x" * 31, "four"))
    row = only(nested + '<dt><a href=a.example tags="tag,four">A</a>')
    assert row.topics == ("tag", "four", "two", "2", "one")
    row = only(nested + '<dt><a href=a.example tags="1,2,3,4,5,6">A</a>')
    assert row.topics == ("1", "2", "3", "4", "5")


def test_a_folder_ends() -> None:
    found = parsed(
        "<dl><dt><h3>one</h3><dl></dl><dt><a href=a.example>A</a></dl></dl></dl>"
        "<dt><h3>two</h3><dl><dt><a href=b.example>B</a></dl><dt><a href=c.example>C</a>"
    )
    assert [row.topics for row in found.rows] == [(), ("two",), ()]


@pytest.mark.parametrize("after", ["<dt>B", "<h3>B</h3>", "<dl>", "</dl>"])
def test_a_description_belongs_to_the_link_right_before_it(after: str) -> None:
    assert only("<dl><dt><a href=a.example>A</a><dd>note").note == "note"
    assert only(f"<dl><dt><a href=a.example>A</a>{after}<dd>note").note == ""


def test_quotes_and_tags_that_should_have_been_escaped() -> None:
    found = parsed(
        '<dt><a href="a.example" title="say "hi"" add_date="1700000000">Use <script> & </b></a>\n'
        "<dt><a href=b.example>5 < 6 <3</a>"
    )
    assert [(row.title, row.shared_at) for row in found.rows] == [
        ("Use &", 1700000000),
        ("5 < 6 <3", None),
    ]


@pytest.mark.parametrize(
    "end", ['<dt><a href="b.example>B</a>\n</dl>', "<dt><a href=b.example", "<!-- </dl>"]
)
def test_a_file_that_ends_too_early_says_where(end: str) -> None:
    found = parsed("<dl>\n<dt><a href=a.example>A</a>\n" + end)
    assert [row.title for row in found.rows] == ["A"]
    assert [(bad.line, bad.reason) for bad in found.bad] == [(3, "unfinished")]


# Tables


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            (
                "url,title,note,topics,date\n"
                'https://a.example/1,"T, ""q""","One\ntwo","x, y",1700000000\n'
                "\n"
                "https://b.example,,,,\n"
            ),
            [
                (2, "https://a.example/1", 'T, "q"', "One\ntwo", ("x", "y"), 1700000000),
                (5, "https://b.example", "", "", (), None),
            ],
        ),
        (
            (
                "Osoite;Otsikko;Saate;Aiheet;Päivä\r\n"
                "https://a.example/1,2;O;Hyvä, kun ei;x,y;14.11.2023\r\n"
            ),
            [(2, "https://a.example/1,2", "O", "Hyvä, kun ei", ("x", "y"), 1699920000)],
        ),
        (
            "Linkki\tKuvaus\tTagit\nhttps://a.example/;b\tMiksi; siksi\tx\n",
            [(2, "https://a.example/;b", "", "Miksi; siksi", ("x",), None)],
        ),
        (
            " Created At , Comment , LINK \n2023-11-14, why , a.example \n",
            [(2, "https://a.example", "", "why", (), 1699920000)],
        ),
        (
            (
                "id,title,note,excerpt,url,folder,tags,created,cover\n"
                '1,T,,,https://a.example/,Excel,"x, y",2023-11-14T22:13:20.000Z,\n'
            ),
            [(2, "https://a.example/", "T", "", ("x", "y", "excel"), 1700000000)],
        ),
        (
            "url,name,title,description,note\na.example,N,T,,second\nb.example,,T,D,second\n",
            [
                (2, "https://a.example", "N", "second", (), None),
                (3, "https://b.example", "T", "D", (), None),
            ],
        ),
        (
            'url, note, link\na.example, "why, then", b.example\n',
            [(2, "https://a.example", "", "why, then", (), None)],
        ),
        ("url\nhttps://a.example/1,2\n", [(2, "https://a.example/1,2", "", "", (), None)]),
        ('sep=;\nurl;note\na.example;"x"\n', [(3, "https://a.example", "", "x", (), None)]),
        ("sep=,\nhttps://a.example/1;2\n", [(2, "https://a.example/1;2", "", "", (), None)]),
        ("url,note\na.example\n", [(2, "https://a.example", "", "", (), None)]),
        # Without a header
        (
            "https://a.example/1,2\nhttps://b.example/1\n",
            [
                (1, "https://a.example/1,2", "", "", (), None),
                (2, "https://b.example/1", "", "", (), None),
            ],
        ),
        (
            "\n\nhttps://a.example;Hyvä, todella\nhttps://b.example;Toinen\n",
            [
                (3, "https://a.example", "", "Hyvä, todella", (), None),
                (4, "https://b.example", "", "Toinen", (), None),
            ],
        ),
        (
            "https://a.example/x;Hyvä\nhttps://b.example/x;Toinen\n",
            [
                (1, "https://a.example/x", "", "Hyvä", (), None),
                (2, "https://b.example/x", "", "Toinen", (), None),
            ],
        ),
        (
            "https://a.example/title,https://a.example\nB,https://b.example\n",
            [
                (1, "https://a.example", "", "https://a.example/title", (), None),
                (2, "https://b.example", "", "B", (), None),
            ],
        ),
        (
            'T,https://a.example,"note, more"\nguide.pdf,https://b.example,\n',
            [
                (1, "https://a.example", "T", "note, more", (), None),
                (2, "https://b.example", "guide.pdf", "", (), None),
            ],
        ),
        (
            "a.example\r<https://b.example/x>\rwww.c.example",
            [
                (1, "https://a.example", "", "", (), None),
                (2, "https://b.example/x", "", "", (), None),
                (3, "https://www.c.example", "", "", (), None),
            ],
        ),
    ],
)
def test_tables_are_read(content: str, rows: list[tuple[object, ...]]) -> None:
    found = parsed(content)
    assert [told(row) for row in found.rows] == rows
    assert found.bad == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    table = f"{mark}osoite;päivä;saate\na.example;14.11.2023;Ääkköset – €\n"
    assert told(only(table.encode(encoding)))[3:] == ("Ääkköset – €", (), 1699920000)
    file = f"{mark}<DL><DT><A HREF='a.example'>Ääkköset</A>"
    assert only(file.encode(encoding)).title == "Ääkköset"


def test_an_apostrophe_against_formulas_is_undone() -> None:
    found = parsed("url,note,title\na.example,'=1+1,'-x\nb.example,'quoted',''=2\n")
    assert [(row.note, row.title) for row in found.rows] == [("=1+1", "-x"), ("'quoted'", "'=2")]


def test_rows_without_a_link_are_told() -> None:
    found = parsed("url,note\n,why\nnope,\n , \na.example,\njavascript:alert(1),b\n")
    assert [row.line for row in found.rows] == [5]
    assert found.bad == [
        Bad(2, "no-link", "why"),
        Bad(3, Refusal.NOT_A_LINK, "nope"),
        Bad(6, Refusal.SCHEME, "javascript:alert(1)"),
    ]


def test_a_quote_that_is_never_closed_is_told() -> None:
    found = parsed('url,note\na.example,x\nb.example,"open\nc.example,y\n')
    assert [row.line for row in found.rows] == [2]
    assert found.bad == [Bad(3, "unfinished", "b.example open c.example,y")]


def test_a_cell_beyond_all_measure_is_told_and_passed_over() -> None:
    found = parsed(f'url,note\na.example,"{"x" * 140_000}"\nb.example,y\n')
    assert [row.line for row in found.rows] == [3]
    assert [(bad.line, bad.reason) for bad in found.bad] == [(2, "too-long-row")]


# Both


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unreadable.EMPTY),
        (b" \r\n\t\n", Unreadable.EMPTY),
        ("\ufeff".encode(), Unreadable.EMPTY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Unreadable.NOT_TEXT),
        (b"PK\x03\x04\x14\0\x06\0", Unreadable.NOT_TEXT),
        ("a.example".encode("utf-16-le"), Unreadable.NOT_TEXT),
        (b"\xff\xfea", Unreadable.NOT_TEXT),
        (b"a.example \x81\x8d", Unreadable.NOT_TEXT),
        (b"hello\nthere, all\n", Unreadable.NO_LINKS),
        (b"url,note\n", Unreadable.NO_LINKS),
        (b"url,note\n,a\n", Unreadable.NO_LINKS),
        (b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p></DL>", Unreadable.NO_LINKS),
        (b"<p>https://a.example</p>", Unreadable.NO_LINKS),
        (b'{"title": "", "children": []}', Unreadable.NO_LINKS),
    ],
)
def test_why_a_whole_file_cannot_be_read(content: bytes, why: Unreadable) -> None:
    assert read(content, NOW) is why


def test_a_file_of_links_that_cannot_be_shared_is_still_read() -> None:
    assert parsed("url\nnope\n") == Parsed([], [Bad(2, Refusal.NOT_A_LINK, "nope")])


def test_a_file_has_its_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading.MOST == 50_000
    monkeypatch.setattr(reading, "MOST", 3)
    assert read(b"a.example\n" * 3, NOW) == parsed("a.example\n" * 3)
    assert read(b"a.example\n" * 4, NOW) is Unreadable.TOO_MANY
    assert read(b"<a href='a.example'>" * 2 + b"<a href='x:'>" * 2, NOW) is Unreadable.TOO_MANY
    monkeypatch.setattr(reading, "LARGEST", 9)
    assert len(parsed("a.example").rows) == 1
    assert read(b"a.example\n", NOW) is Unreadable.TOO_LARGE


def test_the_content_tells_what_a_file_is() -> None:
    assert only("<https://a.example>;<a href='b.example'>\n").link.host == "a.example"
    assert only("\n <dt><a href='a.example/1,2'>").link.host == "a.example"
    assert only("<A HREF=a.example>x").link.host == "a.example"


def test_texts_are_cleaned_and_cut() -> None:
    long = "ä" * 5_000
    for content in (
        f"url,title,note\na.example,{long},{long}",
        f"<dt><a href=a.example>{long}</a><dd>{long}",
    ):
        row = only(content)
        assert row.title == "ä" * (TITLE_LONGEST - 1) + "…"
        assert row.note == "ä" * (NOTE_LONGEST - 1) + "…"
    row = only("<a href=a.example>a\n\u202eb\u200b</a><dd>c\u202e&#8238;&#0;\n\n\n\n d ")
    assert (row.title, row.note) == ("a b", "c\ufffd\n\n d")
    exact = "ä" * TITLE_LONGEST
    assert only(f"url,title\na.example,{exact}").title == exact


def test_one_link_becomes_one_row() -> None:
    rows = parsed(
        "url,title,note,tags,date\n"
        'https://a.example/x,,,"1,2,3",1700000005\n'
        "b.example,,,,\n"
        "http://www.a.example/x/?utm_source=y,T,first,4,1700000003\n"
        'a.example/x,U,second,"3,5,6",\n'
        "b.example,,,,1700000000\n"
    ).rows
    one, two = merged(rows)
    assert told(one) == (
        *(2, "https://a.example/x", "T", "first"),
        *(("1", "2", "3", "4", "5"), 1700000003),
    )
    assert told(two) == (3, "https://b.example", "", "", (), 1700000000)
    assert merged([one, two]) == [one, two]
    assert len(rows) == 5


@pytest.mark.parametrize(
    "piece",
    [
        *('<a href="', "<a href='", "<!--", "<a ", "<a x", "<", "</", "<dl>", "=", '="x a', "&#"),
        *("<a href=a.example>", "<h3>a<dl>", "<a x=' y=\"", '"', 'a.example,"\n', ",", "a.", "'="),
        *("\n", " ", "https://a.example,", "sep=", "&amp"),
    ],
)
@pytest.mark.parametrize("beginning", ["", "<a href=a.example>", "a.example,"])
def test_nothing_takes_long(beginning: str, piece: str) -> None:
    """What is looked at again and again would keep this running for an hour."""
    content = (beginning + piece * (300_000 // len(piece))).encode()
    assert isinstance(read(content, NOW), Parsed | Unreadable)


@pytest.mark.parametrize("folders", ["<dl>" * 50_000, "<h3>" + "x," * 50_000 + "</h3><dl>"])
def test_neither_deep_folders_nor_long_names_take_long(folders: str) -> None:
    assert len(parsed(folders + "<a href=a.example>" * 10_000).rows) == 10_000


markup = st.lists(
    st.sampled_from(
        [
            *("<DT>", "<A HREF=", "</A>", "<DD>", "<H3>", "<DL><p>", "</DL>", "<!--", "-->", "<"),
            *('"', "'", "=", ">", "a.example", " TAGS=", "x", "&amp;", "&", "\n", "\r\n", "\u202e"),
            *(",", ";", "\t", "url", "note", "date", "javascript:", "1700000000", "\0", "ä", "'="),
        ]
    ),
    max_size=30,
).map("".join)


@hostile
@given(st.binary(max_size=200) | markup.map(str.encode) | st.text(max_size=200).map(str.encode))
@example(b"\xff\xfe")
@example(b"<")
@example(b'<a href="')
@example(b"url\n\0")
def test_reading_never_raises(content: bytes) -> None:
    found = read(content, NOW)
    if isinstance(found, Parsed):
        last = content.count(b"\n") + content.count(b"\r") + 1
        lines = [row.line for row in found.rows]
        assert lines == sorted(lines)
        assert all(1 <= line <= last for line in [*lines, *(bad.line for bad in found.bad)])
        for row in found.rows:
            assert canonical(row.link.url) == row.link
            assert len(row.title) <= TITLE_LONGEST
            assert len(row.note) <= NOTE_LONGEST
            assert len(row.topics) <= topics.MOST
            assert topics.problem(row.topics) is None


# Writing

anything = st.text(st.characters(exclude_categories=()), max_size=30)
nasty = st.lists(
    st.sampled_from(
        [
            *('"', '""', "'", "'=", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n\n", " ", "\u00a0"),
            *("<", ">", "</A>", "<DT>", "<DD>", "<b>", "]]>", "<![CDATA[", "<!--", "&", "&amp;"),
            *(
                "&copy",
                "&#0;",
                "=1+1",
                "+",
                "-",
                "@",
                "＝",
                "\0",
                "\x1b",
                "\x85",
                "\ud800",
                "\uffff",
            ),
            *("\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "אב", "عربي", "ä", "a\u0308", "🎉"),
            *("\uffff", "url", "https://a.example", "sep=;"),
        ]
    ),
    max_size=12,
).map("".join)
texts = anything | nasty
some_topics = texts.map(
    lambda text: tuple(one for one in topics.read(text) if len(one) <= topics.LONGEST)
).map(lambda found: found[: topics.MOST])
links = texts.map(lambda text: canonical("https://a.example/" + text)).filter(
    lambda found: isinstance(found, Link)
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    link = draw(links)
    assert isinstance(link, Link)
    return Entry(
        link.url,
        draw(texts),
        link.host,
        draw(texts),
        draw(some_topics),
        draw(texts),
        draw(st.integers(631_152_000, NOW)),
        draw(st.integers(0, 10**6)),
        tuple(draw(st.lists(st.tuples(texts, texts), max_size=2))),
    )


lists = st.lists(entries(), min_size=1, max_size=4)
PLAIN = Entry(
    "https://a.example/?a=1&b=2",
    "Ohje",
    "a.example",
    "Hyvä\nohje",
    ("excel", "power bi"),
    "Aino",
    1_700_000_000,
    3,
    (("Ville", "Sama täällä"),),
)


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


@hostile
@given(lists)
@example([PLAIN])
@example([replace(PLAIN, title=" '=x", note=" =x")])
def test_a_table_reads_back_the_same(written: list[Entry]) -> None:
    found = parsed(as_csv(written))
    assert found.bad == []
    for entry, row in zip(written, found.rows, strict=True):
        assert told(row)[1:] == (
            *(entry.url, one_line(entry.title), clean(entry.note)),
            *(entry.topics, entry.shared_at),
        )


@hostile
@given(lists)
@example([PLAIN])
def test_bookmarks_read_back_the_same(written: list[Entry]) -> None:
    found = parsed(as_bookmarks(written))
    assert found.bad == []
    for entry, row in zip(written, found.rows, strict=True):
        assert told(row)[1:] == (
            *(entry.url, one_line(entry.title or entry.host), clean(entry.note)),
            *(entry.topics, entry.shared_at),
        )


@hostile
@given(lists)
def test_no_cell_is_a_formula_and_every_line_ends_as_it_should(written: list[Entry]) -> None:
    text = as_csv(written)
    assert text.startswith("\ufeffurl,title,")
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert [len(row) for row in rows] == [9] * (len(written) + 1)
    assert not [
        cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r\n＝＋－＠") - {""}
    ]
    # Between rows and nowhere else: inside cells a line feed stands alone.
    assert text.count("\r\n") == text.count("\r") == len(rows)


@hostile
@given(texts)
@example("'=x")
@example("''=x")
@example("'x")
@example("\t=x")
def test_a_guard_is_taken_off_again(cell: str) -> None:
    assert writing.unguarded(writing.guarded(cell)) == cell


@hostile
@given(lists)
def test_json_says_everything(written: list[Entry]) -> None:
    text = as_json(written)
    assert text.encode()
    for entry, said in zip(written, json.loads(text), strict=True):
        assert set(said) == set(Entry.__slots__)
        assert (said["url"], said["thanks"]) == (entry.url, entry.thanks)
        assert clean(said["note"]) == clean(entry.note)
        assert said["topics"] == list(entry.topics)
        assert datetime.fromisoformat(said["shared_at"]).timestamp() == entry.shared_at
        assert [(clean(one["author"]), clean(one["note"])) for one in said["notes"]] == [
            (clean(author), clean(note)) for author, note in entry.notes
        ]


def test_nothing_to_write_is_written_too() -> None:
    assert json.loads(as_json([])) == []
    assert as_csv([]).count("\r\n") == 1
    assert ElementTree.fromstring(as_atom([], "x", NOW)).findall("{*}entry") == []
    assert read(as_bookmarks([]).encode(), NOW) is Unreadable.NO_LINKS


ATOM = "{http://www.w3.org/2005/Atom}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def texts_of(element: ElementTree.Element, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(ATOM + name)]


@hostile
@given(lists, texts)
def test_a_feed_is_an_atom_feed(written: list[Entry], title: str) -> None:
    feed = ElementTree.fromstring(as_atom(written, title, NOW).encode())
    assert feed.tag == ATOM + "feed"
    assert texts_of(feed, "updated") == ["2026-05-28T20:26:40Z"]
    assert [clean(one) for one in texts_of(feed, "title")] == [clean(title)]
    (feed_id,) = texts_of(feed, "id")
    (author,) = feed.findall(ATOM + "author")
    assert len(texts_of(author, "name")) == 1
    found = feed.findall(ATOM + "entry")
    for entry, element in zip(written, found, strict=True):
        # Each of these once, as RFC 4287 asks in section 4.1.2.
        (urn,), (shown,), (updated,) = (
            texts_of(element, name) for name in ("id", "title", "updated")
        )
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", urn)
        assert urn != feed_id
        assert clean(shown) == clean(entry.title or entry.host)
        assert RFC_3339.fullmatch(updated)
        assert datetime.fromisoformat(updated) == datetime.fromtimestamp(entry.shared_at, UTC)
        (link,) = element.findall(ATOM + "link")
        assert not re.search(r'[\s<>"{}|\\^`]', link.attrib["href"])
        same = canonical(link.attrib["href"])
        assert isinstance(same, Link)
        assert [one.attrib["term"] for one in element.findall(ATOM + "category")] == [*entry.topics]
        assert len(element.findall(ATOM + "author")) <= 1
        assert len(element.findall(ATOM + "summary")) <= 1


def test_a_plain_entry_of_a_feed() -> None:
    feed = ElementTree.fromstring(as_atom([PLAIN], "Kurssi", NOW))
    (entry,) = feed.findall(ATOM + "entry")
    assert texts_of(entry, "title") == ["Ohje"]
    assert texts_of(entry, "summary") == ["Hyvä\nohje\n\nVille: Sama täällä"]
    assert texts_of(entry, "updated") == ["2023-11-14T22:13:20Z"]
    assert [texts_of(one, "name") for one in entry.findall(ATOM + "author")] == [["Aino"]]
    (link,) = entry.findall(ATOM + "link")
    assert link.attrib == {"rel": "alternate", "href": PLAIN.url}
    odd = as_atom([replace(PLAIN, url="https://a.example/{x|ä}")], "Kurssi", NOW)
    assert 'href="https://a.example/%7Bx%7Cä%7D"' in odd


def test_a_reader_of_feeds_knows_a_tip_again() -> None:
    def ids(entry: Entry, title: str, now: int) -> list[str]:
        return re.findall("<id>(.*)</id>", as_atom([entry], title, now))

    feed, entry = ids(PLAIN, "Kurssi", NOW)
    edited = replace(PLAIN, title="Uusi", note="", topics=(), shared_at=1_700_000_001)
    assert ids(edited, "Kurssi", NOW + 1) == [feed, entry]
    assert ids(PLAIN, "Toinen", NOW)[0] != feed
    assert entry == "urn:uuid:417d622d-793f-56bc-9f59-2e4a2aa869c3"


def test_a_plain_table_and_bookmarks() -> None:
    assert as_csv([PLAIN]).splitlines()[1:] == [
        'https://a.example/?a=1&b=2,Ohje,a.example,"Hyvä',
        'ohje","excel, power bi",Aino,2023-11-14T22:13:20Z,3,Ville: Sama täällä',
    ]
    assert as_bookmarks([PLAIN]).splitlines()[4:] == [
        "<DL><p>",
        (
            '    <DT><A HREF="https://a.example/?a=1&amp;b=2" ADD_DATE="1700000000"'
            ' TAGS="excel,power bi">Ohje</A>'
        ),
        "    <DD>Hyvä",
        "ohje",
        "</DL><p>",
    ]
