"""The flows: each step of the pipeline, and all of them in one run. Parameters are JSON-able, for deployments."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import steps
from flows.progress import Bars
from flows.tasks import Prefect
from likeness.files import write_bytes
from likeness.persona import Persona, load_persona
from likeness.workspace import Workspace

# One thread a core: stages compute more than they wait.
THREADS = cast(TaskRunner[PrefectFuture[Any]], ThreadPoolTaskRunner[Any](max_workers=os.cpu_count() or 1))


def open_workspace(persona_file: str, root: str) -> tuple[Workspace, Persona]:
    """Load the persona and keep a copy of its file in the workspace: the spec that this run used."""
    persona = load_persona(Path(persona_file))
    workspace = Workspace(root, persona.slug)
    write_bytes(workspace.path("persona.toml"), Path(persona_file).read_bytes())
    return workspace, persona


@flow(name="likeness", task_runner=THREADS)
def run(persona_file: str, root: str = "data", only: list[str] | None = None, promotes: bool = False) -> str:
    """Run the pipeline for one persona, or only the named steps; returns the path of its report.

    With `promotes`, a new adapter is put in use once it scores at least as well as what is.
    """
    workspace, persona = open_workspace(persona_file, root)
    with Bars() as bars:
        for step in steps.steps_of(promotes):
            if only is None or step.__name__ in only:
                run_step(step, Prefect(workspace, persona, bars))
    report = workspace.path("report.html")
    if report.exists():
        create_markdown_artifact(f"[report.html]({report})", key="report", description=f"{persona.name}: the report")
    return str(report)


def run_step(step: Callable[[steps.Runner], None], runner: steps.Runner) -> None:
    """Run a step as a flow of its own inside the run, named as its verb."""

    @flow(name=step.__name__, task_runner=THREADS)
    def walk() -> None:
        step(runner)

    walk()
