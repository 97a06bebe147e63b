"""Composed interviews with exact truth (`interview_mix/NAME/`): how pure are the spans taken for the person's?

    mix.flac  truth_turns.rttm  info.json {"target": ..., "enrolment_files": [...], "duration": ...}

Purity is the share of the target's own speech against other voices, weighed by time; recall is the share of the
target's time (the turns, less what others speak over) that is found. Both for the spans that pass all but the
transcript gates, and for those that pass the gates on the voice, whatever their sound is like.
"""

import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import print_table
from benchmarks.talks_made import clips_by_speaker, compose_talk
from benchmarks.voice_run import good_spans, hear, listener, parts_of, spans_but_for, turns_of
from benchmarks.voice_truth import STEP, Said, Span, grid, read_rttm, share, turns_of_two
from extractors.voice.audio import ANALYSIS_RATE, decode
from extractors.voice.clips import VOICE_GATES
from likeness.records import Clip
from likeness.workspace import Workspace

SHOWN = ("purity", "recall", "seconds", "voice_gates_purity", "voice_gates_recall", "voices", "times_real_time")


def report(audio: Path, scratch: Path, made: int = 0) -> dict[str, Any]:
    """Every interview of the folder, and as many made ones: a table each, and the sums."""
    real = [measure(folder, scratch / "real") for folder in interviews(audio)]
    talks = made_talks(audio, scratch / "talks", made)
    others = [measure(folder, scratch / "made") for folder in talks]
    _print("Composed interviews: purity and recall of the spans that pass all but the transcript gates", real)
    if made:
        _print("The same on talks made by chance", others)
    return {"cases": real, "made": others, "sums": {"cases": _sums(real), "made": _sums(others)}}


def interviews(audio: Path) -> list[Path]:
    """The folders of the composed interviews."""
    return [info.parent for info in sorted((audio / "interview_mix").glob("*/info.json"))]


def enrolment_of(folder: Path) -> list[Path]:
    """The enrolment files of an interview."""
    return [folder / path for path in json.loads((folder / "info.json").read_text())["enrolment_files"]]


def measure(folder: Path, scratch: Path) -> dict[str, Any]:
    """Find the target of one interview by its enrolment files; weigh the spans that pass all but the word gates."""
    info = json.loads((folder / "info.json").read_text())
    persona = listener(folder.name, [folder / "mix.flac"], enrolment_of(folder))
    workspace, (part,) = Workspace(scratch, persona.slug), parts_of(persona)
    started = time.monotonic()
    hear(workspace, persona)
    seconds = time.monotonic() - started
    said = _truth(folder)
    truth, rejected = turns_of_two(said, info["target"]), workspace.table(Clip).rejected(part)
    return {
        "case": folder.name,
        **_purity("", good_spans(workspace, part), *truth),
        **_purity("voice_gates_", spans_but_for(workspace, part, VOICE_GATES), *truth),
        "clips_exported_without_words": sum(not row.text.strip() for row in workspace.table(Clip).read(part)),
        "rejected": dict(Counter(row.reason for row in rejected).most_common()),
        "voices": f"{len({turn.speaker for turn in turns_of(workspace, part)})}/{len({turn.speaker for turn in said})}",
        "times_real_time": info["duration"] / seconds,
    }


def _truth(folder: Path) -> list[Said]:
    return [said for of_one in read_rttm(folder / "truth_turns.rttm").values() for said in of_one]


def _purity(name: str, spans: list[Span], target: list[Span], others: list[Span]) -> dict[str, float | None]:
    """Share of the target's own speech against other voices, of all of the spans' time, and of the target's time."""
    chosen, his, theirs = grid(spans), grid(target), grid(others)
    return {
        f"{name}purity": share(chosen & his - theirs, chosen & (his | theirs)),
        f"{name}recall": share(chosen & his - theirs, his - theirs),
        f"{name}precision": share(chosen & his - theirs, chosen),
        f"{name}seconds": len(chosen) * STEP,
        f"{name}strange_seconds": len(chosen & theirs) * STEP,
        f"{name}target_seconds": len(his - theirs) * STEP,
    }


def made_talks(audio: Path, scratch: Path, count: int) -> list[Path]:
    """Talks that are composed of the speakers' clips, with music under some if there is music in the folder."""
    speakers = clips_by_speaker(audio / "speakers") if count and (audio / "speakers").is_dir() else {}
    if len(speakers) < 4:
        return []
    music = _music(audio)
    return [compose_talk(speakers, seed, scratch, music) for seed in range(1, count + 1)]


def _music(audio: Path) -> NDArray[np.float32] | None:
    """What is left of a mix with a bed of music where its speech is taken away; None without such a mix."""
    for folder in interviews(audio):
        info, speech = json.loads((folder / "info.json").read_text()), folder / "speech_ref.flac"
        if speech.is_file() and (info.get("music_intro_s") or "music" in info.get("note", "")):
            mix, alone = (decode(path, ANALYSIS_RATE).samples for path in (folder / "mix.flac", speech))
            length = min(len(mix), len(alone))
            return mix[:length] - alone[:length]
    return None


def _sums(rows: Sequence[Mapping[str, Any]]) -> dict[str, float | None]:
    """Purity and recall over all cases, each second of the same weight."""
    strange, seconds = (sum(row[name] for row in rows) for name in ("strange_seconds", "seconds"))
    target = sum(row["target_seconds"] for row in rows)
    own = sum((row["recall"] or 0) * row["target_seconds"] for row in rows)
    return {
        "purity": own / (own + strange) if own + strange else None,
        "recall": own / target if target else None,
        "seconds": seconds,
    }


def _print(title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    sums = [{"case": "all, by time", **_sums(rows)}] if len(rows) > 1 else []
    print_table(title, [{name: row.get(name, "") for name in ("case", *SHOWN, "rejected")} for row in [*rows, *sums]])
