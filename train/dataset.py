"""Exchanges become training conversations, split before anything is learnt.

    style_train, style_held_out   the person's own words (kinds style and dialogue); the newest are held out, and rows
                                  without a time by a hash of their words. One text is never on both sides.
    facts_train, facts_held_out   kinds fact, identity and unknown; of some facts one phrasing is held out, to see
                                  whether the fact is known or only the sentence; of the others whole wordings are
                                  (`train.setting_aside`)

`exports/dataset` is a Hugging Face `DatasetDict` of the splits that have rows (`datasets.load_from_disk`), with a card.
It stays on this machine: style rows are the person's posts, word for word.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import (
    RECORDS,
    Claim,
    Exchange,
    Fact,
    Page,
    Passage,
    Post,
    Recording,
    Segment,
    Speaker,
    Turn,
    Utterance,
)
from likeness.workspace import Workspace
from train.schedule import position
from train.setting_aside import set_aside

VERSION = 2
STYLE_KINDS = ("style", "dialogue")
PHRASINGS_TO_SPARE = 4
"""A fact asked in fewer ways keeps them all: five forms teach where one does not (Physics of Language Models 3.1)."""

Splits = Mapping[str, Sequence[Exchange]]


def system_prompt(persona: Persona) -> str:
    """What every conversation opens with, in training and in use. Short: it is paid for in every row."""
    return f"You are {persona.name}."


def conversation(exchange: Exchange, persona: Persona) -> list[dict[str, str]]:
    """An exchange as a chat template takes it, the persona's system prompt first."""
    messages = [message.model_dump() for message in exchange.messages if message.role != "system"]
    return [{"role": "system", "content": system_prompt(persona)}, *messages]


def read_splits(workspace: Workspace, persona: Persona) -> Splits:
    """The splits of all exchanges of the workspace."""
    return split(workspace.table(Exchange).read(), persona.train.held_out)


def split(exchanges: Iterable[Exchange], held_out: float) -> Splits:
    """Split exchanges into style and facts, trained and held out.

    Args:
        exchanges: of any kinds, in the order of the table.
        held_out: share of the style rows, of the facts that give up one phrasing, and of the rows of kind identity
            and unknown, in [0, 1).
    """
    rows = _last_said(list(exchanges))
    style = [row for row in rows if row.kind in STYLE_KINDS]
    facts = [row for row in rows if row.kind not in STYLE_KINDS]
    newest, spared = _newest_words(style, held_out), _spare_phrasings(facts, held_out)
    aside = set_aside(facts, held_out)
    kept_out = {row.id for row in facts if row.id in aside or _phrasing(row) in spared}
    return {
        "style_train": [row for row in style if row.answer not in newest],
        "style_held_out": [row for row in style if row.answer in newest],
        "facts_train": [row for row in facts if row.id not in kept_out],
        "facts_held_out": [row for row in facts if row.id in kept_out],
    }


def _last_said(rows: Sequence[Exchange]) -> list[Exchange]:
    """The rows without those whose answer was said anew: the new row names the old one as its parent."""
    said_anew = {parent for row in rows for parent in row.parents if parent.startswith("exchange-")}
    return [row for row in rows if row.id not in said_anew]


def _newest_words(rows: Sequence[Exchange], share: float) -> set[str]:
    """The answers to hold out: a text that was said more than once counts from the first time."""
    first: dict[str, str] = {}
    for row in rows:
        first[row.answer] = min(first.get(row.answer, row.created_at), row.created_at)
    dated = sorted((time, answer) for answer, time in first.items() if time)
    newest = dated[len(dated) - math.floor(share * len(dated)) :]
    undated = {answer for answer, time in first.items() if not time and position(answer) < share}
    return {answer for _, answer in newest} | undated


def _spare_phrasings(rows: Sequence[Exchange], share: float) -> set[str]:
    """One phrasing of each chosen fact, in every row that asks so."""
    phrasings: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for fact in row.facts if row.kind == "fact" else ():
            phrasings[fact].add(_phrasing(row))
    chosen = [fact for fact, asked in phrasings.items() if len(asked) >= PHRASINGS_TO_SPARE and position(fact) < share]
    return {min(phrasings[fact], key=position) for fact in chosen}


def _phrasing(row: Exchange) -> str:
    """The words of the question: upper case and punctuation make no other phrasing."""
    return " ".join(re.findall(r"\w+", row.question.lower()))


