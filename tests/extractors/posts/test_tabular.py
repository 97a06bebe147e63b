import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from extractors.posts.fields import BROKEN_FILE, BROKEN_JSON, NO_ID, NO_TEXT, PRIVATE, UNREADABLE_DATE
from extractors.posts.tabular import BROKEN_ROW, DAMAGED_ID, OTHER_AUTHOR, read_posts
from likeness.errors import SourceGone
from likeness.records import Post, Rejected
from likeness.sources import Dump


def read(tmp_path: Path, text: str, name: str = "posts.csv", **settings: Any) -> list[Post | Rejected]:
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return list(read_posts(path, Dump(source="tabular", path=name, **settings)))


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


TWSCRAPE = {
    "id": 1790000000000000001, "id_str": "1790000000000000001", "url": "https://x.com/ada/status/1790000000000000001",
    "date": "2024-05-13 08:15:30+00:00", "user": {"id": 12, "username": "ada", "displayname": "Ada L."}, "lang": "en",
    "rawContent": "@bob Because.", "inReplyToTweetId": 179, "inReplyToUser": {"username": "bob"}, "quotedTweet": None,
    "retweetedTweet": None, "source": '<a href="https://x">Twitter Web App</a>', "sourceLabel": "Twitter Web App",
    "_type": "snscrape.modules.twitter.Tweet",
}  # fmt: skip
SNSCRAPE = {
    "_type": "snscrape.modules.twitter.Tweet", "url": "https://twitter.com/ada/status/7", "id": 7, "lang": "en",
    "date": "2019-05-13T08:15:30+00:00", "content": "old", "rawContent": "@bob Because.", "renderedContent": "Because.",
    "user": {"_type": "snscrape.modules.twitter.User", "username": "ada"}, "inReplyToTweetId": 179,
    "sourceLabel": "Twitter Web App", "retweetedTweet": None, "quotedTweet": None,
}  # fmt: skip
GALLERY_DL = {
    "tweet_id": 7, "retweet_id": 0, "quote_id": 0, "reply_id": 179, "date": "2019-05-13 08:15:30", "lang": "en",
    "author": {"id": 12, "name": "ada", "nick": "Ada L."}, "user": {"id": 99, "name": "bob", "nick": "Bob"},
    "source": "Twitter Web App", "content": "@bob Because.", "reply_to": "bob", "category": "twitter",
}  # fmt: skip
TRUTHBRUSH = {
    "id": "7", "created_at": "2019-05-13T08:15:30.123Z", "in_reply_to_id": "179", "in_reply_to_account_id": "9",
    "content": "<p>@bob Because.</p>", "account": {"id": "12", "username": "ada", "acct": "ada"}, "reblog": None,
    "visibility": "public", "language": "en", "url": "https://truthsocial.com/@ada/7", "quote_id": None,
}  # fmt: skip
OLD_ARCHIVE = "tweet_id,in_reply_to_status_id,timestamp,source,text,retweeted_status_id\n" + (
    '7,179,2019-05-13 08:15:30 +0000,"<a href=""http://x"">web</a>",@bob Because.,\n'
)


@pytest.mark.parametrize(
    "text",
    [json.dumps(TWSCRAPE), json.dumps(SNSCRAPE), json.dumps(GALLERY_DL), json.dumps([TRUTHBRUSH]), OLD_ARCHIVE],
    ids=["twscrape", "snscrape", "gallery-dl", "truthbrush", "archive before 2018"],
)
def test_what_scrapers_write(tmp_path: Path, text: str):
    (post,) = read(tmp_path, text, "dump", author="@Ada")
    assert isinstance(post, Post)
    assert (post.author.casefold(), post.text, post.kind, post.reply_to) == ("ada", "@bob Because.", "reply", "179")
    assert post.created_at.endswith("-05-13T08:15:30Z")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({**GALLERY_DL, "author": {"name": "bob"}}, OTHER_AUTHOR),
        ({**TWSCRAPE, "user": {"username": "bob"}}, OTHER_AUTHOR),
        ({**TRUTHBRUSH, "visibility": "private"}, PRIVATE),
        ({**TRUTHBRUSH, "visibility": "direct"}, PRIVATE),
    ],
)
def test_rows_of_scrapers_that_are_not_the_authors_or_not_public(tmp_path: Path, row: dict[str, Any], reason: str):
    (rejected,) = read(tmp_path, json.dumps(row), "dump.json", author="ada")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason


def test_a_shared_post_of_gallery_dl(tmp_path: Path):
    (post,) = read(tmp_path, json.dumps({**GALLERY_DL, "retweet_id": 5, "content": "RT @bob: So."}), "dump.json")
    assert isinstance(post, Post)
    assert post.kind == "repost"


def test_the_handle_with_or_without_its_server(tmp_path: Path):
    row = {**TRUTHBRUSH, "account": {"acct": "ada"}}
    assert isinstance(read(tmp_path, json.dumps(row), "a.json", author="@ada@example.social")[0], Post)
    row = {**TRUTHBRUSH, "account": {"acct": "ada@other.example"}}
    assert isinstance(read(tmp_path, json.dumps(row), "a.json", author="ada@example.social")[0], Rejected)


def test_a_folder_with_a_file_for_each_post(tmp_path: Path):
    for number in (8, 7):
        (tmp_path / f"{number}_1.jpg.json").write_text(json.dumps({**GALLERY_DL, "tweet_id": number}))
    (tmp_path / "9").mkdir()
    (tmp_path / "9" / "9.json.gz").write_bytes(gzip.compress(json.dumps({**GALLERY_DL, "tweet_id": 9}).encode()))
    (tmp_path / "a.json.gz").write_bytes(b"\x1f\x8b broken")
    (tmp_path / "7_1.jpg").write_bytes(b"\xff\xd8")
    rows = list(read_posts(tmp_path, Dump(path=".")))
    assert [row.post_id if isinstance(row, Post) else row.reason for row in rows] == ["7", "8", "9", BROKEN_FILE]


def test_a_dump_may_begin_with_a_row_that_is_none(tmp_path: Path):
    rows = read(tmp_path, json.dumps({"_type": "Tombstone", "id": 5}) + "\n" + json.dumps(SNSCRAPE), "dump.jsonl")
    assert [row.reason if isinstance(row, Rejected) else row.post_id for row in rows] == [NO_TEXT, "7"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str):
    (tmp_path / "posts.jsonl").write_bytes(json.dumps({"id": "1", "text": "Hi."}).encode(encoding))
    (post,) = read_posts(tmp_path / "posts.jsonl", Dump(path="posts.jsonl"))
    assert isinstance(post, Post)


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
