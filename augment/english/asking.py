"""What can be asked of one clause about its time, place, people, reason and amount.

Each function yields wordings of one angle, none if the clause does not answer it. What a clause tells in general is
asked in `augment.english.topics`.
"""

import re
from collections.abc import Iterator

from augment.english.dates import AGE, TIME, has_day, has_one_year
from augment.english.grammar import is_gerund, is_participle, is_plural, lemmas
from augment.english.lexicon import KIN, MOTION, NOT_A_PERSON, NUMBERS, PLACED, words
from augment.english.outline import Outline

NAME = r"[A-ZÀ-Ž][\w.'’-]*(?: (?:(?:of|the|de|van|von|&|and) )*[A-ZÀ-Ž][\w.'’-]*)*"
"""A capitalised phrase, as one name."""
_PLACE = re.compile(rf"(?:^| )(?:in|at|to|near) (?:the (?:city|town|village|University) of )?(?:the )?{NAME}$")
_LONG = re.compile(
    r"\bfor (?:(?:about|nearly|almost|over|more than|another|some|several|many) )?(?:[\w-]+ ){0,2}"
    r"(?:days?|weeks?|months?|years?|hours?|decades?)\b(?! of\b)"
)
_PRICE = re.compile(r"\bfor (?:about |over |nearly )?(?:US|C|A)?[$£€][\d,.]+(?: (?:thousand|million|billion))?$")
_BY = re.compile(rf" by (?:[a-z]+ )?((?:{NAME}))$")
_BEHIND_NAME = re.compile(rf", {NAME}(?: (?:and|&) {NAME})?, ({TIME.pattern})\.?$")
_RAISED = re.compile(r"(?:raised|educated|buried)\b")
_MONEY = r"(?:pounds?|dollars?|euros?|francs?|marks?)"
_MEETING = words("marry meet befriend succeed divorce")
_COMPLETE = words("die marry retire graduate resign emigrate")
"""Verbs that need nothing after them."""
_AT = re.compile(r"at (?:\d{1,2}|[a-z]+(?:-[a-z]+)?),?")


def times(clause: Outline) -> Iterator[str]:
    """When, in what year, on what date, how old."""
    head, time = without_time(clause)
    head = "born" if re.match(r"born\b", head) else head
    short = shortened(clause, head)
    if time and not clause.negative and clause.auxiliary != "had" and (head or clause.verb in MOTION | _COMPLETE):
        yield f"When {clause.question(head)}?"
        if short != head:
            yield f"When {clause.question(short)}?"
        yield from _dated(clause, short, time)
        if clause.kind == "you" and head != "born" and clause.verb != "die":
            yield from _recalled(clause, short, time)
        elif clause.kind == "your":
            yield f"When was it that {clause.statement(head)}?"


def shortened(clause: Outline, head: str) -> str:
    """The head without a role, companion, means, price or aim behind its object: 'the mill' of 'the mill for $9'."""
    has_aim = clause.verb in MOTION | {"buy", "join"} and clause.auxiliary == "did"
    if has_aim and (journey := _before_aim(head)):
        return journey
    aim = "|to [a-z]+ " if has_aim else ""
    thing = re.match(rf"((?:the|your|an?|{NAME})\b.*?) (?:as an? |with |by \w+ing |for [\w ]+ {_MONEY}${aim})", head)
    if thing is None or clause.kind != "you" or clause.auxiliary != "did":
        return head
    last = thing.group(1).split()[-1]
    return head if is_gerund(last) or (is_participle(last) and not lemmas(last, "NOUN")) else thing.group(1)


def places(clause: Outline) -> Iterator[str]:
    """Where, for verbs of going, living, working, and for birth."""
    head, time = without_time(clause)
    if clause.negative or clause.kind != "you":
        return
    if re.match(r"born\b", head):
        yield from _birthplace(head)
        return
    place = _PLACE.search(head)
    if place is None or not (_RAISED.match(head) or (clause.verb in PLACED and clause.auxiliary == "did")):
        return
    rest, when = head[: place.start()], lowered_start(time or clause.lead).rstrip(",")
    is_vague = not when and (clause.verb in MOTION or not rest) and not _RAISED.match(head)
    has_aim = re.search(r"\b(?:to|for|with|from|as|of)$|\bto [a-z]+\b", rest)
    if not is_vague and not has_aim:
        yield f"Where {clause.question(rest)} {when}?"
        yield f"Do you remember where {clause.statement(rest)} {when}?"
        if place.group().strip().startswith("to "):
            yield f"What place {clause.question(rest)} to {when}?"
            yield f"{clause.statement(rest)} {when}. Where to?"
        elif clause.verb not in MOTION:
            yield f"What place was it where {clause.statement(rest)} {when}?"


