import pytest

from augment.english.sentences import split_sentences, tidy


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He met Dr. Hale in the U.S. Navy. They wed.", ["He met Dr. Hale in the U.S. Navy.", "They wed."]),
        ("J. P. Morgan paid. E. T. A. Hoffmann wrote.", ["J. P. Morgan paid.", "E. T. A. Hoffmann wrote."]),
        ("He wrote it.:33 She read it.[4] Then they left.[citation needed] It rained.", None),
        ("It cost $2.50 in 1881. Op. 18 sold well.", ["It cost $2.50 in 1881.", "Op. 18 sold well."]),
        ("She lived on Kiowa St. He did not.", ["She lived on Kiowa St.", "He did not."]),
        ("He said, \"Go.\" Then he left!", ['He said, "Go."', "Then he left!"]),
        ("Early life\nShe was born in 1900.", ["Early life", "She was born in 1900."]),
        ("From 9:00 a.m. until 6:00 p.m. he wrote.", ["From 9:00 a.m. until 6:00 p.m. he wrote."]),
        ("", []),
    ],
)  # fmt: skip
def test_split(text: str, sentences: list[str] | None) -> None:
    found = split_sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    if sentences is None:
        assert len(found) == 4
    else:
        assert [s.text for s in found] == sentences


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("He wrote it.:121,154", "He wrote it."),
        ("He came:57–60 and went.[12]", "He came and went."),
        ("Born 10 July [O.S. 28 June] 1856 .", "Born 10 July 1856."),
        ("It was so.[citation needed][improper synthesis?]", "It was so."),
        ("From 9:00 a.m. until  6:00 p.m.", "From 9:00 a.m. until 6:00 p.m."),
        ("[Tesla] spoke.", "[Tesla] spoke."),
    ],
)
def test_tidy(text: str, plain: str) -> None:
    assert tidy(text) == plain
