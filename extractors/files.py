"""Source files as they come: plain or gzipped bytes, in whatever encoding.

Bounded, so that a small file made to unpack without end (a "bomb") cannot fill the memory.
Does not handle: encrypted files, other compressions, Latin letters in a code page other than Windows-1252.
"""

import gzip
import zlib
from pathlib import Path

from likeness.errors import SourceGone

LARGEST_SOURCE = 2**30
"""Bytes of one unpacked file: room for some 800,000 posts at the 1.2 kB that X's archive spends on one."""


_OLD_ENCODINGS = [
    "cp1252",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "gb18030",
    "big5",
    "cp932",
    "euc_kr",
    "utf_16",
]
"""One or two for each script. The code pages of Latin script cannot be told apart in a short text."""


def read_bytes(path: Path) -> bytes:
    """The content of a file, unpacked if it is gzipped.

    Raises:
        SourceGone: if there is no such file, its gzip stream is broken, or it unpacks to more than `LARGEST_SOURCE`.
    """
    try:
        return unpacked(path.read_bytes(), str(path))
    except OSError as error:
        raise SourceGone(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


def unpacked(content: bytes, name: str) -> bytes:
    """`content` as it was before gzip, or as it is. `name` says in errors which file it is.

    Raises:
        SourceGone: as `read_bytes`.
    """
    if not content.startswith(b"\x1f\x8b"):
        return content
    unzip = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unzip.decompress(content, LARGEST_SOURCE)
    except zlib.error as error:
        raise SourceGone(f"{name}: broken gzip file ({error}); fetch it again") from error
    if unzip.unconsumed_tail:
        raise SourceGone(f"{name}: unpacks to more than {LARGEST_SOURCE:,} bytes; split the file")
    if not unzip.eof:
        raise SourceGone(f"{name}: the gzip file ends too early; fetch it again")
    return plain if not unzip.unused_data else plain + gzip.decompress(unzip.unused_data)


def decoded(content: bytes) -> str:
    """Text in UTF-8 (a byte order mark is dropped) or, failing that, in the old encoding it most probably has."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content, cp_isolation=_OLD_ENCODINGS).best()
        return str(best) if best else content.decode("utf-8", "replace")
