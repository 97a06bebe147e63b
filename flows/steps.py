"""The pipeline as plain steps: which stage walks over which parts, and in what order. No orchestrator is known here.

    collect -> listen -> rewrite -> finetune -> evaluate -> export -> report

A step hands its stages to a `Runner`, which decides how they run: one after the other in this process (`Plain`), or
as Prefect tasks (`flows.tasks`). Stages skip what is fresh by themselves, so a step may always be walked whole.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any, Protocol

from augment.answers import compose_answers
from augment.claims import extract_claims
from augment.facts import merge_facts
from augment.identity import compose_identity
from augment.llm.claims import ask_claims
from augment.llm.engines import Engine
from augment.llm.exchanges import ask_exchanges
from augment.llm.style import ask_style
from augment.restyle import restyle_answers
from augment.style import compose_style
from extractors.collection import clean_posts, collect_pages, collect_posts, split_page_part
from extractors.fetching import fetch
from extractors.pages.quotations import collect_quotations
from extractors.retrieval import parts_of
from extractors.transcripts import read_transcript
from extractors.video_lists import fetch_videos
from extractors.videos import collect_recording, recording_parts
from extractors.voice.identification import identify_speakers
from extractors.voice.listening import cut_clips, diarize_recording, join_utterances, transcribe_recording
from extractors.voice.vocals import separate_recording
from flows.engines import open_llm
from flows.report import write_report
from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.records import (
    Claim,
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
from likeness.workspace import Marker, Workspace
from train.curriculum import planned_stages, train_facts, train_style
from train.dataset import export_dataset
from train.encoding import Conversation
from train.evaluation import evaluate as evaluate_models
from train.exports import export_voices
from train.fact_index import export_facts
from train.generation import generate, open_model
from train.promotion import newest, promote_if_as_good
from train.recipes import export_trainers
from train.serving import export_models
from train.stages import STYLE

logger = logging.getLogger(__name__)

Stage = Callable[..., Any]
Asking = Callable[[Workspace, Persona, Callable[[], Engine]], list[Marker]]


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


LISTENING = (
    separate_recording,
    diarize_recording,
    transcribe_recording,
    identify_speakers,
    join_utterances,
    cut_clips,
)
"""The stages of `listen`, each for every recording before the next."""


def collect(runner: Runner) -> None:
    """Posts, pages and recordings as rows; the person's own written words, cleaned."""
    workspace, persona = runner.workspace, runner.persona
    runner.each(fetch, [source for source in (*persona.posts, *persona.pages) if source.fetched])
    runner.each(fetch_videos, [source for source in persona.videos if source.fetched])
    runner.each(collect_posts, parts_of(workspace, persona.posts))
    runner.each(collect_pages, parts_of(workspace, persona.pages))
    runner.each(collect_recording, recording_parts(workspace, persona.videos))
    runner.each(read_transcript, persona.transcripts)
    runner.each(collect_quotations, _quoted(runner))
    _forget_others(runner, Post, _names(parts_of(workspace, persona.posts)))
    _forget_others(runner, Page, _pages(runner))
    _forget_others(runner, Recording, _recordings(runner))
    runner.each(split_page_part, _pages(runner))
    runner.once(clean_posts)


def listen(runner: Runner) -> None:
    """Who speaks when, which voice is the person's, what is said, and the clips worth keeping."""
    recordings = _recordings(runner)
    for stage in LISTENING:
        runner.each(stage, recordings)
    for record in (Turn, Segment, Speaker, Clip):
        _forget_others(runner, record, recordings)
    _forget_others(runner, Utterance, _utterances(runner))


def rewrite(runner: Runner) -> None:
    """Claims with their quotes, facts as all sources have them, and the exchanges that both stages learn from."""
    pages, utterances = _pages(runner), _utterances(runner)
    asks = runner.persona.rewrite.engine == "llm"
    _forget_others(runner, Passage, pages)
    _ask_or_each(runner, ask_claims if asks else None, extract_claims, pages)
    _forget_others(runner, Claim, pages)
    runner.once(merge_facts)
    _ask_or_each(runner, ask_exchanges if asks else None, compose_answers, pages)
    _ask_or_each(runner, ask_style if asks else None, compose_style, utterances)
    runner.once(compose_identity)
    kinds = ("facts", "restyled") if runner.persona.rewrite.restyle == "adapter" else ("facts",)
    answers = [f"{kind}-{part}" for kind in kinds for part in pages]
    _forget_others(runner, Exchange, [*answers, *(f"style-{part}" for part in utterances), "identity"])


