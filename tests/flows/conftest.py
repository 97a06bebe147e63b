"""One Prefect server for all tests of this folder, on the loopback, with a home of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from likeness.persona import Persona, load_persona
from likeness.workspace import Workspace

FILE = """
name = "Ada Quill"
aliases = ["Quill"]
pronouns = "she"
[rights]
basis = "made up for a test"
[[posts]]
source = "tabular"
path = "posts.jsonl"
[[pages]]
path = "page.txt"
url = "https://encyclopedia.example/Ada_Quill"
[train]
base_model = "{base}"
rank = 4
max_length = 128
[train.style]
epochs = 1
[train.facts]
epochs = 1
"""

PAGE = """Ada Quill (born 3 May 1950) is a bridge builder.

Quill was born in Leeds. In 1972, she moved to Bergen. In 1980, she built the Harbour Bridge. She has two sons.
"""


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that ticks; every flow of the session reports to it."""
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    os.environ["DO_NOT_TRACK"] = "1"
    from flows.deploy import server

    with server() as address:
        os.environ["PREFECT_API_URL"] = address
        yield address
        del os.environ["PREFECT_API_URL"]


@pytest.fixture
def persona_file(tmp_path: Path, tiny_base: Path) -> Path:
    """A small person: six posts, a page of five sentences, a model of two layers."""
    (tmp_path / "page.txt").write_text(PAGE)
    posts = [f'{{"id": "{n}", "date": "2024-01-0{n}T10:00:00Z", "text": "{text}"}}' for n, text in POSTS.items()]
    (tmp_path / "posts.jsonl").write_text("\n".join(posts))
    file = tmp_path / "ada.toml"
    file.write_text(FILE.format(base=tiny_base))
    load_persona(file)
    return file


POSTS = {
    1: "Steel remembers every winter it has stood through.",
    2: "Rain again on the third pier, and nobody brought tea.",
    3: "A good rivet is a promise that you can hear.",
    4: "RT @rust: we never sleep",
    5: "The tide table is the only calendar that I trust.",
    6: "Measured twice, cut once, swore in between.",
}


@pytest.fixture
def opened(file: Path, tmp_path: Path) -> tuple[Workspace, Persona]:
    """The workspace and the persona of the `file` that a test brings."""
    persona = load_persona(file)
    return Workspace(tmp_path / "data", persona.slug), persona
