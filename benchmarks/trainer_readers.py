"""Readers of voice exports, each written from its trainer's own rules: what the trainer would drop, and why.

    read_vits(Path("data/ada/exports/vits"))
    -> [Row(list="train.txt", sound="wavs/clip-0123456789abcdef.wav", text="What is said.", ..., problem=""), ...]

A row is a line of a list that the trainer reads; `problem` is '' where it takes the line, else what it stumbles over.
"""

import csv
import wave
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from likeness.sections import Trainer

GPT_SOVITS_LANGUAGES = {"zh", "ja", "jp", "en", "ko", "yue"}
STYLE_BERT_VITS2_LANGUAGES = {"JP", "EN", "ZH"}

COLUMNS = "columns"
NOT_IN_LANGUAGES = "language"
NO_SUCH_SOUND = "no_such_sound"
SOUND_FORMAT = "sound_format"
NO_PEAK = "no_peak"
TEXT_LENGTH = "text_length"
DURATION = "duration"
UNREAD_SIGN = "unread_sign"
SAME_NAME = "same_name"
INSIDE_A_QUOTE = "inside_a_quote"


@dataclass(frozen=True)
class Row:
    """A line of a list: its sound below the trainer's folder, its text and further fields, seconds and level (RMS)."""

    list: str
    sound: str
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    level: float = 0.0
    problem: str = ""


def lines(path: Path) -> list[str]:
    """The lines of a list in UTF-8, parted by line feeds alone."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return text.strip("\n").split("\n") if text else []


def bars(path: Path) -> list[list[str]]:
    """The lines of a list as VITS, GPT-SoVITS and Style-Bert-VITS2 split them: at every bar."""
    return [line.split("|") for line in lines(path)]


def taken(rows: Sequence[Row], name: str | None = None) -> list[str]:
    """The texts of the rows that the trainer takes; of one list if it is named."""
    return [row.text for row in rows if not row.problem and name in (None, row.list)]


def read_vits(folder: Path, sampling_rate: int = 22_050, lists: Sequence[str] = ("train.txt", "val.txt")) -> list[Row]:
    """data_utils.py and train.py: 1 to 190 symbols, more than 32 and up to 1000 frames of hop 256.

    The lists of a model of several speakers have a column more, which is a number.
    """
    rows = []
    for name in lists:
        for parts in bars(folder / name):
            row = Row(name, parts[0], parts[-1], {"speaker": parts[1]} if len(parts) == 3 else {})
            rows.append(
                _checked(
                    row,
                    folder,
                    sampling_rate,
                    (COLUMNS, len(parts) != (3 if "speakers" in name else 2)),
                    (COLUMNS, len(parts) == 3 and not parts[1].isdigit()),
                    (TEXT_LENGTH, not 1 <= len(row.text) <= 190),
                    (DURATION, not 32 < frames(folder / row.sound, 256) <= 1000),
                )
            )
    return rows


def read_gpt_sovits(folder: Path) -> list[Row]:
    """1-get-text.py and the two loaders: 4 fields, a known language, basenames once, 0.6 to 54 s, a peak."""
    rows: list[Row] = []
    for name in ("train.list", "val.list"):
        for sound, *told in bars(folder / name):
            speaker, language, text = told if len(told) == 3 else ("", "", "")
            row = Row(name, sound, text, {"speaker": speaker, "language": language})
            seconds = heard(folder / sound, 32_000)[0]
            rows.append(
                _checked(
                    row,
                    folder,
                    32_000,
                    (COLUMNS, len(told) != 3),
                    (NOT_IN_LANGUAGES, language.lower() not in GPT_SOVITS_LANGUAGES),
                    (UNREAD_SIGN, bool({"%", "\uffe5"} & set(text))),
                    (SAME_NAME, Path(sound).name in {Path(other.sound).name for other in rows}),
                    (DURATION, not 0.6 < seconds < 54),
                )
            )
    return rows


def read_style_bert_vits2(folder: Path) -> list[Row]:
    """preprocess_text.py with corrected paths, data_utils.py and train_ms.py: 4 fields, paths once, frames of 512.

    The held-out list is not read.
    """
    rows: list[Row] = []
    for listed in sorted((folder / "Data").glob("*/esd.list")):
        for sound, *told in bars(listed):
            speaker, language, text = told if len(told) == 3 else ("", "", "")
            row = Row(listed.name, f"{listed.parent.relative_to(folder)}/raw/{sound}", text)
            rows.append(
                _checked(
                    replace(row, fields={"speaker": speaker, "language": language}),
                    folder,
                    44_100,
                    (COLUMNS, len(told) != 3),
                    (NOT_IN_LANGUAGES, language not in STYLE_BERT_VITS2_LANGUAGES),
                    (TEXT_LENGTH, not text.strip()),
                    (SAME_NAME, row.sound in {other.sound for other in rows}),
                    (DURATION, not 32 < frames(folder / row.sound, 512) <= 1000),
                )
            )
    return rows


def read_piper(folder: Path) -> list[Row]:
    """preprocess.py: csv.reader with bars and its usual quotes; two columns, or the words would be a speaker.

    Lines that a quotation mark draws into an earlier one are rows of their own here. The held-out list is not read.
    """
    listed, rows = folder / "metadata.csv", []
    with listed.open(encoding="utf-8", newline="") as file:
        read = list(csv.reader(file, delimiter="|"))
    for parts in read:
        row = Row(listed.name, f"wavs/{parts[0]}.wav", parts[-1])
        short = heard(folder / row.sound, 22_050)[0] * 22_050 < 8192
        rows.append(_checked(row, folder, 22_050, (COLUMNS, len(parts) != 2), (DURATION, short)))
    lost = len(lines(listed)) - len(read)
    return [*rows, *[Row(listed.name, "", "", problem=INSIDE_A_QUOTE)] * lost]


def read_ljspeech(folder: Path) -> list[Row]:
    """Coqui's formatter: three columns, of which the last is spoken; wavs/<id>.wav. The held-out list is not read."""
    rows = []
    for name, *texts in bars(folder / "metadata.csv"):
        row = Row("metadata.csv", f"wavs/{name}.wav", texts[-1] if texts else "", {"raw": texts[0] if texts else ""})
        gates = (COLUMNS, len(texts) != 2), (TEXT_LENGTH, not row.text)
        rows.append(_checked(row, folder, 22_050, *gates))
    return rows


