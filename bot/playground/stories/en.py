"""The circle in English."""

from bot.playground.story import Person, Prompt, Question, Story, Tip

STORY = Story(
    language="en",
    locale="en-GB",
    preferred_locale="en-US",
    zone="Europe/London",
    community="The Front Desk",
    moderator_role="Moderator",
    solved_tag="Solved",
    people={
        "newcomer": Person("maya", "Maya Patel", "#3ba55d"),
        "moderator": Person("hannah", "Hannah Reed", "#8f6bd9"),
        "tom": Person("tom", "Tom Walsh", "#d97a3a"),
        "grace": Person("grace", "Grace Okafor", "#2f8fc4"),
        "ines": Person("ines", "Ines Moreau", "#c4527e"),
    },
    channels={
        "welcome": ("welcome", "Start here: who we are and how to use Vinkki"),
        "tips": ("tips", "Links that made somebody's week easier"),
        "prompts": ("weekly-question", "One question a week, on Mondays"),
        "questions": ("questions", "Ask with /ask; every question gets a thread"),
        "talk": ("coffee-break", "Everything else"),
        "moderators": ("moderators", "For moderators only"),
    },
    welcome=(
        "Welcome to The Front Desk, a circle of assistants who help one another. "
        "Share a link with `/tip share`, ask with `/ask`, and stop for a moment on Mondays."
    ),
    prompts=(
        Prompt("What did you stop doing this month, and did anybody notice?", "Time"),
        Prompt("Which shortcut do you use every day that a colleague has never seen?", "Tools"),
        Prompt("When did you last ask for help, and what made it easy?", "Support"),
    ),
    tips=(
        Tip(
            "grace",
            "https://www.doodle.com/",
            "Finding one hour for six managers took me a morning. Now I send three times and wait.",
            "meetings, calendar",
            thanked_by=(
                "tom",
                "ines",
            ),
        ),
        Tip(
            "tom",
            "https://en.wikipedia.org/wiki/Table_of_keyboard_shortcuts",
            "Windows key + V keeps the last 25 things you copied. The rest I found in this table.",
            "shortcuts",
            thanked_by=("grace",),
        ),
        Tip(
            "ines",
            "https://www.deepl.com/translator",
            "Drafts a polite first answer in German. I still read it aloud before I send it.",
            "languages, email",
        ),
        Tip(
            "grace",
            "https://www.timeanddate.com/worldclock/meeting.html",
            "Shows everybody's office hours side by side before you propose a call.",
            "meetings, travel",
            thanked_by=("moderator",),
        ),
    ),
    question=Question(
        "ines",
        "How do you keep minutes while taking part?",
        "I am asked for my view in the same meeting where I write the minutes, and one of the "
        "two always suffers. I have tried recording, but nobody listens to it afterwards.",
        "meetings",
        "tom",
        "Write the decisions as headings before the meeting and fill in only who and by when. "
        "The rest is rarely read.",
    ),
)
