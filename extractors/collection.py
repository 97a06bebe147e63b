"""The stages that collect texts: what was fetched, or lies on disk, is read as rows, then cut and cleaned.

    collect_posts     a retrieval or dump  -> posts/<part>
    collect_pages     a retrieval or page  -> pages/<part>
    split_page_part   pages/<part>         -> passages/<part>
    clean_posts       all posts            -> utterances/posts

A source that cannot be fetched or read becomes one rejected row, so that the others are still collected.
"""

import functools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import TypeVar

from extractors import retrieval, syndication
from extractors.cleaning import clean_text, clean_thread
from extractors.files import read_bytes
from extractors.pages import html, passages, plain, relevance, wikidata, wikitext
from extractors.posts import bluesky, hub, mastodon, tabular, x_api, x_archive
from extractors.posts.fields import PRIVATE
from extractors.posts.ownership import own_posts
from extractors.posts.tabular import OTHER_AUTHOR
from extractors.posts.threads import in_threads
from extractors.posts.x_archive import DELETED
from extractors.repeats import without_repeats
from extractors.retrieval import FAILED, Retrieved, Stored
from likeness.errors import SourceError, SourceGone
from likeness.files import file_hash, fingerprint
from likeness.persona import Persona
from likeness.records import Page, Passage, Post, Record, Rejected, Utterance
from likeness.sources import (
    BlueskyAccount,
    Dump,
    FileSource,
    HubDataset,
    MastodonAccount,
    News,
    PageFile,
    PageList,
    Source,
    XAccount,
    XArchive,
)
from likeness.workspace import Marker, Table, Workspace

SOURCE_UNREADABLE = "source_unreadable"

Row = TypeVar("Row", bound=Record)

logger = logging.getLogger(__name__)


def collect_posts(workspace: Workspace, persona: Persona, part: Retrieved) -> Marker:
    """Read the posts of one retrieval, archive or dump."""
    made_from = fingerprint(_content(workspace, persona, part), settings=part.source, version=2)
    rows = _rows_or_unreadable(lambda: _read_posts(workspace, persona, part), part.source)
    return _logged("posts", workspace.table(Post).write(part.part, rows, made_from))


def collect_pages(workspace: Workspace, persona: Persona, part: Retrieved) -> Marker:
    """Read the main texts of the pages of one retrieval, or of a page on disk."""
    names = _looked_for(persona, part.source)
    made_from = fingerprint(_content(workspace, persona, part), names, settings=part.source, version=2)
    rows = _rows_or_unreadable(lambda: _read_pages(workspace, persona, part), part.source)
    return _logged("pages", workspace.table(Page).write(part.part, rows, made_from))


