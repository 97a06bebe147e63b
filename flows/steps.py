"""The pipeline as plain steps: which stage walks over which parts, and in what order. No orchestrator is known here.

    collect -> listen -> rewrite -> finetune -> evaluate -> export -> report

A step hands its stages to a `Runner`, which decides how they run: one after the other in this process (`Plain`), or
as Prefect tasks (`flows.tasks`). Stages skip what is fresh by themselves, so a step may always be walked whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from augment.answers import compose_answers
from augment.facts import extract_facts
from augment.identity import compose_identity
from augment.style import compose_style
from extractors.collection import clean_posts, collect_page, collect_posts, split_page_part
from extractors.videos import collect_recording
from extractors.voice.listening import (
    cut_clips,
    diarize_recording,
    identify_speakers,
    join_utterances,
    transcribe_recording,
)
from flows.report import write_report
from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import (
    Clip,
    Exchange,
    Fact,
    Page,
    Passage,
    Post,
    Record,
    Recording,
    Segment,
    Speaker,
    Turn,
    Utterance,
)
from likeness.workspace import Workspace
from train.curriculum import train_facts, train_style
from train.dataset import export_dataset
from train.evaluation import evaluate as evaluate_models
from train.vits import export_vits

Stage = Callable[..., Any]


class Runner(Protocol):
    """Runs stages over one persona's workspace."""

    @property
    def workspace(self) -> Workspace:
        """Where the stages read and write."""

    @property
    def persona(self) -> Persona:
        """The spec they follow."""

    def each(self, stage: Stage, parts: Sequence[Any]) -> None:
        """Run a stage once for each part: a source of the persona file, or the name of a part."""

    def once(self, stage: Stage) -> None:
        """Run a stage that makes one thing of everything before it."""

    def watch(self, stage: Stage) -> None:
        """Like `once`, for a long stage that reports its progress."""


@dataclass(frozen=True)
class Plain:
    """Runs every stage in this process, one after the other."""

    workspace: Workspace
    persona: Persona

    def each(self, stage: Stage, parts: Sequence[Any]) -> None:
        """See `Runner`."""
        for part in parts:
            stage(self.workspace, self.persona, part)

    def once(self, stage: Stage) -> None:
        """See `Runner`."""
        stage(self.workspace, self.persona)

    def watch(self, stage: Stage) -> None:
        """See `Runner`."""
        self.once(stage)


def collect(runner: Runner) -> None:
    """Posts, pages and recordings as rows; the person's own written words, cleaned."""
    persona = runner.persona
    runner.each(collect_posts, persona.posts)
    runner.each(collect_page, persona.pages)
    runner.each(collect_recording, persona.videos)
    _forget_others(runner, Post, [source.part for source in persona.posts])
    _forget_others(runner, Page, [source.part for source in persona.pages])
    _forget_others(runner, Recording, _recordings(persona))
    runner.each(split_page_part, _pages(persona))
    runner.once(clean_posts)


def listen(runner: Runner) -> None:
    """Who speaks when, which voice is the person's, what is said, and the clips worth keeping."""
    recordings = _recordings(runner.persona)
    for stage in (diarize_recording, transcribe_recording, identify_speakers, join_utterances, cut_clips):
        runner.each(stage, recordings)
    for record in (Turn, Segment, Speaker, Clip):
        _forget_others(runner, record, recordings)
    _forget_others(runner, Utterance, _utterances(runner.persona))


def rewrite(runner: Runner) -> None:
    """Facts with their quotes, and the exchanges that both stages of training learn from."""
    pages, utterances = _pages(runner.persona), _utterances(runner.persona)
    runner.each(extract_facts, pages)
    runner.each(compose_answers, pages)
    runner.each(compose_style, utterances)
    runner.once(compose_identity)
    for record in (Passage, Fact):
        _forget_others(runner, record, pages)
    exchanges = [*(f"facts-{part}" for part in pages), *(f"style-{part}" for part in utterances), "identity"]
    _forget_others(runner, Exchange, exchanges)


def finetune(runner: Runner) -> None:
    """The adapter: style first, then facts."""
    runner.watch(train_style)
    runner.watch(train_facts)


def evaluate(runner: Runner) -> None:
    """The scores of the base model and of both stages."""
    runner.watch(evaluate_models)


def export(runner: Runner) -> None:
    """The training dataset and the voice dataset, each with its card."""
    runner.once(export_dataset)
    runner.once(export_vits)


def report(runner: Runner) -> None:
    """report.html."""
    runner.once(write_report)


STEPS = (collect, listen, rewrite, finetune, evaluate, export, report)


def is_done(workspace: Workspace, persona: Persona) -> bool:
    """Whether a run would find nothing to do: all steps walked over a frozen workspace."""
    frozen = Workspace(workspace.folder.parent, persona.slug, frozen=True)
    try:
        for step in STEPS:
            step(Plain(frozen, persona))
    except NotFresh:
        return False
    return True


def _forget_others(runner: Runner, record: type[Record], parts: list[str]) -> None:
    """Drop the parts whose sources left the persona file."""
    runner.workspace.table(record).keep_only(parts)


def _pages(persona: Persona) -> list[str]:
    return [source.part for source in persona.pages]


def _recordings(persona: Persona) -> list[str]:
    return [source.part for source in persona.videos]


def _utterances(persona: Persona) -> list[str]:
    return ["posts", *(f"speech-{part}" for part in _recordings(persona))]
