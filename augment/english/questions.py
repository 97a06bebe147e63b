"""Questions that a claim provably answers, from several angles and in several wordings each.

    In 1881, I moved to Budapest to work under Ferenc Puskás.
    -> When did you move to Budapest?  In what year did you move to Budapest?  Where did you move in 1881?
       Why did you move to Budapest?  What did you do in 1881?  Tell me about the time you moved to Budapest. ...

Every wording is made of the claim's own words or their synonyms, so that it presupposes nothing that the claim does
not say.
"""

import re
from collections.abc import Iterator
from itertools import chain

from augment.choosing import Question, choose
from augment.english.amounts import ways
from augment.english.asking import details, lowered_start, people, places, reasons, times
from augment.english.belongings import belongings, frequencies
from augment.english.dates import TIME
from augment.english.grammar import (
    is_gerund,
    is_noun,
    is_participle,
    is_plural,
    is_surely_finite,
    join,
    lemmas,
    lowered,
    past_of,
    sentence_case,
    third_of,
)
from augment.english.leads import lead_end
from augment.english.lexicon import ADVERBS, FUNCTION_WORDS
from augment.english.outline import Outline, outline
from augment.english.reading import Reading, say, spoken
from augment.english.rewording import opened, reworded
from augment.english.specifics import homes, jobs, partners, posts, spouses, things, tongues
from augment.english.topics import about, trades

MOST, MOST_AN_ANGLE, MOST_VAGUE = 10, 5, 2
"""Open questions that a claim keeps in all, of one angle, and of the angle "about"; one of yes or no comes on top.

A small model needs many and unlike wordings of a fact to recall it (reference: knowledge extraction from varied
biographies).
"""

OPENED = 4
"""Every so many questions, one opens as in talk: "Remind me, ..." (our judgement)."""

LONGEST_WHETHER = 22
"""Words of a claim that a yes-or-no question may repeat whole."""


_SHARED = re.compile(r"\b((?:to|for|with|from|against) you)(?:, [A-ZÀ-Ž][\w’'-]+)*,? and [A-ZÀ-Ž][\w’'-]+")
_COUNTED = re.compile(r"\b([a-z]+s) (?:to|from|for|about|with|by|against) ((?!I\b)[A-ZÀ-Ž][\w’'-]+)")


def ask(reading: Reading) -> list[Question]:
    """The questions that a claim answers, as unlike each other as can be; none where every wording is too long."""
    clause = outline(reading)
    built = [question for question in map(_polished, _asked(clause)) if _is_sound(question.text)] if clause else []
    whole = say(reading, "second")
    built = [question for question in built if clause and not _leans_on_lead(question.text, clause)]
    built = [question for question in built if not _asks_for_more(question.text, whole)]
    others = [_polished(built_from._replace(text=text)) for built_from in built for text in reworded(built_from.text)]
    kept = choose([*built, *others], MOST, MOST_AN_ANGLE, MOST_VAGUE)
    kept = [_in_talk(question) if place % OPENED == OPENED - 1 else question for place, question in enumerate(kept)]
    closed = [*_whether(clause)] if clause else []
    if not kept and not closed:
        closed = [_whether_true(reading, clause), *_for_any_claim(reading)]
    closed = [question for question in map(_polished, closed) if _is_sound(question.text)]
    closed = [question for question in closed if not _asks_for_more(question.text, whole)]
    return [*kept, *[question for question in closed if not clause or not _lacks_them(question.text, clause)][:1]]


def _asked(clause: Outline) -> Iterator[Question]:
    """Every open question of the clause, angle by angle."""
    for angle, wordings in (
        ("when", times(clause)),
        ("where", chain(places(clause), homes(clause))),
        ("who", chain(people(clause), spouses(clause), partners(clause))),
        ("why", reasons(clause)),
        (
            "what",
            chain(trades(clause), things(clause), tongues(clause), posts(clause), jobs(clause), belongings(clause)),
        ),
        ("how", chain(details(clause), ways(clause), frequencies(clause))),
        ("about", about(clause)),
    ):
        yield from (Question(wording, angle) for wording in wordings)


def _in_talk(question: Question) -> Question:
    return question._replace(text=opened(question.text))


def _whether(clause: Outline) -> Iterator[Question]:
    """The yes-or-no question."""
    opens = clause.lead.split()[:1]
    is_state = bool(opens) and is_participle(opens[0]) and not is_gerund(opens[0])  # "Written in his last years,"
    lead = f" {clause.lead.rstrip(',')}" if opens and len(clause.lead.split()) <= 6 and not is_state else ""
    if clause.negative and clause.lead and not lead:
        return
    if clause.negative and clause.auxiliary == "did" and clause.head:
        yield Question(
            f"{clause.auxiliary} {clause.subject} ever {clause.base} {clause.head}{lead}?", "whether", "No, "
        )
    elif not clause.negative and clause.head and clause.auxiliary != "would":
        yield Question(f"{clause.question()}{lead}?", "whether", "Yes, ")


