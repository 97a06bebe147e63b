"""What a workspace holds, in lines for a person: `check`, `status` and `trace`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from flows.steps import is_done
from likeness.persona import Persona, load_persona
from likeness.records import RECORDS, Record
from likeness.workspace import Workspace


def plan(persona_file: Path, root: str) -> str:
    """What a run would work on, in one paragraph; raises `SettingsError` where the file is wrong."""
    persona, workspace = _open(persona_file, root)
    sources = {"posts": persona.posts, "pages": persona.pages, "videos": persona.videos}
    counts = ", ".join(f"{len(found)} source{'s' * (len(found) != 1)} of {kind}" for kind, found in sources.items())
    state = "everything is up to date" if is_done(workspace, persona) else "there is work to do"
    return (
        f"{persona.name}: {counts}\n"
        f"rights: {persona.rights.basis} ({'public' if persona.rights.publish else 'private'})\n"
        f"base model: {persona.train.base_model}; rewriter: {persona.rewrite.engine}; budget: ${persona.budget.usd}\n"
        f"workspace: {workspace.folder}: {state}"
    )


def table_lines(persona_file: Path, root: str) -> Iterator[str]:
    """A line a table, then a line for each reason why rows were dropped."""
    _, workspace = _open(persona_file, root)
    for record in RECORDS:
        table = workspace.table(record)
        markers = [marker for part in table.parts() if (marker := table.marker(part))]
        reasons = sum((Counter(marker.rejected) for marker in markers), Counter[str]())
        kept, rejected = sum(marker.kept for marker in markers), reasons.total()
        yield f"{record.table:<12}{len(markers):>4} parts {kept:>8} kept {rejected:>8} rejected"
        yield from (f"{'':<12}{count:>10} {reason}" for reason, count in reasons.most_common())


def trace_lines(row_id: str, persona_file: Path, root: str) -> Iterator[str]:
    """A row and what it was made from, down to the URL, each indented below what was made of it."""
    _, workspace = _open(persona_file, root)
    for depth, row in workspace.trace(row_id):
        yield f"{'  ' * depth}{row.id}  {_shown(row)}"


def _open(persona_file: Path, root: str) -> tuple[Persona, Workspace]:
    persona = load_persona(persona_file)
    return persona, Workspace(root, persona.slug)


def _shown(row: Record) -> str:
    """The words of a row that a reader looks for first; a long text is cut, a URL never."""
    values = row.model_dump(mode="json")
    if messages := values.get("messages"):
        return " / ".join(f"{message['role']}: {message['content']}" for message in messages)
    shown = [str(values[name]) for name in ("quote", "text", "title") if values.get(name)][:1]
    text = " ".join(shown).replace("\n", " ")
    return " ".join(filter(None, [f"{text[:160]}…" if len(text) > 160 else text, values.get("url", "")]))
