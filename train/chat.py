"""Talking to the persona: the newest adapter on its base model, word by word.

chat = open_chat(workspace, persona)
for words in chat.stream([Message(role="user", content="Where were you born?")]):
    print(words, end="")                                              # "I was", " born in", " Port Skerrow."
chat.reply([Message(role="user", content="Where were you born?")])    # "I was born in Port Skerrow."

With `recall=True` the facts that a question is about are looked up and put before it (`train.recall`).

Answers are greedy: the same talk gets the same answer. Not handled: penalties on repetition that a base model's own
generation settings ask for; the evaluation of a persona is held with them (`train.generation`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from likeness.errors import EngineError
from likeness.persona import Persona
from likeness.records import Message
from likeness.workspace import Workspace
from train.dataset import system_prompt
from train.encoding import Conversation
from train.fact_search import FactIndex, Found, open_index, search
from train.promotion import adapter_in_use
from train.recall import MOST_RECALLED, asked_for, memories
from train.templates import end_token, prompt

MAX_NEW_TOKENS = 200
"""Tokens of an answer at most, about 150 words: what people say in one go, and half a minute on two CPU cores."""

MOST_CONTEXT = 1024
"""Tokens that the model reads, its answer included, where its own context is not shorter: twice a row of training, and
some thirty exchanges of small talk. With SmolLM2-135M on two busy CPU cores the first word of an answer comes after 3 s
for 200 tokens, 12 s for 850, 32 s for 1850."""

UNFINISHED = "\N{REPLACEMENT CHARACTER}"
"""What a character whose bytes are spread over tokens is decoded as, until the last of them is there."""


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
        """The persona's whole answer; see `stream`."""
        return "".join(self.stream(messages, recalled))

    def stream(self, messages: Sequence[Message], recalled: Sequence[Found] | None = None) -> Iterator[str]:
        """The persona's answer to a talk that ends with the user's words, piece by piece as it is made.

        Nothing runs on when the iterator is left. What lies so far back that the model cannot read it is left out,
        whole exchanges at a time.

        Args:
            messages: the user's and the persona's words in turn, the user's first and last.
            recalled: what `recall` gave for these messages; without it, it is looked up here.

        Raises:
            EngineError: if the last words alone are longer than the model can read.
        """
        found = self.recall(messages) if recalled is None else recalled
        known = memories([each.fact for each in found], asked_for(messages))
        return pieces(self.model, self.tokenizer, self._fitting(messages, known))

    def _fitting(self, messages: Sequence[Message], known: Sequence[Message]) -> Any:
        """The token ids (1, num_tokens) of the talk, its oldest exchanges left out until the rest fits."""
        room = context_of(self.model) - MAX_NEW_TOKENS
        for start in range(0, len(messages), 2):
            text = prompt(self.tokenizer, self.talk(messages[start:], known))
            ids = self.tokenizer(text, add_special_tokens=False, return_tensors="pt", verbose=False)["input_ids"]
            if ids.shape[1] <= room:
                return ids
        raise EngineError(f"too long: that is {ids.shape[1]} tokens, and the model reads {room}; say it in fewer words")

    def talk(self, messages: Sequence[Message], known: Sequence[Message]) -> Conversation:
        """What the model is shown: its role, what was said, what it remembers (`known`), and the last words."""
        *before, last = messages
        talk = [Message(role="system", content=self.prompt), *before, *known, last]
        return [message.model_dump() for message in talk]


def context_of(model: Any) -> int:
    """Tokens that a model reads here at most, its answer included."""
    longest = getattr(model.config.get_text_config(), "max_position_embeddings", None)
    return min(longest or MOST_CONTEXT, MOST_CONTEXT)


def pieces(model: Any, tokenizer: Any, ids: Any) -> Iterator[str]:
    """The model's most likely answer to token ids (1, num_tokens), as pieces of text that are final when they come.

    Blank space is held back until a word follows it, and a character until all its bytes are there.
    """
    tokens, shown = list[int](), 0
    for token in _most_likely(model, tokenizer, ids):
        tokens.append(token)
        text = tokenizer.decode(tokens, skip_special_tokens=True)
        if not text.endswith(UNFINISHED):
            text = text.strip()
            if len(text) > shown:
                yield text[shown:]
                shown = len(text)


def _most_likely(model: Any, tokenizer: Any, ids: Any) -> Iterator[int]:
    """The likeliest next token, `MAX_NEW_TOKENS` times or until the model ends its answer."""
    import torch

    ends, cache, ids = end_ids(model, tokenizer), None, ids.to(model.device)
    for _ in range(MAX_NEW_TOKENS):
        with torch.inference_mode():  # not around the `yield`: it would hold for the caller, too
            output = model(input_ids=ids, past_key_values=cache, use_cache=True, logits_to_keep=1)
            cache, ids = output.past_key_values, output.logits[:, -1].argmax(-1, keepdim=True)
        token = int(ids)
        if token in ends:
            return
        yield token


def end_ids(model: Any, tokenizer: Any) -> set[int]:
    """The tokens that end an answer, as the model's settings, its tokenizer and its chat template have them."""
    ends = model.generation_config.eos_token_id
    in_template = tokenizer.convert_tokens_to_ids(end_token(tokenizer))
    ids = {*(ends if isinstance(ends, list) else [ends]), tokenizer.eos_token_id, in_template}
    return {id_ for id_ in ids if id_ is not None}


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
    adapter = adapter_in_use(workspace)
    model, tokenizer = open_model(persona.train, workspace.path(adapter) if adapter else None)
    untrained = f"the base model alone, which knows nothing of {persona.name}: `likeness finetune` has not run"
    return Chat(model, tokenizer, system_prompt(persona), adapter or untrained, index)
