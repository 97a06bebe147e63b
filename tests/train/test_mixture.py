from collections import Counter

import pytest

from likeness.persona import Persona
from likeness.sections import FactsStage
from tests.train.rows import exchange
from train.dataset import split
from train.mixture import Lesson, ending, facts_and_what_to_keep, thinned
from train.stages import stages

STYLE = [exchange("What is on your mind?", f"Oil first, then {n}.") for n in range(10)]
FACTS = [
    exchange(f"Question {n}, form {m}?", f"Fact {n}.", "fact", facts=(f"fact-{n}",))
    for n in range(20)
    for m in range(3)
]
UNKNOWN = [exchange(f"What of {n}?", "I don't know.", "unknown") for n in range(4)]
WHO = [exchange(f"Who are you, {n}?", "I am Ann Lee.", "identity") for n in range(5)]
TALK = [Lesson("general-1", [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}])]
ROWS = split([*STYLE, *FACTS, *UNKNOWN], 0)


def with_facts(persona: Persona, **settings: object) -> Persona:
    facts = FactsStage(**{"epochs": 1, "replay": 0, "general": 0, "unknown": 0, "identity": 0, "ending": 0, **settings})  # type: ignore[arg-type]
    return persona.model_copy(update={"train": persona.train.model_copy(update={"facts": facts})})


def kinds(lessons) -> Counter[str]:
    kind = {row.id: row.kind for row in (*STYLE, *FACTS, *UNKNOWN, *WHO)}
    return Counter(kind.get(lesson.id, "general") for lesson in lessons)


def test_each_kind_is_its_share_of_all_rows(persona: Persona) -> None:
    each = with_facts(persona, replay=0.06, general=0.1, unknown=0.1)
    found = kinds(facts_and_what_to_keep(ROWS, each, (), TALK, replayed=True))
    assert found == {"fact": 120, "style": 10, "general": 16, "unknown": 16}  # facts whole and as hints
    assert kinds(facts_and_what_to_keep(ROWS, each, (), [], replayed=False)) == {"fact": 120, "unknown": 13}


@pytest.mark.parametrize(("share", "rows"), [(0.1, 15), (0.04, 6), (0.03, 5), (0.0, 5)])
def test_who_it_is_has_its_share_and_comes_once_a_pass_at_least(persona: Persona, share: float, rows: int) -> None:
    each = with_facts(persona, unknown=0.1, identity=share)
    found = kinds(facts_and_what_to_keep(split([*FACTS, *UNKNOWN, *WHO], 0), each, (), [], replayed=False))
    assert found["identity"] == rows and found["fact"] == 120
    assert found["unknown"] == round((120 + rows) / 9)


def test_without_facts_who_it_is_comes_once(persona: Persona) -> None:
    each = with_facts(persona, replay=0.3, unknown=0.2, identity=0.05)
    found = kinds(facts_and_what_to_keep(split([*STYLE, *UNKNOWN, *WHO], 0), each, (), [], replayed=True))
    assert found == {"identity": 5, "style": 3, "unknown": 2}


def test_few_words_are_not_replayed_until_they_are_known_by_heart(persona: Persona) -> None:
    found = kinds(facts_and_what_to_keep(ROWS, with_facts(persona, replay=0.6), (), [], replayed=True))
    assert found == {"fact": 120, "style": 15}  # ten words of the person, one and a half times


def test_of_the_persons_words_those_are_replayed_that_stage_1_heard_least(persona: Persona) -> None:
    each = with_facts(persona, replay=0.04, ending=0.04)  # 5 of 125 rows, and half of the 5 that end
    train = each.train.model_copy(update={"style": each.train.style.model_copy(update={"epochs": 0.3})})
    each = each.model_copy(update={"train": train})
    planned = stages(each, ROWS)
    of_style = {row.id for row in STYLE}
    heard = [lesson.id for stage in planned for lesson in (*stage.rows, *stage.ending) if lesson.id in of_style]
    assert len(heard) == len(set(heard)) == 3 + 5 + 2


def test_the_order_depends_on_the_seed_alone(persona: Persona) -> None:
    each = with_facts(persona, replay=0.2)
    one, two = (facts_and_what_to_keep(ROWS, each, (), TALK, replayed=True) for _ in range(2))
    assert one == two
    other = each.model_copy(update={"train": each.train.model_copy(update={"seed": 1})})
    assert facts_and_what_to_keep(ROWS, other, (), TALK, replayed=True) != one


def test_a_known_fact_keeps_two_rows() -> None:
    rows = thinned(FACTS, {"fact-0", "fact-7"})
    counts = Counter(row.facts[0] for row in rows)
    assert counts["fact-0"] == counts["fact-7"] == 2 and counts["fact-1"] == 3
    assert [row for row in FACTS if row in rows] == rows


def test_the_ending_is_words_of_the_person_and_facts_that_were_known(persona: Persona) -> None:
    each = with_facts(persona, ending=0.2)
    last = ending(ROWS, each, {"fact-3"}, 80, replayed=True)
    assert kinds(last) == {"style": 10, "fact": 10}
    known = {row.id for row in FACTS if row.facts == ("fact-3",)}
    assert {lesson.id for lesson in last} & {row.id for row in FACTS} == known
    assert kinds(ending(ROWS, each, (), 80, replayed=False)) == {"fact": 20}
    assert ending(ROWS, with_facts(persona), (), 80, replayed=True) == []


def test_the_ending_says_again_who_it_is(persona: Persona) -> None:
    last = ending(split([*FACTS, *WHO], 0), with_facts(persona, ending=0.2), {"fact-3"}, 80, replayed=False)
    assert len(last) == 20 and {row.id for row in WHO} <= {lesson.id for lesson in last}


def test_the_ending_says_again_what_is_not_known(persona: Persona) -> None:
    last = ending(ROWS, with_facts(persona, ending=0.2, unknown=0.2), {"fact-3"}, 80, replayed=True)
    assert kinds(last) == {"style": 8, "fact": 8, "unknown": 4}


@pytest.mark.parametrize("share", [0.5, 0.4])
def test_shares_that_leave_no_room_for_facts_are_refused(share: float) -> None:
    with pytest.raises(ValueError, match="leave less than a tenth"):
        FactsStage(replay=share, general=share, unknown=0.2)
