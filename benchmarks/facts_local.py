"""A language model in this process on the whole path: how much of what it says gets through the gates.

It reads claims off one person's first paragraphs; then it writes exchanges for the facts that the rules find there, so
that the second half is measured even where nothing of the first gets through. A small model on a CPU takes minutes.
"""

import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from augment.claims import extract_claims
from augment.facts import merge_facts
from augment.llm.claims import ask_claims
from augment.llm.exchanges import ask_exchanges
from benchmarks import facts_case
from flows.engines import open_llm
from flows.steps import Plain, collect
from likeness.records import Claim, Exchange, Fact, Record
from likeness.sections import LanguageModel, Rewrite
from likeness.workspace import Workspace


def measure(file: Path, scratch: Path, model: str, paragraphs: int) -> dict[str, Any]:
    """The yield of a file's first person."""
    settings = {
        "rewrite": Rewrite(engine="llm", rounds=0, samples=1),
        "llm": LanguageModel(model=f"local:{model}", most_tokens=300),
    }
    who = facts_case.person(file, scratch, paragraphs, **settings)
    workspace = Workspace(scratch / "workspace", who.slug)
    collect(Plain(workspace, who))
    started = time.perf_counter()
    ask_claims(workspace, who, partial(open_llm, who))
    claims = {"claims": _kept(workspace, Claim), "claims_rejected": _reasons(workspace, Claim)}
    for part in workspace.table(Claim).parts():
        extract_claims(workspace, who, part)
    merge_facts(workspace, who)
    ask_exchanges(workspace, who, partial(open_llm, who))
    return {
        "model": model,
        "paragraphs": paragraphs,
        **claims,
        "facts_of_the_rules": _kept(workspace, Fact),
        "exchanges": _kept(workspace, Exchange),
        "exchanges_rejected": _reasons(workspace, Exchange),
        "seconds": time.perf_counter() - started,
    }


def _kept(workspace: Workspace, record: type[Record]) -> int:
    return sum(1 for _ in workspace.table(record).read())


def _reasons(workspace: Workspace, record: type[Record]) -> dict[str, int]:
    """How many rows were dropped, by reason."""
    return dict(Counter(row.reason for row in workspace.table(record).rejected()).most_common())
