"""The verified facts as an index to look things up in, beside the model that learnt them.

    exports/facts/
      facts.jsonl       a row a fact: the claim, how the person tells it, its questions, quote, sources, dates, standing
      bm25/             which words stand in which fact (library bm25s: JSON and .npy files, nothing pickled)
      embeddings.npy    float16 (2 * facts not in Chinese, 384): claim and telling of each, in the order of facts.jsonl
      rejected.jsonl    the facts that are not in it, each with its reason
      README.md         the card

Fine-tuning teaches a small model some facts, and it makes up the others; what is looked up it need not know.
`train.fact_search` asks the index, `likeness chat --recall` puts what it finds before the model.

Only facts with an answer that passed the gates are in it. Questions that the dataset sets aside to test recall are not
looked up by, so that a test of the model with its index stays a test.
"""

import json
import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import ClaimKind, Exchange, Fact, Page, Passage, Rejected
from likeness.workspace import Workspace
from train.dataset import read_splits
from train.fact_card import card
from train.terms import is_chinese, terms

log = logging.getLogger(__name__)

VERSION = 1
FOLDER = "exports/facts"


class Source(BaseModel):
    """A page that says it, and in which words. What is not known of the page is ''."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    title: str
    license: str
    retrieved_at: str
    quote: str


class IndexedFact(BaseModel):
    """One row of facts.jsonl; what `train.fact_search` finds.

    `told` is the claim in the first person, the one of `answers` that says most of it. `sources` begins with the one
    that `quote` stands in. `valid_from`, `valid_to`, `standing` and `rivals` are as in `likeness.records.Fact`; a fact
    whose source itself calls it disputed is `disputed` as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    claim: str
    told: str
    answers: tuple[str, ...]
    questions: tuple[str, ...]
    quote: str
    sources: tuple[Source, ...]
    dates: tuple[str, ...] = ()
    kind: ClaimKind = "fact"
    valid_from: str = ""
    valid_to: str = ""
    standing: Literal["current", "superseded", "disputed"] = "current"
    rivals: tuple[str, ...] = ()


def export_facts(workspace: Workspace, persona: Persona) -> Path:
    """Write the index to exports/facts, unless it is there and fresh.

    Raises:
        NotFresh: if it is not fresh and the workspace is frozen.
        MissingExtra: if the wheel of the embeddings is not installed.
    """
    made_from = index_made_from(workspace, persona)
    if not workspace.is_built(FOLDER, made_from):
        with workspace.build(FOLDER, made_from) as folder:
            rows = gather(workspace, persona)
            facts = [row for row in rows if isinstance(row, IndexedFact)]
            rejected = [row for row in rows if isinstance(row, Rejected)]
            _write_lines(folder / "facts.jsonl", facts)
            _write_lines(folder / "rejected.jsonl", rejected)
            _write_words(folder / "bm25", facts)
            _write_vectors(folder / "embeddings.npy", facts)
            (folder / "README.md").write_text(card(persona, facts, rejected), encoding="utf-8")
            log.info("%s: %d facts, %d rejected", FOLDER, len(facts), len(rejected))
    return workspace.path(FOLDER)


def index_made_from(workspace: Workspace, persona: Persona) -> str:
    """What the index is made from, as one hash: it is fresh while this is the same."""
    contents = {record.table: workspace.table(record).content() for record in (Exchange, Fact, Passage, Page)}
    about = [persona.name, persona.rewriter, persona.rights.model_dump(), persona.train.held_out]
    return fingerprint(contents, about, version=VERSION)


def gather(workspace: Workspace, persona: Persona) -> list[IndexedFact | Rejected]:
    """Every fact of the workspace in the order of its table, with what belongs to it from the other tables."""
    rows: defaultdict[str, list[Exchange]] = defaultdict(list)
    for exchange in read_splits(workspace, persona)["facts_train"]:
        for fact in exchange.facts if exchange.kind == "fact" else ():
            rows[fact].append(exchange)
    pages = {page.id: page for page in workspace.table(Page).read()}
    homes = {passage.id: pages.get(passage.page) for passage in workspace.table(Passage).read()}
    return [index_fact(fact, rows[fact.id], homes) for fact in workspace.table(Fact).read()]


