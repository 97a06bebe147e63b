"""Style first, then facts, on one adapter: the stages of a persona, trained one after the other.

    adapters/style   stage 1: the person's own words
    adapters/facts   stage 2 goes on from there (`train.mixture` says on what). This is the adapter to use.

`train.stages` says what else `[train] curriculum` may be. A killed stage goes on from its last checkpoint. While
adapters that have been scored are in use, new ones wait in candidate/ (`train.promotion`). `[evaluate] seeds` trains
the same again, below adapters/seed-<n>.
"""

import json
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from likeness.errors import NotFresh
from likeness.files import cache_folder, fingerprint, is_remote
from likeness.persona import Persona
from likeness.workspace import Progress, Workspace
from train.base_report import base_identity
from train.dataset import read_splits
from train.freshness import is_fresh, made_from_rows, row_ids, settings_of
from train.general import everyday_talk
from train.probe import known_facts
from train.processes import is_main_process, one_process_first, wait_for_all
from train.promotion import CANDIDATE, copy_adapter, make_room, place_to_train
from train.stages import FACTS, STYLE, Stage, placed, seeded, stages

CHARACTERS_PER_TOKEN, TEMPLATE_TOKENS = 3, 32
"""English has four to five characters a token, so three is cautious; a chat template adds some tokens a message."""

logger = logging.getLogger(__name__)


def train_style(workspace: Workspace, persona: Persona, progress: Progress | None = None) -> Path:
    """Stage 1: train adapters/style on the person's own words, unless it is fresh or the curriculum has no such stage.

    Returns:
        The adapter's folder, which is not made where there is nothing to train on.
    """
    return _train(workspace, persona, STYLE, progress)


def train_facts(workspace: Workspace, persona: Persona, progress: Progress | None = None) -> Path:
    """Stage 2: train adapters/facts, going on with adapters/style where there is one, unless it is fresh.

    Returns:
        The adapter's folder, which is not made where there is nothing to train on.
    """
    return _train(workspace, persona, FACTS, progress)


def planned_stages(workspace: Workspace, persona: Persona) -> list[Stage]:
    """The stages of a workspace's rows. The base model is asked once what it knows and how it talks.

    Raises:
        NotFresh: if it has not been asked yet and the workspace is frozen.
    """
    return _planned(workspace, persona, [persona])[0]


def _planned(workspace: Workspace, persona: Persona, seeds: Sequence[Persona]) -> list[list[Stage]]:
    """The stages of each seed; rows and the base model's answers are the same for all of them."""
    splits = read_splits(workspace, persona)
    with one_process_first():  # one asks the base model, the others read its answers
        known = known_facts(workspace, persona, splits)
        general = everyday_talk(workspace, persona, splits)
    return [stages(each, splits, known, general) for each in seeds]


def _train(workspace: Workspace, persona: Persona, adapter: str, progress: Progress | None) -> Path:
    seeds = list(seeded(persona))
    planned_by_seed = _planned(workspace, persona, [each for each, _ in seeds])
    plans = [(*seed, planned) for seed, planned in zip(seeds, planned_by_seed, strict=True)]
    with one_process_first():
        make_room(workspace, base_identity(persona.train.base_model))
        fresh = all(_is_whole(workspace, each, folder, planned) for each, folder, planned in plans)
        root = place_to_train(workspace, fresh)
        for each, folder, planned in plans if root == CANDIDATE else ():
            _copy_what_is_fresh(workspace, each, folder, planned, adapter)
    for each, folder, planned in plans:
        stage = next((stage for stage in planned if stage.adapter == adapter), None)
        if stage is None:
            workspace.forget(placed(adapter, placed(folder, root)))  # what comes after would take it for its own
        else:
            _run(workspace, each, stage, placed(folder, root), progress)
    return workspace.path(placed(adapter, root))


def _is_whole(workspace: Workspace, persona: Persona, folder: str, planned: Sequence[Stage]) -> bool:
    """Whether a set of adapters is what would be trained now: every stage fresh, and no other there."""
    extra = {STYLE, FACTS} - {stage.adapter for stage in planned}
    return all(
        is_fresh(workspace, persona, stage, placed(stage.adapter, folder), folder) for stage in planned
    ) and not any(workspace.path(placed(adapter, folder)).exists() for adapter in extra)


