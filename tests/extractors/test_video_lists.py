import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors import video_lists
from extractors.video_lists import (
    NO_VIDEO,
    VIDEO_DENIED,
    VIDEO_UNAVAILABLE,
    fetch_videos,
    held_info,
    held_videos,
    refused_videos,
)
from extractors.video_sites import VideoSites
from likeness.errors import NotFresh
from likeness.persona import Persona
from likeness.sections import Fetch, Rights
from likeness.sources import VideoList
from likeness.workspace import Workspace

FETCH = Fetch(contact="test@example.org", delay=0, private_addresses=True)


class Feed:
    """A podcast on a local server: its episodes, and what was asked of it."""

    def __init__(self, httpserver: HTTPServer, ogg: bytes) -> None:
        self.server, self.ogg, self.episodes = httpserver, ogg, list[str]()
        self.asked: list[str] = []
        httpserver.expect_request("/feed.rss").respond_with_handler(self._rss)

    def add(self, name: str, answer: Callable[[Request], Response] | int = 200, duration: str = "0:02") -> None:
        """A new episode, first in the list. `answer` may be the status of a refusal."""
        item = f"""<item><title>Talk {name}/\x0b</title><guid>guid-{name}</guid><itunes:duration>{duration}
            </itunes:duration><enclosure url="{self.server.url_for(f"/{name}.ogg")}" type="audio/ogg"/></item>"""
        self.episodes.insert(0, item.replace("\x0b", "&#x202E;"))
        self.answer(name, answer)

    def answer(self, name: str, answer: Callable[[Request], Response] | int) -> None:
        """What the server says from now on when an episode's sound is asked for."""

        def reply(request: Request) -> Response:
            self.asked.append(name)
            if callable(answer):
                return answer(request)
            return Response(self.ogg if answer == 200 else b"", answer, content_type="audio/ogg")

        for handler in [h for h in self.server.handlers if h.matcher.uri == f"/{name}.ogg"]:
            self.server.handlers.remove(handler)
        self.server.expect_request(f"/{name}.ogg").respond_with_handler(reply)

    def _rss(self, _: Request) -> Response:
        self.asked.append("feed")
        opening = '<?xml version="1.0"?><rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>'
        items = "".join(self.episodes)
        return Response(f"{opening}<title>Feed</title>{items}</channel></rss>", content_type="text/xml")


@pytest.fixture
def feed(httpserver: HTTPServer, ogg: bytes, few_sites: None) -> Feed:
    return Feed(httpserver, ogg)


@pytest.fixture
def source(httpserver: HTTPServer) -> VideoList:
    return VideoList(url=httpserver.url_for("/feed.rss"))


def persona(*sources: VideoList, folder: Path = Path()) -> Persona:
    return Persona(name="Ada", rights=Rights(basis="test"), videos=sources, fetch=FETCH, folder=folder)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", "ada")


def titles(workspace: Workspace, source: VideoList) -> list[str]:
    return sorted(held_info(workspace, source, video)["title"] for video in held_videos(workspace, source))


def test_a_second_collection_asks_only_for_what_is_new(workspace: Workspace, source: VideoList, feed: Feed) -> None:
    feed.add("one")
    feed.add("two")
    assert fetch_videos(workspace, persona(source), source).kept == 2
    assert set(feed.asked) == {"feed", "one", "two"}
    feed.asked.clear()
    assert fetch_videos(workspace, persona(source), source).kept == 0
    assert feed.asked == ["feed"]
    feed.add("three")
    feed.asked.clear()
    assert fetch_videos(workspace, persona(source), source).kept == 1
    assert set(feed.asked) == {"feed", "three"}
    assert len(held_videos(workspace, source)) == 3


def test_a_video_lies_in_a_folder_of_its_own_under_a_name_of_ours(
    workspace: Workspace, source: VideoList, feed: Feed, ogg: bytes
) -> None:
    feed.add("one")
    fetch_videos(workspace, persona(source), source)
    (video,) = held_videos(workspace, source)
    folder = workspace.path("raw", source.part, video)
    assert sorted(path.name for path in folder.iterdir()) == ["done.json", "info.json", "sound.ogg"]
    assert (folder / "sound.ogg").read_bytes() == ogg
    info = held_info(workspace, source, video)
    assert (info["title"], info["duration"]) == ("Talk one/\u202e", 2)
    assert [path for path in workspace.folder.rglob("*") if "Talk" in path.name] == []


