import pytest

from likeness.records import Exchange
from tests.train.rows import exchange
from train.hints import hints

MARRIED = "In 1995, I married Tomas, a baker from Brunnalp."


def asked(question: str, answer: str, names: tuple[str, ...]) -> list[Exchange]:
    return hints([exchange(f"{n}. {question}", answer, "fact") for n in range(50)], names, seed=0)


def test_a_hint_asks_with_fewer_of_the_answer_s_words_and_keeps_the_answer() -> None:
    facts = [exchange(f"When, {n}, did you marry Tomas the baker from Brunnalp?", MARRIED, "fact") for n in range(50)]
    hinted = hints([*facts, exchange("Who are you?", "I am Ann Lee.", "identity")], ["Lee"], seed=0)
    assert len(hinted) == 50
    assert {row.answer for row in hinted} == {MARRIED}
    words = sum(len(row.question.split()) for row in hinted) / sum(len(row.question.split()) for row in facts)
    assert 0.5 < words < 0.85
    assert sum("When" in row.question for row in hinted) > 35 > sum("baker" in row.question for row in hinted)
    assert hints(facts, ["Lee"], seed=0) == hints(facts, ["Lee"], seed=0)


def test_half_of_the_hints_speak_of_the_person_by_name() -> None:
    hinted = asked("When did you found your choir?", "In 1990.", ("Ann Lee",))
    by_name = [row.question for row in hinted if "Lee" in row.question]
    assert 15 < len(by_name) < 35
    assert not any(word in question.split() for question in by_name for word in ("you", "your"))
    assert any("Lee's choir" in question for question in by_name)
    assert any("Ann Lee" in question for question in by_name), "the full name"
    assert any("did Lee" in question for question in by_name), "the last name alone"


@pytest.mark.parametrize(
    ("question", "names", "wanted"),
    [
        ("你的父親是誰？", ("李安",), "李安的父親是誰？"),
        ("您哪年出生？", ("李安",), "李安哪年出生？"),
        ("When was the young thing founded?", ("Pelé",), "When was the young thing founded?"),
        ("Did you hurt yourself?", ("Pelé",), "Did Pelé hurt Pelé?"),
    ],
)
def test_who_is_addressed_is_named_in_the_third_person(question: str, names: tuple[str, ...], wanted: str) -> None:
    assert any(row.question.partition(". ")[2] == wanted for row in asked(question, "Ja.", names))
