import gzip
import zlib
from collections.abc import Iterator

import pytest

from extractors.bodies import read_body, unzipped
from likeness.errors import SourceDenied, SourceGone, SourceUnavailable

URL = "https://example.org/"


def zipped(text: bytes) -> bytes:
    """Without the time: it would stand in the names of the tests, and two workers would not agree on them."""
    return gzip.compress(text, mtime=0)


class Body:
    """As much of a response as is asked for: its headers, and its bytes in pieces; tells how many were taken."""

    def __init__(self, *pieces: bytes, **headers: str) -> None:
        self.pieces, self.taken = pieces, 0
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def iter_raw(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.taken += 1
            yield piece


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", b"word"),
        ("identity", b"word"),
        ("gzip", zipped(b"word")),
        ("X-GZip", zipped(b"word")),
        ("deflate", zlib.compress(b"word")),
        ("gzip", b""),
    ],
)
def test_a_body_is_unpacked(encoding: str, packed: bytes):
    pieces = [packed[n : n + 1] for n in range(len(packed))]
    assert read_body(Body(*pieces, content_encoding=encoding), URL, 4) == (b"word" if packed else b"")


@pytest.mark.parametrize(
    ("encoding", "packed", "error"),
    [
        ("", b"words", SourceDenied),
        ("gzip", zipped(b"words"), SourceDenied),
        ("gzip", b"not packed at all", SourceGone),
        ("br", b"\x0b\x02\x80word\x03", SourceGone),
        ("gzip, gzip", zipped(zipped(b"word")), SourceGone),
        ("gzip", zipped(b"word")[:-4], SourceUnavailable),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(encoding: str, packed: bytes, error: type[Exception]):
    with pytest.raises(error, match=r"^https://example\.org/: "):
        read_body(Body(packed, content_encoding=encoding), URL, 4)


def test_nothing_is_read_of_a_body_that_says_it_is_too_large():
    response = Body(b"word", content_length="10000000000")
    with pytest.raises(SourceDenied, match="larger than 4 bytes"):
        read_body(response, URL, 4)
    assert response.taken == 0


def test_no_more_is_read_than_is_needed_to_know():
    packer = zlib.compressobj()
    response = Body(*[packer.compress(bytes(2**20)) + packer.flush(zlib.Z_SYNC_FLUSH) for _ in range(9)])
    with pytest.raises(SourceDenied, match="unpacks to more than 1,000 bytes"):
        unzipped(response.iter_raw(), 1000, URL)
    assert response.taken == 1
