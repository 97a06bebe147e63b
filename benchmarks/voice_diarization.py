"""Diarization error rate of every sound with a truth in RTTM, as pyannote.metrics counts it: no collar, overlap in.

NAME.rttm with a sound NAME.flac of each recording it is about, NAME.uem for what is judged (else all of it)
truth_speech.rttm of a composed interview, with its mix.flac
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.data import print_table
from benchmarks.voice_run import hear, listener, parts_of, recording_of, turns_of
from benchmarks.voice_truth import Said, Span, read_rttm, read_uem
from extractors.voice.listening import diarize_recording
from extractors.voice.vocals import separate_recording
from likeness.workspace import Workspace

if TYPE_CHECKING:
    from pyannote.core import Annotation

PUBLISHED = {"AMI-IHM": 17.0, "AMI-SDM": 19.9, "CALLHOME": 26.7, "VoxConverse": 11.2}
"""Percent, whole test sets, of community-1. Source: README of pyannote.audio, 2025-09."""

PARTS = ("missed detection", "false alarm", "confusion")


@dataclass(frozen=True)
class Case:
    """A sound, who speaks when in it, and which stretches of it are judged (none: all of it)."""

    group: str
    sound: Path
    said: Sequence[Said]
    judged: Sequence[Span]


def report(audio: Path, scratch: Path) -> dict[str, Any]:
    """Every case of the folder, and the sums of each group."""
    rows = [_measure(case, scratch) for case in cases(audio)]
    sums = [{"group": name, **_rates(counts)} for name, counts in _sums(rows).items()]
    shown = [{name: value for name, value in row.items() if name != "counts"} for row in rows]
    print_table("Diarization error rate (collar 0, overlap counted)", shown)
    print_table("The same by group", sums)
    print_table("Published for pyannote community-1, in percent, on whole test sets", [PUBLISHED])
    return {"files": shown, "groups": sums, "published_percent": PUBLISHED}


def cases(audio: Path) -> Iterator[Case]:
    """Every sound with a truth; `truth_turns.rttm` is left out, as its turns hold pauses."""
    for path in sorted(audio.rglob("*.rttm")):
        judged = read_uem(path.with_suffix(".uem"))
        for name, said in read_rttm(path).items():
            composed = path.name == "truth_speech.rttm"
            sound = path.parent / ("mix.flac" if composed else f"{name}.flac")
            if sound.is_file() and path.name != "truth_turns.rttm":
                yield Case(path.parent.parent.name if composed else path.stem, sound, said, judged.get(name, ()))


def _measure(case: Case, scratch: Path) -> dict[str, Any]:
    """Diarize one sound as the pipeline does, and compare."""
    persona = listener(f"{case.sound.parent.name} {case.sound.stem}", [case.sound])
    workspace, (part,) = Workspace(scratch, persona.slug), parts_of(persona)
    hear(workspace, persona, (separate_recording, diarize_recording))
    found = [Said(turn.speaker, turn.start, turn.end) for turn in turns_of(workspace, part)]
    judged = case.judged or [(0.0, recording_of(workspace, part).duration)]
    counts = _compare(case.said, found, judged)
    name = case.sound.parent.name if case.sound.stem == "mix" else case.sound.stem
    voices = (len({said.speaker for said in turns}) for turns in (found, case.said))
    return {
        "group": case.group,
        "file": name,
        **_rates(counts),
        "voices": "/".join(map(str, voices)),
        "counts": counts,
    }


def _compare(said: Sequence[Said], found: Sequence[Said], judged: Sequence[Span]) -> Mapping[str, float]:
    """Seconds of speech, and of each kind of error in it."""
    from pyannote.core import Segment, Timeline
    from pyannote.metrics.diarization import DiarizationErrorRate

    metric: Any = DiarizationErrorRate(collar=0.0, skip_overlap=False)
    where = Timeline([Segment(*span) for span in judged])
    counts = metric(_annotation(said), _annotation(found), uem=where, detailed=True)
    return {name: float(counts[name]) for name in ("total", *PARTS)}


def _annotation(turns: Sequence[Said]) -> "Annotation":
    from pyannote.core import Annotation, Segment

    annotation = Annotation()
    for number, (speaker, start, end) in enumerate(turns):
        annotation[Segment(start, end), number] = speaker
    return annotation


def _sums(rows: Sequence[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for name, seconds in row["counts"].items():
            sums[row["group"]][name] += seconds
    return dict(sums)


def _rates(counts: Mapping[str, float]) -> dict[str, float]:
    """The errors as shares of the speech: the rate and its three parts."""
    total = max(counts["total"], 1e-9)
    parts = {name: counts[name] / total for name in PARTS}
    return {"error_rate": sum(parts.values()), **{name.replace(" ", "_"): share for name, share in parts.items()}}
