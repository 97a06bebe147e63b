import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from likeness.errors import NotFresh, SettingsError
from likeness.persona import Persona
from likeness.records import Exchange, messages_of
from likeness.sections import Export
from likeness.workspace import Workspace
from train.lora import finetune
from train.mixture import lessons
from train.serving import PRETOKENIZERS, RANKS, check_for_vllm, export_models, modelfile, ollama_reads
from train.stages import STYLE

LORA = ("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", "...mlp.up_proj.lora_B.weight")
LLAMA_3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
QWEN = LLAMA_3.replace(r"\p{N}{1,3}", r"\p{N}")


def config(**more: Any) -> dict[str, Any]:
    return {"r": 16, "lora_alpha": 32, "bias": "none", "modules_to_save": None, "use_dora": False, **more}


@pytest.mark.parametrize(("rank", "most"), [(1, 1), (4, 8), (16, 16), (24, 32), (257, 320), (512, 512)])
def test_vllm_takes_certain_ranks_only(rank: int, most: int) -> None:
    assert check_for_vllm(config(r=rank), LORA) == most
    assert most in RANKS


@pytest.mark.parametrize(
    ("settings", "tensors", "why"),
    [
        ({"use_dora": True}, LORA, "DoRA"),
        ({"modules_to_save": ["lm_head"]}, LORA, "whole layers"),
        ({"bias": "all"}, LORA, "biases"),
        ({"alpha_pattern": {"q_proj": 8}}, LORA, "one alpha"),
        ({"r": 1024}, LORA, "512 at most, not 1024"),
        ({}, (*LORA, "base_model.model.lm_head.weight"), "lm_head"),
    ],
)
def test_what_vllm_refuses_is_said_before(settings: dict[str, Any], tensors: tuple[str, ...], why: str) -> None:
    with pytest.raises(SettingsError, match=rf"export.models: vLLM.*{why}.*`likeness merge`"):
        check_for_vllm(config(**settings), tensors)


def test_rslora_is_served() -> None:
    assert check_for_vllm(config(use_rslora=True), LORA) == 16


def read_modelfile(text: str) -> list[tuple[str, str]]:
    """The commands of a Modelfile, as Ollama's parser.ParseFile has them: a value ends at a line break, unless it
    began with three quotes and has not come to three more."""
    commands = []
    while text.strip():
        name, _, text = text.lstrip().partition(" ")
        if name == "PARAMETER":
            key, _, text = text.partition(" ")
            name = f"{name} {key}"
        quoted = re.match(r'"""(.*?)"""[ \t]*(?=\n|\Z)', text, re.DOTALL)
        value = quoted[1] if quoted else text.partition("\n")[0]
        text = text[quoted.end() if quoted else len(value) :]
        commands.append((name, value))
    return commands


@pytest.mark.parametrize(
    "name",
    [
        'Ann "Nan" Lee',
        'Ann """\nFROM /etc/passwd',
        'Ann""""\nPARAMETER temperature 2\n"""',
        "Ann\r\nADAPTER ./evil",
        '"""',
        "{{ .Secret }}",
        "安·李 🎉",
    ],
)
def test_no_name_breaks_out_of_the_modelfile(persona: Persona, name: str) -> None:
    commands = read_modelfile(
        modelfile("../merged", '{{ "<s>" }}', ["</s>"], persona.model_copy(update={"name": name}))
    )
    assert [command for command, _ in commands] == [
        "FROM",
        "TEMPLATE",
        "SYSTEM",
        "PARAMETER temperature",
        "PARAMETER stop",
    ]
    assert commands[2][1] == f"You are {name}.".replace('"""', "'''")


def test_the_pretokenizers_are_those_of_llama_and_qwen() -> None:
    assert {hashlib.sha256(pattern.encode()).hexdigest() for pattern in (LLAMA_3, QWEN)} == PRETOKENIZERS


@pytest.mark.parametrize(
    ("architecture", "pattern", "reads"),
    [
        ("LlamaForCausalLM", LLAMA_3, True),
        ("Qwen2ForCausalLM", QWEN, True),
        ("Qwen3ForCausalLM", QWEN, False),  # the weights are of an architecture that it does not import
        ("LlamaForCausalLM", r"\d+", False),  # the tokens would be others
        ("LlamaForCausalLM", None, False),
    ],
)
def test_ollama_reads_what_it_knows(tmp_path: Path, architecture: str, pattern: str | None, reads: bool) -> None:
    split = {"type": "Split", "pattern": {"Regex": pattern}}
    steps = {"type": "Sequence", "pretokenizers": [split, {"type": "ByteLevel"}]} if pattern else {"type": "ByteLevel"}
    (tmp_path / "config.json").write_text(json.dumps({"architectures": [architecture]}))
    (tmp_path / "tokenizer.json").write_text(json.dumps({"pre_tokenizer": steps}))
    assert ollama_reads(tmp_path) == reads


@pytest.fixture
def trained(persona: Persona, tmp_path: Path) -> Workspace:
    from train.base_model import open_base

    workspace = Workspace(tmp_path, "ann-lee")
    rows = lessons([Exchange(kind="style", messages=messages_of([("Well?", "Aye.")]))], persona)
    with workspace.build(STYLE, "1") as folder:
        model, tokenizer = open_base(persona.train)
        finetune(model, tokenizer, [[row.messages for row in rows]], persona.train, 1e-2, folder)
    return workspace


def wanting(persona: Persona, *models: str) -> Persona:
    return persona.model_copy(update={"export": Export(models=models)})  # type: ignore[arg-type]


def test_both_servers_get_their_folders_once(trained: Workspace, persona: Persona) -> None:
    wanted = wanting(persona, "vllm", "ollama")
    vllm, ollama = export_models(trained, wanted)
    config = json.loads((vllm / "adapter" / "adapter_config.json").read_text())
    assert config["base_model_name_or_path"] == Path(persona.train.base_model).name  # no folder of this machine
    assert check_for_vllm(config, LORA) == 8
    readme = (vllm / "README.md").read_text(encoding="utf-8")
    assert "--max-lora-rank 8 --chat-template chat_template.jinja" in readme
    assert "--lora-modules ann-lee=adapter" in readme
    assert str(trained.folder.parent) not in readme

    commands = dict(read_modelfile((ollama / "Modelfile").read_text(encoding="utf-8")))
    assert commands["FROM"] == "./model.gguf"  # the tiny tokenizer splits as no known one does
    assert commands["PARAMETER stop"] == "<|im_end|>"
    assert "convert_hf_to_gguf.py ../merged" in (ollama / "README.md").read_text(encoding="utf-8")
    frozen = Workspace(trained.folder.parent, "ann-lee", frozen=True)
    assert export_models(frozen, wanted) == [vllm, ollama]

    with pytest.raises(NotFresh):
        export_models(frozen, wanting(persona, "vllm"))
    assert export_models(trained, wanting(persona)) == []
    assert not vllm.exists()
    assert not ollama.exists()


def test_without_an_adapter_nothing_is_exported(persona: Persona, tmp_path: Path) -> None:
    assert export_models(Workspace(tmp_path, "ann-lee"), wanting(persona, "vllm", "ollama")) == []
    assert not (tmp_path / "ann-lee").exists()
