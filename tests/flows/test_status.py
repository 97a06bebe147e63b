from pathlib import Path

import pytest

from extractors.retrieval import Answer, refuse, retrieve
from flows.status import plan_lines, refusal_lines
from likeness.errors import SettingsError
from likeness.persona import Persona
from likeness.workspace import Workspace

FILE = """
name = "Ada Verne"
[rights]
basis = "made up"
[fetch]
contact = "me@example.org"
[budget]
usd = 5
[[posts]]
source = "x_api"
account = "ada"
most = 100
[[posts]]
source = "bluesky"
account = "ada.example.org"
[[transcripts]]
path = "talk.txt"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "talk.txt").write_text("ADA VERNE: Aye.")
    path = tmp_path / "ada.toml"
    path.write_text(FILE)
    return path


def test_the_plan_says_source_by_source_what_would_be_asked_and_paid(
    file: Path, tmp_path: Path, opened: tuple[Workspace, Persona]
) -> None:
    workspace, persona = opened
    retrieve(workspace, persona.posts[1], lambda _: [Answer(b"{}", "json")])
    lines = list(plan_lines(file, str(tmp_path / "data")))
    assert "posts       x_api      ada: not fetched yet; up to 100 posts, for $1.51 at most" in lines
    assert "posts       bluesky    ada.example.org: fetched 1 time; only what is new is asked for" in lines
    assert "transcripts file       talk.txt: on disk; read again when it changes" in lines
    assert lines[-1] == "budget      $5, of which $0.00 are spent"


def test_sources_that_could_not_be_fetched_are_named(
    file: Path, tmp_path: Path, opened: tuple[Workspace, Persona]
) -> None:
    workspace, persona = opened
    assert list(refusal_lines(file, str(tmp_path / "data"))) == []
    refuse(workspace, persona.posts[1], "ada.example.org: refused (403)")
    assert list(refusal_lines(file, str(tmp_path / "data"))) == ["not fetched: ada.example.org: refused (403)"]


def test_a_plan_that_cannot_be_carried_out_says_why(file: Path, tmp_path: Path) -> None:
    file.write_text(FILE.replace('contact = "me@example.org"', ""))
    with pytest.raises(SettingsError, match=r"fetch\.contact: say whom to write to"):
        list(plan_lines(file, str(tmp_path / "data")))
