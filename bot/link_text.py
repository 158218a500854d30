"""Addresses and mentions as they stand in a message, and the message without them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce

# Alternately: [label](address), <address>, a bare address, a mention of somebody. Every part of it
# can be read in one way only, so that it takes linear time whatever somebody writes.
_PART = re.compile(
    r"\[(?P<label>(?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(<?"
    r"(?P<labelled>https?://(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?: +\"[^\"\n]*\")?\)"
    r"|<(?P<closed>https?://[^\s<>]+)>"
    r"|(?P<bare>https?://(?:(?!\]\()[^\s<>`])+)"
    r"|<@!?[0-9]+>",
    re.IGNORECASE,
)
_SENTENCE_MARKS = ".,:;!?…'\"’”»*~|"
_WRAPS = {"(": ")", "[": "]", "<": ">", "“": "”", "«": "»"} | {mark: mark for mark in "*_~|`\"'”"}
_BULLET = re.compile(r"[ >*+•-]*(?:[0-9]+[.)])? ?")
# What led to an address, and what followed one that began a line; not the beginning of a :).
_LED_TO = " -–—:,;"
_FOLLOWED = re.compile(r" *[-–—:,;.!?…]*(?=[ \n]|$) *")
_CLOSING = tuple(".,:;!?…)]")


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a message; a mention has neither label nor address."""

    start: int
    end: int
    label: str
    address: str


def parts(text: str) -> Iterator[Part]:
    """In their order. A label may hold addresses of its own."""
    for found in _PART.finditer(text):
        start, end = found.span()
        address = found["labelled"] or found["closed"] or ""
        if bare := found["bare"]:
            address = _ended(bare, text[start - 1 : start])
            end = start + len(address)
        yield Part(start, end, found["label"] or "", address)


def without(text: str, unwanted: Callable[[str], bool]) -> str:
    """Without unwanted addresses and all mentions; labels stay, without addresses of their own."""
    text = re.sub(r"[ \t]+", " ", text)
    pieces, place = [""], 0
    for part in parts(text):
        if part.address and not unwanted(part.address):
            continue
        pieces[-1] += text[place : part.start]
        if part.label:
            pieces[-1] += without(part.label, unwanted)
        else:
            pieces.append("")
        place = part.end
    pieces[-1] += text[place:]
    lines = reduce(_joined, pieces).split("\n")
    tidy = "\n".join(" ".join(line.split()) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", tidy).strip()


def _ended(address: str, before: str) -> str:
    """Without what belongs to the sentence: its marks, and brackets that were opened before."""
    spare = {
        ")": address.count(")") - address.count("("),
        "]": address.count("]") - address.count("["),
    }
    marks = _SENTENCE_MARKS + ("_" if before == "_" else "")
    end = len(address)
    while end and (spare.get(address[end - 1], 0) > 0 or address[end - 1] in marks):
        end -= 1
        if address[end] in spare:
            spare[address[end]] -= 1
    return address[:end]


def _joined(before: str, after: str) -> str:
    """The texts on both sides of what was taken out, without the marks that led to it."""
    while True:
        while before and after and _WRAPS.get(before[-1]) == after[0]:
            before, after = before[:-1], after[1:]
        led = before.rstrip(_LED_TO) if after.startswith(_CLOSING) else before
        if led == before:
            break
        before = led
    ends = not after.partition("\n")[0].strip()
    if ends:
        line = _last_line(before)
        before = before.removesuffix(line) if _BULLET.fullmatch(line) else before.rstrip(_LED_TO)
    if not _last_line(before).strip():
        if followed := _FOLLOWED.match(after):
            after = after[followed.end() :]
        return before + (after.removeprefix("\n") if ends else after)
    return before + after if after.startswith(_CLOSING) else f"{before} {after}"


def _last_line(text: str) -> str:
    return text[text.rfind("\n") + 1 :]
