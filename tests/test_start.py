"""Starting and ending, as the operator meets it: real processes, one sentence, an exit code."""

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import WSMsgType, web

from bot.secret import Secret
from bot.settings import Settings
from data.store import Store

ROOT = Path(__file__).parents[1]
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"
PATIENCE = 15
USER = {"id": "1", "username": "v", "discriminator": "0", "avatar": None, "global_name": None}
# The bot as ever, with Discord at another address.
ELSEWHERE = """
import runpy, sys
import discord.http
discord.http.Route.BASE = sys.argv.pop(1)
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


@dataclass
class Ended:
    code: int | None
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What the operator is told, when it is one line and nothing else."""
        lines = [line for line in self.err.splitlines() if line]
        assert len(lines) == 1, self.err
        return lines[0]


@dataclass
class Operator:
    """Starts processes in a folder of their own, so that no .env of this checkout is read."""

    folder: Path
    tree: Path = ROOT
    started: list[asyncio.subprocess.Process] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "vinkki.db"

    async def start(
        self, *arguments: str, discord: str | None = None, **settings: str
    ) -> asyncio.subprocess.Process:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        for name in Settings.names():
            assert name.upper() not in kept
        way = ["-c", ELSEWHERE, discord] if discord else ["-m", "bot"]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *way,
            *arguments,
            cwd=self.folder,
            env={
                **kept,
                "HOME": str(self.folder),
                "PYTHONPATH": str(self.tree),
                "PYTHONUNBUFFERED": "1",
                "DATABASE_PATH": str(self.database),
                **settings,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.started.append(process)
        return process

    async def end(self, process: asyncio.subprocess.Process) -> Ended:
        async with asyncio.timeout(PATIENCE):
            out, err = await process.communicate()
        return Ended(process.returncode, out.decode(), err.decode())

    async def run(self, *arguments: str, discord: str | None = None, **settings: str) -> Ended:
        return await self.end(await self.start(*arguments, discord=discord, **settings))


@pytest.fixture
async def operator(tmp_path: Path) -> AsyncIterator[Operator]:
    operator = Operator(tmp_path)
    yield operator
    for process in operator.started:
        if process.returncode is None:
            process.kill()
            await process.communicate()


# Settings


async def test_everything_wrong_is_told_at_once_a_line_each(operator: Operator) -> None:
    ended = await operator.run(
        DISCORD_TOKEN="Bot abc",
        DATABASE_PATH=str(operator.folder),
        LOG_LEVEL="LOUD",
        PLAYGROUND_PORT="http",
        PLAYGROUND_LANGUAGE="sv",
    )
    assert ended.code == 78
    assert [line.split()[0] for line in ended.err.splitlines()] == [
        "DISCORD_TOKEN",
        "DATABASE_PATH",
        "LOG_LEVEL",
        "PLAYGROUND_PORT",
        "PLAYGROUND_LANGUAGE",
    ]
    assert ended.out == ""


async def test_what_a_file_says_counts_until_the_environment_says_more(operator: Operator) -> None:
    (operator.folder / ".env").write_text("LOG_LEVEL=LOUD\nPLAYGROUND_LANGUAGE=sv\n")
    ended = await operator.run("check", LOG_LEVEL="INFO")
    assert (ended.code, ended.sentence.split()[0]) == (78, "PLAYGROUND_LANGUAGE")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
async def test_a_file_saved_by_notepad_is_read_or_refused_in_a_sentence(
    operator: Operator, encoding: str
) -> None:
    (operator.folder / ".env").write_text("PLAYGROUND_LANGUAGE=sv\n", encoding=encoding)
    ended = await operator.run("check")
    assert ended.code == 78
    assert "Traceback" not in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "place",
    ["/dev/null/vinkki.db", "/proc/vinkki.db", "/proc/none/vinkki.db", "~no-such-user-here/x.db"],
)
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="these places are Linux's")
async def test_a_database_in_an_impossible_place_is_refused(operator: Operator, place: str) -> None:
    ended = await operator.run("check", DATABASE_PATH=place)
    assert "DATABASE_PATH" in ended.sentence
    assert ended.code == 78


# Looking without starting


async def test_check_tells_what_it_found(operator: Operator) -> None:
    first, second = await operator.run("check"), await operator.run("check", DISCORD_TOKEN=TOKEN)
    assert (first.code, second.code) == (0, 0)
    assert first.err == second.err == ""
    assert f"SQLite {sqlite3.sqlite_version}" in first.out
    assert "token not set" in first.out
    assert "token set" in second.out
    assert TOKEN not in second.out
    assert re.search(r"[1-9]\d* migrations", first.out)
    assert "0 migrations" in second.out
    assert first.out.splitlines()[-1] == "All is well."


