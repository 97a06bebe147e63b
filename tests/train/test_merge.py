import json
from pathlib import Path

import pytest

from likeness.errors import NotFresh, WorkspaceError
from likeness.persona import Persona
from likeness.records import Exchange, messages_of
from likeness.workspace import Workspace
from train.lora import finetune
from train.merge import merge_adapter
from train.mixture import lessons
from train.promotion import adapter_in_use
from train.stages import STYLE, Stage

QUESTIONS = ("Where were you born?", "What is on your mind?", "Are you Ann?", "One?")


def train(workspace: Workspace, persona: Persona, name: str = STYLE) -> Stage:
    """An adapter that has seen a few rows, and what it was trained on."""
    from train.base_model import open_base

    said = "Aye, oil first, then wait."
    exchanges = [Exchange(kind="style", messages=messages_of([(question, said)])) for question in QUESTIONS]
    rows = lessons(exchanges, persona)
    with workspace.build(name, name) as folder:
        model, tokenizer = open_base(persona.train)
        finetune(model, tokenizer, [[row.messages for row in rows] * 15], persona.train, 1e-2, folder)
    return Stage(name, rows, 1e-2)


def test_the_merged_model_answers_as_base_and_adapter_do(persona: Persona, tmp_path: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from train.base_model import open_base
    from train.generation import generate
    from train.lora import load_adapter

    workspace = Workspace(tmp_path, "ann-lee")
    train(workspace, persona)
    folder = merge_adapter(workspace, persona)
    talks = [[{"role": "system", "content": "You are Ann Lee."}, {"role": "user", "content": q}] for q in QUESTIONS]
    model, tokenizer = open_base(persona.train)
    base = generate(model, tokenizer, talks)
    apart = generate(load_adapter(model, workspace.path(STYLE)), tokenizer, talks)
    merged = AutoModelForCausalLM.from_pretrained(folder, dtype="auto")
    assert merged.dtype == torch.bfloat16
    assert generate(merged.float(), AutoTokenizer.from_pretrained(folder), talks) == apart
    assert apart != base


def test_the_folder_is_an_ordinary_model_with_its_card(persona: Persona, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    train(workspace, persona)
    folder = merge_adapter(workspace, persona)
    files = {path.name for path in folder.iterdir()}
    assert {"model.safetensors", "config.json", "tokenizer.json", "chat_template.jinja"} < files
    ends = json.loads((folder / "generation_config.json").read_text())["eos_token_id"]
    assert ends == 1  # <|im_end|>, at which a server must stop
    assert "vllm serve ." in (folder / "README.md").read_text(encoding="utf-8")


def test_a_fresh_merge_is_not_made_again_and_a_new_adapter_is_merged(persona: Persona, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ann-lee")
    train(workspace, persona)
    first = (merge_adapter(workspace, persona) / "model.safetensors").stat().st_mtime_ns
    assert (merge_adapter(workspace, persona) / "model.safetensors").stat().st_mtime_ns == first
    train(workspace, persona, "adapters/facts")
    assert adapter_in_use(workspace) == "adapters/facts"
    with pytest.raises(NotFresh):
        merge_adapter(Workspace(tmp_path, "ann-lee", frozen=True), persona)


def test_without_an_adapter_there_is_nothing_to_merge(persona: Persona, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="run `likeness finetune`"):
        merge_adapter(Workspace(tmp_path, "ann-lee"), persona)
