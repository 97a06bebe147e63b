import pytest

from extractors.language import detected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the bees came back to the garden today", "en"),
        ("die bienen sind heute endlich wieder in den garten gekommen", "de"),
        ("les abeilles sont enfin revenues dans le jardin", "fr"),
        ("我今天非常高兴见到大家", "zh"),
    ],
)
def test_plain_sentences_are_known(text: str, language: str):
    found, confidence = detected(text)
    assert found == language
    assert 0.8 < confidence <= 1


@pytest.mark.parametrize("text", ["", "!!!", "🐝"])
def test_what_has_no_words_is_no_fault(text: str):
    _, confidence = detected(text)
    assert 0 <= confidence <= 1
