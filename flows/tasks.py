"""Stages as Prefect tasks: one task a part, retried only where the error says that trying again may help."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from prefect import task, unmapped
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture, as_completed
from prefect.tasks import Task

from flows.progress import Bars
from flows.steps import Stage
from likeness.errors import LikenessError
from likeness.persona import Persona
from likeness.workspace import Marker, Workspace


def is_transient(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Retry a source that did not answer; never a wrong setting, a missing file or a spent budget."""
    try:
        state.result()
    except LikenessError as error:
        return error.transient
    except Exception:  # noqa: BLE001  (any other error is a bug, which trying again does not mend)
        return False
    return False


def as_task(stage: Stage) -> Task[..., Any]:
    """A stage as a task: its own name, three retries with back-off, results kept in the workspace alone."""
    name = stage.__name__.replace("_", " ")
    policy = task(
        name=name,
        retries=3,
        retry_delay_seconds=[5, 30, 120],
        retry_condition_fn=is_transient,
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    return policy(stage)


@dataclass(frozen=True)
class Prefect:
    """Runs every stage as tasks of the flow that is running now, mapped over its parts."""

    workspace: Workspace
    persona: Persona
    bars: Bars

    def each(self, stage: Stage, parts: Sequence[Any]) -> None:
        """Map a stage over its parts; when all have ended, the first error is raised."""
        futures = as_task(stage).map(unmapped(self.workspace), unmapped(self.persona), list(parts))
        with self.bars.step(stage.__name__, len(parts)) as advance:
            for done, _ in enumerate(as_completed(futures), start=1):
                advance(done, len(parts))
        self._publish(stage, parts, futures)

    def once(self, stage: Stage) -> None:
        """Run a stage as one task."""
        with self.bars.step(stage.__name__, 1) as advance:
            as_task(stage).submit(self.workspace, self.persona).result()
            advance(1, 1)

    def watch(self, stage: Stage) -> None:
        """Run a long stage as one task that moves its bar."""
        with self.bars.step(stage.__name__, None) as advance:
            watched = partial(stage, progress=advance)
            watched.__name__ = stage.__name__  # type: ignore[attr-defined]  # a partial has no name of its own
            as_task(watched).submit(self.workspace, self.persona).result()

    def _publish(self, stage: Stage, parts: Sequence[Any], futures: Sequence[PrefectFuture[Marker]]) -> None:
        """Show what each part kept and dropped as an artifact of the run."""
        markers = [future.result() for future in futures]
        rows = [
            {"part": getattr(part, "part", part), "kept": marker.kept, "rejected": str(marker.rejected or "")}
            for part, marker in zip(parts, markers, strict=True)
        ]
        if rows:
            create_table_artifact(rows, key=stage.__name__.replace("_", "-"), description=stage.__doc__ or "")
