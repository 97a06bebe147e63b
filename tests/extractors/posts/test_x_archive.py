import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from extractors import files
from extractors.posts.fields import BROKEN_JSON, MALFORMED_ROW, NO_ID, NO_TEXT, PRIVATE, UNREADABLE_DATE
from extractors.posts.x_archive import BROKEN_FILE, DELETED, read_posts
from likeness.errors import SourceGone
from likeness.records import Post, Rejected


def tweet(number: int, text: str, **more: Any) -> dict[str, Any]:
    fields = {"id_str": str(number), "full_text": text, "created_at": "Wed Oct 10 20:19:24 +0000 2018", **more}
    return {"tweet": fields}


def javascript(name: str, rows: list[Any]) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(rows)}"


ACCOUNT = javascript("account", [{"account": {"username": "ada", "accountId": "1"}}])


def zipped(path: Path, members: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def unzipped(path: Path, members: Mapping[str, str]) -> Path:
    for name, content in members.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content)
    return path


@pytest.mark.parametrize("pack", [zipped, unzipped])
@pytest.mark.parametrize("folder", ["data/", "", "twitter-2024-01-01/data/"])
def test_zip_or_folder_new_or_old(tmp_path: Path, pack: Any, folder: str):
    members = {
        f"{folder}tweets.js": javascript("tweets", [tweet(1, "one"), tweet(2, "two")]),
        f"{folder}tweets-part1.js": javascript("tweets", [tweet(3, "three")]),
        f"{folder}community-tweet.js": javascript("community_tweet", [tweet(4, "four")]),
        f"{folder}account.js": ACCOUNT,
    }
    posts = list(read_posts(pack(tmp_path / "archive", members)))
    assert sorted((post.post_id, post.text) for post in posts if isinstance(post, Post)) == [
        ("1", "one"), ("2", "two"), ("3", "three"), ("4", "four")
    ]  # fmt: skip


def test_one_post_in_full(tmp_path: Path):
    row = tweet(20, "so &amp; so", lang="en", source='<a href="http://x">Web App</a>', in_reply_to_status_id_str="19")
    (post,) = read_posts(
        zipped(tmp_path / "a.zip", {"data/tweet.js": javascript("tweet", [row]), "data/account.js": ACCOUNT})
    )
    assert post == Post(
        platform="x", post_id="20", author="ada", text="so &amp; so", created_at="2018-10-10T20:19:24Z",
        url="https://x.com/ada/status/20", kind="reply", reply_to="19", lang="en", app="Web App",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (tweet(1, "Hello."), "original"),
        (tweet(1, "Hello.", entities=None, quoted_status_id_str=None), "original"),
        (tweet(1, "RT @bob: Hello.", retweeted=False), "repost"),
        (tweet(1, "Hello.", retweeted=True), "original"),
        (tweet(1, "Hello.", retweeted_status={}), "repost"),
        (tweet(1, "@bob Hello.", in_reply_to_user_id_str="5"), "reply"),
        (tweet(1, "So.", entities={"urls": [{"expanded_url": "https://twitter.com/bob/status/12"}]}), "quote"),
        (tweet(1, "So.", entities={"urls": [{"expanded_url": "https://twitter.com/bob"}]}), "original"),
        (tweet(1, "So.", quoted_status_id_str="12"), "quote"),
    ],
)
def test_kinds(tmp_path: Path, row: dict[str, Any], kind: str):
    (post,) = read_posts(unzipped(tmp_path, {"data/tweets.js": javascript("tweets", [row])}))
    assert isinstance(post, Post)
    assert post.kind == kind


def test_long_posts_are_read_in_full(tmp_path: Path):
    short = "@bob A long story about clocks &amp; how they are mended, which does not fit… https://t.co/abc"
    full = "@bob A long story about clocks & how they are mended, which does not fit into one post at all."
    note = {"noteTweet": {"noteTweetId": "99", "createdAt": "2018-10-10T20:19:25.000Z", "core": {"text": full}}}
    members = {
        "data/tweets.js": javascript("tweets", [tweet(1, short), tweet(2, "Another post of that second.")]),
        "data/note-tweet.js": javascript("note_tweet", [note]),
    }
    posts = list(read_posts(unzipped(tmp_path, members)))
    assert [post.text for post in posts if isinstance(post, Post)] == [full, "Another post of that second."]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"tweet": {"full_text": "no id"}}, NO_ID),
        ({"tweet": {"id_str": "1"}}, NO_TEXT),
        (tweet(1, "when?", created_at="yesterday"), UNREADABLE_DATE),
        (tweet(1, "what?", lang=["en"]), MALFORMED_ROW),
        (tweet(1, "what?", entities={"urls": ["https://x.com"]}), MALFORMED_ROW),
    ],
)
def test_rows_that_are_no_posts_are_rejected(tmp_path: Path, row: dict[str, Any], reason: str):
    rejected, kept = read_posts(unzipped(tmp_path, {"tweets.js": javascript("tweets", [row, tweet(2, "fine")])}))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == reason
    assert isinstance(kept, Post)


def test_one_broken_file_does_not_lose_the_others(tmp_path: Path):
    members = {
        "data/tweets.js": javascript("tweets", [tweet(1, "one"), tweet(2, "two")])[:-20],
        "data/tweets-part1.js": javascript("tweets", [tweet(3, "three")]),
        "data/note-tweet.js": "window.YTD.note_tweet.part0 = [{",
    }
    rows = list(read_posts(zipped(tmp_path / "a.zip", members)))
    assert [row.post_id for row in rows if isinstance(row, Post)] == ["1", "3"]
    broken = [(row.reason, row.row["file"]) for row in rows if isinstance(row, Rejected)]
    assert broken == [(BROKEN_JSON, "note-tweet.js"), (BROKEN_JSON, "tweets.js")]


