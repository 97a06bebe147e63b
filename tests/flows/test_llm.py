"""A language model in the pipeline: the step `rewrite` asks it, `plan` says what that will cost."""

from decimal import Decimal
from pathlib import Path

import pytest

from flows.quotes import quote_lines
from flows.steps import Plain, collect, is_done, restyle, rewrite
from flows.yields import funnels
from likeness.persona import Persona
from likeness.records import Exchange, Fact
from likeness.sections import Budget, LanguageModel, Rewrite, Rights
from likeness.sources import PageFile
from likeness.workspace import Workspace
from tests.augment.llm import good_model
from tests.augment.llm_server import LlmServer

PAGE = """\
Ada Quill was born in Bergen in 1921. In 1940, Quill moved to Oslo to study clocks.

Quill built the tide clock of Bergen in 1972. She married Henrik Lund in 1950.
"""


def persona(folder: Path, url: str = "http://localhost:1/v1", usd: str = "5", price: int = 1) -> Persona:
    (folder / "page.txt").write_text(PAGE)
    return Persona(
        name="Ada Quill",
        aliases=("Quill",),
        pronouns="she",
        rights=Rights(basis="a test"),
        pages=(PageFile(path="page.txt", url="https://example.org/quill", title="Ada Quill"),),
        rewrite=Rewrite(engine="llm", rounds=0),
        llm=LanguageModel(model="openai:x", base_url=url, input_usd=Decimal(price), output_usd=Decimal(price)),
        budget=Budget(usd=Decimal(usd)),
        folder=folder,
    )


def test_the_step_asks_the_model_and_is_done_then(tmp_path: Path) -> None:
    with LlmServer(good_model.reply) as server:
        who = persona(tmp_path, server.url)
        runner = Plain(Workspace(tmp_path / "data", who.slug), who)
        collect(runner)
        rewrite(runner)
        calls = len(server.log)
        rewrite(runner)
        assert len(server.log) == calls > 4
    assert len(list(runner.workspace.table(Fact).read())) == 4
    row = next(row for row in runner.workspace.table(Exchange).read() if row.kind == "fact")
    assert "https://example.org/quill" in {getattr(found, "url", "") for _, found in runner.workspace.trace(row.id)}
    assert not is_done(runner.workspace, who)  # there is training to do; no model is asked to find that out


def test_yields_are_told_by_reason_angle_and_page(tmp_path: Path) -> None:
    with LlmServer(good_model.reply) as server:
        who = persona(tmp_path, server.url)
        runner = Plain(Workspace(tmp_path / "data", who.slug), who)
        collect(runner)
        rewrite(runner)
    told = dict(funnels(runner.workspace))
    assert {"when", "where", "talk"} <= {step.table for step in told["Questions about facts, by angle"]}
    assert [step.table for step in told["From Ada Quill"]] == ["claims", "facts", "exchanges"]
    assert sum(step.kept for step in told["Questions about facts, by angle"]) == told["From Ada Quill"][2].kept


def test_a_plan_counts_the_sources_on_disk_and_writes_nothing(tmp_path: Path) -> None:
    who = persona(tmp_path, usd="0.01", price=100)
    workspace = Workspace(tmp_path / "data", who.slug)
    lines = list(quote_lines(workspace, who))
    assert [line.split()[1] for line in lines[:-1]] == ["claims", "exchanges", "talks", "judge", "style", "together"]
    assert "more than the budget of $0.01" in lines[-1]
    assert not workspace.folder.exists()


def test_rules_cost_nothing(tmp_path: Path) -> None:
    who = persona(tmp_path).model_copy(update={"rewrite": Rewrite(engine="rules")})
    assert list(quote_lines(Workspace(tmp_path / "data", who.slug), who)) == []


def test_the_quote_is_of_the_size_of_the_bill(tmp_path: Path) -> None:
    with LlmServer(good_model.reply) as server:
        who = persona(tmp_path, server.url)
        workspace = Workspace(tmp_path / "data", who.slug)
        quoted = next(line for line in quote_lines(workspace, who) if "together" in line)
        runner = Plain(workspace, who)
        collect(runner)
        rewrite(runner)
        calls = len(server.log)
    assert 0.25 < calls / int(quoted.split()[2].replace(",", "")) < 4


def test_the_style_adapter_is_opened_once_for_all_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("flows.steps.open_model", lambda *_: opened.append("model") or (None, None))
    monkeypatch.setattr("flows.steps.generate", lambda _model, _tokenizer, asked: ["Voss went."] * len(asked))
    who = persona(tmp_path).model_copy(update={"rewrite": Rewrite(restyle="adapter")})
    (tmp_path / "other.txt").write_text("Ada Quill was buried in Oslo in 1999.")
    other = PageFile(path="other.txt", url="https://example.org/other", title="Ada Quill")
    who = who.model_copy(update={"pages": (*who.pages, other)})
    runner = Plain(Workspace(tmp_path / "data", who.slug), who)
    collect(runner)
    rewrite(runner)
    markers = restyle(runner.workspace, who)
    assert len(markers) == 2 and opened == ["model"]
    assert sum(sum(marker.rejected.values()) for marker in markers) > 2  # "Voss went." is nobody's answer
    assert restyle(runner.workspace, who) == markers and opened == ["model"]
    rewrite(runner)  # keeps what was said anew
    assert {part for part in runner.workspace.table(Exchange).parts() if part.startswith("restyled-")} != set()
