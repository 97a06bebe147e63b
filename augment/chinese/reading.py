"""Reads a sentence: its clauses, whose subject each one has, and which names and pronouns are the person.

    林望舒登上北山，繪製了地圖。其兄林遠病逝。    clause 1: person; 2: same (no subject of its own); 3: other (brother)

A pronoun is the person where the person is the topic and nobody else has come between; where that cannot be told it is
`unclear`, and the clause is refused later. Names inside quotation marks, and in the names of things, are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from augment.chinese.clauses import Clause, Subject, begins_predicate, find_clause, is_identity, is_owned
from augment.chinese.lexicon import LIVED, THINGS, TITLES, VERBS, either, longer
from augment.chinese.names import ambiguous, given_names, known, name_pattern, surnames
from augment.chinese.people import Other, find_others
from augment.chinese.script import plain
from augment.chinese.sentences import enclosed, split_clauses
from augment.person import Person

SUBJECT_REACH = 12
"""Characters from the beginning of a clause in which its subject is named (our judgement)."""

Whose = Literal["person", "other", "unclear"]

_NO_VERB = r"[^\W0-9A-Za-z在于获得任率是有被从向的了到入出为把将对使其他加接签访乘进攻建捐创参领]"
_THING = re.compile(
    rf"(?:{_NO_VERB}{{0,8}}?{either(longer(THINGS))}|{either(THINGS)}(?=[，。、；）」』”》的]|是|$))"
    r"(?!毕业|时期|时代|就读|期间)"
)
_NAMED = re.compile(
    r"(?:命名为|名为|名叫|称为|改名|取名|起名|更名|叫做|叫|称作|名字?是|又名|别名|本名|原名|小?字|号|又称|通称|昵称|暱称|法号|谥号?)[「“]?$"
)
_TITLE = re.compile(either(TITLES))
_LIVES = re.compile(rf"{either(LIVED)}|与[^，]{{1,16}}(?:结婚|成婚|离婚|订婚)")
_GIVEN = re.compile("[令使让命逼将把对向给替派](?=$)")
"""Before a 其 that is an object, so not the subject itself."""
_DONE_TO = re.compile(
    r"(?:要求|请求|命令|命|派|任命|劝说?|说服|邀请|告知|通知|帮助|阻止|逼|迫使|称|对|给|向|把|将|与|替|让|令)$"
)
"""Before an object that is never the subject itself."""
_OBJECT_OF = re.compile(rf"(?:[对给为与和被把将让令使向跟由以]|{either(VERBS)})了?$")
_PRONOUN = {"he": "他", "she": "她", "they": "他她"}
_NOTHING = re.compile(r"[A-Za-z .'’\-]{0,40}(?:\s*（[^）]*）)*\s*")
_NO_PRONOUN = re.compile(r"其他|他人(?!生)|他国|吉他|他日|利他|他处|他乡|他族|犹他|排他|[他她它]们|他者|他方|马耳他")
_LISTED = re.compile(rf"[与和跟](?:(?!{either(longer(VERBS))})[^，])*[·、](?:(?!{either(longer(VERBS))})[^，])*$")
_CONTRASTED = re.compile("[不非][^，]{1,8}而[^，]{0,2}$")
_NO_ITS = re.compile(
    r"其[他她它中后间实次余时年]|其一[，是]|[尤极与何任莫]其(?=[，是他实后])|[尤极]其|[米摩斯]其|土耳其|其人"
)


@dataclass(frozen=True)
class Mention:
    """A name or pronoun, and whether it is the person, somebody else, or cannot be told."""

    start: int
    end: int
    kind: Literal["name", "pronoun", "its"]
    whose: Whose = "person"


@dataclass(frozen=True)
class Topic:
    """Who was spoken of last.

    Attributes:
        is_person: the person, perhaps with others.
        rivals: somebody since who could be meant by the same pronoun.
        continues: the person was the subject of the last clause, so that the next may leave it out.
        kin: the person's relations were, so that 'the father' is the person's.
    """

    is_person: bool = False
    rivals: bool = False
    continues: bool = False
    kin: bool = False


@dataclass(frozen=True)
class Reading:
    """A sentence read: `text` as written, `flat` in the plain form; `page` shows the script if the sentence cannot."""

    text: str
    flat: str
    clauses: list[Clause]
    mentions: list[Mention]
    others: list[Other]
    after: Topic = field(default_factory=Topic)
    page: str = ""

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of the sentence."""
        return [mention for mention in self.mentions if start <= mention.start < end]


