"""Talking to the persona: the newest adapter on its base model.

chat = open_chat(workspace, persona)
chat.reply([Message(role="user", content="Where were you born?")])    # "I was born in Port Skerrow."

With `recall=True` the facts that a question is about are looked up and put before it (`train.recall`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from likeness.persona import Persona
from likeness.records import Message
from likeness.workspace import Workspace
from train.curriculum import FACTS, STYLE
from train.dataset import system_prompt
from train.fact_search import FactIndex, Found, open_index, search
from train.recall import MOST_RECALLED, asked_for, memories

REMEMBERED_MESSAGES = 12
"""Messages of the talk that the model is shown; what lies further back would only slow it down."""


@dataclass(frozen=True)
class Chat:
    """An open persona. `note` says for people what is answering; `index` is None where nothing is looked up."""

    model: Any
    tokenizer: Any
    prompt: str
    note: str
    index: FactIndex | None = None

    def recall(self, messages: Sequence[Message]) -> list[Found]:
        """The facts that the user's last words are about, the likeliest first; none without an index."""
        return search(self.index, asked_for(messages), MOST_RECALLED) if self.index is not None else []

    def reply(self, messages: Sequence[Message], recalled: Sequence[Found] | None = None) -> str:
        """The persona's answer to a talk that ends with the user's words.

        `recalled` is what `recall` gave for these messages; without it, it is looked up here.
        """
        from train.generation import generate

        found = self.recall(messages) if recalled is None else recalled
        known = memories([each.fact for each in found], asked_for(messages))
        *before, last = messages[-REMEMBERED_MESSAGES:]
        talk = [Message(role="system", content=self.prompt), *before, *known, last]
        return generate(self.model, self.tokenizer, [[message.model_dump() for message in talk]])[0]


def open_chat(workspace: Workspace, persona: Persona, recall: bool = False) -> Chat:
    """Load the adapter of the last stage that was trained, or the base model alone if none was.

    Args:
        workspace: where the adapters and the fact index lie.
        persona: who is to answer.
        recall: whether to look facts up in exports/facts before each answer.

    Raises:
        MissingExtra, SettingsError: as `train.base_model.open_base`.
        WorkspaceError: if facts are to be looked up, and the index is not built or older than the facts.
    """
    from train.generation import open_model

    index = open_index(workspace, persona) if recall else None
    adapter = next((name for name in (FACTS, STYLE) if workspace.path(name).exists()), None)
    model, tokenizer = open_model(persona.train, workspace.path(adapter) if adapter else None)
    untrained = f"the base model alone, which knows nothing of {persona.name}: `likeness finetune` has not run"
    return Chat(model, tokenizer, system_prompt(persona), adapter or untrained, index)
