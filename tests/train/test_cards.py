import json
from pathlib import Path

import pytest

from likeness.errors import WorkspaceError
from likeness.persona import Persona
from likeness.records import Page
from likeness.workspace import Workspace
from train.cards import adapter_card, dataset_card, plain, public_name, read_evaluation

HOSTILE = Persona.model_validate(
    {
        "name": "Ada\n---\nlicense: mit",
        "rights": {"basis": "public record\n## Endorsed by Ada", "disclosure": False},
        "train": {"base_model": "org/model"},
    }
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, "ada")


def test_text_from_outside_cannot_become_markup_or_metadata(workspace: Workspace):
    page = Page(url="https://a.example/x", title="[click](https://evil.example)\n# Boo <img src=x>", text="T")
    workspace.table(Page).write("a", [page], "1")
    card = dataset_card(workspace, HOSTILE, {"train": 2}, {})

    head, body = card.removeprefix("---\n").split("\n---\n", 1)
    assert json.loads(head.splitlines()[0].removeprefix("pretty_name: ")).startswith("Ada")
    assert [line for line in head.splitlines() if line.startswith("license:")] == ['license: "other"']
    assert [line for line in body.splitlines() if line.startswith("#")] == [
        "# Ada --- license: mit: questions and first-person answers",
        "## What is not here",
        "## Rights",
        "## Sources",
    ]
    assert "<img" not in body
    assert "](" not in body


def test_an_adapter_that_was_not_measured_says_so(workspace: Workspace):
    card = adapter_card(workspace, HOSTILE, "style")

    assert "Nothing has been measured." in card
    assert "trained on the manner of a public record" in card
    assert 'base_model: "org/model"' in card
    assert "taught to say so" not in card


def test_scores_of_several_seeds_come_with_their_spread(workspace: Workspace):
    evaluation = {
        "base": {"style": 0.1},
        "facts": {"style": 0.8, "unknown": {"f1": 0.75}, "identity": 1.0},
        "seeds": {"0": {}, "1": {}, "2": {}},
        "spread": {
            "facts": {"style": {"mean": 0.812, "spread": 0.0213}, "unknown": {"f1": {"mean": 0.7, "spread": 0.1}}}
        },
    }
    workspace.folder.mkdir()
    workspace.path("evaluation.json").write_text(json.dumps(evaluation))
    lines = adapter_card(workspace, HOSTILE, "facts").splitlines()

    assert "| style: how like the person's unseen words: 0 others, 1 the person | 0.10 | 0.81 ±0.02 |" in lines
    assert "| unknown f1: honest about not knowing, both in one figure |  | 0.70 ±0.10 |" in lines
    assert "| identity: says who, and what, it is |  | 1.00 |" in lines
    assert any("over 3 trainings" in line for line in lines)


def test_a_card_says_how_it_was_trained_and_how_to_load_it(workspace: Workspace):
    train = {"base_model": "qwen3-4b", "curriculum": "facts_only", "rank": 8, "dora": True, "quantize": "4bit"}
    persona = Persona.model_validate({"name": 'Ann "Nan" ```Lee', "rights": {"basis": "made up"}, "train": train})
    card = adapter_card(workspace, persona, "facts")

    assert "- base model: `Qwen/Qwen3-4B-Instruct-2507` (Apache-2.0)" in card
    assert "- DoRA of rank 8 on all linear layers, alpha 16" in card
    assert "- the base model was held in 4 bits" in card
    assert "- facts: " in card
    assert "- style: " not in card
    assert 'from_pretrained("Qwen/Qwen3-4B-Instruct-2507")' in card
    code = card.split("```python\n")[1].split("\n```\n")[0]
    compile(code, "card", "exec")
    assert "Who are you?" in code


def test_what_a_card_is_for_comes_first(workspace: Workspace):
    card = adapter_card(workspace, HOSTILE, "style", use="Run it.")
    assert card.index("Run it.") < card.index("## Scores")
    assert "PeftModel" not in card


@pytest.mark.parametrize("text", ["{", "[1]", ""])
def test_an_evaluation_that_cannot_be_read_is_one_line(workspace: Workspace, text: str):
    workspace.folder.mkdir()
    workspace.path("evaluation.json").write_text(text)
    with pytest.raises(WorkspaceError, match="not a JSON object"):
        read_evaluation(workspace)


@pytest.mark.parametrize(("text", "line"), [("a\n b", "a b"), ("`x` *y* <z>", "x y z"), ("[a](b)", "a (b)")])
def test_plain(text: str, line: str):
    assert plain(text) == line


def test_no_folder_of_this_machine_is_named(tmp_path: Path):
    (tmp_path / "my-model").mkdir()

    assert public_name(str(tmp_path / "my-model")) == "my-model"
    assert public_name("org/model") == "org/model"
    assert public_name("smollm2-135m") == "HuggingFaceTB/SmolLM2-135M-Instruct"
