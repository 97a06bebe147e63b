"""A bad source is one rejected row with its reason; a bad setting is one line; nothing else is lost."""

import io
import zipfile
from pathlib import Path

import pytest

from flows.steps import Plain, collect, listen
from likeness.errors import SettingsError
from likeness.persona import Persona
from likeness.records import Page, Passage, Post, Recording, Utterance
from likeness.sections import Rights, Voice
from likeness.sources import Dump, PageFile, VideoFile, XArchive
from likeness.workspace import Workspace

GOOD_POST = '[{"id": "1", "date": "2024-01-01T10:00:00Z", "text": "Steel remembers every winter."}]'
TWEETS = 'window.YTD.tweets.part0 = [{"tweet": {"id_str": "7", "full_text": "The tide table is the only calendar."}}]'


def archive(folder: Path, files: dict[str, str]) -> Path:
    """A zip in the archive's layout."""
    path = folder / "archive.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return path


def persona(folder: Path, **sources: object) -> Persona:
    return Persona.model_validate(
        {"name": "Ada", "rights": Rights(basis="a test"), "folder": folder, "pronouns": "she", **sources}
    )


def test_a_broken_source_costs_nothing_else(tmp_path: Path) -> None:
    whole = archive(tmp_path, {"data/tweets.js": TWEETS})
    (tmp_path / "truncated.zip").write_bytes(whole.read_bytes()[:-40])
    (tmp_path / "good.json").write_text(GOOD_POST)
    (tmp_path / "empty.html").write_text("<html><body><script>1</script></body></html>")
    (tmp_path / "good.txt").write_text("Ada was born in Leeds, and she has lived there ever since that day.")
    (tmp_path / "zero.mp4").write_bytes(b"")
    ada = persona(
        tmp_path,
        posts=[
            XArchive(source="x_archive", path="truncated.zip"),
            Dump(source="tabular", path="good.json"),
        ],
        pages=[
            PageFile(path="empty.html", url="https://a.example/1"),
            PageFile(path="good.txt", url="https://a.example/2"),
        ],
        videos=[VideoFile(path="zero.mp4", url="https://a.example/3")],
    )
    workspace = Workspace(tmp_path / "data", ada.slug)
    collect(Plain(workspace, ada))
    for record in (Post, Page, Recording):
        (dropped,) = workspace.table(record).rejected()
        assert dropped.reason == "source_unreadable"
        assert dropped.detail
        assert "\n" not in dropped.detail
    assert [row.text for row in workspace.table(Utterance).read()] == ["Steel remembers every winter."]
    assert len(list(workspace.table(Passage).read())) == 1
    listen(Plain(workspace, ada))


def test_broken_json_in_one_file_of_an_archive_keeps_the_others(tmp_path: Path) -> None:
    path = archive(tmp_path, {"data/tweets.js": TWEETS, "data/tweets-part1.js": TWEETS[:60]})
    ada = persona(tmp_path, posts=[XArchive(source="x_archive", path=path.name)])
    workspace = Workspace(tmp_path / "data", ada.slug)
    collect(Plain(workspace, ada))
    assert [post.post_id for post in workspace.table(Post).read()] == ["7"]
    (dropped,) = workspace.table(Post).rejected()
    assert dropped.reason == "broken_json"
    assert "tweets-part1.js" in dropped.detail


def test_an_enrolment_without_speech_is_named(tmp_path: Path) -> None:
    import numpy as np
    import soundfile

    tone = 0.1 * np.sin(np.linspace(0, 20_000, 16_000 * 4))
    soundfile.write(tmp_path / "tone.flac", tone, 16_000)
    soundfile.write(tmp_path / "talk.flac", tone, 16_000)
    ada = persona(
        tmp_path,
        videos=[VideoFile(path="talk.flac", url="https://a.example/3")],
        voice=Voice(enrolment=("tone.flac",)),
    )
    workspace = Workspace(tmp_path / "data", ada.slug)
    collect(Plain(workspace, ada))
    with pytest.raises(SettingsError, match=r"tone\.flac") as caught:
        listen(Plain(workspace, ada))
    assert "\n" not in str(caught.value)


def test_a_zip_that_is_no_archive_says_so(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("../../evil.js", TWEETS)
    (tmp_path / "other.zip").write_bytes(buffer.getvalue())
    ada = persona(tmp_path, posts=[XArchive(source="x_archive", path="other.zip")])
    workspace = Workspace(tmp_path / "data", ada.slug)
    collect(Plain(workspace, ada))
    (dropped,) = workspace.table(Post).rejected()
    assert dropped.reason == "source_unreadable"
    assert not list(tmp_path.parent.rglob("evil.js"))
