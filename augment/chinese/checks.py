"""The checks of Chinese answers that need no language model, behind the gates.

    is_first_person    我; or an answer too short to need it ("1943年。")
    find_leak          the person's own name, or 他 or 她, for the person's self
    find_unsupported   what the evidence does not carry, cheapest first
    find_mismatch      an answer of another kind than its question asks for

Texts in simplified and traditional characters are compared in their plain form. Where the words of an answer are others
than the evidence's, nothing here can tell a paraphrase from an invention: that is `entailment_undecided`.
"""

import re
from collections.abc import Iterator, Sequence

from augment.chinese.check_answers import find_mismatch
from augment.chinese.check_clauses import Part, evidence_parts, home_of, told_parts
from augment.chinese.people import find_others
from augment.chinese.reading import Topic, find_own, read
from augment.chinese.script import plain
from augment.chinese.sentences import enclosed, split_sentences
from augment.chinese.values import DATE_UNITS, DatePart, find_date_parts, find_numbers
from augment.person import Person

__all__ = ["find_leak", "find_mismatch", "find_unsupported", "is_first_person"]

LONGEST_WITHOUT_SELF = 16
"""Characters. Who talks longer speaks of himself (as for English, our judgement)."""
LEAST_SUPPORTED, LEAST_KNOWN = 0.8, 0.34
"""The share of an answer's pairs of characters that the evidence must have, and that an addition lacks (tuned on the
answers of the rules, and on the same with a clause of another answer put in)."""

_SELF = re.compile("我|咱|俺|本人|在下|鄙人")
_INTRODUCED = re.compile("我是|我叫|我的?名字|名叫|叫我|称我|人称|叫做|原名|本名|署名|我姓")
_NEGATION = re.compile(
    "不|没|未(?=[能曾必经有得敢及获被取成见受加出入参结婚])|无(?=[法人力意权子须需缘奈从])|[并绝决]非|否认|拒绝"
)
_NO_NEGATION = re.compile(
    "不[久断仅但少同过论管料一得禁朽满惜幸列莱勒丹里伦]|没收|没落|沉没|出没|淹没|莫不|无不|不得不|未婚[妻夫]|除非"
)
_REASON = re.compile("因为|由于|为了|因(?![此而])")
_PASSIVE = re.compile("被|为[^，]{1,8}所|遭|受(?!伤|洗|命)")


def is_first_person(answer: str) -> bool:
    """Whether an answer is told by the person, or is too short to need it."""
    flat = plain(answer)
    inside = enclosed(flat)
    if any(not inside[match.start()] for match in _SELF.finditer(flat)):
        return True
    return len(re.sub(r"\W", "", flat)) <= LONGEST_WITHOUT_SELF and not re.search("[他她]", flat)


def find_leak(answer: str, person: Person) -> str | None:
    """The person's name or pronoun where 我 should stand; a name in a thing's name or in an introduction is none."""
    flat = plain(answer)
    for mention in find_own(flat, person):
        line = flat[flat.rfind("\n", 0, mention.start) + 1 : mention.start]
        if not _INTRODUCED.search(re.split("[。！？]", line)[-1]):
            return answer[mention.start : mention.end]
    for span in split_sentences(answer):
        reading = read(answer[span.start : span.end], person, Topic())
        for mention in reading.mentions:
            if mention.kind == "pronoun" and not find_others(flat[: span.start + mention.start], []):
                return reading.text[mention.start : mention.end]
    return None


def find_unsupported(answer: str, evidence: str, question: str, person: Person) -> Iterator[tuple[str, str]]:
    """What an answer says beyond its evidence, cheapest first: (reason code, what).

    Args:
        answer: in the first person.
        evidence: one or more sentences about the person in the third person; quotes are parted by line breaks.
        question: what was asked; its names and numbers may be taken up.
        person: who speaks.
    """
    known = f"{evidence}\n{question}"
    yield from (("unsupported_date", detail) for detail in _new_dates(answer, known))
    yield from _new_numbers(answer, known)
    yield from (
        ("unsupported_name", detail)
        for detail in _new_names(answer, f"{known}\n{person.name}\n{''.join(person.names)}")
    )
    parts = evidence_parts(evidence, person)
    for told in told_parts(answer):
        home = home_of(told, parts)
        if home is not None:
            yield from _against(told, home)
    yield from _added(answer, evidence, question, person)


