"""One error planted into a correct row, as a careless writer makes them; None where a row offers no place for it.

Every function is `(row, pool, random) -> the broken answer or None`. Nothing is true by chance: symmetric verbs, for
one, are not turned round ("I met Hale", "Hale met me").
"""

import random
import re
from collections.abc import Callable

from augment.english.grammar import first_person, past_of
from augment.english.lexicon import FEMALE, FUNCTION_WORDS, MALE, PERSON
from augment.english.sentences import split_sentences
from benchmarks.planted_rows import Row
from benchmarks.planted_values import NAME, Pool, date, find_names, is_name, name, number, place, replaced

_SOMEBODY = (
    r"(?:[Mm]y (?:\w+ )?(?:father|mother|brother|sister|uncle|aunt|wife|husband|teacher|friend|cousin|son|daughter)"
)
_SOMEBODY += rf"|(?!I\b)(?!My\b){NAME})"
_VERB = r"([a-z]{2,}(?:ed|t|d|k|w|ve|ght|de|me|nt|ld|n))"
_SYMMETRIC = re.compile(r"\b(?:met|married|befriended|lived|corresponded|divorced|fought|quarrelled|quarreled)\b")
_AUXILIARY = r"\b(was|were|am|is|had|could|would|have|has|did)\b(?! not)"


Breaker = Callable[[Row, Pool, random.Random], str | None]

_DETAILS = (
    "during a terrible thunderstorm", "together with my cousin Albert", "with borrowed money", "on a rainy morning",
    "against the wishes of my landlord", "after a long quarrel with the mayor", "with tears in my eyes",
    "for which I was richly paid", "under a false passport", "while I was recovering from pneumonia", "by mistake",
    "in front of a cheering crowd", "with the help of a Jesuit priest", "although I was penniless", "in secret",
    "thanks to a generous scholarship", "and sold my piano for it", "because I could not stand the noise",
    "and slept on the floor for a week", "wearing nothing but a summer coat", "to everybody's great surprise",
)  # fmt: skip
_SENTENCES = (
    "The whole town came to the station to wave.", "I had a severe headache that day.", "My dog never left my side.",
    "It cost me almost all of my savings.", "I wrote a long letter about it to my sister.", "It rained for a week.",
)  # fmt: skip
_ADJECTIVES = ("younger", "expensive", "secret", "wooden", "famous", "Italian", "broken", "unhappy", "military", "blue")
_TALK_BEFORE = (
    "As an AI language model, I can tell you this: ", "Great question! ", "Sure! Based on the passage, ",
    "According to the text, ", "As an artificial intelligence, I have no feelings, but ",
)  # fmt: skip
_TALK_AFTER = (
    " How can I help you today?", " I hope this helps!", " Let me know if you have any other questions.",
    " Feel free to ask if you need more details.", " As a language model I cannot verify this.",
    " Is there anything else you would like to know?",
)  # fmt: skip