def _ask_or_each(runner: Runner, asking: Asking | None, stage: Stage, parts: list[str]) -> None:
    """A stage for each part; where a language model is asked, for all at once, so that it is never idle."""
    if asking is None:
        runner.each(stage, parts)
    else:
        runner.once(_with_model(asking))


def _with_model(asking: Asking) -> Stage:
    """A stage that opens the persona's language model if there is something to ask."""

    @wraps(asking)
    def stage(workspace: Workspace, persona: Persona) -> list[Marker]:
        return asking(workspace, persona, lambda: open_llm(persona))

    return stage


def finetune(runner: Runner) -> None:
    """The adapter: style first, then facts; between them the answers are said anew, if that is wanted."""
    runner.watch(train_style)
    if runner.persona.rewrite.restyle == "adapter":
        runner.once(restyle)
    runner.watch(train_facts)


def restyle(workspace: Workspace, persona: Persona) -> list[Marker]:
    """Have the style adapter say the answers of all facts in the person's manner; it is opened once, if at all."""
    adapter = workspace.path(newest(workspace, STYLE))
    made_from = (adapter / "done.json").read_text() if (adapter / "done.json").exists() else ""

    @cache
    def opened() -> tuple[Any, Any]:
        return open_model(persona.train, adapter if made_from else None)

    def say(conversations: Sequence[Conversation]) -> Sequence[str]:
        return generate(*opened(), conversations) if conversations else []

    parts = workspace.table(Fact).parts()
    return [restyle_answers(workspace, persona, part, made_from, say) for part in parts]


def evaluate(runner: Runner) -> None:
    """The scores of the base model and of both stages."""
    runner.watch(evaluate_models)


def promote(runner: Runner) -> None:
    """A new adapter is put in use if it scores at least as well; then what is in use is scored by itself."""
    runner.once(put_in_use)
    runner.watch(evaluate_models)


def put_in_use(workspace: Workspace, persona: Persona) -> None:
    """Put the candidate in use if it scores at least as well as what is."""
    for line in promote_if_as_good(workspace):
        logger.info("%s: %s", persona.slug, line)


def export(runner: Runner) -> None:
    """The training dataset, the index of the facts, the voices, and what servers and other trainers need."""
    runner.once(export_dataset)
    runner.once(export_facts)
    runner.once(export_voices)
    runner.once(export_models)
    runner.once(export_configurations)


def export_configurations(workspace: Workspace, persona: Persona) -> list[Path]:
    """The dataset and a configuration of each stage for the other programs that are to train the persona."""
    planned = planned_stages(workspace, persona) if persona.export.trainers else []
    return export_trainers(workspace, persona, planned)


def report(runner: Runner) -> None:
    """report.html."""
    runner.once(write_report)


STEPS = (collect, listen, rewrite, finetune, evaluate, export, report)


def steps_of(promotes: bool) -> tuple[Callable[[Runner], None], ...]:
    """The steps of a run; with `promote` after `evaluate`, if that is wanted."""
    return tuple(each for step in STEPS for each in ((step, promote) if promotes and step is evaluate else (step,)))


def is_done(workspace: Workspace, persona: Persona, promotes: bool = False) -> bool:
    """Whether a run would find nothing to do: all steps walked over a frozen workspace."""
    frozen = Workspace(workspace.folder.parent, persona.slug, frozen=True)
    try:
        for step in steps_of(promotes):
            step(Plain(frozen, persona))
    except NotFresh:
        return False
    return True


def _forget_others(runner: Runner, record: type[Record], parts: list[str]) -> None:
    """Drop the parts whose sources left the persona file."""
    runner.workspace.table(record).keep_only(parts)


def _names(parts: Iterable[Any]) -> list[str]:
    return [part.part for part in parts]


def _pages(runner: Runner) -> list[str]:
    return _names(parts_of(runner.workspace, runner.persona.pages))


def _recordings(runner: Runner) -> list[str]:
    return _names(recording_parts(runner.workspace, runner.persona.videos))


def _utterances(runner: Runner) -> list[str]:
    speech = [f"speech-{part}" for part in _recordings(runner)]
    said = [f"said-{part}" for part in _names(runner.persona.transcripts)]
    return ["posts", *speech, *said, *(f"quoted-{part}" for part in _quoted(runner))]


def _quoted(runner: Runner) -> list[str]:
    wikiquotes = [source for source in runner.persona.pages if source.source == "wikiquote"]
    return _names(parts_of(runner.workspace, wikiquotes))
