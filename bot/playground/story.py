"""The shape of a playground story: who is there, where they talk, what they have shared."""

from dataclasses import dataclass

from data.communities import Language


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the simulated community; `colour` paints the avatar."""

    username: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Tip:
    """A link somebody shares; `by` is a key of the story's people."""

    by: str
    link: str
    note: str
    topics: str
    thanked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    text: str
    theme: str


@dataclass(frozen=True, slots=True)
class Question:
    by: str
    title: str
    details: str
    topics: str
    answered_by: str
    answer: str


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the circle contains before the visitor arrives, in one language."""

    language: Language
    locale: str
    preferred_locale: str
    zone: str
    community: str
    moderator_role: str
    solved_tag: str
    people: dict[str, Person]
    channels: dict[str, tuple[str, str]]
    welcome: str
    prompts: tuple[Prompt, ...]
    tips: tuple[Tip, ...]
    question: Question


def story(language: Language) -> Story:
    """The story told in `language`."""
    if language == "fi":
        from bot.playground.stories.fi import STORY
    else:
        from bot.playground.stories.en import STORY
    return STORY
