"""yt-dlp as it is used here: quiet, without ffmpeg, slow on purpose, and only on addresses of the public web.

One stream is taken as it is, best a sound alone; the native downloaders read it. Each request is checked, and each
redirect before it is followed; no page is read beyond `LARGEST_REPLY`, no download goes beyond `LARGEST_SOUND`.

Not handled: a name that comes to mean a private address between the check and the connection ("DNS rebinding").
"""

import io
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urljoin

from extractors import web
from extractors.addresses import refuse_address
from extractors.files import decoded, read_bytes
from extractors.web import LARGEST_REPLY
from likeness.errors import SourceDenied, SourceError
from likeness.sections import Fetch

if TYPE_CHECKING:
    from yt_dlp import YoutubeDL

LARGEST_SOUND = 2 * 2**30
"""Bytes of one download: ten hours at 400 kbit/s."""

FORMAT = "bestaudio/best[height<=?480]/worst"
"""Sound alone, else a small picture with it. A plus sign would ask for ffmpeg."""

NEEDS_RUNTIME = "YouTube is only read in full with a JavaScript runtime: install deno (https://deno.com) and yt-dlp-ejs"

logger = logging.getLogger(__name__)


class Closeable(Protocol):
    """An answer of a server, which may have been read or not."""

    def close(self) -> None:
        """Let go of its connection."""


class Messages:
    """The logger that yt-dlp is given. Errors are raised as well, so they need not be kept."""

    needs_runtime = False

    def debug(self, message: str) -> None:
        """Keep from the terminal what yt-dlp would print there."""
        logger.debug("%s", message)

    def warning(self, message: str) -> None:
        """Say once that a JavaScript runtime is missing: without one, YouTube gives less and less."""
        if "JavaScript runtime" in message and not self.needs_runtime:
            self.needs_runtime = True
            logger.warning("%s", NEEDS_RUNTIME)
        logger.debug("%s", message)

    error = debug


def open_downloader(settings: Fetch, cookies: Path | None, messages: Messages, answers: list[Closeable]) -> "YoutubeDL":
    """yt-dlp, set up. Each answer of a server is put into `answers`, to be closed when it has been used.

    Raises:
        SourceGone: if the file of cookies cannot be read.
    """
    from yt_dlp import YoutubeDL

    class Downloader(YoutubeDL):  # type: ignore[misc]  # yt-dlp has no types
        def build_request_director(self, handlers: Any, preferences: Any = None) -> Any:
            return super().build_request_director([_checked_requests(settings.private_addresses, answers)])

    options = {
        "logger": messages,
        "quiet": True,
        "noprogress": True,
        "color": "never",
        "cachedir": False,
        "noplaylist": True,
        "format": FORMAT,
        "external_downloader": {"default": "native"},
        "skip_unavailable_fragments": False,
        "retries": len(web.PAUSES),
        "fragment_retries": len(web.PAUSES),
        "retry_sleep_functions": dict.fromkeys(("http", "fragment", "extractor"), _pause),
        "socket_timeout": 30,
        "sleep_interval_requests": settings.delay,
        "sleep_interval": settings.delay,
        "sleep_interval_subtitles": settings.delay,
        "progress_hooks": [_stop_at_limit],
        # As a text, so that the user's file is not written to when the session ends.
        "cookiefile": io.StringIO(decoded(read_bytes(cookies))) if cookies else None,
    }
    return Downloader(options)


def _pause(n: int) -> float:
    """Seconds before another try; `n` counts those before it."""
    return web.PAUSES[min(n, len(web.PAUSES) - 1)]


def _stop_at_limit(progress: Mapping[str, Any]) -> None:
    size = max(progress.get("downloaded_bytes") or 0, progress.get("total_bytes") or 0)
    if size > LARGEST_SOUND:
        raise SourceDenied(f"{progress['info_dict'].get('url')}: larger than {LARGEST_SOUND:,} bytes; not fetched")


def _checked_requests(private: bool, answers: list[Closeable]) -> Any:
    """yt-dlp's only way to the web here: by requests, each address refused that `refuse_address` refuses."""
    from yt_dlp.networking._requests import RequestsRH
    from yt_dlp.networking.exceptions import RequestError

    def check(url: str) -> None:
        try:
            refuse_address(url, private)
        except SourceError as error:
            raise RequestError(str(error), cause=error) from error

    def check_redirect(response: Any, **_: Any) -> None:
        answers.append(response)
        if response.is_redirect:
            check(urljoin(response.url, response.headers["location"]))

    class CheckedRequestsRH(RequestsRH):  # type: ignore[misc]  # yt-dlp has no types
        def _create_instance(self, **settings: Any) -> Any:
            session = super()._create_instance(**settings)
            session.hooks["response"].append(check_redirect)
            return session

        def _send(self, request: Any) -> Any:
            check(request.url)
            response = super()._send(request)
            response.read = _bounded(response.read, request.url)
            return response

    return CheckedRequestsRH


def _bounded(read: Callable[..., bytes], url: str) -> Callable[..., bytes]:
    """A `read` that ends at `LARGEST_REPLY` where all is asked for at once; a download is read in blocks."""

    def read_bounded(size: int | None = None) -> bytes:
        if size is not None:
            return read(size)
        content = bytearray()
        while block := read(2**16):
            content += block
            if len(content) > LARGEST_REPLY:
                raise SourceDenied(f"{url}: larger than {LARGEST_REPLY:,} bytes; not fetched")
        return bytes(content)

    return read_bounded
