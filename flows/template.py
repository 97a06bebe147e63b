"""The persona file that `likeness init` writes: what Wikidata knows of a person, and every key that a first run needs.

Whatever comes from outside stands in quotes and is escaped; a value that would not load is left out.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractors.pages.profile import Profile, VoiceRecording
from likeness.errors import SettingsError
from likeness.files import write_bytes
from likeness.sources import (
    BlueskyAccount,
    MastodonAccount,
    PageList,
    Source,
    VideoList,
    WebPage,
    WikidataItem,
    WikiPage,
    XAccount,
    slugify,
)

MOST_LANGUAGES = 3
"""Wikipedias that are read: the person's own languages and English. More of them repeat each other."""

EXAMPLES = """\
# [[posts]]                         # the person's own posts: an X archive (zip or folder), or a CSV/JSONL dump
# source = "x_archive"
# path = "archive.zip"

# [[pages]]                         # pages about the person: .html, .wikitext, .txt, .md
# path = "biography.html"
# url = "https://..."
# license = "CC BY-SA 4.0"

# [[videos]]                        # recordings in which the person speaks, with captions
# path = "interview.mp4"
# captions = "interview.vtt"
# url = "https://..."

# [[transcripts]]                   # words with their speakers, without the sound
# path = "interview.srt"

# [rewrite]
# engine = "llm"                    # a language model writes the questions and answers; without it, rules do
# [llm]
# model = "openai:gpt-5-mini"       # or "openai:NAME" with base_url = "http://localhost:11434/v1"
# [budget]
# usd = 20                          # a hard stop

# [evaluate]
# questions = "questions.jsonl"     # held-out questions, a JSON object a line: question, answers, evidence
"""


def write_template(name: str, folder: Path) -> Path:
    """Write `folder/<slug>.toml` for somebody of whom only the name is known.

    Raises:
        SettingsError: if the name is empty, or the file is there already.
    """
    if not name.strip():
        raise SettingsError('the name is empty; say it as in `likeness init "Grace Hopper"`')
    path = new_file(name, folder)
    write_bytes(path, render(Profile("", name.strip())).encode())
    return path


def new_file(name: str, folder: Path) -> Path:
    """Where the persona file of somebody goes.

    Raises:
        SettingsError: if it is there already.
    """
    path = folder / f"{slugify(name)}.toml"
    if path.exists():
        raise SettingsError(f"{path}: is there already; edit it, or delete it first")
    return path


def render(profile: Profile, contact: str = "", enrolment: str = "") -> str:
    """The persona file as TOML; it loads once [rights] basis is filled in.

    Args:
        profile: of the person; with the name alone, it becomes a form to fill in.
        contact: whom the servers that are asked can write to.
        enrolment: the recording of the voice, relative to the persona file; '' if it is not there.
    """
    sections = [_person(profile), _RIGHTS, _fetch(contact), *_sources(profile), _voice(profile.voice, enrolment)]
    return "\n".join(section for section in [*sections, EXAMPLES] if section)


_RIGHTS = """\
[rights]
basis = ""                          # required: on what ground you may use this record; printed on every card
publish = false                     # true makes what you publish public
disclosure = true                   # the persona says what it is when it is asked sincerely
"""


def _person(profile: Profile) -> str:
    aliases, doubtful = _sorted_aliases(profile)
    item = quoted(f"https://www.wikidata.org/wiki/{profile.qid}")
    lines = [
        "# One person. Paths are relative to this file; what stands behind a '#' is optional.",
        *([f"# What is filled in is from {item}: check it."] if profile.qid else []),
        f"name = {quoted(profile.name)}",
        f"aliases = {quoted(aliases)}{_alias_hint(profile, aliases)}",
        *([f"# Also called {quoted(doubtful)}: add what means this person and nobody else."] if doubtful else []),
        _line("pronouns", profile.pronouns, "he, she or they: which pronouns may stand for this person"),
        _line("language", next(iter(profile.languages), "en"), _language_remark(profile.languages)),
        f"born = {profile.born}" if profile.born else "# born = 1906-12-09",
        f"description = {quoted(profile.description)}" if profile.description else '# description = "Naval officer."',
    ]
    return "\n".join([*lines, ""])


def _sorted_aliases(profile: Profile) -> tuple[list[str], list[str]]:
    """The names that surely mean this person (the surname, and full names with it), and the others."""
    surname = profile.family_name
    sure = [alias for alias in profile.aliases if surname and f" {surname} " in f" {alias} "]
    others = [alias for alias in profile.aliases if alias not in {*sure, surname, profile.name}]
    return [alias for alias in dict.fromkeys([surname, *sure]) if alias and alias != profile.name], others