def people(clause: Outline) -> Iterator[str]:
    """Who did it, whom it was done by or with, who a relative is."""
    head, time = without_time(clause)
    when = lowered_start(time)
    if clause.kind == "other" and is_one_name(clause.subject) and not clause.negative and re.search(r"\byour?\b", head):
        yield f"Who {clause.adverb} {clause.stated} {head} {when}?"
    by = _BY.search(clause.head)
    if by and clause.kind != "other" and clause.is_passive and _is_person_name(by.group(1)):
        if " " not in clause.head[: by.start()].strip():  # not "Who were you attended until your death by?"
            yield f"Who {clause.question(clause.head[: by.start()])} by?"
        yield f"By whom {clause.question(clause.head[: by.start()])}?"
    if clause.kind == "you" and clause.verb in _MEETING and re.match(NAME, clause.head):
        yield f"Who did you {clause.base} {when}?"
    if clause.kind == "your" and is_kin(clause) and clause.auxiliary in ("was", "is"):
        yield f"Who {clause.auxiliary} {clause.subject}?"
        yield f"{clause.subject}: who {clause.auxiliary} that?"
    if clause.kind == "your" and is_kin(clause) and re.match(rf", {NAME} ?,", clause.aside):
        yield f"What {'is' if clause.auxiliary in ('is', 'does') else 'was'} {clause.subject}'s name?"


def reasons(clause: Outline) -> Iterator[str]:
    """Why: from "because", and from the aim of a journey."""
    if clause.negative or clause.kind != "you" or not clause.head:
        return
    head = without_time(clause)[0]
    if re.match(r",? ?because ", clause.tail):
        yield f"Why {clause.question(head)}?"
        yield from (f"What was the reason why {clause.statement(head)}?", f"{clause.statement(head)}. Why?")
        if clause.gerund:
            yield from (f"How come {clause.statement(head)}?", f"What made you {clause.base} {head}?")
    if clause.verb not in MOTION:
        return
    if journey := _before_aim(clause.head):
        yield f"Why {clause.question(journey)}?"
        if clause.gerund:
            yield from (
                f"What was your reason for {clause.gerund} {journey}?",
                f"{clause.statement(journey)}. What for?",
            )
    elif re.match(r", to [a-z]+ ", clause.tail):
        yield f"Why {clause.question(head)}?"


def _before_aim(head: str) -> str:
    """'to Paris' of 'to Paris to study physics'; '' where no aim follows a goal."""
    aim = re.search(r"(?:^| )(?:in order )?to (\w+)", head)
    while aim and lemmas(aim.group(1), "VERB") != (aim.group(1),):
        aim = re.compile(r" (?:in order )?to (\w+)").search(head, aim.end())
    journey = head[: aim.start()] if aim else ""
    return journey if re.search(r"\b(?:to|from|for|home)\b|\b[A-Z]", journey) else ""


def details(clause: Outline) -> Iterator[str]:
    """How long, how many, how much, how tall."""
    if clause.negative:
        return
    if clause.kind == "you" and AGE.search(clause.lead + " " + clause.head):
        plain = TIME.sub("", AGE.sub("", clause.head))
        yield from _aged(clause, bare(plain))
    elif clause.kind == "you" and _AT.fullmatch(lowered_start(clause.lead)) and _is_age(clause.lead):
        yield from _aged(clause, bare(clause.head))
    if (long := _LONG.search(clause.head)) and clause.head[: long.start()].strip():
        yield f"How long {clause.question(bare(clause.head[: long.start()] + clause.head[long.end() :]))}?"
    if (price := _PRICE.search(clause.head)) and clause.head[: price.start()].strip():
        yield f"How much {clause.question(clause.head[: price.start()])} for?"
        yield f"For how much {clause.question(clause.head[: price.start()])}?"
    if clause.kind == "you" and re.match(r"\d.*\b(?:feet|cm|metres|meters|inches)\b", clause.head):
        yield f"How tall {clause.question('')}?"


