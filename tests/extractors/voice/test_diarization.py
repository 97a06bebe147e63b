import numpy as np
import pytest

from extractors.voice.audio import Waveform
from extractors.voice.diarization import VoiceSpan, cluster_voices, label_spans, likeliest_voices, open_diarizer
from extractors.voice.speakers import Windows
from likeness.persona import Voice


def windows_of(*directions: tuple[int, int], spread: float = 0.05) -> Windows:
    """`count` windows around each axis, non-negative and of length 1."""
    random = np.random.default_rng(0)
    vectors = [
        np.abs(np.eye(8)[axis] + spread * random.normal(size=8)) for axis, count in directions for _ in range(count)
    ]
    unit = np.array([v / np.linalg.norm(v) for v in vectors], np.float32)
    return Windows([(i * 0.2, i * 0.2 + 1.6) for i in range(len(unit))], unit)


@pytest.mark.parametrize(
    ("directions", "num_voices"),
    [([(0, 40)], 1), ([(0, 40), (1, 30)], 2), ([(0, 40), (1, 30), (2, 20)], 3), ([(0, 40), (1, 3)], 1), ([(0, 1)], 1)],
)
def test_clusters_are_voices_and_a_few_odd_windows_are_none(directions: list, num_voices: int) -> None:
    assert len(cluster_voices(windows_of(*directions))) == num_voices


def test_a_voice_changes_readily_in_a_pause_only() -> None:
    scores = np.array([[0.8, 0.4]] * 10 + [[0.55, 0.6]] * 4 + [[0.8, 0.4]] * 6 + [[0.4, 0.8]] * 10)
    assert likeliest_voices(scores, np.ones(30, bool)).tolist() == [0] * 20 + [1] * 10
    speech = np.ones(30, bool)
    speech[[9, 14]] = False
    assert likeliest_voices(scores, speech)[11] == 0  # 0.05 over three frames is less than a change costs


def test_one_voice_needs_no_decision() -> None:
    assert likeliest_voices(np.zeros((5, 1)), np.ones(5, bool)).tolist() == [0] * 5


def test_spans_are_joined_over_short_pauses_and_named_by_appearance() -> None:
    voices = np.array([1] * 40 + [0] * 40 + [1] * 40)
    spans = label_spans([(0.0, 0.9), (1.1, 2.5), (4.5, 5.0)], voices)
    assert spans == [VoiceSpan(0.0, 2.0, "voice-0"), VoiceSpan(2.0, 2.5, "voice-1"), VoiceSpan(4.5, 5.0, "voice-0")]


def test_the_embedded_diarizer_tells_two_voices_apart(talk, fake_engines) -> None:
    sound = talk([("low", 5), ("", 0.4), ("high", 4), ("", 0.2), ("low", 6), ("", 1), ("low", 3)])
    spans = open_diarizer(Voice()).diarize(sound)
    assert [span.voice for span in spans] == ["voice-0", "voice-1", "voice-0", "voice-0"]
    assert spans[1].start == pytest.approx(5.4, abs=0.1)
    assert spans[1].end == pytest.approx(9.4, abs=0.1)


def test_the_real_engines_hear_nobody_in_silence() -> None:
    diarizer = open_diarizer(Voice())
    assert diarizer.diarize(Waveform(np.zeros(16_000, np.float32), 16_000)) == []
    assert diarizer.finds_overlap is False
