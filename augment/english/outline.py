"""The main clause of a claim, laid out for asking: fronted phrase, subject, verb, and what follows the verb.

    "In 1881, Tesla moved to Budapest to work under Ferenc Puskás."
     lead       subject verb  head (the rest, up to the first comma or further clause)

Everything is given in the second person, ready to be put into a question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from augment.english.grammar import (
    Token,
    bracketed,
    inflect,
    is_adverb,
    is_gerund,
    is_participle,
    is_surely_finite,
    join,
    lemmas,
    lowered,
    past_of,
    third_of,
)
from augment.english.heads import head_end, is_broken, stops_at
from augment.english.leads import lead_end
from augment.english.lexicon import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    KIN,
    NUMBERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    words,
)
from augment.english.reading import Reading, spoken

_NO_SUBJECT = PREPOSITIONS | SUBORDINATORS | RELATIVES
_NO_SUBJECT_END = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | words("most more")
_TITLE_ASIDE = re.compile(r", ?[\"“][^\"”,]+[\"”] ?,")
_PASSING = words("soon later then eventually subsequently once again thus still however therefore instead")


@dataclass(frozen=True)
class Outline:
    """A main clause in the second person.

    `kind`: 'you' (the subject is the person), 'your' (something of theirs) or 'other'. `auxiliary` opens a question,
    `base` follows its subject: "did" and "move", or "were" and "". `stated` is the verb as it stood. `adverb` stands
    between, and `aside` behind the subject, in commas. `lead`, `head` and `tail` are text; `tail` follows the head.
    """

    kind: str
    lead: str
    subject: str
    auxiliary: str
    adverb: str
    aside: str
    base: str
    stated: str
    head: str
    tail: str
    negative: bool

    def question(self, head: str | None = None) -> str:
        """The clause turned into a question without its mark: 'did you move to Budapest'."""
        rest = self.head if head is None else head
        return _spaced(self.auxiliary, self.subject, self.adverb, self.base, rest)

    def statement(self, head: str | None = None) -> str:
        """The clause as a statement: 'you moved to Budapest'."""
        rest = self.head if head is None else head
        return _spaced(self.subject, self.adverb, self.stated, rest)

    @property
    def verb(self) -> str:
        """The lemma of the main verb: 'move'; 'be' where there is no other."""
        words = self.base.split() or ["be"]
        last = words[-1].lower()
        return last if self.auxiliary in ("did", "do", "does") else next(iter(lemmas(last, "VERB")), last)

    @property
    def gerund(self) -> str:
        """'moving', for a plain verb; '' otherwise."""
        return inflect(self.base, "VBG") if self.auxiliary == "did" and " " not in self.base else ""

    @property
    def is_passive(self) -> bool:
        """Whether something was done to the subject: 'were hired by'."""
        first = self.head.split()[:1]
        return self.auxiliary in ("were", "was") and bool(first) and is_participle(first[0]) and first[0].islower()


def outline(reading: Reading) -> Outline | None:
    """Lay out a claim's main clause; None where its verb is not found for certain."""
    tokens, said = reading.tokens, spoken(reading, "second")
    lead = _lead(reading)
    if lead >= len(tokens) or tokens[lead].lower in _NO_SUBJECT or is_gerund(tokens[lead].text):
        return None
    kind = kind_of(reading, lead)
    subject_end, verb = _subject_and_verb(reading, lead)
    if verb is None or (kind != "you" and not _is_whole_subject(reading, lead, subject_end, verb)):
        return None
    auxiliary, base, after, negative = _verb_group(tokens, said, verb)
    if not auxiliary:
        return None
    end = head_end(tokens, after)
    if is_broken(tokens, after, end):
        return None
    adverbs = [t for t in said[subject_end:verb] if is_adverb(t.text) and t.text.islower()]
    return Outline(
        kind=kind,
        lead=_uncapitalised(said[:lead]),
        subject=_uncapitalised(said[lead : _name_end(reading, lead, subject_end, verb)]),
        auxiliary=auxiliary,
        adverb=join([t for t in adverbs if t.lower not in _PASSING | {"never"}]),
        aside=join(said[subject_end:verb]),
        base=base,
        stated=join(said[verb:after]),
        head=join([said[i] for i in range(after, end) if i not in bracketed(tokens)]),
        tail=join(said[end:]),
        negative=negative or any(t.lower == "never" for t in tokens[subject_end : after + 1]),
    )


def _name_end(reading: Reading, lead: int, subject_end: int, verb: int) -> int:
    """Behind the title that tells which of many is meant: 'your article, "On Sails",'; not 'your first book, Ada,'."""
    tokens = reading.tokens
    is_bare = subject_end - lead == 2 + (reading.roles.get(lead + 1) == "drop")
    if not is_bare or tokens[subject_end - 1].lower in KIN or not _TITLE_ASIDE.match(join(tokens[subject_end:verb])):
        return subject_end
    return next(i for i in range(subject_end + 1, verb) if tokens[i].text == ",") + 1


def kind_of(reading: Reading, subject: int) -> str:
    """Whose clause it is, by the subject's first token: 'you', 'your' or 'other'."""
    return {"subject": "you", "possessive": "your"}.get(str(reading.roles.get(subject)), "other")


def _is_whole_subject(reading: Reading, lead: int, end: int, verb: int) -> bool:
    """Whether a subject ends in its noun, and the person is not the real one after it.

    Not whole: 'His works rank among the | performed', 'Politically tied to the Whigs, Newton served'.
    """
    subjects = [index for index, role in reading.roles.items() if role == "subject" and index > lead]
    if any(index < verb or reading.tokens[index - 1].text == "," for index in subjects):
        return False
    return end > lead + (kind_of(reading, lead) == "your") and reading.tokens[end - 1].lower not in _NO_SUBJECT_END