def index_fact(fact: Fact, exchanges: Sequence[Exchange], homes: Mapping[str, Page | None]) -> IndexedFact | Rejected:
    """One fact with its exchanges and its sources; `homes` are the pages by the ids of their passages.

    Exchanges that answer for several facts at once, or in the course of a talk, do not stand for one of them and are
    passed over. Rejected as `no_answer` (every answer fell to a gate, so the fact is in no verified words of the
    person) or `no_source` (no page of it is left).
    """
    own = [row for row in exchanges if row.facts == (fact.id,) and sum(m.role == "user" for m in row.messages) == 1]
    answers = tuple(dict.fromkeys(row.answer for row in own if row.answer))
    places = [(fact.passage, fact.quote), *((other.passage, other.quote) for other in fact.evidence)]
    sources = tuple(_source(page, quote) for passage, quote in places if (page := homes.get(passage)) is not None)
    if not answers or not sources:
        return Rejected.of(fact, "no_source" if answers else "no_answer")
    return IndexedFact(
        answers=answers,
        told=telling(fact.claim, answers),
        questions=tuple(dict.fromkeys(row.question for row in own)),
        sources=sources,
        standing="disputed" if fact.kind == "disputed" else fact.standing,
        **fact.model_dump(include={"id", "claim", "quote", "dates", "kind", "valid_from", "valid_to", "rivals"}),
    )


def _source(page: Page, quote: str) -> Source:
    return Source(**page.model_dump(include={"url", "title", "license", "retrieved_at"}), quote=quote)


def telling(claim: str, answers: Sequence[str]) -> str:
    """The answer that says most of the claim, of equal ones the shortest: not "In Graz.", if there is a whole sentence.

    A "Yes," before it is left out: the question that it agrees with is not told.
    """
    of_claim = set(terms(claim))
    fullest = min(answers, key=lambda answer: (-len(of_claim & set(terms(answer))), len(answer)))
    said = re.sub(r"^(?:Yes|是的?|对)[,，] *", "", fullest)
    return said[:1].upper() + said[1:]


def searched_words(fact: IndexedFact) -> list[str]:
    """The terms that a fact is found by: those of its claim, and each that its questions have, once.

    Once, so that a fact is not the more likely for having been asked for in ten ways.
    """
    return [*terms(fact.claim), *sorted({term for question in fact.questions for term in terms(question)})]


def embedded_texts(fact: IndexedFact) -> list[str]:
    """The two texts of a fact that are made vectors, its claim and its telling; none in Chinese (see `train.vectors`).

    Its questions are not: with them a search by meaning found 79 % of what people ask for, in place of 87 %.
    """
    return [] if is_chinese(fact.claim) else [fact.claim, fact.told]


def _write_lines(path: Path, rows: Iterable[BaseModel]) -> None:
    path.write_text("".join(f"{row.model_dump_json()}\n" for row in rows), encoding="utf-8", newline="\n")


def _write_words(folder: Path, facts: Sequence[IndexedFact]) -> None:
    """The index of words, its vocabulary sorted so that the same facts give the same bytes; none for no words."""
    import bm25s

    texts = [searched_words(fact) for fact in facts]
    places = {term: place for place, term in enumerate(sorted({term for text in texts for term in text}))}
    if places:
        index = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        index.index(([[places[term] for term in text] for text in texts], places), show_progress=False)
        index.save(folder, show_progress=False, allow_pickle=False)


def _write_vectors(path: Path, facts: Sequence[IndexedFact]) -> None:
    import numpy as np

    from train.vectors import embed

    vectors = embed([text for fact in facts for text in embedded_texts(fact)])
    np.save(path, vectors.astype(np.float16), allow_pickle=False)


def read_facts(folder: Path) -> list[IndexedFact]:
    """The rows of an index's facts.jsonl."""
    lines = (folder / "facts.jsonl").read_text(encoding="utf-8").split("\n")
    return [IndexedFact.model_validate(json.loads(line)) for line in lines if line]
