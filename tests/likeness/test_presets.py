import tomllib

import pytest

from likeness.presets import PRESETS, preset, with_preset
from likeness.sections import FactsStage, StyleStage, Train


def table(text: str) -> dict[str, object]:
    return tomllib.loads(text)


def test_a_preset_is_found_by_its_short_name_alone() -> None:
    found = preset("Qwen3-4B")
    assert found is not None and found.repository == "Qwen/Qwen3-4B-Instruct-2507" and found.license == "Apache-2.0"
    for other in ("smollm2-135m", "Qwen/Qwen3-4B", "models/qwen3-4b", ""):
        assert preset(other) is None


@pytest.mark.parametrize(
    ("name", "rate"),
    [("llama-3.1-8b", 2.9e-4), ("llama-3.2-1b", 4.9e-4), ("qwen3-8b", 4.7e-4), ("gemma-3-1b", 7.7e-4)],
)
def test_the_learning_rate_follows_the_size_and_the_family(name: str, rate: float) -> None:
    assert PRESETS[name].learning_rate == rate


def test_what_the_file_says_goes_before_the_preset() -> None:
    values = table('base_model = "llama-3.1-8b"\nbatch_size = 3\n[facts]\nepochs = 3\n[style]\nlearning_rate = 1e-5')
    settings = Train(**with_preset(values))
    assert (settings.batch_size, settings.rank, settings.max_length) == (3, 32, 1024)
    assert settings.packing and settings.gradient_checkpointing
    assert settings.style.learning_rate == 1e-5 and settings.facts.learning_rate == 2.9e-4
    assert settings.facts.epochs == 3 and settings.style.epochs == StyleStage().epochs


def test_sections_given_as_objects_stay() -> None:
    facts = FactsStage(learning_rate=1e-5)
    assert with_preset({"base_model": "qwen3-8b", "facts": facts})["facts"] is facts


@pytest.mark.parametrize("text", ["", "rank = 8", 'base_model = "org/some-model"', 'base_model = "smollm2-135m"'])
def test_without_a_preset_nothing_changes(text: str) -> None:
    assert with_preset(table(text)) == table(text)


def test_every_preset_gives_settings_that_are_taken() -> None:
    for name in PRESETS:
        assert name == name.lower()
        assert 0 < Train(**with_preset({"base_model": name})).facts.learning_rate < 1e-3
