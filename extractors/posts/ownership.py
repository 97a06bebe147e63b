"""Whose posts they are, over all sources: the person's own, each once, and not those that the person took back.

archive (2024)   post 20, by ada                          kept
dump             post 20, by ada                          the same post: not given again
timeline         post 31, by bob, between posts by ada    rejected: other_author
archive (2025)   deleted-tweets.js names post 20          rejected: deleted, wherever else it stands
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from extractors.posts.tabular import OTHER_AUTHOR
from likeness.records import Post, Rejected


def own_posts(
    parts: Iterable[Sequence[Post]], handles: Collection[str] = (), withheld: Mapping[str, str] | None = None
) -> Iterator[Post | Rejected]:
    """The person's own posts out of all parts, in their order.

    Args:
        parts: the posts of each source.
        handles: the person's, as far as they are known. They matter only for a source that holds posts of several
            authors and does not say which of them is the person.
        withheld: the ids of posts that are not public (any more), each with the reason.

    Rejected are posts of other authors (`other_author`) and those that are withheld, for their reason.
    """
    seen: set[str] = set()
    for posts in parts:
        own = _own_authors(posts, {handle.removeprefix("@").casefold() for handle in handles})
        for post in posts:
            if post.id in seen:
                continue
            seen.add(post.id)
            if reason := (withheld or {}).get(post.post_id):
                yield Rejected.of(post, reason)
            elif post.author.casefold() not in own:
                yield Rejected.of(post, OTHER_AUTHOR, f"{post.author}; name the person's handle as the source's author")
            else:
                yield post


def _own_authors(posts: Sequence[Post], handles: set[str]) -> set[str]:
    """The authors of a source that are the person: its only one, those of a known handle, or who wrote half of it."""
    counts = Counter(post.author.casefold() for post in posts)
    if len(counts) <= 1:
        return set(counts)
    if known := counts.keys() & handles:
        return known | {""}
    author, count = counts.most_common(1)[0]
    return {author} if 2 * count > len(posts) else set()
