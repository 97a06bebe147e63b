"""What a clause tells in general: what was done, made or happened, and invitations to tell of it.

"In 1898, I demonstrated a radio-controlled boat ..."
-> What did you do in 1898?  What did you demonstrate in 1898?
   Tell me about the time you demonstrated a radio-controlled boat.
"""

import re
from collections.abc import Iterator

from augment.english.asking import NAME, is_kin, is_one_name, lowered_start, without_time
from augment.english.dates import MONTH
from augment.english.grammar import is_gerund, is_participle, lemmas
from augment.english.lexicon import AUXILIARIES, HAPPENING, KIN, MAKING, MOTION, NUMBERS, SAYING, STATIVE, TRADES, words
from augment.english.outline import Outline

_OCCASION = re.compile(
    r"(?:during|after|before|upon|while|when|shortly after|soon after|as a|at (?:the )?age)\b"
    r"|at the (?:end|beginning|start) of\b"
)
_THING = re.compile(
    r"(?:your|the) (?:[\w'’-]+ )*?[\w'’-]+"
    r"(?= (?:in|at|to|for|by|with|on|from|as|that|and(?! [A-ZÀ-Ž])|into|during)\b|$)"
    rf"|{NAME}$"
)
_LACKS_YEAR = re.compile(rf"(?:in|on|during|by|around) (?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}})?")
_HABIT = re.compile(r"\b(?:every|each|per|often|daily|weekly|many|most of)\b")
"""What is done again and again has no "time that you did it"."""
_SERVED = words("drink take eat like serve paint dye keep leave")
_MORTAL = words("body remains corpse ashes skeleton")
"""Nobody is invited to tell of their own: only what became of it is asked."""
_MADE = re.compile(r"(?:a|an|the|your|several|many|over|around|[A-ZÀ-Ž\d])\b")


def trades(clause: Outline) -> Iterator[str]:
    """What the person does for a living."""
    if clause.kind == "you" and clause.auxiliary in ("were", "are") and _is_trade(clause.head) and not clause.lead:
        do = "do" if clause.auxiliary == "are" else "did"
        yield from ("What is your profession?", f"What {do} you do for a living?", f"What kind of work {do} you do?")
        yield from (f"What {clause.auxiliary} you by trade?", f"How {do} you earn your bread?")


def about(clause: Outline) -> Iterator[str]:
    """Every general wording of a clause."""
    head, time = without_time(clause)
    if clause.kind == "you" and not clause.negative:
        yield from _doings(clause, head, lowered_start(time or _moment(clause.lead)).rstrip(","))
        yield from _being(clause, head)
        yield from _telling(clause, head)
    if clause.kind == "your":
        yield from _of_subject(clause)
    if clause.kind != "you" and not clause.negative:
        yield from _events(clause, lowered_start(time or _moment(clause.lead)).rstrip(","))
    if clause.kind == "you" and clause.negative and clause.auxiliary == "did" and clause.aside == "never":
        yield "What is one thing that you never did?"
    if clause.kind == "other" and is_one_name(clause.subject):
        yield f"What can you tell me about {clause.subject}?"
    if thing := _object(clause, head):
        yield f"What can you tell me about {thing}?"


def _doings(clause: Outline, head: str, when: str) -> Iterator[str]:
    """What did you do, make, say; what happened to you. `when` is a time or occasion, '' if none is told."""
    when = "" if _LACKS_YEAR.fullmatch(when) else when
    if clause.is_passive or clause.verb in HAPPENING:
        if when and not re.match(r"from |between ", when) and not re.match(r"born\b", head):
            yield f"What happened to you {when}?"
    elif when and clause.auxiliary == "did" and clause.verb not in STATIVE | SAYING:
        yield f"What did you do {when}?"
    if clause.verb in MAKING and _MADE.match(head):
        yield f"What did you {clause.base} {when}?" if when else f"What is one thing that you {clause.stated}?"
    if clause.verb in SAYING and clause.auxiliary == "did" and re.match("(?:that|to|you) ", head):
        yield f"What is one thing that you {clause.stated}?"


def _events(clause: Outline, when: str) -> Iterator[str]:
    """What happened then, of what others did, or what was done to the person's things."""
    when = "" if _LACKS_YEAR.fullmatch(when) else when
    happened = clause.auxiliary == "did" or clause.is_passive
    if when and happened and clause.verb not in STATIVE | SAYING and not re.match(r"from |between ", when):
        yield f"What happened {when}?"


def _being(clause: Outline, head: str) -> Iterator[str]:
    """What the person is, is known for, and their family."""
    if clause.auxiliary in ("were", "are") and "best known for" in clause.head + clause.tail:
        yield f"What {clause.auxiliary} you best known for?"
    if clause.auxiliary in ("were", "are") and _is_trade(head) and not clause.lead:
        yield "How would you describe yourself?"
    if clause.verb == "have" and KIN & set(head.split()) and re.match(r"(?:an?|one|two|three|four|five) ", head):
        yield "Tell me about your family."


def _telling(clause: Outline, head: str) -> Iterator[str]:
    """Invitations to tell of an event; a state, a thought or one's death is none."""
    told = clause.auxiliary == "did" and clause.verb not in STATIVE | SAYING | {"die"}
    if told and head and not head.startswith("that "):
        if not _HABIT.search(head):
            yield f"Tell me about the time {clause.statement(head)}."
        if clause.gerund and not re.match(r"\w+ing\b|to ", head):
            yield f"What can you tell me about {clause.gerund} {head}?"


def _of_subject(clause: Outline) -> Iterator[str]:
    """About something or somebody of the person's: 'your patents', 'your father'."""
    if clause.subject.split()[-1] not in _MORTAL:
        yield f"Tell me about {clause.subject}."
        yield f"What can you tell me about {clause.subject}?"
    if is_kin(clause) and clause.auxiliary == "was" and _is_trade(clause.head):
        yield f"What did {clause.subject} do for a living?"


def _object(clause: Outline, head: str) -> str:
    """The thing that a definite object names, 'your scholarship' or 'the Tesla coil'; '' if there is none."""
    thing = _THING.match(head)
    if thing is None or clause.kind != "you" or clause.auxiliary not in ("did", "do"):
        return ""
    parts = thing.group().split()
    if clause.verb in _SERVED and len(parts) > 2 and lemmas(parts[-1], "ADJ") and lemmas(parts[-2], "NOUN"):
        return ""  # "your tea black"
    is_long_enough = 3 - (parts[0] != "the") <= len(parts) <= 7
    is_verbal = any(is_gerund(part) or part in AUXILIARIES | NUMBERS for part in parts) or is_participle(parts[-1])
    is_noun = bool(lemmas(parts[-1], "NOUN")) or parts[-1][:1].isupper()
    return thing.group() if is_long_enough and is_noun and not is_verbal and clause.verb not in MOTION | SAYING else ""


def _moment(lead: str) -> str:
    """A fronted phrase of time or occasion that can follow "what did you do": 'after the war started'."""
    short = len(lead.split()) <= 9 and "not" not in lead.split()
    return lead if short and _OCCASION.match(lowered_start(lead)) else ""


def _is_trade(head: str) -> bool:
    """Whether "was a ..." names an occupation."""
    parts = head.split()
    return parts[:1] in (["a"], ["an"]) and any(part in TRADES for part in parts)
