"""The parts of a table that a language model is asked for: all of them at once, so that it is never idle.

A part that was left unfinished for want of money is fresh until the budget is changed; then it is made again, and the
replies that were paid for before are used again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from augment.llm.client import Client, open_client
from augment.llm.engines import Engine
from likeness.errors import NotFresh
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Record, Rejected
from likeness.workspace import Marker, Table, Workspace

Row = TypeVar("Row", bound=Record)
RowsOf = Callable[[Client, str], Awaitable[Sequence[Row | Rejected]]]


def write_parts(
    workspace: Workspace,
    persona: Persona,
    table: Table[Row],
    inputs: Mapping[str, Any],
    version: int,
    open_engine: Callable[[], Engine],
    rows_of: RowsOf[Row],
) -> list[Marker]:
    """Make the parts that are not fresh, and return the markers of all.

    Args:
        workspace, persona: whose.
        table: what is written.
        inputs: by part, what it is made from.
        version: of the stage.
        open_engine: called only if there is something to ask.
        rows_of: the rows of one part.

    Raises:
        NotFresh: if there is work to do and the workspace is frozen.
    """
    made_from = {part: _made_from(persona, made_of, version) for part, made_of in inputs.items()}
    stale = [part for part, made in made_from.items() if not _is_fresh(table, part, made, persona)]
    if stale and workspace.frozen:
        raise NotFresh(f"{table.folder.name}/{stale[0]}")
    if stale:
        for part, rows in asyncio.run(_ask(workspace, persona, stale, open_engine, rows_of)).items():
            lacks_money = any(isinstance(row, Rejected) and row.reason == "out_of_budget" for row in rows)
            table.write(part, rows, _until_more(made_from[part], persona) if lacks_money else made_from[part])
    return [marker for part in inputs if (marker := table.marker(part)) is not None]


async def _ask(
    workspace: Workspace,
    persona: Persona,
    parts: Sequence[str],
    open_engine: Callable[[], Engine],
    rows_of: RowsOf[Row],
) -> dict[str, Sequence[Row | Rejected]]:
    async with open_client(workspace, persona, open_engine()) as client:
        return dict(zip(parts, await asyncio.gather(*(rows_of(client, part) for part in parts)), strict=True))


def _made_from(persona: Persona, made_of: Any, version: int) -> str:
    model = persona.llm
    sampling = (model.model, model.base_url, model.temperature, model.most_tokens)
    return fingerprint(made_of, sampling, settings=persona.rewrite, version=version)


def _is_fresh(table: Table[Any], part: str, made_from: str, persona: Persona) -> bool:
    return table.is_fresh(part, made_from) or table.is_fresh(part, _until_more(made_from, persona))


def _until_more(made_from: str, persona: Persona) -> str:
    return fingerprint(made_from, str(persona.budget.usd))