def read(text: str, person: Person, topic: Topic, names: frozenset[str] = frozenset()) -> Reading:
    """Read one sentence.

    Args:
        text: the sentence.
        person: whom it may be about.
        topic: who was spoken of before it.
        names: more names of the person, in the plain form, that the page has introduced.
    """
    flat = plain(text)
    own = find_own(flat, person, names)
    pronouns = list(_find_pronouns(flat, person, own))
    others = find_others(flat, [(mention.start, mention.end) for mention in own])
    mentions = sorted([*own, *pronouns], key=lambda mention: mention.start)
    starts = {mention.start: mention.end for mention in mentions if mention.kind != "its"}
    clauses = [find_clause(flat, span, starts) for span in split_clauses(flat)]
    return _Resolver(flat, person, others, topic).resolve(text, clauses, mentions)


def find_own(flat: str, person: Person, extra: frozenset[str] = frozenset()) -> list[Mention]:
    """The places where a plain text names the person, not inside quotation marks, and not in a thing's name."""
    names = known(person) | extra
    hyphened = {form for name in names for form in re.findall(rf"(?<!\w)\w{{1,4}}-{re.escape(name)}", flat)}
    hyphened |= {form for name in names for form in re.findall(rf"\w{{2}}-{re.escape(name)}", flat) if not hyphened}
    pattern = name_pattern((names - ambiguous(flat, names)) | hyphened, given_names(person), surnames(person))
    inside = enclosed(flat)
    return [
        Mention(match.start(), match.end(), "name")
        for match in pattern.finditer(flat)
        if match.group() and inside[match.start()] in ("", "（") and not is_thing(flat, match.start(), match.end())
    ]


def is_thing(flat: str, start: int, end: int) -> bool:
    """Whether a name is part of what something is called ("诺尔德奖"), or is given as a name ("命名为诺尔德")."""
    return bool(_NAMED.search(flat, 0, start)) or bool(_THING.match(flat, end) and not is_owned(flat, end))


def _find_pronouns(flat: str, person: Person, own: list[Mention]) -> Iterator[Mention]:
    """Every pronoun of the person's kind, and 其, outside quotation marks."""
    inside = enclosed(flat)
    barred = {place for pattern in (_NO_PRONOUN, _NO_ITS) for m in pattern.finditer(flat) for place in range(*m.span())}
    barred |= {place for mention in own for place in range(mention.start, mention.end)}
    for place, character in enumerate(flat):
        if place not in barred and inside[place] in ("", "（") and character in _PRONOUN[person.pronouns] + "其":
            yield Mention(place, place + 1, "its" if character == "其" else "pronoun", "unclear")


def _is_named_ahead(clauses: list[Clause], mentions: list[Mention]) -> bool:
    """Whether the clause that a sentence's settings wait for has the person's name as its subject."""
    main = next((clause for clause in clauses if clause.subject != "frame"), None)
    names = {mention.start for mention in mentions if mention.kind == "name"}
    return main is not None and main.subject == "person" and main.head in names


