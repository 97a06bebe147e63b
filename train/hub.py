"""Publishing to the hub: the facts and the adapter, never what the person or others wrote.

    publish(workspace, persona, "org/name")
        datasets/org/name   README.md, data/<split>.jsonl                  the publishable rows of exports/dataset
        org/name            README.md, adapter_model.safetensors, ...      the adapter of the last stage

Which rows are publishable is said in `train.publication`. Both repositories are private unless the persona file has
`[rights] publish = true`; one that is public already is refused. The token comes from the environment variable
HF_TOKEN alone. Everything is made ready in a scratch folder first, so nothing is sent if something is missing.

Not handled: voice datasets, pull requests, and the history of a repository, in which rows that were published before
a takedown stay until the history is rewritten.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from likeness.errors import (
    RateLimited,
    SettingsError,
    SourceDenied,
    SourceError,
    SourceGone,
    SourceUnavailable,
    WorkspaceError,
)
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.cards import adapter_card, public_name
from train.promotion import adapter_in_use
from train.publication import write_dataset

if TYPE_CHECKING:
    from huggingface_hub import HfApi

Kind = Literal["dataset", "model"]

ADAPTER_FILES = ("adapter_model.safetensors", "tokenizer.json", "tokenizer_config.json", "chat_template.jinja")
"""What is published of an adapter as it is. Not its training arguments, which name folders of this machine, and no
pickle; `adapter_config.json` is published with the base model's public name in place of a folder's."""


def publish(workspace: Workspace, persona: Persona, repository: str, endpoint: str | None = None) -> list[str]:
    """Send the publishable dataset and the adapter, with their cards, and return the addresses of the two.

    Args:
        workspace: one with `exports/dataset` and an adapter.
        persona: its `[rights]` decide whether others may see the repositories.
        repository: "org/name"; the dataset and the model bear the same name.
        endpoint: another hub than the default one.

    Raises:
        SettingsError: without a token, for a name that is not org/name, or if the repository is public already and
            the persona file does not allow that.
        WorkspaceError: if there is no export or no adapter yet.
        SourceDenied: if the hub refuses the token, the name or the files.
        SourceGone: if the hub knows no such user or organisation.
        RateLimited: if the hub asks us to wait.
        SourceUnavailable: if the hub does not answer; publishing again overwrites what was sent.
    """
    from huggingface_hub import HfApi
    from huggingface_hub.utils import disable_progress_bars  # type: ignore[attr-defined]  # public, says its manual

    disable_progress_bars()
    api = HfApi(endpoint=endpoint, token=_token())
    _check_name(repository)
    with tempfile.TemporaryDirectory() as scratch:
        dataset = write_dataset(workspace, persona, Path(scratch, "dataset"))
        adapter = write_adapter(workspace, persona, Path(scratch, "adapter"))
        with _one_line_errors(repository):
            urls = [_open_repository(api, persona, repository, kind) for kind in get_args(Kind)]
            _send(api, repository, "dataset", dataset)
            _send(api, repository, "model", adapter)
    return urls


def write_adapter(workspace: Workspace, persona: Persona, folder: Path) -> Path:
    """Lay out the adapter of the last trained stage as it is published, and return the folder.

    Raises:
        WorkspaceError: if no adapter has been trained.
    """
    adapter = adapter_in_use(workspace)
    if adapter is None:
        folder = workspace.path("adapters")
        raise WorkspaceError(f"{folder}: no adapter yet; run `likeness finetune` on the persona file first")
    trained = workspace.path(adapter)
    folder.mkdir(parents=True)
    for name in ADAPTER_FILES:
        if (trained / name).exists():
            (folder / name).write_bytes((trained / name).read_bytes())
    config = json.loads((trained / "adapter_config.json").read_text())
    config["base_model_name_or_path"] = public_name(persona.train.base_model)
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2))
    (folder / "README.md").write_text(adapter_card(workspace, persona, trained.name), encoding="utf-8")
    return folder


def _token() -> str:
    token = os.environ.get("HF_TOKEN", "").strip()
    if not token:
        raise SettingsError(
            "HF_TOKEN is not set: publishing needs a token with write access, from huggingface.co/settings/tokens"
        )
    return token


def _check_name(repository: str) -> None:
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils import validate_repo_id  # type: ignore[attr-defined]  # public, says its manual

    try:
        validate_repo_id(repository)
    except HFValidationError as error:
        raise SettingsError(f"{repository!r} is not a repository name of the hub; write it as org/name") from error
    if "/" not in repository:
        raise SettingsError(f"{repository!r} does not say whose it is; write it as org/name")


def _open_repository(api: "HfApi", persona: Persona, repository: str, kind: Kind) -> str:
    url = api.create_repo(repository, repo_type=kind, private=not persona.rights.publish, exist_ok=True)
    if not persona.rights.publish and not api.repo_info(repository, repo_type=kind).private:
        raise SettingsError(
            f"{url} is public: make it private on the hub, or set publish = true under [rights] in the persona file"
        )
    return str(url)


def _send(api: "HfApi", repository: str, kind: Kind, folder: Path) -> None:
    """Upload a folder; data files of an earlier time that are not in it are deleted."""
    message = f"Publish the {kind}"
    api.upload_folder(
        repo_id=repository, repo_type=kind, folder_path=folder, commit_message=message, delete_patterns="data/*"
    )


@contextmanager
def _one_line_errors(repository: str) -> Iterator[None]:
    """Turn the client's errors into ours; what broke an upload off comes wrapped in a RuntimeError."""
    import httpx2

    try:
        yield
    except (httpx2.HTTPError, ConnectionError) as error:
        raise _translated(error, repository) from error
    except RuntimeError as error:
        raise _translated(error.__cause__ or error, repository) from error


def _translated(error: BaseException, repository: str) -> SourceError:
    response = getattr(error, "response", None)
    match getattr(response, "status_code", None):
        case 401 | 403 as status:
            return SourceDenied(f"{repository}: the hub refuses HF_TOKEN ({status}); it needs write access there")
        case 404:
            return SourceGone(f"{repository}: the hub knows no such user or organisation")
        case 429:
            return RateLimited(f"{repository}: the hub asks us to wait", _retry_after(response))
        case int(status) if status < 500:
            return SourceDenied(f"{repository}: the hub refuses what was sent ({status}): {_first_line(error)}")
        case int(status):
            return SourceUnavailable(f"{repository}: the hub has a fault ({status}); publish again later")
    return SourceUnavailable(f"{repository}: the hub cannot be reached ({_first_line(error)}); publish again later")


def _retry_after(response: Any) -> float:
    """Seconds to wait; the header may hold a date instead, which counts as a minute."""
    value = response.headers.get("retry-after", "")
    return float(value) if value.isdecimal() else 60.0


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
