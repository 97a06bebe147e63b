"""Base model and adapter as one ordinary model: exports/merged, in the layout of transformers' `save_pretrained`.

    model.safetensors, config.json, generation_config.json    the weights, in bfloat16
    tokenizer.json, tokenizer_config.json, chat_template.jinja
    README.md                                                 the card

The adapter's change is computed in float32, added to each weight and rounded once, whatever the base model's number
format: a copy of all weights in float32 would give the same and take twice the memory. To be rounded can still turn an
answer whose words were near equal: of 8 greedy answers of SmolLM2-135M, 7 were those of base and adapter in float32.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import WorkspaceError
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.sections import Train
from likeness.workspace import Workspace
from train.cards import adapter_card
from train.promotion import adapter_in_use

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

VERSION = 1
MERGED = "exports/merged"

USE = """\
The weights of base model and adapter in one, for whatever reads a folder of transformers:

```sh
vllm serve .                # a server that speaks OpenAI's API
```

```python
from transformers import pipeline

talk = pipeline("text-generation", model=".")
```"""


def merge_adapter(workspace: Workspace, persona: Persona) -> Path:
    """Write the base model with the newest adapter merged into it to exports/merged, unless it is there and fresh.

    Raises:
        WorkspaceError: if no adapter has been trained.
        NotFresh: if it is not fresh and the workspace is frozen.
        MissingExtra, SettingsError: as `train.base_model.open_base`.
    """
    adapter = adapter_in_use(workspace)
    if adapter is None:
        folder = workspace.path("adapters")
        raise WorkspaceError(f"{folder}: no adapter yet; run `likeness finetune` on the persona file first")
    made_from = adapter_made_from(workspace, persona, adapter, VERSION)
    if not workspace.is_built(MERGED, made_from):
        with workspace.build(MERGED, made_from) as folder:
            _save_merged(workspace.path(adapter), persona, folder)
            card = adapter_card(workspace, persona, Path(adapter).name, use=USE)
            (folder / "README.md").write_text(card, encoding="utf-8")
    return workspace.path(MERGED)


def adapter_made_from(workspace: Workspace, persona: Persona, adapter: str, version: int) -> str:
    """What an export of an adapter is made from: the adapter, its scores, and what else the card says."""
    evaluation = workspace.path("evaluation.json")
    scores = evaluation.read_text(encoding="utf-8") if evaluation.exists() else ""
    about = persona.model_dump(mode="json", include={"name", "slug", "language", "rights", "train"})
    return fingerprint(workspace.path(adapter, "done.json").read_text(), scores, about, version=version)


def _save_merged(adapter: Path, persona: Persona, folder: Path) -> None:
    save_model(*open_merged(persona.train, adapter), folder)


def open_merged(settings: Train, adapter: Path) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
    """The base model, never in four bits, with an adapter merged into its weights, and the tokenizer.

    Raises:
        MissingExtra, SettingsError: as `train.base_model.open_base`.
    """
    from train.base_model import open_base
    from train.lora import load_adapter

    model, tokenizer = open_base(settings.model_copy(update={"quantize": "none"}))
    return load_adapter(model, adapter).merge_and_unload(), tokenizer


def save_model(model: Any, tokenizer: "PreTrainedTokenizerBase", folder: Path) -> None:
    """Write a model in bfloat16 and its tokenizer as transformers does, with all tokens that end a reply."""
    import torch

    from train.chat import end_ids
    from train.frames import serving_template

    ends = sorted(end_ids(model, tokenizer))
    model.generation_config.eos_token_id = ends if len(ends) > 1 else ends[0]
    model.to(torch.bfloat16).save_pretrained(folder)
    tokenizer.chat_template = serving_template(tokenizer)
    tokenizer.save_pretrained(folder)
