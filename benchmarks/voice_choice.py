"""Whose voice is meant where no clip of it is given: the one that the recordings share.

A case is the recordings of one person (a composed interview and the target's clips below `speakers`, or a folder
`real`) and one clip each of speakers who are in none of them, so that exactly one person is shared. The choice is right
if the named voice is that person's in every recording where one is named, "not sure" if none is chosen at all.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import print_table
from benchmarks.voice_case import interviews
from benchmarks.voice_imitators import pairs
from benchmarks.voice_run import hear, listener, parts_of, persona_label, recording_of, turns_of
from benchmarks.voice_truth import Said, most_heard, read_rttm
from extractors.voice.identification import identify_speakers
from extractors.voice.listening import diarize_recording
from extractors.voice.vocals import separate_recording
from likeness.errors import SettingsError
from likeness.workspace import Workspace

STAGES = (separate_recording, diarize_recording, identify_speakers)


@dataclass(frozen=True)
class Case:
    """Recordings that one person shares, with who speaks when in each."""

    name: str
    person: str
    sounds: Mapping[Path, list[Said]]


def report(audio: Path, scratch: Path) -> list[dict[str, Any]]:
    """Every case of the folder."""
    rows = [_measure(case, scratch / str(number)) for number, case in enumerate(cases(audio))]
    print_table("Target choice without enrolment", rows)
    return rows


def cases(audio: Path) -> Iterator[Case]:
    """A case for each composed interview and for each folder of one person's clips; none without other speakers."""
    speakers = clips_of_speakers(audio)
    for folder in interviews(audio) if len(speakers) > 1 else ():
        yield _interview(folder, speakers)
    for real, _ in pairs(audio) if speakers else ():
        own = {path: _alone("the person") for path in real}
        yield Case(f"{real[0].parent.parent.name}/real", "the person", own | _strangers(speakers, ()))


def clips_of_speakers(audio: Path) -> dict[str, list[Path]]:
    """The clips below `speakers`, by speaker: what stands before the first dash of a file's name."""
    clips: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted((audio / "speakers").rglob("*.flac")):
        clips[path.name.split("-")[0]].append(path)
    return dict(clips)


def _interview(folder: Path, speakers: Mapping[str, Sequence[Path]]) -> Case:
    target = json.loads((folder / "info.json").read_text())["target"].removeprefix("spk")
    turns = next(iter(read_rttm(folder / "truth_turns.rttm").values()))
    said = [Said(speaker.removeprefix("spk"), start, end) for speaker, start, end in turns]
    own = {path: _alone(target) for path in speakers.get(target, ())}
    strangers = _strangers(speakers, {speaker for speaker, *_ in said})
    return Case(folder.name, target, {folder / "mix.flac": said} | own | strangers)


def _alone(speaker: str) -> list[Said]:
    return [Said(speaker, 0.0, 600.0)]


def _strangers(speakers: Mapping[str, Sequence[Path]], known: Sequence[str] | set[str]) -> dict[Path, list[Said]]:
    """The first clip of each speaker who is not in the other recordings."""
    return {clips[0]: _alone(name) for name, clips in speakers.items() if name not in known}


def _measure(case: Case, scratch: Path) -> dict[str, Any]:
    """Who is named in each recording, and who that is."""
    persona = listener(case.name, list(case.sounds))
    workspace = Workspace(scratch, persona.slug)
    shared = sum(any(s.speaker == case.person for s in said) for said in case.sounds.values())
    row = {"case": case.name, "recordings": len(case.sounds), "with_the_person": shared}
    try:
        hear(workspace, persona, STAGES)
    except SettingsError as error:
        return {**row, "verdict": "not sure", "named_rightly": 0, "named_wrongly": 0, "why": str(error)}
    pairs_of = zip(parts_of(persona), case.sounds.values(), strict=True)
    named = [name for part, said in pairs_of if (name := _named(workspace, part, said)) is not None]
    right = sum(name == case.person for name in named)
    verdict = "right" if named and right == len(named) else "wrong" if named else "nobody named"
    return {**row, "verdict": verdict, "named_rightly": right, "named_wrongly": len(named) - right, "why": ""}


def _named(workspace: Workspace, part: str, said: Sequence[Said]) -> str | None:
    """Who the voice is that is taken for the person's in a recording; '' if nobody speaks then."""
    label = persona_label(workspace, part)
    if label is None:
        return None
    duration = recording_of(workspace, part).duration
    spans = [(turn.start, min(turn.end, duration)) for turn in turns_of(workspace, part, label)]
    return most_heard(spans, [Said(s.speaker, s.start, min(s.end, duration)) for s in said]) or ""
