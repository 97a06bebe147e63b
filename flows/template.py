"""The persona file that `likeness init` writes: every key that a first run needs, and what it means."""

from pathlib import Path

from likeness.errors import SettingsError
from likeness.files import write_bytes
from likeness.persona import slugify

TEMPLATE = """\
# One person. Paths are relative to this file; what stands behind a '#' is optional.
name = "{name}"
aliases = []                        # other names that mean this person and nobody else: "{last}"
pronouns = "they"                   # he, she or they: which pronouns may stand for this person
language = "en"
# born = 1906-12-09
# description = "Computer scientist and naval officer."

[rights]
basis = ""                          # required: on what ground you may use this record; printed on every card
publish = false                     # true makes what you publish public
disclosure = true                   # the persona says what it is when it is asked sincerely

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

# [voice]
# enrolment = ["only-this-person-speaking.wav"]

# [evaluate]
# questions = "questions.jsonl"     # held-out questions, a JSON object a line: question, answers, evidence
"""


def write_template(name: str, folder: Path) -> Path:
    """Write `folder/<slug>.toml` for a name.

    Raises:
        SettingsError: if the name is empty, or the file is there already.
    """
    if not name.strip():
        raise SettingsError('the name is empty; say it as in `likeness init "Grace Hopper"`')
    path = folder / f"{slugify(name)}.toml"
    if path.exists():
        raise SettingsError(f"{path}: is there already; edit it, or delete it first")
    quoted = name.strip().replace("\\", "\\\\").replace('"', '\\"')
    write_bytes(path, TEMPLATE.format(name=quoted, last=quoted.split()[-1]).encode())
    return path