async def test_an_unknown_command_is_answered_with_those_there_are(operator: Operator) -> None:
    ended = await operator.run("dance")
    assert ended.code == 2
    assert "playground" in ended.err


# The database


async def test_a_second_process_on_a_database_is_refused(operator: Operator) -> None:
    store = await Store.open(operator.database)
    ended = await operator.run("check")
    await store.close()
    assert ended.code == 73
    assert str(operator.database) in ended.sentence
    assert (await operator.run("check")).code == 0


def change(database: Path, sql: str) -> None:
    with sqlite3.connect(database) as db:
        db.execute(sql)
    db.close()


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("INSERT INTO migrations VALUES (9999, 'later', 'x')", "newer"),
        ("UPDATE migrations SET checksum = 'x'", "Restore the original"),
        ("PRAGMA application_id = 7", "not a Vinkki database"),
    ],
)
async def test_a_database_that_is_not_ours_to_open_is_refused(
    operator: Operator, sql: str, told: str
) -> None:
    assert (await operator.run("check")).code == 0
    change(operator.database, sql)
    ended = await operator.run("check")
    assert ended.code == 65
    assert told in ended.sentence
    assert str(operator.database) in ended.sentence or "DATABASE_PATH" in ended.sentence


async def test_a_file_that_is_no_database_is_refused(operator: Operator) -> None:
    operator.database.write_bytes(b"Dear diary. " * 500)
    ended = await operator.run("check")
    assert ended.code == 65
    assert str(operator.database) in ended.sentence


# The key of anonymous answers


async def test_the_key_is_made_at_the_first_start_and_never_told(operator: Operator) -> None:
    first, second = await operator.run("check"), await operator.run("check")
    file = operator.folder / "anonymous.key"
    key = file.read_bytes()
    assert (first.code, second.code, len(key)) == (0, 0, 32)
    assert file.stat().st_mode & 0o777 == 0o600
    assert str(file) in second.out
    for shown in (first.out, first.err, second.out, second.err):
        assert key.hex() not in shown
        assert repr(key) not in shown


async def test_another_key_is_told_before_the_bot_starts_with_it(operator: Operator) -> None:
    await operator.run("check")
    store = await Store.open(operator.database)
    await Secret(b"old" * 8).remember(store, 1)
    await store.close()
    told = "Another key binds anonymous answers"
    ended = await operator.run("check")
    assert ended.code == 0
    assert told in ended.out


@pytest.mark.parametrize(
    ("key", "mode", "told"),
    [(b"k" * 32, 0o644, "read by others"), (b"k" * 31, 0o600, "has 31 bytes")],
)
async def test_a_key_that_cannot_be_used_is_refused(
    operator: Operator, key: bytes, mode: int, told: str
) -> None:
    file = operator.folder / "anonymous.key"
    file.write_bytes(key)
    file.chmod(mode)
    ended = await operator.run("check")
    assert ended.code == 78
    assert told in ended.sentence
    assert str(file) in ended.sentence
    assert file.read_bytes() == key


# A broken feature


@pytest.fixture
def copy(operator: Operator) -> Path:
    """The operator runs a copy of the tree, which may be broken."""
    operator.tree = operator.folder / "tree"
    for name in ("bot", "cogs", "data"):
        shutil.copytree(
            ROOT / name,
            operator.tree / name,
            ignore=shutil.ignore_patterns("__pycache__", "playground"),
        )
    return operator.tree


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        ("cogs/tips/cog.py", "import nothing_of_this_name\n"),
        ("cogs/tips/rules.py", "def broken(:\n"),
        ("cogs/tips/__init__.py", "raise RuntimeError('not today')\n"),
        ("cogs/tips/__init__.py", "pass\n"),
    ],
)
async def test_a_broken_feature_is_named(
    operator: Operator, copy: Path, file: str, broken: str
) -> None:
    (copy / file).write_text(broken)
    ended = await operator.run("check")
    assert ended.code == 70
    assert "cogs.tips" in ended.sentence


# Discord


def answer(content: object, status: int = 200) -> web.Response:
    # discord.py reads JSON only when the type is this and nothing more.
    body = json.dumps(content).encode()
    return web.Response(body=body, status=status, content_type="application/json")