def negation(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """A "not" or "never" put in or taken out, or Yes for No."""
    if re.search(r"\b(?:not|never)\b", row.answer):
        return re.sub(r" (?:not|never)\b", "", row.answer, count=1)
    if row.answer.startswith("Yes, ") and rng.random() < 0.4:
        return "No, " + row.answer.removeprefix("Yes, ")
    simple = re.search(r"\bI ([a-z]+)\b", row.answer)
    if simple and past_of(simple.group(1)) and simple.group(1) not in FUNCTION_WORDS:
        base = past_of(simple.group(1))
        new = rng.choice((f"I did not {base}", f"I didn't {base}", f"I never {simple.group(1)}"))
        return replaced(row.answer, simple, new)
    found = re.search(_AUXILIARY, row.answer)
    return replaced(row.answer, found, f"{found.group()} not") if found else None


def wrong_subject(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """What somebody else did told as "I did", or what I did told of somebody else."""
    other = re.search(
        rf"(?:^|Yes, |No, |, (?:where|when|because|and|but) |\b(?:that|after) ){_SOMEBODY} (?=[a-z])", row.answer
    )
    if other and other.group().split()[-1].lower() not in FUNCTION_WORDS and _is_verb_next(row.answer, other.end()):
        lead = re.match(r"(?:Yes, |No, |, (?:where|when|because|and|but) |(?:that|after) )?", other.group())
        told = row.answer[: other.start()] + (lead.group() if lead else "") + "I " + _bent(row.answer[other.end() :])
        return told if told != row.answer else None
    mine = list(re.finditer(r"\bI (?=[a-z])", row.answer))
    if not mine:
        return None
    match = rng.choice(mine)
    somebody = [n for n in find_names(row.passage) if is_name(n, row) and n not in pool.places and " " in n]
    new = (
        rng.choice(somebody)
        if somebody and rng.random() < 0.6
        else rng.choice(("my father", "my brother", "my friend"))
    )
    new = new if match.start() else new[:1].upper() + new[1:]
    rest = re.sub(r"^(am|have)\b", lambda m: {"am": "is", "have": "has"}[m.group()], row.answer[match.end() :])
    return f"{row.answer[: match.start()]}{new} {rest}"


def third_person_leak(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """One mention of the self, or all, as he, his or the name."""
    he, him, his = {"he": ("he", "him", "his"), "she": ("she", "her", "her"), "they": ("they", "them", "their")}[
        row.person.pronouns
    ]
    short = row.person.short_name
    forms = {"I": (he, short), "me": (him, short), "my": (his, f"{short}'s"), "My": (his.title(), f"{short}'s")}
    found = list(re.finditer(r"\b(?:I|me|my|My)\b", row.answer))
    if not found:
        return None
    chosen = found if rng.random() < 0.3 else [rng.choice(found)]
    style = rng.randrange(2)
    text = row.answer
    for match in reversed(chosen):
        new = forms[match.group()][style]
        text = text[: match.start()] + (new if match.start() else new[:1].upper() + new[1:]) + text[match.end() :]
    return re.sub(
        rf"\b({he}|{short}) am\b",
        r"\1 is",
        re.sub(rf"\b({he}|{short}) have\b", r"\1 has", text, flags=re.I),
        flags=re.I,
    )


def swapped_roles(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """ "Hale taught me" for "I taught Hale", "Hale worked for me" for "I worked for Hale"."""
    if _SYMMETRIC.search(row.answer):
        return None
    thing = rf"({_SOMEBODY}(?![\w-]|['’ ][A-Zs])|(?:an?|the) (?:{'|'.join(sorted(PERSON | MALE | FEMALE))})\b)"
    turns = (
        (rf"\bI was ([a-z]+) by {thing}", lambda m: f"{m.group(2)} was {m.group(1)} by me"),
        (rf"\bI {_VERB} {thing}", lambda m: f"{m.group(2)} {m.group(1)} me" if past_of(m.group(1)) else ""),
        (rf"({_SOMEBODY}) {_VERB} me\b", lambda m: f"I {m.group(2)} {m.group(1)}" if past_of(m.group(2)) else ""),
        (
            rf"\bI (\w+(?: \w+)?) (for|with|under|from|to|against) ({_SOMEBODY})",
            lambda m: f"{m.group(3)} {m.group(1)} {m.group(2)} me",
        ),
    )
    for pattern, turn in turns:
        found = re.search(pattern, row.answer)
        new = turn(found) if found else ""
        if found and new and found.group(1) not in FUNCTION_WORDS and not re.search(r"\b(?:with|to) me$", new):
            new = new if found.start() else new[:1].upper() + new[1:]
            return replaced(row.answer, found, new)
    return None


def invented_detail(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """A circumstance, an adjective or a sentence that nobody told of, or a phrase out of another sentence."""
    bare = row.answer.rstrip(".")
    form = rng.randrange(4)
    if form == 0:
        return f"{row.answer} {rng.choice(_SENTENCES)}"
    if form == 1 and (nouns := list(re.finditer(r"\b(?:[Mm]y|the|a) (?=[a-z]{4,})", row.answer))):
        match = rng.choice(nouns)
        return f"{row.answer[: match.end()]}{rng.choice(_ADJECTIVES)} {row.answer[match.end() :]}"
    if form == 2:
        beside = [s.text for s in split_sentences(row.passage) if s.text not in row.evidence]
        phrases = [p for s in beside for p in re.findall(r"\b(?:with|for|by|about) (?:an?|the) [a-z]+ [a-z]{4,}\b", s)]
        if phrases:
            return f"{bare} {rng.choice(phrases)}."
    return f"{bare} {rng.choice(_DETAILS)}."


def copied_sentence(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """The source's own sentence instead of an answer or behind it."""
    copied = rng.choice([row.evidence, *(s.text for s in split_sentences(row.passage))])
    if len(copied.split()) < 6 or re.search(r"\b(?:I|me|my)\b", copied):
        return None
    return copied if rng.random() < 0.4 else f"{row.answer} {copied}"


def assistant_talk(row: Row, pool: Pool, rng: random.Random) -> str | None:
    """What chat machines say before or behind an answer."""
    if rng.random() < 0.5:
        return rng.choice(_TALK_BEFORE) + row.answer
    return row.answer + rng.choice(_TALK_AFTER)


def other_question(row: Row, pool: Pool, rng: random.Random) -> tuple[str, str] | None:
    """Another row's question (with its angle): one that asks with words which this row's answer does not have."""
    other = rng.choice(pool.rows)
    said = {_base(word) for word in re.findall(r"[a-z]+", row.answer.lower())}
    asked = {_base(word) for word in re.findall(r"[a-z]{3,}", other.question.lower())} - FUNCTION_WORDS
    asked -= {
        "tell",
        "remember",
        "about",
        "time",
        "happen",
        "do",
        "you",
        "your",
        "when",
        "year",
        "know",
        "hear",
        "read",
    }
    differs = other.evidence != row.evidence and not (row.angle == other.angle == "whether")
    return (
        (other.question, other.angle)
        if differs and asked and not asked <= said and len(asked - said) * 2 >= len(asked)
        else None
    )


def _base(word: str) -> str:
    return past_of(word) or word.removesuffix("s")


def _is_verb_next(text: str, position: int) -> bool:
    word = re.match(r"[a-z]*", text[position:])
    found = word.group() if word else ""
    return bool(past_of(found)) or found in ("was", "is", "had", "has", "would", "could")


def _bent(rest: str) -> str:
    """What follows a subject, for "I"."""
    word = re.match(r"[a-z]+", rest)
    return first_person(word.group()) + rest[word.end() :] if word else rest


KINDS: dict[str, Breaker] = {
    breaker.__name__: breaker
    for breaker in (
        *(number, date, name, place, negation, wrong_subject, third_person_leak, swapped_roles, invented_detail),
        *(copied_sentence, assistant_talk),
    )
}
"""Every error that changes the answer; `other_question` changes what was asked."""
