"""What the base model's chat template puts around a talk, for programs that have a template language of their own.

    frame = frame_of(tokenizer)
    frame.before("user", 1)        "<|im_end|>\\n<|im_start|>user\\n"
    frame.in_go()                  for Ollama
    serving_template(tokenizer)    for vLLM and transformers, in Jinja

A template is not translated: a talk of stand-ins is rendered, and what lies between them is taken as it is. So the
persona is asked in just the form that it was trained in (`train.templates`), which the template's own answer to a
server need not be: it may refuse a system prompt, ask the model to think first, or print the date of the day.

Not handled: tools, pictures, and thoughts that a template shows.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from likeness.errors import SettingsError
from train.encoding import Conversation
from train.templates import prompt

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

STAND_INS = tuple(f"Xq{number}SAIDq{number}X" for number in range(4))
"""What is said in the talk that is rendered; nothing that a template would trim or escape."""

ROLES = ("system", "user", "assistant", "user", "assistant", "user")
TALKS = (ROLES[:2], ROLES[:4], ROLES, ROLES[1:2], ROLES[1:4])
"""The roles of the talks by which a frame is checked, with and without a system prompt."""


@dataclass(frozen=True)
class Frame:
    """The texts between the messages of a talk.

    Attributes:
        opening: before the system prompt.
        first: between the system prompt and what the user says first.
        bare: before what the user says first, where there is no system prompt.
        reply: between what the user and what the persona says.
        then: between what the persona says and what the user says next.
        generation: after the user's last words; the persona's answer follows.
        bos: the beginning-of-text token with which `opening` and `bare` begin, if the tokenizer adds it by itself.
    """

    opening: str
    first: str
    bare: str
    reply: str
    then: str
    generation: str
    bos: str = ""

    def before(self, role: str, place: int) -> str:
        """What stands before the message at `place` of a talk, counted from 0."""
        if role != "user":
            return self.opening if role == "system" else self.reply
        return self.bare if place == 0 else self.first if place == 1 else self.then

    def prompt(self, talk: Conversation) -> str:
        """A talk that ends with the user, as the model reads it."""
        said = (self.before(message["role"], place) + message["content"] for place, message in enumerate(talk))
        return "".join(said) + self.generation

    def in_go(self) -> str:
        """As a template of Go, which Ollama executes with `.Messages`; Ollama adds a `bos` itself."""
        opening, bare = (text.removeprefix(self.bos) for text in (self.opening, self.bare))
        return "\n".join(
            [
                "{{- range $place, $_ := .Messages }}",
                f'{{{{- if eq .Role "system" }}}}{{{{ {quoted(opening)} }}}}',
                f'{{{{- else if eq .Role "assistant" }}}}{{{{ {quoted(self.reply)} }}}}',
                f"{{{{- else if eq $place 0 }}}}{{{{ {quoted(bare)} }}}}",
                f"{{{{- else if eq $place 1 }}}}{{{{ {quoted(self.first)} }}}}",
                f"{{{{- else }}}}{{{{ {quoted(self.then)} }}}}",
                "{{- end }}{{ .Content }}",
                f"{{{{- end }}}}{{{{ {quoted(self.generation)} }}}}",
            ]
        )

    def in_jinja(self) -> str:
        """As a chat template of transformers, for talks that are to be answered; not one to train with."""
        return "\n".join(
            [
                "{%- for message in messages -%}",
                f"{{%- if message['role'] == 'system' -%}}{{{{ {quoted(self.opening)} }}}}",
                f"{{%- elif message['role'] == 'assistant' -%}}{{{{ {quoted(self.reply)} }}}}",
                f"{{%- elif loop.index0 == 0 -%}}{{{{ {quoted(self.bare)} }}}}",
                f"{{%- elif loop.index0 == 1 -%}}{{{{ {quoted(self.first)} }}}}",
                f"{{%- else -%}}{{{{ {quoted(self.then)} }}}}",
                "{%- endif -%}{{ message['content'] }}",
                "{%- endfor -%}",
                f"{{%- if add_generation_prompt -%}}{{{{ {quoted(self.generation)} }}}}{{%- endif -%}}",
            ]
        )


def quoted(text: str) -> str:
    """Text as a string that JSON, Go and Jinja all read alike."""
    return json.dumps(text, ensure_ascii=False)


def frame_of(tokenizer: "PreTrainedTokenizerBase") -> Frame:
    """The frame of the base model's chat template.

    Raises:
        SettingsError: if the template refuses a talk, or arranges one in a way that a frame cannot hold.
    """
    system, first, reply, then = STAND_INS
    talk = [{"role": role, "content": said} for role, said in zip(ROLES, STAND_INS, strict=False)]
    opening, *between, generation = _around(tokenizer, prompt(tokenizer, talk), [system, first, reply, then])
    bare, _ = _around(tokenizer, prompt(tokenizer, talk[1:2]), [first])
    frame = Frame(opening, between[0], bare, between[1], between[2], generation, _own_bos(tokenizer))
    if any(frame.prompt(said) != prompt(tokenizer, said) for said in _talks()):
        raise _cannot_be_held(tokenizer)
    return frame


def serving_template(tokenizer: "PreTrainedTokenizerBase") -> str:
    """A chat template by which a server asks as `train.templates.prompt` does: the tokenizer's own wherever that does.

    One with `{% generation %}` marks, which are for training and not known to every server, is written anew.

    Raises:
        SettingsError: as `frame_of`.
    """
    from jinja2 import TemplateError

    own = tokenizer.chat_template
    try:
        as_trained = all(
            tokenizer.apply_chat_template(list(talk), tokenize=False, add_generation_prompt=True)
            == prompt(tokenizer, talk)
            for talk in _talks()
        )
    except TemplateError:
        as_trained = False
    as_it_is = isinstance(own, str) and as_trained and not re.search(r"{%-?\s*generation", own)
    return own if as_it_is else frame_of(tokenizer).in_jinja()


def _talks() -> Iterator[Conversation]:
    for roles in TALKS:
        yield [{"role": role, "content": f"One {place}, and {{more}}."} for place, role in enumerate(roles)]


def _around(tokenizer: "PreTrainedTokenizerBase", text: str, said: Sequence[str]) -> list[str]:
    """The texts before, between and after what is said, which must stand in this order."""
    pieces = []
    for words in said:
        before, found, text = text.partition(words)
        if not found:
            raise _cannot_be_held(tokenizer)
        pieces.append(before)
    return [*pieces, text]


def _own_bos(tokenizer: "PreTrainedTokenizerBase") -> str:
    """The token that the tokenizer puts before any text by itself, "" if there is none."""
    bos = tokenizer.bos_token_id
    return str(tokenizer.bos_token) if bos is not None and tokenizer("One").input_ids[:1] == [bos] else ""


def _cannot_be_held(tokenizer: "PreTrainedTokenizerBase") -> SettingsError:
    return SettingsError(
        f"train.base_model: the chat template of {tokenizer.name_or_path} does more than put words around what is "
        "said, which other programs cannot be told; take its models out of [export], or choose another base model"
    )