def test_a_damaged_member_is_one_rejected_row(tmp_path: Path):
    path = zipped(
        tmp_path / "a.zip", {"data/tweets.js": javascript("tweets", [tweet(n, "x" * n) for n in range(1, 99)])}
    )
    content = bytearray(path.read_bytes())
    content[200:220] = b"\0" * 20
    path.write_bytes(bytes(content))
    (rejected,) = read_posts(path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == BROKEN_FILE


def test_a_member_that_unpacks_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("extractors.posts.x_archive.LARGEST_SOURCE", 10_000)
    path = zipped(tmp_path / "a.zip", {"data/tweets.js": "[" + " " * 1_000_000 + "]", "data/tweet.js": "[]"})
    (rejected,) = read_posts(path)
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.row["file"]) == (BROKEN_FILE, "tweets.js")
    assert files.LARGEST_SOURCE > 10_000


@pytest.mark.parametrize(
    "name",
    [
        "data/direct-messages.js",
        "data/deleted-tweets.js",
        "data/x/tweets.js",
        "../tweets.js",
        "../data/tweets.js",
        "..//data/tweets.js",
        "/data/tweets.js",
        "a/../data/tweets.js",
        "data/..\\tweets.js",
    ],
)
def test_other_files_are_no_archive(tmp_path: Path, name: str):
    members = {name: javascript("tweets", [tweet(1, "secret")]), "data/account.js": ACCOUNT}
    with pytest.raises(SourceGone, match=r"no data/tweets\.js"):
        read_posts(zipped(tmp_path / "a.zip", members))


CANARY = "canary: nobody may read this"
PRIVATE_FILES = (
    "direct-messages", "direct-messages-group", "direct-message-headers", "deleted-note-tweet", "like", "contact",
    "tweetdeck", "grok-chat-item", "tweet-headers", "deleted-tweet-headers", "personalization", "ad-engagements",
)  # fmt: skip


@pytest.mark.parametrize("pack", [zipped, unzipped])
def test_direct_messages_are_never_opened(tmp_path: Path, pack: Any, monkeypatch: pytest.MonkeyPatch):
    members = {f"data/{name}.js": f'window.YTD.x.part0 = [ {{ "text" : "{CANARY}" }} ]' for name in PRIVATE_FILES}
    members |= {"data/tweets.js": javascript("tweets", [tweet(1, "one")]), "data/account.js": ACCOUNT}
    archive = pack(tmp_path / "archive", members)
    opened = set()

    def watch(owner: Any, number: int) -> None:
        real = owner.open

        def open_and_tell(*arguments: Any, **more: Any) -> Any:
            opened.add(Path(str(getattr(arguments[number], "filename", arguments[number]))).name)
            return real(*arguments, **more)

        monkeypatch.setattr(owner, "open", open_and_tell)

    watch(Path, 0)
    watch(zipfile.ZipFile, 1)
    (post,) = read_posts(archive)
    assert opened == {"tweets.js", "account.js"}
    assert CANARY not in str(post)


@pytest.mark.parametrize("pack", [zipped, unzipped])
def test_posts_that_are_not_public_are_dropped_without_their_words(tmp_path: Path, pack: Any):
    members = {
        "data/tweets.js": javascript("tweets", [tweet(n, f"words {n}") for n in (1, 2, 3)]),
        "data/deleted-tweets.js": javascript("deleted_tweets", [tweet(4, "words 4"), tweet(2, "words 2")]),
        "data/twitter-circle-tweet.js": javascript("twitter_circle_tweet", [tweet(3, "words 3")]),
        "data/community-tweet.js": javascript("community_tweet", [tweet(5, "words 5", community_id_str="9")]),
        "data/community-tweet-part1.js": javascript("community_tweet", [tweet(6, "", deleted_at="Fri Jan 05")]),
    }
    rows = list(read_posts(pack(tmp_path / "archive", members)))
    assert [row.post_id for row in rows if isinstance(row, Post)] == ["1", "5"]
    dropped = [row for row in rows if isinstance(row, Rejected)]
    assert [(row.reason, row.row) for row in dropped] == [
        (DELETED, {"id_str": "4"}),
        (DELETED, {"id_str": "2"}),
        (PRIVATE, {"id_str": "3"}),
        (DELETED, {"id_str": "2"}),
        (PRIVATE, {"id_str": "3"}),
        (DELETED, {"id_str": "6"}),
    ]


def test_an_archive_saved_anew_in_another_encoding_is_read(tmp_path: Path):
    text = javascript("tweets", [tweet(1, "caf\u00e9 \u2026")]).encode().decode("unicode_escape")
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (tmp_path / "tweets.js").write_bytes(text.encode(encoding))
        (post,) = read_posts(tmp_path)
        assert isinstance(post, Post)
        assert post.text == "café \u2026"


def test_a_truncated_zip_is_one_clear_line(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"data/tweets.js": javascript("tweets", [tweet(1, "one")])})
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(SourceGone, match="not a whole zip archive"):
        read_posts(path)


def test_a_missing_archive_is_one_clear_line(tmp_path: Path):
    with pytest.raises(SourceGone, match=r"gone\.zip"):
        read_posts(tmp_path / "gone.zip")
