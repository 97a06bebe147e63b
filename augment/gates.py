"""The gates: pure checks that every exchange passes before it may be trained on. Each failure has its reason code.

    schema               the messages are not a conversation that ends with the person
    length               an answer of nothing, or of more than anybody says at once
    not_first_person     a fact about the person told without I, me or my
    third_person_leak    the person's own name, or he/she, for the person's self
    unsupported_number, unsupported_date, unsupported_name
                         a number, month or name in the answer that is neither in the evidence nor in the question
    assistant_talk       "As an AI language model", "How can I help you today?"
    privacy              an e-mail or street address, telephone, card or social security number
    answers_question     a question of when without a time, of who without a name, ...

There is no gate against copying the source here: the rules' answers are the source's own sentences turned into the
first person, so they share long runs of words with it by design; the claims of fact are what is kept, and article
texts are never published. Such a gate belongs to answers that a language model was asked to write in its own words.
"""

import re
from collections.abc import Iterator, Sequence

from augment.english.grammar import Token, lemmas, quoted_positions, tokenize
from augment.english.lexicon import AUXILIARIES, DAYS, DETERMINERS, FUNCTION_WORDS, MONTHS, NUMBERS
from augment.english.mentions import PRONOUNS, is_part_of_name
from augment.english.people import find_others, rivals
from augment.english.unfit import PRIVATE
from augment.person import Person
from likeness.records import Exchange, Rejected

SHORTEST_ANSWER, LONGEST_ANSWER, LONGEST_QUESTION = 1, 400, 400
"""Words. Posts may be one word; nothing longer than a page is a turn of talk (our judgement)."""

_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b")
_ASSISTANT = re.compile(
    r"\bas an? (?:AI|artificial intelligence|(?:large )?language model|assistant)\b"
    r"|\bhow (?:can|may) I (?:help|assist) you\b|\bI (?:cannot|can't) assist\b|\bfeel free to ask\b"
    r"|\bI(?:'m| am) (?:sorry, but )?(?:just )?an? (?:AI|language model|virtual assistant)\b"
    r"|\bmy (?:training data|knowledge cutoff)\b|\bI hope this helps\b|\bOpenAI\b",
    re.IGNORECASE,
)
_TIME_WORDS = re.compile(
    r"\d|\b(?:after|before|when|while|during|until|since|later|birthday|century|spring|summer|autumn|winter)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted(NUMBERS))
    + r"|an? (?:year|month|week|day|decade|hour)|several|many|few|half|second|first|some)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b(?:how (?:many|much|old|long|often|tall)|age|cost|price|number)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at|to|near|from|of|on) (?:[a-z’']+ ){0,5}[A-ZÀ-Ž\d]")
_REASON = re.compile(r"\b(?:because|since|so|to|for|as|due|owing)\b")
_WORD = re.compile(r"[^\W_]+")
_GIVEN_NAME_OK = re.compile(r"\b(?:I am|I'm|My name is|my name is|call me|known as|This is|am called)\b")


def check(exchange: Exchange, evidence: str, person: Person) -> Exchange | Rejected:
    """Pass an exchange through every gate that its kind calls for.

    Args:
        exchange: what is checked; fact rows by all gates, the person's own words by those that no true words can fail.
        evidence: the quote that carries the answer; '' for what needs none.
        person: whose names and pronouns may not stand for the speaker.

    Returns:
        The exchange with `checks` of every gate passed, or the rejection by the first gate that failed.
    """
    passed: dict[str, str] = {}
    for gate, detail in _verdicts(exchange, evidence, person):
        if detail is not None:
            return Rejected.of(exchange, gate, detail)
        passed[gate] = "pass"
    return exchange.model_copy(update={"checks": passed})


def _verdicts(exchange: Exchange, evidence: str, person: Person) -> Iterator[tuple[str, str | None]]:
    """Each gate in turn, cheap to dear: (its name, what is wrong or None)."""
    answer, question = exchange.answer, exchange.question
    yield "schema", _schema(exchange)
    yield "length", _length(answer, question)
    yield "privacy", _found(PRIVATE, answer)
    if exchange.kind != "identity":
        yield "assistant_talk", _found(_ASSISTANT, answer)
    if exchange.kind in ("style", "dialogue"):
        return
    yield "not_first_person", None if _FIRST_PERSON.search(answer) else answer
    if exchange.kind != "identity":
        yield "third_person_leak", _leak(answer, person)
    if exchange.kind == "fact":
        known = f"{evidence} {question}"
        yield "unsupported_number", _unsupported_number(answer, known)
        yield "unsupported_date", _unsupported(MONTHS | DAYS, answer, known)
        yield "unsupported_name", _unsupported_name(answer, known, person)
        yield "answers_question", _answers(exchange.angle, question, answer)


