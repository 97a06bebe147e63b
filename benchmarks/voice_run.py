"""A persona that is nothing but its recordings, and the stages of listening over them, for the cases of voices."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.voice_truth import Span
from extractors.voice import transcript_gates
from flows.steps import LISTENING, Plain, Stage, collect
from likeness.persona import Persona
from likeness.records import Clip, Recording, Rejected, Segment, Speaker, Turn
from likeness.sections import Rights, Voice
from likeness.sources import VideoFile
from likeness.workspace import Workspace

TRANSCRIPT_GATES = (
    transcript_gates.NO_WORDS,
    transcript_gates.HALLUCINATION,
    transcript_gates.REPETITIVE,
    transcript_gates.COMPRESSIBLE,
    transcript_gates.TOO_SLOW,
    transcript_gates.TOO_FAST,
    transcript_gates.LOW_CONFIDENCE,
    transcript_gates.DISAGREEMENT,
)
"""The reasons that speak of the words alone; they come last, so the voice and the sound were found good."""


def listener(name: str, sounds: Sequence[Path], enrolment: Sequence[Path] = (), **voice: Any) -> Persona:
    """A persona of that name with a recording for each sound; `voice` are further settings of `[voice]`."""
    return Persona(
        name=name,
        rights=Rights(basis="evaluation"),
        videos=tuple(VideoFile(path=str(path), url=path.absolute().as_uri()) for path in sounds),
        voice=Voice(enrolment=tuple(str(path.resolve()) for path in enrolment), **voice),
    )


def hear(workspace: Workspace, persona: Persona, stages: Sequence[Stage] = LISTENING) -> None:
    """Collect the recordings, and run the stages over them; what is fresh is not made again, others' rows are gone."""
    runner = Plain(workspace, persona)
    collect(runner)
    parts = parts_of(persona)
    for record in (Turn, Segment, Speaker, Clip):
        workspace.table(record).keep_only(parts)
    for stage in stages:
        runner.each(stage, parts)


def parts_of(persona: Persona) -> list[str]:
    """The part of each sound, in the order of the sounds."""
    return [source.part for source in persona.videos]


def recording_of(workspace: Workspace, part: str) -> Recording:
    """The one recording of a part."""
    return next(workspace.table(Recording).read(part))


def turns_of(workspace: Workspace, part: str, label: str | None = None) -> list[Turn]:
    """The turns of a part; of one voice if its label is given."""
    return [turn for turn in workspace.table(Turn).read(part) if label in (None, turn.speaker)]


def persona_label(workspace: Workspace, part: str) -> str | None:
    """The label of the voice that is taken for the person's; None if none is."""
    return next((row.speaker for row in workspace.table(Speaker).read(part) if row.is_persona), None)


def kept_spans(workspace: Workspace, part: str) -> list[Span]:
    """The clips of a part."""
    return [(clip.start, clip.end) for clip in workspace.table(Clip).read(part)]


def good_spans(workspace: Workspace, part: str) -> list[Span]:
    """What passes all but the transcript gates: clips, and pieces that only lack their words."""
    dropped = [_span(row) for row in workspace.table(Clip).rejected(part) if row.reason in TRANSCRIPT_GATES]
    return kept_spans(workspace, part) + dropped


def spans_but_for(workspace: Workspace, part: str, reasons: Sequence[str]) -> list[Span]:
    """Clips, and pieces that were dropped for any other reason than these."""
    dropped = [_span(row) for row in workspace.table(Clip).rejected(part) if row.reason not in reasons]
    return kept_spans(workspace, part) + dropped


def seconds_of(spans: Sequence[Span]) -> float:
    """How long spans are together."""
    return sum(end - start for start, end in spans)


def _span(dropped: Rejected) -> Span:
    return dropped.row["start"], dropped.row["end"]
