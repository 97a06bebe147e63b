"""A judge who sees the evidence: whether each answer is in it. Asked where the gates' rules cannot tell.

Several samples vote; a verdict needs the majority. A "supported" counts only with a quote that the evidence really has,
and the judge first answers the question from the evidence alone, so that the answer is compared with that.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from augment.claims import find_quote
from augment.llm.client import Ask, Client, Failed, quoted_text
from augment.llm.prices import shares
from augment.llm.prompts import JUDGE, VerdictReply, VerdictsReply
from likeness.persona import Persona

ROWS_AT_ONCE = 6
"""Rows that one call judges; the evidence is half of the tokens, so it is shared (reference, cost model)."""
TEMPERATURE = 0.7
"""Samples that are all alike would vote for nothing."""


class Row(NamedTuple):
    """What is judged."""

    question: str
    answer: str


class Verdict(NamedTuple):
    """`reason` is '' for what stands, else contradicted, not_entailed, not_answered, or why there was no judge."""

    reason: str
    detail: str = ""
    cost: int = 0


async def judge(client: Client, persona: Persona, evidence: str, rows: Sequence[Row]) -> list[Verdict]:
    """A verdict for each row, by the majority of `[rewrite] samples` votes; no more are asked for than decide."""
    batches = [rows[start : start + ROWS_AT_ONCE] for start in range(0, len(rows), ROWS_AT_ONCE)]
    judged = await asyncio.gather(*(_judge(client, persona, evidence, batch) for batch in batches))
    return [verdict for verdicts in judged for verdict in verdicts]


async def _judge(client: Client, persona: Persona, evidence: str, rows: Sequence[Row]) -> list[Verdict]:
    samples = persona.rewrite.samples
    needed = samples // 2 + 1
    votes: list[list[Verdict]] = [[] for _ in rows]
    ballots = await asyncio.gather(*(_vote(client, persona, evidence, rows, sample) for sample in range(needed)))
    for sample in range(samples):
        ballot = ballots[sample] if sample < needed else await _vote(client, persona, evidence, rows, sample)
        for cast, verdict in zip(votes, ballot, strict=True):
            cast.append(verdict)
        if sample + 1 >= needed and all(_decided(cast, needed) for cast in votes):
            break
    return [_majority(cast, needed) for cast in votes]


async def _vote(client: Client, persona: Persona, evidence: str, rows: Sequence[Row], sample: int) -> list[Verdict]:
    """One vote on each row; a row that the judge passed over is not entailed."""
    answered = await client.ask(judge_ask(persona, evidence, rows, sample))
    if isinstance(answered, Failed):
        return [Verdict(answered.reason, answered.detail) for _ in rows]
    given = {reply.row: reply for reply in answered.reply.verdicts}
    return [
        read_verdict(given.get(number), evidence)._replace(cost=share)
        for number, share in enumerate(shares(answered.cost, len(rows)), start=1)
    ]


def judge_ask(persona: Persona, evidence: str, rows: Sequence[Row], sample: int) -> Ask[VerdictsReply]:
    """What the judge is asked."""
    listed = "\n".join(
        f"{number}. Question: {row.question}\n   Answer: {row.answer}" for number, row in enumerate(rows, start=1)
    )
    text = f"{quoted_text('evidence', evidence)}\n{quoted_text('rows', listed)}"
    return Ask("judge", JUDGE.format(name=persona.name), text, VerdictsReply, TEMPERATURE, sample)


def read_verdict(reply: VerdictReply | None, evidence: str) -> Verdict:
    """What a vote counts for."""
    if reply is None:
        return Verdict("not_entailed", "the judge passed it over")
    if reply.verdict == "contradicted":
        return Verdict("contradicted", f"the evidence gives: {reply.from_evidence}")
    if reply.verdict == "absent" or find_quote(reply.quote, evidence) is None:
        return Verdict("not_entailed", f"the evidence gives: {reply.from_evidence}")
    return Verdict("") if reply.answers else Verdict("not_answered")


def _decided(cast: Sequence[Verdict], needed: int) -> bool:
    return Counter(bool(verdict.reason) for verdict in cast).most_common(1)[0][1] >= needed


def _majority(cast: Sequence[Verdict], needed: int) -> Verdict:
    """Stands if enough say so; else the most frequent reason. The cost is that of all votes."""
    cost = sum(verdict.cost for verdict in cast)
    if sum(not verdict.reason for verdict in cast) >= needed:
        return Verdict("", cost=cost)
    against = [verdict for verdict in cast if verdict.reason]
    reason = Counter(verdict.reason for verdict in against).most_common(1)[0][0]
    return next(verdict for verdict in against if verdict.reason == reason)._replace(cost=cost)
