"""A scheduled Prefect deployment for each persona file, served from this machine."""

from pathlib import Path

from prefect import serve
from prefect.deployments.runner import EntrypointType, RunnerDeployment

from flows.pipeline import run
from likeness.errors import SettingsError
from likeness.persona import load_persona


def deployments(folder: Path, root: str, cron: str) -> list[RunnerDeployment]:
    """One deployment for each persona file under `folder`, named by its slug.

    Raises:
        SettingsError: if there is none, or one of them breaks the spec.
    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    if not files:
        raise SettingsError(f"{folder}: no persona file (*.toml) there; `likeness init NAME` writes one")
    return [_deployment(file, root, cron) for file in files]


def serve_deployments(folder: Path, root: str, cron: str) -> None:
    """Register the deployments and run them when they are due, until interrupted."""
    serve(*deployments(folder, root, cron))


def _deployment(file: Path, root: str, cron: str) -> RunnerDeployment:
    persona = load_persona(file)
    return run.to_deployment(
        name=persona.slug,
        cron=cron,
        parameters={
            "persona_file": str(file.resolve()),
            "root": str(Path(root).resolve()) if "://" not in root else root,
        },
        description=f"Refresh {persona.name}",
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