class Discord:
    """As much of Discord, on this machine, as a start needs; it never becomes ready."""

    def __init__(self) -> None:
        self.base = ""
        self.asked: list[str] = []
        self.identified = asyncio.Event()
        self.answer: Callable[[web.Request], Awaitable[web.StreamResponse]] | None = None
        self.close_with: int | None = None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(f"{request.method} {request.path}")
        if self.answer is not None:
            return await self.answer(request)
        port = request.url.port
        match request.path.removeprefix("/api"):
            case "/users/@me":
                return answer(USER)
            case "/oauth2/applications/@me":
                return answer(
                    {"id": "1", "name": "v", "description": "", "flags": 0, "icon": None}
                    | {"bot_public": True, "bot_require_code_grant": False, "verify_key": ""}
                    | {"owner": USER, "team": None, "summary": ""}
                )
            case "/gateway/bot":
                limit = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
                return answer(
                    {"url": f"ws://127.0.0.1:{port}/gateway", "shards": 1}
                    | {"session_start_limit": limit}
                )
            case _:
                return answer([])

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str(json.dumps({"op": 10, "d": {"heartbeat_interval": 45_000}}))
        async for message in socket:
            if message.type is WSMsgType.TEXT and json.loads(message.data)["op"] == 2:
                self.identified.set()
                if self.close_with:
                    await socket.close(code=self.close_with)
        return socket


@pytest.fixture
async def discord() -> AsyncIterator[Discord]:
    discord = Discord()
    app = web.Application()
    app.router.add_get("/gateway", discord.gateway)
    app.router.add_get("/gateway/", discord.gateway)
    app.router.add_route("*", "/api/{rest:.*}", discord.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    discord.base = f"http://127.0.0.1:{port}/api"
    yield discord
    await runner.cleanup()


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_discord_out_of_reach_is_told_within_seconds(operator: Operator) -> None:
    before = time.monotonic()
    ended = await operator.run(discord=f"http://127.0.0.1:{closed_port()}/api", DISCORD_TOKEN=TOKEN)
    assert time.monotonic() - before < 10
    assert ended.code == 75
    assert "Discord cannot be reached" in ended.sentence
    assert TOKEN not in ended.err


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [(401, 77, "DISCORD_TOKEN"), (503, 75, "Discord"), (403, 75, "Discord")],
)
async def test_what_discord_answers_at_the_door_is_told_in_a_sentence(
    operator: Operator, discord: Discord, status: int, code: int, told: str
) -> None:
    async def refuse(_: web.Request) -> web.Response:
        return answer({"message": "no", "code": 0}, status=status)

    discord.answer = refuse
    ended = await operator.run(discord=discord.base, DISCORD_TOKEN=TOKEN)
    assert "Traceback" not in ended.err
    assert ended.code == code
    assert told in ended.sentence
    assert TOKEN not in ended.err + ended.out


@pytest.mark.parametrize(
    ("close_with", "code", "told"), [(4004, 77, "DISCORD_TOKEN"), (4014, 78, "MESSAGE_CONTENT")]
)
async def test_a_token_or_intent_refused_at_the_gateway_is_told(
    operator: Operator, discord: Discord, close_with: int, code: int, told: str
) -> None:
    discord.close_with = close_with
    ended = await operator.run(discord=discord.base, DISCORD_TOKEN=TOKEN)
    assert "Traceback" not in ended.err
    assert ended.code == code
    assert told in ended.err
    assert TOKEN not in ended.err


# The end


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_bot_that_waits_for_discord_ends_when_told(
    operator: Operator, discord: Discord, how: signal.Signals
) -> None:
    process = await operator.start(discord=discord.base, DISCORD_TOKEN=TOKEN)
    async with asyncio.timeout(PATIENCE):
        await discord.identified.wait()
    before = time.monotonic()
    process.send_signal(how)
    ended = await operator.end(process)
    assert ended.code == 0, ended.err
    assert time.monotonic() - before < 10
    assert "Traceback" not in ended.err
    # Its commands were sent, and the database is free and sound.
    assert any(line.startswith("PUT ") for line in discord.asked)
    assert (await operator.run("check")).code == 0


async def test_a_bot_that_discord_keeps_waiting_ends_when_told(
    operator: Operator, discord: Discord
) -> None:
    asked = asyncio.Event()

    async def hang(_: web.Request) -> web.Response:
        asked.set()
        await asyncio.Event().wait()
        raise AssertionError

    discord.answer = hang
    process = await operator.start(discord=discord.base, DISCORD_TOKEN=TOKEN)
    async with asyncio.timeout(PATIENCE):
        await asked.wait()
    before = time.monotonic()
    process.terminate()
    ended = await operator.end(process)
    assert ended.code == 0, ended.err
    assert time.monotonic() - before < 10
    assert "Traceback" not in ended.err


async def test_the_playground_ends_when_told(operator: Operator) -> None:
    pytest.importorskip("simcord")
    process = await operator.start("playground", PLAYGROUND_PORT=str(closed_port()))
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        line = await process.stdout.readline()
    assert b"http://127.0.0.1:" in line, line
    process.terminate()
    ended = await operator.end(process)
    assert ended.code == 0, ended.err
    assert "Traceback" not in ended.err
    # What it does stays its own: the operator's database is not touched.
    assert not operator.database.exists()
