"""Deployments: one a persona file, with a schedule that really ticks."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from likeness.errors import SettingsError


def test_a_folder_without_personas_is_refused(tmp_path: Path) -> None:
    from flows.deploy import deployments

    with pytest.raises(SettingsError, match=r"no persona file \(\*\.toml\)"):
        deployments(tmp_path, "data", "0 4 * * *")


def test_each_persona_file_is_a_deployment(persona_file: Path) -> None:
    from flows.deploy import deployments

    (deployment,) = deployments(persona_file.parent, "data", "0 4 * * *")
    assert deployment.name == "ada-quill"
    assert deployment.entrypoint == "flows.pipeline.run"
    assert deployment.parameters["persona_file"] == str(persona_file)
    assert deployment.parameters["promotes"] is True
    assert Path(deployment.parameters["root"]).is_absolute()


def test_the_schedule_ticks(persona_file: Path, tmp_path: Path, prefect_server: str) -> None:
    """A sixth field of the cron line counts seconds, so that the test need not wait for a minute."""
    command = [sys.executable, "-m", "flows", "deploy", str(persona_file), "--data", str(tmp_path / "data")]
    environment = {**os.environ, "PREFECT_API_URL": prefect_server, "PREFECT_RUNNER_POLL_FREQUENCY": "1"}
    process = subprocess.Popen([*command, "--cron", "* * * * * */5"], env=environment, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 200
        while time.monotonic() < deadline and not asyncio.run(scheduled_runs_that_started()):
            time.sleep(1)
        assert asyncio.run(scheduled_runs_that_started())
    finally:
        process.terminate()
        process.wait()


async def scheduled_runs_that_started() -> int:
    """How many runs of deployments have begun on the server."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        runs = await client.read_flow_runs()
    return sum(run.deployment_id is not None and run.start_time is not None for run in runs)
