"""Archives and dumps of posts (`tweets/`): what is read, what is kept as the person's own words, and what leaks."""

import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from flows.steps import Plain, collect
from likeness.persona import Persona
from likeness.records import Post, Utterance
from likeness.sections import Rights
from likeness.sources import Dump, PostSource, XArchive
from likeness.workspace import Workspace

RESIDUE = {
    "entities": re.compile(r"&(amp|lt|gt|quot|nbsp|#\d+);"),
    "links": re.compile(r"https?://|\bt\.co/", re.IGNORECASE),
    "html": re.compile(r"</?(p|br|a|span|div)\b"),
}
# Somebody else's words: a repost by its text, or a post that opens with the quotation of a user.
REPOST, QUOTED = re.compile(r"^RT @"), re.compile(r"^[\"“”]\s*@\w+")


def cases(folder: Path) -> list[PostSource]:
    """Every account archive and every dump below a folder."""
    archives = sorted({path.parent.parent for path in folder.rglob("data/tweet*.js")})
    dumps = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".json", ".jsonl", ".csv", ".tsv"} and not any(a in path.parents for a in archives)
    ]
    return [XArchive(source="x_archive", path=str(path)) for path in archives] + [
        Dump(source="tabular", path=str(path)) for path in dumps
    ]


def read(source: PostSource, scratch: Path) -> list[Post]:
    """The rows of one source."""
    persona = Persona(name="read", rights=Rights(basis="evaluation"), posts=(source,))
    workspace = Workspace(scratch, persona.slug)
    collect(Plain(workspace, persona))
    return list(workspace.table(Post).read())


def measure(source: PostSource, scratch: Path) -> dict[str, Any]:
    """Read and clean one source; the truth is the posts' own repost flags and forms."""
    persona = Persona(name=Path(source.path).stem, rights=Rights(basis="evaluation"), posts=(source,))
    workspace = Workspace(scratch, persona.slug)
    started = time.monotonic()
    collect(Plain(workspace, persona))
    seconds = time.monotonic() - started
    posts = {post.id: post for post in workspace.table(Post).read()}
    kept = list(workspace.table(Utterance).read())
    sources = {parent for utterance in kept for parent in utterance.parents}
    foreign = {key for key, post in posts.items() if _is_foreign(post)}
    dropped = {row.row.get("id"): row.reason for row in workspace.table(Utterance).rejected()}
    mistaken = [key for key in posts.keys() - foreign if dropped.get(key) in {"repost", "quoted"}]
    return {
        "case": f"{Path(source.path).parent.name}/{Path(source.path).name}",
        "read": len(posts),
        "unreadable": dict(Counter(row.reason for row in workspace.table(Post).rejected())),
        "kept": len(kept),
        "others_words": len(foreign),
        "own_words_precision": 1 - len(sources & foreign) / max(len(kept), 1),
        "own_words_recall": 1 - len(mistaken) / max(len(posts.keys() - foreign), 1),
        **{f"left_{name}": sum(bool(p.search(row.text)) for row in kept) for name, p in RESIDUE.items()},
        "dropped": dict(Counter(dropped.values()).most_common()),
        "posts_per_second": len(posts) / seconds,
    }


def _is_foreign(post: Post) -> bool:
    return post.kind == "repost" or bool(REPOST.match(post.text) or QUOTED.match(post.text))
