"""Questions for posts, written back by a language model: what might have been asked for the person to say that?

Several posts share a call. A question that gives its post away is not used; the rules' question takes its place
(`augment.style`). Words that answered somebody have their question already, and cost nothing.
"""

import asyncio
from collections.abc import Callable, Sequence

from augment.claims import person_of
from augment.llm.client import Ask, Client, Failed, quoted_text
from augment.llm.engines import Engine
from augment.llm.parts import write_parts
from augment.llm.prices import shares
from augment.llm.prompts import BACKWRITE, BackwrittenReply
from augment.style import style_exchange
from likeness.persona import Persona
from likeness.records import Exchange, Rejected, Utterance
from likeness.workspace import Marker, Workspace

VERSION = 1
POSTS_AT_ONCE = 10
"""Posts of one call: the instructions are shared, and a small model still keeps count (our judgement)."""


def ask_style(workspace: Workspace, persona: Persona, open_engine: Callable[[], Engine]) -> list[Marker]:
    """Turn all utterances into style and dialogue exchanges, parts 'style-<part>'.

    Raises:
        SourceUnavailable, RateLimited, SettingsError: as `augment.llm.Client.ask`; every reply that came is kept.
    """
    utterances = workspace.table(Utterance)
    names = (persona.name, persona.names, persona.pronouns)
    inputs = {f"style-{part}": (utterances.content(part), *names) for part in utterances.parts()}

    async def rows_of(client: Client, part: str) -> list[Exchange | Rejected]:
        return await _rows(client, persona, list(utterances.read(part.removeprefix("style-"))))

    return write_parts(workspace, persona, workspace.table(Exchange), inputs, VERSION, open_engine, rows_of)


async def _rows(client: Client, persona: Persona, utterances: Sequence[Utterance]) -> list[Exchange | Rejected]:
    """The rows of one part in its order; those without a model's question get the rules'."""
    person, masked = person_of(persona), persona.rewrite.mask_entities
    alone = [utterance for utterance in utterances if not utterance.context]
    batches = [alone[start : start + POSTS_AT_ONCE] for start in range(0, len(alone), POSTS_AT_ONCE)]
    written = await asyncio.gather(*(_questions(client, persona, batch) for batch in batches))
    told = [each for batch in written for each in batch]
    given = {utterance.id: each for utterance, each in zip(alone, told, strict=True)}
    rows: list[Exchange | Rejected] = []
    for utterance in utterances:
        question, cost = given.get(utterance.id, ("", 0))
        row = style_exchange(utterance, person, question, masked=masked)
        rows.append(row.model_copy(update={"cost": cost}) if isinstance(row, Exchange) else row)
    return rows


async def _questions(client: Client, persona: Persona, posts: Sequence[Utterance]) -> list[tuple[str, int]]:
    """(question, its share of the cost) of each post; '' where the model gave none, or lost count."""
    answered = await client.ask(backwrite_ask(persona, posts))
    questions = [] if isinstance(answered, Failed) else answered.reply.questions
    counted = questions if len(questions) == len(posts) else [""] * len(posts)
    prices = shares(answered.cost, len(posts))
    return [(question.strip(), price) for question, price in zip(counted, prices, strict=True)]


def backwrite_ask(persona: Persona, posts: Sequence[Utterance]) -> Ask[BackwrittenReply]:
    """What is asked of a handful of posts."""
    listed = "\n".join(f"{number}. {' '.join(post.text.split())}" for number, post in enumerate(posts, start=1))
    text = f"{quoted_text('posts', listed)}\nWrite {len(posts)} questions, in this order."
    return Ask("style", BACKWRITE.format(name=persona.name), text, BackwrittenReply)
