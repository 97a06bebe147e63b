"""Many posts out of few: the words of real ones, cut and put together anew, so that hardly two are the same."""

import json
import random
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from likeness.records import Post

SINCE = datetime(2009, 1, 1, tzinfo=UTC)
EVERY = timedelta(minutes=97)
UNTOLD = 10
"""One post in so many has no language that X could tell."""

PART = 90_000
"""Posts a file of the archive: about the 100 MB at which X begins the next."""


def made_posts(posts: Iterable[Post], count: int) -> Iterator[dict[str, Any]]:
    """So many entries of tweets.js, the same at every run: the beginning of one text and the end of another."""
    texts, chance = [post.text.split() for post in posts], random.Random(0)
    for number in range(count):
        first, second = chance.choice(texts), chance.choice(texts)
        cut = chance.randint(0, len(first))
        words = first[:cut] + second[-max(1, len(second) - cut) :]
        moment = SINCE + EVERY * number
        yield {
            "edit_info": {"initial": {"editTweetIds": [str(10**17 + number)], "editsRemaining": "5"}},
            "retweeted": False,
            "source": '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
            "display_text_range": ["0", str(len(words))],
            "favorite_count": "1",
            "id_str": str(10**17 + number),
            "id": str(10**17 + number),
            "truncated": False,
            "retweet_count": "0",
            "created_at": moment.strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "full_text": " ".join(words),
            "lang": "en" if number % UNTOLD else "und",
        }


def write_archive(posts: list[dict[str, Any]], path: Path) -> None:
    """An account archive as X gives it, zipped, in parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/account.js", 'window.YTD.account.part0 = [ { "account" : { "username" : "made" } } ]')
        for part, start in enumerate(range(0, len(posts), PART)):
            rows = [{"tweet": post} for post in posts[start : start + PART]]
            text = f"window.YTD.tweets.part{part} = {json.dumps(rows, indent=2, ensure_ascii=False)}"
            archive.writestr(f"data/tweets{f'-part{part}' if part else ''}.js", text)


def write_dump(posts: list[dict[str, Any]], path: Path) -> None:
    """The same posts as JSONL: id, text and date, no more."""
    rows = ({"id": post["id_str"], "text": post["full_text"], "date": post["created_at"]} for post in posts)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
