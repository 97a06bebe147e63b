"""The gates: pure checks that every exchange passes before it may be trained on. Each failure has its reason code.

    schema               the messages are not a conversation that ends with the person
    length               an answer of nothing, or of more than anybody says at once
    privacy              an e-mail or street address, a telephone, card or social security number; of others also the
                         age of a child and an illness
    assistant_talk       "As an AI language model", "How can I help you today?"
    language             an answer in another language than its question
    not_first_person     a fact about the person told without I, me or my
    third_person_leak    the person's own name, or he/she, for the person's self
    copied_sentence      a whole sentence of the source, or a long run of its words
    unsupported_number, unsupported_date, unsupported_name
                         a number, month or name that neither evidence nor question has, or that the evidence has in
                         another place
    contradicted         the answer denies what the evidence affirms, or the other way round
    wrong_subject        what somebody else did, told as the person's own deed, or the other way round
    swapped_roles        "I taught him" for "he taught me"
    invented_detail      words that add to what the evidence has
    answers_question     a question of when without a time, of who without a name, of something else altogether
    entailment_undecided the words are others than the evidence's: only a reader can tell. Whoever has a language model
                         may ask it about these rows; without one they stay rejected

A fact row of several turns is checked turn by turn, each answer with the question before it.
"""

from collections.abc import Iterator, Sequence
from types import ModuleType

from augment.chinese import checks as chinese_checks
from augment.english import checks as english_checks
from augment.gate_talk import find_assistant_talk, find_copied, find_private
from augment.languages import is_chinese, language_of
from augment.person import Person
from likeness.records import Exchange, Rejected

SHORTEST_ANSWER, LONGEST_ANSWER, LONGEST_QUESTION = 1, 400, 400
"""Words. Posts may be one word; nothing longer than a page is a turn of talk (our judgement)."""

FEWEST_WORDS = 6
"""Latin words below which a language cannot be told (our judgement)."""

EVIDENCE_GATES = (
    *("unsupported_number", "unsupported_date", "unsupported_name", "contradicted"),
    *("wrong_subject", "swapped_roles", "invented_detail"),
)
"""The reasons of `find_unsupported` that are certain."""

Turn = tuple[str, str]
"""A question and its answer."""

UNASKED = "statement"
"""The angle of what the person says without being asked: it answers no question."""

Verdict = tuple[str, str | None]
"""A gate's name, and what is wrong; None if nothing is."""


def check(exchange: Exchange, evidence: str, person: Person, source: str = "") -> Exchange | Rejected:
    """Pass an exchange through every gate that its kind calls for.

    Args:
        exchange: what is checked; fact rows by all gates, the person's own words by those that no true words can fail.
        evidence: the quotes that carry the answer, parted by line breaks; '' for what needs none.
        person: whose names and pronouns may not stand for the speaker.
        source: the text that a language model had before it, from which it may not copy long runs of words. The rules
            leave it out: their answers are the source's own sentences, turned into the first person.

    Returns:
        The exchange with `checks` of every gate passed, or the rejection by the first gate that failed.
    """
    passed: dict[str, str] = {}
    for gate, detail in _verdicts(exchange, evidence, person, source):
        if detail is not None:
            return Rejected.of(exchange, gate, detail)
        passed[gate] = "pass"
    return exchange.model_copy(update={"checks": passed})


def _verdicts(exchange: Exchange, evidence: str, person: Person, source: str) -> Iterator[Verdict]:
    """Each gate in turn, cheap to dear."""
    yield "schema", _schema(exchange)
    turns = _turns(exchange) if exchange.kind == "fact" else [(exchange.question, exchange.answer)]
    for question, answer in turns:
        yield "length", _length(answer, question)
        yield "privacy", find_private(answer, of_others=exchange.kind == "fact")
        if exchange.kind != "identity":
            yield "assistant_talk", find_assistant_talk(answer, own_words=exchange.kind in ("style", "dialogue"))
    if exchange.kind in ("style", "dialogue"):
        return
    for question, answer in turns:
        yield "not_first_person", None if _checks(answer).is_first_person(answer) else answer
        if exchange.kind != "identity":
            yield "third_person_leak", _leak(question, answer, person)
    if exchange.kind == "fact":
        yield "copied_sentence", next(filter(None, (find_copied(told, evidence, source) for _, told in turns)), None)
        yield from _fact_verdicts(exchange.angle if len(turns) == 1 else "", turns, evidence, person)


def _fact_verdicts(angle: str, turns: Sequence[Turn], evidence: str, person: Person) -> Iterator[Verdict]:
    """The gates of a fact row that read the evidence, turn by turn; what only a reader can tell comes last."""
    undecided = None
    for question, answer in turns:
        yield "language", _language(question, answer)
        checks = _checks(answer)
        for gate, detail in checks.find_unsupported(answer, evidence, question, person):
            if gate == "entailment_undecided":
                undecided = undecided or detail
            else:
                yield gate, detail
        if angle != UNASKED:
            yield "answers_question", checks.find_mismatch(angle, question, answer)
    yield from ((gate, None) for gate in EVIDENCE_GATES)
    yield "entailment_undecided", undecided


def _leak(question: str, answer: str, person: Person) -> str | None:
    """The leak in an answer; in English, whom the question names may be meant by a "he"."""
    if is_chinese(answer):
        return chinese_checks.find_leak(answer, person)
    return english_checks.find_leak(answer, person, question)


def _checks(answer: str) -> ModuleType:
    """The checks of the answer's language; English stands in for those of an unknown one."""
    return chinese_checks if is_chinese(answer) else english_checks


def _schema(exchange: Exchange) -> str | None:
    """Roles take turns after an optional system message, begin with the user and end with the person."""
    roles = [message.role for message in exchange.messages]
    turns = roles[1:] if roles[:1] == ["system"] else roles
    alternate = turns == ["user", "assistant"] * (len(turns) // 2) and bool(turns)
    return None if alternate and all(m.content.strip() for m in exchange.messages) else " ".join(roles)


def _turns(exchange: Exchange) -> list[Turn]:
    """Every question with its answer."""
    texts = [message.content for message in exchange.messages if message.role != "system"]
    return list(zip(texts[::2], texts[1::2], strict=False))


def _length(answer: str, question: str) -> str | None:
    words, asked = _words(answer), _words(question)
    fits = SHORTEST_ANSWER <= words <= LONGEST_ANSWER and asked <= LONGEST_QUESTION
    return None if fits else f"{asked} / {words} words"


def _words(text: str) -> int:
    """Words, of which two Chinese characters make one."""
    chinese = sum("\u3400" <= character <= "\u9fff" for character in text)
    return len(text.split()) + chinese // 2


def _language(question: str, answer: str) -> str | None:
    """The answer's language where it is another than the question's; a few words may be in any ("Karl-Ferdinands")."""
    asked, told = language_of(question), language_of(answer)
    if asked == told or (told is None and len(answer.split()) < FEWEST_WORDS and asked == "en"):
        return None
    return f"{told or 'unknown'} for {asked or 'unknown'}"
