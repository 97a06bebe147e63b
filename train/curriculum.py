"""Style first, then facts, on one adapter: what is trained, in which order, and from where.

    adapters/style   stage 1: the person's own words
    adapters/facts   stage 2 goes on from there (`train.mixture` says on what). This is the adapter to use.

`[train] curriculum` chooses; what was measured is in benchmarks/README.md:

    continue     stage 1, then stage 2 on the same adapter
    stack        stage 2 on a new adapter on top of stage 1; both are written as one, of twice the rank
    joint        everything mixed, in one stage: adapters/facts alone
    facts_only   stage 2 alone, from a new adapter, nothing replayed
    style_only   stage 1 alone

Without style rows every curriculum is facts_only, without fact rows style_only. A killed stage goes on from its last
checkpoint. `[evaluate] seeds` trains the same again, below adapters/seed-<n>.
"""

import json
import logging
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from likeness.errors import NotFresh
from likeness.files import cache_folder, fingerprint, is_remote, remove_folder
from likeness.persona import Persona
from likeness.workspace import Progress, Workspace
from train.dataset import Splits, read_splits
from train.general import everyday_talk
from train.mixture import Lesson, ending, facts_and_what_to_keep, lessons
from train.probe import known_facts
from train.processes import is_main_process, one_process_first, wait_for_all
from train.schedule import mixed, passes

VERSION = 3

CHARACTERS_PER_TOKEN, TEMPLATE_TOKENS = 3, 32
"""English has four to five characters a token, so three is cautious; a chat template adds some tokens a message."""

STYLE, FACTS = "adapters/style", "adapters/facts"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """One training run: `rows` in their order, then the `ending`.

    `start` is the adapter that it goes on with, a new one if None; `stacked`: a new one on top of that instead.
    `held_out` are the rows by which `train.patience` stops it.
    """

    adapter: str
    rows: Sequence[Lesson]
    learning_rate: float
    ending: Sequence[Lesson] = ()
    start: str | None = None
    stacked: bool = False
    held_out: Sequence[Lesson] = ()


def stages(
    persona: Persona, splits: Splits, known: Collection[str] = (), general: Sequence[Lesson] = ()
) -> list[Stage]:
    """What the persona's curriculum trains, in order.

    Args:
        persona: its section `train`.
        splits: the rows there are.
        known: ids of facts that the base model knows already.
        general: everyday talk to mix in.
    """
    curriculum = persona.train.curriculum
    has_style = bool(splits["style_train"]) and curriculum != "facts_only"
    has_facts = bool(splits["facts_train"]) and curriculum != "style_only"
    if has_style and has_facts and curriculum == "joint":
        return [_joint(persona, splits, known, general)]
    style = [_style(persona, splits)] if has_style else []
    return [*style, _facts(persona, splits, known, general, bool(style))] if has_facts else style


def _style(persona: Persona, splits: Splits) -> Stage:
    settings = persona.train.style
    rows = passes(lessons(splits["style_train"], persona), settings.epochs, persona.train.seed)
    return Stage(STYLE, rows, settings.learning_rate, held_out=lessons(splits["style_held_out"], persona))


def _facts(persona: Persona, splits: Splits, known: Collection[str], general: Sequence[Lesson], follows: bool) -> Stage:
    rows = facts_and_what_to_keep(splits, persona, known, general, follows)
    return Stage(
        FACTS,
        rows,
        persona.train.facts.learning_rate,
        ending(splits, persona, known, len(rows), follows),
        start=STYLE if follows else None,
        stacked=follows and persona.train.curriculum == "stack",
        held_out=lessons(splits["facts_held_out"], persona),
    )


def _joint(persona: Persona, splits: Splits, known: Collection[str], general: Sequence[Lesson]) -> Stage:
    style, facts = _style(persona, splits), _facts(persona, splits, known, general, False)
    held_out = [*style.held_out, *facts.held_out]
    rows = mixed([*style.rows, *facts.rows, *facts.ending], persona.train.seed)
    return Stage(FACTS, rows, facts.learning_rate, held_out=held_out)


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


