import gzip
from pathlib import Path

import pytest

from extractors import files
from likeness.errors import SourceGone


def test_plain_and_gzipped_files_are_read_alike(tmp_path: Path):
    (tmp_path / "plain").write_bytes(b"words")
    (tmp_path / "packed.gz").write_bytes(gzip.compress(b"wor") + gzip.compress(b"ds"))
    assert files.read_bytes(tmp_path / "plain") == files.read_bytes(tmp_path / "packed.gz") == b"words"


def test_a_file_that_unpacks_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "LARGEST_SOURCE", 1000)
    with pytest.raises(SourceGone, match="more than 1,000 bytes"):
        files.unpacked(gzip.compress(b"a" * 2000), "bomb.gz")


def test_a_cut_off_gzip_file_is_one_clear_line():
    with pytest.raises(SourceGone, match=r"page\.gz: the gzip file ends too early"):
        files.unpacked(gzip.compress(bytes(range(256)) * 50)[:-30], "page.gz")


def test_a_missing_file_is_one_clear_line(tmp_path: Path):
    with pytest.raises(SourceGone, match="check the path"):
        files.read_bytes(tmp_path / "gone")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_russian_in_utf_8_or_an_old_encoding(encoding: str):
    text = "Я родился в Москве, и моя мать была учительницей."
    assert files.decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("我在苏州出生，我的母亲卖钟表。她很喜欢音乐。", "gb18030"), ("Êtes-vous à la maison, déjà?", "cp1252")],
)
def test_other_old_encodings(text: str, encoding: str):
    assert files.decoded(text.encode(encoding)) == text
