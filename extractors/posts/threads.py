"""Threads: posts in which the person goes on from a post of their own, to be read as one text.

    10:00  A clock is a promise. (1/2)                 ┐
    10:01  in reply: It says that noon will come. 2/2  ┘ one thread
    17:30  in reply: It came.                            a post by itself

A post goes on from another if it answers it, or if both count themselves ("1/2", "2/2") where the dump does not say
what answers what; soon after it, and not to correct it. The first answer goes on, later ones stand by themselves.

Does not handle: threads over several platforms, and those of several people.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from likeness.records import Post

PAUSE = 15 * 60
"""Seconds between two posts of a thread, at most. People type 36 words a minute on a telephone (Palin et al., "How do
People Type on Mobile Devices?", 2019), so a full post of 280 letters takes a minute and a half; ten times that leaves
time to think. What is added later is an afterthought."""

LONGEST = 25
"""Posts of a thread, at most: as many as X's own editor took when threads came (December 2017). Beyond it somebody
comments on what is happening, a post at a time."""

Key = tuple[str, str]
"""What a reply names: platform and post id."""

_CORRECTION = re.compile(r"\s*(?:@\w+\s+)*(?:\*+\w|(?:correction|edit|typo|oops|update)\b)", re.I)
_NUMBER = re.compile(r"\d ?(?:/|of\b)", re.I)
_COUNT = r"[^\w\s@]{0,2}\s?(?P<number>\d{1,2})\s?(?:/|of)\s?(?P<total>\d{1,2})?[nx?]?[)\].:]?"
_OPENING_COUNT = re.compile(rf"\s*(?:@\w+\s+)*(?P<mark>{_COUNT})(?=\s)", re.I)
_CLOSING_COUNT = re.compile(rf"(?:(?<!\S)|(?=[(\[]))(?P<mark>{_COUNT})\s*(?:https?://\S+\s*)*$", re.I)


def in_threads(posts: Iterable[Post]) -> Iterator[tuple[Post, ...]]:
    """Join the posts of one person, which come in order of time. Every post is in one thread, most of them alone.

    Threads come in the order of their first posts.
    """
    threads: list[list[Post]] = []
    open_threads: dict[Key, list[Post]] = {}
    for post in posts:
        thread = open_threads.pop(_answered(post, threads), None)
        if thread is None or len(thread) == LONGEST or not _goes_on(post, thread[-1]):
            thread = []
            threads.append(thread)
        thread.append(post)
        open_threads[post.platform, post.post_id] = thread
    yield from (tuple(thread) for thread in threads)


def count_of(text: str) -> tuple[int, int | None] | None:
    """What a post says of its place in a thread: (2, 5) for "2/5", (2, None) for "2/"; None if it says nothing."""
    found = _count(text)
    if found is None:
        return None
    number, total = int(found["number"]), int(found["total"]) if found["total"] else None
    return (number, total) if number and (total is None or number <= total) else None


def without_count(text: str, number: int) -> str:
    """The text of the post in this place of a thread (from 1), without its count if it says that place."""
    found = _count(text)
    if found is None or count_of(text) is None or int(found["number"]) != number:
        return text
    return f"{text[: found.start('mark')]}{text[found.end('mark') :]}"


def _count(text: str) -> re.Match[str] | None:
    if not _NUMBER.search(text):
        return None
    return _OPENING_COUNT.match(text) or _CLOSING_COUNT.search(text)


def _answered(post: Post, threads: list[list[Post]]) -> Key:
    """The post that this one goes on from, if any: the one it names or, for posts that count themselves, the last."""
    if post.reply_to or not threads:
        return post.platform, post.reply_to or ""
    before = threads[-1][-1]
    return (before.platform, before.post_id) if _is_next(before.text, post.text) else (post.platform, "")


def _is_next(text: str, more: str) -> bool:
    """Whether the counts of two posts follow each other: "1/3" and "2/3", or "1/" and "2/2"."""
    second = count_of(more)
    first = count_of(text) if second else None
    if first is None or second is None or first[0] + 1 != second[0]:
        return False
    return first[1] == second[1] or None in (first[1], second[1])


def _goes_on(post: Post, before: Post) -> bool:
    if post.kind == "repost" or before.kind == "repost" or _CORRECTION.match(post.text):
        return False
    is_own = post.author.casefold() == before.author.casefold()
    return is_own and 0 <= _seconds(before, post) <= PAUSE


def _seconds(before: Post, post: Post) -> float:
    """How long after another a post came; -1 if that is not known."""
    if not before.created_at or not post.created_at:
        return -1
    return (datetime.fromisoformat(post.created_at) - datetime.fromisoformat(before.created_at)).total_seconds()
