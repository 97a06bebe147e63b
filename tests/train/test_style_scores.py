import pytest

from train.style_scores import fit_style, some_of

OWN = [f"Aye, the {noun} & the lamp. Oil first, {n} drops." for n in range(10) for noun in ("bolt", "hill", "kettle")]
OTHERS = [f"I would be happy to help you with {n} {noun}s!" for n in range(10) for noun in ("bolt", "hill", "kettle")]
HELD_OUT = [f"Aye, {n} bolts & a storm. Then wait." for n in range(16)]


def test_answers_get_every_score_there_is_something_to_measure_by() -> None:
    measures = fit_style(OWN, OTHERS, HELD_OUT, models=())
    scores = measures.scores(HELD_OUT)
    assert scores["style"] == pytest.approx(1) and scores["distinct"] == 1
    assert set(scores) == {"style", "distinct", "gaps", "told_apart"}  # no authorship model, no score by one
    assert measures.scores(OTHERS)["style"] < 0.1
    assert set(measures.scale()) == {"floor", "ceiling", "own_gaps", "own_told_apart"}
    assert measures.scores([]) == {}


def test_without_words_nothing_is_fitted() -> None:
    measures = fit_style([], [], [], models=())
    assert measures.scale() == {} and measures.scores(["Aye."]) == {"distinct": 1, "gaps": {}}


def test_of_many_texts_some_are_taken_in_whatever_order_they_come() -> None:
    texts = [f"RT @b: Text {n}" for n in range(300)]
    chosen = some_of(texts)
    assert len(chosen) == 200 and chosen == some_of(texts[::-1])
    assert chosen[0].startswith("Text ")  # who reposted it is no part of it
    assert some_of(["Aye.", "Aye.", "", "RT @b: "]) == ["Aye."]
