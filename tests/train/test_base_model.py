import importlib.metadata
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from likeness.errors import MissingExtra, SettingsError
from likeness.sections import Train
from train.base_model import (
    CHATML,
    PROBE,
    SMOLLM2_ON_THE_HUB,
    fastest_dtype,
    location,
    mark_answers,
    open_base,
    prepare,
)
from train.templates import encode

TALK = PROBE[:3]


@pytest.fixture
def tokenizer(tiny_base: Path) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(tiny_base)


def bare(special: dict[str, str], begins: bool = False) -> Any:
    """A tokenizer without a chat template, that knows letters and the given control tokens."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: number for number, token in enumerate([*special.values(), *alphabet])}
    bpe = Tokenizer(models.BPE(vocabulary, []))
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    if begins:
        bpe.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", vocabulary["<s>"])])
    return PreTrainedTokenizerFast(tokenizer_object=bpe, **special)


def learnt_text(tokenizer: Any) -> str:
    tokens, learnt = encode(tokenizer, TALK)
    return str(tokenizer.decode([token for token, flag in zip(tokens, learnt, strict=True) if flag]))


def test_a_local_folder_is_opened_with_its_answers_marked(tiny_base: Path) -> None:
    model, tokenizer = open_base(Train(base_model=str(tiny_base)))
    assert tokenizer.chat_template == CHATML
    assert tokenizer.pad_token is not None and not model.training
    encoded = tokenizer.apply_chat_template(TALK, return_dict=True, return_assistant_tokens_mask=True)
    tokens, learnt = encode(tokenizer, TALK)
    assert tokens == encoded["input_ids"] and learnt == [bool(flag) for flag in encoded["assistant_masks"]]
    assert learnt_text(tokenizer) == "Two.<|im_end|>"


@pytest.mark.parametrize(
    "own",
    [
        "{% generation %}{{ messages[0]['content'] }}{% endgeneration %}",
        "{% for m in messages %}[{{ m['role'] }}] {{ m['content'] }}{% endfor %}",
        "{{ raise_exception('No system role') }}",
        CHATML.replace("generation %}{{", "generation %}{{ '<think>\n\n</think>\n\n' if loop.last }}{{"),
    ],
)
def test_any_other_template_stays(tokenizer: Any, own: str) -> None:
    tokenizer.chat_template = own
    mark_answers(tokenizer)
    assert tokenizer.chat_template == own


def test_a_template_that_cannot_be_used_is_refused_at_once(tiny_base: Path, tokenizer: Any, tmp_path: Path) -> None:
    model, _ = open_base(Train(base_model=str(tiny_base)))
    model.save_pretrained(tmp_path)
    tokenizer.chat_template = "{% for m in messages %}{{ m.content|lower }}{% endfor %}"
    tokenizer.save_pretrained(tmp_path)
    with pytest.raises(SettingsError, match=r"train\.base_model: the chat template of .* does not show"):
        open_base(Train(base_model=str(tmp_path)))


def test_a_base_model_without_a_template_gets_chatml_with_its_own_end_token() -> None:
    tokenizer = bare({"eos_token": "</s>", "bos_token": "<s>"}, begins=True)
    size = len(tokenizer)
    prepare(tokenizer)
    assert learnt_text(tokenizer) == "Two.</s>"
    tokens, _ = encode(tokenizer, TALK)
    assert tokens[0] == tokenizer.bos_token_id and tokens.count(tokenizer.bos_token_id) == 1
    assert len(tokenizer) == size


def test_a_base_model_that_has_chatml_s_tokens_gets_chatml(tokenizer: Any) -> None:
    tokenizer.chat_template = None
    prepare(tokenizer)
    assert tokenizer.chat_template == CHATML


@pytest.mark.parametrize(
    ("special", "pad"),
    [
        ({"eos_token": "</s>", "unk_token": "<unk>"}, "</s>"),
        ({"unk_token": "<unk>", "cls_token": "</s>"}, "<unk>"),
        ({"cls_token": "</s>"}, "</s>"),
        ({"eos_token": "</s>", "pad_token": "<pad>"}, "<pad>"),
    ],
)
def test_a_missing_pad_token_is_one_that_is_there(special: dict[str, str], pad: str, tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = bare(special)
    tokenizer.chat_template = "{% for m in messages %}{{ m.content + '</s>' }}{% endfor %}"
    size = len(tokenizer)
    prepare(tokenizer)
    assert tokenizer.pad_token == pad and len(tokenizer) == size
    assert learnt_text(tokenizer) == "Two.</s>"  # even where the pad token is the end token
    tokenizer.save_pretrained(tmp_path)
    again = AutoTokenizer.from_pretrained(tmp_path)
    assert again.pad_token == pad and len(again) == size and encode(again, TALK) == encode(tokenizer, TALK)


def test_a_tokenizer_that_cannot_end_a_reply_is_refused() -> None:
    with pytest.raises(SettingsError, match="neither a chat template nor an end token"):
        prepare(bare({"unk_token": "<unk>"}))


def test_generation_stops_at_the_template_s_end_token_too(tiny_base: Path, tmp_path: Path) -> None:
    model, tokenizer = open_base(Train(base_model=str(tiny_base)))
    model.config.eos_token_id = model.generation_config.eos_token_id = 5
    model.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    assert open_base(Train(base_model=str(tmp_path)))[0].generation_config.eos_token_id == [5, tokenizer.eos_token_id]


def test_a_preset_s_name_stands_for_its_id_on_the_hub() -> None:
    assert location("qwen3-4b") == "Qwen/Qwen3-4B-Instruct-2507"
    assert location("some/model") == "some/model"


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"train\.base_model: .* cannot be loaded") as caught:
        open_base(Train(base_model=str(tmp_path / "nowhere")))
    assert "\n" not in str(caught.value)


def test_a_missing_wheel_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", missing)
    with pytest.raises(MissingExtra, match="make test"):
        open_base(Train())


def test_four_bits_without_bitsandbytes_say_what_to_install(monkeypatch: pytest.MonkeyPatch, tiny_base: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match="pip install bitsandbytes"):
        open_base(Train(base_model=str(tiny_base), quantize="4bit"))


@pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing. is deprecated:FutureWarning")  # peft asks by that name
def test_four_bits_hold_the_linear_layers_and_leave_the_rest(tiny_base: Path) -> None:
    pytest.importorskip("bitsandbytes")
    from peft import LoraConfig, get_peft_model

    model, tokenizer = open_base(Train(base_model=str(tiny_base), quantize="4bit"))
    block = model.model.layers[0]
    assert type(block.mlp.up_proj).__name__ == "Linear4bit"
    assert {model.lm_head.weight.dtype, block.input_layernorm.weight.dtype} == {fastest_dtype()}
    adapted = get_peft_model(model, LoraConfig(r=4, target_modules="all-linear", task_type="CAUSAL_LM"))
    tokens = tokenizer("Where were you born?", return_tensors="pt")["input_ids"].to(model.device)
    adapted(input_ids=tokens, labels=tokens).loss.backward()
    trained = [weight for name, weight in adapted.named_parameters() if "lora_B" in name]
    assert trained and all(weight.grad is not None and weight.grad.abs().sum() > 0 for weight in trained)


def test_smollm2_comes_out_of_its_wheel() -> None:
    """Slow the first time on a machine (half a minute), then a second."""
    model, tokenizer = open_base(Train())
    assert sum(parameter.numel() for parameter in model.parameters()) == 134_515_008
    assert model.name_or_path == SMOLLM2_ON_THE_HUB and tokenizer.eos_token == "<|im_end|>"
    assert tokenizer.chat_template == CHATML
