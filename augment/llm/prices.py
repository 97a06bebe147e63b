"""What a language model costs: prices of tokens, and the bounds of a call."""

import json
import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

from augment.llm.engines import Completion, Request
from likeness.errors import SettingsError
from likeness.ledger import MicroUSD
from likeness.sections import LanguageModel

FRAME = 300
"""Tokens that a provider may add around our words: roles, the chat template, the schema's own frame (our judgement)."""
_OWN_MACHINE = re.compile(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:/|$)")
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Prices:
    """US dollars for a million tokens."""

    input_usd: Decimal
    output_usd: Decimal

    def worst_case(self, request: Request) -> MicroUSD:
        """The most that a request can cost: no token is shorter than a byte."""
        text = "".join(content for _, content in request.messages) + json.dumps(request.schema)
        return self.cost(len(text.encode("utf-8", "replace")) + FRAME, request.most_tokens)

    def cost(self, input_tokens: int, output_tokens: int) -> MicroUSD:
        """Micro-dollars, a part of one counted as one."""
        exact = input_tokens * self.input_usd + output_tokens * self.output_usd
        return int(exact.to_integral_value(ROUND_CEILING))

    def paid(self, completion: Completion) -> MicroUSD:
        """What a reply cost."""
        return self.cost(completion.input_tokens, completion.output_tokens)


def prices_of(settings: LanguageModel) -> Prices:
    """The prices that the persona file names, or those known for the model; nothing on this machine.

    Raises:
        SettingsError: if nobody knows what the model costs.
    """
    if settings.input_usd is not None and settings.output_usd is not None:
        return Prices(settings.input_usd, settings.output_usd)
    if settings.model.startswith("local:") or _OWN_MACHINE.match(settings.base_url):
        return Prices(Decimal(0), Decimal(0))
    known = None if settings.base_url else _known(settings.model)
    if known is None:
        raise SettingsError(
            f"[llm] {settings.model}: what it costs is not known; set input_usd and output_usd, dollars for a million "
            "tokens (0 for a server of your own)"
        )
    return known


def shares(cost: MicroUSD, count: int) -> list[MicroUSD]:
    """A cost in parts that differ by one at most and add up to it, for the rows that a reply made; [] for no rows."""
    return [cost // count + (place < cost % count) for place in range(count)]


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has: a Chinese character is one, of other scripts four characters are."""
    chinese = len(_CHINESE.findall(text))
    return chinese + (len(text) - chinese + 3) // 4


def _known(model: str) -> Prices | None:
    """The list prices of a hosted model, from the tables of genai-prices."""
    from genai_prices import Usage, calc_price

    provider, _, name = model.partition(":")
    million: Any = Usage(input_tokens=1_000_000, output_tokens=1_000_000)
    try:
        price = calc_price(million, name, provider_id=provider.split("-")[0])
    except LookupError:
        return None
    return Prices(price.input_price, price.output_price)
