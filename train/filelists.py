"""What each voice trainer reads: the lines of its lists, the sound it expects, and what it drops without a word.

    vits              wavs/clip-0123456789abcdef.wav|What is said, spelled out.
    gpt-sovits        wavs/clip-0123456789abcdef.wav|grace-hopper|en|What is said, spelled out.
    style-bert-vits2  clip-0123456789abcdef.wav|grace-hopper|EN|What is said, spelled out.
    piper             clip-0123456789abcdef|What is said, spelled out.
    ljspeech          clip-0123456789abcdef|What is said, as transcribed.|What is said, spelled out.
    audiofolder       {"file_name": "clip-0123456789abcdef.wav", "text": "What is said, spelled out.", "raw": ...}

Lists are split at every bar, without any escape, so no text holds one. Clips are named by their ids, so that two
recordings never share a file name. Whatever a trainer's loader would leave out is rejected here, with a reason.

No phonemes are written: every trainer makes its own. Where a limit counts phonemes, letters stand for them.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Literal, NamedTuple

from likeness.persona import Persona
from likeness.records import Clip, Rejected, Seconds
from likeness.sections import Trainer
from train.speakable import SIGNS, one_line, speakable

LANGUAGE_NOT_SUPPORTED = "language_not_supported"
NO_TEXT = "no_text"
TEXT_TOO_LONG = "text_too_long"
UNSPEAKABLE_SIGN = "unspeakable_sign"
WORDS_DO_NOT_FILL = "words_do_not_fill"
TOO_SHORT = "too_short_for"
TOO_LONG = "too_long_for"
"""With the trainer's name after it: too_long_for_vits."""

HELD_OUT = 0.1
"""Share of the speech that validation is to have, as near as whole recordings come to it."""

WAV_HEADER = 44
"""Bytes. Trainers count a clip's frames from the size of its file, header and all."""

Split = Literal["train", "held_out", "all"]


@dataclass(frozen=True)
class Filelist:
    """A list of the clips of one split; `line` makes a line of a clip's `fields`."""

    name: str
    split: Split
    line: Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True)
class Rules:
    """What one trainer reads, and what its loader would drop.

    Sounds are mono 16-bit PCM at `sampling_rate` Hz. A clip has from the first to the second of `frames`, each of `hop`
    samples; its text at most `longest_text` characters and from the first to the second of `phones_per_second`, none of
    `unread`. `languages` maps a language to the trainer's tag for it; where it is empty any language will do.
    `train_sounds` and `held_out_sounds` are folders, as `lists` are files, below `root`; {model} is the persona's slug.
    `usage` tells a user what to do with the folder.
    """

    sampling_rate: int
    lists: tuple[Filelist, ...]
    usage: str
    hop: int = 256
    frames: tuple[int, float] = (1, inf)
    longest_text: float = inf
    phones_per_second: tuple[float, float] = (0, inf)
    unread: re.Pattern[str] = SIGNS
    languages: tuple[tuple[str, str], ...] = ()
    root: str = ""
    train_sounds: str = "wavs"
    held_out_sounds: str = "wavs"


def _json_line(fields: Mapping[str, Any]) -> str:
    return json.dumps({"file_name": f"{fields['id']}.wav", **fields}, ensure_ascii=False)


def _split(train: str, held_out: str, line: Callable[[Mapping[str, Any]], str]) -> tuple[Filelist, Filelist]:
    return Filelist(train, "train", line), Filelist(held_out, "held_out", line)


NOT_DIGITS = re.compile(rf"(?!\d){SIGNS.pattern}")
"""What a trainer whose own text front end reads numbers cannot read."""

ESPEAK_MARKS = re.compile(r"[<>^~\\*_{}\[\]]")
"""What espeak takes for markup or phoneme codes; numbers and other signs it reads in the language of the voice."""

NOTHING = re.compile(r"(?!)")

VITS_FRAMES = (33, 1000)
"""Source: VITS train.py, bucket boundaries 32 (excluded) to 1000 frames, the same in Style-Bert-VITS2's train_ms.py."""

