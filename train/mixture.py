"""What stage 2 reads: facts from many sides, and beside them what must not be unlearnt.

    the facts       every row `epochs` times, whole and as a hint; of facts that the base model knew, two rows
    replay          words of the person, that the manner stays
    general         everyday talk as the base model answers it itself, that the rest of it stays
    unknown         what the person honestly does not know, that it does not make up the rest
    the ending      if wanted: words of the person, known facts, who it is, the unknown; nothing that is new

Facts that are new to a model teach it to make things up, once it has fitted them (Gekhman et al., arXiv 2405.05904); a
little that it knows, late in training, mends some of that (arXiv 2511.02626). Shares are of all rows but the ending's,
which has the same share of the unknown.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from likeness.persona import Persona
from likeness.records import Exchange
from train.dataset import Splits, conversation
from train.encoding import Conversation
from train.hints import hints
from train.schedule import mixed, passes, rounds

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
    taught = passes([*facts, *hints(facts, persona.names, seed)], settings.epochs, seed)
    style = splits["style_train"] if replayed else []
    shares = (
        (lessons(style, persona), settings.replay, _heard(style, persona)),
        (general, settings.general, 0),
        (lessons(unknown, persona), settings.unknown, 0),
    )
    all_rows = len(taught) / (1 - sum(share for rows, share, _ in shares if rows))
    beside = [rounds(rows, round(share * all_rows), seed, after) for rows, share, after in shares]
    return mixed([*lessons(taught, persona), *(lesson for rows in beside for lesson in rows)], seed)


def ending(splits: Splits, persona: Persona, known: Collection[str], rows_before: int, replayed: bool) -> list[Lesson]:
    """The last rows of stage 2: the share of unknowns; of the rest half words of the person, half what it surely knows.

    That is who it is, and the facts that the base model knew: those that were just taught where it knew none. Where
    nothing is replayed, there are no words. What is left out of an ending is unlearnt: without unknowns none of 28
    questions that nobody can answer was refused. With a third of them a small model refuses everything.
    """
    settings, seed = persona.train.facts, persona.train.seed + 1
    style = splits["style_train"] if replayed else []
    wanted = round(settings.ending / (1 - settings.ending) * rows_before)
    facts, identity, unknown = (
        [row for row in splits["facts_train"] if row.kind == kind] for kind in ("fact", "identity", "unknown")
    )
    sure = [*([row for row in facts if set(row.facts) & set(known)] or facts), *identity]
    honest = rounds(unknown, round(settings.unknown * wanted), seed)
    rest = wanted - len(honest)
    heard = _heard(style, persona) + round(settings.replay * rows_before)
    words = rounds(style, rest // 2 if sure else rest, persona.train.seed, heard)
    return mixed(lessons([*honest, *words, *rounds(sure, rest - len(words), seed)], persona), seed)


def _heard(style: Sequence[Exchange], persona: Persona) -> int:
    """How many rows stage 1 had of them; what comes after goes on there, with those that it heard least."""
    return len(passes(style, persona.train.style.epochs, persona.train.seed))


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