def split_page_part(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Cut the pages of one part into passages; not those that came again later, or are copies of another page."""
    pages = workspace.table(Page)
    made_from = fingerprint(pages.content(), part, version=3)
    return _logged("passages", workspace.table(Passage).write(part, _passages(pages, part), made_from))


@functools.lru_cache(maxsize=2)
def _dropped(folder: Path, content: str) -> dict[str, str]:
    """Which pages are not cut, and why: found once for all parts of the same content."""
    return syndication.dropped(Table(folder.parent, Page).read())


def _passages(pages: Table[Page], part: str) -> Iterator[Passage | Rejected]:
    dropped = _dropped(pages.folder, fingerprint(pages.content()))
    for page in pages.read(part):
        if page.id in dropped:
            yield Rejected.of(page, dropped[page.id])
        else:
            yield from passages.split_page(page)


def clean_posts(workspace: Workspace, persona: Persona) -> Marker:
    """Keep the person's own words of all posts, in order of time and each once; part 'posts'.

    A thread is one utterance. A reply to somebody else whose post is in the dumps too has that post's text as its
    context. What one source says is deleted or private is dropped from all.
    """
    posts = workspace.table(Post)
    # Other people's posts are rejected rows: not in a part's content hash, but contexts are made from them.
    inputs = {part: marker.made_from for part in posts.parts() if (marker := posts.marker(part))}
    made_from = fingerprint(inputs, persona.names, persona.language, sorted(_handles(persona)), version=2)
    rows = without_repeats(_cleaned(workspace, persona))
    return _logged("utterances", workspace.table(Utterance).write("posts", rows, made_from))


def _cleaned(workspace: Workspace, persona: Persona) -> Iterator[Utterance | Rejected]:
    table = workspace.table(Post)
    parts = [list(table.read(part)) for part in table.parts()]
    withheld = {str(row.row.get("id_str")): row.reason for row in table.rejected() if row.reason in (DELETED, PRIVATE)}
    known = {(post.platform, post.post_id): post for posts in [_posts_of_others(workspace), *parts] for post in posts}
    own: list[Post] = []
    for row in own_posts(parts, _handles(persona), withheld):
        if isinstance(row, Rejected):
            yield row
        else:
            own.append(row)
    for thread in in_threads(sorted(own, key=_time)):
        parent = known.get((thread[0].platform, thread[0].reply_to or ""))
        yield from clean_thread(thread, persona.names, persona.language, _context(thread[0], parent))


def _handles(persona: Persona) -> set[str]:
    """The person's handles, as far as the persona file names them; 'ada@example.social' is 'ada' on that server."""
    named = {getattr(source, key, "") for source in persona.posts for key in ("author", "account")}
    handles = {handle.removeprefix("@") for handle in named if handle}
    return handles | {handle.partition("@")[0] for handle in handles}


def _posts_of_others(workspace: Workspace) -> Iterator[Post]:
    for rejected in workspace.table(Post).rejected():
        if rejected.reason == OTHER_AUTHOR:
            yield Post.model_validate(rejected.row)


def _context(post: Post, parent: Post | None) -> str | None:
    """What a reply answers; the person's own post before it in a thread is not that."""
    if parent is None or parent.author.casefold() == post.author.casefold():
        return None
    return clean_text(parent.text, is_reply=parent.reply_to is not None) or None


def _time(post: Post) -> tuple[bool, str, int, str]:
    """Posts without a date last; ids of one moment as the platform counted them."""
    return not post.created_at, post.created_at, len(post.post_id), post.post_id


def _read_posts(workspace: Workspace, persona: Persona, part: Retrieved) -> Iterator[Post | Rejected]:
    match part.source:
        case XArchive() as source:
            return x_archive.read_posts(persona.resolve(source.path), source.author)
        case Dump() as source:
            return tabular.read_posts(persona.resolve(source.path), source)
        case _:
            stored = retrieval.answers(workspace, part)
            return (row for answer in stored for row in _read_answer(answer.content(), part.source))


def _read_answer(content: bytes, source: Source) -> Iterator[Post | Rejected]:
    match source:
        case XAccount():
            return x_api.read_posts(content, source)
        case BlueskyAccount():
            return bluesky.read_posts(content, source)
        case MastodonAccount():
            return mastodon.read_posts(content, source)
        case HubDataset():
            return hub.read_posts(content, source)
    raise AssertionError(f"no reader for {source.source}")


def _read_pages(workspace: Workspace, persona: Persona, part: Retrieved) -> Iterator[Page | Rejected]:
    if isinstance(part.source, PageFile):
        yield _read_page(read_bytes(persona.resolve(part.source.path)), part.source)
        return
    for stored in retrieval.answers(workspace, part):
        row = functools.partial(_read_stored, stored, persona, part.source)
        yield from _rows_or_unreadable(functools.partial(_one, row), part.source)


def _one(read: Callable[[], Page | Rejected]) -> Iterator[Page | Rejected]:
    yield read()


def _read_stored(stored: Stored, persona: Persona, source: Source) -> Page | Rejected:
    """A fetched page is read as a file, by what its reader noted of it."""
    if stored.about["suffix"] == FAILED:
        raise SourceGone(stored.content().decode())
    about = {name: value for name, value in stored.about.items() if name in PageFile.model_fields}
    page = _read_page(stored.content(), PageFile.model_validate({**about, "path": stored.path.name}))
    is_listed = isinstance(source, News | PageList)  # a page that the persona file names itself is wanted
    return relevance.judge(page, _looked_for(persona, source), page.language) if is_listed else page


def _looked_for(persona: Persona, source: Source) -> tuple[str, ...]:
    """The names that a page must be about, where its source lists pages about others too."""
    is_mixed = isinstance(source, News) or (isinstance(source, PageList) and source.about)
    return persona.names if is_mixed else ()


def _read_page(content: bytes, source: PageFile) -> Page:
    suffixes = {suffix.lower() for suffix in PurePath(source.path).suffixes}
    if suffixes & {".html", ".htm", ".xhtml"}:
        return html.read_page(content, source)
    if suffixes & {".wiki", ".wikitext", ".mediawiki"}:
        return wikitext.read_page(content, source)
    if suffixes & {".txt", ".md", ".markdown"}:
        return plain.read_page(content, source)
    if ".json" in suffixes:
        return wikidata.read_page(content, source)
    raise SourceGone(f"{source.path}: unknown kind of page; it must end in .html, .wikitext, .txt or .md (or .gz)")


def _rows_or_unreadable(read: Callable[[], Iterator[Row | Rejected]], source: Source) -> Iterator[Row | Rejected]:
    """The rows of a source; if it cannot be read at all, one rejected row that says why. Passing faults are raised."""
    try:
        yield from read()
    except SourceError as error:
        if error.transient:
            raise
        yield Rejected(reason=SOURCE_UNREADABLE, row=source.model_dump(mode="json"), detail=str(error))


def _content(workspace: Workspace, persona: Persona, part: Retrieved) -> str:
    """The hash of what a part is read from, '' if it is not there: reading it then says so."""
    if isinstance(part.source, FileSource):
        path = persona.resolve(part.source.path)
        return file_hash(path) if path.exists() else ""
    return file_hash(retrieval.folder(workspace, part)) if part.retrieval else retrieval.refusal(workspace, part.source)


def _logged(table: str, marker: Marker) -> Marker:
    logger.info("%s: %d kept, %d rejected", table, marker.kept, sum(marker.rejected.values()))
    return marker
