"""Checkpoints with known scores: which is kept, when training stopped helping, and what failed samples cost."""

from pathlib import Path

import numpy as np
import pytest

from likeness.records import Rejected
from train.checkpoints import Judges, Ranking, Score, best, error_rate, gated, rank, scored, stopped_helping
from train.voices import Heard, pooled


def test_error_rate_counts_letters_as_spoken() -> None:
    assert error_rate([("It's 5 o'clock!", "its five o clock")], "en") == 0
    assert error_rate([("abcd", "abxd"), ("abcd", "")], "en") == 0.625
    assert error_rate([("\u4eca\u665a\u597d", "\u4eca\u5929\u597d")], "zh") == pytest.approx(1 / 3, abs=1e-3)
    assert error_rate([], "en") == 0


def score(name: str, similarity: float, cer: float | None = None, naturalness: float | None = None) -> Score:
    return Score(name, 20, 0, similarity, cer, naturalness)


@pytest.mark.parametrize(
    ("scores", "keep"),
    [
        ([score("a", 0.80), score("b", 0.85), score("c", 0.83)], "b"),
        ([score("a", 0.84, 0.05), score("b", 0.85, 0.20)], "a"),  # b is not understood
        ([score("a", 0.70, 0.01), score("b", 0.85, 0.02)], "b"),  # a is clear, but somebody else
        ([score("a", 0.85, 0.02, 3.0), score("b", 0.84, 0.02, 3.0), score("c", 0.845, 0.02, 4.0)], "c"),
        ([score("a", 0.60, 0.01), score("b", 0.85, 0.50)], "a"),  # none within both gates; as good on the whole
        ([score("a", 0.8), score("b", 0.8)], "a"),
        ([score("a", 0.81, 0.02), score("b", 0.80)], "a"),  # words of one alone are not compared
        ([score("a", 0.8)], "a"),
        ([], None),
    ],
)
def test_best_within_the_gates(scores: list[Score], keep: str | None) -> None:
    assert best(gated(scored(scores))) == keep


@pytest.mark.parametrize(
    ("similarities", "stopped"),
    [
        ([0.6, 0.7, 0.8, 0.79, 0.78, 0.79], "2"),
        ([0.6, 0.7, 0.8, 0.79, 0.78], None),
        ([0.6, 0.7, 0.65, 0.66, 0.67, 0.9], "1"),  # the later gain came after patience had run out
        ([0.5, 0.5, 0.5, 0.5], "0"),
        ([0.6], None),
        ([], None),
    ],
)
def test_stopped_helping(similarities: list[float], stopped: str | None) -> None:
    assert stopped_helping(scored([score(str(i), value) for i, value in enumerate(similarities)])) == stopped


def listen(path: Path) -> Heard | Rejected:
    """A sound is called by its likeness to the person: '0.9.wav'; the person's clips are exactly it."""
    if path.stem == "silence":
        return Rejected(reason="no_speech", row={"path": str(path)})
    cosine = float(path.stem.split("-")[0])
    return Heard(pooled(np.array([[cosine, (1 - cosine**2) ** 0.5]], np.float32)), 120.0)


PERSON = {"a": [Path("a/1.0.wav")], "b": [Path("b/1.0-.wav")]}
CHECKPOINTS = {
    "G_1": [Path("G_1/0.7.wav"), Path("G_1/0.8.wav")],
    "G_2": [Path("G_2/0.9.wav"), Path("G_2/0.9-.wav")],
    "G_3": [Path("G_3/0.99.wav"), Path("G_3/silence.wav")],
    "G_4": [Path("G_4/silence.wav")],
    "G_5": [],
}


def ranked(**judges: object) -> Ranking:
    texts = {path: "Good evening." for paths in (*PERSON.values(), *CHECKPOINTS.values()) for path in paths}
    return rank(PERSON, CHECKPOINTS, texts, Judges(listen, **judges), "en")  # type: ignore[arg-type]


def test_rank_by_likeness_alone() -> None:
    ranking = ranked()
    assert [score.name for score in ranking.scores] == ["G_1", "G_2", "G_3", "G_4"]
    assert [score.similarity for score in ranking.scores] == pytest.approx([0.75, 0.9, 0.495, 0], abs=1e-3)
    assert [score.failed for score in ranking.scores] == [0, 0, 1, 1]
    assert ranking.ceiling.similarity == pytest.approx(1)
    assert (ranking.keep, ranking.stopped_helping) == ("G_2", None)
    assert sorted(row.reason for row in ranking.rejected) == ["no_sounds", "no_speech", "no_speech"]


def test_rank_by_words_and_naturalness_too() -> None:
    def transcribe(path: Path) -> str:
        return "Good evening" if path.parent.name != "G_2" else "Wood heaving"

    ranking = ranked(transcribe=transcribe, naturalness=lambda path: 4.0 if path.parent.name == "G_1" else 3.0)
    assert [score.cer for score in ranking.scores] == [0, 0.4545, 0.5, 1]
    assert [score.naturalness for score in ranking.scores] == [4, 3, 2, 1]
    assert (ranking.ceiling.cer, ranking.ceiling.naturalness) == (0, 3)
    assert [score.passes for score in ranking.scores] == [False] * 4  # G_2 is alike, G_1 is clear
    assert ranking.keep == "G_1"


def test_a_person_in_one_recording_or_in_none() -> None:
    one = rank({"a": PERSON["a"]}, {"G_1": CHECKPOINTS["G_1"]}, {}, Judges(listen), "en")
    assert one.ceiling.similarity == pytest.approx(1)
    none = rank({"a": [Path("silence.wav")]}, CHECKPOINTS, {}, Judges(listen), "en")
    assert (none.scores, none.keep, none.ceiling.samples) == ((), None, 0)
    assert none.rejected[0].reason == "no_speech"


def test_checkpoints_that_all_fail_are_not_kept() -> None:
    assert rank(PERSON, {"G_4": CHECKPOINTS["G_4"]}, {}, Judges(listen), "en").keep is None
