"""What the command line says and does about adapters: how they were trained, how they score, which one is in use."""

import json
from collections.abc import Iterator
from pathlib import Path

from flows.progress import Bars
from likeness.errors import SettingsError
from likeness.persona import Persona, load_persona
from likeness.sections import Train
from likeness.workspace import Workspace
from train import promotion
from train.base_report import report_lines
from train.cards import read_evaluation
from train.dataset import read_splits
from train.dialogue_base import make_base
from train.memory import check_memory
from train.score_table import table_lines

SHORT_ROW = 64
"""Tokens of a short row: what training holds at least. The rows themselves are looked at before they are trained on."""


def check_base_model(persona: Persona) -> None:
    """Say at once, and not after hours of collecting, that the base model is missing or the machine cannot hold it."""
    check_memory(persona.train, longest=SHORT_ROW)


def training_lines(persona_file: Path, root: str) -> Iterator[str]:
    """A line for each stage: on what it was trained and how the loss fell, or why there is no adapter."""
    persona = load_persona(persona_file)
    workspace = Workspace(root, persona.slug)
    splits = read_splits(workspace, persona)
    planned = {
        "style": ("style_train", "words of the person", "facts_only"),
        "facts": ("facts_train", "facts", "style_only"),
    }
    for stage, (split, what, without) in planned.items():
        folder = workspace.path("adapters", stage)
        if folder.exists():
            yield _trained(stage, folder)
        elif not splits[split]:
            yield f"{stage}: not trained, there are no {what}; `likeness status` shows what was dropped, and why"
        elif persona.train.curriculum in (without, "joint"):
            yield f'{stage}: no stage of its own with curriculum = "{persona.train.curriculum}"'


def _trained(stage: str, folder: Path) -> str:
    training = json.loads((folder / "training.json").read_text())
    log = (json.loads(line) for line in (folder / "loss.jsonl").read_text().splitlines())
    losses = [entry["loss"] for entry in log if "loss" in entry]
    speed = f"{training['tokens_per_second']:,} tokens/s" if training["tokens_per_second"] else "in no time"
    return (
        f"{stage}: {training['tokens']:,} tokens in {len(losses)} steps, loss {losses[0]:.2f} -> {losses[-1]:.2f}, "
        f"{speed}, {training['peak_memory_mb'] / 1000:.1f} GB at most"
    )


def score_lines(persona_file: Path, root: str) -> list[str]:
    """The scores of every stage, a line each, with what they mean."""
    return table_lines(read_evaluation(_workspace(persona_file, root)))


def waiting_lines(persona_file: Path, root: str) -> list[str]:
    """That a new adapter waits, if one does, and how it compares with the one in use."""
    return promotion.waiting_lines(_workspace(persona_file, root), persona_file)


def finetune_plainly(persona_file: Path, root: str, only: list[str] | None) -> str:
    """Fine-tune without Prefect, as one of several processes that must all do the same.

    Raises:
        SettingsError: if another step is asked for.
    """
    from flows.steps import Plain, finetune

    if only != ["finetune"]:
        raise SettingsError("several processes can finetune, nothing else: run the other steps without a launcher")
    persona = load_persona(persona_file)
    workspace = Workspace(root, persona.slug)
    finetune(Plain(workspace, persona))
    return str(workspace.path("report.html"))


def make_base_model(corpus: Path, out: Path, base_model: str, rows: int | None) -> list[str]:
    """Stage 0; returns what came of it."""
    with Bars() as bars, bars.step("make_base", None) as advance:
        report = make_base(corpus, out, Train(base_model=base_model), rows, advance)
    return report_lines(report, out)


def change_adapter(persona_file: Path, root: str, back: bool) -> str:
    """Put the candidate in use, or go back to what was in use before it; returns the folder."""
    workspace = _workspace(persona_file, root)
    (promotion.rollback if back else promotion.promote)(workspace)
    return str(workspace.path("adapters"))


def _workspace(persona_file: Path, root: str) -> Workspace:
    return Workspace(root, load_persona(persona_file).slug)
