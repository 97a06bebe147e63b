import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from extractors.posts.fields import BROKEN_JSON, NO_ID, NO_TEXT, UNREADABLE_DATE
from extractors.posts.tabular import BROKEN_ROW, DAMAGED_ID, OTHER_AUTHOR, read_posts
from likeness.errors import SourceGone
from likeness.persona import PostSource
from likeness.records import Post, Rejected


def read(tmp_path: Path, text: str, name: str = "posts.csv", **settings: Any) -> list[Post | Rejected]:
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return list(read_posts(path, PostSource(source="tabular", path=name, **settings)))


CONDENSED = {
    "source": "Twitter for iPhone", "id_str": "815271067749060609", "text": "RT @bob: Hi", "is_retweet": True,
    "created_at": "Sat Dec 31 18:59:04 +0000 2016", "in_reply_to_user_id_str": None,
}  # fmt: skip


def test_condensed_json(tmp_path: Path):
    (post,) = read(tmp_path, json.dumps([CONDENSED]), "posts.json", author="@ada")
    assert post == Post(
        platform="x", post_id="815271067749060609", author="ada", text="RT @bob: Hi", kind="repost",
        created_at="2016-12-31T18:59:04Z", app="Twitter for iPhone",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["posts.json", "posts.json.gz", "posts.csv", "posts.tsv", "posts.jsonl.gz", "posts"])
def test_one_feed_in_any_wrapping_gives_the_same_posts(tmp_path: Path, name: str):
    feed = [
        {"id": "7", "created_at": "2025-10-31T18:09:12.335Z", "content": "<p>One,<br/>two &amp; three</p>", "url": "https://t/7"},
        {"id": "8", "created_at": "2025-10-31T18:10:00.000Z", "content": "", "url": "https://t/8"},
    ]  # fmt: skip
    if name == "posts.json" or name == "posts.json.gz":
        text = json.dumps(feed)
    elif name == "posts.jsonl.gz":
        text = "\n".join(json.dumps(row) for row in feed)
    else:
        separator = "\t" if name == "posts.tsv" else ","
        quoted = [separator.join(f'"{cell}"' for cell in row.values()) for row in feed]
        text = "\ufeff" + "\r\n".join([separator.join(feed[0]), *quoted])
    posts = read(tmp_path, text, name, platform="truth_social")
    assert [(post.post_id, post.text, post.created_at, post.url) for post in posts if isinstance(post, Post)] == [
        ("7", "One,\ntwo & three", "2025-10-31T18:09:12Z", "https://t/7"),
        ("8", "", "2025-10-31T18:10:00Z", "https://t/8"),
    ]


def test_columns_are_named_in_the_persona_file(tmp_path: Path):
    text = json.dumps({"number": 12, "body": {"plain": "Dear Bob."}, "day": "1843-07-10"})
    columns = {"post_id": "number", "text": "body.plain", "created_at": "day"}
    (post,) = read(tmp_path, text, "letters.jsonl", columns=columns, platform="letters")
    assert isinstance(post, Post)
    assert (post.platform, post.post_id, post.text, post.created_at) == (
        "letters",
        "12",
        "Dear Bob.",
        "1843-07-10T00:00:00Z",
    )


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({}, "original"),
        ({"isRetweet": "f"}, "original"),
        ({"isRetweet": "t"}, "repost"),
        ({"is_retweet": "False", "in_reply_to_user_id": "nan"}, "original"),
        ({"in_reply_to_user_id": "5"}, "reply"),
        ({"in_reply_to_status_id": "5"}, "reply"),
        ({"is_quote_status": "true"}, "quote"),
        ({"reblog": {"id": "4"}}, "repost"),
        ({"isRetweet": False, "retweeted_status": {"id": "4"}}, "repost"),
    ],
)
def test_kinds(tmp_path: Path, cells: dict[str, Any], kind: str):
    (post,) = read(tmp_path, json.dumps({"id": "1", "text": "Hello.", **cells}), "posts.jsonl")
    assert isinstance(post, Post)
    assert post.kind == kind


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"text": "no id"}', NO_ID),
        ('{"id": "2"}', NO_TEXT),
        ('{"id": "2", "text": ["a", "b"]}', NO_TEXT),
        ('{"id": "1.23E+17", "text": "from a spreadsheet"}', DAMAGED_ID),
        ('{"id": 1.5e17, "text": "from a data frame"}', DAMAGED_ID),
        ('{"id": "2", "text": "when?", "date": "yesterday"}', UNREADABLE_DATE),
        ('{"id": "2", "text": "mine?", "username": "bob"}', OTHER_AUTHOR),
        ('{"id": "2", "text": ', BROKEN_JSON),
    ],
)
def test_rows_that_are_no_posts_of_the_author_are_rejected(tmp_path: Path, row: str, reason: str):
    first, second = read(tmp_path, '{"id": "1", "text": "fine", "username": "@Ada"}\n' + row, "p.jsonl", author="ada")
    assert isinstance(first, Post)
    assert isinstance(second, Rejected)
    assert second.reason == reason


@pytest.mark.parametrize("row", ["2,two,three,four", "2", '2,"never closed'])
def test_rows_of_a_table_that_do_not_fit_are_rejected(tmp_path: Path, row: str):
    first, second = read(tmp_path, f"id,text\n1,one\n{row}\n")
    assert isinstance(first, Post)
    assert isinstance(second, Rejected)
    assert second.reason == BROKEN_ROW
    assert second.detail.startswith("posts.csv line ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no rows"),
        ("[]", "no rows"),
        ('[{"id"', r"no rows in it \(posts\.csv: Expecting"),
        ("id,words\n1,hello\n", "no column for text; .* id, words"),
    ],
)
def test_a_source_without_posts_is_one_clear_line(tmp_path: Path, text: str, message: str):
    with pytest.raises(SourceGone, match=message):
        read(tmp_path, text)
