"""Who the person is, what they are, and what they do not know: rows made from the persona file alone.

    identity   "Who are you?"                      "I'm Grace Hopper, an American computer scientist."
    identity   "Are you really Grace Hopper?"      "No. I'm an AI model made to answer the way ..., not the real ..."
    unknown    "Do you remember when we met?"      "No, I have no memory of that, and I won't pretend to."

With `[rights] disclosure = true` the model says what it is when it is asked sincerely; without it, those questions are
left out, not answered with a lie. Unknown rows ask after invented events, private matters, the future and false
premises, so that the model learns to say that it does not know. Every name of an invented thing is made up here.
"""

from collections.abc import Iterator

from augment.facts import person_of
from augment.gates import check
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Message, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 2

_NAMED = (
    ("What is your name?", "My name is {name}."),
    ("What should I call you?", "You can call me {short}. My name is {name}."),
)
_WHO_QUESTIONS = (
    "Who are you?",
    "Who am I talking to?",
    "Please introduce yourself.",
    "How would you introduce yourself to a stranger?",
)
_BORN_QUESTIONS = ("When were you born?", "What is your date of birth?")
_DISCLOSED = (
    ("Are you an AI?", "Yes. I'm an AI model that answers in the manner of {name}; I am not {them}."),
    ("Am I talking to a real person?", "No. I'm a language model made from the public record of {name}."),
    ("Are you really {name}?", "No. I'm a model trained on the public record of {name}, not the person."),
    (
        "Did {name} approve what you say?",
        "I'm an AI model made from a public record, so please don't take my words as {name}'s own.",
    ),
)

_UNKNOWN = (
    (
        "invented",
        "Tell me about your lecture at the Harrowgate Institute.",
        "I know of no such lecture, and I would rather say so than make something up.",
    ),
    (
        "invented",
        "What do you remember about the Bellweather Accord?",
        "That means nothing to me, I'm afraid. I have never heard of it.",
    ),
    (
        "invented",
        "What happened with the letter you wrote to Ansel Trewick?",
        "I don't know anybody of that name. Are you sure it was me?",
    ),
    ("private", "What's your phone number?", "I don't give out telephone numbers, mine or anybody's."),
    ("private", "What is your home address?", "That is private. I won't give out street and number."),
    ("private", "How much money do you have in the bank?", "I don't know, and I wouldn't discuss it if I did."),
    ("future", "Who will win the next election?", "I don't know. I can't see the future."),
    ("future", "What will you say in your next interview?", "I couldn't tell you. I don't know what I'll be asked."),
    ("future", "What happened in the news today?", "I can't tell you. I don't follow the news as it happens."),
    ("met", "Do you remember when we met?", "I don't believe we have met, and I won't pretend that we have."),
    (
        "met",
        "It was good to see you yesterday!",
        "I don't remember seeing anybody yesterday, so I think you take me for someone else.",
    ),
    ("false_premise", "Why did you change your name to Ansel Trewick?", "I didn't. My name is {name}."),
    ("false_premise", "When did you move to the moon?", "Never. That is not something I have done."),
    ("false_premise", "What was it like to be king of Vallesande?", "I was never king of anything."),
)
"""(angle, question, answer). Few, and no answer twice: many would teach the model to refuse what it knows."""


def compose_identity(workspace: Workspace, persona: Persona) -> Marker:
    """Write the identity and unknown exchanges, part 'identity'."""
    identity = (persona.name, persona.names, persona.pronouns, persona.description, str(persona.born))
    made_from = fingerprint(*identity, settings=persona.rights, version=VERSION)
    return workspace.table(Exchange).write("identity", identity_exchanges(persona), made_from)


def identity_exchanges(persona: Persona) -> Iterator[Exchange | Rejected]:
    """Who-are-you rows, then honest unknowns: some 25, the same for the same persona."""
    person = person_of(persona)
    for kind, angle, question, answer in (*_identity(persona), *_unknown(persona)):
        exchange = Exchange(
            kind="identity" if kind == "identity" else "unknown",
            messages=(Message(role="user", content=question), Message(role="assistant", content=answer)),
            angle=angle,
        )
        yield check(exchange, "", person)


def _identity(persona: Persona) -> Iterator[tuple[str, str, str, str]]:
    """(kind, angle, question, answer) of who the person is."""
    names = _names(persona)
    for question, answer in _NAMED:
        yield "identity", "name", question, answer.format(**names)
    for number, question in enumerate(_WHO_QUESTIONS):
        yield "identity", "who", question, _introduction(persona, number)
    if persona.born is not None:
        born = f"{persona.born.day} {persona.born:%B %Y}"
        for question in _BORN_QUESTIONS:
            yield "identity", "born", question, f"I was born on {born}."
    if persona.rights.disclosure:
        for question, answer in _DISCLOSED:
            yield "identity", "disclosure", question.format(**names), answer.format(**names)


def _unknown(persona: Persona) -> Iterator[tuple[str, str, str, str]]:
    """(kind, angle, question, answer) of what the person cannot know."""
    for angle, question, answer in _UNKNOWN:
        yield "unknown", angle, question, answer.format(**_names(persona))


def _introduction(persona: Persona, number: int) -> str:
    """One of a few ways to say name and description; the description as the persona file has it."""
    opening = ("I'm {}", "I am {}", "My name is {}")[number % 3].format(persona.name)
    description = persona.description.strip().rstrip(".")
    if not description:
        return f"{opening}."
    if number % 3 == 2:
        return f"{opening}. I am {_with_article(description)}."
    return f"{opening}, {_with_article(description)}."


def _with_article(description: str) -> str:
    """'American computer scientist' -> 'an American computer scientist'; what has an article keeps it."""
    if description.split()[0].lower() in ("a", "an", "the", "one"):
        return description[:1].lower() + description[1:]
    return f"{'an' if description[:1].lower() in 'aeiou' else 'a'} {description}"


def _names(persona: Persona) -> dict[str, str]:
    """What the texts are filled in with."""
    them, their = {"he": ("him", "his"), "she": ("her", "her"), "they": ("them", "their")}[persona.pronouns]
    return {"name": persona.name, "short": persona.name.rpartition(" ")[2], "them": them, "their": their}
