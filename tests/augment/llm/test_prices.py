from decimal import Decimal
from typing import Any

import pytest

from augment.llm.engines import Completion, Request
from augment.llm.prices import Prices, estimated_tokens, prices_of
from likeness.errors import SettingsError
from likeness.sections import LanguageModel

CHEAP = Prices(Decimal("0.15"), Decimal("0.60"))


@pytest.mark.parametrize(
    ("tokens_in", "tokens_out", "micro"), [(1_000_000, 0, 150_000), (0, 1_000_000, 600_000), (1, 0, 1), (0, 0, 0)]
)
def test_cost_is_rounded_up_to_a_micro_dollar(tokens_in: int, tokens_out: int, micro: int) -> None:
    assert CHEAP.cost(tokens_in, tokens_out) == micro


def test_the_worst_case_bounds_any_reply() -> None:
    request = Request((("system", "Be brief."), ("user", "¿Qué? 你好 🙂")), {"type": "object"}, 0.0, 100)
    longest = Completion("", "length", len("Be brief.¿Qué? 你好 🙂".encode()) + 50, 100)
    assert CHEAP.worst_case(request) >= CHEAP.paid(longest)


@pytest.mark.parametrize(
    "settings",
    [
        {"model": "local:smollm2-135m"},
        {"model": "openai:x", "base_url": "http://localhost:11434/v1"},
        {"model": "openai:x", "base_url": "http://127.0.0.1:8000/v1"},
        {"model": "openai:x", "base_url": "https://llm.example/v1", "input_usd": 0, "output_usd": 0},
    ],
)
def test_a_model_of_your_own_costs_nothing(settings: dict[str, Any]) -> None:
    assert prices_of(LanguageModel(**settings)) == Prices(Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    "settings",
    [
        {"model": "openai:nonsense-9000"},
        {"model": "openai:x", "base_url": "https://llm.example/v1"},
        {"model": "openai:x", "base_url": "http://localhost.evil.example/v1"},
        {"model": "openai:x", "base_url": "https://llm.example/v1", "input_usd": 1},
    ],
)
def test_a_model_whose_price_nobody_knows_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="input_usd and output_usd"):
        prices_of(LanguageModel(**settings))


def test_the_list_price_of_a_hosted_model_is_known() -> None:
    prices = prices_of(LanguageModel(model="openai:gpt-4o-mini"))
    assert (prices.input_usd, prices.output_usd) == (Decimal("0.15"), Decimal("0.6"))


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("word", 1), ("four words of talk", 5), ("你好吗", 3)])
def test_about_how_many_tokens(text: str, tokens: int) -> None:
    assert estimated_tokens(text) == tokens