def _new_dates(answer: str, known: str) -> Iterator[str]:
    """Years, months and days that no date of the evidence has together."""
    dates = [_bare(date) for date in find_date_parts(known)]
    numbers = {number.value for number in find_numbers(known)}
    for date in find_date_parts(answer):
        lasting = len(date) == 1 and date[0].number in numbers
        if not any(_bare(date) <= one for one in dates) and not lasting:
            yield "".join(f"{part.number:g}{part.unit}" for part in date)


def _bare(date: Sequence[DatePart]) -> frozenset[tuple[float, str]]:
    """A date without its era: answers name the era once."""
    return frozenset((part.number, part.unit) for part in date)


def _new_numbers(answer: str, known: str) -> Iterator[tuple[str, str]]:
    """Numbers that the evidence has not, and those that it has of something else."""
    had = list(find_numbers(known))
    flat = re.sub(r"\s", "", plain(known))
    for number in find_numbers(answer):
        alike = [
            one for one in had if one.value == number.value and (one.unit in DATE_UNITS) == (number.unit in DATE_UNITS)
        ]
        if plain(number.written).replace(" ", "") in flat or any(one.unit == number.unit for one in alike):
            continue
        yield ("entailment_undecided" if alike else "unsupported_number"), number.written


def _new_names(answer: str, known: str) -> Iterator[str]:
    """Names of people and works, and Latin words, that neither evidence nor question has."""
    flat, had = plain(answer), re.sub(r"\s", "", plain(known)).lower()
    for other in find_others(flat, []):
        if other.kind == "name" and not _is_known(flat[other.start : other.end], had):
            yield answer[other.start : other.end]
    for match in re.finditer(r"《([^》]+)》|([A-Za-z][A-Za-z'’\-]+)", flat):
        name = next(group for group in match.groups() if group)
        if re.sub(r"\s", "", name).lower() not in had:
            yield answer[match.start() : match.end()]


def _is_known(name: str, had: str) -> bool:
    """Whether a name stands in the evidence: of a dotted one the last part, as more may stand before the first."""
    if "·" in name:
        return f"·{name.rpartition('·')[2]}" in had or name.rpartition("·")[2] in had
    return name in had or bool(re.search(rf"{re.escape(name[:2])}(?:[，。、的与和]|$)", had))


def _against(told: Part, home: Part) -> Iterator[tuple[str, str]]:
    """What a clause of the answer turns round that its clause of the evidence has."""
    says = len(re.sub("[0-9年月日我了]", "", told.flat)) > 1
    if says and _is_negated(told.flat) != _is_negated(home.flat):
        yield "contradicted", told.flat
    shared = [name for name in told.names if name in home.names]
    if shared and told.has_self and home.has_self:
        passive = bool(_PASSIVE.search(told.flat)) != bool(_PASSIVE.search(home.flat))
        turned = told.is_before(shared[0]) != home.is_before(shared[0])
        if passive != turned and len(told.names) == 1:
            yield "swapped_roles", told.flat
    if told.opens_with_self and home.other and home.other not in told.flat and not _PASSIVE.search(told.flat):
        yield "wrong_subject", told.flat


def _is_negated(flat: str) -> bool:
    return len(_NEGATION.findall(_NO_NEGATION.sub("", flat))) % 2 == 1


def _added(answer: str, evidence: str, question: str, person: Person) -> Iterator[tuple[str, str]]:
    """Clauses whose words the evidence has not, and reasons that it does not give."""
    had = {pair for part in [*evidence_parts(evidence, person), *told_parts(question)] for pair in part.pairs}
    if (
        _REASON.search(plain(answer))
        and not _REASON.search(plain(f"{evidence}{question}"))
        and "以" not in plain(evidence)
    ):
        yield "invented_detail", (_REASON.search(plain(answer)) or re.match("", "")).group()  # type: ignore[union-attr]
    for told in told_parts(answer):
        share = sum(pair in had for pair in told.pairs) / len(told.pairs) if told.pairs else 1.0
        if share < LEAST_KNOWN and len(told.pairs) > 2:
            yield "invented_detail", told.flat
        elif share < LEAST_SUPPORTED:
            yield "entailment_undecided", told.flat
