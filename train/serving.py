"""The persona made ready for servers: exports/vllm and exports/ollama, as `[export] models` asks for.

    exports/vllm/adapter/     the adapter, as vLLM takes it beside those of other personas on one base model
    exports/vllm/chat_template.jinja
    exports/ollama/Modelfile  names exports/merged, which `train.merge` makes for it
    */README.md               the commands, and the card

Source of what vLLM refuses: its vllm/lora/peft_helper.py, lora_model.py and config/lora.py. Source of what Ollama
reads: its parser/parser.go (Modelfile), template/template.go, convert/convert.go and tokenizer.go (safetensors).
"""

import hashlib
import json
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from likeness.errors import SettingsError
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.cards import adapter_card, public_name
from train.dataset import system_prompt
from train.merge import MERGED, adapter_made_from, merge_adapter
from train.promotion import adapter_in_use

log = logging.getLogger(__name__)

VERSION = 1

RANKS = (1, 8, 16, 32, 64, 128, 256, 320, 512)
"""What vLLM takes for --max-lora-rank; an adapter of a lower rank is served by the next one."""

IMPORTED = frozenset({"LlamaForCausalLM", "Qwen2ForCausalLM", "Phi3ForCausalLM"})
"""Architectures whose safetensors `ollama create` reads and whose tokenizers it recognises by `PRETOKENIZERS`."""

PRETOKENIZERS = frozenset(
    {
        "d98f9631be1e9607a9848c26c1f9eac1aa9fc21ac6ba82a2fc0741af9780a48f",  # Llama 3
        "1ff7f41064896984db5d1bb6ff64fa4bc29007d08c1b439e505b7392777a319e",  # Qwen 2 and 3
    }
)
"""SHA-256 of the regular expressions by which a tokenizer first splits a text. With any other Ollama splits in a way of
its own, without a warning to be seen, so that a persona would read other tokens than it learnt."""


def export_models(workspace: Workspace, persona: Persona) -> list[Path]:
    """Make the persona ready for every server in `[export] models`; what is there for others is deleted.

    Returns:
        The folders; none if no adapter has been trained.

    Raises:
        SettingsError: if a server cannot take this adapter or this base model.
        NotFresh: if there is something to make or to delete, and the workspace is frozen.
    """
    writers = {"vllm": export_vllm, "ollama": export_ollama}
    for server in writers.keys() - set(persona.export.models):
        workspace.forget(f"exports/{server}")
    if adapter_in_use(workspace) is None:
        return []
    return [writers[server](workspace, persona) for server in persona.export.models]


def export_vllm(workspace: Workspace, persona: Persona) -> Path:
    """Write the newest adapter to exports/vllm, unless it is there and fresh; raises as `export_models`."""
    name, adapter = "exports/vllm", str(adapter_in_use(workspace))
    made_from = adapter_made_from(workspace, persona, adapter, VERSION)
    if workspace.is_built(name, made_from):
        return workspace.path(name)
    source = workspace.path(adapter)
    config = json.loads((source / "adapter_config.json").read_text())
    rank = check_for_vllm(config, _tensor_names(source))
    with workspace.build(name, made_from) as folder:
        (folder / "adapter").mkdir()
        shutil.copyfile(source / "adapter_model.safetensors", folder / "adapter" / "adapter_model.safetensors")
        config["base_model_name_or_path"] = public_name(persona.train.base_model)
        (folder / "adapter" / "adapter_config.json").write_text(json.dumps(config, indent=2))
        _write(folder / "chat_template.jinja", _chat_template(source))
        card = adapter_card(workspace, persona, source.name, use=_vllm_use(persona, rank))
        _write(folder / "README.md", card)
    return workspace.path(name)


def check_for_vllm(config: dict[str, Any], tensors: Sequence[str]) -> int:
    """The --max-lora-rank that an adapter needs.

    Args:
        config: its adapter_config.json.
        tensors: the names of its tensors.

    Raises:
        SettingsError: if vLLM would refuse it, or serve it as something that it is not.
    """
    merged = "; `likeness merge` writes a model that vLLM serves whole"
    if config.get("use_dora"):
        raise SettingsError(f"export.models: vLLM serves no DoRA adapters, and [train] dora is set{merged}")
    if config.get("modules_to_save") or config.get("bias", "none") != "none":
        raise SettingsError(f"export.models: vLLM serves no adapters with whole layers or biases of their own{merged}")
    if config.get("rank_pattern") or config.get("alpha_pattern"):
        raise SettingsError(f"export.models: vLLM takes one rank and one alpha for all layers of an adapter{merged}")
    if other := [tensor for tensor in tensors if ".lora_A." not in tensor and ".lora_B." not in tensor]:
        raise SettingsError(f"export.models: vLLM does not know what {other[0]} of the adapter is{merged}")
    rank = int(config["r"])
    if rank > max(RANKS):
        raise SettingsError(f"export.models: vLLM serves adapters of rank {max(RANKS)} at most, not {rank}{merged}")
    return next(most for most in RANKS if most >= rank)


