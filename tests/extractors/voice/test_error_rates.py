import pytest

from extractors.voice.error_rates import character_errors, disagreement, normalised, word_error_rate, word_errors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don\u2019t \u2014 ask: WHAT?!", "dont ask what"),
        ("A well-known \u2018caf\u00e9\u2019, No. 5", "a well known caf\u00e9 no 5"),
        ("\uff21\uff22\uff23 \u4f60\u597d\uff0c\u4e16\u754c", "abc \u4f60 \u597d \u4e16 \u754c"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"),
        ("\u2026 \u266a !", ""),
        ("in 1950", "in 1950"),
    ],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalised(text) == expected


@pytest.mark.parametrize(
    ("truth", "heard", "rate"),
    [
        ("Ask not what", "ask not, what?", 0),
        ("ask not what", "ask what", 1 / 3),
        ("ask not what", "ask knot what now", 2 / 3),
        ("ask", "ask not what your", 3),
        ("", "", 0),
        ("", "thank you", 2),
        ("\u4f60\u597d\u4e16\u754c", "\u4f60\u597d\u65f6\u754c", 1 / 4),
    ],
)
def test_word_error_rate(truth: str, heard: str, rate: float) -> None:
    assert word_error_rate(truth, heard) == pytest.approx(rate)


def test_errors_of_a_corpus_are_added_up() -> None:
    errors = [word_errors("one two three four", "one two three four"), word_errors("five", "six")]
    assert sum(e.edits for e in errors) / sum(e.length for e in errors) == pytest.approx(1 / 5)
    assert character_errors("dataset", "data set").edits == 0


@pytest.mark.parametrize(
    ("text", "surroundings", "least", "most"),
    [
        ("in Leeds above a bakery", "Where was that? In Leeds, above a bakery. I see.", 0, 0),
        ("in Leeds above a bakery", "in leads above a bakery and so", 0.01, 0.15),
        ("in Leeds above a bakery", "la la la la la", 0.6, 1.5),
        ("in Leeds above a bakery", "", 1, 1),
        ("in Leeds above a bakery", "in Leeds", 0.5, 0.8),
        ("", "anything", 0, 1e9),
    ],
)
def test_only_the_likeliest_part_of_the_other_transcript_counts(
    text: str, surroundings: str, least: float, most: float
) -> None:
    assert least <= disagreement(text, surroundings) <= most