RULES: Mapping[Trainer, Rules] = {
    "vits": Rules(
        sampling_rate=22_050,
        frames=VITS_FRAMES,
        longest_text=190,  # Source: VITS data_utils.py, max_text_len
        lists=(
            *_split("train.txt", "val.txt", "wavs/{id}.wav|{text}".format_map),
            *_split("train_speakers.txt", "val_speakers.txt", "wavs/{id}.wav|0|{text}".format_map),
            Filelist("metadata.csv", "all", "{id}|{raw}|{text}".format_map),
        ),
        usage="Name `train.txt` and `val.txt` in the config of one speaker, the `_speakers` lists (the person is"
        " speaker 0) in that of several; run VITS' own `preprocess.py` over them for phonemes.",
    ),
    "gpt-sovits": Rules(
        sampling_rate=32_000,
        hop=640,
        frames=(31, 2699),  # Source: module/data_utils.py keeps clips longer than 0.6 and shorter than 54 s
        phones_per_second=(3, 25),  # Source: AR/data/dataset.py, min_ps_ratio and max_ps_ratio
        unread=NOT_DIGITS,
        languages=(("zh", "zh"), ("cmn", "zh"), ("ja", "ja"), ("en", "en"), ("ko", "ko"), ("yue", "yue")),
        lists=_split("train.list", "val.list", "wavs/{id}.wav|{speaker}|{language}|{text}".format_map),
        usage="Give `train.list` as the annotation file and `wavs/` as the folder of the sounds.",
    ),
    "style-bert-vits2": Rules(
        sampling_rate=44_100,
        hop=512,
        frames=VITS_FRAMES,
        unread=NOT_DIGITS,
        languages=(("ja", "JP"), ("en", "EN"), ("zh", "ZH"), ("cmn", "ZH")),
        root="Data/{model}",
        train_sounds="raw",
        held_out_sounds="held_out",
        lists=_split("esd.list", "held_out.list", "{id}.wav|{speaker}|{language}|{text}".format_map),
        usage="Put what is in `Data` into the trainer's own `Data` folder and skip its slicing and transcription.",
    ),
    "piper": Rules(
        sampling_rate=22_050,
        frames=(33, inf),  # Source: piper's vits/config.py, segment_size 8192 samples: a shorter clip has no segment
        unread=ESPEAK_MARKS,
        lists=_split("metadata.csv", "held_out.csv", "{id}|{text}".format_map),
        usage="Preprocess this folder with `--dataset-format ljspeech --single-speaker`, or give `metadata.csv` as"
        " `data.csv_path` and `wavs/` as `data.audio_dir`.",
    ),
    "ljspeech": Rules(
        sampling_rate=22_050,
        frames=(33, inf),
        lists=_split("metadata.csv", "held_out.csv", "{id}|{raw}|{text}".format_map),
        usage="Any trainer with an LJ Speech reader takes this folder as it is; the third column is what is spoken.",
    ),
    "audiofolder": Rules(
        sampling_rate=24_000,  # as LibriTTS and Emilia
        unread=NOTHING,
        train_sounds="train",
        held_out_sounds="validation",
        lists=_split("train/metadata.jsonl", "validation/metadata.jsonl", _json_line),
        usage="`datasets.load_dataset` reads this folder as it is.",
    ),
}


def rules_for(trainer: Trainer, persona: Persona) -> Rules:
    """The rules of a trainer, at the persona's own rate for VITS and under the persona's name."""
    rules = RULES[trainer]
    rate = persona.vits.sampling_rate if trainer == "vits" else rules.sampling_rate
    return replace(rules, sampling_rate=rate, root=rules.root.format(model=persona.slug))


class Line(NamedTuple):
    """One line of a list: a clip, its words as transcribed and as spoken."""

    clip: Clip
    raw: str
    text: str


