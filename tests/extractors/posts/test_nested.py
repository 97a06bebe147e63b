from typing import Any

import pytest

from extractors.posts.nested import flat_rows


def post(number: str, author: str) -> dict[str, Any]:
    return {"id": number, "text": "Hi.", "author_id": author}


def test_a_page_of_api_v2_has_its_authors_and_what_was_answered():
    page = {
        "data": [
            {**post("3", "12"), "referenced_tweets": [{"type": "replied_to", "id": "2"}]},
            {**post("4", "12"), "referenced_tweets": [{"type": "retweeted", "id": "1"}]},
        ],
        "includes": {
            "users": [{"id": "12", "username": "ada"}, {"id": "77", "username": "bob"}],
            "tweets": [post("2", "77"), post("5", "99")],
        },
        "meta": {"result_count": 2},
    }
    rows = list(flat_rows(page))
    assert [(row["id"], row["username"]) for row in rows] == [("3", "ada"), ("4", "ada"), ("2", "bob"), ("5", "99")]
    assert rows[0]["in_reply_to_status_id"] == "2"
    assert rows[1]["retweeted_status_id"] == "1"


def test_one_post_of_api_v2_and_a_page_without_users():
    assert [row["id"] for row in flat_rows({"data": {"id": "3", "text": "Hi."}})] == ["3"]
    assert [row["username"] for row in flat_rows({"data": [post("3", "12")]})] == [None]


def test_a_flattened_post_of_api_v2_is_a_row():
    (row,) = flat_rows({"id": "3", "text": "Hi.", "referenced_tweets": [{"type": "quoted", "id": "1"}]})
    assert row["quoted_status_id"] == "1"


def result(number: str, text: str, handle: str = "ada", **more: Any) -> dict[str, Any]:
    user = {"core": {"screen_name": handle}} if number < "5" else {"legacy": {"screen_name": handle}}
    return {
        "__typename": "Tweet",
        "rest_id": number,
        "core": {"user_results": {"result": user}},
        "source": '<a href="https://x">Web App</a>',
        "legacy": {"id_str": number, "full_text": text, "retweeted": False},
        **more,
    }


def item(result: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"itemContent": {"itemType": "TimelineTweet", "tweet_results": {"result": result}}}}


def timeline(*entries: dict[str, Any]) -> dict[str, Any]:
    pinned = {"type": "TimelinePinEntry", "entry": item(result("1", "Pinned."))}
    instructions = [{"type": "TimelineClearCache"}, pinned, {"type": "TimelineAddEntries", "entries": list(entries)}]
    return {"data": {"user": {"result": {"timeline": {"timeline": {"instructions": instructions}}}}}}


def test_a_timeline_is_read_from_top_to_bottom():
    question, answer = item(result("3", "Why?", "bob")), item(result("4", "Because."))
    conversation = {"content": {"items": [{"item": question["content"]}, {"item": answer["content"]}]}}
    note = {"note_tweet_results": {"result": {"text": "A long story, told to its end."}}}
    page = timeline(
        conversation,
        item(result("5", "A long story…", note_tweet=note)),
        item({"__typename": "TweetWithVisibilityResults", "tweet": result("6", "Wrapped.")}),
        item({"__typename": "TweetTombstone"}),
        {"content": {"entryType": "TimelineTimelineCursor", "value": "abc"}},
    )
    rows = list(flat_rows(page))
    assert [(row["id_str"], row["full_text"], row["screen_name"]) for row in rows] == [
        ("1", "Pinned.", "ada"),
        ("3", "Why?", "bob"),
        ("4", "Because.", "ada"),
        ("5", "A long story, told to its end.", "ada"),
        ("6", "Wrapped.", "ada"),
        (None, None, None),
    ]


def test_a_shared_post_is_not_a_row_of_its_own():
    shared = result("7", "RT @bob: Hi.")
    shared["legacy"]["retweeted_status_result"] = {"result": result("2", "Hi.", "bob")}
    rows = list(flat_rows(timeline(item(shared))))
    assert [row["id_str"] for row in rows] == ["1", "7"]
    assert "retweeted_status_result" in rows[1]


ADA = "https://example.social/users/ada"


def activity(kind: str, thing: Any, *to: str) -> dict[str, Any]:
    address, moment = f"{ADA}/statuses/1/activity", "2024-01-01T10:00:00Z"
    return {"id": address, "type": kind, "actor": ADA, "published": moment, "to": list(to), "object": thing}


def test_an_outbox_says_who_may_read():
    everybody = "https://www.w3.org/ns/activitystreams#Public"
    answer = {
        "id": f"{ADA}/statuses/9",
        "content": "<p>Because.</p>",
        "inReplyTo": f"{ADA}/statuses/8",
        "contentMap": {"en": "<p>Because.</p>"},
    }
    elsewhere = {"id": f"{ADA}/statuses/10", "content": "<p>No.</p>", "inReplyTo": "https://other.social/@bob/8"}
    outbox = {
        "type": "OrderedCollection",
        "id": "outbox.json",
        "orderedItems": [
            activity("Create", answer, everybody),
            activity("Create", elsewhere, f"{ADA}/followers"),
            activity("Announce", "https://other.social/users/bob/statuses/5", everybody),
        ],
    }
    rows = list(flat_rows(outbox))
    assert [(row["id"], row["in_reply_to_id"], row["visibility"], row["reblog"]) for row in rows] == [
        ("9", "8", "public", False),
        ("10", "https://other.social/@bob/8", "private", False),
        ("1", "", "public", True),
    ]
    assert rows[0]["language"] == "en"


@pytest.mark.parametrize("row", [{"id": "1", "text": "Hi.", "data": {"a": 1}}, {"number": 1, "body": "Hi."}])
def test_other_objects_are_rows_already(row: dict[str, Any]):
    assert list(flat_rows(row)) == [row]


def test_the_entry_of_an_archive_is_unpacked():
    assert list(flat_rows({"tweet": {"id_str": "1", "full_text": "Hi."}})) == [{"id_str": "1", "full_text": "Hi."}]


@pytest.mark.parametrize("page", [{"data": []}, {"data": {}}, {"data": {"user": {}}}, {"orderedItems": []}])
def test_an_empty_answer_has_no_rows(page: dict[str, Any]):
    assert list(flat_rows(page)) == []