def _schema(exchange: Exchange) -> str | None:
    """Roles take turns after an optional system message, begin with the user and end with the person."""
    roles = [message.role for message in exchange.messages]
    turns = roles[1:] if roles[:1] == ["system"] else roles
    alternate = turns == ["user", "assistant"] * (len(turns) // 2) and bool(turns)
    return None if alternate and all(m.content.strip() for m in exchange.messages) else " ".join(roles)


def _length(answer: str, question: str) -> str | None:
    words, asked = len(answer.split()), len(question.split())
    return (
        None if SHORTEST_ANSWER <= words <= LONGEST_ANSWER and asked <= LONGEST_QUESTION else f"{asked} / {words} words"
    )


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match.group() if match else None


def _leak(answer: str, person: Person) -> str | None:
    """The person's name or pronoun where "I" should stand; a name in a thing's name or in an introduction is none."""
    tokens = tokenize(answer, person.pattern)
    quoted = quoted_positions(tokens)
    others = [other.position for other in rivals(find_others(tokens, person), person.pronouns)]
    for index, token in enumerate(tokens):
        if index in quoted:
            continue
        if token.is_name and not is_part_of_name(tokens, index) and not _introduced(tokens, index, answer):
            return token.text
        own = PRONOUNS[person.pronouns].get(token.lower) is not None and person.pronouns != "they"
        if own and not any(position < index for position in others):
            return token.text
    return None


def _introduced(tokens: Sequence[Token], index: int, answer: str) -> bool:
    """Whether a name is a thing's ("the Tesla coil"), or given as one's own ("My name is ...")."""
    before = tokens[index - 1].lower if index else ""
    return before in DETERMINERS - {"that"} or bool(_GIVEN_NAME_OK.search(answer))


def _unsupported_number(answer: str, known: str) -> str | None:
    numbers = re.findall(r"\d+(?:[.,:]\d+)*", answer)
    spelled = [word for word in re.findall(r"[a-z]+", answer.lower()) if word in NUMBERS]
    missing = [n for n in numbers if n not in known] + [w for w in spelled if w not in known.lower()]
    return missing[0] if missing else None


def _unsupported(words: frozenset[str], answer: str, known: str) -> str | None:
    missing = [word for word in re.findall(r"\b[A-Z]\w+", answer) if word in words and word not in known]
    return missing[0] if missing else None


def _unsupported_name(answer: str, known: str, person: Person) -> str | None:
    """A capitalised word, other than the first and after Yes or No, that the evidence lacks."""
    known_words = set(_WORD.findall(f"{known} {person.name}"))
    for match in _WORD.finditer(answer):
        first = not match.start() or answer[: match.start()].endswith((". ", "! ", "? "))
        if not first and match.group()[0].isupper() and match.group() not in known_words | {"I"}:
            return match.group()
    return None


def _answers(angle: str, question: str, answer: str) -> str | None:
    """What an answer of this angle lacks; None if nothing."""
    needs = {"when": _TIME_WORDS, "where": _PLACE, "why": _REASON, "how": _NUMBER}
    if angle in needs and not (angle == "how" and not _AMOUNT.search(question)):
        return None if needs[angle].search(answer) else f"no {angle} in the answer"
    if angle == "what":
        return None  # built on the part that answers it, often without its words: "What does your father do?"
    if angle == "whether":
        return None if re.match(r"(?:Yes|No)\b", answer) else "neither yes nor no"
    if angle == "who":
        return (
            None
            if re.search(r"(?<!^)\b(?!I\b)[A-ZÀ-Ž]\w+|^[A-ZÀ-Ž]\w+ [a-zA-Z]+|\b[Mm]y \w+", answer)
            else "nobody named"
        )
    return None if _content(question) & _content(answer) or len(_content(question)) <= 2 else "nothing of the question"


def _content(text: str) -> set[str]:
    """The lemmas of the words that carry meaning."""
    words = {word for word in re.findall(r"[^\W\d_][\w’-]*", text.lower()) if word not in FUNCTION_WORDS | AUXILIARIES}
    return {next(iter(lemmas(word, "VERB") or lemmas(word, "NOUN")), word) for word in words} - {
        "tell",
        "time",
        "you",
        "i",
    }
