"""The arms of the training benchmark: the same person, learnt in different orders, with as many rows each."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.training_case import CANARIES, CANARY_PROMPTS, Case
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.curriculum import train_stage
from train.encoding import fitting
from train.evaluation import style_texts
from train.exam import Answers, answer_all, prompt, sit
from train.general import everyday_talk
from train.generation import mean_loss, open_model
from train.mixture import Lesson
from train.scoring import score
from train.stages import STYLE, Stage, stages
from train.style_scores import StyleMeasures, fit_style
from train.verdicts import canaries_reproduced

BARE: dict[str, float] = {"replay": 0, "general": 0, "ending": 0}
"""Nothing beside the facts but what the person does not know."""


@dataclass(frozen=True)
class Arm:
    """One way to train. `style` is the share of its rows that are stage 1's, `facts` overrides settings of stage 2."""

    name: str
    curriculum: str
    style: float
    facts: dict[str, float] = field(default_factory=dict)


ARMS = (
    Arm("style_only", "style_only", 1.0),
    Arm("facts_only", "facts_only", 0.0, BARE),
    Arm("joint", "joint", 0.3, BARE),
    Arm("two stages without replay", "continue", 0.3, BARE),
    Arm("two stages with replay", "continue", 0.1),
)
"""With replay, a third as much goes to stage 1: of the rows of stage 2, 0.3 are style again."""


@dataclass(frozen=True)
class Sat:
    """What came of one arm with one seed, and how many seconds it took."""

    arm: str
    seed: int
    seconds: float
    answers: Answers
    talk_loss: float
    canaries: int
    rows: int


def base(case: Case, folder: Path) -> tuple[Sat, StyleMeasures]:
    """The base model's answers, and the measures of the manner, which need them; its everyday talk lies in `folder`."""
    everyday_talk(Workspace(folder, "general"), case.persona, case.splits)
    started = time.monotonic()
    model, tokenizer = open_model(case.persona.train, None)
    texts = style_texts(model, tokenizer, case.splits, case.persona, case.others)
    measures = fit_style(texts.own, texts.others, texts.held_out)
    return _sat(model, tokenizer, case, "base", 0, 0, started), measures


def train_and_sit(case: Case, arm: Arm, seed: int, rows: int, folder: Path) -> Sat:
    """Train an arm on so many rows, below `folder`, and have it sit the exam."""
    started = time.monotonic()
    talk = everyday_talk(Workspace(folder, "general"), case.persona, case.splits)
    persona = sized(case, arm, seed, rows, talk)
    planned = stages(persona, case.splits, general=talk)
    start = None
    for stage in planned:
        adapter = folder / arm.name / str(seed) / stage.adapter
        _train(persona, stage, start, adapter)
        start = adapter
    model, tokenizer = open_model(persona.train, adapter)
    return _sat(model, tokenizer, case, arm.name, seed, sum(_rows(stage) for stage in planned), started)


def sized(case: Case, arm: Arm, seed: int, rows: int, talk: Sequence[Lesson]) -> Persona:
    """The persona with an arm's settings, and as many passes as make up so many rows."""
    style = round(arm.style * rows)
    train = case.persona.train
    once = train.facts.model_copy(update={"epochs": 1.0, **arm.facts})
    kind = "facts_only" if arm.curriculum == "joint" else arm.curriculum
    persona = _with(case.persona, seed=seed, curriculum=kind, facts=once)
    of_facts = [stage for stage in stages(persona, case.splits, general=talk) if stage.adapter != STYLE]
    one_pass = sum(_rows(stage) for stage in of_facts)
    return _with(
        case.persona,
        seed=seed,
        curriculum=arm.curriculum,
        style=train.style.model_copy(update={"epochs": style / len(case.splits["style_train"])}),
        facts=once.model_copy(update={"epochs": (rows - style) / one_pass if one_pass else 1.0}),
    )


def scores(case: Case, sat: Sat, measures: StyleMeasures) -> dict[str, Any]:
    """All that is measured of one sitting."""
    found = score(case.exam, sat.answers, measures, [row.answer for row in case.splits["style_train"]])
    return {**found, "talk_loss": sat.talk_loss, "canaries": sat.canaries, "rows": sat.rows}


def _train(persona: Persona, stage: Stage, start: Path | None, output: Path) -> None:
    output.mkdir(parents=True)
    train_stage(persona, stage, start, output, output.with_name(f"{output.name}.checkpoints"), None)


def _sat(model: Any, tokenizer: Any, case: Case, arm: str, seed: int, rows: int, started: float) -> Sat:
    answers = sit(model, tokenizer, case.exam, case.persona, whole=False)
    leaked = answer_all(model, tokenizer, [prompt(question, case.persona) for question in CANARY_PROMPTS])
    reproduced = len(canaries_reproduced(list(leaked.values()), CANARIES))
    loss = mean_loss(model, fitting(tokenizer, case.talk))
    return Sat(arm, seed, time.monotonic() - started, answers, loss, reproduced, rows)


def _rows(stage: Stage) -> int:
    return len(stage.rows) + len(stage.ending)


def _with(persona: Persona, **settings: Any) -> Persona:
    return persona.model_copy(update={"train": persona.train.model_copy(update=settings)})
