import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from flows.conversation import converse
from likeness.errors import EngineError
from likeness.records import Message


class Answering:
    """Stands for an open persona: says what it is told to, and keeps what it was shown."""

    note = "adapters/facts"

    def __init__(self, answers: Sequence[Sequence[str | type[BaseException] | BaseException]]) -> None:
        self.answers = iter(answers)
        self.shown: list[list[str]] = []

    def recall(self, _messages: Sequence[Message]) -> list[Any]:
        return []

    def stream(self, messages: Sequence[Message], _recalled: Sequence[Any]) -> Iterator[str]:
        self.shown.append([message.content for message in messages])
        for words in next(self.answers):
            if not isinstance(words, str):
                raise words
            yield words


@pytest.fixture
def persona_file(tmp_path: Path) -> Path:
    path = tmp_path / "ann.toml"
    path.write_text('name = "Ann Lee"\n[rights]\nbasis = "made up"\n')
    return path


def talk(monkeypatch: pytest.MonkeyPatch, persona_file: Path, lines: str, *answers: Sequence[Any]) -> list[list[str]]:
    """Hold a talk of these lines, and return what the model was shown each time."""
    chat = Answering(answers)
    monkeypatch.setattr("train.chat.open_chat", lambda *_: chat)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    converse(persona_file, str(persona_file.parent))
    return chat.shown


def test_an_answer_comes_in_pieces_and_is_remembered(
    monkeypatch: pytest.MonkeyPatch, persona_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = talk(monkeypatch, persona_file, "Well?\n\n  \nAnd?\n", ["Aye,", " oil."], ["Wait 🎉"])
    output, notes = capsys.readouterr()
    assert output == "Ann Lee: Aye, oil.\nAnn Lee: Wait 🎉\n"
    assert shown == [["Well?"], ["Well?", "Aye, oil.", "And?"]]
    assert notes.startswith("answering: adapters/facts. /new begins anew")


def test_a_talk_begins_anew_and_ends(monkeypatch: pytest.MonkeyPatch, persona_file: Path) -> None:
    shown = talk(monkeypatch, persona_file, "Well?\n/new\nAnd?\n/quit\nMore?\n", ["Aye."], ["Oil."])
    assert shown == [["Well?"], ["And?"]]


def test_ctrl_c_stops_the_answer_and_not_the_talk(
    monkeypatch: pytest.MonkeyPatch, persona_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "Well?\nAnd?\nSo?\n"
    shown = talk(monkeypatch, persona_file, lines, ["Aye, it", KeyboardInterrupt], [KeyboardInterrupt], ["Oil."])
    assert shown == [["Well?"], ["Well?", "Aye, it", "And?"], ["Well?", "Aye, it", "So?"]]
    assert capsys.readouterr().out == "Ann Lee: Aye, it …\n\nAnn Lee: Oil.\n"


def test_what_cannot_be_answered_is_said_and_forgotten(
    monkeypatch: pytest.MonkeyPatch, persona_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = talk(monkeypatch, persona_file, "Long\nWell?", [EngineError("too long: say it in fewer words")], ["Aye."])
    assert shown == [["Long"], ["Well?"]]
    output, notes = capsys.readouterr()
    assert output == "Ann Lee: Aye.\n"
    assert "too long: say it in fewer words\n" in notes
