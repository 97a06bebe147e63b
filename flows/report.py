"""The report of one workspace: `report.html`, one file that needs nothing beside it.

It shows what became of every row (kept, or left out and why), whose voice was heard, how the loss fell, how each
stage scores, what was spent, and samples with the sources they were made from. `gather` reads the numbers off the
workspace, `report.html.jinja` shows them; a step that has not run gets a sentence that says so. All text comes from
outside and is escaped; a link is drawn only for http and https. The date is that of the newest marker, not of the
clock, so that an unchanged workspace gives the same bytes.

What it reads besides the tables, a line of each:

    adapters/style/loss.jsonl   {"step": 10, "loss": 3.4127, "learning_rate": 0.0005, "epoch": 0.3}
    evaluation.json             as `train.evaluation` writes it
    ledger.jsonl                as `likeness.ledger` writes it

It does not show rows beyond a few samples: `likeness trace` and the tables themselves are for that.
"""

import heapq
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from flows.charts import Curve, Histogram, curve, histogram
from flows.yields import Step, funnels
from likeness.errors import WorkspaceError
from likeness.files import write_bytes
from likeness.ledger import Ledger, usd
from likeness.persona import Persona
from likeness.records import (
    RECORDS,
    Clip,
    Exchange,
    Fact,
    Page,
    Post,
    Record,
    Recording,
    Rejected,
    Speaker,
)
from likeness.workspace import Workspace
from train.cards import read_evaluation
from train.score_table import Measured, score_names, scores_by_stage, titled

ENGINES = {
    "embedded": "pyannote segmentation-3.0, CAM++ and clustering",
    "captions": "the video's own captions",
    "rules": "rules, without a language model",
}
"""Settings whose word says too little on a page of its own."""

KINDS = ("style", "dialogue", "fact", "identity", "unknown")
SAMPLES_PER_KIND = 2


@dataclass(frozen=True)
class Source:
    """Where a sample came from; `quote` are the source's own words, '' where the row keeps none."""

    title: str
    url: str
    quote: str


@dataclass(frozen=True)
class Sample:
    """One exchange and the sources that carry it; none if they are no longer in the workspace."""

    exchange: Exchange
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Scores:
    """A table of scores: each row is a score's title and what it is at each stage, None where it was not measured.

    `style_kept` is the share of the style stage's gain that is left after the facts stage, `style_kept_by_loss` the
    same by the loss of unseen words. `answers` are a question of each kind with what every stage said, and the person
    where that is known: (question, ((who, answer), ...)).
    """

    stages: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Measured | None, ...]], ...]
    style_kept: float | None
    style_kept_by_loss: float | None
    answers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class Report:
    """All that the page shows. Money in micro-USD; `date` is ISO 8601, '' for a workspace without markers."""

    persona: Persona
    date: str
    engines: tuple[tuple[str, str], ...]
    funnels: tuple[tuple[str, tuple[Step, ...]], ...]
    voices: tuple[tuple[Recording | None, Speaker], ...]
    similarity: Histogram | None
    snr: Histogram | None
    clip_seconds: float
    curves: tuple[Curve, ...]
    scores: Scores
    spent: int
    samples: tuple[Sample, ...]
    examples: tuple[tuple[str, Rejected], ...]

    @property
    def budget(self) -> int:
        """The most that may be spent, in micro-USD."""
        return usd(self.persona.budget.usd)


def write_report(workspace: Workspace, persona: Persona) -> Path:
    """Write `report.html` of a workspace, whole or half finished, and return its path."""
    path = workspace.path("report.html")
    write_bytes(path, render(gather(workspace, persona)).encode())
    return path


def gather(workspace: Workspace, persona: Persona) -> Report:
    """Read everything that the page shows off the workspace."""
    clips = list(workspace.table(Clip).read())
    curves = (_curve(workspace, stage) for stage in ("style", "facts"))
    return Report(
        persona=persona,
        date=_newest_marker(workspace),
        engines=tuple(_engines(persona)),
        funnels=tuple(funnels(workspace)),
        voices=tuple(_voices(workspace)),
        similarity=histogram([clip.similarity for clip in clips]),
        snr=histogram([clip.snr_db for clip in clips]),
        clip_seconds=sum(clip.duration for clip in clips),
        curves=tuple(curve for curve in curves if curve),
        scores=_scores(workspace),
        spent=Ledger(workspace.path("ledger.jsonl"), usd(persona.budget.usd)).spent,
        samples=tuple(_samples(workspace)),
        examples=tuple(_examples(workspace)),
    )


