"""The whole run under Prefect: every step, its artifacts, and nothing at all the second time."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from likeness.persona import load_persona
from likeness.records import Exchange
from likeness.workspace import Workspace


@pytest.mark.usefixtures("prefect_server")
def test_a_run_makes_everything_once(persona_file: Path, tmp_path: Path) -> None:
    from flows.pipeline import run
    from flows.steps import is_done

    persona = load_persona(persona_file)
    workspace = Workspace(tmp_path / "data", persona.slug)
    assert not is_done(workspace, persona)
    assert run(str(persona_file), str(tmp_path / "data")) == str(workspace.path("report.html"))
    kinds = {row.kind for row in workspace.table(Exchange).read()}
    assert {"style", "fact", "identity", "unknown"} <= kinds
    for made in ("adapters/style", "adapters/facts", "evaluation.json", "exports/dataset", "exports/vits"):
        assert workspace.path(made).exists(), made
    assert "Ada Quill" in workspace.path("report.html").read_text()
    assert workspace.path("persona.toml").read_bytes() == persona_file.read_bytes()
    assert is_done(workspace, persona)
    assert {"collect-posts", "extract-claims", "report"} <= asyncio.run(artifact_keys())


@pytest.mark.usefixtures("prefect_server")
def test_a_step_that_comes_too_early_says_what_is_missing(persona_file: Path, tmp_path: Path) -> None:
    from flows.pipeline import run
    from likeness.errors import WorkspaceError

    with pytest.raises(WorkspaceError, match="is not made yet"):
        run(str(persona_file), str(tmp_path / "data"), ["rewrite"])


def test_an_edited_section_makes_only_what_reads_it(persona_file: Path, tmp_path: Path) -> None:
    from flows.steps import Plain, collect, export, rewrite

    def walk() -> dict[str, str]:
        persona = load_persona(persona_file)
        workspace = Workspace(tmp_path / "data", persona.slug)
        for step in (collect, rewrite, export):
            step(Plain(workspace, persona))
        markers = [*workspace.path("tables").rglob("*.done.json"), workspace.path("exports/vits/done.json")]
        return {str(path.relative_to(workspace.folder)): json.loads(path.read_text())["made_from"] for path in markers}

    before = walk()
    persona_file.write_text(persona_file.read_text() + "[vits]\nlongest = 9.0\n")
    after = walk()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"exports/vits/done.json"}


async def artifact_keys() -> set[str]:
    """The keys of all artifacts that the server holds."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        return {artifact.key or "" for artifact in await client.read_artifacts()}


def test_an_error_within_a_task_is_one_line(tmp_path: Path, prefect_server: str) -> None:
    """Prefect once printed the traceback of the task, and then that of the flow, above the line."""
    file = tmp_path / "ada.toml"
    posts = '[fetch]\ncontact = "me@example.org"\n[[posts]]\nsource = "x_api"\naccount = "ada"\n'
    file.write_text(f'name = "Ada Verne"\n[rights]\nbasis = "made up"\n{posts}')
    environment = {**os.environ, "PREFECT_API_URL": prefect_server, "X_BEARER_TOKEN": ""}
    command = [sys.executable, "-m", "flows", "collect", str(file), "--data", str(tmp_path)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stderr.splitlines()[-1].startswith("likeness: X_BEARER_TOKEN is not set")
