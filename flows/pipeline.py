"""The flows: each step of the pipeline, and all of them in one run. Parameters are JSON-able, for deployments."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.flows import Flow
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import steps
from flows.progress import Bars
from flows.tasks import Prefect
from likeness.persona import Persona, load_persona
from likeness.workspace import Workspace, write_bytes

# One thread a core: stages compute more than they wait.
THREADS = cast(TaskRunner[PrefectFuture[Any]], ThreadPoolTaskRunner[Any](max_workers=os.cpu_count() or 1))


def open_workspace(persona_file: str, root: str) -> tuple[Workspace, Persona]:
    """Load the persona and keep a copy of its file in the workspace: the spec that this run used."""
    persona = load_persona(Path(persona_file))
    workspace = Workspace(root, persona.slug)
    write_bytes(workspace.path("persona.toml"), Path(persona_file).read_bytes())
    return workspace, persona


@flow(name="likeness", task_runner=THREADS)
def run(persona_file: str, root: str = "data", only: list[str] | None = None) -> str:
    """Run the pipeline for one persona, or only the named steps; returns the path of its report."""
    workspace, persona = open_workspace(persona_file, root)
    with Bars() as bars:
        for step in steps.STEPS:
            if only is None or step.__name__ in only:
                step_flow(step)(Prefect(workspace, persona, bars))
    report = workspace.path("report.html")
    if report.exists():
        create_markdown_artifact(f"[report.html]({report})", key="report", description=f"{persona.name}: the report")
    return str(report)


def step_flow(step: Callable[[steps.Runner], None]) -> Flow[..., None]:
    """A step as a flow of its own inside a run, named as its verb."""
    options = flow(
        name=step.__name__,
        validate_parameters=False,
        task_runner=THREADS,
    )
    return options(step)
