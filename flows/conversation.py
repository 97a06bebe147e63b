"""A conversation with the persona at the terminal."""

import sys
from pathlib import Path

from likeness.persona import load_persona
from likeness.records import Message
from likeness.workspace import Workspace


def converse(persona_file: Path, root: str) -> None:
    """Read a line, answer it, until an empty line or the end of input; the whole talk is the context."""
    from train.chat import open_chat

    persona = load_persona(persona_file)
    chat = open_chat(Workspace(root, persona.slug), persona)
    history: list[Message] = []
    for line in iter(_ask, ""):
        history.append(Message(role="user", content=line))
        answer = chat.reply(history)
        history.append(Message(role="assistant", content=answer))
        sys.stdout.write(f"{persona.name}: {answer}\n")
        sys.stdout.flush()


def _ask() -> str:
    """The next line, without its end; '' at the end of input. The prompt is shown to a person only."""
    if sys.stdin.isatty():
        sys.stderr.write("you: ")
        sys.stderr.flush()
    return sys.stdin.readline().strip()
