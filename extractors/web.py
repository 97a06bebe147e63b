"""The web, asked politely: each server left in peace between two requests, its rules obeyed, nothing taken on trust.

    web = Web(persona.fetch)
    reply = web.get("https://en.wikipedia.org/w/api.php", params={"action": "parse", ...})

Only http and https; no address of a private network, whether it is written so, resolved so or led to by a redirect; a
limit for size (unpacked) and time (from the first byte to the last); robots.txt, Crawl-delay and Retry-After are
obeyed; the user agent says whom to write to. A request has a connection of its own, so that its address is checked.
Does not handle: POST, logins, pages that scripts build.
"""

import logging
import os
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

from extractors.addresses import Line, is_proxied, parsed, refuse_address
from extractors.bodies import read_body
from likeness.errors import RateLimited, SettingsError, SourceDenied, SourceError, SourceGone, SourceUnavailable
from likeness.sections import Fetch

if TYPE_CHECKING:
    import httpx2
    from protego import Protego

LARGEST_REPLY = 20 * 2**20
"""Bytes of a reply, unpacked. The longest article of Wikipedia has some 2 MB of HTML."""

LONGEST_REPLY = 60.0
"""Seconds that one reply may take as a whole, however slowly its bytes drip in."""

LONGEST_WAIT = 960.0
"""Seconds that are waited when a server asks for it. X counts over 15 minutes; a minute more for its clock."""

LONGEST_CRAWL_DELAY = 30.0
"""Seconds between two requests that a robots.txt may ask for: 500 pages then take four hours, not a week."""

MOST_REDIRECTS = 5
PAUSES = (2.0, 10.0, 30.0)
"""Seconds before each new try when a server fails in passing and does not say how long to wait."""

PRODUCT = "likeness"
"""The name by which a robots.txt can address this program."""

_next_turn: dict[str, float] = {}  # by server, for all visitors of this process: when it may be asked again
_turns = threading.Lock()

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """What came back. `url` is where it came from in the end; `unchanged` means that `etag` is still right (304)."""

    url: str
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    unchanged: bool = False

    @property
    def validators(self) -> dict[str, str]:
        """What to ask with next time, so that an unchanged page need not be sent: etag and last_modified."""
        found = {"etag": self.headers.get("etag", ""), "last_modified": self.headers.get("last-modified", "")}
        return {name: value for name, value in found.items() if value}

    @property
    def retrieved_at(self) -> str:
        """When it came, in UTC as ISO 8601: the server's Date, or the clock here if it sent none that can be read."""
        moment = _moment(self.headers.get("date", "")) or datetime.now(UTC)
        return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class _Request:
    url: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    conditions: Mapping[str, str]
    robots: bool
    largest: int

    def redirected(self, location: str) -> "_Request":
        """The same request elsewhere. What the caller sent along, such as a key, goes to no other server."""
        url = str(parsed(location, self.url))
        return replace(self, url=url, params={}, headers=self.headers if _origin(url) == _origin(self.url) else {})


