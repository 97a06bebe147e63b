"""Is an adapter what would be trained now, or near enough?

`done.json` of an adapter holds a hash of its rows in their order and of its settings; `rows.json` the ids of its rows,
so that an adapter stays while fewer of them have changed than `[train] retrain` asks for.
"""

import json
import logging
from pathlib import Path

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.base_report import base_identity
from train.stages import Stage, placed

VERSION = 6

logger = logging.getLogger(__name__)


def is_fresh(workspace: Workspace, persona: Persona, stage: Stage, adapter: str, folder: str) -> bool:
    """Whether `adapter` is what training the stage, from its start in `folder`, would give, or as good as that."""
    start = workspace.path(placed(stage.start, folder)) if stage.start else None
    settings = settings_of(persona, stage, start)
    return workspace.is_built(adapter, made_from_rows(stage, settings)) or _little_is_new(
        workspace, persona, stage, adapter, settings
    )


def made_from_rows(stage: Stage, settings: str) -> str:
    """What an adapter is marked with: its rows in their order, and a hash of its settings."""
    return fingerprint(settings, [lesson.id for lesson in (*stage.rows, *stage.ending)], version=VERSION)


def settings_of(persona: Persona, stage: Stage, start: Path | None) -> str:
    """A hash of all that an adapter depends on besides its rows."""
    train = persona.train.model_dump(mode="json", exclude={"style", "facts", "retrain", "checkpoint_steps", "probe"})
    before = start / "done.json" if start is not None else None
    stage_before = before.read_text() if before is not None and before.exists() else ""
    base = base_identity(persona.train.base_model)
    return fingerprint(train, base, persona.name, stage.learning_rate, stage.stacked, stage_before, version=VERSION)


def row_ids(stage: Stage) -> list[str]:
    """The ids of all rows of a stage, each once."""
    return sorted({lesson.id for lesson in (*stage.rows, *stage.ending)})


def _little_is_new(workspace: Workspace, persona: Persona, stage: Stage, adapter: str, settings: str) -> bool:
    """Whether an adapter of the same settings stays, since fewer of its rows are new than `train.retrain` asks for.

    A row that is gone (a source was taken down, a page was mended) counts as a new one.
    """
    path = workspace.path(adapter, "rows.json")
    trained = json.loads(path.read_text()) if path.exists() else {}
    if trained.get("settings") != settings:
        return False
    before, now = set(trained["ids"]), set(row_ids(stage))
    changed = len(before ^ now)
    if changed >= persona.train.retrain * len(now):
        return False
    logger.info("%s stays: %d of its %d rows have changed since it was trained", adapter, changed, len(now))
    return True