class _Resolver:
    """Goes through a sentence's clauses and says of each pronoun whose it is."""

    def __init__(self, flat: str, person: Person, others: list[Other], topic: Topic) -> None:
        self.flat, self.others, self.topic = flat, others, topic
        self.by_kind = {"pronoun": [o for o in others if o.may_be(person.pronouns)], "its": others}
        self.subject: Subject | None = "person" if topic.continues else None
        self.named = topic.is_person
        self.last_person = -1

    def resolve(self, text: str, clauses: list[Clause], mentions: list[Mention]) -> Reading:
        """The reading, with the topic that it leaves behind."""
        self.named |= not self.topic.rivals and _is_named_ahead(clauses, mentions)
        known_mentions: list[Mention] = []
        known_clauses: list[Clause] = []
        for clause in clauses:
            inside = [mention for mention in mentions if clause.start <= mention.start < clause.end]
            if known_clauses and self._closes_span(clause, known_clauses[-1]):
                clause, known_clauses[-1] = replace(clause, subject="other"), replace(known_clauses[-1], binds=True)
            clause = self._retyped(clause, known_clauses, mentions, inside)
            if clause.subject == "other" or clause.has_own:
                self.subject = "other"
            if self.subject is None and self._lives(clause):
                self.subject = "person"
            subject = next((m for m in inside if m.start == clause.head and clause.subject == "person"), None)
            known_mentions.extend(self._heard(inside, clause, subject))
            known_clauses.append(self._clause(clause, subject))
        return Reading(text, self.flat, known_clauses, known_mentions, self.others, self._after(known_clauses))

    def _lives(self, clause: Clause) -> bool:
        """Whether a clause without a subject tells what only people do, of the one who is spoken of."""
        alone = self.topic.is_person and not self.topic.rivals
        return alone and clause.subject == "same" and bool(_LIVES.match(self.flat, clause.core, clause.end))

    def _retyped(self, clause: Clause, before: list[Clause], mentions: list[Mention], inside: list[Mention]) -> Clause:
        """The clause with what only its neighbours show of it."""
        if clause.subject == "other" and self._is_predicate(clause, before, mentions):
            return replace(clause, subject="same", is_nominal=not before)
        if before and clause.subject == "other" and self._goes_on_listing(clause, before[-1]):
            return replace(clause, subject="same")
        opens = all(one.is_frame for one in before) and not inside
        if clause.is_kin and opens and (self.topic.continues or self.topic.kin):
            return replace(clause, is_kin_of_person=True)
        if clause.subject == "same" and self._is_about_another(clause):
            return replace(clause, subject="other")
        return clause

    def _goes_on_listing(self, clause: Clause, before: Clause) -> bool:
        """Whether a clause only goes on with whom the person did something: 'with A, B, and C founded ...'."""
        listed = _LISTED.search(self.flat, before.start, before.end)
        named = any(other.start == clause.core and other.kind == "name" for other in self.others)
        return before.whose == "person" and named and listed is not None

    def _heard(self, inside: list[Mention], clause: Clause, subject: Mention | None) -> Iterator[Mention]:
        """A clause's mentions with whose they are; each may decide about those behind it."""
        for mention in inside:
            resolved = self._resolved(mention, clause, mention is subject)
            self.named |= resolved.whose == "person"
            if mention is subject:
                self.subject = "person" if resolved.whose == "person" else "other"
                self.last_person = clause.start if self.subject == "person" else self.last_person
            yield resolved

    def _is_predicate(self, clause: Clause, before: list[Clause], mentions: list[Mention]) -> bool:
        """Whether a clause follows one that is nothing but the person's name: 'Nord, a botanist, ...'."""
        if not before:
            return self.topic.continues and is_identity(self.flat) and not mentions
        if before[-1].whose == "person" and is_identity(self.flat[clause.start : clause.end]):
            return True
        if not before[-1].is_explicit:
            return False
        end = next(mention.end for mention in mentions if mention.start == before[-1].head)
        return bool(_NOTHING.fullmatch(self.flat, end, before[-1].end))

    def _closes_span(self, clause: Clause, before: Clause) -> bool:
        """Whether two clauses are 'from the time when ..., to the time when ...'."""
        return self.flat[clause.start] in "到至" and self.flat[before.start] in "从自"

    def _is_about_another(self, clause: Clause) -> bool:
        """Whether a clause that opens with a verb is about somebody named behind 的: 'the scholar So-and-so ...'."""
        if self.last_person >= 0 or self.flat[clause.core : clause.core + 1] in ("被", "把", "将", "与"):
            return False
        behind = [other for other in self.others if clause.core < other.start and self.flat[other.start - 1] == "的"]
        return any(o.end == clause.end or begins_predicate(self.flat, o.end) for o in behind)

    def _clause(self, clause: Clause, subject: Mention | None) -> Clause:
        """The clause with the subject it turned out to have."""
        if self.subject == "person" and clause.subject in ("person", "same"):
            self.last_person = clause.start
        known: Subject = self.subject or "other"
        resolved = known if clause.subject in ("person", "same") else clause.subject
        return replace(clause, whose=resolved, is_explicit=subject is not None)

    def _resolved(self, mention: Mention, clause: Clause, is_subject: bool) -> Mention:
        if mention.kind == "name":
            return mention
        rivals = [other for other in self.by_kind[mention.kind] if other.start < mention.start]
        if mention.kind == "its" and _CONTRASTED.search(self.flat, 0, mention.start):
            return mention
        if mention.kind == "its":
            titles = _TITLE.finditer(self.flat, 0, mention.start)
            rivals += [Other(match.start(), match.end(), "title") for match in titles]
        decide = self._as_subject if is_subject or mention.start == clause.core else self._as_object
        return replace(mention, whose=decide(mention, clause, rivals))

    def _as_subject(self, mention: Mention, clause: Clause, rivals: list[Other]) -> Whose:
        """The subject goes on with the subject before; else it is the person where nobody else was spoken of."""
        is_topic = self.last_person >= 0 or self.topic.continues
        if mention.kind == "its" and (rivals or self.topic.rivals or not is_topic):
            return "unclear"
        if self.subject == "person" and (self.last_person >= 0 or not self.topic.rivals):
            return "person"
        if self.named and not rivals and not self.topic.rivals:
            return "person"
        return "other" if rivals and self.subject == "other" and not self.named else "unclear"

    def _as_object(self, mention: Mention, clause: Clause, rivals: list[Other]) -> Whose:
        """An object is not its clause's own subject; a possessor may be anybody who was spoken of."""
        if mention.kind == "its" and self.subject != "person":
            return "unclear"
        if mention.kind == "its" and _GIVEN.search(self.flat, 0, mention.start):
            return "other" if rivals else "unclear"
        owns = is_owned(self.flat, mention.end)
        if self.subject == "person" and not owns and _DONE_TO.search(self.flat, 0, mention.start):
            return "other" if rivals else "unclear"
        if not rivals and not self.topic.rivals:
            return "person" if self.named else "unclear"
        if self.subject == "other" and not owns and self.named and _OBJECT_OF.search(self.flat, 0, mention.start):
            alone = all(clause.start <= rival.start for rival in rivals) and len(rivals) == 1
            return "person" if alone else "unclear"
        return "unclear"

    def _after(self, clauses: list[Clause]) -> Topic:
        """The topic that the sentence leaves."""
        last = next((clause for clause in reversed(clauses) if clause.whose != "frame"), None)
        later = [clause for clause in clauses if clause.start > self.last_person and clause.whose == "other"]
        blocked = any(self._has_rival(clause) for clause in later)
        if self.last_person >= 0:
            return Topic(True, blocked, not later, last is not None and last.is_kin)
        kin = bool(last and last.is_kin and (self.topic.continues or self.topic.kin))
        return Topic(self.named, self.named and (blocked or self.topic.rivals), False, kin)

    def _has_rival(self, clause: Clause) -> bool:
        """Whether somebody else may be the clause's subject."""
        reach = range(clause.core, clause.core + SUBJECT_REACH)
        return clause.subject == "other" and any(rival.start in reach for rival in self.by_kind["pronoun"])