def check_clip(clip: Clip, trainer: Trainer, persona: Persona) -> Line | Rejected:
    """A line for the trainer's lists, or the reason for which it would drop the clip or mispronounce it.

    The raw words never open with a quotation mark: readers of CSV would take all up to the next one for one field.
    """
    rules = rules_for(trainer, persona)
    raw = one_line(clip.text).lstrip('"')
    text = speakable(clip.text, persona.language)
    frames = (WAV_HEADER + 2 * round(clip.duration * rules.sampling_rate)) // (2 * rules.hop)
    phones = _phones(text) / max(clip.duration, 0.01)
    (fewest, most), (slowest, fastest) = rules.frames, rules.phones_per_second
    sign = rules.unread.search(text)
    name = trainer.replace("-", "_")
    gates: tuple[tuple[str, bool, str], ...] = (
        (LANGUAGE_NOT_SUPPORTED, language_tag(rules, persona.language) is None, persona.language),
        (f"{TOO_SHORT}_{name}", frames < fewest, f"{frames} frames, at least {fewest}"),
        (f"{TOO_LONG}_{name}", frames > most, f"{frames} frames, at most {most}"),
        (NO_TEXT, not any(letter.isalpha() for letter in text), ""),
        (TEXT_TOO_LONG, len(text) > rules.longest_text, f"{len(text)} symbols, at most {rules.longest_text}"),
        (UNSPEAKABLE_SIGN, sign is not None, sign[0] if sign else ""),
        (WORDS_DO_NOT_FILL, not slowest <= phones <= fastest, f"about {phones:.1f} phonemes a second"),
    )
    rejection = next(((reason, detail) for reason, failed, detail in gates if failed), None)
    return Rejected.of(clip, *rejection) if rejection else Line(clip, raw, text)


def language_tag(rules: Rules, language: str) -> str | None:
    """The trainer's tag for a language like "en" or "zh-Hans", the language itself if it asks for none, else None."""
    subtags = language.lower().split("-")
    primary = "yue" if "yue" in subtags else subtags[0]
    return dict(rules.languages).get(primary) if rules.languages else primary


def _phones(text: str) -> float:
    """About how many phonemes a text has: 0.8 a letter in English (CMUdict), 2 a sign of a script of syllables."""
    letters = [letter for letter in text if letter.isalpha()]
    syllables = sum(letter >= "\u3040" for letter in letters)  # kana, Han and Hangul
    return 0.8 * (len(letters) - syllables) + 2 * syllables


def fields(line: Line, rules: Rules, persona: Persona, url: str) -> dict[str, Any]:
    """What a list can say of a clip, cut from the recording at `url`; `dnsmos` only where it was measured."""
    clip = line.clip
    return {
        "id": clip.id,
        "text": line.text,
        "raw": line.raw,
        "speaker": persona.slug,
        "language": language_tag(rules, persona.language),
        "start": clip.start,
        "end": clip.end,
        "source": url,
        "similarity": clip.similarity,
        "snr_db": clip.snr_db,
        **({"dnsmos": clip.dnsmos} if clip.dnsmos is not None else {}),
    }


def split_lines(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines to train on and to validate with, never of one recording where there are two.

    The recording nearest to `HELD_OUT` of all speech is held out; of a single recording, its last clips in time.
    """
    by_recording: defaultdict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.clip.recording, line.clip.start)):
        by_recording[line.clip.recording].append(line)
    if len(by_recording) < 2:
        only = next(iter(by_recording.values()), [])
        count = len(only) - max(round(len(only) * HELD_OUT), 1) if len(only) > 1 else len(only)
        return only[:count], only[count:]
    wanted = HELD_OUT * seconds_of(lines)
    held_out = min(by_recording, key=lambda name: abs(seconds_of(by_recording[name]) - wanted))
    val = by_recording.pop(held_out)
    return [line for group in by_recording.values() for line in group], val


def seconds_of(lines: Iterable[Line]) -> Seconds:
    """How long the clips of some lines sound."""
    return sum(line.clip.duration for line in lines)
