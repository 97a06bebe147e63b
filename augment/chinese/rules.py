"""The rewriter for Chinese. (Not written yet.)"""

from collections.abc import Iterator

from augment.choosing import Question
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear


def find_statements(text: str, person: Person, before: str = "") -> Iterator[Statement | Refusal]:
    """Refuse every passage."""
    yield Refusal("language_not_known", text, 0)


def answer(claim: str, person: Person) -> tuple[str, list[Question]]:
    """Refuse every claim."""
    raise Unclear("language_not_known")
