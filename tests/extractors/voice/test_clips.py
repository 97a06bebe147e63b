from dataclasses import replace

import numpy as np
import pytest

from extractors.voice.clips import VOICE_GATES, Likeness, Voices, compare, judge
from extractors.voice.pieces import Piece
from extractors.voice.quality import Opinion, Quality
from extractors.voice.speakers import centroid, embed_windows
from likeness.records import Word
from likeness.sections import Vits, Voice

PIECE = Piece(0, 3, (Word(start=0, end=1.5, text="Good"), Word(start=1.5, end=3, text="evening.")))
LIKE = Likeness(to_person=0.85, least_own=0.8, least_margin=0.2)
CLEAN = Quality(snr_db=30, clipped=0, bandwidth=7500)
VOICES = Voices(np.zeros(2, np.float32), np.zeros(2, np.float32), np.zeros((0, 2), np.float32), 0.6)


def said(text: str) -> tuple[Word, ...]:
    return tuple(Word(start=0, end=3, text=word) for word in text.split())


FAST = "Nobody could have said quite so many different things about clocks, bells and winding keys in this little time."


@pytest.mark.parametrize(
    ("piece", "likeness", "quality", "reason"),
    [
        (PIECE, LIKE, CLEAN, None),
        (replace(PIECE, end=0.9), LIKE, CLEAN, "too_short"),
        (replace(PIECE, end=10.2), LIKE, CLEAN, "too_long"),
        (PIECE, replace(LIKE, to_person=0.49), CLEAN, "not_the_person"),
        (PIECE, replace(LIKE, least_own=0.59), CLEAN, "other_voice_inside"),
        (PIECE, replace(LIKE, least_margin=-0.01), CLEAN, "other_voice_inside"),
        (PIECE, LIKE, replace(CLEAN, clipped=0.02), "clipped"),
        (PIECE, LIKE, replace(CLEAN, bandwidth=3400), "narrow_band"),
        (PIECE, LIKE, replace(CLEAN, snr_db=12), "low_snr"),
        (PIECE, LIKE, replace(CLEAN, dnsmos=Opinion(3.0, 2.5, 2.7)), "low_dnsmos"),
        (PIECE, LIKE, replace(CLEAN, dnsmos=Opinion(3.5, 4.0, 3.1)), None),
        (replace(PIECE, words=said("Hm.")), LIKE, CLEAN, "too_slow"),
        (replace(PIECE, words=said(FAST)), LIKE, CLEAN, "too_fast"),
        (replace(PIECE, words=()), LIKE, CLEAN, "no_words"),
        # A clip without words is told by its worst fault, so that no_words means: good but for the words.
        (replace(PIECE, words=()), LIKE, replace(CLEAN, snr_db=12), "low_snr"),
        (replace(PIECE, words=()), replace(LIKE, to_person=0.4), replace(CLEAN, snr_db=12), "not_the_person"),
    ],
)
def test_the_first_gate_that_fails_is_the_reason(
    piece: Piece, likeness: Likeness, quality: Quality, reason: str | None
) -> None:
    verdict = judge(piece, likeness, quality, VOICES, Voice(), Vits())
    assert (verdict[0] if verdict else None) == reason


def test_the_gates_on_the_voice_are_named() -> None:
    assert "not_the_person" in VOICE_GATES
    assert "low_snr" not in VOICE_GATES


def test_leakage_shows_in_the_worst_window_and_hardly_in_the_mean(talk, encoder) -> None:
    sound = talk([("low", 6), ("high", 6)])
    low, high = (centroid(embed_windows(sound, [span], encoder).vectors) for span in ((0, 6), (6, 12)))
    voices = Voices(low, low, high[None], 0.6)
    pure, leaking = compare(sound, (1, 5), voices, encoder), compare(sound, (1, 6.9), voices, encoder)
    assert pure.least_own > 0.99 > leaking.least_own
    assert pure.least_margin > leaking.least_margin
    assert leaking.to_person > 0.9
    alone = compare(sound, (1, 5), replace(voices, others=high[None][:0]), encoder)
    assert alone.least_margin == 1
