"""The stages that collect texts: posts and pages as they are published, then cut and cleaned.

    collect_posts     a dump of posts  -> posts/<source>
    clean_posts       all posts        -> utterances/posts
    collect_page      a page           -> pages/<source>
    split_page_part   pages/<part>     -> passages/<part>

A source that cannot be read becomes one rejected row, so that the others are still collected.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import TypeVar

from extractors.cleaning import clean_post, clean_text
from extractors.files import read_bytes
from extractors.pages import html, passages, plain, wikitext
from extractors.posts import tabular, x_archive
from extractors.posts.tabular import OTHER_AUTHOR
from extractors.repeats import without_repeats
from likeness.errors import SourceError, SourceGone
from likeness.files import file_hash, fingerprint
from likeness.persona import PageSource, Persona, PostSource, Source
from likeness.records import Page, Passage, Post, Record, Rejected, Utterance
from likeness.workspace import Marker, Workspace

SOURCE_UNREADABLE = "source_unreadable"

Row = TypeVar("Row", bound=Record)

logger = logging.getLogger(__name__)


def collect_posts(workspace: Workspace, persona: Persona, source: PostSource) -> Marker:
    """Read the posts of one archive or dump; part `source.part`."""
    path = persona.resolve(source.path)
    made_from = fingerprint(_content_hash(path), settings=source, version=1)
    rows = _rows_or_unreadable(lambda: _read_posts(path, source), source)
    return _logged("posts", workspace.table(Post).write(source.part, rows, made_from))


def collect_page(workspace: Workspace, persona: Persona, source: PageSource) -> Marker:
    """Read the main text of one page; part `source.part`."""
    path = persona.resolve(source.path)
    made_from = fingerprint(_content_hash(path), settings=source, version=1)
    rows = _rows_or_unreadable(lambda: iter([_read_page(path, source)]), source)
    return _logged("pages", workspace.table(Page).write(source.part, rows, made_from))


def split_page_part(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Cut the pages of one part into passages; the same part name."""
    pages = workspace.table(Page)
    made_from = fingerprint(pages.content(part), version=1)
    rows = (row for page in pages.read(part) for row in passages.split_page(page))
    return _logged("passages", workspace.table(Passage).write(part, rows, made_from))


def clean_posts(workspace: Workspace, persona: Persona) -> Marker:
    """Keep the person's own words of all posts, in order of time and each once; part 'posts'.

    A reply to somebody else whose post is in the dumps too has that post's text as its context.
    """
    posts = workspace.table(Post)
    # Other people's posts are rejected rows: not in a part's content hash, but contexts are made from them.
    inputs = {part: marker.made_from for part in posts.parts() if (marker := posts.marker(part))}
    made_from = fingerprint(inputs, persona.names, persona.language, version=1)
    rows = without_repeats(_cleaned(workspace, persona))
    return _logged("utterances", workspace.table(Utterance).write("posts", rows, made_from))


def _cleaned(workspace: Workspace, persona: Persona) -> Iterator[Utterance | Rejected]:
    posts = sorted(workspace.table(Post).read(), key=_time)
    parents = {(post.platform, post.post_id): post for post in [*posts, *_posts_of_others(workspace)]}
    for post in posts:
        parent = parents.get((post.platform, post.reply_to or ""))
        yield clean_post(post, persona.names, persona.language, _context(post, parent))


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


def _read_posts(path: Path, source: PostSource) -> Iterator[Post | Rejected]:
    match source.source:
        case "x_archive":
            return x_archive.read_posts(path, source.author)
        case "tabular":
            return tabular.read_posts(path, source)


def _read_page(path: Path, source: PageSource) -> Page:
    content = read_bytes(path)
    suffixes = {suffix.lower() for suffix in PurePath(source.path).suffixes}
    if suffixes & {".html", ".htm", ".xhtml"}:
        return html.read_page(content, source)
    if suffixes & {".wiki", ".wikitext", ".mediawiki"}:
        return wikitext.read_page(content, source)
    if suffixes & {".txt", ".md", ".markdown"}:
        return plain.read_page(content, source)
    raise SourceGone(f"{path}: unknown kind of page; its name must end in .html, .wikitext, .txt or .md (or .gz)")


def _rows_or_unreadable(read: Callable[[], Iterator[Row | Rejected]], source: Source) -> Iterator[Row | Rejected]:
    """The rows of a source; if it cannot be read at all, one rejected row that says why. Passing faults are raised."""
    try:
        yield from read()
    except SourceError as error:
        if error.transient:
            raise
        yield Rejected(reason=SOURCE_UNREADABLE, row=source.model_dump(mode="json"), detail=str(error))


def _content_hash(path: Path) -> str:
    """The hash of a source, '' if it is not there: reading it then says so."""
    return file_hash(path) if path.exists() else ""


def _logged(table: str, marker: Marker) -> Marker:
    logger.info("%s: %d kept, %d rejected", table, marker.kept, sum(marker.rejected.values()))
    return marker