class Web:
    """A polite visitor. Several may be at work in one process: together they keep their distance from a server.

    Raises:
        SettingsError: if neither `settings.contact` nor LIKENESS_CONTACT says whom to write to: who is asked must be
            able to complain.
    """

    def __init__(self, settings: Fetch) -> None:
        contact = settings.contact or os.environ.get("LIKENESS_CONTACT", "")
        if not (contact and contact.isascii() and contact.isprintable()):
            raise SettingsError('fetch.contact: say whom to write to before fetching, as in contact = "me@example.org"')
        self.settings = settings
        self.agent = f"{PRODUCT}/0.1 ({contact})"
        self._client: httpx2.Client | None = None
        self._robots: dict[str, Protego | SourceError] = {}

    def get(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        validators: Mapping[str, str] | None = None,
        robots: bool = False,
        largest: int = LARGEST_REPLY,
    ) -> Reply:
        """Fetch an address.

        Args:
            url: http or https.
            params: of the query, beside those in `url`.
            headers: beside the user agent, such as a key.
            validators: `Reply.validators` of the last time; the reply may then be `unchanged`, without content.
            robots: whether robots.txt has a say: it does for pages, not for the interfaces made for programs.
            largest: bytes of the reply, unpacked.

        Raises:
            SourceDenied: 401, 403, 451, a robots.txt, a private address, or a reply that is too large or too slow.
            SourceGone: 404, 410 and other refusals of the request itself, no such server, an unreadable reply.
            RateLimited: 429 or 503 with a longer wait than `LONGEST_WAIT`, or again and again.
            SourceUnavailable: no answer, or a fault of the server, after `PAUSES`.
        """
        known = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
        conditions = {known[name]: value for name, value in (validators or {}).items() if name in known}
        request = _Request(url, params or {}, headers or {}, conditions, robots, largest)
        pauses = iter(PAUSES)
        while True:
            try:
                return self._follow(request)
            except (RateLimited, SourceUnavailable) as error:
                pause = _wanted_pause(error, next(pauses, None))
                if pause is None or error in self._robots.values():  # a robots.txt was tried often enough
                    raise
                logger.info("%s; trying again in %.0f s", error, pause)
                time.sleep(pause)

    def _follow(self, request: _Request) -> Reply:
        for _ in range(MOST_REDIRECTS + 1):
            refuse_address(request.url, self.settings.private_addresses)
            self._obey_robots(request)
            with self._sent(request) as response:
                if not response.has_redirect_location:
                    return _reply(response, request.largest)
                request = request.redirected(response.headers["location"])
        raise SourceDenied(f"{request.url}: more than {MOST_REDIRECTS} redirects; check the address")

    @contextmanager
    def _sent(self, request: _Request) -> "Iterator[httpx2.Response]":
        import httpx2

        if self._client is None:
            headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip"}
            alone = httpx2.Limits(max_keepalive_connections=0)
            patience = httpx2.Timeout(20.0, read=30.0)
            self._client = httpx2.Client(verify=_authorities(), timeout=patience, headers=headers, limits=alone)
        self._await_turn(request.url)
        url = parsed(request.url)
        url = url.copy_merge_params(request.params) if request.params else url  # an empty merge rewrites the query
        headers = {**request.headers, **request.conditions}
        with Line(request.url, self.settings.private_addresses or is_proxied(url), LONGEST_REPLY) as line:
            try:
                with self._client.stream("GET", url, headers=headers, extensions={"trace": line.watch}) as response:
                    yield response
            except (httpx2.HTTPError, httpx2.StreamError) as error:
                line.check_time()
                raise SourceUnavailable(f"{request.url}: no answer ({error or type(error).__name__})") from error
            line.check_time()

    def _await_turn(self, url: str) -> None:
        """Wait until the server of `url` has been left in peace for long enough."""
        rules, server = self._robots.get(_origin(url)), parsed(url).netloc.decode()
        wanted = getattr(rules, "crawl_delay", lambda agent: None)(PRODUCT) or 0.0
        delay = max(self.settings.delay, min(wanted, LONGEST_CRAWL_DELAY))
        with _turns:
            now = time.monotonic()
            turn = max(now, _next_turn.get(server, now))
            _next_turn[server] = turn + delay
        if turn > now:
            time.sleep(turn - now)

    def _obey_robots(self, request: _Request) -> None:
        """Refuse what the site's robots.txt forbids; if that file cannot be had, everything is (RFC 9309, 2.3.1.4)."""
        if not (request.robots and self.settings.robots):
            return
        origin = _origin(request.url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if isinstance(rules, SourceError):
            raise rules
        if not rules.can_fetch(request.url, PRODUCT):
            raise SourceDenied(f"{request.url}: the site's robots.txt asks programs to stay away; remove this source")

    def _read_robots(self, origin: str) -> "Protego | SourceError":
        """The rules of a site, none if it has no robots.txt. One behind a login (401, 403) forbids all, as of old."""
        from protego import Protego

        try:
            text = self.get(f"{origin}/robots.txt").content.decode("utf-8", "replace")
        except SourceGone:
            text = ""
        except SourceError as error:
            return error
        return Protego.parse(text)


@cache
def _authorities() -> ssl.SSLContext:
    """The certificate authorities that are trusted; to load them takes longer than many a reply."""
    import httpx2

    return httpx2.create_ssl_context()


def _origin(url: str) -> str:
    address = parsed(url)
    return f"{address.scheme}://{address.netloc.decode()}"


def _reply(response: "httpx2.Response", largest: int) -> Reply:
    url, status = str(response.url), response.status_code
    if status == 304:
        return Reply(url, b"", response.headers, unchanged=True)
    if status == 429 or (status == 503 and "retry-after" in response.headers):
        raise RateLimited(f"{url}: asked to wait ({status})", _retry_after(response.headers))
    if status >= 500 or status == 408:
        raise SourceUnavailable(f"{url}: the server fails ({status})")
    if status in (401, 403, 451):
        raise SourceDenied(f"{url}: refused ({status}); a login or a key is needed")
    if status >= 300:
        raise SourceGone(f"{url}: not there ({status}); check the address")
    return Reply(url, read_body(response, url, largest), response.headers)


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds to wait: Retry-After (seconds or a date), else the reset of X, Bluesky (epoch) or Mastodon (ISO date).

    60 if none is readable.
    """
    if (asked := headers.get("retry-after", "")).isdecimal():
        return float(asked)
    resets = [headers.get(name, "") for name in ("x-rate-limit-reset", "ratelimit-reset", "x-ratelimit-reset")]
    moments = [float(reset) if reset.isdecimal() else _epoch(_moment(reset)) for reset in (asked, *resets)]
    until = next((moment for moment in moments if moment is not None), None)
    return 60.0 if until is None else max(0.0, until - time.time())


def _epoch(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None


def _moment(date: str) -> datetime | None:
    """A date as HTTP writes it, 'Sun, 06 Nov 1994 08:49:37 GMT', or ISO 8601; None if it is none."""
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = parse(date)
        except (ValueError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _wanted_pause(error: RateLimited | SourceUnavailable, pause: float | None) -> float | None:
    """How long to wait before the next try; None if it is not worth it."""
    if pause is None or not isinstance(error, RateLimited):
        return pause
    return error.retry_after if error.retry_after <= LONGEST_WAIT else None
