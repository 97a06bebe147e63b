"""What each curriculum trains, in which order, and from where. Pure functions.

`[train] curriculum` chooses; what was measured is in benchmarks/README.md:

    continue     stage 1, then stage 2 on the same adapter
    stack        stage 2 on a new adapter on top of stage 1; both are written as one, of twice the rank
    joint        everything mixed, in one stage: adapters/facts alone
    facts_only   stage 2 alone, from a new adapter, nothing replayed
    style_only   stage 1 alone

Without style rows every curriculum is facts_only, without fact rows style_only.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from likeness.persona import Persona
from train.dataset import Splits
from train.mixture import Lesson, ending, facts_and_what_to_keep, lessons
from train.schedule import mixed, passes

STYLE, FACTS = "adapters/style", "adapters/facts"


@dataclass(frozen=True)
class Stage:
    """One training run: `rows` in their order, then the `ending`.

    `start` is the adapter that it goes on with, a new one if None; `stacked`: a new one on top of that instead.
    `held_out` are the rows by which `train.patience` stops it.
    """

    adapter: str
    rows: Sequence[Lesson]
    learning_rate: float
    ending: Sequence[Lesson] = ()
    start: str | None = None
    stacked: bool = False
    held_out: Sequence[Lesson] = ()


def stages(
    persona: Persona, splits: Splits, known: Collection[str] = (), general: Sequence[Lesson] = ()
) -> list[Stage]:
    """What the persona's curriculum trains, in order.

    Args:
        persona: its section `train`.
        splits: the rows there are.
        known: ids of facts that the base model knows already.
        general: everyday talk to mix in.
    """
    curriculum = persona.train.curriculum
    has_style = bool(splits["style_train"]) and curriculum != "facts_only"
    has_facts = bool(splits["facts_train"]) and curriculum != "style_only"
    if has_style and has_facts and curriculum == "joint":
        return [_joint(persona, splits, known, general)]
    style = [_style(persona, splits)] if has_style else []
    return [*style, _facts(persona, splits, known, general, bool(style))] if has_facts else style


def _style(persona: Persona, splits: Splits) -> Stage:
    settings = persona.train.style
    rows = passes(lessons(splits["style_train"], persona), settings.epochs, persona.train.seed)
    return Stage(STYLE, rows, settings.learning_rate, held_out=lessons(splits["style_held_out"], persona))


def _facts(persona: Persona, splits: Splits, known: Collection[str], general: Sequence[Lesson], follows: bool) -> Stage:
    rows = facts_and_what_to_keep(splits, persona, known, general, follows)
    return Stage(
        FACTS,
        rows,
        persona.train.facts.learning_rate,
        ending(splits, persona, known, len(rows), follows),
        start=STYLE if follows else None,
        stacked=follows and persona.train.curriculum == "stack",
        held_out=lessons(splits["facts_held_out"], persona),
    )


def _joint(persona: Persona, splits: Splits, known: Collection[str], general: Sequence[Lesson]) -> Stage:
    style, facts = _style(persona, splits), _facts(persona, splits, known, general, False)
    held_out = [*style.held_out, *facts.held_out]
    rows = mixed([*style.rows, *facts.rows, *facts.ending], persona.train.seed)
    return Stage(FACTS, rows, facts.learning_rate, held_out=held_out)


def seeded(persona: Persona) -> Iterator[tuple[Persona, str]]:
    """The persona once for each seed that is trained, and what comes before the names of that seed's adapters."""
    for number in range(persona.evaluate.seeds):
        seed = persona.train.seed + number
        train = persona.train.model_copy(update={"seed": seed})
        yield persona.model_copy(update={"train": train}), f"adapters/seed-{seed}" if number else "adapters"


def placed(adapter: str, folder: str) -> str:
    """Where an adapter of a seed lies: ("adapters/style", "adapters/seed-1") -> adapters/seed-1/style."""
    return adapter.replace("adapters", folder, 1)
