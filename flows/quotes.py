"""What the language model of a persona will be asked, and what that will cost, before anything is sent."""

import tempfile
from collections.abc import Iterator

from augment.llm.prices import prices_of
from augment.llm.quote import Estimate, estimate
from flows.steps import Plain, collect
from likeness.persona import Persona
from likeness.records import Fact, Passage, Utterance
from likeness.sources import FileSource
from likeness.workspace import Workspace


def quote_lines(workspace: Workspace, persona: Persona) -> Iterator[str]:
    """A line for each purpose, then the sum; none for a persona whose rewriter asks no model.

    It is reckoned from what is collected; before that, from the sources on disk, read into a folder that is forgotten.

    Raises:
        SettingsError: if nobody knows what the model costs.
    """
    if persona.rewrite.engine != "llm":
        return
    prices = prices_of(persona.llm)
    estimates = _estimates(workspace, persona)
    for each in estimates:
        yield _line(each, each.cost(prices))
    total = Estimate("together", *(sum(column) for column in zip(*map(_counts, estimates), strict=True)))
    cost = total.cost(prices)
    yield _line(total, cost)
    if cost > persona.budget.usd * 1_000_000:
        yield f"            more than the budget of ${persona.budget.usd}: the rows beyond it would be `out_of_budget`"


def _estimates(workspace: Workspace, persona: Persona) -> list[Estimate]:
    if workspace.table(Passage).parts():
        return _of_tables(workspace, persona)
    posts = tuple(source for source in persona.posts if isinstance(source, FileSource))
    pages = tuple(source for source in persona.pages if isinstance(source, FileSource))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Workspace(folder, persona.slug)
        collect(Plain(scratch, persona.model_copy(update={"posts": posts, "pages": pages, "videos": ()})))
        return _of_tables(scratch, persona)


def _of_tables(workspace: Workspace, persona: Persona) -> list[Estimate]:
    passages, facts = list(workspace.table(Passage).read()), list(workspace.table(Fact).read())
    return list(estimate(persona, passages, facts, list(workspace.table(Utterance).read())))


def _counts(each: Estimate) -> tuple[int, int, int]:
    return each.calls, each.input_tokens, each.output_tokens


def _line(each: Estimate, cost: int) -> str:
    tokens = f"{each.input_tokens:>12,} tokens in {each.output_tokens:>11,} out"
    return f"model       {each.purpose:<11}{each.calls:>7,} calls {tokens}  about ${cost / 1e6:.2f}"
