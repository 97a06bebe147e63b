"""What a language model will be asked, and what that will cost, reckoned from the real inputs before anything is sent.

What is known is counted: the instructions, the passages, the posts, the facts once there are any. What the model will
say is estimated from it; the shares are of our own judgement, and the ledger has the truth afterwards.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from augment.llm.claims import claims_ask
from augment.llm.client import Ask, schema_of
from augment.llm.judging import ROWS_AT_ONCE
from augment.llm.prices import FRAME, Prices, estimated_tokens
from augment.llm.prompts import DIALOGUE, EXCHANGES, JUDGE
from augment.llm.style import POSTS_AT_ONCE, backwrite_ask
from likeness.ledger import MicroUSD
from likeness.persona import Persona
from likeness.records import Fact, Passage, Utterance

CLAIMS_A_SENTENCE = 1.0
"""Claims that a model finds in a sentence of a page about the person."""
CLAIM_TOKENS, VERDICT_TOKENS, ROW_TOKENS, QUESTION_TOKENS = 70, 60, 75, 25
"""Tokens of a claim with its quote, a verdict, a question with its answer and follow-up, a question written back."""
ROWS_A_FACT, UNDECIDED = 11, 0.6
"""Rows that a fact is given in one asking, and the share of which the rules cannot tell."""
ASKINGS = 1.4
"""How often a fact is asked for: more than once where too few rows pass."""
EVIDENCE_TOKENS, EXEMPLAR_TOKENS = 70, 120

_SENTENCE = re.compile(r"[.!?]+[\s\"”’)\]]|[。！？]|$", re.MULTILINE)


@dataclass(frozen=True)
class Estimate:
    """One purpose: calls, and the tokens in and out of all of them."""

    purpose: str
    calls: int
    input_tokens: int
    output_tokens: int

    def cost(self, prices: Prices) -> MicroUSD:
        """In micro-USD."""
        return prices.cost(self.input_tokens, self.output_tokens)


def estimate(
    persona: Persona, passages: Sequence[Passage], facts: Sequence[Fact], utterances: Sequence[Utterance]
) -> Iterator[Estimate]:
    """What each purpose takes: claims, exchanges, talks, the judge, style.

    Args:
        persona: whose.
        passages: of all pages.
        facts: those that are there already; without any their number is estimated from the passages.
        utterances: the person's own words; those that answered somebody need no question.
    """
    pairs = [(before, passage) for before, passage in pairwise([None, *passages]) if passage is not None]
    asks = [claims_ask(persona, passage, before) for before, passage in pairs]
    claims = int(CLAIMS_A_SENTENCE * sum(len(_SENTENCE.findall(passage.text)) for passage in passages))
    yield Estimate("claims", len(asks), sum(_asked(ask) for ask in asks), claims * CLAIM_TOKENS)
    count = len(facts) or claims
    yield _exchanges(count)
    yield Estimate("talks", count // 3, count // 3 * (_frame(DIALOGUE) + 3 * EVIDENCE_TOKENS), count * ROW_TOKENS)
    yield _judge(persona, claims, count, sum(estimated_tokens(passage.text) for passage in passages))
    posts = [utterance for utterance in utterances if not utterance.context]
    batches = [posts[start : start + POSTS_AT_ONCE] for start in range(0, len(posts), POSTS_AT_ONCE)]
    asked = sum(_asked(backwrite_ask(persona, batch)) for batch in batches)
    yield Estimate("style", len(batches), asked, len(posts) * QUESTION_TOKENS)


def _exchanges(facts: int) -> Estimate:
    calls = int(facts * ASKINGS)
    known = _frame(EXCHANGES) + EVIDENCE_TOKENS + EXEMPLAR_TOKENS + 180  # the angles take 180
    return Estimate("exchanges", calls, calls * known, calls * ROWS_A_FACT * ROW_TOKENS)


def _judge(persona: Persona, claims: int, facts: int, passage_tokens: int) -> Estimate:
    """The votes that decide, on the claims against their passages and on the rows against their evidence."""
    votes = persona.rewrite.samples // 2 + 1
    rows = int(facts * ASKINGS * ROWS_A_FACT * UNDECIDED)
    calls = votes * (claims // ROWS_AT_ONCE + int(facts * ASKINGS * 1.5) + 1)
    seen = votes * (2 * passage_tokens + claims * CLAIM_TOKENS + rows * ROW_TOKENS)
    return Estimate("judge", calls, calls * _frame(JUDGE) + seen, votes * (claims + rows) * VERDICT_TOKENS)


def _asked(ask: Ask[Any]) -> int:
    return estimated_tokens(ask.instructions + ask.text + str(schema_of(ask.reply)))  # type: ignore[arg-type]


def _frame(instructions: str) -> int:
    return estimated_tokens(instructions) + FRAME
