"""The house rules that no type checker holds: texts, commands, settings, and what stands where."""

import ast
import os
import re
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from discord import AppCommandType
from discord.app_commands import Command, ContextMenu, Group
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from bot import channels
from bot.app import EXTENSIONS, Vinkki, create_bot
from bot.i18n import LANGUAGES, LOCALES, Language, text
from bot.links import Refusal
from bot.settings import Settings
from cogs.questions import rules as questions_rules
from cogs.questions.find import Shown
from cogs.reflections import publish
from cogs.reflections import rules as reflections_rules
from cogs.settings.ui import PLACES
from cogs.tips import rules as tips_rules
from data import (
    digests,
    helpers,
    journal,
    pauses,
    questions,
    reflections,
    reports,
    schedules,
    tip_lists,
    tips,
    topic_changes,
)
from data.store import Store

ROOT = Path(__file__).parents[1]
Function = ast.FunctionDef | ast.AsyncFunctionDef

# Texts


class Named(Visitor):
    """The values a text needs, and those it chooses its wording by."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.chosen_by: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, fluent.VariableReference):
            self.chosen_by.add(node.selector.id.name)
        self.generic_visit(node)


class Written(Visitor):
    """The words of a text, without its values."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def visit_TextElement(self, node: fluent.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)


@cache
def catalogue(language: Language) -> dict[str, fluent.Message]:
    found: dict[str, fluent.Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), (path.name, entry.content)
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def named(message: fluent.Message) -> tuple[set[str], set[str]]:
    visitor = Named()
    visitor.visit(message)
    return visitor.values, visitor.chosen_by


def words(message: fluent.Message) -> str:
    visitor = Written()
    visitor.visit(message)
    return " ".join(visitor.words)


def files(language: Language) -> dict[str, set[str]]:
    """Each file's keys."""
    return {
        path.name: set(
            re.findall(r"^([a-z][\w-]*) =", path.read_text(encoding="utf-8"), re.MULTILINE)
        )
        for path in (LOCALES / language).glob("*.ftl")
    }


KEYS = sorted(catalogue("en"))


def test_both_languages_say_the_same_in_the_same_files() -> None:
    assert files("en") == files("fi")
    assert len(KEYS) > 100
    assert set(KEYS) == set().union(*files("en").values())


def test_each_feature_has_its_file() -> None:
    features = {name.removeprefix("cogs.") + ".ftl" for name in EXTENSIONS}
    assert set(files("en")) == features | {"core.ftl", "playground.ftl"}