def test_one_videos_failure_is_noted_and_the_others_are_fetched(
    workspace: Workspace, source: VideoList, feed: Feed
) -> None:
    for name, status in (("good", 200), ("gone", 404), ("denied", 403), ("down", 503)):
        feed.add(name, status)
    marker = fetch_videos(workspace, persona(source), source)
    assert (marker.kept, marker.rejected) == (1, {NO_VIDEO: 1, VIDEO_DENIED: 1, VIDEO_UNAVAILABLE: 1})
    gone = next(row for row in refused_videos(workspace, source) if row.reason == NO_VIDEO)
    assert gone.row == {"url": feed.server.url_for("/gone.ogg"), "title": "Talk gone/"}
    assert "404" in gone.detail
    feed.answer("down", 200)
    assert fetch_videos(workspace, persona(source), source).kept == 1
    assert titles(workspace, source) == ["Talk down/\u202e", "Talk good/\u202e"]


def test_a_download_that_breaks_leaves_nothing_and_is_begun_again(
    workspace: Workspace, source: VideoList, feed: Feed, ogg: bytes
) -> None:
    headers = {"Content-Length": str(len(ogg))}
    feed.add("cut", lambda _: Response(iter([ogg[:1000]]), headers=headers, content_type="audio/ogg"))
    feed.add("good")
    assert fetch_videos(workspace, persona(source), source).rejected == {VIDEO_UNAVAILABLE: 1}
    assert len(held_videos(workspace, source)) == 1
    assert list(workspace.folder.rglob("*.part")) == []
    feed.answer("cut", 200)
    assert fetch_videos(workspace, persona(source), source).kept == 1
    assert refused_videos(workspace, source) == []


