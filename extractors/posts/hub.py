"""Posts from a dataset of the Hugging Face hub, a post a row, streamed at the commit that it stands at.

    dataset = "org/posts", split = "train"   {"id": 20, "text": "just setting up", "created_at": "2006-03-21T20:50:14Z"}

Answers are rows as JSON lines, 10,000 in each; their columns are known, or named in the persona file, as those of a
dump (`extractors.posts.tabular`). A dataset without a new commit is not read again. The address of the hub is taken
from HF_ENDPOINT, and the token for a dataset behind a gate from HF_TOKEN. Code that comes with a dataset is never run.

Pictures and sounds in the rows are left out. Does not handle: datasets of several configurations without a default.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from extractors.posts.fields import json_objects
from extractors.posts.tabular import read_rows
from extractors.retrieval import Answer, History
from likeness.errors import RateLimited, SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.records import Post, Rejected
from likeness.sources import HubDataset

ROWS = 10_000
"""Rows of one answer: some 3 MB of posts, and the most that is read again after an interruption."""


def fetch(source: HubDataset, history: History) -> Iterator[Answer]:
    """The rows of the newest commit, if they are not here yet; an interrupted retrieval goes on at its own commit.

    Raises:
        SourceGone: if there is no such dataset, commit or split, or it is no table.
        SourceDenied: if it is private, or behind a gate that HF_TOKEN does not open.
        RateLimited, SourceUnavailable: if the hub asks to wait, does not answer, or fails.
    """
    with _one_line_errors(source):
        revision = history.current[0]["revision"] if history.current else _revision(source)
        if any(about["revision"] == revision for about in history.earlier):
            return
        rows = _rows(source, revision, sum(int(about["rows"]) for about in history.current))
        while batch := list(islice(rows, ROWS)):
            lines = [json.dumps(row, ensure_ascii=False, default=_plain) for row in batch]
            content = "\n".join(lines).encode("utf-8", "replace")
            yield Answer(content, "json", _notes(source, revision, len(batch)))


def _revision(source: HubDataset) -> str:
    """The commit that the dataset stands at, or the one that the persona file names."""
    from huggingface_hub import HfApi

    return str(HfApi().dataset_info(source.dataset, revision=source.revision).sha)


def _rows(source: HubDataset, revision: str, start: int) -> Iterator[dict[str, Any]]:
    from datasets import disable_progress_bars, load_dataset
    from huggingface_hub.utils import disable_progress_bars as disable_download_bars  # type: ignore[attr-defined]

    if Path(source.dataset).exists():  # the library would read it instead
        raise SourceDenied(f"{source.dataset}: a folder of this name stands here; run from another folder")
    disable_progress_bars()
    disable_download_bars()
    rows = load_dataset(source.dataset, split=source.split, revision=revision, streaming=True)
    undecoded = rows.decode(False) if rows.features else rows
    return iter(undecoded.skip(start))


def _notes(source: HubDataset, revision: str, rows: int) -> dict[str, str]:
    from huggingface_hub import constants

    return {
        "url": f"{constants.ENDPOINT}/datasets/{source.dataset}/tree/{revision}",
        "revision": revision,
        "rows": str(rows),
        "retrieved_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _plain(value: Any) -> str | None:
    """A cell that JSON does not know: a date is written out, anything else is left out."""
    return value.isoformat() if isinstance(value, date) else None


@contextmanager
def _one_line_errors(source: HubDataset) -> Iterator[None]:
    """Turn the errors of the hub's clients into ours."""
    import httpx2
    from datasets.exceptions import DatasetsError

    try:
        yield
    except (httpx2.HTTPError, DatasetsError, OSError, ValueError, RuntimeError) as error:
        raise _translated(error, source.dataset) from error


def _translated(error: BaseException, dataset: str) -> SourceError:
    import httpx2

    causes = list(_causes(error))
    responses = [response for cause in causes if (response := getattr(cause, "response", None)) is not None]
    match responses[0].status_code if responses else 0:
        case 401 | 404:
            return SourceGone(f"{dataset}: not on the hub, or private; check the name, or set HF_TOKEN")
        case 403:
            return SourceDenied(f"{dataset}: behind a gate; ask for access on its page, and set HF_TOKEN")
        case 429:
            return RateLimited(f"{dataset}: the hub asks to wait")
        case int(status) if status >= 500:
            return SourceUnavailable(f"{dataset}: the hub has a fault ({status}); try again later")
    told = " ".join(str(error).split()) or type(error).__name__
    if "gated" in told:
        return SourceDenied(f"{dataset}: behind a gate; ask for access on its page, and set HF_TOKEN")
    if any(isinstance(cause, httpx2.TransportError | ConnectionError | TimeoutError) for cause in causes):
        return SourceUnavailable(f"{dataset}: the hub cannot be reached ({told}); try again later")
    return SourceGone(f"{dataset}: cannot be read as a table ({told}); check dataset, split and revision")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def read_posts(content: bytes, source: HubDataset) -> Iterator[Post | Rejected]:
    """The posts of one answer, with the rejections of a dump of the same rows (`tabular.read_posts`).

    Raises:
        SourceGone: if the rows have no column for ids or texts.
    """
    return read_rows(json_objects(content, source.dataset), source, source.dataset)
