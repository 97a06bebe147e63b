"""`likeness init` against a local Wikidata and Commons."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors import web
from extractors.pages.profile import Candidate
from flows import cli, introduction
from flows.introduction import introduce
from likeness.errors import SettingsError, SourceGone, SourceUnavailable
from likeness.persona import load_persona
from likeness.sections import Fetch

SETTINGS = Fetch(contact="test@example.org", delay=0, private_addresses=True)


class Wikidata:
    """Enough of Wikidata and Commons to be introduced to somebody."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.server = server
        self.items: dict[str, dict[str, Any]] = {}
        self.voice: dict[str, Any] = {}
        server.expect_request("/w/api.php").respond_with_handler(self.answer)

    def add(self, qid: str, name: str, description: str, wikis: int = 1, **claims: str) -> None:
        values: dict[str, Any] = {"P31": {"id": "Q5"}, **claims}
        self.items[qid] = {
            "id": qid,
            "labels": {"en": {"value": name}},
            "descriptions": {"en": {"value": description}},
            "aliases": {},
            "claims": {p: [{"rank": "normal", "mainsnak": _snak(value)}] for p, value in values.items()},
            "sitelinks": {
                f"{'abcd'[n]}wiki": {"title": name, "url": "https://en.wikipedia.org/x"} for n in range(wikis)
            },
        }

    def add_voice(self, name: str, content: bytes) -> None:
        self.server.expect_request(f"/{name}").respond_with_data(content)
        self.voice = {"url": f"{self.url}/{name}", "size": len(content)}

    def answer(self, request: Request) -> Response:
        found: dict[str, Any]
        match request.args["action"]:
            case "wbgetentities":
                found = {"entities": {qid: self.items[qid] for qid in request.args["ids"].split("|")}}
            case "wbsearchentities":
                found = {"search": [{"id": qid, "match": {"text": _name(item)}} for qid, item in self.items.items()]}
            case _:
                found = {"query": {"pages": [{"imageinfo": [self.voice]}]}}
        return Response(json.dumps(found), content_type="application/json")


def _snak(value: Any) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value}}


def _name(item: dict[str, Any]) -> str:
    return str(item["labels"]["en"]["value"])


@pytest.fixture
def wikidata(httpserver: HTTPServer) -> Wikidata:
    return Wikidata(httpserver)


def init(wikidata: Wikidata, folder: Path, name: str = "Ada Quill", **more: Any) -> str:
    return introduce(name, folder, SETTINGS, wikidata=wikidata.url, commons=wikidata.url, **more)


def second(_: str, people: Sequence[Candidate]) -> str:
    return people[1].qid


def test_the_only_one_of_a_name_is_meant(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q1", "Ada Quillon", "poet")
    wikidata.add("Q2", "Ada Quill", "baker")
    told = init(wikidata, tmp_path, name="ada quill")
    assert told.startswith(f"{tmp_path / 'ada-quill.toml'}: Ada Quill, baker (Q2);")
    assert 'qid = "Q2"' in (tmp_path / "ada-quill.toml").read_text()


def test_the_only_one_with_a_page_is_meant(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q1", "Ada Quill", "author of a thesis", wikis=0)
    wikidata.add("Q2", "Ada Quill", "baker")
    assert "(Q2)" in init(wikidata, tmp_path)


def test_where_several_fit_somebody_chooses(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q1", "Ada Quill", "baker", wikis=2)
    wikidata.add("Q2", "Ada Quill", "poet")
    assert "poet (Q2)" in init(wikidata, tmp_path, choose=second)


def test_without_a_terminal_the_choices_are_told(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q1", "Ada Quill", "baker\x1b[2J\nof Leeds", wikis=2)
    wikidata.add("Q2", "Ada Quill", "")
    with pytest.raises(SettingsError) as caught:
        init(wikidata, tmp_path, choose=introduction.refuse_to_guess)
    assert str(caught.value) == (
        "'Ada Quill' may mean several people; say which: --qid Q1: Ada Quill, baker[2J of Leeds; --qid Q2: Ada Quill"
    )
    assert "(Q2)" in init(wikidata, tmp_path, qid="Q2")


def test_the_terminal_asks_until_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["", "3", "second", "2"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    people = [Candidate("Q1", "Ada Quill", "baker"), Candidate("Q2", "Ada Quill", "poet")]
    assert introduction.ask_terminal("Ada Quill", people) == "Q2"
    assert capsys.readouterr().err == "  1  Ada Quill, baker (Q1)\n  2  Ada Quill, poet (Q2)\n"


def test_nobody_of_that_name(wikidata: Wikidata, tmp_path: Path) -> None:
    with pytest.raises(SourceGone, match="knows nobody called 'Ada Quill'"):
        init(wikidata, tmp_path)


def test_the_voice_is_put_beside_the_file(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q2", "Ada Quill", "baker", P990="Ada.ogg")
    wikidata.add_voice("Ada.OGG", b"OggS voice")
    init(wikidata, tmp_path)
    file = tmp_path / "ada-quill.toml"
    file.write_text(file.read_text().replace('basis = ""', 'basis = "public record"'))
    persona = load_persona(file)
    assert persona.voice.enrolment == ("ada-quill/voice.ogg",)
    assert persona.resolve(persona.voice.enrolment[0]).read_bytes() == b"OggS voice"


@pytest.mark.parametrize(("name", "size"), [("voice.exe", 4), ("voice.ogg", 10**9), ("gone.ogg", 4)])
def test_a_voice_that_cannot_be_used_is_only_named(wikidata: Wikidata, tmp_path: Path, name: str, size: int) -> None:
    wikidata.add("Q2", "Ada Quill", "baker", P990="Ada.ogg")
    wikidata.voice = {"url": f"{wikidata.url}/{name}", "size": size}
    wikidata.server.expect_request("/gone.ogg").respond_with_data("no such file", status=404)
    init(wikidata, tmp_path)
    assert "# It was not fetched:" in (tmp_path / "ada-quill.toml").read_text()
    assert not (tmp_path / "ada-quill").exists()


def test_a_file_is_never_overwritten(wikidata: Wikidata, tmp_path: Path) -> None:
    wikidata.add("Q2", "Ada Quill", "baker")
    init(wikidata, tmp_path)
    with pytest.raises(SettingsError, match="is there already"):
        init(wikidata, tmp_path)


def test_without_a_network_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSES", ())
    with pytest.raises(SourceUnavailable, match=r"no answer .*; try again later, or .* with --offline$"):
        introduce("Ada Quill", tmp_path, SETTINGS, wikidata="http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("arguments", "introduced"),
    [(["--contact", "me@example.org"], True), (["--contact", "me@example.org", "--offline"], False), ([], False)],
)
def test_the_command_asks_only_if_it_may(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    introduced: bool,
) -> None:
    monkeypatch.delenv("LIKENESS_CONTACT", raising=False)
    monkeypatch.setattr(
        introduction, "introduce", lambda *given: f"introduced {given[0]} {given[2].contact} {given[3]}"
    )
    monkeypatch.setattr(sys, "argv", ["likeness", "init", "Ada", "--folder", str(tmp_path), "--qid", "Q2", *arguments])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    assert not stop.value.code
    shown = capsys.readouterr().out
    assert ("introduced Ada me@example.org Q2" in shown) == introduced
    assert (tmp_path / "ada.toml").exists() != introduced
    assert ("--contact me@example.org" in shown) == (not arguments)
