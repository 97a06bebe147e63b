"""The same question in other words: synonyms of verbs, everyday words for relatives, and openings of talk.

    "When did you buy the mill?"  -> "When did you purchase the mill?", "Remind me, when did you buy the mill?"

A rewording never asks for more: the answer to the question answers it as well. Not handled: idioms.
"""

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from augment.english.grammar import inflect, lowered
from augment.english.lexicon import words

_SYNONYMS = """
move to: relocate to, go to live in          relocate to: move to              emigrate to: move to, go to live in
buy: purchase, acquire                       purchase: buy                     acquire: get, obtain
start: begin                                 begin: start                      found: set up, start, establish
establish: set up, found                     resign from: leave, quit, step down from
retire from: leave                           marry: get married to          enroll at: become a student at
publish: bring out                           write: author, pen                win: get, receive
receive: get, be given                       build: construct, put together    construct: build
invent: come up with, devise                 devise: come up with              repair: fix, mend
mend: repair, fix                            restore: do up, renovate          graduate from: get your degree from
refuse: turn down, decline                   reject: turn down                 return to: go back to, come back to
meet: get to know                            pay for: finance, fund            present: host
contract: fall ill with, come down with      demonstrate: show                attend: go to
design: plan, draw up
learn: pick up, master                       join: enter, become part of       die: pass away
discover: find                               create: make                      travel to: go to
sell: part with                              break: fracture
abandon: give up                             give up: abandon, let go of       hire: employ, take on
befriend: become friends with, make friends with                               help: assist
"""
_MEANT: dict[str, str] = {
    "write": r"(?:an? |your |the |several |many |two |three |[\"“])(?!letter|note|plea)",
    "present": r"(?:the|a) (?:[\w-]+ )?(?:radio|television|series|programme|program|show)",
    "die": r"(?:in|on|at|\?)",
    "break": r"your (?:\w+ )?(?:leg|arm|hand|wrist|ankle|collarbone|foot|ribs?|hip|knee)\b",
    "design": r"(?:an? |the |your |several |two |seven )",
    "learn": r"[A-Z]",
    "join": r"the (?:[A-Z]\w+ )+|the [a-z]+\b",
    "begin": r"(?:\w+ing|your|the|an?) ",
    "start": r"(?:\w+ing|your|the|an?) ",
    "found": r"(?:an?|the|your|[A-Z])",
    "win": r"(?:an?|the) (?:[\w’'-]+ )*(?:[Pp]rize|[Aa]ward|[Mm]edal|scholarship)",
    "receive": r"(?:an?|the|your) ",
    "restore": r"(?:the|an?|your) (?:[\w’'-]+ )*(?:house|mill|lighthouse|church|castle|farm|chapel|tower|building)",
    "meet": r"[A-Z]",
    "sell": r"(?:your|the|an?) ",
    "contract": r"(?:cholera|malaria|typhus|typhoid|tuberculosis|polio|measles|smallpox|pneumonia)",
    "help": r"[A-Z]|your ",
    "discover": r"(?:the|an?) ",
    "create": r"(?:the|an?|your) ",
    "pay for": r"(?:your|the) (?:studies|education|journey|training)",
    "reject": r"(?:the|an?) (?:[\w-]+ )?(?:offer|proposal|prize|award|invitation|post)",
    "refuse": r"(?:the|an?|two|three|several|honorary)\b",
    "attend": r"(?:the )?[A-Z]",
    "hire": r"(?:you\b|[A-Z]|an? )",
    "publish": r"(?:an?|your|the) ",
}
"""What must follow a verb for its synonyms to mean the same; verbs that are not here mean it everywhere."""
_WORDS = (
    ("father", "dad"), ("mother", "mum"), ("mother", "mom"), ("children", "kids"), ("elder", "older"),
    ("your spouse", "your partner in marriage"), ("Which", "What"), ("for a living", "for work"),
    ("In what year", "In which year"), ("In what year", "What year"), ("On what date", "On which day"),
    ("Where do you come from", "Where are you from"),
)  # fmt: skip
_OPENINGS = (
    "Remind me, {}", "Tell me, {}", "I'd love to know: {}", "One thing I always wanted to ask: {}",
    "Just out of curiosity, {}", "For our readers: {}", "May I ask, {}", "Sorry to pry, but {}", "So {}",
    "Our listeners would like to know: {}",
)  # fmt: skip


_NO_AUXILIARY = "".join(rf"(?<!\b{word} )" for word in sorted(words("are were have had can could do did will would")))


def reworded(question: str) -> Iterator[str]:
    """The question with one verb or one word changed for another; none where no change is safe."""
    for verb, synonyms in _table().items():
        for form in ("base", "past", "participle", "gerund"):
            found = _pattern(verb, form).search(question)
            if found and re.match(_MEANT.get(verb, ""), question[found.end() :].lstrip()):
                for synonym in synonyms:
                    if form == "base" and synonym.startswith("be "):
                        continue  # "did you be given"
                    yield question[: found.start("verb")] + _bent(synonym, form) + question[found.end("verb") :]
    for word, other in _WORDS:
        if re.search(rf"\b{word}\b(?!['’]s book)", question):
            yield re.sub(rf"\b{word}\b(?!['’]s book)", other, question)


def opened(question: str) -> str:
    """The question as it comes up in talk: 'Remind me, when ...?'; always the same opening for the same question."""
    if "tell me" in question:
        return question
    opening = _OPENINGS[zlib.crc32(question.encode()) % len(_OPENINGS)]
    return (
        opening.format(lowered(question))
        if re.match(r"(?:When|Where|Who|Why|How|What|Which)\b", question)
        else question
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    entries = (entry.split(": ") for entry in re.split(r" {2,}|\n", _SYNONYMS) if entry)
    return {verb: tuple(synonyms.split(", ")) for verb, synonyms in entries}


@lru_cache(maxsize=500)
def _pattern(verb: str, form: str) -> re.Pattern[str]:
    """The verb where it is sure to be one: behind "did you", "you", "have you" or "about"."""
    before = {
        "base": r"\bd(?:id|o) (?:you|your \w+) (?:ever )?",
        "past": rf"{_NO_AUXILIARY}\b[Yy]ou ",
        "participle": r"\bhave you ",
        "gerund": r"\b(?:about|for) ",
    }
    return re.compile(rf"{before[form]}(?P<verb>{_bent(verb, form)})(?=[ ?.])")


def _bent(phrase: str, form: str) -> str:
    """A verb phrase in one form: 'set up' -> 'set up', 'setting up'."""
    verb, _, rest = phrase.partition(" ")
    if verb == "be":
        bent = {"base": "be", "past": "were", "participle": "been", "gerund": "being"}[form]
    else:
        bent = verb if form == "base" else inflect(verb, {"past": "VBD", "participle": "VBN", "gerund": "VBG"}[form])
    return f"{bent} {rest}".strip()
