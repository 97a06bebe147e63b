import pytest

from augment.answers import find_exchanges
from augment.llm.exchanges import evidence_of
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Rejected
from likeness.sections import Rights

VOSS = Persona(name="Ida Voss", aliases=("Voss",), pronouns="she", rights=Rights(basis="a test"))


def fact(standing: str = "current", **more: str) -> Fact:
    claim = "Ida Voss lives in Lund."
    return Fact(passage="p", claim=claim, quote=claim, quote_start=0, quote_end=23, standing=standing, **more)  # type: ignore[arg-type]


def test_what_is_so_today_is_told() -> None:
    rows = [row for row in find_exchanges([fact()], VOSS) if isinstance(row, Exchange)]
    assert len(rows) > 4 and {row.answer for row in rows} == {"I live in Lund.", "Yes, I live in Lund."}


@pytest.mark.parametrize("standing", ["superseded", "disputed"])
def test_what_is_past_or_disputed_is_not_told_as_if_it_were_so(standing: str) -> None:
    (row,) = find_exchanges([fact(standing)], VOSS)
    assert isinstance(row, Rejected) and row.reason == standing


def test_a_question_is_answered_once() -> None:
    rows = list(find_exchanges([fact(), fact(valid_from="1999")], VOSS))
    kept = [row.question for row in rows if isinstance(row, Exchange)]
    assert len(kept) == len(set(kept)) and "duplicate_question" in {r.reason for r in rows if isinstance(r, Rejected)}


def test_a_language_model_is_told_when_it_was_so() -> None:
    assert "from 1990 to 1999, and is no longer" in evidence_of(fact("superseded", valid_from="1990", valid_to="1999"))
    assert "no longer" not in evidence_of(fact())
