import socket
from collections.abc import Callable

import pytest

from extractors.addresses import refuse_address
from likeness.errors import SourceDenied, SourceGone, SourceUnavailable


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/file",
        "gopher://example.org/",
        "javascript:alert(1)",
        "//example.org/",
        "http://",
        "http://[::1",
        "http://example.org:99999/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://localhost/",
        "http://public@127.0.0.1/",
    ],
)
def test_addresses_that_are_not_of_the_public_web_are_refused(url: str):
    with pytest.raises(SourceDenied):
        refuse_address(url)


def test_a_public_address_is_let_pass():
    refuse_address("https://8.8.8.8/")
    refuse_address("http://[2606:4700:4700::1111]/")


@pytest.mark.parametrize("addresses_found", [["10.0.0.7"], ["93.184.216.34", "127.0.0.1"], ["fe80::1%eth0"]])
def test_a_name_that_resolves_to_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, addresses_found: list[str]
):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses_found]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(SourceDenied, match="private address"):
        refuse_address("http://intranet.example/")


def test_unknown_names_are_gone_and_a_missing_network_is_passing(monkeypatch: pytest.MonkeyPatch):
    def fail(number: int) -> Callable[..., None]:
        def resolve(*_: object, **__: object) -> None:
            raise socket.gaierror(number, "no")

        return resolve

    monkeypatch.setattr(socket, "getaddrinfo", fail(socket.EAI_NONAME))
    with pytest.raises(SourceGone, match="no such server"):
        refuse_address("http://nowhere.example/")
    monkeypatch.setattr(socket, "getaddrinfo", fail(socket.EAI_AGAIN))
    with pytest.raises(SourceUnavailable, match="is there a network"):
        refuse_address("http://nowhere.example/")
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    refuse_address("http://nowhere.example/")  # the proxy will know
