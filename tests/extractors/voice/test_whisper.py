"""Blocks, windows and words around the model; the model itself runs in test_transcription.py."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from extractors.captions import Caption
from extractors.voice import whisper
from extractors.voice.audio import Waveform, write_flac
from extractors.voice.whisper import Whisper, cut_windows, find_model, read_windows, timed_words
from likeness.errors import EngineError, SettingsError, SourceGone
from likeness.records import Recording, Rejected


@pytest.mark.parametrize(
    ("spans", "speech", "windows"),
    [
        # Turns are taken together up to half a minute.
        ([(0, 10), (10.5, 20), (20.5, 35)], [], [(0, 20), (20.5, 35)]),
        # Long silence is left out.
        ([(0, 5), (7.5, 9)], [], [(0, 5), (7.5, 9)]),
        # A long turn is cut in a pause, the last that fits.
        ([(0, 50)], [(0, 12), (12.4, 28), (29, 50)], [(0, 28.5), (28.5, 50)]),
        # Without a pause it is cut all the same.
        ([(0, 70)], [(0, 70)], [(0, 30), (30, 60), (60, 70)]),
        ([], [(0, 70)], []),
    ],
)
def test_cut_windows(spans: list, speech: list, windows: list) -> None:
    assert cut_windows(spans, speech) == windows


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """25 s of sound at 8 kHz, read in blocks of 10 s and windows of 4 s, with a pause every second."""
    monkeypatch.setattr(whisper, "BLOCK", 10.0)
    monkeypatch.setattr(whisper, "WINDOW", 4.0)
    monkeypatch.setattr(whisper, "detect_speech", lambda sound: [(i, i + 0.9) for i in range(int(sound.duration) + 1)])
    write_flac(tmp_path / "a.flac", Waveform(np.linspace(-1, 1, 25 * 8000, dtype=np.float32), 8000))
    return tmp_path / "a.flac"


def test_blocks_hold_whole_windows_and_all_speech(spoken: Path) -> None:
    blocks = list(read_windows(spoken, [(0.5, 18), (24, 24.5)]))
    assert all(sound.sampling_rate == 16_000 and sound.duration <= 10.001 for _, sound, _ in blocks)
    windows = [(round(start + first, 2), round(start + last, 2)) for start, _, cut in blocks for first, last in cut]
    assert windows[0][0] == 0.3 and windows[-1] == (23.8, 24.7)
    heard = [window for window in windows if window[1] < 20]
    assert heard[-1][1] == 18.2
    assert all(before[1] == after[0] for before, after in pairwise(heard))
    assert all(last - first <= 4.001 for first, last in windows)
    start, sound, _ = blocks[1]
    assert sound.samples[800] == pytest.approx(-1 + 2 * (start + 0.05) / 25, abs=0.01)


def test_turns_beyond_the_end_and_no_turns(spoken: Path) -> None:
    assert [cut for _, _, cut in read_windows(spoken, [(24, 60)])] == [[(0.0, pytest.approx(1.2))]]
    assert list(read_windows(spoken, [])) == []


def test_a_broken_recording(tmp_path: Path) -> None:
    (tmp_path / "a.flac").write_bytes(b"no sound")
    for path in (tmp_path / "a.flac", tmp_path / "gone.flac"):
        with pytest.raises(SourceGone, match="cannot be read"):
            list(read_windows(path, [(0, 1)]))


def heard(*words: tuple[float, float, str], start: float = 0, end: float = 4, **scores: float) -> SimpleNamespace:
    timed = [SimpleNamespace(start=a, end=b, word=text, probability=0.5) for a, b, text in words]
    known = {"no_speech_prob": 0.1, "avg_logprob": -0.3}
    return SimpleNamespace(start=start, end=end, words=timed, **{**known, **scores})


def test_times_that_cannot_be_are_pressed_into_the_segment() -> None:
    words = timed_words(heard((0, 1, " In"), (1, 0.5, " Leeds"), (0.4, 2, ","), (5, 9, " so."), (9, 9, " ")), 100)
    assert [(w.text, w.start, w.end) for w in words] == [
        ("In", 100, 101),
        ("Leeds", 101, 101),
        (",", 101, 102),
        ("so.", 104, 104),
    ]
    assert timed_words(SimpleNamespace(start=0, end=1, words=None), 0) == ()


class Model:
    """A model that knows two languages."""

    supported_languages = ("en", "de")
    model = SimpleNamespace(device="cpu")


RECORDING = Recording(url="u", sha256="0", title="t", path="a.flac", sampling_rate=8000, duration=25)


def test_what_the_model_takes_for_silence_is_rejected(spoken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        heard((0, 1, " Good"), (1, 2, " evening.")),
        heard((2, 3, " Thank"), (3, 4, " you."), no_speech_prob=0.9, avg_logprob=-1.4),
        heard((2, 3, " Unsure."), no_speech_prob=0.9),
        heard(),
    ]
    monkeypatch.setattr(Whisper, "_segments", lambda self, sound, windows: said)
    rows = list(Whisper(Model(), "en", []).hear(spoken, RECORDING, [(5, 8)]))
    assert [row.text if isinstance(row, Caption) else (row.reason, row.row["text"]) for row in rows] == [
        "Good evening.",
        ("no_speech", "Thank you."),
        "Unsure.",
    ]
    assert isinstance(rows[0], Caption) and rows[0].words[0].start == pytest.approx(4.8)
    assert isinstance(rows[1], Rejected) and rows[1].detail == "probability 0.90"


def test_a_failing_model_is_told_of(spoken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, *args: object, **settings: object) -> None:
        raise RuntimeError("CUDA failed with error out of memory")

    monkeypatch.setattr("faster_whisper.BatchedInferencePipeline.transcribe", fail)
    with pytest.raises(EngineError, match="out of memory; take a smaller"):
        list(Whisper(Model(), "de-AT", []).hear(spoken, RECORDING, [(5, 8)]))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty hub cache."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def store(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("{}")
    return folder


WHOLE = ("model.bin", "config.json", "tokenizer.json")


def test_models_are_found_on_disk_only(tmp_path: Path, cache: Path) -> None:
    assert find_model("tiny") is None
    assert find_model("ada/whisper-leeds") is None
    snapshots = cache / "models--Systran--faster-whisper-tiny"
    store(snapshots / "refs", "main").joinpath("main").write_text("0" * 40)
    stored = store(snapshots / "snapshots" / ("0" * 40), *WHOLE[:2])
    assert find_model("tiny") is None  # a broken download
    (stored / "tokenizer.json").write_text("{}")
    assert find_model("tiny") == stored
    assert find_model(str(store(tmp_path / "mine", *WHOLE))) == tmp_path / "mine"


def test_a_wrong_model_is_a_wrong_setting(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(SettingsError, match="transcribe_model"):
        find_model("huge")
    with pytest.raises(SettingsError, match="no Whisper model"):
        find_model(str(store(tmp_path / "mine", "pytorch_model.bin")))


def test_a_model_that_cannot_be_loaded(tmp_path: Path) -> None:
    folder = store(tmp_path / "mine", *WHOLE)
    with pytest.raises(EngineError, match="cannot be loaded on cpu"):
        whisper.open_whisper(str(folder), "cpu", "en", [])


def test_the_language_is_one_the_model_knows() -> None:
    with pytest.raises(SettingsError, match="does not know 'fi'"):
        Whisper(Model(), "fi", [])
    assert Whisper(Model(), "auto", ["Ada"] * 3 + [f"term {n}" for n in range(90)]).hot_words.count(",") == 49
