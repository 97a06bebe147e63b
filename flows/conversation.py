"""A conversation with the persona at the terminal.

    you: Where were you born?
    Ann Lee: I was born in Port Skerrow.
    you: /new

The answer is written as it is made. `/new` forgets what was said, `/quit` or Ctrl-D ends the talk, Ctrl-C ends the
answer that is being given. Only the persona's words go to standard output; the rest goes to standard error.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.errors import EngineError
from likeness.persona import load_persona
from likeness.records import Message
from likeness.workspace import Workspace

if TYPE_CHECKING:
    from train.chat import Chat
    from train.fact_search import Found

NEW, QUIT = "/new", "/quit"


def converse(persona_file: Path, root: str, recall: bool = False) -> None:
    """Read a line and answer it, until `/quit` or the end of input; the whole talk is the context.

    With `recall`, facts are looked up before each answer, and standard error says which: an id that `likeness trace`
    takes, and the page.
    """
    from train.chat import open_chat

    persona = load_persona(persona_file)
    chat = open_chat(Workspace(root, persona.slug), persona, recall)
    _note(f"answering: {chat.note}. {NEW} begins anew, {QUIT} or Ctrl-D ends, Ctrl-C stops an answer.")
    history: list[Message] = []
    while (line := _ask()) not in (None, QUIT):
        if line == NEW:
            history.clear()
            _note("forgotten; ask anew.")
        elif line:
            history = _after(chat, persona.name, history, line)


def _after(chat: "Chat", name: str, history: list[Message], line: str) -> list[Message]:
    """Answer a line, and return the talk with both; without the line if there was no answer to it."""
    asked = [*history, Message(role="user", content=line)]
    recalled = chat.recall(asked)
    for found in recalled:
        _note(f"  {recalled_line(found)}")
    answer = _answer(chat, name, asked, recalled)
    return [*asked, Message(role="assistant", content=answer)] if answer else history


def _answer(chat: "Chat", name: str, asked: list[Message], recalled: "list[Found]") -> str:
    """Write the answer as it is made, and return it; only its beginning if Ctrl-C stopped it."""
    said = ""
    try:
        for words in chat.stream(asked, recalled):
            _say(words if said else f"{name}: {words}")
            said += words
    except KeyboardInterrupt:
        _say(" …" if said else "")
    except EngineError as error:
        _note(str(error))
        return ""
    _say("\n")
    return said


def recalled_line(found: "Found") -> str:
    """What was looked up: "recalled fact-12ea… https://example.org/ann (disputed)"."""
    fact = found.fact
    standing = "" if fact.standing == "current" else f" ({fact.standing})"
    return f"recalled {fact.id} {''.join(fact.sources[0].url.split())}{standing}"


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


def _note(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _ask() -> str | None:
    """The next line, without its end; None at the end of input. The prompt is shown to a person only."""
    if sys.stdin.isatty():
        sys.stderr.write("you: ")
        sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:  # there is no answer to stop
        _note("")
        return ""
    return line.strip() if line else None
