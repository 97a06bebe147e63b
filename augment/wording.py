"""In which language a person is spoken with, and how a text of that language becomes a row.

script   "en", "zh-Hans" or "zh-Hant": that of the facts, and of the persona where there are none
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal

from augment.chinese.sayings import SAYINGS as CHINESE
from augment.chinese.sayings import TRADITIONAL
from augment.chinese.script import is_traditional
from augment.english.grammar import sentence_case
from augment.english.sayings import SAYINGS as ENGLISH
from augment.gates import check
from augment.languages import has_chinese, is_chinese, language_of
from augment.person import Person
from augment.sayings import Sayings
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Rejected, messages_of

Script = Literal["en", "zh-Hans", "zh-Hant"]
Kind = Literal["identity", "unknown"]

LEAST_SHARE = 0.2
"""A language in which fewer of the facts are gets no rows of its own (our judgement)."""

_TRADITIONAL_TAGS = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


@cache
def sayings_in(script: Script) -> Sayings:
    """The texts of a script."""
    if script == "en":
        return ENGLISH
    return CHINESE if script == "zh-Hans" else _translated(CHINESE)


def scripts_of(persona: Persona, facts: Iterable[Fact] = ()) -> list[Script]:
    """The scripts to speak in, the one of most facts first.

    The persona's language counts where there are no facts, and where it is not English, which is only the default.
    English stands for every language that has no texts here.
    """
    found = Counter(fact_scripts(facts).values())
    scripts = [script for script, count in found.most_common() if count >= LEAST_SHARE * found.total()]
    own = _named_script(persona.language)
    return scripts if own in scripts or (scripts and own == "en") else [*scripts, own]


def fact_scripts(facts: Iterable[Fact]) -> dict[str, Script]:
    """The script of each fact by its id; all Chinese ones have that of most of their characters together.

    A claim too short to tell its language is English: nothing else but Chinese is read for facts.
    """
    claims = {fact.id: fact.claim for fact in facts}
    in_chinese = {name for name, claim in claims.items() if is_chinese(claim)}
    chinese = script_of("".join(claim for name, claim in claims.items() if name in in_chinese))
    return {name: chinese if name in in_chinese and chinese else "en" for name in claims}


def script_of(text: str) -> Script | None:
    """The script of a text, None for a language without texts here; Chinese that is both counts as simplified."""
    language = language_of(text)
    if language != "zh":
        return language
    return "zh-Hant" if is_traditional(text) else "zh-Hans"


def name_in(persona: Persona, script: Script) -> str:
    """The person's name in a script, if an alias has it; else the name itself."""
    known = (persona.name, *persona.names)
    return next((name for name in known if has_chinese(name) == (script != "en")), persona.name)


def row(kind: Kind, angle: str, turns: Iterable[tuple[str, str]], facts: Iterable[Fact] = ()) -> Exchange:
    """A conversation of questions and answers, not yet checked; `facts` are those that it tells."""
    messages = messages_of((sentence_case(question), sentence_case(answer)) for question, answer in turns)
    ids = tuple(fact.id for fact in facts)
    return Exchange(kind=kind, angle=angle, messages=messages, facts=ids, parents=ids)


def is_true(fact: Fact, question: str, answer: str, angle: str, person: Person) -> bool:
    """Whether a question and its answer pass every gate that a row about this fact has to pass."""
    plain = Exchange(kind="fact", angle=angle, messages=messages_of([(question, answer)]), facts=(fact.id,))
    return not isinstance(check(plain, fact.quote, person), Rejected)


def _named_script(language: str) -> Script:
    tag = language.lower().replace("_", "-")
    if tag.startswith(_TRADITIONAL_TAGS):
        return "zh-Hant"
    return "zh-Hans" if tag.startswith("zh") else "en"


def _translated(value: Any) -> Any:
    """Texts in traditional characters, at any depth; what is filled in later is not touched."""
    if isinstance(value, str):
        return value.translate(TRADITIONAL)
    if isinstance(value, tuple):
        return tuple(map(_translated, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _translated(getattr(value, field.name)) for field in fields(value)})
    return value