def seeded(persona: Persona) -> Iterator[tuple[Persona, str]]:
    """The persona once for each seed that is trained, and what comes before the names of that seed's adapters."""
    for number in range(persona.evaluate.seeds):
        seed = persona.train.seed + number
        train = persona.train.model_copy(update={"seed": seed})
        yield persona.model_copy(update={"train": train}), f"adapters/seed-{seed}" if number else "adapters"


def placed(adapter: str, folder: str) -> str:
    """Where an adapter of a seed lies: ("adapters/style", "adapters/seed-1") -> adapters/seed-1/style."""
    return adapter.replace("adapters", folder, 1)


def planned_stages(workspace: Workspace, persona: Persona) -> list[Stage]:
    """The stages of a workspace's rows. The base model is asked once what it knows and how it talks.

    Raises:
        NotFresh: if it has not been asked yet and the workspace is frozen.
    """
    splits = read_splits(workspace, persona)
    with one_process_first():  # one asks the base model, the others read its answers
        known = known_facts(workspace, persona, splits)
        general = everyday_talk(workspace, persona, splits)
    return stages(persona, splits, known, general)


def _train(workspace: Workspace, persona: Persona, adapter: str, progress: Progress | None) -> Path:
    for each, folder in seeded(persona):
        planned = {stage.adapter: stage for stage in planned_stages(workspace, each)}
        if adapter in planned:
            _run(workspace, each, planned[adapter], folder, progress)
        else:
            _remove(workspace, placed(adapter, folder))
    return workspace.path(adapter)


def _run(workspace: Workspace, persona: Persona, stage: Stage, folder: str, progress: Progress | None) -> None:
    adapter = placed(stage.adapter, folder)
    start = workspace.path(placed(stage.start, folder)) if stage.start else None
    settings = _settings(persona, stage, start)
    made_from = fingerprint(settings, [lesson.id for lesson in (*stage.rows, *stage.ending)], version=VERSION)
    if workspace.is_built(adapter, made_from) or _little_is_new(workspace, persona, stage, adapter, settings):
        return
    if workspace.frozen:
        raise NotFresh(adapter)
    logger.info("%s: training on %d rows", adapter, len(stage.rows) + len(stage.ending))
    with one_process_first():
        checkpoints = _checkpoints(workspace, adapter, made_from)
    if is_main_process():
        with workspace.build(adapter, made_from) as output:
            log = train_stage(persona, stage, start, output, checkpoints, progress)
            (output / "rows.json").write_text(json.dumps({"settings": settings, "ids": _ids(stage)}))
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


def _settings(persona: Persona, stage: Stage, start: Path | None) -> str:
    """A hash of all that an adapter depends on besides its rows."""
    train = persona.train.model_dump(mode="json", exclude={"style", "facts", "retrain", "checkpoint_steps", "probe"})
    before = start / "done.json" if start is not None else None
    stage_before = before.read_text() if before is not None and before.exists() else ""
    return fingerprint(train, persona.name, stage.learning_rate, stage.stacked, stage_before, version=VERSION)


def _ids(stage: Stage) -> list[str]:
    return sorted({lesson.id for lesson in (*stage.rows, *stage.ending)})


def _little_is_new(workspace: Workspace, persona: Persona, stage: Stage, adapter: str, settings: str) -> bool:
    """Whether an adapter of the same settings stays, since fewer of its rows are new than `train.retrain` asks for.

    A row that is gone (a source was taken down, a page was mended) counts as a new one.
    """
    path = workspace.path(adapter, "rows.json")
    trained = json.loads(path.read_text()) if path.exists() else {}
    if trained.get("settings") != settings:
        return False
    before, now = set(trained["ids"]), set(_ids(stage))
    changed = len(before ^ now)
    if changed >= persona.train.retrain * len(now):
        return False
    logger.info("%s stays: %d of its %d rows have changed since it was trained", adapter, changed, len(now))
    return True


def _remove(workspace: Workspace, adapter: str) -> None:
    """Forget an adapter that the curriculum no longer makes: what comes after would take it for its own."""
    if not workspace.path(adapter).exists():
        return
    if workspace.frozen:
        raise NotFresh(adapter)
    remove_folder(workspace.path(adapter))


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
