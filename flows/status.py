"""What a workspace holds, and what a run would do to it, in lines for a person: `check`, `plan`, `status`, `trace`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractors.posts.x_api import quote
from extractors.retrieval import refusal, retrievals
from flows.quotes import quote_lines
from flows.steps import is_done
from likeness.ledger import Ledger
from likeness.persona import Persona, load_persona
from likeness.records import RECORDS, Record
from likeness.sources import FileSource, Source, XAccount
from likeness.workspace import Workspace


def summary(persona_file: Path, root: str) -> str:
    """What a run would work on, in one paragraph; raises `SettingsError` where the file is wrong."""
    persona, workspace = _open(persona_file, root)
    sources = _sources(persona)
    counts = ", ".join(f"{len(found)} source{'s' * (len(found) != 1)} of {kind}" for kind, found in sources.items())
    state = "everything is up to date" if is_done(workspace, persona) else "there is work to do"
    return (
        f"{persona.name}: {counts}\n"
        f"rights: {persona.rights.basis} ({'public' if persona.rights.publish else 'private'})\n"
        f"base model: {persona.train.base_model}; rewriter: {persona.rewriter}; budget: ${persona.budget.usd}\n"
        f"workspace: {workspace.folder}: {state}"
    )


def plan_lines(persona_file: Path, root: str) -> Iterator[str]:
    """The summary, then a line a source: what it has given so far, what will be asked of it, what that may cost;
    and what the language model will be asked.
    """
    yield summary(persona_file, root)
    persona, workspace = _open(persona_file, root)
    for kind, sources in _sources(persona).items():
        for source in sources:
            name = " ".join(str(getattr(source, key)) for key in source.identity if getattr(source, key))
            yield f"{kind:<12}{source.source:<11}{name}: {_intention(workspace, source)}"
    yield from quote_lines(workspace, persona)
    yield f"budget      ${persona.budget.usd}, of which ${_spent(workspace) / 1e6:.2f} are spent"


def refusal_lines(persona_file: Path, root: str) -> Iterator[str]:
    """A line for each source that could not be fetched the last time, with the reason."""
    persona, workspace = _open(persona_file, root)
    for source in (*persona.posts, *persona.pages):
        if reason := refusal(workspace, source):
            yield f"not fetched: {reason}"


def _sources(persona: Persona) -> dict[str, Sequence[Source]]:
    """The sources of the persona file by their table."""
    return {
        "posts": persona.posts,
        "pages": persona.pages,
        "videos": persona.videos,
        "transcripts": persona.transcripts,
    }


def _intention(workspace: Workspace, source: Source) -> str:
    if isinstance(source, FileSource):
        return "on disk; read again when it changes"
    known = len(retrievals(workspace, source))
    refused = refusal(workspace, source)
    state = f"fetched {known} time{'s' * (known != 1)}; only what is new is asked for" if known else "not fetched yet"
    price = _price(source) if isinstance(source, XAccount) else ""
    return state + price + (f"; last time: {refused}" if refused else "")


def _price(source: XAccount) -> str:
    posts, most = quote(source)
    return f"; up to {posts:,} posts, for ${most / 1e6:.2f} at most"


def _spent(workspace: Workspace) -> int:
    return Ledger(workspace.path("ledger.jsonl"), 0).spent


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
