"""Whether what somebody looks for is found, and how far up, beside other ways to search."""

import os
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.community import GUILD, Communities
from benchmarks.labelled import SETS, Case, Half, cases
from benchmarks.peers import Like, Peer, Plain, Snowball, Tantivy, Trigram, Whoosh, made
from data import indexing, search
from data.matching import Kind
from data.store import Store

FIRST = 10
"""Results that anybody looks at."""
PEERS = (Plain, Trigram, Snowball, Like, Tantivy, Whoosh)
Find = Callable[[str], Awaitable[list[int]]]


async def main(_: Communities) -> None:
    half: Half = "chosen by" if os.environ.get("HALF") == "chosen" else "reported"
    sets = {name: cases(name, 1 + 1_000 * place) for place, name in enumerate(SETS)}
    results: dict[str, dict[str, tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="vinkki-quality-") as folder:
        store = await Store.open(Path(folder) / "vinkki.db")
        await _fill(store, sets)
        for name, some in sets.items():
            chosen = [one for one in some if one.half == half]
            results.setdefault("Vinkki", {})[name] = await _measured(_ours(store, name), chosen)
            if os.environ.get("SHOW"):
                await _show(_ours(store, name), chosen)
        await store.close()
    for name, some in sets.items():
        language = "english" if name == "english" else "finnish"
        for peer in made(PEERS, language):
            peer.fill((one.number, 1, one.title, one.body) for one in some)
            chosen = [one for one in some if one.half == half]
            score = await _measured(_peers(peer, any_word=name == "similar"), chosen)
            results.setdefault(peer.name, {})[name] = score
    _table(
        results, half, {name: sum(one.half == half for one in some) for name, some in sets.items()}
    )


async def _fill(store: Store, sets: dict[str, list[Case]]) -> None:
    """Each set in a community of its own: in another set a query may have other answers as well."""
    async with store.write() as tx:
        for name, some in sets.items():
            documents = [(one.number, one.title, one.body) for one in some]
            await indexing.put_all(tx, _community(name), _kind(name), documents)


def _community(name: str) -> int:
    return GUILD + SETS.index(name)


def _kind(name: str) -> Kind:
    return "question" if name == "similar" else "tip"


def _ours(store: Store, name: str) -> Find:
    async def find(query: str) -> list[int]:
        if name == "similar":
            return await search.similar(store, _community(name), _kind(name), query, FIRST)
        return await search.find(store, _community(name), _kind(name), query, FIRST)

    return find


def _peers(peer: Peer, *, any_word: bool) -> Find:
    async def find(query: str) -> list[int]:
        return peer.find(1, query, FIRST, any_word=any_word)

    return find


async def _measured(find: Find, some: Sequence[Case]) -> tuple[float, float]:
    """The mean reciprocal rank and the share found, both among the first ten."""
    ranks = []
    for one in some:
        found = (await find(one.query))[:FIRST]
        ranks.append(1 / (found.index(one.number) + 1) if one.number in found else 0.0)
    return sum(ranks) / len(ranks), sum(map(bool, ranks)) / len(ranks)


async def _show(find: Find, some: Sequence[Case]) -> None:
    for one in some:
        found = (await find(one.query))[:FIRST]
        if found[:1] != [one.number]:
            place = found.index(one.number) + 1 if one.number in found else "–"
            print(f"  {place}  {one.query}  →  {one.title}: {one.body}   {found[:3]}")


def _table(results: dict[str, dict[str, Any]], half: Half, counts: dict[str, int]) -> None:
    print(f"\nQuality on the half that is {half}: MRR@10 and R@10")
    names = [*counts]
    rows = [("", *(f"{name} ({counts[name]})" for name in names))]
    for system, scores in results.items():
        rows.append((system, *(f"{scores[name][0]:.2f}  {scores[name][1]:.2f}" for name in names)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