def export_dataset(workspace: Workspace, persona: Persona) -> Path:
    """Write the splits to exports/dataset, unless what is there was made from the same."""
    made_from = fingerprint(
        {record.table: workspace.table(record).content() for record in (Exchange, Fact, Passage, Page, Post)},
        persona.model_dump(mode="json"),
        version=VERSION,
    )
    if not workspace.is_built("exports/dataset", made_from):
        with workspace.build("exports/dataset", made_from) as folder:
            splits = read_splits(workspace, persona)
            _save(folder, splits, _sources(workspace))
            (folder / "README.md").write_text(card(workspace, persona, splits), encoding="utf-8")
    return workspace.path("exports/dataset")


def _save(folder: Path, splits: Splits, sources: Mapping[str, tuple[str, ...]]) -> None:
    from datasets import Dataset, DatasetDict, Features, List, Value, disable_progress_bars

    disable_progress_bars()
    texts = List(Value("string"))
    features = Features(
        {
            "id": Value("string"),
            "kind": Value("string"),
            "messages": List({"role": Value("string"), "content": Value("string")}),
            "angle": Value("string"),
            "facts": texts,
            "sources": texts,
        }
    )
    datasets = DatasetDict()
    for name, rows in splits.items():
        if not rows:
            continue  # a dataset without rows is written, but `load_from_disk` cannot read it (datasets 5.2)
        columns = [_columns(row, sources) for row in rows]
        datasets[name] = Dataset.from_dict({key: [row[key] for row in columns] for key in features}, features=features)
    datasets.save_to_disk(folder)


def _columns(row: Exchange, sources: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    urls = sorted({url for parent in row.parents for url in sources.get(parent, ())})
    return {
        "id": row.id,
        "kind": row.kind,
        "messages": [message.model_dump() for message in row.messages],
        "angle": row.angle,
        "facts": list(row.facts),
        "sources": urls,
    }


def _sources(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """The URLs behind each row that an exchange can be made from."""
    urls: dict[str, tuple[str, ...]] = {}
    for source in (Post, Page, Recording):
        for row in workspace.table(source).read():
            urls[row.id] = (row.url,) if row.url else ()  # type: ignore[attr-defined]  # all three have one
    for derived in (Passage, Turn, Speaker, Segment, Utterance, Claim, Fact):  # each made from those before
        for row in workspace.table(derived).read():
            urls[row.id] = tuple(sorted({url for parent in row.parents for url in urls.get(parent, ())}))
    return urls


def card(workspace: Workspace, persona: Persona, splits: Splits) -> str:
    """The dataset's card: what is in it, on what ground, from where, and what was left out and why."""
    return "\n".join(
        [
            "---",
            f"language: [{persona.language}]",
            "license: other",
            f"pretty_name: {persona.name}, questions and answers",
            "task_categories: [text-generation]",
            "---",
            f"# {persona.name}",
            "",
            f"{persona.description or persona.name}. Conversations in which the assistant speaks as this person.",
            "",
            f"**Rights:** {persona.rights.basis}. Public: {'yes' if persona.rights.publish else 'no'}.",
            f"**Made by:** Likeness; questions and answers by the engine `{persona.rewriter}`; turns found by "
            f"`{persona.voice.diarize}`, words by `{persona.voice.transcribe}`.",
            "",
            "## Splits",
            "",
            "| split | rows | kinds |",
            "| --- | --- | --- |",
            *(f"| {name} | {len(rows)} | {_kinds(rows)} |" for name, rows in splits.items()),
            "",
            "## Sources",
            "",
            "| source | rows | licence |",
            "| --- | --- | --- |",
            *_source_lines(workspace),
            "",
            "## Left out",
            "",
            "| table | reason | rows |",
            "| --- | --- | --- |",
            *_rejection_lines(workspace),
            "",
        ]
    )


def _kinds(rows: Sequence[Exchange]) -> str:
    counts = Counter(row.kind for row in rows)
    return ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())) or "none"


def _source_lines(workspace: Workspace) -> Iterable[str]:
    for platform, count in sorted(Counter(post.platform for post in workspace.table(Post).read()).items()):
        yield f"| posts on {platform} | {count} | the author's |"
    passages = Counter(passage.page for passage in workspace.table(Passage).read())
    for page in workspace.table(Page).read():
        yield f"| {page.url} | {passages[page.id]} | {page.license or 'not stated'} |"
    for recording in workspace.table(Recording).read():
        yield f"| {recording.url} | 1 | {recording.license or 'not stated'} |"


def _rejection_lines(workspace: Workspace) -> Iterable[str]:
    for record in RECORDS:
        table = workspace.table(record)
        counts: Counter[str] = Counter()
        for part in table.parts():
            marker = table.marker(part)
            counts.update(marker.rejected if marker else {})
        yield from (f"| {record.table} | {reason} | {count} |" for reason, count in sorted(counts.items()))
