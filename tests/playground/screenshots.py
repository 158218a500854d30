"""Pictures for the README: python -m tests.playground.screenshots OUTDIR."""

import asyncio
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.playground.visiting import DESK, PHONE, Visitor, browser, link_in, playground, visitor


@dataclass(frozen=True, slots=True)
class Words:
    """What the people in the pictures see and say, in one language."""

    newcomer: str
    helper: str
    moderator: str
    tips: str
    prompts: str
    welcome: str
    moderators: str
    week: str
    open: str
    reflect: str
    tip: tuple[str, str, str]
    second_note: str
    reflections: tuple[str, str]
    peers: tuple[str, str]
    nameless: tuple[str, str, str]
    without_name: str
    question: str
    details: str
    answer: str
    solved: str
    looked_for: str


WORDS = {
    "en": Words(
        newcomer="Maya Patel",
        helper="Tom Walsh",
        moderator="Hannah Reed · Moderator",
        tips="tips",
        prompts="weekly-question",
        welcome="welcome",
        moderators="moderators",
        week="+1 week",
        open="Open",
        reflect="Reflect",
        tip=(
            "https://www.gov.uk/bank-holidays",
            "Bank holidays for the next two years. I check it before I book anything on a Monday.",
            "calendar",
        ),
        second_note="Saved me from a Monday meeting nobody could have come to.",
        reflections=(
            "I stopped printing agendas for the Monday meeting. Nobody has asked for one since.",
            "The monthly seating plan. Two people asked, and one of them was me.",
        ),
        peers=("Grace Okafor", "Ines Moreau"),
        nameless=(
            "Answering at eleven at night. The first week I checked my phone all the same.",
            "Rewriting other people's slides. One of them has since learned to do it well.",
            "Nothing, and that is the honest answer. Reading yours helps.",
        ),
        without_name="Everybody here, without my name",
        question="How do I number travel invoices?",
        details="Three trips share one invoice, and the system wants a number for each.",
        answer="Use the first day of the trip as the number. It is unique and easy to find again.",
        solved="Solved…",
        looked_for="meeting",
    ),
    "fi": Words(
        newcomer="Aino Laine",
        helper="Mikko Salonen",
        moderator="Riitta Koskela · Valvoja",
        tips="vinkit",
        prompts="viikon-pohdinta",
        welcome="tervetuloa",
        moderators="valvojat",
        week="+1 viikko",
        open="Avaa",
        reflect="Pohdi",
        tip=(
            "https://almanakka.helsinki.fi/",
            "Liputuspäivät ja juhlapyhät vuosiksi eteenpäin. Katson tästä, ennen kuin varaan.",
            "kalenteri",
        ),
        second_note="Pelasti minut kokoukselta, johon kukaan ei olisi päässyt.",
        reflections=(
            "En enää tulosta esityslistoja maanantaihin. Kukaan ei ole kysynyt niitä.",
            "Kuukausittainen istumajärjestys jäi. Kaksi kaipasi sitä, ja toinen olin minä.",
        ),
        peers=("Leena Virta", "Sanna Heikkilä"),
        nameless=(
            "Iltaviestit. Ensimmäisen viikon vilkuilin silti puhelinta.",
            "Muiden kalvojen korjailun. Yksi tekee ne nyt hienosti itse.",
            "En mitään, jos rehellisiä ollaan. Näiden lukeminen auttaa.",
        ),
        without_name="Kaikki täällä, ilman nimeäni",
        question="Miten numeroin matkalaskut?",
        details="Kolmella matkalla on yhteinen lasku, ja järjestelmä haluaa numeron jokaiselle.",
        answer="Käytä numerona matkan ensimmäistä päivää. Se on yksilöllinen ja löytyy helposti.",
        solved="Ratkaistu…",
        looked_for="kokous",
    ),
}


async def tell(guest: Visitor, words: Words, out: Path) -> None:
    """Live the story through once, and take a picture wherever there is something to see."""
    await guest.open(words.tips)
    await guest.command("tip share", link=words.tip[0])
    await guest.fill_form(*words.tip)
    await guest.message(words.tip[1]).wait_for()
    await picture(guest, out, "tip")

    await guest.view_as(words.helper)
    await guest.command("tip share", link=words.tip[0])
    await guest.fill_form(words.tip[0], words.second_note)
    await guest.message(words.second_note).wait_for()
    await picture(guest, out, "duplicate")

    await guest.view_as(words.newcomer)
    await guest.open(words.welcome)
    await guest.command("ask")
    await guest.fill_form(words.question, words.details)
    await guest.open(words.question)
    await guest.view_as(words.helper)
    await guest.say(words.answer)
    await guest.view_as(words.newcomer)
    await guest.solve(words.details, words.solved, words.answer)
    await picture(guest, out, "question")

    await guest.open(words.tips)
    await guest.command("find", words=words.looked_for)
    await picture(guest, out, "find")

    await guest.view_as(words.moderator)
    await guest.open(words.tips)
    await guest.command("digest schedule")
    await guest.view_as(words.newcomer)
    await guest.open(words.prompts)
    await guest.pass_time(words.week)
    prompt = guest.messages.filter(has=guest.frame.get_by_role("button", name=words.reflect))
    for who, reflection in zip((words.newcomer, words.helper), words.reflections, strict=True):
        await guest.view_as(who)
        await guest.press(prompt.last, words.reflect)
        await guest.fill_form(reflection)
    await picture(guest, out, "prompt")
    for who, nameless in zip((*words.peers, words.moderator), words.nameless, strict=True):
        await guest.view_as(who)
        await guest.press(prompt.last, words.reflect)
        await guest.fill_form(nameless, pick=words.without_name)
    await guest.view_as(words.newcomer)
    await guest.page.get_by_role("status").get_by_role("button", name=words.open).click()
    await guest.message(words.nameless[0]).wait_for()
    await picture(guest, out, "reflections")

    await guest.open(words.tips)
    await picture(guest, out, "digest")

    await guest.view_as(words.moderator)
    await guest.open(words.moderators)
    await guest.command("setup")
    await picture(guest, out, "setup")


async def picture(guest: Visitor, out: Path, name: str) -> None:
    """The page as it is now, on a desk and on a phone."""
    await guest.page.mouse.move(0, 0)
    await guest.frame.locator(":root").evaluate("() => document.activeElement.blur()")
    for device, size in (("phone", PHONE), ("desk", DESK)):
        await guest.page.set_viewport_size(size)
        wide = str(device == "desk").lower()
        await guest.page.evaluate(f"document.getElementById('guide').open = {wide}")
        await guest.page.wait_for_timeout(1200)  # Preview measures itself, then draws again
        await guest.frame.locator("#channel-timeline").evaluate(
            "it => it.scrollTop = it.scrollHeight"
        )
        taken = await guest.page.screenshot()
        # A palette is enough for these, and a third of the bytes.
        Image.open(BytesIO(taken)).convert("RGB").quantize().save(
            out / f"{name}-{device}.png", optimize=True
        )


async def main(out: Path) -> None:
    async with browser() as chrome:
        for language in ("en", "fi"):
            folder = out / language
            folder.mkdir(parents=True, exist_ok=True)
            async with (
                playground(language) as announcement,
                visitor(chrome, link_in(announcement)) as guest,
            ):
                await tell(guest, WORDS[language], folder)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