def test_a_collection_that_is_killed_keeps_what_it_has(
    workspace: Workspace, source: VideoList, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed.add("first")
    feed.add("second")

    def killed(self: VideoSites, info: dict[str, Any], folder: Path) -> Path:
        (folder / "sound.ogg").write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        save = VideoSites.save_sound
        patched.setattr(VideoSites, "save_sound", lambda *a: killed(*a) if "first" in a[1]["title"] else save(*a))
        with pytest.raises(KeyboardInterrupt):
            fetch_videos(workspace, persona(source), source)
    assert titles(workspace, source) == ["Talk second/\u202e"]
    feed.asked.clear()
    fetch_videos(workspace, persona(source), source)
    assert set(feed.asked) == {"feed", "first"}
    assert len(held_videos(workspace, source)) == 2


def test_the_hours_are_counted_over_all_collections(workspace: Workspace, feed: Feed, source: VideoList) -> None:
    short = source.model_copy(update={"max_hours": 5 / 3600})
    for name, duration in (("three", "0:02"), ("long", "1:00:00"), ("two", "0:02"), ("one", "0:02")):
        feed.add(name, duration=duration)
    marker = fetch_videos(workspace, persona(short), short)
    assert (marker.kept, marker.rejected) == (2, {"hours_full": 1, "too_long": 1})
    assert set(feed.asked) == {"feed", "one", "two"}
    feed.add("zero")
    assert fetch_videos(workspace, persona(short), short).rejected == {"hours_full": 1}
    assert fetch_videos(workspace, persona(source), source).kept == 3


def test_a_video_of_unknown_length_is_measured(workspace: Workspace, feed: Feed, source: VideoList) -> None:
    feed.add("one", duration="")
    feed.add("two", duration="")
    short = source.model_copy(update={"max_hours": 1 / 3600})
    assert fetch_videos(workspace, persona(short), short).rejected == {"hours_full": 1}
    (video,) = held_videos(workspace, short)
    assert held_info(workspace, short, video)["duration"] == pytest.approx(2, abs=0.1)


def test_a_video_of_two_lists_is_fetched_once(
    workspace: Workspace, feed: Feed, source: VideoList, httpserver: HTTPServer
) -> None:
    other = VideoList(url=httpserver.url_for("/feed.rss?page=1"))
    feed.add("one")
    assert fetch_videos(workspace, persona(source, other), source).kept == 1
    assert fetch_videos(workspace, persona(source, other), other).kept == 0
    assert feed.asked.count("one") == 2  # looked at, then fetched


def test_a_site_that_fails_again_and_again_is_left_in_peace(
    workspace: Workspace, feed: Feed, source: VideoList
) -> None:
    for number in range(video_lists.MOST_FAILURES + 3):
        feed.add(f"n{number}", 403)
    fetch_videos(workspace, persona(source), source)
    assert len(set(feed.asked)) == video_lists.MOST_FAILURES + 1
    assert "403" in workspace.path("raw", source.part, "refused").read_text()


def test_a_list_that_cannot_be_read_is_noted_until_it_can(
    workspace: Workspace, httpserver: HTTPServer, few_sites: None, ogg: bytes
) -> None:
    source = VideoList(url=httpserver.url_for("/talk.ogg"))
    httpserver.expect_oneshot_request("/talk.ogg").respond_with_data("", 404)
    fetch_videos(workspace, persona(source), source)
    refused = workspace.path("raw", source.part, "refused")
    assert "404" in refused.read_text()
    httpserver.expect_request("/talk.ogg").respond_with_data(ogg, content_type="audio/ogg")
    assert fetch_videos(workspace, persona(source), source).kept == 1
    assert not refused.exists()


def listing(entries: list[dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    return lambda *_: {"_type": "playlist", "entries": entries, "webpage_url": "https://e"}


def test_live_and_closed_videos_are_not_even_looked_at(
    workspace: Workspace, source: VideoList, few_sites: None, monkeypatch: pytest.MonkeyPatch, httpserver: HTTPServer
) -> None:
    entries: list[dict[str, Any]] = [
        {"_type": "url", "ie_key": "Youtube", "id": "a", "url": "https://youtu.be/a", "live_status": "is_upcoming"},
        {"_type": "url", "ie_key": "Youtube", "id": "b", "url": "https://youtu.be/b", "availability": "private"},
    ]
    monkeypatch.setattr(VideoSites, "look_up", listing(entries))
    assert fetch_videos(workspace, persona(source), source).rejected == {"live": 1, "members_only": 1}
    assert httpserver.log == []


def test_lists_inside_lists_end(
    workspace: Workspace, source: VideoList, few_sites: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deeper(_: VideoSites, url: str, *__: object) -> dict[str, Any]:
        entries = [{"_type": "url", "url": f"{url}/x"}, {"_type": "url", "url": f"{url}/x"}]
        return {"_type": "playlist", "entries": entries, "webpage_url": url}

    monkeypatch.setattr(VideoSites, "look_up", deeper)
    assert fetch_videos(workspace, persona(source), source).rejected == {VIDEO_DENIED: 1}


def test_a_list_that_holds_itself_is_walked_once(
    workspace: Workspace, source: VideoList, few_sites: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VideoSites, "look_up", listing([{"_type": "url", "url": "https://e/again"}]))
    assert fetch_videos(workspace, persona(source), source).rejected == {}


@pytest.mark.parametrize(("status", "kept"), [(404, 1), (429, 0)])
def test_a_video_waits_for_captions_that_only_fail_in_passing(
    workspace: Workspace, httpserver: HTTPServer, few_sites: None, ogg: bytes, status: int, kept: int
) -> None:
    page = '<title>T</title><video src="/talk.ogg"><track kind="captions" srclang="en" src="/talk.vtt"></video>'
    httpserver.expect_request("/talk.html").respond_with_data(f"<html>{page}</html>", content_type="text/html")
    httpserver.expect_request("/talk.ogg").respond_with_data(ogg, content_type="audio/ogg")
    httpserver.expect_request("/talk.vtt").respond_with_data("", status)
    source = VideoList(url=httpserver.url_for("/talk.html"))
    assert fetch_videos(workspace, persona(source), source).kept == kept


def test_a_frozen_workspace_fetches_nothing(tmp_path: Path, source: VideoList) -> None:
    with pytest.raises(NotFresh, match=source.part):
        fetch_videos(Workspace(tmp_path, "ada", frozen=True), persona(source), source)


def test_refused_rows_are_whole_lines(workspace: Workspace, feed: Feed, source: VideoList) -> None:
    feed.add("gone", 404)
    fetch_videos(workspace, persona(source), source)
    lines = workspace.path("raw", source.part, "refused.jsonl").read_text().splitlines()
    assert [json.loads(line)["reason"] for line in lines] == [NO_VIDEO]
