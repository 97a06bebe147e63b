"""Sites with videos, asked through yt-dlp: what is there, its sound and its captions. Nothing is converted.

    sites = VideoSites(persona.fetch)
    sites.look_up("https://example.org/feed.rss")     {"_type": "playlist", "entries": [{"_type": "url", "url": ...}]}
    sites.look_up("https://example.org/talk.html")    {"id": "talk", "title": "A talk", "formats": [...]}

Only http and https, and no private address (see `extractors.video_client`). What yt-dlp has to say becomes one line.

Not handled: streams that go on, videos under DRM, several streams to be merged. robots.txt is not asked.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from extractors.addresses import refuse_address
from extractors.video_client import NEEDS_RUNTIME, Closeable, Messages, open_downloader
from extractors.video_info import Info
from likeness.errors import SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.sections import Fetch

SEARCH = re.compile(r"[a-z]+search[a-z]*(?:\d+|all)?:.")

SPONSORBLOCK = "https://sponsor.ajay.app"
"""Where marks of what is not the video's own are kept. It is told the first four digits of a hash of the video's id."""

NEEDS_LOGIN = "log in with a browser, save its cookies, and name the file in cookies"

logger = logging.getLogger(__name__)


class VideoSites:
    """A polite visitor of video sites, which waits `settings.delay` between requests. Not for several threads at once.

    Errors of every method: SourceDenied (401, 403, a login, a private address, too large), SourceGone (404, a page
    without a video), SourceUnavailable (429, 5xx, no answer, a broken connection).
    """

    def __init__(self, settings: Fetch, cookies: Path | None = None) -> None:
        self._private = settings.private_addresses
        self._messages = Messages()
        self._knows_sponsors = True
        self._answers: list[Closeable] = []
        self._downloader = open_downloader(settings, cookies, self._messages, self._answers)

    def close(self) -> None:
        """Close all connections."""
        with self._translated("cookies"):
            self._downloader.close()

    def look_up(self, url: str, extractor: str | None = None) -> Info:
        """What an address or a search leads to, one step far: entries of a list are not asked for.

        `extractor` is yt-dlp's name of the site, where a list gave it ("ie_key").
        """
        from yt_dlp.utils import unsmuggle_url

        if not SEARCH.match(url):
            refuse_address(url, self._private)
        with self._translated(url):
            found = self._downloader.extract_info(url, download=False, process=False, ie_key=extractor)
        if not found:
            raise SourceGone(f"{url}: no video there; check the address")
        return {**found, "webpage_url": unsmuggle_url(found.get("webpage_url") or url)[0]}

    def entries(self, found: Info, most: int) -> Iterator[Info]:
        """The entries of a list, `most` at most, asked for page by page as they are taken."""
        with self._translated(found.get("webpage_url") or ""):
            yield from (entry for entry in islice(found.get("entries") or (), most) if entry)

    def complete(self, found: Info) -> Info:
        """A video with the stream that is to be fetched."""
        with self._translated(found.get("webpage_url") or ""):
            info: Info = self._downloader.process_ie_result(dict(found), download=False)
        refuse_address(info["url"], self._private)
        return self._with_sponsors(info)

    def _with_sponsors(self, info: Info) -> Info:
        """A video of YouTube with the marks of SponsorBlock ("sponsorblock_chapters"), if that service answers."""
        from yt_dlp.postprocessor import SponsorBlockPP

        if info.get("extractor_key") not in SponsorBlockPP.EXTRACTORS or not self._knows_sponsors:
            return info
        try:
            with self._translated("SponsorBlock"):
                SponsorBlockPP(self._downloader, api=SPONSORBLOCK).run(info)
        except SourceError as error:
            self._knows_sponsors = False
            logger.info("%s", error)
        return info

    def save_sound(self, info: Info, folder: Path) -> Path:
        """Fetch the stream of a complete video as 'sound.<its kind>'."""
        return self._save(info, folder, "sound", is_caption=False)

    def save_captions(self, track: Info, info: Info, folder: Path) -> Path:
        """Fetch one of a video's caption tracks as 'captions.<its kind>'."""
        return self._save({"http_headers": info.get("http_headers"), **track}, folder, "captions", is_caption=True)

    def _save(self, stream: Info, folder: Path, name: str, *, is_caption: bool) -> Path:
        kind = re.sub(r"[^a-z0-9]", "", str(stream.get("ext")).lower())[:12]
        path = folder / f"{name}.{kind or 'bin'}"
        if stream.get("data"):
            path.write_text(stream["data"], encoding="utf-8", errors="replace")
            return path
        with self._translated(stream["url"]):
            self._downloader.dl(str(path), stream, subtitle=is_caption)
        if not path.is_file() or not path.stat().st_size:
            raise SourceGone(f"{stream['url']}: nothing came")
        return path

    @contextmanager
    def _translated(self, url: str) -> Iterator[None]:
        """Errors of yt-dlp as ours; its extractors break in many ways when a site has changed."""
        from yt_dlp.utils import YoutubeDLError

        try:
            yield
        except (YoutubeDLError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise source_error(url.partition("#__")[0], error, self._messages.needs_runtime) from error
        finally:
            while self._answers:  # some are only looked into, and left open
                self._answers.pop().close()


def source_error(url: str, error: BaseException, needs_runtime: bool = False) -> SourceError:
    """An error of yt-dlp as one of ours, on one line."""
    causes = list(_causes(error))
    if ours := next((cause for cause in causes if isinstance(cause, SourceError)), None):
        return ours
    said = _one_line(str(error))
    line = f"{url}: {said}"
    status = next((status for cause in causes if (status := getattr(cause, "status", None))), 0)
    if "--cookies" in str(error) or re.search(r"members.only|private video|sign in", said, re.I):
        return SourceDenied(f"{line}; {NEEDS_LOGIN}")
    if status in (401, 403) or any(type(cause).__name__ == "GeoRestrictedError" for cause in causes):
        return SourceDenied(f"{line}; {NEEDS_RUNTIME}" if needs_runtime else line)
    if status == 429 or status >= 500 or any(_is_passing(cause) for cause in causes):
        return SourceUnavailable(line)
    return SourceGone(f"{line}; {NEEDS_RUNTIME}" if needs_runtime else line)


def _is_passing(cause: BaseException) -> bool:
    from yt_dlp.networking.exceptions import TransportError

    return isinstance(cause, TransportError) or "Giving up after" in str(cause)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it came from; yt-dlp keeps that in `cause` or `exc_info`."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        caught = getattr(error, "exc_info", None) or (None, None)
        error = getattr(error, "cause", None) or caught[1] or error.__cause__


def _one_line(message: str) -> str:
    """yt-dlp's message without its marks, and without advice that is meant for its own command line."""
    message = re.sub(r"\x1b\[[0-9;]*m|^ERROR:|\r", "", message)
    message = re.split(r"; please report this issue|[.;]?\s*Use --|\s*\(caused by", message)[0]
    return " ".join(message.split()).removeprefix("[generic] ")
