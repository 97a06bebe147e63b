import json
from typing import Any

import pytest

from extractors.video_info import (
    HOURS_FULL,
    LIVE,
    MEMBERS_ONLY,
    TOO_LONG,
    caption_tracks,
    described,
    judge,
    merge_reference,
    public_info,
    title_of,
    video_key,
)
from likeness.sources import VideoList

LIST = VideoList(url="https://example.org/channel", max_hours=1)


@pytest.mark.parametrize(
    ("info", "seconds", "reason"),
    [
        ({"duration": 600}, 0, None),
        ({}, 0, None),
        ({"duration": 600, "live_status": "was_live"}, 3000, None),
        ({"live_status": "is_live"}, 0, LIVE),
        ({"is_live": True}, 0, LIVE),
        ({"live_status": "is_upcoming", "duration": 60}, 0, LIVE),
        ({"live_status": "post_live"}, 0, LIVE),
        ({"availability": "subscriber_only"}, 0, MEMBERS_ONLY),
        ({"availability": "private"}, 0, MEMBERS_ONLY),
        ({"availability": "unlisted", "duration": 60}, 0, None),
        ({"duration": 3601}, 0, TOO_LONG),
        ({"duration": 601}, 3000, HOURS_FULL),
        ({}, 3600, HOURS_FULL),
    ],
)
def test_what_is_fetched_is_told_from_what_is_known(info: dict[str, Any], seconds: float, reason: str | None) -> None:
    verdict = judge({"url": "https://e/v", "title": "T", **info}, LIST, seconds)
    assert (verdict and verdict.reason) == reason
    assert verdict is None or (verdict.row == {"url": "https://e/v", "title": "T"} and verdict.detail)


def test_a_login_opens_what_is_for_members() -> None:
    source = VideoList(url="https://example.org/channel", cookies="cookies.txt")
    assert judge({"availability": "subscriber_only"}, source, 0) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("../../etc/passwd", "../../etc/passwd"),
        ("A\x00 talk\x1b[31m\r\n on\u202e life", "A talk [31m on life"),
        ("half \ud83d an emoji", "half an emoji"),
        ("鄭成功 😀", "鄭成功 😀"),
        (None, ""),
    ],
)
def test_a_title_is_one_printable_line(title: str | None, expected: str) -> None:
    assert title_of({"title": title}) == expected


def test_a_rejected_row_shows_no_smuggled_data() -> None:
    assert described({"url": "https://e/v#__youtubedl_smuggle=%7B%7D"}) == {"url": "https://e/v", "title": ""}


@pytest.mark.parametrize(
    ("info", "key"),
    [
        ({"_type": "url", "ie_key": "Youtube", "id": "2K6ao", "url": "https://youtu.be/2K6ao"}, "Youtube 2K6ao"),
        ({"extractor_key": "Youtube", "id": "2K6ao", "webpage_url": "https://e"}, "Youtube 2K6ao"),
        ({"_type": "url", "url": "https://e/a.mp3"}, "Generic https://e/a.mp3"),
        (
            {"url": "https://cdn/a.mp3?token=1#__youtubedl_smuggle=%7B%22force_videoid%22%3A+%22guid-7%22%7D"},
            "Generic guid-7",
        ),
        (
            {"extractor_key": "HTML5MediaEmbed", "id": "talk-1", "webpage_url": "https://e/talk"},
            "HTML5MediaEmbed https://e/talk talk-1",
        ),
    ],
)
def test_a_video_is_named_by_its_site_and_id_or_by_its_address(info: dict[str, Any], key: str) -> None:
    assert video_key(info) == key


def test_a_feed_knows_the_title_better_than_the_file() -> None:
    reference = {"_type": "url_transparent", "url": "u", "title": "Episode 3", "duration": None, "id": "x"}
    assert merge_reference(reference, {"_type": "video", "id": "3", "title": "file", "duration": 9}) == {
        "_type": "video",
        "id": "3",
        "title": "Episode 3",
        "duration": 9,
    }
    assert merge_reference(reference, {"_type": "url", "url": "v"})["_type"] == "url_transparent"
    assert merge_reference({"_type": "url", "title": "t"}, {"title": "file"}) == {"title": "file"}


def track(name: str, kind: str = "vtt", query: str = "") -> dict[str, str]:
    return {"url": f"https://e/{name}.{kind}{query}", "ext": kind}


@pytest.mark.parametrize(
    ("info", "urls"),
    [
        ({"subtitles": {"en": [track("m")]}, "automatic_captions": {"en": [track("a")]}}, ["m.vtt", "a.vtt"]),
        ({"subtitles": {"en-US": [track("m", "json3"), track("m", "srt"), track("m")]}}, ["m.vtt", "m.srt"]),
        ({"subtitles": {"de": [track("m")], "live_chat": [track("c", "json")]}}, []),
        ({"automatic_captions": {"en": [track("t", query="?tlang=en")], "de-orig": [track("o")]}}, []),
        ({"automatic_captions": {"en": [track("t")], "en-orig": [track("o")]}}, ["o.vtt"]),
        ({"language": "de", "subtitles": {"en": [track("translated")]}}, []),
        ({"language": "de-DE", "subtitles": {"de": [track("m")]}}, ["m.vtt"]),
        ({"subtitles": {None: [track("m")], "Subtitles": [track("n")]}}, ["m.vtt", "n.vtt"]),
        ({"subtitles": {"en": [track("m", "ttml")]}}, []),
        ({}, []),
    ],
)
def test_captions_are_those_that_hold_what_was_said(info: dict[str, Any], urls: list[str]) -> None:
    assert [t["url"].removeprefix("https://e/") for t in caption_tracks(info, "en")] == urls


def test_nothing_signed_or_private_is_kept() -> None:
    info = {
        "id": "v",
        "title": "T \ud83d",
        "chapters": [{"title": "Youth", "start_time": 0, "end_time": 9}],
        "sponsorblock_chapters": [{"category": "sponsor", "start_time": 1, "end_time": 2}],
        "url": "https://cdn/v?sig=SECRET",
        "formats": [{"url": "https://cdn/v?sig=SECRET"}],
        "http_headers": {"Cookie": "SECRET"},
        "cookies": "SECRET",
        "automatic_captions": {"en": [{"url": "https://e?sig=SECRET"}]},
        "thumbnail": "https://i/v.jpg?sig=SECRET",
        "__post_extractor": lambda: "SECRET",
        "odd": object,
    }
    text = json.dumps(public_info(info))
    assert "SECRET" not in text
    assert "Youth" in text
    assert "sponsor" in text
