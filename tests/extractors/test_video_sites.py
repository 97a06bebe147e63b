import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from extractors import video_client, video_sites
from extractors.video_client import NEEDS_RUNTIME
from extractors.video_info import judge
from extractors.video_sites import NEEDS_LOGIN, VideoSites, source_error
from likeness.errors import SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.sections import Fetch
from likeness.sources import VideoList

PAGE = """<html><head><title>A/B \x01 talk</title></head><body>
<video src="/talk.ogg"><track kind="captions" srclang="en" src="/talk.vtt"></video></body></html>"""
LOCAL = Fetch(contact="test@example.org", delay=0, private_addresses=True)


@pytest.fixture
def sites(few_sites: None) -> Iterator[VideoSites]:
    with closing(VideoSites(LOCAL)) as opened:
        yield opened


def test_a_page_with_a_video_gives_its_sound_and_its_captions(
    sites: VideoSites, httpserver: HTTPServer, ogg: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    httpserver.expect_request("/talk.html").respond_with_data(PAGE, content_type="text/html")
    httpserver.expect_request("/talk.ogg").respond_with_data(ogg, content_type="audio/ogg")
    httpserver.expect_request("/talk.vtt").respond_with_data("WEBVTT\n", content_type="text/vtt")
    found = sites.look_up(httpserver.url_for("/talk.html"))
    (video,) = [found] if found.get("_type", "video") == "video" else list(sites.entries(found, 9))
    info = sites.complete(video)
    assert info["title"].startswith("A/B")
    assert sites.save_sound(info, tmp_path).read_bytes() == ogg
    assert sites.save_captions(info["subtitles"]["en"][0], info, tmp_path) == tmp_path / "captions.vtt"
    assert (tmp_path / "captions.vtt").read_text() == "WEBVTT\n"
    assert capfd.readouterr() == ("", "")


def test_a_broken_connection_is_taken_up_again_where_it_broke(
    sites: VideoSites, httpserver: HTTPServer, ogg: bytes, tmp_path: Path
) -> None:
    asked: list[str | None] = []

    def broken(request: Request) -> Response:
        asked.append(request.headers.get("Range"))
        start = int((asked[-1] or "bytes=0-")[6:].split("-")[0])
        headers = {"Content-Length": str(len(ogg) - start), "Content-Type": "audio/ogg"}
        if not asked[-1]:
            return Response(iter([ogg[: len(ogg) // 2]]), headers=headers)
        return Response(
            ogg[start:], 206, headers={**headers, "Content-Range": f"bytes {start}-{len(ogg) - 1}/{len(ogg)}"}
        )

    httpserver.expect_request("/talk.ogg").respond_with_handler(broken)
    info = sites.complete(sites.look_up(httpserver.url_for("/talk.ogg")))
    asked.clear()
    assert sites.save_sound(info, tmp_path).read_bytes() == ogg
    assert asked[0] is None
    assert all(asked[1:])


def test_a_connection_that_keeps_breaking_is_a_passing_fault(
    sites: VideoSites, httpserver: HTTPServer, ogg: bytes, tmp_path: Path
) -> None:
    headers = {"Content-Length": str(len(ogg)), "Content-Type": "audio/ogg"}
    httpserver.expect_request("/talk.ogg").respond_with_handler(lambda _: Response(iter([ogg[:1000]]), headers=headers))
    info = sites.complete(sites.look_up(httpserver.url_for("/talk.ogg")))
    with pytest.raises(SourceUnavailable):
        sites.save_sound(info, tmp_path)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, SourceDenied),
        (403, SourceDenied),
        (404, SourceGone),
        (410, SourceGone),
        (429, SourceUnavailable),
        (503, SourceUnavailable),
    ],
)
def test_refusals_of_a_server_are_told_apart(
    sites: VideoSites, httpserver: HTTPServer, status: int, error: type[SourceError]
) -> None:
    httpserver.expect_request("/talk.html").respond_with_data("no", status)
    with pytest.raises(error, match=rf"talk\.html: .*{status}") as caught:
        sites.look_up(httpserver.url_for("/talk.html"))
    assert "\n" not in str(caught.value)
    assert "--" not in str(caught.value)


def test_a_page_without_a_video_says_so(sites: VideoSites, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("<html><p>Words.</p></html>", content_type="text/html")
    with pytest.raises(SourceGone, match="Unsupported URL"):
        sites.look_up(httpserver.url_for("/"))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://e/v.mp4", "/etc/passwd", "data:text/html,x", "rtmp://e/v"]
)
def test_only_the_web_is_asked(sites: VideoSites, url: str) -> None:
    with pytest.raises(SourceDenied, match="only http"):
        sites.look_up(url)


def test_a_private_address_is_refused(few_sites: None, httpserver: HTTPServer) -> None:
    with closing(VideoSites(Fetch(delay=0))) as guarded, pytest.raises(SourceDenied, match="private address"):
        guarded.look_up(httpserver.url_for("/talk.html"))
    assert httpserver.log == []


@pytest.mark.parametrize("start", ["/redirect", "/page"])
def test_a_redirect_or_a_page_cannot_lead_to_a_private_address(
    sites: VideoSites, httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    def refuse(url: str, private: bool = False) -> None:
        if "/secret" in url:
            raise SourceDenied(f"{url}: leads to the private address")

    monkeypatch.setattr(video_sites, "refuse_address", refuse)
    monkeypatch.setattr(video_client, "refuse_address", refuse)
    httpserver.expect_request("/redirect").respond_with_data("", 302, headers={"Location": "/secret.ogg"})
    httpserver.expect_request("/page").respond_with_data('<video src="/secret.ogg"></video>', content_type="text/html")
    with pytest.raises(SourceDenied, match="private address"):
        sites.save_sound(sites.complete(sites.look_up(httpserver.url_for(start))), tmp_path)
    assert [request.path for request, _ in httpserver.log] == [start]


def test_a_page_without_end_is_not_read_to_its_end(
    sites: VideoSites, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(video_client, "LARGEST_REPLY", 200_000)
    httpserver.expect_request("/").respond_with_data("<html>" + "<p>more" * 100_000, content_type="text/html")
    with pytest.raises(SourceDenied, match="larger than 200,000 bytes"):
        sites.look_up(httpserver.url_for("/"))


@pytest.mark.parametrize("tells", [True, False])
def test_a_sound_that_is_too_large_is_left(
    sites: VideoSites, httpserver: HTTPServer, ogg: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tells: bool
) -> None:
    def answer(_: Request) -> Response:
        return Response(ogg if tells else iter([ogg, ogg]), content_type="audio/ogg")

    monkeypatch.setattr(video_client, "LARGEST_SOUND", len(ogg) - 1)
    httpserver.expect_request("/talk.ogg").respond_with_handler(answer)
    info = sites.complete(sites.look_up(httpserver.url_for("/talk.ogg")))
    with pytest.raises(SourceDenied, match="larger than"):
        sites.save_sound(info, tmp_path)


def test_an_outside_kind_of_file_is_no_path(sites: VideoSites, tmp_path: Path) -> None:
    path = sites.save_captions({"ext": "../../vtt", "data": "WEBVTT", "url": ""}, {}, tmp_path)
    assert path == tmp_path / "captions.vtt"


def test_the_users_cookies_are_sent_and_their_file_is_left_alone(
    few_sites: None, httpserver: HTTPServer, ogg: bytes, tmp_path: Path
) -> None:
    cookies = tmp_path / "cookies.txt"
    cookies.write_text("# Netscape HTTP Cookie File\nlocalhost.local\tFALSE\t/\tFALSE\t0\tsession\tmine\n")
    before = cookies.read_bytes()
    httpserver.expect_request("/talk.ogg", headers={"Cookie": "session=mine"}).respond_with_data(
        ogg, content_type="audio/ogg", headers={"Set-Cookie": "session=other"}
    )
    with closing(VideoSites(LOCAL, cookies)) as logged_in:
        logged_in.look_up(httpserver.url_for("/talk.ogg"))
    assert cookies.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"session=mine", b"\xff\x00", None])
def test_a_file_that_holds_no_cookies_is_one_clear_line(
    few_sites: None, httpserver: HTTPServer, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "cookies.txt").write_bytes(content)
    with pytest.raises(SourceError) as caught, closing(VideoSites(LOCAL, tmp_path / "cookies.txt")) as sites:
        sites.look_up(httpserver.url_for("/talk.ogg"))
    assert "cookies" in str(caught.value).lower()


@pytest.mark.parametrize(
    ("said", "needs_runtime", "kind", "told"),
    [
        ("Confirm that you’re not a bot. Use --cookies for the authentication", False, SourceDenied, NEEDS_LOGIN),
        ("Join this channel to get access to members-only content", False, SourceDenied, NEEDS_LOGIN),
        ("Private video. Sign in if you've been granted access", False, SourceDenied, NEEDS_LOGIN),
        ("Requested format is not available", True, SourceGone, NEEDS_RUNTIME),
        ("Video unavailable. This video has been removed", False, SourceGone, "removed"),
        ("This live event will begin in 2 hours.", False, SourceGone, "begin in 2 hours"),
        ("\r[download] Got error: 10 bytes. Giving up after 3 retries", False, SourceUnavailable, "10 bytes"),
        ("\x1b[0;31mERROR:\x1b[0m [x] 1: broken; please report this issue on ...", False, SourceGone, "[x] 1: broken"),
    ],
)
def test_what_yt_dlp_says_becomes_one_line_with_advice(
    said: str, needs_runtime: bool, kind: type[SourceError], told: str
) -> None:
    from yt_dlp.utils import DownloadError

    error = source_error("https://youtu.be/x", DownloadError(said), needs_runtime)
    assert type(error) is kind
    assert told in str(error)
    assert str(error).startswith("https://youtu.be/x: ")
    assert not any(noise in str(error) for noise in ("--cookies", "\n", "\x1b", "report this"))


def test_a_site_that_broke_its_reader_is_one_failure(
    sites: VideoSites, monkeypatch: pytest.MonkeyPatch, httpserver: HTTPServer
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TypeError("'NoneType' object is not subscriptable")

    monkeypatch.setattr("yt_dlp.extractor.generic.GenericIE._real_extract", broken)
    with pytest.raises(SourceGone, match="not subscriptable"):
        sites.look_up(httpserver.url_for("/"))


def test_a_missing_runtime_is_said_once(sites: VideoSites, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        sites._downloader.report_warning("No supported JavaScript runtime could be found. Only deno is enabled")
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [NEEDS_RUNTIME]


@pytest.mark.parametrize(("status", "expected"), [(200, ["Sponsor"]), (500, None)])
def test_sponsor_marks_are_kept_if_their_service_answers(
    sites: VideoSites, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, status: int, expected: list[str] | None
) -> None:
    monkeypatch.setattr(video_sites, "SPONSORBLOCK", httpserver.url_for("").rstrip("/"))
    mark = {"segment": [5, 9], "category": "sponsor", "actionType": "skip", "videoDuration": 60, "description": ""}
    answer = [{"videoID": "2K6ao-fqA00", "segments": [mark]}]
    httpserver.expect_request("/api/skipSegments/d256").respond_with_json(answer, status)
    info = sites._with_sponsors({"id": "2K6ao-fqA00", "extractor_key": "Youtube", "duration": 60})
    titles = [chapter["title"] for chapter in info["sponsorblock_chapters"]] if expected else None
    assert titles == expected


@pytest.fixture(scope="session")
def transport_stream() -> bytes:
    """A second of silence as broadcasters send it."""
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="mpegts") as container:
        stream = container.add_stream("aac", rate=16_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 16_000), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 16_000
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


@pytest.mark.parametrize(("ends", "live"), [(True, None), (False, "live")])
def test_a_stream_in_pieces_is_joined_without_ffmpeg_unless_it_goes_on(
    sites: VideoSites, httpserver: HTTPServer, tmp_path: Path, transport_stream: bytes, ends: bool, live: str | None
) -> None:
    pieces = "".join(f"#EXTINF:1.0,\n/{number}.ts\n" for number in range(2))
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n{pieces}{'#EXT-X-ENDLIST' if ends else ''}\n"
    httpserver.expect_request("/talk.m3u8").respond_with_data(playlist, content_type="application/vnd.apple.mpegurl")
    for number in range(2):
        httpserver.expect_request(f"/{number}.ts").respond_with_data(transport_stream, content_type="video/mp2t")
    info = sites.complete(sites.look_up(httpserver.url_for("/talk.m3u8")))
    verdict = judge(info, VideoList(url="https://e"), 0)
    assert (verdict and verdict.reason) == live
    if ends:
        assert sites.save_sound(info, tmp_path).read_bytes() == 2 * transport_stream
