"""The card of the fact index: what is in it, how to look things up, on what ground, and what it is not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from likeness.persona import Persona
from likeness.records import Rejected
from train.cards import plain
from train.vectors import MODEL

if TYPE_CHECKING:
    from train.fact_index import IndexedFact

LEFT_OUT = {
    "no_answer": "facts without an answer of their own that passed the gates",
    "no_source": "facts whose page is no longer there",
}
"""What the reasons of `train.fact_index` mean to a reader."""

HOW_TO = """\
## How to look things up

```python
from pathlib import Path
from train.fact_search import read_index, search

index = read_index(Path("exports/facts"))
for found in search(index, "Where did you go to school?", most=3):
    print(found.likeness, found.fact.told, found.fact.sources[0].url)
```

`likeness chat FILE --recall` does so for every question. Without this program: `facts.jsonl` is JSON, one fact a line,
and `embeddings.npy` loads with numpy (two vectors for each fact that is not in Chinese: its claim, and how it is told).
Take no fact for plain truth whose `standing` is not `current`: `superseded` held from `valid_from` to `valid_to`, and
sources contradict each other on one that is `disputed`."""


def card(persona: Persona, facts: Sequence["IndexedFact"], rejected: Sequence[Rejected]) -> str:
    """The README.md of an index of these facts."""
    standings = Counter(fact.standing for fact in facts)
    lines = [
        f"# What is known of {plain(persona.name)}: an index of facts",
        "",
        f"{len(facts)} facts, each with its quote and its source, as {plain(persona.name)} would tell them:"
        f" {', '.join(f'{count} {standing}' for standing, count in sorted(standings.items())) or 'none'}."
        f" {sum(len(fact.questions) for fact in facts)} questions are known to ask for them.",
        "",
        f"**Engines:** facts and answers by `{persona.rewriter}`; words by bm25s (BM25), meaning by `{MODEL}`"
        " (Apache-2.0; English), of which no weights are in here.",
        f"**Rights:** {plain(persona.rights.basis)}. The quotes are single sentences; no article is in here.",
        "",
        HOW_TO,
        "",
        *_listed("Sources", _sources(facts)),
        *_listed("Left out", _left_out(rejected)),
    ]
    return "\n".join(lines)


def _sources(facts: Sequence["IndexedFact"]) -> Iterator[str]:
    """Every page, and how many quotes of it there are."""
    pages = Counter((source.url, plain(source.title), plain(source.license)) for f in facts for source in f.sources)
    for (url, title, terms), quotes in sorted(pages.items()):
        address = "".join(url.split())
        yield f"{title or address}: {address} ({terms or 'licence not stated'}), {quotes} quotes"


def _left_out(rejected: Sequence[Rejected]) -> Iterator[str]:
    for reason, count in sorted(Counter(row.reason for row in rejected).items()):
        yield f"{LEFT_OUT[reason]}: {count}"


def _listed(title: str, lines: Iterator[str]) -> list[str]:
    """A chapter that is a list; one that says "nothing" for none."""
    return [f"## {title}", "", *([f"- {line}" for line in lines] or ["- nothing"]), ""]