@pytest.mark.parametrize("key", KEYS)
def test_a_text_takes_the_same_values_in_both_languages(key: str) -> None:
    assert named(catalogue("en")[key]) == named(catalogue("fi")[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: Language) -> None:
    for key, message in catalogue(language).items():
        assert message.value is not None, key
        for values in (0, 1, 2, 21, 1000):
            shown = text(language, key, **dict.fromkeys(named(message)[0], values))
            assert shown.strip(), key
            assert "{" not in shown, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at(language: Language) -> None:
    assert [key for key, message in catalogue(language).items() if "!" in words(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_plain(language: Language) -> None:
    banned = re.compile(
        r"\b(please click|oops|sorry|successfully|invalid|error occurred)\b", re.IGNORECASE
    )
    assert [key for key, one in catalogue(language).items() if banned.search(words(one))] == []


def test_the_finnish_texts_are_finnish() -> None:
    english = re.compile(
        r"\b(please|the|click|press|your|you|with|from|this|that|and|not|channel|message|thread)\b",
        re.IGNORECASE,
    )
    left = {}
    for key, message in catalogue("fi").items():
        # Commands and the message menu are called the same in every language.
        plain = re.sub(r"`[^`]*`|Accept answer|Speak English", "", words(message))
        if found := english.findall(plain):
            left[key] = found
    assert left == {}


def test_the_two_languages_differ() -> None:
    same = {key for key in KEYS if words(catalogue("en")[key]) == words(catalogue("fi")[key])}
    # Marks and nothing else.
    assert [key for key in same if re.search(r"[a-zä]{3}", words(catalogue("en")[key]))] == []


# Which texts the code asks for


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "playground" not in path.parts:
                yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def pattern(node: ast.JoinedStr) -> str:
    return "".join(
        part.value if isinstance(part, ast.Constant) else "{}"  # type: ignore[misc]
        for part in node.values
    )


PLACE_KEYS = [place.key for place in PLACES]
AUDIENCES = get_args(schedules.Audience)
PERMISSIONS = {
    *channels.TO_POST,
    *channels.TO_POST_WITH_THREAD,
    *channels.TO_POST_IN_FORUM,
    *channels.TO_BOOKMARK,
    *channels.TO_POST_ONCE,
    *channels.TO_ASK_IN_THREADS,
    *channels.TO_MAKE_TAGS,
}
DELIVERY = (ROOT / "bot/delivery.py").read_text(encoding="utf-8")
REASONS = {*re.findall(r'_fail\(guild, delivery, "(\w+)"', DELIVERY), "missed"}
DELIVERED = [("prompt", one) for one in sorted(REASONS)]
# A digest with nothing new is no news to moderators.
DELIVERED += [("digest", one) for one in sorted(REASONS - {"empty"})]
DIGEST_PARTS = set(get_args(digests.Part)) - {"new"}

# Keys that are put together, and of what. A new one fails below until it is written here.
COMPUTED = {
    "link-{}": list(Refusal),
    "write-{}": ["gone", "full"],
    "permission-{}": [name.replace("_", "-") for name in PERMISSIONS],
    "delivery-{}-{}": DELIVERED,
    "digest-{}": sorted(DIGEST_PARTS),
    "delivery-reason-{}": sorted(REASONS),
    "seen-{}": AUDIENCES,
    "reflected-{}": get_args(publish.Published),
    "shown-to-{}": {*get_args(reflections_rules.Wish), *get_args(journal.Standing)},
    "prompt-audience-{}": AUDIENCES,
    "reflect-help-{}": get_args(reflections.SeenBy),
    "schedule-pick-{}": get_args(schedules.Pick),
    "schedule-picks-{}": set(get_args(schedules.Pick)) - {"order"},
    "when-{}": [every.replace(" ", "-") for every in get_args(schedules.Every)],
    "day-{}": range(7),
    "language-{}": LANGUAGES,
    "question-head-{}": get_args(questions.State),
    "question-title-{}": get_args(questions.State),
    "question-closed-{}": set(get_args(questions.Why)) - {""},
    "question-cannot-{}": {
        act
        for act in get_args(questions_rules.Act)
        for state in get_args(questions.State)
        if questions_rules.after(state, act) is None
    },
    "solved-ago-{}": ["minutes", "hours", "days"],
    "questions-none-{}": get_args(Shown),
    "questions-title-{}": get_args(Shown),
    "accept-{}": get_args(questions_rules.Refused),
    "ask-how-{}": ["named", "unnamed"],
    "similar-same-{}": ["solved", "open"],
    "similar-done-{}": ["solved", "thanked", "following", "public-solved", "public-following"],
    "topic-refused-{}": get_args(topic_changes.Refused),
    "tip-none-{}": get_args(tip_lists.List),
    "tip-found-{}": get_args(tip_lists.List),
    "tip-save-{}": ["saved", "already", "full", "gone"],
    "tip-remind-{}": tips_rules.REMIND_IN,
    "tip-unshared-{}": [one.replace(" ", "-") for one in get_args(tips.Unshared)],
    "tip-{}": get_args(tips.Gone),
    "tip-{}-card-stays": get_args(tips.Gone),
    "tip-{}-by": get_args(tips.Gone),
    "report-{}": get_args(reports.Reason),
    "review-{}": get_args(tips.Gone),
    "helpers-call-{}": set(get_args(questions.State)) - {"open"},
    "helpers-idle-{}": ["open", "over"],
    "helpers-{}": get_args(helpers.Taken),
    "helpers-trouble-{}": get_args(pauses.Why),
    "setup-{}": PLACE_KEYS,
    "setup-{}-hint": PLACE_KEYS,
    "setup-{}-menu": PLACE_KEYS,
}
NO_TEXTS = {"vinkki-{}", "question-{}", "reflection-{}", "vinkki-playground-"}
"""What only looks like a key: nonces and the like."""
LOOKS_LIKE_A_KEY = re.compile(r"[a-z]+(-(\{\}|[a-z0-9]+))+")


def expanded(form: str) -> set[str]:
    """A form with several gaps has tuples to fill them."""
    found = set()
    for value in COMPUTED[form]:
        key = form
        for part in value if isinstance(value, tuple) else (value,):
            key = key.replace("{}", str(part), 1)
        found.add(key)
    return found


def literals() -> tuple[set[str], set[str]]:
    """All strings of the code, and all that are put together."""
    plain, computed = set(), set()
    for _, tree in modules("bot", "cogs"):
        joined = [one for one in ast.walk(tree) if isinstance(one, ast.JoinedStr)]
        inside = {id(part) for one in joined for part in one.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                computed.add(pattern(node))
            elif (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and (id(node) not in inside)
            ):
                plain.add(node.value)
    return plain, computed


def test_every_key_that_is_put_together_is_known() -> None:
    _, computed = literals()
    beginnings = {key.split("-")[0] for key in KEYS} - {"playground"}
    like_keys = {
        form
        for form in computed
        if LOOKS_LIKE_A_KEY.fullmatch(form) and form.split("-")[0] in beginnings
    }
    assert like_keys - NO_TEXTS == set(COMPUTED)
    for form in COMPUTED:
        assert expanded(form), form


def test_every_text_that_is_asked_for_is_there() -> None:
    plain, _ = literals()
    beginnings = {key.split("-")[0] for key in KEYS}
    asked = {
        one for one in plain if LOOKS_LIKE_A_KEY.fullmatch(one) and one.split("-")[0] in beginnings
    }
    asked |= set().union(*map(expanded, COMPUTED))
    assert asked - set(KEYS) - NO_TEXTS == set()


def test_every_text_is_asked_for() -> None:
    plain, _ = literals()
    asked = plain.union(*map(expanded, COMPUTED))
    ours = {key for key in KEYS if not key.startswith("playground-")}
    assert ours - asked == set()


def test_every_text_of_the_playground_is_asked_for() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "bot/playground").rglob("*"))
        if path.suffix in {".py", ".html", ".js"}
    )
    if not source:
        pytest.skip("the playground is not here")
    unused = []
    for key in KEYS:
        short = key.removeprefix("playground-")
        names = {key, short, short.removeprefix("frame-"), short.removesuffix("-text")}
        names |= {short.removesuffix("-button"), short.replace("-", "_")}
        if short != key and not any(re.search(rf"\b{name}\b", source) for name in names):
            unused.append(key)
    assert unused == []


# What has room where


def called(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return called(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def keys_of(node: ast.AST | None, inside: ast.AST) -> set[str]:
    """The keys of the text that an expression shows."""
    if isinstance(node, ast.Call) and called(node) in {"text", "public"}:
        of_module = called(node) == "text" and getattr(
            getattr(node.func, "value", None), "id", ""
        ) in {"i18n", ""}
        return literal(node.args[1 if of_module else 0], inside)
    if isinstance(node, ast.Name):
        return set().union(*(keys_of(value, inside) for value in assigned(node.id, inside)))
    if isinstance(node, ast.IfExp):
        return keys_of(node.body, inside) | keys_of(node.orelse, inside)
    return set()


def literal(node: ast.AST, inside: ast.AST) -> set[str]:
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.JoinedStr):
        return expanded(pattern(node))
    if isinstance(node, ast.IfExp):
        return literal(node.body, inside) | literal(node.orelse, inside)
    if isinstance(node, ast.Name):
        return set().union(*(literal(value, inside) for value in assigned(node.id, inside)))
    return set()


def assigned(name: str, inside: ast.AST) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(inside)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def shown_at() -> dict[str, set[str]]:
    """Which texts are titles, labels, helps, buttons, placeholders and options."""
    found: dict[str, set[str]] = {
        kind: set() for kind in ("title", "label", "help", "button", "placeholder", "option")
    }
    for _, tree in modules("bot", "cogs"):
        for function in ast.walk(tree):
            if not isinstance(function, Function):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                    found["title"] |= keys_of(node.value.elts[0], function)
                if not isinstance(node, ast.Call):
                    continue
                named_values = {one.arg: one.value for one in node.keywords}
                match called(node):
                    case "Field" | "Choice" if len(node.args) > 1:
                        found["label"] |= keys_of(node.args[1], function)
                        found["help"] |= keys_of(named_values.get("help"), function)
                    case "button":
                        found["button"] |= keys_of(node.args[0], function)
                    case "ask" if len(node.args) > 1:
                        found["title"] |= keys_of(node.args[1], function)
                    case "SelectOption":
                        found["option"] |= keys_of(named_values.get("label"), function)
                found["placeholder"] |= keys_of(named_values.get("placeholder"), function)
    found["option"] |= expanded("shown-to-{}") | {f"audience-{one}" for one in AUDIENCES}
    return found


LONGEST = {
    "title": 45,
    "label": 45,
    "help": 100,
    "button": 80,
    "placeholder": 150,
    "option": 100,
}


def test_what_is_shown_where_is_found_in_the_code() -> None:
    found = shown_at()
    assert found["title"] >= {"tip-form-title", "ask-title", "setup-zone-title", "reflect-title"}
    assert found["label"] >= {"tip-form-note", "reflect-label", "reflect-audience"}
    assert found["help"] >= {"reflect-help-open", "reflect-help-choice", "ask-form-topics-help"}
    assert found["button"] >= {
        "tip-helped",
        "button-remove",
        "prompt-reflect",
        "question-button-reopen",
    }
    assert found["placeholder"] >= {"setup-tips-menu", "setup-role-menu"}
    assert found["option"] >= {"me-follow-discord", "shown-to-open"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LONGEST)
def test_every_text_has_room_where_it_is_shown(kind: str, language: Language) -> None:
    for key in shown_at()[kind]:
        values = dict.fromkeys(named(catalogue(language)[key])[0], 100_000)
        shown = text(language, key, **values)
        assert 0 < len(shown) <= LONGEST[kind], (key, len(shown))
        assert "\n" not in shown, key


# Commands


@pytest.fixture
async def bot(store: Store, database: Path) -> AsyncIterator[Vinkki]:
    bot = create_bot(Settings(database_path=database))
    bot.store = store
    await bot.load_features()
    yield bot
    await bot.close()


async def payloads(bot: Vinkki) -> list[dict[str, Any]]:
    translator = bot.tree.translator
    assert translator is not None
    return [
        await command.get_translated_payload(bot.tree, translator)
        for command in bot.tree.get_commands()
    ]


def walk(command: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield command
    for option in command.get("options") or ():
        yield from walk(option)


MESSAGE = AppCommandType.message.value


async def test_everything_is_described_in_both_languages(bot: Vinkki) -> None:
    commands = await payloads(bot)
    assert len(commands) > 8
    for command in commands:
        if command["type"] == MESSAGE:
            continue
        for part in walk(command):
            finnish = (part.get("description_localizations") or {}).get("fi", "")
            where = (command["name"], part["name"])
            assert 1 <= len(part["description"]) <= 100, where
            assert 1 <= len(finnish) <= 100, where
            assert finnish != part["description"], where
            assert set(part["description_localizations"]) == {"fi"}, where
            for choice in part.get("choices") or ():
                localised = choice.get("name_localizations", {}).get("fi", "")
                assert 1 <= len(choice["name"]) <= 100, where
                assert 1 <= len(localised) <= 100, where


async def test_names_are_ones_discord_takes(bot: Vinkki) -> None:
    for command in await payloads(bot):
        if command["type"] == MESSAGE:
            assert 1 <= len(command["name"]) <= 32
            continue
        for part in walk(command):
            assert re.fullmatch(r"[-_\w]{1,32}", part["name"]), part["name"]
            assert part["name"] == part["name"].lower()
            assert not part.get("name_localizations"), part["name"]
            assert len(part.get("options") or ()) <= 25
            assert len(part.get("choices") or ()) <= 25
            required = [bool(one.get("required")) for one in part.get("options") or ()]
            assert required == sorted(required, reverse=True), part["name"]


def weight(part: dict[str, Any]) -> int:
    """Discord counts the longest of each name's, description's and value's versions."""

    def longest(name: str) -> int:
        others = (part.get(f"{name}_localizations") or {}).values()
        return max(len(str(one)) for one in (part.get(name) or "", *others))

    inner = [*(part.get("options") or ()), *(part.get("choices") or ())]
    own = longest("name") + longest("description") + len(str(part.get("value", "")))
    return own + sum(map(weight, inner))


async def test_no_command_is_heavier_than_discord_takes(bot: Vinkki) -> None:
    commands = await payloads(bot)
    assert max(map(weight, commands)) <= 8000
    assert len([one for one in commands if one["type"] == 1]) <= 100
    assert len([one for one in commands if one["type"] == MESSAGE]) <= 5


async def test_every_command_is_for_communities(bot: Vinkki) -> None:
    for command in bot.tree.get_commands():
        assert command.guild_only or command.allowed_contexts.guild, command.name  # type: ignore[union-attr]


# What was agreed on: a question mark for an option that may be left out.
AGREED = {
    "tip share": "link note? topics?",
    "tip search": "words? topic? by?",
    "tip show": "tip",
    "tip edit": "tip",
    "tip remove": "tip",
    "tip saved": "words?",
    "tip mine": "words?",
    "tip random": "topic?",
    "tip import": "file? channel?",
    "tip export": "list? format?",
    "topic follow": "topic",
    "topic unfollow": "topic",
    "topic list": "",
    "topic merge": "topic into",
    "topic rename": "topic name",
    "topic undo": "topic",
    "digest schedule": "channel? day? time?",
    "digest stop": "",
    "digest show": "",
    "ask": "title?",
    "question list": "state? topic?",
    "question search": "words",
    "question close": "reason?",
    "question reopen": "",
    "reflect": "",
    "journal list": "",
    "journal search": "words",
    "journal export": "",
    "journal remove": "entry",
    "find": "words",
    "me": "",
    "data export": "",
    "data delete": "",
    "privacy": "",
    "setup": "",
    "prompt add": "text? theme?",
    "prompt list": "",
    "prompt edit": "prompt",
    "prompt remove": "prompt",
    "prompt schedule": "channel? day? time? every? visibility?",
    "prompt schedules": "",
    "prompt unschedule": "schedule",
    "prompt pause": "schedule until?",
    "prompt resume": "schedule",
    "prompt skip": "schedule",
    "prompt post": "prompt? channel?",
    "review": "",
    "insights": "period?",
}
MENUS = {"Save as tip", "Accept answer", "Report"}
VALUES = {
    ("tip export", "list"): ["mine", "saved", "all"],
    ("tip export", "format"): ["bookmarks", "csv", "json", "atom"],
    ("question list", "state"): ["open", "solved", "all"],
    ("prompt schedule", "every"): ["week", "two weeks", "month"],
    ("prompt schedule", "visibility"): ["open", "anonymous", "private", "choice"],
}


async def test_commands_are_called_as_agreed(bot: Vinkki) -> None:
    for command in bot.tree.walk_commands():
        if isinstance(command, Command):
            options = " ".join(
                one.display_name + ("" if one.required else "?") for one in command.parameters
            )
            assert AGREED.get(command.qualified_name) == options, command.qualified_name
            for one in command.parameters:
                agreed = VALUES.get((command.qualified_name, one.display_name))
                values = [choice.value for choice in one.choices]
                assert set(values) <= set(agreed or ()), (command.qualified_name, one.display_name)
                assert bool(values) is bool(agreed), (command.qualified_name, one.display_name)
        else:
            assert isinstance(command, Group)
    menus = bot.tree.get_commands(type=AppCommandType.message)
    assert all(isinstance(menu, ContextMenu) for menu in menus)
    assert {menu.name for menu in menus} <= MENUS


async def test_a_command_that_a_text_names_is_there(bot: Vinkki) -> None:
    there = {command.qualified_name for command in bot.tree.walk_commands()}
    there |= {menu.name for menu in bot.tree.get_commands(type=AppCommandType.message)}
    for language in LANGUAGES:
        for key, message in catalogue(language).items():
            for name in re.findall(r"`/([a-z ]+)`", words(message)):
                assert name.strip() in there, (key, name)


# Buttons and forms


def constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def pressed() -> set[str]:
    """The ids that buttons, menus and forms carry."""
    place = {"button": 1, "pager": 2, "component_id": 0, "pick_menu": 0}
    trees = list(modules("bot", "cogs"))
    known = {name: value for _, tree in trees for name, value in constants(tree).items()}
    found: set[str] = set()

    def add(node: ast.expr | None) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value.partition(":")[0])
        elif isinstance(node, ast.Name) and node.id in known:
            found.add(known[node.id])

    for path, tree in trees:
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = called(node)
            if name in place and len(node.args) > place[name]:
                add(node.args[place[name]])
            if name == "ask":
                # The first string: what stands before it is a form, given as a whole.
                add(next((one for one in node.args[1:] if isinstance(one, ast.Constant)), None))
            for keyword in node.keywords:
                if keyword.arg == "custom_id" and path.parts[0] == "cogs":
                    add(keyword.value)
    return found


async def test_every_button_and_form_is_answered_and_nothing_else(bot: Vinkki) -> None:
    answered = set(bot.router._answers)
    # The pager's middle button only keeps words; it cannot be pressed.
    assert pressed() - {"kept"} == answered
    assert len(answered) > 15


# What stands where


def test_the_example_names_the_settings() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    given = dict(re.findall(r"^([A-Z_]+)=(.*)$", example, re.MULTILINE))
    assert set(given) == {name.upper() for name in Settings.names()}
    # It shows the defaults, so that copying it changes nothing.
    assert Settings.from_env(given) == Settings.from_env({})


def ours() -> Iterator[Path]:
    skipped = {".git", ".venv", "var", "node_modules", "htmlcov"}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            one for one in folders if one not in skipped and not one.endswith(("_cache", "__"))
        ]
        folders[:] = [one for one in folders if one != ".hypothesis"]
        yield from (Path(folder) / name for name in names)


def test_no_file_says_where_packages_come_from() -> None:
    """In pieces, so that this file does not."""
    pieces = [("py", "pi"), ("npm", "js"), ("debian", r"\.org"), ("python", "hosted")]
    hosts = re.compile("|".join(map("".join, pieces)))
    named = []
    for path in ours():
        content = path.read_bytes()
        if b"\0" not in content and hosts.search(content.decode(errors="replace").lower()):
            named.append(str(path.relative_to(ROOT)))
    assert named == []


def test_a_features_door_is_setup_alone() -> None:
    doors = sorted((ROOT / "cogs").glob("*/__init__.py"))
    assert {f"cogs.{door.parent.name}" for door in doors} == set(EXTENSIONS)
    for door in doors:
        docstring, *body = ast.parse(door.read_text(encoding="utf-8")).body
        assert isinstance(docstring, ast.Expr), door
        *imports, setup = body
        assert all(isinstance(one, ast.ImportFrom) for one in imports), door
        assert isinstance(setup, ast.AsyncFunctionDef), door
        assert setup.name == "setup", door


def test_only_the_command_line_prints() -> None:
    printing = [
        str(path)
        for path, tree in modules("bot", "cogs", "data")
        if any(isinstance(node, ast.Call) and called(node) == "print" for node in ast.walk(tree))
    ]
    assert printing == ["bot/__main__.py"]


def test_every_file_tells_its_one_job() -> None:
    for path, tree in modules("bot", "cogs", "data"):
        first = (ast.get_docstring(tree) or "").split("\n")[0]
        assert first, path
        assert first.endswith((".", "?", "]")), (path, first)


def test_no_clock_but_the_bots() -> None:
    """So that a test moves the time of everything there is."""
    clocks = re.compile(r"\b(datetime\.(now|utcnow)|date\.today|time\.(time|monotonic)|utcnow)\(")
    using = {
        str(path)
        for path, _ in modules("bot", "cogs", "data")
        if clocks.search((ROOT / path).read_text(encoding="utf-8"))
    }
    assert using == {"bot/app.py"}


def test_stored_text_is_never_a_template() -> None:
    for path, tree in modules("bot", "cogs", "data"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in {"format_map", "safe_substitute"}, (path, node.lineno)
                if node.func.attr == "format":
                    owner = node.func.value
                    assert called(owner) == "super" or isinstance(owner, ast.Constant), path