def _copy_what_is_fresh(
    workspace: Workspace, persona: Persona, folder: str, planned: Sequence[Stage], upto: str
) -> None:
    """Give the candidate the stages, up to one, that are in use and need no training."""
    candidate = placed(folder, CANDIDATE)
    for stage in planned:
        source, target = placed(stage.adapter, folder), placed(stage.adapter, candidate)
        is_there = is_fresh(workspace, persona, stage, target, candidate)
        if not is_there and is_fresh(workspace, persona, stage, source, candidate):
            copy_adapter(workspace, source, target)
        if stage.adapter == upto:
            return


def _run(workspace: Workspace, persona: Persona, stage: Stage, folder: str, progress: Progress | None) -> None:
    adapter = placed(stage.adapter, folder)
    if is_fresh(workspace, persona, stage, adapter, folder):
        return
    start = workspace.path(placed(stage.start, folder)) if stage.start else None
    settings = settings_of(persona, stage, start)
    made_from = made_from_rows(stage, settings)
    if workspace.frozen:
        raise NotFresh(adapter)
    logger.info("%s: training on %d rows", adapter, len(stage.rows) + len(stage.ending))
    with one_process_first():
        checkpoints = _checkpoints(workspace, adapter, made_from)
    if is_main_process():
        with workspace.build(adapter, made_from) as output:
            log = train_stage(persona, stage, start, output, checkpoints, progress)
            rows = {"settings": settings, "base": base_identity(persona.train.base_model), "ids": row_ids(stage)}
            (output / "rows.json").write_text(json.dumps(rows))
        shutil.rmtree(checkpoints, ignore_errors=True)
        logger.info("%s: %d steps, loss %.2f -> %.2f", adapter, len(log), log[0]["loss"], log[-1]["loss"])
    else:
        train_stage(persona, stage, start, checkpoints, checkpoints, None)
    wait_for_all()


def train_stage(
    persona: Persona, stage: Stage, start: Path | None, output: Path, checkpoints: Path, progress: Progress | None
) -> list[dict[str, float]]:
    """Train one stage into `output`, going on with the adapter in `start` if there is one; returns each step's loss.

    Raises:
        SettingsError: if the machine cannot hold it, or no row fits.
        WorkspaceError: if the disk is full; what lies in `checkpoints` is whole, and the next call goes on from there.
    """
    from train.base_model import open_base
    from train.generation import open_model
    from train.lora import finetune
    from train.memory import check_memory
    from train.stacking import stack_adapters

    train = persona.train
    check_memory(train, _longest(stage, train.max_length))
    model, tokenizer = open_model(train, start) if stage.stacked else open_base(train)
    parts = [[lesson.messages for lesson in part] for part in (stage.rows, stage.ending) if part]
    held_out = [lesson.messages for lesson in stage.held_out]
    goes_on = None if stage.stacked else start
    log = finetune(
        model, tokenizer, parts, train, stage.learning_rate, output, goes_on, held_out, checkpoints, progress
    )
    if stage.stacked and start is not None and is_main_process():
        stack_adapters(start, output)
    return [entry for entry in log if "loss" in entry]


def _longest(stage: Stage, most: int) -> int:
    """Tokens of the longest row, estimated before there is a tokenizer: one for each character or two, at worst."""
    letters = (sum(len(message["content"]) for message in lesson.messages) for lesson in (*stage.rows, *stage.ending))
    return min(most, max(letters) // CHARACTERS_PER_TOKEN + TEMPLATE_TOKENS)


def _checkpoints(workspace: Workspace, adapter: str, made_from: str) -> Path:
    """Where a stage leaves its checkpoints: in the workspace, or on this machine if that lies elsewhere.

    Those of another time, of other rows or settings, are removed.
    """
    place = (
        cache_folder() / "checkpoints" / fingerprint(str(workspace.folder))[:16]
        if is_remote(workspace.folder)
        else None
    )
    folder = (place or workspace.folder / ".checkpoints") / adapter.replace("/", "-")
    made = folder / "made_from"
    if not made.exists() or made.read_text() != made_from:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made.write_text(made_from)
    return folder
