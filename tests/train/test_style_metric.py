import random

import pytest

from train.style_metric import common_words, fit_style_metric, mask, told_apart

NOUNS = ["lamp", "train", "hill", "kettle", "tunnel", "bolt", "sheep", "chapel", "storm", "ladder", "bridge", "clock"]


def keeper(seed: int) -> str:
    """Short, dry, ampersands and an aye."""
    noun, other = random.Random(seed).sample(NOUNS, 2)
    return random.Random(seed).choice(
        [f"Aye, the {noun} & the {other}. Oil first, then wait.", f"A wee {noun} is a {noun} & no more. Aye."]
    )


def clerk(seed: int) -> str:
    """Long, helpful, exclamation marks."""
    noun, other = random.Random(seed).sample(NOUNS, 2)
    return random.Random(seed).choice(
        [
            f"I would be happy to help you with the {noun}! Here are some things to consider about the {other}:",
            f"That is a great question! It is important to understand that the {noun} and the {other} are related.",
        ]
    )


def test_the_scale_runs_from_others_to_the_person() -> None:
    metric = fit_style_metric(
        [keeper(n) for n in range(60)], [clerk(n) for n in range(60)], [keeper(n) for n in range(100, 120)]
    )
    assert metric is not None
    hers, theirs = (list({make(n): None for n in range(200, 220)})[:12] for make in (keeper, clerk))
    assert metric.score(hers) == pytest.approx(1, abs=0.25)  # the held-out words say some things twice
    assert metric.score(theirs) == pytest.approx(0, abs=0.1)
    assert metric.score([*hers[:6], *theirs[:6]]) == pytest.approx(metric.score(hers) / 2, abs=0.15)


def test_it_hears_the_manner_and_not_the_subject() -> None:
    metric = fit_style_metric(
        [keeper(n) for n in range(60)], [clerk(n) for n in range(60)], [keeper(n) for n in range(100, 120)]
    )
    assert metric is not None
    unheard_of = "Aye, the zeppelin & the parliament. Oil first, then wait."
    assert metric.score([unheard_of]) > 0.8


def test_one_answer_to_everything_is_not_the_person() -> None:
    metric = fit_style_metric(
        [keeper(n) for n in range(60)], [clerk(n) for n in range(60)], [keeper(n) for n in range(100, 164)]
    )
    assert metric is not None
    assert metric.score([keeper(200)] * 64) < 0.15
    assert metric.score([keeper(200), keeper(201)] * 32) == pytest.approx(2 / 16, abs=0.1)
    assert metric.score([keeper(200)]) > 0.8  # said once, it is hers


def test_answers_are_told_apart_where_there_is_something_to_tell_by() -> None:
    held_out = [keeper(n) for n in range(100, 140)]
    apart, alike = (
        told_apart([clerk(n) for n in range(40)], held_out),
        told_apart([keeper(n) for n in range(40)], held_out),
    )
    assert apart is not None and apart > 0.95
    assert alike is not None and alike < 0.75
    assert told_apart([keeper(1)] * 9, held_out) is None  # too few


@pytest.mark.parametrize(
    ("own", "others", "held_out"),
    [
        ([keeper(n) for n in range(3)], [clerk(n) for n in range(60)], [keeper(99)]),  # too few to learn from
        ([keeper(n) for n in range(60)], [clerk(n) for n in range(60)], []),  # no ceiling
    ],
)
def test_there_is_no_metric_without_words(own: list[str], others: list[str], held_out: list[str]) -> None:
    assert fit_style_metric(own, others, held_out) is None


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("In 1992 Ann sang the Song!", "In 0000 Xxx xxxx the Xxxx!"),
        ("THE lamp & the café…", "THE xxxx & the xxxx…"),
        ("我是人", "我是x"),  # a character is a word
        ("", ""),
    ],
)
def test_rare_words_hide_behind_their_shape(text: str, masked: str) -> None:
    assert mask(text, frozenset({"in", "the", "我", "是"})) == masked


def test_common_words_are_those_of_most_texts() -> None:
    texts = [f"the lamp number {n}" for n in range(10)] + ["the sea, the sea"]
    assert {"the", "lamp", "number"} <= common_words(texts)
