"""The bytes of a reply, within bounds: as many as are wanted are read and unpacked, and then no more.

    Content-Encoding: gzip     1 MB on the line that unpacks to 1 GB in memory: stopped at `largest`

httpx2 would unpack whatever comes, a piece of 64 kB to 64 MB at once, and other encodings to more.
"""

import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from likeness.errors import SourceDenied, SourceGone, SourceUnavailable

if TYPE_CHECKING:
    import httpx2


def read_body(response: "httpx2.Response", url: str, largest: int) -> bytes:
    """The body of a reply, as it was before it was packed for the way.

    Raises:
        SourceDenied: if it is, says it is, or unpacks to more than `largest` bytes.
        SourceGone: if it is broken, or packed in a way that was not asked for.
        SourceUnavailable: if it ends too early.
    """
    if int(response.headers.get("content-length") or 0) > largest:
        raise SourceDenied(f"{url}: larger than {largest:,} bytes; not fetched")
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return unzipped(response.iter_raw(), largest, url)
    if encoding not in ("identity", ""):
        raise SourceGone(f"{url}: comes in the encoding {encoding!r}, which was not asked for")
    content = bytearray()
    for piece in response.iter_raw():
        content += piece
        if len(content) > largest:
            raise SourceDenied(f"{url}: larger than {largest:,} bytes; not fetched")
    return bytes(content)


def unzipped(pieces: Iterable[bytes], largest: int, url: str) -> bytes:
    """The content of gzip or zlib data that comes in pieces; no more than `largest` bytes are ever unpacked.

    Raises:
        SourceDenied: if it unpacks to more.
        SourceGone: if it is broken.
        SourceUnavailable: if it ends too early.
    """
    unzip, content = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32), bytearray()
    try:
        for piece in pieces:
            content += unzip.decompress(piece, largest + 1 - len(content))
            if len(content) > largest:
                raise SourceDenied(f"{url}: unpacks to more than {largest:,} bytes; not fetched")
    except zlib.error as error:
        raise SourceGone(f"{url}: broken compression ({error}); nothing in it can be read") from error
    if content and not unzip.eof:
        raise SourceUnavailable(f"{url}: ended in the middle; fetch it again")
    return bytes(content)
