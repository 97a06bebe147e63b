"""The command line: one line for an error, the right exit code, results on standard output."""

import sys
from pathlib import Path

import pytest

from flows import cli
from likeness.records import Exchange, Message, Rejected, Utterance
from likeness.workspace import Workspace

DEMO = Path(__file__).parents[2] / "personas" / "demo" / "persona.toml"


def likeness(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the command line in this process; returns its exit code."""
    monkeypatch.setattr(sys, "argv", ["likeness", *arguments])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    return int(stop.value.code or 0)


def test_init_writes_a_file_that_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert likeness(monkeypatch, "init", 'Grace "Amazing" Hopper', "--folder", str(tmp_path)) == 0
    file = tmp_path / "grace-amazing-hopper.toml"
    assert str(file) in capsys.readouterr().out
    assert likeness(monkeypatch, "check", str(file)) == 2
    assert "rights.basis: String should have at least 3 characters" in capsys.readouterr().err


def test_init_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert likeness(monkeypatch, "init", "Ada", "--folder", str(tmp_path)) == 0
    assert likeness(monkeypatch, "init", "Ada", "--folder", str(tmp_path)) == 2


def test_check_says_what_a_run_would_work_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert likeness(monkeypatch, "check", str(DEMO), "--data", str(tmp_path)) == 0
    shown = capsys.readouterr().out
    assert "Hester Ardwell: 1 source of posts, 2 sources of pages, 1 source of videos" in shown
    assert "there is work to do" in shown


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("nam = 'Ada'", 2, "nam: unknown key (did you mean name?)"),
        ("name = ", 2, "not TOML"),
        ("name = 'Ada'\n[rights]\nbasis = 'own'\n[[posts]]\nsource = 'x_archive'\npath = 'a.zip'", 2, "no such file"),
    ],
)
def test_an_error_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    code: int,
    message: str,
) -> None:
    file = tmp_path / "ada.toml"
    file.write_text(text)
    assert likeness(monkeypatch, "run", str(file)) == code
    shown = capsys.readouterr().err
    assert message in shown
    assert shown.count("\n") == 1
    assert "Traceback" not in shown


def test_status_and_trace_read_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = Workspace(tmp_path, "hester-ardwell")
    said = Utterance(medium="post", text="Onwards.")
    answer = Exchange(kind="style", messages=(Message(role="assistant", content="Onwards."),), parents=(said.id,))
    workspace.table(Utterance).write("posts", [said, Rejected(reason="link_only", row={})], "1")
    workspace.table(Exchange).write("style-posts", [answer], "1")
    assert likeness(monkeypatch, "status", str(DEMO), "--data", str(tmp_path)) == 0
    assert "1 link_only" in capsys.readouterr().out
    assert likeness(monkeypatch, "trace", answer.id, str(DEMO), "--data", str(tmp_path)) == 0
    assert f"  {said.id}  Onwards." in capsys.readouterr().out
    assert likeness(monkeypatch, "trace", "nobody", str(DEMO), "--data", str(tmp_path)) == 1


def test_chat_recalls_nothing_without_an_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert likeness(monkeypatch, "chat", str(DEMO), "--recall", "--data", str(tmp_path)) == 1
    shown = capsys.readouterr().err
    assert "no fact index yet; `likeness export` makes it" in shown
    assert shown.count("\n") == 1


def test_every_command_explains_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for command in cli.app.registered_commands:
        name = command.name or (command.callback.__name__ if command.callback else "")
        assert likeness(monkeypatch, name, "--help") == 0
        assert "Usage:" in capsys.readouterr().out
