"""Style first, then facts, on one adapter.

    adapters/style   the person's own words
    adapters/facts   goes on from there: questions about the person, whole and as hints (`hints`), with style rows mixed
                     in (`replay`) so that the manner is not unlearnt. This is the adapter to use.

Without style rows the second stage starts from a new adapter; without fact rows it is not made.
"""

import logging
import random
import re
from collections.abc import Sequence
from pathlib import Path

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Message
from likeness.sections import FactsStage, StyleStage
from likeness.workspace import Progress, Workspace
from train.dataset import conversation, read_splits

VERSION = 2
STYLE, FACTS = "adapters/style", "adapters/facts"

DROP_SAID, DROP_OTHER = 0.5, 0.1
"""Share of a hint's words that are left out: of those that the answer says too, and of the others."""

STEM = 5
"""Letters by which 'married' and 'marry' are taken for one word."""

logger = logging.getLogger(__name__)


def train_style(workspace: Workspace, persona: Persona, progress: Progress | None = None) -> Path:
    """Stage 1: train adapters/style on the person's own words, unless it is fresh.

    Returns:
        The adapter's folder, which is not made where there are no style rows.
    """
    rows = read_splits(workspace, persona)["style_train"]
    made_from = _style_made_from(persona, rows)
    _train(workspace, persona, STYLE, rows, persona.train.style, made_from, progress=progress)
    return workspace.path(STYLE)


def train_facts(workspace: Workspace, persona: Persona, progress: Progress | None = None) -> Path:
    """Stage 2: go on with adapters/style, on facts and replayed style rows, into adapters/facts, unless it is fresh.

    Returns:
        The adapter's folder, which is not made where there are no fact rows.
    """
    splits = read_splits(workspace, persona)
    style, facts = splits["style_train"], splits["facts_train"]
    taught = [*facts, *hints(facts, persona.train.seed)]
    rows = [*taught, *replay(style, len(taught), persona.train.facts.replay, persona.train.seed)] if facts else []
    made_from = fingerprint(_style_made_from(persona, style), [row.id for row in rows], settings=persona.train.facts)
    start = workspace.path(STYLE) if style else None
    _train(workspace, persona, FACTS, rows, persona.train.facts, made_from, start, progress)
    return workspace.path(FACTS)


def hints(facts: Sequence[Exchange], seed: int) -> list[Exchange]:
    """The fact rows again, with words of their questions left out: most of all words that the answer repeats.

    A question that holds its answer's words teaches a small model to copy them; without half of them it must recall.
    """
    generator = random.Random(seed)
    return [_hint(row, generator) for row in facts if row.kind == "fact"]


def _hint(row: Exchange, generator: random.Random) -> Exchange:
    said = {word[:STEM] for word in re.findall(r"\w+", row.answer.lower())}
    kept = [
        word
        for word in row.question.split()
        if generator.random() >= (DROP_SAID if word.lower().strip("?.,")[:STEM] in said else DROP_OTHER)
    ]
    question = Message(role="user", content=" ".join(kept) or row.question)
    messages = [question if message.role == "user" else message for message in row.messages[-2:]]
    return row.model_copy(update={"messages": (*row.messages[:-2], *messages)})


def replay(style: Sequence[Exchange], others: int, share: float, seed: int) -> list[Exchange]:
    """Style rows enough to be `share` of all rows beside `others` more; whole rounds of them before any comes again."""
    wanted = round(share / (1 - share) * others) if style else 0
    generator, chosen = random.Random(seed), list[Exchange]()
    while len(chosen) < wanted:
        chosen += generator.sample(list(style), min(len(style), wanted - len(chosen)))
    return chosen


def _style_made_from(persona: Persona, rows: Sequence[Exchange]) -> str:
    settings = persona.train.model_dump(mode="json", exclude={"facts"})
    return fingerprint([row.id for row in rows], persona.name, settings, version=VERSION)


def _train(
    workspace: Workspace,
    persona: Persona,
    adapter: str,
    rows: Sequence[Exchange],
    stage: StyleStage | FactsStage,
    made_from: str,
    start: Path | None = None,
    progress: Progress | None = None,
) -> None:
    if not rows or workspace.is_built(adapter, made_from):
        return
    from train.base_model import open_base
    from train.lora import finetune

    logger.info("%s: training on %d rows", adapter, len(rows))
    with workspace.build(adapter, made_from) as folder:
        model, tokenizer = open_base(persona.train)
        conversations = [conversation(row, persona) for row in rows]
        log = finetune(model, tokenizer, conversations, persona.train, stage, folder, start, progress)
    logger.info("%s: %d steps, loss %.2f -> %.2f", adapter, len(log), log[0]["loss"], log[-1]["loss"])
