import pytest

from extractors.voice.transcript_gates import compression_ratio, judge_text, judge_wording, looped_phrase
from likeness.records import Word

SPEECH = "And so, my fellow Americans, ask not what your country can do for you."


def words(text: str, probability: float = 0.9) -> list[Word]:
    return [Word(start=i, end=i + 1, text=word, probability=probability) for i, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("text", "probability", "duration", "other", "reason"),
    [
        (SPEECH, 0.9, 5, None, None),
        (SPEECH, 0.9, 5, "um " + SPEECH + " Thank you.", None),
        (SPEECH, 1.0, 5, SPEECH.lower().replace(",", ""), None),
        ("\u2026 \u266a", 0.9, 2, None, "no_words"),
        ("", 1.0, 2, None, "no_words"),
        (SPEECH, 0.9, 20, None, "too_slow"),
        (SPEECH, 0.9, 2.5, None, "too_fast"),
        (SPEECH, 0.5, 5, None, "low_confidence"),
        (SPEECH, 0.9, 5, "", "disagreement"),
        (SPEECH, 0.9, 5, "The weather will be fine in all parts of the country today.", "disagreement"),
        # Six syllables a second are quick Mandarin, twenty are none.
        ("\u6211\u5728\u5317\u4eac\u5de5\u4f5c\u4e86\u5341\u4e8c\u5e74\u3002", 0.9, 2, None, None),
        ("\u6211\u5728\u5317\u4eac\u5de5\u4f5c\u4e86\u5341\u4e8c\u5e74\u3002", 0.9, 0.6, None, "too_fast"),
        # What is worst is said first.
        ("Thanks for watching!", 0.3, 1, "", "hallucination"),
    ],
)
def test_judge_text(text: str, probability: float, duration: float, other: str | None, reason: str | None) -> None:
    verdict = judge_text(text, words(text, probability), duration, other)
    assert (verdict[0] if verdict else None) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thanks for watching!", "hallucination"),
        ("Thank you so much for watching this video. Please subscribe!", "hallucination"),
        ("Subtitles by the Amara.org community", "hallucination"),
        ("Untertitel im Auftrag des ZDF f\u00fcr funk, 2017 ZDF", "hallucination"),
        ("\u3054\u8996\u8074\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3057\u305f", "hallucination"),
        (
            "Продолжение следует...",
            "hallucination",
        ),
        # Something else is said, too.
        ("He told us: thanks for watching!", None),
        ("Subscribers came.", None),
        ("Thank you.", None),
        ("The book was translated by my own mother over many long winters in Leeds", None),
        # Loops, and what people do say.
        ("no no no no no no", "repetitive"),
        ("I think that I think that I think that I think that", "repetitive"),
        ("\u54c8\u54c8\u54c8\u54c8\u54c8\u54c8\u54c8", "repetitive"),
        ("No, no, no, no. I'm going to, I'm going to, I'm going to win.", None),
        ("Very, very, very good, and very, very big.", None),
        # A loop with small changes, and long plain text.
        (" ".join(f"and then he went to the house number {n}" for n in range(15)), "compressible"),
        (" ".join([SPEECH, "My fellow citizens of the world: ask not what America will do for you."]), None),
    ],
)
def test_judge_wording(text: str, reason: str | None) -> None:
    verdict = judge_wording(text)
    assert (verdict[0] if verdict else None) == reason


def test_the_evidence_is_told() -> None:
    assert judge_text(SPEECH, words(SPEECH), 20) == ("too_slow", "3.5 characters a second")
    assert judge_wording("Bye bye bye bye bye bye bye") == ("repetitive", "again and again: bye")
    assert looped_phrase(["a", "b", "c"]) == looped_phrase([]) == ""
    assert compression_ratio("") == 0
