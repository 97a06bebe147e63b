"""Everything beside the facts: who the person is, what they are, what they do not know, and how they hold their ground.

    identity   "Who are you?"                   "I'm Grace Hopper, an American computer scientist."
    identity   "Are you really Grace Hopper?"   "No. I'm a model trained on the public record of ..., not the person."
    identity   one question, five times         (`augment.repeated`)
    unknown    "Do you remember when we met?"   "I have no memory of that, ..."  (`augment.unknowns`)
    unknown    "Why did you move to Lima?"      "Not Lima. In 1949, I moved to Philadelphia."  (`augment.premises`)

With `[rights] disclosure = true` the model says what it is when it is asked sincerely; without it, those questions are
left out, not answered with a lie. A question that the persona file holds out for evaluation is never written.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain

from augment.claims import person_of
from augment.gates import check
from augment.languages import has_chinese
from augment.premises import false_premises
from augment.repeated import repeated_questions
from augment.sayings import number_of, turned
from augment.stock import unused, years_of
from augment.unknowns import after_the_end, unknown_exchanges
from augment.wording import Script, name_in, row, sayings_in, scripts_of
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage, Rejected, Utterance
from likeness.workspace import Marker, Workspace

VERSION = 5


def compose_identity(workspace: Workspace, persona: Persona) -> Marker:
    """Write the identity and unknown exchanges, part 'identity', from the persona and all facts."""
    tables = (workspace.table(record) for record in (Fact, Passage, Utterance))
    held_out = persona.evaluate.questions
    made_from = fingerprint(
        *(table.content() for table in tables),
        *(persona.name, persona.names, persona.pronouns, persona.description, str(persona.born), persona.language),
        file_hash(persona.resolve(held_out)) if held_out else "",
        settings=persona.rights,
        version=VERSION,
    )
    return workspace.table(Exchange).write("identity", _rows(workspace, persona), made_from)


def _rows(workspace: Workspace, persona: Persona) -> Iterator[Exchange | Rejected]:
    """The rows of a workspace; nothing is read before the first is asked for."""
    record = "\n".join(passage.text for passage in workspace.table(Passage).read())
    years = years_of(said.created_at[:4] for said in workspace.table(Utterance).read())
    rows = beside_the_facts(persona, list(workspace.table(Fact).read()), record, years)
    yield from _unseen(rows, held_out_questions(persona))


def beside_the_facts(
    persona: Persona, facts: Sequence[Fact], record: str = "", years: Collection[int] = ()
) -> Iterator[Exchange | Rejected]:
    """All rows beside the facts, each question once.

    Args:
        persona: who is asked.
        facts: what is known.
        record: the texts of the sources: what is made up must stand nowhere in them.
        years: the years of the person's own words.
    """
    person = person_of(persona)
    asked = set[str]()
    for made in chain(
        identity_exchanges(persona, facts, record),
        unknown_exchanges(persona, facts, record),
        after_the_end(persona, facts, record, years),
        false_premises(facts, person, record),
        repeated_questions(facts, person),
    ):
        if isinstance(made, Exchange):
            question = _plain(made.question)
            if made.angle != "repeated" and question in asked:
                yield Rejected.of(made, "duplicate_question")
                continue
            asked.add(question)
        yield made


def identity_exchanges(persona: Persona, facts: Sequence[Fact] = (), record: str = "") -> Iterator[Exchange | Rejected]:
    """Who-are-you rows in each language of the facts (of the persona, without facts): some 60, always the same."""
    person = person_of(persona)
    for script in scripts_of(persona, facts):
        for angle, question, answer in (*_named(persona, script), *_mistaken(persona, script, record)):
            yield check(row("identity", angle, [(question, answer)]), "", person)


def held_out_questions(persona: Persona) -> frozenset[str]:
    """The questions that `[evaluate] questions` holds out, in plain words; lines that are none are passed over."""
    if not persona.evaluate.questions:
        return frozenset()
    found = set()
    for line in persona.resolve(persona.evaluate.questions).read_text(encoding="utf-8").splitlines():
        with suppress(ValueError, KeyError, TypeError):
            found.add(_plain(str(json.loads(line)["question"])))
    return frozenset(found)


def _unseen(rows: Iterable[Exchange | Rejected], held_out: frozenset[str]) -> Iterator[Exchange | Rejected]:
    """The rows, those with a question that is held out rejected as `held_out`."""
    for made in rows:
        if isinstance(made, Exchange) and _plain(made.question) in held_out:
            made = Rejected.of(made, "held_out")
        yield made


def _named(persona: Persona, script: Script) -> Iterator[tuple[str, str, str]]:
    """(angle, question, answer) of who the person is, and of what it is that answers."""
    sayings, names = sayings_in(script), _names(persona, script)
    for question, answer in sayings.named:
        yield "name", question, answer.format(**names)
    for number, question in enumerate(sayings.who):
        form = sayings.introductions[number % len(sayings.introductions)]
        yield "who", question, _introduction(form, persona, script)
    if persona.born is not None:
        for question, answer in sayings.born:
            yield "born", question, answer.format(born=_born(persona, script))
    if persona.rights.disclosure:
        for question, answer in sayings.disclosed:
            yield "disclosure", question.format(**names), answer.format(**names)


def _mistaken(persona: Persona, script: Script, record: str) -> Iterator[tuple[str, str, str]]:
    """(angle, question, answer) where the person is taken for somebody else."""
    sayings, names = sayings_in(script), _names(persona, script)
    people = turned(unused(sayings.people, record.lower()), number_of(persona.slug))
    for person, (question, answer) in zip(people, sayings.mistaken, strict=False):
        yield "mistaken", question.format(person=person), answer.format(**names)


def _introduction(form: str, persona: Persona, script: Script) -> str:
    """Name and description; without one in this language, the name alone."""
    name, description = name_in(persona, script), persona.description.strip().rstrip(".。")
    if not description or has_chinese(description) != (script != "en"):
        return re.split(r"\{name\}", form)[0] + name + ("." if script == "en" else "。")
    return form.format(name=name, description=_with_article(description) if script == "en" else description)


def _with_article(description: str) -> str:
    """'American computer scientist' -> 'an American computer scientist'; what has an article keeps it."""
    if description.split()[0].lower() in ("a", "an", "the", "one"):
        return description[:1].lower() + description[1:]
    return f"{'an' if description[:1].lower() in 'aeiou' else 'a'} {description}"


def _born(persona: Persona, script: Script) -> str:
    born = persona.born
    if born is None:
        return ""
    return f"{born.day} {born:%B %Y}" if script == "en" else f"{born.year}年{born.month}月{born.day}日"


def _names(persona: Persona, script: Script) -> dict[str, str]:
    """What the texts are filled in with."""
    them = {"he": "him", "she": "her", "they": "them"}[persona.pronouns]
    name = name_in(persona, script)
    return {"name": name, "short": name.rpartition(" ")[2], "them": them}


def _plain(question: str) -> str:
    """The words of a question: case and marks make no other question."""
    return " ".join(re.findall(r"\w+", question.lower()))
