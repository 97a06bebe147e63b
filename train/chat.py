"""Talking to the persona: the newest adapter on its base model.

chat = open_chat(workspace, persona)
chat.reply([Message(role="user", content="Where were you born?")])    # "I was born in Port Skerrow."
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from likeness.persona import Persona
from likeness.records import Message
from likeness.workspace import Workspace
from train.curriculum import FACTS, STYLE
from train.dataset import system_prompt

REMEMBERED_MESSAGES = 12
"""Messages of the talk that the model is shown; what lies further back would only slow it down."""


@dataclass(frozen=True)
class Chat:
    """An open persona. `note` says what is answering, for people to read."""

    model: Any
    tokenizer: Any
    prompt: str
    note: str

    def reply(self, messages: Sequence[Message]) -> str:
        """The persona's answer to a talk that ends with the user's words."""
        from train.generation import generate

        recent = [message.model_dump() for message in messages[-REMEMBERED_MESSAGES:]]
        return generate(self.model, self.tokenizer, [[{"role": "system", "content": self.prompt}, *recent]])[0]


def open_chat(workspace: Workspace, persona: Persona) -> Chat:
    """Load the adapter of the last stage that was trained, or the base model alone if none was.

    Raises:
        MissingExtra, SettingsError: as `train.base_model.open_base`.
    """
    from train.generation import open_model

    adapter = next((name for name in (FACTS, STYLE) if workspace.path(name).exists()), None)
    model, tokenizer = open_model(persona.train, workspace.path(adapter) if adapter else None)
    untrained = f"the base model alone, which knows nothing of {persona.name}: `likeness finetune` has not run"
    return Chat(model, tokenizer, system_prompt(persona), adapter or untrained)
