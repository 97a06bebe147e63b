"""What a trained model says: greedy answers in batches, the same every time."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.sections import Train
from train.base_model import open_base
from train.encoding import NOT_LEARNT, Conversation, Row
from train.lora import load_adapter
from train.templates import prompt

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

BATCH = 64
"""Conversations answered at once. For each token a CPU reads all weights, once for the batch: far quicker than 16."""

MAX_NEW_TOKENS = 32
"""Tokens of an answer, about 24 words: a post or an answer."""


def open_model(settings: Train, adapter: Path | None) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
    """The base model, with an adapter merged into its weights if one is given: apart, it answers half as fast.

    On a model held in four bits it stays apart: merged into those, it would be rounded to them.
    """
    base, tokenizer = open_base(settings)
    model: Any = base
    if adapter is not None:
        adapted = load_adapter(base, adapter)
        model = adapted if settings.quantize == "4bit" else adapted.merge_and_unload()
    model.requires_grad_(False)
    _let_the_head_multiply_once(model)
    return model, tokenizer


def _let_the_head_multiply_once(model: Any) -> None:
    """Hand the head its words in one piece.

    transformers gives it a slice, for which torch copies the head's weights once a conversation: the first token of a
    batch of 64 took 10 s and 3.6 GB.
    """
    model.get_output_embeddings().register_forward_pre_hook(lambda _head, words: (words[0].contiguous(),))


def generate(
    model: Any,
    tokenizer: "PreTrainedTokenizerBase",
    prompts: Sequence[Conversation],
    most_tokens: int = MAX_NEW_TOKENS,
    only_ended: bool = False,
) -> list[str]:
    """The model's most likely answer to each prompt, a conversation that ends with the user, in the order given.

    An answer is cut off after `most_tokens`; with `only_ended` such a one is "".
    """
    order = sorted(range(len(prompts)), key=lambda index: sum(len(m["content"]) for m in prompts[index]))
    answers = [""] * len(prompts)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        said = _answer(model, tokenizer, [prompts[index] for index in batch], most_tokens, only_ended)
        for index, answer in zip(batch, said, strict=True):
            answers[index] = answer
    return answers


def _answer(
    model: Any,
    tokenizer: "PreTrainedTokenizerBase",
    prompts: Sequence[Conversation],
    most_tokens: int,
    only_ended: bool,
) -> list[str]:
    import torch

    texts = [prompt(tokenizer, conversation) for conversation in prompts]
    inputs = tokenizer(texts, return_tensors="pt", padding=True, padding_side="left", add_special_tokens=False)
    with torch.inference_mode():
        tokens = model.generate(
            **inputs.to(model.device),
            do_sample=False,
            max_new_tokens=most_tokens,
            pad_token_id=tokenizer.pad_token_id,
        )
    new = tokens[:, inputs["input_ids"].shape[1] :]
    said = [str(text).strip() for text in tokenizer.batch_decode(new, skip_special_tokens=True)]
    ended = [
        new.shape[1] < most_tokens or tokens[-1] in (tokenizer.pad_token_id, tokenizer.eos_token_id)
        for tokens in new.tolist()
    ]
    return [text if is_whole or not only_ended else "" for text, is_whole in zip(said, ended, strict=True)]


def mean_loss(model: Any, rows: Sequence[Row]) -> float:
    """Mean negative log-likelihood, in nats a token, of what is learnt in one or more rows."""
    import torch

    losses = []
    for row in rows:
        tokens, labels = (torch.tensor([ids], device=model.device) for ids in (row.input_ids, row.labels))
        learnt = labels[0, 1:] != NOT_LEARNT
        with torch.inference_mode():
            logits = model(input_ids=tokens, use_cache=False).logits[0, :-1][learnt].float()
        losses.append(torch.nn.functional.cross_entropy(logits, labels[0, 1:][learnt], reduction="none").cpu())
    return float(torch.cat(losses).mean())
