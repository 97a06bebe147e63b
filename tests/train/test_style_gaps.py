import pytest

from train.style_gaps import style_gaps

DRY = ["Oil first, then wait.", "A bolt never lies.", "It holds tea. You may proceed."]


def test_the_same_words_have_no_gaps() -> None:
    assert style_gaps(DRY, DRY[::-1]) == {"length": 0, "emoji": 0, "punctuation": 0, "capitals": 0}


@pytest.mark.parametrize(
    ("answers", "differs"),
    [
        (["OIL FIRST, THEN WAIT.", "A BOLT NEVER LIES.", "IT HOLDS TEA. YOU MAY PROCEED."], {"capitals"}),
        (["Oil first, then wait!!", "A bolt never lies!!", "It holds tea! You may proceed!"], {"punctuation"}),
        (["Oil first, then wait. 🎉", "A bolt never lies. ❤️", "It holds tea. You may proceed. 🇨🇭"], {"emoji"}),
    ],
)
def test_a_gap_says_in_what_they_differ(answers: list[str], differs: set[str]) -> None:
    gaps = style_gaps(answers, DRY)
    assert {name for name, gap in gaps.items() if gap > 0.05} == differs
    assert all(0 <= gap <= 1 for gap in gaps.values())


def test_nothing_in_common_is_one() -> None:
    long = ["word " * 60, "word " * 50]
    assert style_gaps(long, DRY)["length"] == 1


@pytest.mark.parametrize(("answers", "held_out"), [([], DRY), (DRY, []), ([], [])])
def test_without_texts_there_is_nothing_to_compare(answers: list[str], held_out: list[str]) -> None:
    assert style_gaps(answers, held_out) == {}


def test_texts_without_words_or_marks_can_be_compared() -> None:
    assert style_gaps(["", "👍"], ["", "👍"]) == {"length": 0, "emoji": 0, "punctuation": 0, "capitals": 0}
