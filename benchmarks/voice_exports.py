"""What voice trainers read back of what is written for them: sounds with an exact text, exported for every trainer.

Each export is read by a reader written from its trainer's own rules (`benchmarks.trainer_readers`): what is dropped is
dropped in silence by the trainer, and should have been left out by the export with a reason. Some trainers split their
list by themselves; the export's held-out list is for the user then, and not read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.data import print_table, read_jsonl
from benchmarks.trainer_readers import READERS, taken
from benchmarks.voice_run import hear, listener, parts_of, recording_of
from benchmarks.voice_words import sources_of
from likeness.persona import Persona
from likeness.records import Clip
from likeness.sections import Export
from likeness.workspace import Workspace
from train.exports import export_voices


def report(audio: Path, scratch: Path) -> list[dict[str, Any]]:
    """A row for each trainer."""
    texts = {path: text for found in sources_of(audio).values() for path, text in found.items()}
    rows = list(_measure(texts, scratch)) if texts else []
    print_table("Exports: lines written, read back by the trainer's rules, and dropped", rows)
    return rows


def _measure(texts: Mapping[Path, str], scratch: Path) -> Iterator[dict[str, Any]]:
    persona = listener("Exact Text", list(texts)).model_copy(update={"export": Export(formats=tuple(READERS))})
    workspace = Workspace(scratch, persona.slug)
    hear(workspace, persona, ())
    _write_clips(workspace, persona, list(texts.values()))
    for trainer, folder in zip(persona.export.formats, export_voices(workspace, persona), strict=True):
        rows = READERS[trainer](folder)
        rejected = Counter(row["reason"] for row in read_jsonl(folder / "rejected.jsonl"))
        yield {
            "trainer": trainer,
            "clips": len(texts),
            "rejected": dict(rejected),
            "held_out_unread": len(texts) - rejected.total() - len(rows),
            "written": len(rows),
            "read_back": len(taken(rows)),
            "dropped": dict(Counter(row.problem for row in rows if row.problem)),
        }


def _write_clips(workspace: Workspace, persona: Persona, texts: list[str]) -> None:
    """Each recording, whole, as one clip with its exact text."""
    for part, text in zip(parts_of(persona), texts, strict=True):
        recording = recording_of(workspace, part)
        clip = Clip(
            parents=(recording.id,),
            path=recording.path,
            recording=recording.id,
            start=0.0,
            end=recording.duration,
            text=text,
            similarity=1.0,
            snr_db=60.0,
            sampling_rate=recording.sampling_rate,
            duration=recording.duration,
        )
        workspace.table(Clip).write(part, [clip], "exact text")
