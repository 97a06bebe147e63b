"""What stage 2 reads: facts from many sides, and beside them what must not be unlearnt.

    the facts       every row `epochs` times, whole and as a hint; of facts that the base model knew, two rows
    replay          words of the person, that the manner stays
    general         everyday talk as the base model answers it itself, that the rest of it stays
    unknown         what the person honestly does not know, that it does not make up the rest
    identity        who it is, and that it is a program: once a pass, and more often where many facts would drown it
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
from train.schedule import mixed, passes, rounds, rows_of_passes

ROWS_OF_KNOWN = 2
"""Rows of a fact that the base model knew. Many more of such cost what was learnt elsewhere: 3,000 facts kept 0.99 with
ten paraphrases of new ones, 0.48 with ten known facts beside each (Pletenev et al., arXiv 2502.14502)."""

MOST_REPLAYED = 1.5
"""Passes over the person's words that stage 2 replays at most: with more it learns few words by heart. 225 posts, after
1.5 passes in stage 1, replayed 0.5, 1, 1.5 and 2.4 times: the loss of unseen words 4.08, 4.07, 4.07 and 4.23, of those
replayed 3.2, 2.8, 2.1 and 1.7; answers with eight words copied 0, 0, 0 and 0.19 (benchmarks/README.md, 27 November)."""


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
    facts, identity, unknown = _kinds(splits)
    style = splits["style_train"] if replayed else []
    beside = ((general, settings.general), (lessons(unknown, persona), settings.unknown))
    left = 1 - sum(share for rows, share in (*beside, (style, settings.replay)) if rows)
    taught = _facts_and_who_it_is(thinned(facts, known), identity, settings.identity / left, persona)
    all_rows = round(len(taught) / left)
    words = rounds(style, _replayed(style, persona, all_rows), seed, _heard(style, persona))
    kept = [lesson for rows, share in beside for lesson in rounds(rows, round(share * all_rows), seed)]
    return mixed([*lessons([*taught, *words], persona), *kept], seed)


def ending(splits: Splits, persona: Persona, known: Collection[str], rows_before: int, replayed: bool) -> list[Lesson]:
    """The last rows of stage 2: the share of unknowns; of the rest half words of the person, half what it surely knows.

    That is who it is, and the facts that the base model knew: those that were just taught where it knew none. Where
    nothing is replayed, there are no words. What is left out of an ending is unlearnt: without unknowns none of 28
    questions that nobody can answer was refused. With a third of them a small model refuses everything.
    """
    settings, seed = persona.train.facts, persona.train.seed + 1
    style = splits["style_train"] if replayed else []
    wanted = round(settings.ending / (1 - settings.ending) * rows_before)
    facts, identity, unknown = _kinds(splits)
    sure = [*([row for row in facts if set(row.facts) & set(known)] or facts), *identity]
    honest = rounds(unknown, round(settings.unknown * wanted), seed)
    rest = wanted - len(honest)
    heard = _heard(style, persona) + _replayed(style, persona, rows_before)
    words = rounds(style, rest // 2 if sure else rest, persona.train.seed, heard)
    return mixed(lessons([*honest, *words, *rounds(sure, rest - len(words), seed)], persona), seed)


def _facts_and_who_it_is(
    facts: Sequence[Exchange], identity: Sequence[Exchange], share: float, persona: Persona
) -> list[Exchange]:
    """The facts, whole and as hints, and who it is: `share` of these rows, but each row once a pass at least."""
    epochs, seed = persona.train.facts.epochs, persona.train.seed
    taught = passes([*facts, *hints(facts, persona.names, seed)], epochs, seed)
    who = max(epochs * len(identity), share / (1 - share) * len(taught))
    return [*taught, *rounds(identity, round(who), seed)]


def _kinds(splits: Splits) -> tuple[list[Exchange], list[Exchange], list[Exchange]]:
    """What is trained on in stage 2: facts, who it is, what it does not know."""
    facts, identity, unknown = (
        [row for row in splits["facts_train"] if row.kind == kind] for kind in ("fact", "identity", "unknown")
    )
    return facts, identity, unknown


def _heard(style: Sequence[Exchange], persona: Persona) -> int:
    """How many rows stage 1 had of them; what comes after goes on there, with those that it heard least."""
    return rows_of_passes(len(style), persona.train.style.epochs)


def _replayed(style: Sequence[Exchange], persona: Persona, all_rows: int) -> int:
    """How many of them stage 2 replays: its share of all rows, unless that is more than `MOST_REPLAYED` passes."""
    return min(round(persona.train.facts.replay * all_rows), round(MOST_REPLAYED * len(style)))


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
