"""Claims by a language model: what each passage says of the person, with quotes that are checked letter by letter.

What the model makes up does not get in: a quote that the passage lacks is `quote_not_found`, a number that the quote
lacks is `unsupported_number`, a name that the passage lacks is `unsupported_name`, and a judge who sees the passage
strikes out what it does not say. A passage without a usable reply is written with the reason (`invalid_reply`,
`refused`, `out_of_budget`).
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from augment.claims import quoted_claim
from augment.languages import language_of
from augment.llm.client import Ask, Client, Failed, quoted_text
from augment.llm.engines import Engine
from augment.llm.judging import Row, judge
from augment.llm.parts import write_parts
from augment.llm.prices import shares
from augment.llm.prompts import CLAIMS, ClaimReply, ClaimsReply
from likeness.persona import Persona
from likeness.records import Claim, Passage, Rejected
from likeness.workspace import Marker, Workspace

VERSION = 1

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Ž][\w’'-]+")


def ask_claims(workspace: Workspace, persona: Persona, open_engine: Callable[[], Engine]) -> list[Marker]:
    """Find the claims of all pages' passages, part by part.

    Raises:
        SourceUnavailable, RateLimited, SettingsError: as `augment.llm.Client.ask`; every reply that came is kept.
    """
    passages = workspace.table(Passage)
    inputs = {part: (passages.content(part), persona.name, persona.names) for part in passages.parts()}

    async def rows_of(client: Client, part: str) -> list[Claim | Rejected]:
        return await _rows(client, persona, list(passages.read(part)))

    return write_parts(workspace, persona, workspace.table(Claim), inputs, VERSION, open_engine, rows_of)


async def _rows(client: Client, persona: Persona, passages: Sequence[Passage]) -> list[Claim | Rejected]:
    """The claims of one page, passage by passage."""
    pairs = [(before, passage) for before, passage in pairwise([None, *passages]) if passage is not None]
    found = await asyncio.gather(*(_claims(client, persona, passage, before) for before, passage in pairs))
    return [row for rows in found for row in rows]


async def _claims(client: Client, persona: Persona, passage: Passage, before: Passage | None) -> list[Claim | Rejected]:
    """The claims of one passage: asked for, checked, judged; none of a language that the gates cannot read."""
    if language_of(passage.text) is None:
        return [Rejected.of(passage, "language_not_known")]
    answered = await client.ask(claims_ask(persona, passage, before))
    if isinstance(answered, Failed):
        return [Rejected.of(passage, answered.reason, answered.detail)]
    prices = shares(answered.cost, len(answered.reply.claims))
    rows = [checked(reply, passage, persona, price) for reply, price in zip(answered.reply.claims, prices, strict=True)]
    return await _judged(client, persona, passage, rows)


def claims_ask(persona: Persona, passage: Passage, before: Passage | None) -> Ask[ClaimsReply]:
    """What is asked of one passage; the one before it may say who "he" is."""
    context = quoted_text("before", before.text) if before is not None and before.page == passage.page else ""
    heading = quoted_text("heading", passage.heading) if passage.heading else ""
    text = "\n".join(part for part in (heading, context, quoted_text("passage", passage.text)) if part)
    return Ask("claims", CLAIMS.format(name=persona.name), text, ClaimsReply, temperature=0)


def checked(reply: ClaimReply, passage: Passage, persona: Persona, cost: int) -> Claim | Rejected:
    """A claim as a row, if its quote stands in the passage and it names nothing that is not there."""
    row = quoted_claim(reply.claim, reply.quote, passage, reply.kind, cost)
    if isinstance(row, Rejected):
        return row
    known = f"{passage.heading} {passage.text} {' '.join(persona.names)}"
    numbers = [n for n in _NUMBER.findall(row.claim) if n not in row.quote and n not in passage.heading]
    names = [n for n in _NAME.findall(row.claim) if n.removesuffix("'s").removesuffix("’s") not in known]
    if numbers:
        return Rejected.of(row, "unsupported_number", numbers[0])
    if names:
        return Rejected.of(row, "unsupported_name", names[0])
    return row


async def _judged(
    client: Client, persona: Persona, passage: Passage, rows: Sequence[Claim | Rejected]
) -> list[Claim | Rejected]:
    """The rows, without the claims that the passage does not make."""
    claims = [row for row in rows if isinstance(row, Claim)]
    asked = [Row(f"What does the passage say about {persona.name}?", claim.claim) for claim in claims]
    verdicts = iter(await judge(client, persona, passage.text, asked))
    made: list[Claim | Rejected] = []
    for row in rows:
        if isinstance(row, Rejected):
            made.append(row)
        else:
            verdict = next(verdicts)
            paid = row.model_copy(update={"cost": row.cost + verdict.cost})
            made.append(Rejected.of(paid, verdict.reason, verdict.detail) if verdict.reason else paid)
    return made
