"""Which rows may leave this machine: facts and addresses, never raw posts, talk or articles.

A published row is a question and an answer with what carries them, one JSON object a line:

    {"id": "exchange-12ea…", "kind": "fact", "angle": "where", "messages": [{"role": "user", "content": "Where were
     you born?"}, …], "facts": ["fact-77ab…"], "quotes": ["Verne was born in Brest"], "urls": ["https://…"]}

The export on disk (`train.dataset`) also holds the person's own words, because a style is learnt from them. They stay
on disk: conversations made of them are left out whole, and so is any row that repeats a run of words of a post, a
talk or an article. What is left out is counted by reason, and the card says so.

Not handled: paraphrase. A row that says what an article says in other words is a fact, and facts are published.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from likeness.errors import WorkspaceError
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Message, Page, Passage, Post, Rejected, Segment, Utterance
from likeness.workspace import Workspace
from train.cards import dataset_card
from train.dataset import read_splits

OWN_WORDS_RUN = 8
"""So many words in a row that a post or a talk also has are its words. Chance and set phrases rarely reach six; a
sentence worth quoting is longer."""

ARTICLE_RUN = 20
"""The same for an article. An answer that keeps the words of one clause states a fact; from about the length of an
average English sentence on it is text. Of 187 answers that the rules made of an encyclopedia's article on Nikola
Tesla, 25 stay on disk so; runs of 12 words, the customary test for copied text, would keep back 87."""

SHORTEST_WHOLE = 5
"""A text of fewer words ("Thank you all!") is everybody's, and may occur in a row; a longer one not as a whole."""

SHORT_QUOTE = ARTICLE_RUN - 1
"""A source's own words are quoted up to so many, as evidence; beyond it the address stands alone."""

UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:['’][^\W{UNSPACED}]+)*")
"""A word, apostrophes included; or one character of Thai, Lao, Japanese or Chinese, which put no spaces."""


class Published(BaseModel):
    """One row as the world may see it. `quotes` are the short quotes that carry `facts`; `urls` their pages."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str
    angle: str
    messages: tuple[Message, ...]
    facts: tuple[str, ...]
    quotes: tuple[str, ...]
    urls: tuple[str, ...]


@dataclass(frozen=True)
class Withheld:
    """The runs of words that no published row may repeat."""

    own_words: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True)
class Evidence:
    """What carries a fact: the source's words and where they stand."""

    quote: str
    url: str


def publishable(exchange: Exchange, evidence: Sequence[Evidence], withheld: Withheld) -> Published | Rejected:
    """Keep an exchange for publication unless it is, or repeats, somebody's own text.

    Rejected as `own_words` (a style or dialogue row: the answer is the person's, verbatim), `repeats_own_words` (a
    run of `OWN_WORDS_RUN` words of a post or talk) or `repeats_article` (one of `ARTICLE_RUN` words of a page).
    """
    if exchange.kind in ("style", "dialogue"):
        return Rejected.of(exchange, "own_words")
    for message in exchange.messages:
        if run := repeated(message.content, withheld.own_words, OWN_WORDS_RUN):
            return Rejected.of(exchange, "repeats_own_words", run)
        if run := repeated(message.content, withheld.articles, ARTICLE_RUN):
            return Rejected.of(exchange, "repeats_article", run)
    return Published(
        id=exchange.id,
        kind=exchange.kind,
        angle=exchange.angle,
        messages=exchange.messages,
        facts=exchange.facts,
        quotes=tuple(e.quote for e in evidence if _may_be_quoted(e.quote, withheld)),
        urls=tuple(dict.fromkeys(e.url for e in evidence)),
    )


def _may_be_quoted(quote: str, withheld: Withheld) -> bool:
    """Short, and not itself a quotation of the person's own words."""
    short = len(WORD.findall(quote)) <= SHORT_QUOTE
    return short and not repeated(quote, withheld.own_words, OWN_WORDS_RUN)


def runs(text: str, length: int) -> Iterator[str]:
    """The runs of `length` words of a text; a shorter text is one run, unless it is everybody's."""
    words = WORD.findall(text.casefold().replace("’", "'"))
    if len(words) >= SHORTEST_WHOLE:
        yield from (" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))


def repeated(text: str, withheld: frozenset[str], length: int) -> str:
    """The first run of words of `text` that is withheld, '' if there is none. Whole short texts are shorter runs."""
    words = WORD.findall(text.casefold().replace("’", "'"))
    windows = (" ".join(words[i : i + n]) for n in range(SHORTEST_WHOLE, length + 1) for i in range(len(words) - n + 1))
    return next((window for window in windows if window in withheld), "")


def write_dataset(workspace: Workspace, persona: Persona, folder: Path) -> Path:
    """Lay out the publishable rows of the dataset, a file for each of its splits, and return the folder.

    Raises:
        WorkspaceError: if the dataset has not been exported.
    """
    export = workspace.path("exports", "dataset")
    if not (export / "done.json").exists():
        raise WorkspaceError(f"{export}: no dataset yet; run `likeness export` on the persona file first")
    splits, left_out = publishable_splits(workspace, persona)
    (folder / "data").mkdir(parents=True)
    for split, rows in splits.items():
        lines = "".join(row.model_dump_json() + "\n" for row in rows)
        (folder / "data" / f"{split}.jsonl").write_text(lines, encoding="utf-8")
    card = dataset_card(workspace, persona, {split: len(rows) for split, rows in splits.items()}, left_out)
    (folder / "README.md").write_text(card, encoding="utf-8")
    return folder


def publishable_splits(workspace: Workspace, persona: Persona) -> tuple[dict[str, list[Published]], Counter[str]]:
    """The publishable rows of each split that has any, and how many rows were left out for which reason."""
    evidence, withheld, left_out = _evidence(workspace), _withheld(workspace), Counter[str]()
    splits: dict[str, list[Published]] = defaultdict(list)
    for split, exchanges in read_splits(workspace, persona).items():
        for exchange in exchanges:
            row = publishable(exchange, [evidence[fact] for fact in exchange.facts if fact in evidence], withheld)
            if isinstance(row, Rejected):
                left_out[row.reason] += 1
            else:
                splits[split].append(row)
    return splits, left_out


def _evidence(workspace: Workspace) -> dict[str, Evidence]:
    """The quote and the address of every fact whose page is still there."""
    urls = {page.id: page.url for page in workspace.table(Page).read()}
    pages = {passage.id: passage.page for passage in workspace.table(Passage).read()}
    facts = workspace.table(Fact).read()
    return {fact.id: Evidence(fact.quote, urls[page]) for fact in facts if (page := pages.get(fact.passage)) in urls}


def _withheld(workspace: Workspace) -> Withheld:
    spoken_and_written = (workspace.table(Post), workspace.table(Utterance), workspace.table(Segment))
    own_words = (row.text for table in spoken_and_written for row in table.read())
    articles = (row.text for row in workspace.table(Passage).read())
    return Withheld(
        frozenset(run for text in own_words for run in runs(text, OWN_WORDS_RUN)),
        frozenset(run for text in articles for run in runs(text, ARTICLE_RUN)),
    )
