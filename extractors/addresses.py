"""Which addresses may be visited: those of the public web, over a line that is watched.

    http://2130706433/        refused: this is 127.0.0.1
    http://intranet.example/  refused if its name resolves to 10.0.0.7, now or when the connection is made

Behind a proxy it is the proxy that resolves names and connects; then only what is private by its own writing, or by the
names known here, is refused.
"""

import ipaddress
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from likeness.errors import SourceDenied, SourceGone, SourceUnavailable

if TYPE_CHECKING:
    import httpx2


def refuse_address(url: str, private: bool = False) -> None:
    """Refuse an address that is not of the public web; those of private networks are let pass with `private`.

    Raises:
        SourceDenied: if it is not http(s), or its host is, or resolves to, an address of a private network.
        SourceGone: if there is no such server.
        SourceUnavailable: if names cannot be resolved at the moment.
    """
    address = parsed(url)
    if address.scheme not in ("http", "https") or not address.host:
        raise SourceDenied(f"{url}: only http:// and https:// addresses are fetched")
    if private:
        return
    for found in _resolved(address):
        _refuse_private(found, url)


def parsed(url: str, base: str = "") -> "httpx2.URL":
    """An address as the client will read it, so that no two readers of it disagree; one given relative to `base`, too.

    Raises:
        SourceDenied: if it is no address.
    """
    import httpx2

    try:
        address = httpx2.URL(urljoin(base, url))
        if not 0 < (address.port or 80) < 65536:
            raise ValueError(f"no port {address.port}")
        return address
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise SourceDenied(f"{url}: not an address ({error})") from error


def is_proxied(url: "httpx2.URL") -> bool:
    """Whether the environment (HTTPS_PROXY, NO_PROXY and the like) sends this address through a proxy."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    return bool(proxies.get(url.scheme) or proxies.get("all")) and not proxy_bypass(url.host)


class Line:
    """The connection of one request: hung up if it leads to a private address, or when `seconds` have passed."""

    def __init__(self, url: str, private: bool, seconds: float) -> None:
        self._url, self._private, self._seconds = url, private, seconds
        self._timer = threading.Timer(seconds, self._hang_up)
        self._timer.daemon = True
        self._socket: socket.socket | None = None
        self._is_late = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._socket is not None:
            self._socket.close()

    def watch(self, event: str, details: dict[str, Any]) -> None:
        """The client's trace: once connected, and before anything is sent, see who is at the other end.

        Raises:
            SourceDenied: if the name has come to mean a private address since it was checked ("DNS rebinding").
        """
        if event != "connection.connect_tcp.complete":
            return
        stream = details["return_value"]
        try:
            if not self._private:
                _refuse_private(str(stream.get_extra_info("server_addr")[0]), self._url)
        except SourceDenied:
            stream.close()
            raise
        self._socket = stream.get_extra_info("socket").dup()

    def check_time(self) -> None:
        """Tell a line that was cut from one that ended by itself.

        Raises:
            SourceDenied: if the time was up.
        """
        if self._is_late:
            raise SourceDenied(f"{self._url}: took longer than {self._seconds:.0f} s; not fetched")

    def _hang_up(self) -> None:
        self._is_late = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _resolved(address: "httpx2.URL") -> set[str]:
    host = address.raw_host.decode()
    try:
        found = socket.getaddrinfo(host, address.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        if is_proxied(address):
            return set()
        if isinstance(error, socket.gaierror) and error.errno != socket.EAI_NONAME:
            raise SourceUnavailable(f"{address}: names are not resolved now ({error}); is there a network?") from error
        raise SourceGone(f"{address}: no such server ({error}); check the address") from error
    return {str(entry[4][0]) for entry in found}


def _refuse_private(address: str, url: str) -> None:
    number = ipaddress.ip_address(address.partition("%")[0])
    if not number.is_global or number.is_multicast:
        raise SourceDenied(f"{url}: leads to the private address {address}; set fetch.private_addresses to allow it")