def read_audiofolder(folder: Path) -> list[Row]:
    """`datasets` reads one table of metadata a split with pyarrow; it names every sound of its folder."""
    from pyarrow import json as table

    rows = []
    for split in ("train", "validation"):
        listed = folder / split / "metadata.jsonl"
        for told in table.read_json(listed).to_pylist() if listed.is_file() else ():
            row = Row(split, f"{split}/{told['file_name']}", told["text"], told)
            rows.append(_checked(row, folder, 24_000))
    return rows


READERS: Mapping[Trainer, Callable[[Path], list[Row]]] = {
    "vits": read_vits,
    "gpt-sovits": read_gpt_sovits,
    "style-bert-vits2": read_style_bert_vits2,
    "piper": read_piper,
    "ljspeech": read_ljspeech,
    "audiofolder": read_audiofolder,
}


def frames(path: Path, hop: int) -> int:
    """The frames of a clip as VITS counts them: from the size of its file, header and all."""
    return path.stat().st_size // (2 * hop) if path.is_file() else 0


def heard(path: Path, sampling_rate: int) -> tuple[float, float, float]:
    """The seconds, level (RMS) and peak of a mono 16-bit clip at the rate that is asked for; zeros for any other."""
    if not path.is_file():
        return 0.0, 0.0, 0.0
    with wave.open(str(path)) as file:
        if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, sampling_rate):
            return 0.0, 0.0, 0.0
        samples = np.frombuffer(file.readframes(-1), "<i2") / 32768
    level = float(np.sqrt(np.mean(samples**2))) if len(samples) else 0.0
    return len(samples) / sampling_rate, level, float(np.abs(samples).max(initial=0.0))


def _checked(row: Row, folder: Path, sampling_rate: int, *gates: tuple[str, bool]) -> Row:
    """The row with what its sound is like, and the first gate that it fails: those on the sound come first."""
    path = folder / row.sound
    seconds, level, peak = heard(path, sampling_rate)
    sound = (NO_SUCH_SOUND, not path.is_file()), (SOUND_FORMAT, seconds == 0), (NO_PEAK, peak == 0)
    problem = next(_failed([*sound, *gates]), "")
    return replace(row, seconds=seconds, level=level, problem=problem)


def _failed(gates: Sequence[tuple[str, bool]]) -> Iterator[str]:
    return (name for name, failed in gates if failed)