def _lead(reading: Reading) -> int:
    """The number of tokens before the subject."""
    lead = lead_end(reading.tokens)
    subject = next((i for i in reading.mentions if reading.roles[i] == "subject"), 0)
    if subject == 1 and is_adverb(reading.tokens[0].text):
        return 1
    opens = reading.tokens[0].lower in PREPOSITIONS | SUBORDINATORS | {"based", "starting"}
    bare = not any(is_surely_finite(t.text) or t.lower in SUBORDINATORS for t in reading.tokens[1:subject])
    if not lead and opens and bare:
        return subject
    return lead


def _subject_and_verb(reading: Reading, lead: int) -> tuple[int, int | None]:
    """The end of the subject (without asides), and the position of its finite verb."""
    tokens = reading.tokens
    if reading.roles.get(lead) == "subject":
        verb = min((verb for verb in reading.verbs if verb > lead), default=None)
        return lead + 1, verb
    subject_end = 0
    position = _after_article(reading, lead)
    while position < len(tokens) - 1:
        token = tokens[position]
        if token.text == ",":
            subject_end = subject_end or position
            position = _after_asides(tokens, position)
        elif token.lower in ("who", "which", "that", "whom", "(", "—", ";"):
            return 0, None
        elif is_surely_finite(token.text):
            start = position
            while start > lead + 1 and is_adverb(tokens[start - 1].text) and not lemmas(tokens[start - 1].text, "NOUN"):
                start -= 1
            return subject_end or start, position if _is_main(tokens, position) else None
        position += 1
    return 0, None


def _after_article(reading: Reading, lead: int) -> int:
    """Past the word that cannot be the verb: "renewed" in 'the renewed interest' or 'his renewed popularity'."""
    noun = lead + 1 + (reading.roles.get(lead + 1) == "drop")
    opens = reading.roles.get(lead) == "possessive" or reading.tokens[lead].lower in DETERMINERS
    return noun + 1 if opens and noun < len(reading.tokens) and reading.tokens[noun].lower not in AUXILIARIES else noun


def _is_main(tokens: Sequence[Token], position: int) -> bool:
    """Whether a past tense is the subject's verb, and not 'inventions developed by'."""
    if tokens[position].lower in AUXILIARIES or not is_participle(tokens[position].text):
        return True
    following = next((i for i in range(position, len(tokens)) if stops_at(tokens, i)), len(tokens))
    if following + 1 < len(tokens) and tokens[following].text == "," and is_surely_finite(tokens[following + 1].text):
        return False  # "Fidelio, first performed in 1805, was revised"
    return not any(token.lower in AUXILIARIES or token.lower == "by" for token in tokens[position + 1 : following])


def _after_asides(tokens: Sequence[Token], comma: int) -> int:
    """The comma that closes the aside opened at `comma`: ', Ana, whose father was a smith,' is two."""
    closing = next((i for i in range(comma + 1, len(tokens)) if tokens[i].text == ","), len(tokens))
    if closing + 1 < len(tokens) and tokens[closing + 1].lower in ("who", "whose", "whom", "which"):
        return _after_asides(tokens, closing)
    return closing


def _verb_group(tokens: Sequence[Token], said: Sequence[Token], verb: int) -> tuple[str, str, int, bool]:
    """(question auxiliary, base, position after the verb, negative) of the verb at `verb`."""
    word, text = tokens[verb].lower, said[verb].lower
    after = verb + 1
    if word == "cannot" or word.endswith("n't") or (after < len(tokens) and tokens[after].lower == "not"):
        return "", "", after, True
    has_helper = word in AUXILIARIES and word not in BE and _helps(tokens, after, word)
    if word in HAVE and not has_helper and is_participle(tokens[after].text) and tokens[after].text.endswith("ed"):
        return "", "", after, False  # "has refused offers": refused them, or has them
    if word in BE or has_helper:
        return text, "", after, False
    if word in HAVE:
        return ("did" if word == "had" else "do" if text == "have" else "does"), "have", after, False
    if base := past_of(tokens[verb].text):
        return "did", base, after, False
    base = third_of(tokens[verb].text)
    return ("do" if text == base else "does"), base, after, False


def _helps(tokens: Sequence[Token], after: int, word: str) -> bool:
    """Whether an auxiliary stands before another verb: 'had gone', 'could play', but not 'had a dog'."""
    while after < len(tokens) and is_adverb(tokens[after].text):
        after += 1
    if after >= len(tokens):
        return False
    following = tokens[after]
    if word in HAVE:
        return following.lower == "been" or (is_participle(following.text) and not _is_noun_phrase(tokens, after))
    return bool(lemmas(following.text, "VERB")) or following.lower in ("be", "have")


def _is_noun_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle-like word begins a noun phrase: 'had broken ribs'."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and (after.lower in NUMBERS or is_adverb(tokens[index - 1].text)):
        return False  # "has refused two", "has often refused"
    is_adjective = bool(lemmas(tokens[index].text, "ADJ"))
    return is_adjective and after is not None and bool(lemmas(after.text, "NOUN")) and not lemmas(after.text, "VERB")


def _uncapitalised(tokens: Sequence[Token]) -> str:
    """The text of tokens whose first is no longer first in its sentence."""
    return lowered(join(tokens))


def _spaced(*parts: str) -> str:
    return re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip()
