"""A language model in this process on the whole path from passages to exchanges: how much of what it says gets through.

Figures are of one person's first paragraphs: a small model on a CPU takes minutes for each.
"""

import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks import facts_case
from likeness.records import Claim, Exchange, Fact, Record
from likeness.sections import LanguageModel, Rewrite
from likeness.workspace import Workspace


def measure(file: Path, scratch: Path, model: str, paragraphs: int) -> dict[str, Any]:
    """The yield through the gates of a file's first person."""
    name, rows = next(iter(facts_case.people(file).items()))
    settings = {
        "rewrite": Rewrite(engine="llm", rounds=0, samples=1),
        "llm": LanguageModel(model=f"local:{model}", most_tokens=600),
    }
    started = time.perf_counter()
    made = facts_case.make(name, rows[:paragraphs], scratch, **settings)
    return {
        "model": model,
        "paragraphs": min(paragraphs, len(rows)),
        "claims": len(list(made.workspace.table(Claim).read())),
        "claims_rejected": _reasons(made.workspace, Claim),
        "facts": len(list(made.workspace.table(Fact).read())),
        "exchanges": len(made.exchanges),
        "exchanges_rejected": _reasons(made.workspace, Exchange),
        "seconds": time.perf_counter() - started,
    }


def _reasons(workspace: Workspace, record: type[Record]) -> dict[str, int]:
    """How many rows were dropped, by reason."""
    return dict(Counter(row.reason for row in workspace.table(record).rejected()).most_common())