def _alias_hint(profile: Profile, aliases: list[str]) -> str:
    last = quoted(profile.name.split()[-1])
    return "" if aliases else f"                        # other names that mean this person and nobody else: {last}"


def _language_remark(languages: tuple[str, ...]) -> str:
    others = ", ".join(quoted(code) for code in languages[1:])
    return f"of the person's own words; {others} may be it too" if others else "of the person's own words"


def _fetch(contact: str) -> str:
    if contact:
        return "\n".join(["[fetch]", _line("contact", contact, "whom the servers that are asked can write to"), ""])
    return '# [fetch]                           # needed for what is fetched\n# contact = "me@example.org"\n'


def _sources(profile: Profile) -> Iterator[str]:
    """Where the person's record lies, a block a source."""
    yield _block("pages", _checked(WikidataItem, qid=profile.qid), "dated facts")
    for language in _languages(profile):
        title = profile.wikipedia[language]
        yield _block("pages", _checked(WikiPage, source="wikipedia", title=title, language=language))
    for language in [code for code in _languages(profile) if code in profile.wikiquote]:
        title = profile.wikiquote[language]
        yield _block("pages", _checked(WikiPage, source="wikiquote", title=title, language=language))
    yield _block("pages", _checked(WebPage, url=profile.website), "the official site")
    yield _block("pages", _checked(PageList, source="feed", url=profile.feed))
    yield _x(_checked(XAccount, account=profile.x))
    yield _block("posts", _checked(BlueskyAccount, account=profile.bluesky))
    yield _block("posts", _checked(MastodonAccount, account=profile.mastodon))
    channel = profile.youtube and f"https://www.youtube.com/channel/{profile.youtube}"
    yield _block("videos", _checked(VideoList, url=channel), "the person's channel; others may speak there too")


def _languages(profile: Profile) -> list[str]:
    own = [code for code in profile.languages if code in profile.wikipedia and code != "en"]
    return [*own[: MOST_LANGUAGES - 1], *(["en"] if "en" in profile.wikipedia else [])]


def _checked(kind: type[Source], **values: Any) -> Source | None:
    """A source, or None if a value is missing or is not what its key takes."""
    try:
        return kind(**values)
    except ValidationError:
        return None


def _block(table: str, source: Source | None, remark: str = "") -> str:
    """A source as a table of TOML; '' for none."""
    if source is None:
        return ""
    values = {"source": source.source, **source.model_dump(mode="json", exclude_defaults=True)}
    head = f"[[{table}]]".ljust(35) + f" # {remark}" if remark else f"[[{table}]]"
    return "\n".join([head, *(f"{key} = {quoted(value)}" for key, value in values.items()), ""])


def _x(account: Source | None) -> str:
    """The account on X, commented out: reading it costs money."""
    if not isinstance(account, XAccount):
        return ""
    most = account.most * account.usd_per_post
    lines = [
        f"X asks ${account.usd_per_post} for a post that is read, at most ${most:.0f} for {account.most:,} posts, and",
        "a key in X_BEARER_TOKEN. To have them, uncomment this and say what may be spent:",
        *_block("posts", account).rstrip("\n").split("\n"),
        "[budget]",
        f"usd = {most:.0f}",
    ]
    return "\n".join([*(f"# {line}" for line in lines), ""])


def _voice(recording: VoiceRecording | None, enrolment: str) -> str:
    """The recording in which only the person speaks, with what its licence asks to be said."""
    if recording is None:
        return '# [voice]\n# enrolment = ["only-this-person-speaking.wav"]\n'
    credit = (
        f"# The voice is known from {quoted(recording.page)} ({quoted(recording.license)}, {quoted(recording.author)})."
    )
    if enrolment:
        advice = "# Listen to it first: nobody else may be heard in it."
        return f"[voice]\n{credit}\n{advice}\nenrolment = {quoted([enrolment])}\n"
    return f'# [voice]\n{credit}\n# It was not fetched: {quoted(recording.url)}\n# enrolment = ["voice.ogg"]\n'


def _line(key: str, value: str, remark: str) -> str:
    return f"{key} = {quoted(value)}".ljust(35) + f" # {remark}"


def quoted(value: Any) -> str:
    """A text, number or list as TOML has it: JSON, but for U+007F and halves of characters, which TOML refuses."""
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", text)
