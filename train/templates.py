"""From conversations to tokens, through whatever chat template the base model has.

    fit(tokenizer, conversation)       the conversation in roles that the template takes
    encode(tokenizer, conversation)    ([1, 734, ...], [False, True, ...]): the tokens, and which of them are learnt
    prompt(tokenizer, conversation)    the text to which the model adds its reply

The template is used as it is. Where a reply stands in its text is found by rendering the conversation a second time
with a stand-in for each reply: what is left is the template's own text, so the replies are what lies between,

    <|im_start|>user\\nWhere?<|im_end|>\\n<|im_start|>assistant\\n | In Port Skerrow.<|im_end|> | \\n
                                                     not learnt | learnt                    | not learnt

whatever else the template does: a default system message, roles of its own, thoughts that it adds or strips, white
space that it trims. A rewritten template with marks of its own would have to be written and checked for each model.

A reply is learnt with the token that ends it. Where the template has none, the tokenizer's end token follows the last
reply, for the model must learn to stop. Spaces before a reply are learnt with it and left out of prompts, because most
tokenizers make them part of the word that follows.

`enable_thinking` is false for all templates, and those that print the date always print the same (`TODAY`): tomorrow a
conversation must be the text that it is today.

Not handled: messages that spell out a control token ("<|im_end|>") have it taken for one; templates that show a reply
twice, or with its words changed, are refused.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from likeness.errors import SettingsError

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

TODAY = (
    "{% macro strftime_now(form) %}{{ form | replace('%Y', '2024') | replace('%m', '07') | replace('%b', 'Jul') | "
    "replace('%B', 'July') | replace('%d', '26') | replace('%A', 'Friday') | replace('%a', 'Fri') }}{% endmacro %}"
)
"""Put before a template, gives it one date (what Llama 3's says where it knows none): the function of this name that
transformers gives to templates, and that those which print the date ask, gives today's."""

STAND_IN = "Xq7STANDINq7X"
"""Stands for a reply. Nobody writes it, no template trims or escapes it."""

ANSWERED = [
    {"role": "system", "content": STAND_IN},
    {"role": "user", "content": "One?"},
    {"role": "assistant", "content": "Two."},
    {"role": "user", "content": "Three?"},
]

Span = tuple[int, int]
"""First character and the one after the last."""


def fit(tokenizer: "PreTrainedTokenizerBase", conversation: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The conversation as it is if the template takes it, else with the system's words put before the first user's.

    Then neighbours of one role are joined too, by an empty line, since such templates want user and assistant in turn.
    Gemma 2 refuses a system role; Mistral 7B moves it to the last message, and drops it where that is a reply. A model
    must find its instructions where it learnt them, so both are asked for in this way, in training and in use.
    """
    messages = [{"role": message["role"], "content": message["content"]} for message in conversation]
    if messages[0]["role"] == "system" and not _keeps_system(tokenizer, tokenizer.get_chat_template()):
        return _folded(messages)
    return messages if _is_taken(tokenizer, messages) else _folded(messages)


def encode(
    tokenizer: "PreTrainedTokenizerBase", conversation: Sequence[dict[str, str]]
) -> tuple[list[int], list[bool]]:
    """The tokens of a conversation, and for each whether it is learnt: the replies, and the tokens that end them.

    Args:
        tokenizer: a fast one with a chat template, as `open_base` gives it.
        conversation: messages as chat templates take them; without an assistant's, nothing is learnt.

    Raises:
        SettingsError: if the template refuses the conversation, or does not show a reply in its own words.
    """
    messages = fit(tokenizer, conversation)
    text, spans = _replies(tokenizer, messages)
    encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    # Some tokenizers leave white space out of their offsets: a token that is nothing else has no width.
    places = [(first, max(end, first + 1)) for first, end in encoded["offset_mapping"]]
    learnt = [any(first < stop and end > start for start, stop in spans) for first, end in places]
    return list(encoded["input_ids"]), learnt


def prompt(tokenizer: "PreTrainedTokenizerBase", conversation: Sequence[dict[str, str]]) -> str:
    """The text that stands before a reply to `conversation`, which ends with the user, just as `encode` has it.

    Tokenise it without adding special tokens: the template has put in what there should be.

    Raises:
        SettingsError: as `encode`.
    """
    return _around_reply(tokenizer, conversation)[0].rstrip(" ")


def end_token(tokenizer: "PreTrainedTokenizerBase") -> str:
    """The token that ends a reply, at which generation must stop: the template's, or else the tokenizer's end token.

    Raises:
        SettingsError: as `encode`.
    """
    return _ending(tokenizer, _around_reply(tokenizer, ANSWERED[1:2])[1]).lstrip() or tokenizer.eos_token or ""


def _around_reply(tokenizer: "PreTrainedTokenizerBase", conversation: Sequence[dict[str, str]]) -> tuple[str, str]:
    """What the template puts before and after the reply to a conversation."""
    messages = [*fit(tokenizer, conversation), {"role": "assistant", "content": STAND_IN}]
    parts = _render(tokenizer, messages).split(STAND_IN)
    if len(parts) != 2:
        raise _not_shown(tokenizer, [STAND_IN])
    return parts[0], parts[1]


@lru_cache(maxsize=4)
def _keeps_system(tokenizer: "PreTrainedTokenizerBase", template: str) -> bool:
    """Whether the system's words stand in the same place, however far the conversation has gone.

    Asked for every row; `template` is here so that a tokenizer with another template is asked again.
    """
    if not _is_taken(tokenizer, ANSWERED):
        return False
    places = {_render(tokenizer, ANSWERED[:length]).find(STAND_IN) for length in (2, 3, 4)}
    return len(places) == 1 and -1 not in places


def _is_taken(tokenizer: "PreTrainedTokenizerBase", messages: Sequence[dict[str, str]]) -> bool:
    try:
        _render(tokenizer, messages)
    except SettingsError:
        return False
    return True


def _folded(messages: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    folded: list[dict[str, str]] = []
    for message in messages:
        role = "user" if message["role"] == "system" else message["role"]
        if folded and folded[-1]["role"] == role:
            folded[-1]["content"] += "\n\n" + message["content"]
        else:
            folded.append({"role": role, "content": message["content"]})
    return folded


def _render(tokenizer: "PreTrainedTokenizerBase", messages: Sequence[dict[str, str]]) -> str:
    from jinja2 import TemplateError

    try:
        return str(
            tokenizer.apply_chat_template(
                list(messages),
                chat_template=TODAY + tokenizer.get_chat_template(),
                tokenize=False,
                enable_thinking=False,
            )
        )
    except TemplateError as error:
        raise SettingsError(
            f"train.base_model: the chat template of {tokenizer.name_or_path} refuses a conversation: {error}"
        ) from error


def _replies(tokenizer: "PreTrainedTokenizerBase", messages: Sequence[dict[str, str]]) -> tuple[str, list[Span]]:
    """The rendered conversation, and where its replies stand, each with the spaces before it and its end token."""
    text = _render(tokenizer, messages)
    replies = [message["content"] for message in messages if message["role"] == "assistant"]
    hidden = [{**message, "content": STAND_IN} if message["role"] == "assistant" else message for message in messages]
    frame = _render(tokenizer, hidden).split(STAND_IN)
    if len(frame) != len(replies) + 1 or not text.startswith(frame[0]):
        raise _not_shown(tokenizer, replies)
    spans, position = [], 0
    for reply, before, after in zip(replies, frame, frame[1:], strict=False):
        start = position + len(before.rstrip(" "))
        position += len(before)
        position += len(_shown(tokenizer, text[position:], reply, after))
        spans.append((start, position + len(_ending(tokenizer, after))))
    if messages[-1]["role"] == "assistant" and not _ending(tokenizer, frame[-1]):
        text = text[:position] + (tokenizer.eos_token or "")
        spans[-1] = (spans[-1][0], len(text))
    return text, spans


def _shown(tokenizer: "PreTrainedTokenizerBase", text: str, reply: str, after: str) -> str:
    """The form in which `text` begins with the reply: many templates trim white space at one end or both."""
    forms = (reply, reply.strip(), reply.lstrip(), reply.rstrip(), reply.strip("\n"), reply.lstrip("\n"))
    shown = next((form for form in forms if text.startswith(form + after)), None)
    if shown is None:
        raise _not_shown(tokenizer, [reply])
    return shown


def _not_shown(tokenizer: "PreTrainedTokenizerBase", replies: Sequence[str]) -> SettingsError:
    return SettingsError(
        f"train.base_model: the chat template of {tokenizer.name_or_path} does not show the assistant's words as they "
        f"are ({' '.join(replies)[:60]!r}); choose another base model, or give it a chat template that does"
    )


def _ending(tokenizer: "PreTrainedTokenizerBase", after: str) -> str:
    """The control token with which the text after a reply begins, and the white space before it; else an empty one."""
    tail = after.lstrip()
    tokens = [token for token in tokenizer.get_added_vocab() if tail.startswith(token)]
    longest = max(tokens, key=len, default="")
    return after[: len(after) - len(tail)] + longest if longest else ""
