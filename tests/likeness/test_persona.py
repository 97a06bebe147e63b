"""The persona file is strict, and lists everything that is wrong with it at once."""

from pathlib import Path

import pytest

from likeness.errors import SettingsError
from likeness.persona import Persona, load_persona
from likeness.sections import Rights
from likeness.sources import BlueskyAccount, VideoFile, WikiPage, XArchive, slugify

GOOD = """
name = "Ada Lovelace"
aliases = ["Lovelace", "Countess of Lovelace"]
[rights]
basis = "public domain"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "ada.toml"
    path.write_text(text)
    return path


def test_a_small_file_is_enough(tmp_path: Path) -> None:
    persona = load_persona(write(tmp_path, GOOD))
    assert persona.slug == "ada-lovelace"
    assert persona.names == ("Countess of Lovelace", "Ada Lovelace", "Lovelace")
    assert not persona.rights.publish


def test_all_problems_are_reported_at_once_with_their_keys(tmp_path: Path) -> None:
    text = GOOD.replace('basis = "public domain"', "") + '[voice]\nenrolmnt = []\n[[videos]]\nurl = "u"\n'
    with pytest.raises(SettingsError) as caught:
        load_persona(write(tmp_path, text))
    message = str(caught.value)
    assert "voice.enrolmnt: unknown key (did you mean enrolment?)" in message
    assert "rights.basis: Field required" in message
    assert "videos.0.path: Field required" in message
    assert "\n" not in message


def test_a_file_without_rights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="rights: Field required"):
        load_persona(write(tmp_path, 'name = "Ada"'))


def test_missing_files_are_named_with_their_keys(tmp_path: Path) -> None:
    text = GOOD + '[[posts]]\nsource = "x_archive"\npath = "no.zip"\n[voice]\nenrolment = ["no.wav"]\n'
    with pytest.raises(SettingsError, match=r"posts\.0\.path: no such file: no\.zip; voice\.enrolment\.0: no such"):
        load_persona(write(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "not TOML"),
        ('name = "A"\nfolder = "/etc"\n[rights]\nbasis = "own"', "folder: unknown key"),
        (GOOD.replace("Lovelace", " ", 1).replace('"Lovelace"', '" "'), "an alias is empty"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load_persona(write(tmp_path, text))


def test_a_missing_file_names_the_command_that_writes_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="likeness init"):
        load_persona(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Zoë Müller", "zoe-muller"), ("../../etc/passwd", "etc-passwd"), ("鄭成功", "persona-e984ade68890e58a9f")],
)
def test_a_name_never_becomes_a_path(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_a_part_is_safe_stable_and_of_its_source() -> None:
    evil = VideoFile(path="../a/\u0007b?.mp4", url="https://a.example")
    assert evil.part == VideoFile(path="../a/\u0007b?.mp4", url="https://a.example", title="other").part
    assert evil.part.startswith("b-")
    assert "/" not in evil.part
    assert XArchive(source="x_archive", path="a.zip").part != XArchive(source="x_archive", path="b/a.zip").part


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    persona = Persona(name="Ada", rights=Rights(basis="own"), folder=tmp_path)
    assert persona.resolve("x.html") == tmp_path / "x.html"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ('[[posts]]\nsource = "bluesky"\nacount = "a.b"', "posts.0.acount: unknown key (did you mean account?)"),
        ('[[posts]]\nsource = "bluesky"', "posts.0.account: Field required"),
        ('[[posts]]\npath = "a.zip"', "posts.0.source: must be one of 'x_archive', 'tabular', 'x_api'"),
        ('[[posts]]\nsource = "facebook"', "posts.0.source: must be one of"),
        ('[[pages]]\nsource = "web"\nurl = "file:///etc/passwd"', "pages.0.url: String should match pattern"),
        ('[[pages]]\nsource = "wikipedia"\ntitle = ""', "pages.0.title: String should have at least 1 character"),
        ('[[pages]]\nsource = "wikidata"\nqid = "11641"', "pages.0.qid: String should match pattern"),
        ('[[videos]]\nsource = "web"\nurl = "https://a.b"\ncookies = "jar.txt"', "videos.0.cookies: no such file"),
        ('[[transcripts]]\npath = "talk.vtt"', "transcripts.0.path: no such file"),
        ("[fetch]\ndelay = -1", "fetch.delay: Input should be greater than or equal to 0"),
    ],
)
def test_sources_are_checked_by_their_kind(tmp_path: Path, table: str, expected: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_persona(write(tmp_path, f'name = "Ada"\n[rights]\nbasis = "public"\n{table}\n'))
    assert expected in str(caught.value)


def test_sources_of_the_web_are_told_apart_by_what_names_them() -> None:
    first, second = (WikiPage(source="wikipedia", title="Ada", language=language) for language in ("en", "de"))
    assert first.part != second.part
    assert first.part.startswith("ada-")
    assert first.api == "https://en.wikipedia.org/w/api.php"
    assert BlueskyAccount(account="ada.example.org").part == BlueskyAccount(account="ada.example.org").part
