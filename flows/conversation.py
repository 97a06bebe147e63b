"""A conversation with the persona at the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.persona import load_persona
from likeness.records import Message
from likeness.workspace import Workspace

if TYPE_CHECKING:
    from train.fact_search import Found


def converse(persona_file: Path, root: str, recall: bool = False) -> None:
    """Read a line, answer it, until an empty line or the end of input; the whole talk is the context.

    With `recall`, facts are looked up before each answer, and standard error says which: an id that `likeness trace`
    takes, and the page.
    """
    from train.chat import open_chat

    persona = load_persona(persona_file)
    chat = open_chat(Workspace(root, persona.slug), persona, recall)
    history: list[Message] = []
    for line in iter(_ask, ""):
        history.append(Message(role="user", content=line))
        recalled = chat.recall(history)
        for found in recalled:
            sys.stderr.write(f"  {recalled_line(found)}\n")
        answer = chat.reply(history, recalled)
        history.append(Message(role="assistant", content=answer))
        sys.stdout.write(f"{persona.name}: {answer}\n")
        sys.stdout.flush()


def recalled_line(found: "Found") -> str:
    """What was looked up: "recalled fact-12ea… https://example.org/ann (disputed)"."""
    fact = found.fact
    standing = "" if fact.standing == "current" else f" ({fact.standing})"
    return f"recalled {fact.id} {''.join(fact.sources[0].url.split())}{standing}"


def _ask() -> str:
    """The next line, without its end; '' at the end of input. The prompt is shown to a person only."""
    if sys.stdin.isatty():
        sys.stderr.write("you: ")
        sys.stderr.flush()
    return sys.stdin.readline().strip()
