"""What stage 2 reads: facts from many sides, and beside them what must not be unlearnt.

    the facts       every row `epochs` times, whole and as a hint; of facts that the base model knew, two rows
    replay          words of the person, that the manner stays
    general         everyday talk as the base model answers it itself, that the rest of it stays
    unknown         what the person honestly does not know, that it does not make up the rest
    the ending      words of the person and facts that were known before; nothing that is new

Facts that are new to a model teach it to make things up, once it has fitted them (Gekhman et al., arXiv 2405.05904); a
little that it knows, late in training, mends some of that (arXiv 2511.02626). Shares are of all rows but the ending's.
"""

import random
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from likeness.persona import Persona
from likeness.records import Exchange, Message
from train.dataset import Splits, conversation
from train.encoding import Conversation
from train.schedule import mixed, passes, rounds

DROP_SAID, DROP_OTHER = 0.5, 0.1
"""Share of a hint's words that are left out: of those that the answer says too, and of the others."""

STEM = 5
"""Letters by which 'married' and 'marry' are taken for one word."""

ROWS_OF_KNOWN = 2
"""Rows of a fact that the base model knew. Many more of such cost what was learnt elsewhere: 3,000 facts kept 0.99 with
ten paraphrases of new ones, 0.48 with ten known facts beside each (Pletenev et al., arXiv 2502.14502)."""


@dataclass(frozen=True)
class Lesson:
    """One row of training: the id of the exchange that it is, and its messages."""

    id: str
    messages: Conversation


def lessons(rows: Sequence[Exchange], persona: Persona) -> list[Lesson]:
    """Exchanges as they are trained on, the persona's system prompt first."""
    return [Lesson(row.id, conversation(row, persona)) for row in rows]


def facts_and_what_to_keep(
    splits: Splits, persona: Persona, known: Collection[str], general: Sequence[Lesson], replayed: bool
) -> list[Lesson]:
    """The rows of stage 2 in the order of training, without the ending.

    Args:
        splits: what there is; only what is trained on is read.
        persona: its section `train.facts` says how much of each.
        known: facts that the base model knew.
        general: everyday talk; none if empty.
        replayed: whether words of the person are mixed in.
    """
    settings, seed = persona.train.facts, persona.train.seed
    unknown = [row for row in splits["facts_train"] if row.kind == "unknown"]
    facts = thinned([row for row in splits["facts_train"] if row.kind != "unknown"], known)
    taught = passes([*facts, *hints(facts, seed)], settings.epochs, seed)
    style = splits["style_train"] if replayed else []
    shares = (
        (lessons(style, persona), settings.replay),
        (general, settings.general),
        (lessons(unknown, persona), settings.unknown),
    )
    kept = [share if rows else 0.0 for rows, share in shares]
    all_rows = len(taught) / (1 - sum(kept))
    beside = [rounds(rows, round(share * all_rows), seed) for (rows, _), share in zip(shares, kept, strict=True)]
    return mixed([*lessons(taught, persona), *(lesson for rows in beside for lesson in rows)], seed)


def ending(splits: Splits, persona: Persona, known: Collection[str], rows_before: int, replayed: bool) -> list[Lesson]:
    """The last rows of stage 2: half of them words of the person, half facts that the base model knew.

    Where it knew none, facts that were just taught stand for them; where nothing is replayed, there are only facts.
    """
    settings, seed = persona.train.facts, persona.train.seed
    wanted = round(settings.ending / (1 - settings.ending) * rows_before)
    facts = [row for row in splits["facts_train"] if row.kind == "fact"]
    sure = [row for row in facts if set(row.facts) & set(known)] or facts
    style = splits["style_train"] if replayed else []
    words = rounds(style, wanted // 2 if sure else wanted, seed + 1)
    return mixed(lessons([*words, *rounds(sure, wanted - len(words), seed + 1)], persona), seed)


def thinned(rows: Sequence[Exchange], known: Collection[str]) -> list[Exchange]:
    """All rows but those of known facts beyond the first two of each."""
    seen: dict[str, int] = defaultdict(int)
    kept = []
    for row in rows:
        if row.kind == "fact" and row.facts and set(row.facts) <= set(known):
            if min(seen[fact] for fact in row.facts) >= ROWS_OF_KNOWN:
                continue
            for fact in row.facts:
                seen[fact] += 1
        kept.append(row)
    return kept


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