def render(report: Report) -> str:
    """The page of a report; every value is escaped."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters["is_link"] = lambda url: url.startswith(("http://", "https://"))
    environment.filters["content"] = content
    template = environment.from_string(files("flows").joinpath("report.html.jinja").read_text(encoding="utf-8"))
    return template.render(report=report)


def content(row: Rejected) -> str:
    """What a rejected row said, as far as it said anything: its text, claim, answer or path."""
    messages = row.row.get("messages") or [{}]
    said = [row.row.get(name) for name in ("text", "claim", "answer")] + [messages[-1].get("content")]
    where = [row.row.get(name) for name in ("title", "path", "url", "speaker")]
    return next((str(value) for value in said + where if value), json.dumps(dict(row.row), ensure_ascii=False))


def _newest_marker(workspace: Workspace) -> str:
    markers = [*workspace.path("tables").glob("*/*.done.json"), *workspace.path("adapters").glob("*/done.json")]
    times = [marker.stat().st_mtime for marker in markers]
    return datetime.fromtimestamp(max(times), UTC).date().isoformat() if times else ""


def _engines(persona: Persona) -> Iterator[tuple[str, str]]:
    if persona.videos:
        yield "separation", persona.voice.separate
        yield "diarization", ENGINES.get(persona.voice.diarize, persona.voice.diarize)
        yield "transcription", ENGINES.get(persona.voice.transcribe, persona.voice.transcribe)
    yield "rewriting", ENGINES.get(persona.rewriter, persona.rewriter)
    yield "base model", persona.train.base_model


def _voices(workspace: Workspace) -> Iterator[tuple[Recording | None, Speaker]]:
    """Every voice with its recording, the recordings by title and the likest voice first."""
    recordings = {row.id: row for row in workspace.table(Recording).read()}
    voices = [(recordings.get(row.recording), row) for row in workspace.table(Speaker).read()]
    return iter(sorted(voices, key=lambda v: (v[0].title if v[0] else "", v[1].recording, -v[1].similarity)))


def _curve(workspace: Workspace, stage: str) -> Curve | None:
    path = workspace.path("adapters", stage, "loss.jsonl")
    rows = [_parse(line) for line in path.read_text().splitlines()] if path.exists() else []
    return curve(stage, _points(rows, "loss"), _points(rows, "eval_loss"))


def _points(rows: list[dict[str, Any]], name: str) -> list[tuple[float, float]]:
    pairs: list[tuple[Any, Any]] = [(row.get("step"), row.get(name)) for row in rows]
    return [(x, y) for x, y in pairs if _is_number(x) and _is_number(y)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _scores(workspace: Workspace) -> Scores:
    evaluation = read_evaluation(workspace)
    stages = scores_by_stage(evaluation)
    rows = tuple((titled(name), tuple(each.get(name) for each in stages.values())) for name in score_names(stages))
    first: dict[str, dict[str, str]] = {}
    for sample in evaluation.get("samples", []):
        first.setdefault(sample["kind"], sample)
    who = dict.fromkeys((*stages, "person"))
    said = [(each["question"], tuple((w, each[w]) for w in who if w in each)) for each in first.values()]
    kept = (evaluation.get("style_kept"), evaluation.get("style_kept_by_loss"))
    return Scores(tuple(stages), rows, *kept, tuple(said))


def _parse(text: str) -> dict[str, Any]:
    """A JSON object; {} for anything else, such as the torn last line of a training that was killed."""
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _samples(workspace: Workspace) -> Iterator[Sample]:
    """A few exchanges of each kind. Ids are hashes, so the smallest are a fair pick, and the same every time."""
    rows = list(workspace.table(Exchange).read())
    for kind in KINDS:
        of_kind = (row for row in rows if row.kind == kind)
        for row in heapq.nsmallest(SAMPLES_PER_KIND, of_kind, key=lambda row: row.id):
            yield Sample(row, _sources(workspace, row))


def _sources(workspace: Workspace, exchange: Exchange) -> tuple[Source, ...]:
    try:
        rows = [row for _, row in workspace.trace(exchange.id)]
    except WorkspaceError:  # a parent was taken down after this row was made
        return ()
    quote = next((row.quote for row in rows if isinstance(row, Fact)), "")
    sources = (_source(row, quote) for row in rows)
    return tuple(dict.fromkeys(source for source in sources if source))


def _source(row: Record, quote: str) -> Source | None:
    match row:
        case Page():
            return Source(row.title or row.url, row.url, quote)
        case Post():
            return Source(f"{row.platform} post, {row.created_at[:10]}".rstrip(", "), row.url, row.text)
        case Recording():
            return Source(row.title or row.url, row.url, "")
    return None


def _examples(workspace: Workspace) -> Iterator[tuple[str, Rejected]]:
    """The first rejected row of each table and reason."""
    for record in RECORDS:
        first: dict[str, Rejected] = {}
        for row in workspace.table(record).rejected():
            first.setdefault(row.reason, row)
        yield from ((record.table, first[reason]) for reason in sorted(first))
