"""The persona file: a strict TOML spec of one person.

    name = "Grace Hopper"
    aliases = ["Hopper", "Rear Admiral Hopper"]
    pronouns = "she"

    [rights]
    basis = "public record; no endorsement"

    [[posts]]
    source = "x_archive"
    path = "archive.zip"

Paths are relative to the persona file. An unknown key, a wrong type or a missing file is an error; all of them are
reported at once, each with its key's path.
"""

import difflib
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import Field, ValidationError, field_validator

from likeness.errors import SettingsError
from likeness.sections import (
    Budget,
    Evaluate,
    Export,
    Fetch,
    LanguageModel,
    Rewrite,
    Rights,
    Train,
    Vits,
    Voice,
)
from likeness.sources import PageSource, PostSource, Section, SourcePath, TranscriptFile, VideoSource, slugify


class Persona(Section):
    """Everything that a run needs to know of one person. `folder` is where the persona file lies."""

    name: str = Field(min_length=1)
    slug: str = Field(default="", pattern=r"^[a-z0-9-]*$")
    aliases: tuple[str, ...] = ()
    pronouns: Literal["he", "she", "they"] = "they"
    language: str = "en"
    born: date | None = None
    description: str = ""
    rights: Rights
    posts: tuple[PostSource, ...] = ()
    pages: tuple[PageSource, ...] = ()
    videos: tuple[VideoSource, ...] = ()
    transcripts: tuple[TranscriptFile, ...] = ()
    fetch: Fetch = Fetch()
    voice: Voice = Voice()
    rewrite: Rewrite = Rewrite()
    llm: LanguageModel = LanguageModel()
    train: Train = Train()
    evaluate: Evaluate = Evaluate()
    vits: Vits = Vits()
    export: Export = Export()
    budget: Budget = Budget()
    folder: Path = Field(default=Path(), exclude=True, repr=False)

    @field_validator("aliases")
    @classmethod
    def _no_empty_alias(cls, aliases: tuple[str, ...]) -> tuple[str, ...]:
        if not all(alias.strip() for alias in aliases):
            raise ValueError("an alias is empty")
        return aliases

    def model_post_init(self, _: Any) -> None:
        """Derive the slug from the name where none is given."""
        if not self.slug:
            object.__setattr__(self, "slug", slugify(self.name))

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases, longest first, so that the first match is the fullest."""
        return tuple(sorted({self.name, *self.aliases}, key=lambda name: (-len(name), name)))

    @property
    def rewriter(self) -> str:
        """What wrote the questions and answers, as cards and reports name it: `rules`, or the language model."""
        return self.llm.model if self.rewrite.engine == "llm" else self.rewrite.engine

    def resolve(self, path: SourcePath) -> Path:
        """A path of the persona file as a path on this machine."""
        return self.folder / path


def load_persona(path: Path) -> Persona:
    """Read and check a persona file.

    Raises:
        SettingsError: if it is missing, not TOML, or breaks the spec; one line a problem, all problems at once.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"{path}: no such file; `likeness init NAME` writes one") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from error
    problems: list[str] = []
    if "folder" in values:
        problems.append("folder: unknown key; paths are relative to the persona file")
        del values["folder"]
    try:
        persona = Persona.model_validate({**values, "folder": path.parent})
    except ValidationError as error:
        raise SettingsError(_listed(path, problems + [_problem(e) for e in error.errors()])) from error
    problems += [f"{key}: no such file: {p}" for key, p in _paths(persona) if not persona.resolve(p).exists()]
    if problems:
        raise SettingsError(_listed(path, problems))
    return persona


def _listed(path: Path, problems: list[str]) -> str:
    return f"{path}: " + "; ".join(problems)


def _problem(error: Any) -> str:
    """One validation error as 'voice.enrolmnt: unknown key (did you mean enrolment?)'."""
    key, section = _place(error["loc"])
    if error["type"] == "union_tag_invalid":
        return f"{key}.source: must be one of {error['ctx']['expected_tags']}"
    if error["type"] != "extra_forbidden":
        return f"{key}: {error['msg'].removeprefix('Value error, ')}"
    near = difflib.get_close_matches(str(error["loc"][-1]), section.model_fields, n=1)
    return f"{key}: unknown key" + (f" (did you mean {near[0]}?)" if near else "")


def _place(location: tuple[str | int, ...]) -> tuple[str, Any]:
    """The key of an error as it stands in the file, and the section that it is in."""
    annotation, section, key = Persona, Persona, list[str]()
    for part in location:
        if not hasattr(annotation, "model_fields") and isinstance(part, str):
            annotation = _tagged(annotation, part)  # pydantic names the kind of source too; the file does not
            continue
        key.append(str(part))
        section = annotation if isinstance(part, str) else section
        annotation = _inside(annotation, part)
    return ".".join(key), section


def _inside(annotation: Any, part: str | int) -> Any:
    """What an index leads to in a tuple, or a key in a section; an unknown key leads nowhere."""
    if isinstance(part, int):
        return get_args(annotation)[0]
    return annotation.model_fields[part].annotation if part in annotation.model_fields else None


def _tagged(union: Any, tag: str) -> Any:
    """The kind of source that a tag means."""
    choices = (get_args(choice) for choice in get_args(get_args(union)[0]))
    return next(kind for kind, known in choices if known.tag == tag)


def _paths(persona: Persona) -> Iterator[tuple[str, SourcePath]]:
    """Every path of the file with its key."""
    for kind in ("posts", "pages", "videos", "transcripts"):
        for index, source in enumerate(getattr(persona, kind)):
            keys = [key for key in ("path", "captions", "cookies") if getattr(source, key, None)]
            yield from ((f"{kind}.{index}.{key}", getattr(source, key)) for key in keys)
    yield from ((f"voice.enrolment.{i}", path) for i, path in enumerate(persona.voice.enrolment))
    if persona.evaluate.questions:
        yield "evaluate.questions", persona.evaluate.questions