def without_time(clause: Outline) -> tuple[str, str]:
    """(the head without its time, the time), the time from the front if it stands there; '' where there is not one."""
    lead, inside = TIME.findall(clause.lead), list(TIME.finditer(clause.head))
    head = bare(AGE.sub(" ", clause.head))
    if len(inside) == 1 and not lead:
        inside = list(TIME.finditer(head))
        span = inside[0].span() if inside else (0, 0)
        follows = head[span[1] :].strip()
        if inside and not _belongs_elsewhere(head[: span[0]].strip()):
            return bare(head[: span[0]] + " " + follows), inside[0].group()
    if len(lead) == 1 and not inside and re.fullmatch(rf"{re.escape(lead[0])},?(?: {AGE.pattern})?,?", clause.lead):
        return head, lead[0]
    if not lead and not inside and (behind := _BEHIND_NAME.match(clause.tail)):
        return head, behind.group(1)
    return head, ""


def _belongs_elsewhere(before: str) -> bool:
    """Whether a time tells of something else than the main verb: 'a set of variations written | in 1791'."""
    last = before.split()[-1] if " " in before else ""
    return bool(re.search(r"\bto \w+$|\babout$|\bthat\b", before)) or (is_participle(last) and not lemmas(last, "NOUN"))


def is_one_name(subject: str) -> bool:
    """Whether a subject is one capitalised name and not "the ..."."""
    return bool(re.fullmatch(NAME, subject)) and not re.search(r"\band\b|,", subject)


def is_kin(clause: Outline) -> bool:
    """Whether the subject is one relative of the person: 'your older brother'."""
    noun = clause.subject.split()[-1]
    return bool(re.fullmatch(r"your (?:\w+ )?\w+", clause.subject)) and noun in KIN and not is_plural(noun)


def lowered_start(text: str) -> str:
    """A fronted phrase for the end of a question: 'In 1881,' -> 'in 1881,'."""
    return text[:1].lower() + text[1:]


def _recalled(clause: Outline, head: str, time: str) -> Iterator[str]:
    """When, in the words of talk: what is known first, then what is asked."""
    told = clause.statement(head)
    yield f"Do you remember when {told}?"
    yield from (f"{told}. When was that?", f"I read that {told}. When did that happen?", f"Can you say when {told}?")
    if has_one_year(time):
        yield from (f"What year was it when {told}?", f"{told}. In which year?")


def _dated(clause: Outline, head: str, time: str) -> Iterator[str]:
    if head == "born" and clause.kind == "you" and has_day(time):
        yield from ("What is your date of birth?", "When is your birthday?", "On which day do you have your birthday?")
    if has_one_year(time):
        yield f"In what year {clause.question(head)}?"
    if has_day(time):
        yield f"On what date {clause.question(head)}?"


def _birthplace(head: str) -> Iterator[str]:
    if re.search(rf"\b(?:in|at|near) (?:the (?:city|town|village) of )?{NAME}", head):
        yield from ("Where were you born?", "What is your birthplace?", "Where do you come from?")
        yield from ("Which place are you a native of?", "Your birth: where was that?", "Where does your story begin?")


def _aged(clause: Outline, head: str) -> Iterator[str]:
    """How old, at what age."""
    yield from (f"How old were you when {clause.statement(head)}?", f"At what age {clause.question(head)}?")
    yield from (
        f"What was your age when {clause.statement(head)}?",
        f"{clause.statement(head)}. How old were you then?",
    )
    yield f"How many years old were you when {clause.statement(head)}?"


def _is_age(lead: str) -> bool:
    """Whether "at nine" has a number and no more."""
    return bool(set(re.findall(r"[a-z]+", lead.lower())) & NUMBERS or re.search(r"\d", lead))


def _is_person_name(name: str) -> bool:
    """Whether a name has two parts or more, none of them of a place or an institution."""
    parts = name.split()
    return len(parts) > 1 and not NOT_A_PERSON & set(parts)


def bare(text: str) -> str:
    """The text without loose blanks and commas."""
    return re.sub(r"\s+", " ", text).strip(" ,")