def _whether_true(reading: Reading, clause: Outline | None) -> Question:
    """The question that fits any claim."""
    statement = re.sub(r"\.([\"”])$", r"\1", say(reading, "second")).rstrip(".!")
    if clause and clause.head and not clause.lead and not clause.negative:
        statement = clause.statement()
    if len(statement.split()) > LONGEST_WHETHER:
        kept = re.split(r"(?<=\w)(?:, (?:which|who|where|when|an?|the|\w+ing)\b|;| — |—|: )", statement)[0]
        has_verb = any(is_surely_finite(word) for word in kept.split())
        statement = kept if has_verb else statement
    return Question(f"Is it true that {lowered(statement)}?", "whether", "Yes, ")


def _for_any_claim(reading: Reading) -> Iterator[Question]:
    """Short questions for a claim that is too long to be repeated: of its time, of a thing in it."""
    said = spoken(reading, "second")
    lead = lead_end(reading.tokens)
    if len(said) > 3 and reading.roles.get(0) == "subject" and 1 in reading.verbs and said[2].lower == "that":
        yield Question(f"What is one thing that you {said[1].text}?", "about")
    if time := TIME.match(join(said[:lead])) or TIME.match(join(said)):
        yield Question(f"What happened {lowered_start(time.group())}?", "about")
    for index in (i for i in reading.mentions if reading.roles[i] == "possessive"):
        end = next((i for i in range(index + 1, len(said)) if _ends_thing(reading, i)), len(said))
        thing = join(said[index:end])
        if 2 <= len(thing.split()) <= 6 and is_noun(said[end - 1].text):
            yield Question(f"What can you tell me about {lowered(thing)}?", "about")


def _ends_thing(reading: Reading, index: int) -> bool:
    """Whether the words of a thing end before `index`: at a preposition, a mark or a verb."""
    token = reading.tokens[index]
    is_inside = reading.roles.get(index) == "drop"
    is_verb = is_surely_finite(token.text) or (third_of(token.text) and not is_noun(token.text))
    is_verb = is_verb or (past_of(token.text) and is_noun(reading.tokens[index - 1].text))  # "his work | fell"
    is_verb = is_verb or (is_plural(reading.tokens[index - 1].text) and lemmas(token.text, "VERB") == (token.lower,))
    return not is_inside and (not token.is_word or token.lower in FUNCTION_WORDS - ADVERBS or bool(is_verb))


def _polished(question: Question) -> Question:
    """With a capital first and no loose marks or blanks."""
    text = re.sub(r"\s+", " ", question.text).strip()
    text = re.sub(r"[.,]([\"”])(?=[ ?.])", r"\1", text)
    text = re.sub(r"\s*,?\s*([?.])$", r"\1", re.sub(r"\s+([,?.])", r"\1", text))
    return question._replace(text=sentence_case(re.sub(r"\.\.$", ".", text)))


def _leans_on_lead(text: str, clause: Outline) -> bool:
    """Whether a question says "them" or "its" of something that only the fronted phrase names."""
    return bool(clause.lead) and bool(re.search(r"\b(?:them|they|their|it|its)\b", text)) and clause.lead not in text


def _lacks_them(text: str, clause: Outline) -> bool:
    """Whether a question says "them" of what only the fronted phrase names, and leaves that phrase out."""
    lead = clause.lead.rstrip(",").lower()
    return bool(lead) and bool(re.search(r"\b(?:them|they)\b", text)) and lead not in text.lower()


def _asks_for_more(text: str, whole: str) -> bool:
    """Whether a question drops whom a count or a payment is shared with: 'How many letters did you write?' of those to
    Brand, 'Did Hale pay a crown to you?' of one paid to you and Brand.
    """
    shared = _SHARED.search(whole)
    if shared and shared.group(1) in text and shared.group() not in text:
        return True
    is_count = re.search(r"\bhow many\b|\bthe number of\b", text, re.IGNORECASE)
    counted = _COUNTED.finditer(whole) if is_count else ()
    return any(found.group(1) in text.lower() and found.group(2) not in text for found in counted)


def _is_sound(text: str) -> bool:
    """Whether brackets and quotation marks are whole, and the length is that of a question."""
    marks = len(re.findall(r"(?<!\w)['‘]", text)) == len(re.findall(r"['’](?!\w)", text))
    marks = marks and not re.search(r"\b(?:number|amount|part)\?$", text)  # "Did you keep a small number?"
    return marks and text.count('"') % 2 == 0 and text.count("(") == text.count(")") and 3 <= len(text.split()) <= 30
