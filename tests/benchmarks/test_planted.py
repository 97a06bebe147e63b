"""The planter makes real errors, and none where a row offers no place for one."""

import random

import pytest

from augment.person import Person
from benchmarks.planted_errors import KINDS, other_question
from benchmarks.planted_rows import Row, wrong_spans
from benchmarks.planted_values import Pool

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
PASSAGE = (
    "On 4 March 1881, Voss moved to Budapest. Anna Hale hired him for two years. In 1890 Voss never worked in Graz "
    "with a borrowed lamp, and his father was a miller in Trieste and knew Karl Weber."
)
MOVED = Row(
    VOSS, "When did you move?", "when", "On 4 March 1881, I moved to Budapest.", PASSAGE.split(". ")[0], PASSAGE
)
HIRED = Row(
    VOSS, "Did Hale hire you?", "whether", "Yes, Anna Hale hired me for two years.", "Anna Hale hired him.", PASSAGE
)
FATHER = Row(VOSS, "What was your father?", "what", "My father was a miller.", "His father was a miller.", PASSAGE)
POOL = Pool((PASSAGE,), (MOVED, HIRED, FATHER))


def broken(kind: str, row: Row) -> set[str | None]:
    return {KINDS[kind](row, POOL, random.Random(seed)) for seed in range(30)}


@pytest.mark.parametrize(
    ("kind", "row", "expected"),
    [
        ("place", MOVED, "On 4 March 1881, I moved to Graz."),
        ("name", HIRED, "Yes, Karl Weber hired me for two years."),
        ("negation", MOVED, "On 4 March 1881, I did not move to Budapest."),
        ("negation", HIRED, "No, Anna Hale hired me for two years."),
        ("wrong_subject", FATHER, "I was a miller."),
        ("wrong_subject", HIRED, "Yes, I hired me for two years."),
        ("third_person_leak", MOVED, "On 4 March 1881, he moved to Budapest."),
        ("swapped_roles", HIRED, "Yes, I hired Anna Hale for two years."),
        ("assistant_talk", FATHER, "My father was a miller. I hope this helps!"),
    ],
)
def test_an_error_of_each_kind(kind: str, row: Row, expected: str) -> None:
    assert expected in broken(kind, row)


@pytest.mark.parametrize("kind", ["number", "date", "name", "place"])
def test_a_wrong_value_is_not_the_right_one(kind: str) -> None:
    assert all(text != row.answer for row in POOL.rows for text in broken(kind, row) if text)


@pytest.mark.parametrize(
    ("kind", "row"), [("number", FATHER), ("date", HIRED), ("place", FATHER), ("swapped_roles", MOVED)]
)
def test_nothing_is_planted_where_nothing_can_be(kind: str, row: Row) -> None:
    assert broken(kind, row) == {None}


def test_another_question_asks_for_what_the_answer_lacks() -> None:
    found = {other_question(FATHER, POOL, random.Random(seed)) for seed in range(20)}
    assert found - {None} and all(asked is None or "father" not in asked[0] for asked in found)


def test_wrong_spans_take_the_answer_to_another_question() -> None:
    rows = [
        Row(VOSS, "When did you move?", "when", "In 1881.", PASSAGE, PASSAGE, "1881"),
        Row(VOSS, "When did you work?", "when", "In 1890.", PASSAGE, PASSAGE, "1890"),
    ]
    assert [row.answer for row in wrong_spans(rows)] == ["In 1890.", "In 1881."]
