"""Persona files that `init` writes: they load, whatever strange things come from outside."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.pages.profile import Profile, VoiceRecording
from flows.template import quoted, render, write_template
from likeness.errors import SettingsError
from likeness.persona import Persona, load_persona

HOPPER = Profile(
    qid="Q11641",
    name="Grace Hopper",
    description='American computer scientist ("Amazing Grace")',
    aliases=("Grace Brewster Murray Hopper", "Amazing Grace", "Grandma COBOL", "Hopper"),
    family_name="Hopper",
    pronouns="she",
    born=date(1906, 12, 9),
    languages=("en",),
    wikipedia={"en": "Grace Hopper", "de": "Grace Hopper", "fr": "Grace Hopper"},
    wikiquote={"en": "Grace Hopper"},
    website="https://hopper.example.org",
    x="hopper",
    bluesky="hopper.example.org",
    mastodon="hopper@social.example.org",
    youtube="UCabc",
    feed="https://hopper.example.org/feed",
    voice=VoiceRecording("https://upload.example.org/voice.ogg", "https://commons.example.org/voice", 9, "CC0", "Ann"),
)


def loaded(text: str, folder: Path) -> Persona:
    """The persona of a file whose [rights] basis has been filled in."""
    file = folder / "someone.toml"
    file.write_text(text.replace('basis = ""', 'basis = "public record"'), encoding="utf-8")
    return load_persona(file)


def test_what_is_known_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "grace-hopper").mkdir()
    (tmp_path / "grace-hopper" / "voice.ogg").write_bytes(b"OggS")
    persona = loaded(render(HOPPER, "me@example.org", "grace-hopper/voice.ogg"), tmp_path)
    assert (persona.name, persona.pronouns, persona.born) == ("Grace Hopper", "she", date(1906, 12, 9))
    assert persona.aliases == ("Hopper", "Grace Brewster Murray Hopper")
    assert persona.description == HOPPER.description
    assert persona.fetch.contact == "me@example.org"
    assert persona.voice.enrolment == ("grace-hopper/voice.ogg",)
    assert [source.model_dump(exclude_defaults=True) for source in persona.pages] == [
        {"qid": "Q11641"},
        {"source": "wikipedia", "title": "Grace Hopper"},
        {"source": "wikiquote", "title": "Grace Hopper"},
        {"url": "https://hopper.example.org"},
        {"source": "feed", "url": "https://hopper.example.org/feed"},
    ]
    assert [source.source for source in persona.posts] == ["bluesky", "mastodon"]
    assert [source.model_dump(exclude_defaults=True) for source in persona.videos] == [
        {"url": "https://www.youtube.com/channel/UCabc"}
    ]


def test_what_costs_money_is_commented_out_with_its_price() -> None:
    text = render(HOPPER)
    assert "X asks $0.005 for a post that is read, at most $150 for 30,000 posts" in text
    assert '# account = "hopper"' in text


def test_names_that_others_may_bear_are_only_suggested() -> None:
    assert '# Also called ["Amazing Grace", "Grandma COBOL"]' in render(HOPPER)


def test_the_commented_lines_load_too(tmp_path: Path) -> None:
    filled_in, _, _ = render(HOPPER).partition("# [[posts]]                         # the person's")
    starts = ("# [[posts", "# [budget", "# source", "# account", "# usd")
    lines = [line.removeprefix("# ") if line.startswith(starts) else line for line in filled_in.split("\n")]
    persona = loaded("\n".join(lines), tmp_path)
    assert [source.source for source in persona.posts] == ["x_api", "bluesky", "mastodon"]


LANGUAGES = [
    (("en",), {"en", "de"}, ["en"]),
    (("de", "ru", "fr", "en"), {"en", "de", "ru", "fr"}, ["de", "ru", "en"]),
    (("sr",), {"en", "sr"}, ["sr", "en"]),
    (("ja",), {"en"}, ["en"]),
    ((), {"pl"}, []),
]


@pytest.mark.parametrize(("spoken", "written", "read"), LANGUAGES)
def test_own_languages_and_english_are_read(
    tmp_path: Path, spoken: tuple[str, ...], written: set[str], read: list[str]
) -> None:
    profile = Profile("Q1", "Ada Quill", languages=spoken, wikipedia=dict.fromkeys(written, "Ada Quill"))
    persona = loaded(render(profile), tmp_path)
    assert [page.language for page in persona.pages if page.source == "wikipedia"] == read
    assert persona.language == (spoken[0] if spoken else "en")


STRANGE = 'A "quoted" \\ name\n[rights]\nbasis = "x"\t\x7f\x85\u2028'
HOSTILE = STRANGE + "\ud83d"


def test_nothing_from_outside_breaks_out_of_its_quotes(tmp_path: Path) -> None:
    profile = Profile(
        qid='Q1"\n[posts]',
        name=HOSTILE,
        description=HOSTILE,
        aliases=(HOSTILE, "Ada"),
        wikipedia={"en": STRANGE},
        wikiquote={"en": STRANGE},
        languages=("en", 'x"\n'),
        website=f"https://example.org/{HOSTILE}",
        x=HOSTILE,
        bluesky=HOSTILE,
        mastodon=HOSTILE,
        youtube=HOSTILE,
        feed="file:///etc/passwd",
        voice=VoiceRecording(HOSTILE, HOSTILE, 9, HOSTILE, HOSTILE),
    )
    text = render(profile, contact=HOSTILE)
    assert '\nbasis = "x"' not in text
    persona = loaded(text, tmp_path)
    assert persona.name == STRANGE + "?"
    assert persona.rights.basis == "public record"
    assert [page.source for page in persona.pages] == ["wikipedia", "wikiquote"]
    assert (persona.posts, persona.voice.enrolment) == ((), ())


@pytest.mark.parametrize("value", [STRANGE, "", "é漢", ["a", 'b"'], True, 3])
def test_quoted_values_are_read_back(value: Any) -> None:
    assert tomllib.loads(f"key = {quoted(value)}")["key"] == value


def test_a_recording_that_was_not_fetched_is_named(tmp_path: Path) -> None:
    text = render(HOPPER)
    assert '# It was not fetched: "https://upload.example.org/voice.ogg"' in text
    assert loaded(text, tmp_path).voice.enrolment == ()


def test_of_a_name_alone_a_form_to_fill_in(tmp_path: Path) -> None:
    path = write_template('  Grace "Amazing" Hopper ', tmp_path)
    assert path.name == "grace-amazing-hopper.toml"
    persona = loaded(path.read_text(encoding="utf-8"), tmp_path)
    assert (persona.name, persona.aliases, persona.pages) == ('Grace "Amazing" Hopper', (), ())
    with pytest.raises(SettingsError, match="is there already"):
        write_template('Grace "Amazing" Hopper', tmp_path)
    with pytest.raises(SettingsError, match="the name is empty"):
        write_template("  ", tmp_path)
