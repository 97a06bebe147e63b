"""What became of the rows: kept, or left out and why; by table, by the angle of a question, and by page."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

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

FUNNELS: tuple[tuple[str, tuple[tuple[type[Record], str], ...]], ...] = (
    ("Posts, into style", ((Post, ""), (Utterance, "posts"), (Exchange, "style-posts"))),
    ("Pages, into facts", ((Page, ""), (Passage, ""), (Claim, ""), (Fact, ""), (Exchange, "facts-"))),
    ("Recordings, into a voice", ((Recording, ""), (Turn, ""), (Segment, ""), (Speaker, ""), (Clip, ""))),
    ("Talk, into style", ((Utterance, "speech-"), (Exchange, "style-speech-"))),
    ("Who the person is", ((Exchange, "identity"),)),
)
"""Each funnel's tables in the order of the work, with the beginning of the names of the parts that belong to it."""

MOST_PAGES = 12
"""Pages that are shown, those with the most questions first."""


@dataclass(frozen=True)
class Step:
    """What was kept of a table or an angle, and what was not: (reason, rows), the most frequent first."""

    table: str
    kept: int
    rejected: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """Rows that were looked at."""
        return self.kept + sum(count for _, count in self.rejected)


def funnels(workspace: Workspace) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """Each funnel with the tables that have a finished part; the questions about facts by angle; the pages."""
    for title, tables in FUNNELS:
        if steps := tuple(_steps(workspace, tables)):
            yield title, steps
    if steps := tuple(_angles(workspace)):
        yield "Questions about facts, by angle", steps
    yield from sorted(_pages(workspace), key=lambda page: -page[1][-1].total)[:MOST_PAGES]


def _angles(workspace: Workspace) -> Iterator[Step]:
    """By angle, the most frequent first; rows that were rejected before they had one are left out."""
    kept: Counter[str] = Counter()
    rejected: dict[str, Counter[str]] = defaultdict(Counter)
    table = workspace.table(Exchange)
    for part in (part for part in table.parts() if part.startswith("facts-")):
        kept.update(row.angle for row in table.read(part))
        for row in table.rejected(part):
            if angle := str(row.row.get("angle", "")):
                rejected[angle][row.reason] += 1
    found = [Step(angle, kept[angle], _ordered(rejected[angle])) for angle in {*kept, *rejected}]
    yield from sorted(found, key=lambda step: (-step.total, step.table))


def _pages(workspace: Workspace) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The claims, facts and exchanges of each page."""
    for part in workspace.table(Page).parts():
        title = next((page.title or page.url for page in workspace.table(Page).read(part)), part)
        if steps := tuple(_steps(workspace, ((Claim, part), (Fact, part), (Exchange, f"facts-{part}")), exact=True)):
            yield f"From {title}", steps


def _steps(workspace: Workspace, tables: tuple[tuple[type[Record], str], ...], exact: bool = False) -> Iterator[Step]:
    """The tables that have a finished part whose name begins so (or is just that)."""
    for record, name in tables:
        table = workspace.table(record)
        parts = [part for part in table.parts() if part == name or (part.startswith(name) and not exact)]
        if markers := [marker for part in parts if (marker := table.marker(part))]:
            yield _step(record.table, markers)


def _step(table: str, markers: list[Marker]) -> Step:
    reasons = sum((Counter(marker.rejected) for marker in markers), Counter[str]())
    return Step(table, sum(marker.kept for marker in markers), _ordered(reasons))


def _ordered(reasons: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))