def _tensor_names(adapter: Path) -> list[str]:
    from safetensors import safe_open

    with safe_open(str(adapter / "adapter_model.safetensors"), framework="np") as tensors:
        return list(tensors.keys())


def _chat_template(adapter: Path) -> str:
    from transformers import AutoTokenizer

    from train.frames import serving_template

    return serving_template(AutoTokenizer.from_pretrained(str(adapter)))


def _vllm_use(persona: Persona, rank: int) -> str:
    base, name = public_name(persona.train.base_model), persona.slug
    asked = {
        "model": name,
        "messages": [
            {"role": "system", "content": system_prompt(persona)},
            {"role": "user", "content": "Who are you?"},
        ],
        "temperature": 0,
    }
    return f"""\
```sh
vllm serve {base} --enable-lora --max-lora-rank {rank} --chat-template chat_template.jinja \\
  --lora-modules {name}=adapter
```

Then ask for the model `{name}`, with just this system message, which it was trained with:

```sh
curl http://localhost:8000/v1/chat/completions -H "Content-Type: application/json" -d @- <<'END'
{json.dumps(asked, ensure_ascii=False)}
END
```

Several personas share one base model in one server: name all of them, `--lora-modules {name}=adapter
other=../../../other/exports/vllm/adapter --max-loras 2`, with the highest `--max-lora-rank` that one of them needs.
`{base}` must be the model that the adapter was trained on, under that name of the hub or in a folder."""


def export_ollama(workspace: Workspace, persona: Persona) -> Path:
    """Write a Modelfile for the merged model to exports/ollama, unless it is fresh; raises as `export_models`."""
    name, adapter = "exports/ollama", str(adapter_in_use(workspace))
    made_from = adapter_made_from(workspace, persona, adapter, VERSION)
    merged = merge_adapter(workspace, persona)
    if workspace.is_built(name, made_from):
        return workspace.path(name)
    with workspace.build(name, made_from) as folder:
        reads = ollama_reads(merged)
        _write(folder / "Modelfile", _modelfile(workspace.path(adapter), merged, persona, reads))
        card = adapter_card(workspace, persona, Path(adapter).name, use=_ollama_use(persona, reads))
        _write(folder / "README.md", card)
    return workspace.path(name)


def ollama_reads(model: Path) -> bool:
    """Whether `ollama create` reads a folder of transformers by itself, tokens and all."""
    config = json.loads((model / "config.json").read_text())
    steps = json.loads((model / "tokenizer.json").read_text())["pre_tokenizer"] or {}
    patterns = [step.get("pattern", {}).get("Regex", "") for step in steps.get("pretokenizers", [])]
    known = hashlib.sha256("".join(patterns).encode()).hexdigest() in PRETOKENIZERS
    return known and config["architectures"][0] in IMPORTED


def _modelfile(adapter: Path, merged: Path, persona: Persona, reads: bool) -> str:
    from transformers import AutoTokenizer

    from train.frames import frame_of

    tokenizer = AutoTokenizer.from_pretrained(str(adapter))
    ends = json.loads((merged / "generation_config.json").read_text())["eos_token_id"]
    stops = tokenizer.convert_ids_to_tokens(ends if isinstance(ends, list) else [ends])
    return modelfile(
        f"../{Path(MERGED).name}" if reads else "./model.gguf", frame_of(tokenizer).in_go(), stops, persona
    )


def modelfile(source: str, template: str, stops: Sequence[str], persona: Persona) -> str:
    """The Modelfile of a persona: greedy, as it was evaluated.

    Args:
        source: the model, relative to the Modelfile.
        template: in Go's template language.
        stops: the tokens that end an answer.
        persona: whose system prompt it gets.
    """
    lines = [
        f"FROM {source}",
        f"TEMPLATE {_in_modelfile(template)}",
        f"SYSTEM {_in_modelfile(system_prompt(persona))}",
        "PARAMETER temperature 0",
        *(f"PARAMETER stop {_in_modelfile(stop)}" for stop in stops),
    ]
    return "".join(f"{line}\n" for line in lines)


def _in_modelfile(text: str) -> str:
    """Text that a Modelfile takes as it is, line breaks and all; only three quotes in a row would end it."""
    return '"""' + text.replace('"""', "'''") + '"""'


def _ollama_use(persona: Persona, reads: bool) -> str:
    """The commands; Ollama adds the system prompt itself."""
    first = "" if reads else "python llama.cpp/convert_hf_to_gguf.py ../merged --outfile model.gguf --outtype bf16\n"
    why = (
        ""
        if reads
        else " Ollama does not read this base model's weights or tokens itself: llama.cpp"
        " (github.com/ggml-org/llama.cpp) makes a GGUF file of them first."
    )
    return f"""\
```sh
{first}ollama create {persona.slug} -f Modelfile
ollama run {persona.slug}
```

The model lies in `../merged`, which must stay where it is until then.{why} `ollama create --quantize q4_K_M` makes it a
quarter as big."""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
