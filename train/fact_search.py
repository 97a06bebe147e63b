"""What the fact index (`train.fact_index`) has to say to a question.

    index = open_index(workspace, persona)
    search(index, "Who was your mother?", most=3)    # [Found(fact, score=0.33, likeness=0.91), ...], the best first

Two lists are fused by the reciprocal of the places (Cormack et al. 2009): by words (BM25, any language) and by meaning
(embeddings, English). A question that the facts say nothing to is answered with no fact at all: what is below a floor
is left out. Where no other data are named, the measurements are of 284 human questions on an encyclopedia's article,
each with its answer in one of the 188 facts that the rules found (`benchmarks.facts_index`).
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from likeness.errors import WorkspaceError
from likeness.files import is_remote, write_bytes
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.fact_index import FOLDER, IndexedFact, embedded_texts, index_made_from, read_facts
from train.terms import is_chinese, names, terms
from train.vectors import SIZE, embed

Numbers = NDArray[np.floating[Any]]

FUSION = 5
"""The constant of the fusion: how little a first place counts more than a tenth. 60 is usual for lists of thousands; of
188 facts 5 found the right one among the first five for 88 % of the questions, 60 for 86 %."""

FLOOR = 0.55
"""Least likeness of a fact to an English question. With it 81 % of the questions find theirs among the first five (88 %
without), while any fact at all is found for 1 % of 300 questions of everyday talk and 6 % of 336 on other people."""

FLOOR_BY_WORDS = 0.2
"""The same where only words are compared, as in Chinese: of 489 human questions on 33 people, asked of the sentences of
their articles, 88 % find theirs among the first five (93 % without); of 660 on others of these people 5 % find any."""

UNKNOWN_NAME = 0.2
"""How much higher the floor is for a question with a name that stands in no fact: it is about somebody else."""


@dataclass(frozen=True)
class FactIndex:
    """An open index. `words` is a bm25s.BM25, or None where no fact has a word; `owners[i]` has the vector i."""

    facts: list[IndexedFact]
    words: Any
    vectors: Numbers
    owners: NDArray[np.int64]


@dataclass(frozen=True)
class Found:
    """A fact that a question is about. `score` orders the facts of one search, `likeness` compares to the floor."""

    fact: IndexedFact
    score: float
    likeness: float


def open_index(workspace: Workspace, persona: Persona) -> FactIndex:
    """Read the index of a workspace.

    Raises:
        WorkspaceError: if there is none, or one that was made from other facts than those there now.
    """
    folder = workspace.path(FOLDER)
    if not (folder / "done.json").exists():
        raise WorkspaceError(f"{folder}: no fact index yet; `likeness export` makes it")
    if not workspace.is_built(FOLDER, index_made_from(workspace, persona)):
        raise WorkspaceError(f"{folder}: older than the facts; `likeness export` makes it anew")
    return read_index(folder)


def read_index(folder: Path) -> FactIndex:
    """Read an index from its folder, wherever it came from; nothing of it is run or unpickled.

    Raises:
        WorkspaceError: if a file is missing or is not what it should be, or if they are not of one index.
    """
    try:
        with _on_disk(folder) as local:
            facts, words = read_facts(local), _read_words(local / "bm25")
            vectors = np.load(local / "embeddings.npy", allow_pickle=False).astype(np.float32)
    except (OSError, ValueError) as error:
        raise WorkspaceError(f"{folder}: no fact index; delete it, and `likeness export` makes it anew") from error
    owners = np.array([place for place, fact in enumerate(facts) for _ in embedded_texts(fact)], dtype=np.int64)
    if vectors.shape != (len(owners), SIZE) or (words is not None and words.scores["num_docs"] != len(facts)):
        raise WorkspaceError(f"{folder}: files of two indexes; delete it, and `likeness export` makes it anew")
    return FactIndex(facts, words, vectors, owners)


def _read_words(folder: Path) -> Any:
    import bm25s

    return bm25s.BM25.load(folder, load_corpus=False, allow_pickle=False) if folder.exists() else None


@contextmanager
def _on_disk(folder: Path) -> Iterator[Path]:
    """The folder itself, or a local copy of a remote one for as long as it is read."""
    if not is_remote(folder):
        yield folder
        return
    with tempfile.TemporaryDirectory() as copy:
        for file in (path for path in folder.rglob("*") if path.is_file()):
            write_bytes(Path(copy) / file.relative_to(folder).as_posix(), file.read_bytes())
        yield Path(copy)


def search(index: FactIndex, question: str, most: int = 5, floor: bool = True) -> list[Found]:
    """The facts that a question is about, the likeliest first: at most `most`, none below the floor if there is one.

    A Chinese question is compared by words alone, and so is each fact in Chinese.
    """
    weights, share = by_words(index, question)
    lists, likeness, least = [weights], share, FLOOR_BY_WORDS
    if not is_chinese(question):
        meaning = by_meaning(index, question)
        lists, likeness, least = [weights, meaning], meaning + share / 2, FLOOR
    if index.words is None or any(name not in index.words.vocab_dict for name in names(question)):
        least += UNKNOWN_NAME
    score = fuse(*lists)
    best = [place for place in np.argsort(-score, kind="stable") if likeness[place] >= least or not floor]
    return [Found(index.facts[place], float(score[place]), float(likeness[place])) for place in best[:most]]


def by_words(index: FactIndex, question: str) -> tuple[Numbers, Numbers]:
    """The BM25 weight of each fact for a question, and which share of the question's terms it has, in [0, 1].

    Rare terms count more in the share (by their inverse frequency), those that no fact has the most.
    """
    weights, share = np.zeros(len(index.facts), np.float32), np.zeros(len(index.facts), np.float32)
    asked = terms(question)
    known = {} if index.words is None else index.words.vocab_dict
    if any(term in known for term in asked):
        weights = index.words.get_scores([term for term in asked if term in known])
    rarities = dict.fromkeys(asked, _rarity(len(index.facts), 0))
    for term in (term for term in rarities if term in known):
        places = _places(index.words, known[term])
        rarities[term] = _rarity(len(index.facts), len(places))
        share[places] += rarities[term]
    return weights, share / max(sum(rarities.values()), 1e-6)


def _places(words: Any, term: int) -> NDArray[np.int64]:
    """The facts that a term of the vocabulary stands in: a column of the sparse matrix."""
    starts = words.scores["indptr"]
    return np.asarray(words.scores["indices"][starts[term] : starts[term + 1]], dtype=np.int64)


def _rarity(facts: int, holding: int) -> float:
    """The inverse document frequency as BM25 (Lucene's) has it."""
    return float(np.log(1 + (facts - holding + 0.5) / (holding + 0.5)))


def by_meaning(index: FactIndex, question: str) -> Numbers:
    """The cosine of a question and each fact, the greater of claim and telling; 0 for facts without vectors."""
    cosines = np.zeros(len(index.facts), np.float32)
    if len(index.owners):
        np.maximum.at(cosines, index.owners, index.vectors @ embed([question])[0])
    return cosines


def fuse(*lists: Numbers) -> Numbers:
    """Fuse scores of the same facts by the places that they give: a fact has 1 / (5 + place) of each that knows it."""
    fused = np.zeros(len(lists[0]), np.float32)
    for scores in lists:
        order = np.argsort(-scores, kind="stable")
        places = np.empty(len(scores), np.float32)
        places[order] = np.arange(1, len(scores) + 1)
        fused += np.where(scores > 0, 1 / (FUSION + places), 0)
    return fused
