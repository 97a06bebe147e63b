"""The rewriter that needs no language model: one door to the rules of each language.

Precise before complete: a sentence is used only where it is provable who is meant, and every other one is refused with
a reason.
"""

from collections.abc import Iterator

from augment.chinese import rules as chinese_rules
from augment.choosing import Question
from augment.english import rules as english_rules
from augment.languages import is_chinese, language_of
from augment.person import Person
from augment.statements import Refusal, Statement


def find_statements(text: str, person: Person, before: str = "") -> Iterator[Statement | Refusal]:
    """What a passage says of the person, in reading order, and what is refused.

    Args:
        text: the passage.
        person: whom it is about.
        before: the passage before it on the page, '' if there is none: it may say who "he" is.
    """
    match language_of(text):
        case "en":
            yield from english_rules.find_statements(text, person, before)
        case "zh":
            yield from chinese_rules.find_statements(text, person, before)
        case None:
            yield Refusal("language_not_known", text, 0)


def answer(claim: str, person: Person) -> tuple[str, list[Question]]:
    """A claim as the person would say it, and the questions that it answers.

    Raises:
        Unclear: where the claim, standing alone, does not make clear who is meant; `not_about_person`.
    """
    if is_chinese(claim):
        return chinese_rules.answer(claim, person)
    return english_rules.answer(claim, person)
