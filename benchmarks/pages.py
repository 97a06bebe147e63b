"""Main text and metadata of web pages, against trafilatura's own settings in the same run.

    python -m benchmarks.pages --data DIR

Three layouts are found anywhere below DIR, any file gzipped or not:

    ground-truth.json + html/ID.html              {"ID": {"articleBody": ..., "url": ...}}
    evaldata.json + pages/FILE                    {"URL": {"file", "with", "without", "title", "author", "date"}}
    expected.html, expected-metadata.json, source.html

`f1` is the mean over pages of the F1 of words against the true text; `kept` the share of phrases that must survive and
do, `clean` of those that must not and do not. Titles, authors and dates count where the truth has one, if equal but for
case, spaces and marks. Pages per second are those of one core, each way over the same pages, all of them read before.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.data import print_result, print_table, unpacked
from extractors.pages.html import read_article
from likeness.errors import SourceGone
from likeness.sources import PageFile

_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\\w+")
FACTS = ("title", "author", "date")


@dataclass(frozen=True)
class Case:
    """A page and what is true of it: its text or some phrases, and some of its metadata."""

    name: str
    url: str
    content: bytes
    text: str = ""
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Found:
    """What one way of reading found on a page."""

    text: str
    facts: Mapping[str, str]


def cases(folder: Path) -> Iterator[Case]:
    """Every page below a folder that comes with some truth."""
    for path in sorted(folder.rglob("ground-truth.json")):
        for name, truth in json.loads(path.read_text()).items():
            if page := _file(path.parent, f"{name}.html"):
                yield Case(name[:12], truth.get("url", ""), page.read_bytes(), truth["articleBody"])
    for path in sorted(folder.rglob("evaldata.json")):
        for url, truth in json.loads(path.read_text()).items():
            if page := _file(path.parent, truth["file"]):
                must, must_not = tuple(truth.get("with", ())), tuple(truth.get("without", ()))
                yield Case(truth["file"], url, page.read_bytes(), "", must, must_not, _facts(truth))
    for path in sorted(folder.rglob("expected.html")):
        notes = json.loads((path.parent / "expected-metadata.json").read_text())
        facts = _facts({"title": notes.get("title"), "author": notes.get("byline"), "date": notes.get("publishedTime")})
        content = (path.parent / "source.html").read_bytes()
        yield Case(path.parent.name, "https://example.org/", content, _text_of(path.read_bytes()), facts=facts)


def _file(folder: Path, name: str) -> Path | None:
    return next(folder.rglob(name), None)


def _facts(truth: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(truth[name])) for name in FACTS if truth.get(name))


def _text_of(html: bytes) -> str:
    """The words of an HTML file, paragraphs apart."""
    from lxml.html import fromstring

    return " ".join(fromstring(html.decode()).itertext())


def ours(case: Case) -> Found:
    """As the pipeline reads a page."""
    try:
        article = read_article(case.content, PageFile(path="page.html", url=case.url))
    except SourceGone:
        return Found("", {})
    return Found(article.page.text, {"title": article.page.title, "author": article.author, "date": article.date})


def trafilatura(case: Case, **settings: Any) -> Found:
    """As trafilatura reads a page by itself."""
    from trafilatura import bare_extraction

    document: Any = bare_extraction(case.content, url=case.url, with_metadata=True, include_comments=False, **settings)
    if document is None:
        return Found("", {})
    return Found(document.text or "", {name: getattr(document, name) or "" for name in FACTS})


WAYS: dict[str, Callable[[Case], Found]] = {
    "likeness": ours,
    "trafilatura": trafilatura,
    "trafilatura precision": partial(trafilatura, favor_precision=True),
    "trafilatura recall": partial(trafilatura, favor_recall=True),
    "trafilatura fast": partial(trafilatura, fast=True),
}


def measure(name: str, read: Callable[[Case], Found], pages: list[Case]) -> dict[str, Any]:
    """The scores of one way over all pages, and how fast it is the second time, when all is loaded."""
    found = [read(case) for case in pages]
    started = time.perf_counter()
    for case in pages:
        read(case)
    seconds = time.perf_counter() - started
    pairs = list(zip(pages, found, strict=True))
    return {
        "way": name,
        "f1": _mean(f1(got.text, case.text) for case, got in pairs if case.text),
        "kept": _mean(_plain(phrase) in _plain(got.text) for case, got in pairs for phrase in case.must),
        "clean": _mean(_plain(phrase) not in _plain(got.text) for case, got in pairs for phrase in case.must_not),
        **{fact: _mean(_matches(pages, found, fact)) for fact in FACTS},
        "pages_per_second": len(pages) / seconds,
    }


def f1(text: str, truth: str) -> float:
    """The F1 of the words of a text against the true ones, as often as each occurs."""
    found, true = Counter(_words(text)), Counter(_words(truth))
    shared = (found & true).total()
    return 2 * shared / max(found.total() + true.total(), 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _plain(text: str) -> str:
    return " ".join(text.split())


def _matches(pages: list[Case], found: list[Found], fact: str) -> Iterator[bool]:
    for case, got in zip(pages, found, strict=True):
        if fact in dict(case.facts):
            yield _words(dict(case.facts)[fact]) == _words(got.facts.get(fact, ""))


def _mean(values: Iterable[float]) -> float:
    values = list(values)
    return float(mean(values)) if values else 0.0


def main() -> None:
    """Read every page in every way; a table for people, then one JSON object."""
    parser = argparse.ArgumentParser(prog="benchmarks.pages")
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    with TemporaryDirectory() as scratch:
        pages = list(cases(unpacked(arguments.data, Path(scratch))))
    rows = [measure(name, read, pages) for name, read in WAYS.items()] if pages else []
    print_table(f"Main text and metadata of {len(pages)} pages", rows)
    print_result({"pages": len(pages), "ways": rows})


if __name__ == "__main__":
    main()
