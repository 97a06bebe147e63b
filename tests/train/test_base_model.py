import importlib.metadata
from pathlib import Path

import pytest

from likeness.errors import MissingExtra, SettingsError
from likeness.sections import Train
from train.base_model import CHATML, PROBE, SMOLLM2_ON_THE_HUB, mark_answers, open_base


def test_a_local_folder_is_opened_with_its_answers_marked(tiny_base: Path) -> None:
    model, tokenizer = open_base(Train(base_model=str(tiny_base)))
    assert tokenizer.chat_template == CHATML
    assert tokenizer.pad_token is not None and not model.training
    encoded = tokenizer.apply_chat_template(PROBE, return_dict=True, return_assistant_tokens_mask=True)
    marked = [i for i, flag in zip(encoded["input_ids"], encoded["assistant_masks"], strict=True) if flag]
    assert tokenizer.decode(marked) == "Two.<|im_end|>"


def test_a_template_that_is_marked_already_stays(tiny_base: Path) -> None:
    _, tokenizer = open_base(Train(base_model=str(tiny_base)))
    tokenizer.chat_template = own = "{% generation %}{{ messages[0]['content'] }}{% endgeneration %}"
    mark_answers(tokenizer)
    assert tokenizer.chat_template == own


@pytest.mark.parametrize("template", [None, "{% for m in messages %}[{{ m['role'] }}] {{ m['content'] }}{% endfor %}"])
def test_a_template_that_cannot_be_marked_is_refused(tiny_base: Path, template: str | None) -> None:
    _, tokenizer = open_base(Train(base_model=str(tiny_base)))
    tokenizer.chat_template = template
    with pytest.raises(SettingsError, match=r"train\.base_model: .* does not mark"):
        mark_answers(tokenizer)


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


def test_smollm2_comes_out_of_its_wheel() -> None:
    """Slow the first time on a machine (half a minute), then a second."""
    model, tokenizer = open_base(Train())
    assert sum(parameter.numel() for parameter in model.parameters()) == 134_515_008
    assert model.name_or_path == SMOLLM2_ON_THE_HUB and tokenizer.eos_token == "<|im_end|>"
    assert tokenizer.chat_template == CHATML
