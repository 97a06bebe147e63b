"""Questions about what is the person's: their relatives, their works, their firms and houses.

My second book, The Patience of Gears, won the Harbour Prize in 2013.
-> What is your second book called?  Which prize did your second book win?
"""

import re
from collections.abc import Iterator

from augment.english.asking import NAME, is_kin, without_time
from augment.english.grammar import is_participle, is_plural
from augment.english.lexicon import OCCUPATIONS, words
from augment.english.outline import Outline

_LOCATED = re.compile(
    rf"^(?P<what>[a-z ]+?) (?:at|in) (?:the |an? )?(?:[a-z]+ )*(?:{NAME}|school|university|church|hospital)$"
)
_PRIZE = re.compile(r"the (?:[\w’'-]+ )*(?P<sort>[Pp]rize|[Aa]ward|[Mm]edal)\b")
_STATES = words("be have can could would may might must should do")
_LASTING = words(
    "located situated based known called named considered made divided entered inspired "
    "confirmed influenced dedicated marked characterized characterised regarded described noted held"
)
_OFTEN = re.compile(r"(?P<before>.+?) (?:once|twice|(?:two|three|four|five|six|many|several) times)\b")


def belongings(clause: Outline) -> Iterator[str]:
    """What, of a clause whose subject is something or somebody of the person's."""
    if clause.kind != "your" or clause.negative or not clause.head:
        return
    yield from _name(clause)
    if is_kin(clause):
        yield from _kin(clause)
    elif clause.auxiliary in ("was", "is") and re.match(rf"(?:the|an?) |{NAME}", clause.head):
        yield f"What {clause.auxiliary} {clause.subject}?"
    if prize := _PRIZE.match(clause.head) if clause.verb in ("win", "receive", "earn", "get") else None:
        yield f"Which {prize['sort'].lower()} did {clause.subject} {clause.base}?"
        yield f"What did {clause.subject} {clause.base}?"
        yield f"What honour did {clause.subject} bring you?"
    if clause.is_passive and clause.head.split()[0] not in _LASTING and not is_plural(clause.subject.split()[-1]):
        yield f"What happened to {clause.subject}?"


def frequencies(clause: Outline) -> Iterator[str]:
    """How often, of what happened twice or three times."""
    often = _OFTEN.match(clause.head)
    if often and not clause.negative and clause.kind in ("you", "your") and clause.auxiliary in ("was", "were", "did"):
        yield from (
            f"How often {clause.question(often['before'])}?",
            f"How many times {clause.question(often['before'])}?",
        )


def _name(clause: Outline) -> Iterator[str]:
    """What it is called, from the name between commas behind it."""
    if is_plural(clause.subject.split()[-1]) or not re.match(rf", {NAME}(?: (?:and|&) {NAME})? ?,", clause.aside):
        return
    now = "is" if clause.auxiliary in ("is", "does") else "was"
    yield from (f"What {now} {clause.subject} called?", f"What {now} the name of {clause.subject}?")
    if clause.subject.split()[-1] in ("book", "memoir", "novel", "album", "film", "play", "opera", "autobiography"):
        yield f"What is the title of {clause.subject}?"


def _kin(clause: Outline) -> Iterator[str]:
    """What a relative did or was."""
    head, time = without_time(clause)
    subject, verb = clause.subject, clause.verb
    role = re.match(r"(?:an?|the) (?:[\w-]+ )*?(\w+)(?= (?:of|at|in|from|and|for)\b|$)", head)
    if role and role.group(1) in OCCUPATIONS and (clause.auxiliary in ("was", "is") or verb == "become"):
        now = "is" if clause.auxiliary == "is" else "was"
        yield f"What {'does' if now == 'is' else 'did'} {subject} do for a living?"
        yield from (
            f"What {now} {subject}'s job?",
            f"What {now} {subject}'s occupation?",
            f"What kind of work did {subject} do?",
        )
    if verb == "become":
        yield f"What did {subject} become?"
    if clause.auxiliary not in ("did", "does") or verb in _STATES or is_participle(head.split()[0] if head else ""):
        return
    if located := _LOCATED.match(head) if not time else None:
        does = clause.auxiliary
        yield from (f"What {does} {subject} {clause.base}?", f"Where {does} {subject} {clause.base} {located['what']}?")
        if verb == "teach":
            yield from (f"What subject {does} {subject} teach?", f"What {does} {subject} do for a living?")
