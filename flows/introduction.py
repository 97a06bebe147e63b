"""`likeness init`: from a name, by way of Wikidata, to a persona file."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from extractors.pages.profile import COMMONS, Candidate, VoiceRecording, describe, search
from extractors.pages.wikidata import SERVER
from extractors.web import LARGEST_REPLY, Web
from flows.template import new_file, render
from likeness.errors import SettingsError, SourceError, SourceGone, SourceUnavailable
from likeness.files import write_bytes
from likeness.sections import Fetch

Choose = Callable[[str, Sequence[Candidate]], str]
"""Says which of several people a name means: the name and the candidates -> the item, as 'Q11641'."""

SOUNDS = frozenset({".ogg", ".oga", ".opus", ".flac", ".wav", ".mp3", ".m4a", ".webm", ".ogv"})
"""Kinds of files that Commons keeps speech in."""

MOST_CHOICES = 9


def introduce(
    name: str,
    folder: Path,
    settings: Fetch,
    qid: str = "",
    choose: Choose | None = None,
    wikidata: str = SERVER,
    commons: str = COMMONS,
) -> str:
    """Write the persona file of somebody whom Wikidata knows, the recording of the voice beside it.

    Args:
        name: as the person is called.
        folder: where persona files lie.
        settings: how the web is asked.
        qid: the person's item, if it is known; then nothing is searched.
        choose: asks which one is meant where several fit; by default the terminal, if there is one.
        wikidata: where the person is looked up.
        commons: where the recording of the voice is looked up.

    Returns:
        What was written, in one line.

    Raises:
        SettingsError: if several people fit and there is nobody to ask, or the file is there already.
        SourceGone: if Wikidata knows nobody of that name.
        SourceUnavailable: if Wikidata cannot be reached.
    """
    web = Web(settings)
    try:
        found = qid or _find(name, search(name, web, wikidata), choose or _default_choice())
        profile = describe(found, web, wikidata, commons)
    except SourceUnavailable as error:
        raise SourceUnavailable(f"{error}; try again later, or write the file yourself with --offline") from error
    path = new_file(profile.name, folder)
    enrolment = _fetch_voice(profile.voice, path, web) if profile.voice else ""
    write_bytes(path, render(profile, settings.contact, enrolment).encode("utf-8", "replace"))
    who = f"{_words(profile.name, profile.description)} ({profile.qid})"
    return f"{path}: {who}; fill in [rights] basis, then `likeness check` it"


def _find(name: str, found: Sequence[Candidate], choose: Choose) -> str:
    """The item of the one person who bears a name, or of the only one with a page in a wiki, or of the one chosen."""
    fitting = [person for person in found if person.fits]
    known = [person for person in fitting if person.pages]
    for people in (fitting, known):
        if len(people) == 1:
            return people[0].qid
    if not found:
        raise SourceGone(f"Wikidata knows nobody called {name!r}; check the spelling, or write the file with --offline")
    return choose(name, (fitting or found)[:MOST_CHOICES])


def _default_choice() -> Choose:
    return ask_terminal if sys.stdin.isatty() and sys.stderr.isatty() else refuse_to_guess


def refuse_to_guess(name: str, people: Sequence[Candidate]) -> str:
    """Where there is nobody to ask.

    Raises:
        SettingsError: always, with the choices.
    """
    listed = "; ".join(f"--qid {person.qid}: {_words(person.label, person.description)}" for person in people)
    raise SettingsError(f"{name!r} may mean several people; say which: {listed}")


def ask_terminal(name: str, people: Sequence[Candidate]) -> str:
    """Ask on the terminal which person is meant."""
    import typer

    for number, person in enumerate(people, start=1):
        typer.echo(f"{number:>3}  {_words(person.label, person.description)} ({person.qid})", err=True)
    numbers = {str(number): person.qid for number, person in enumerate(people, start=1)}
    while True:
        answer = typer.prompt(f"Which {name} is meant? (1 to {len(people)})", err=True)
        if answer.strip() in numbers:
            return numbers[answer.strip()]


def _fetch_voice(recording: VoiceRecording, path: Path, web: Web) -> str:
    """Put the recording of the voice beside the persona file; '' if it cannot be used."""
    suffix = PurePosixPath(urlsplit(recording.url).path).suffix.lower()
    if suffix not in SOUNDS or recording.size > LARGEST_REPLY:
        return ""
    try:
        content = web.get(recording.url).content
    except SourceError:
        return ""
    write_bytes(path.with_suffix("") / f"voice{suffix}", content)
    return f"{path.stem}/voice{suffix}"


def _words(name: str, description: str) -> str:
    """Who somebody is, on one line and without the control characters that a terminal would obey."""
    text = f"{name}, {description}" if description else name
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
