"""What a trained model says: greedy answers in batches, the same every time."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from likeness.sections import Train
from train.base_model import open_base
from train.lora import Conversation, load_adapter

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

BATCH = 64
"""Conversations answered at once. For each token a CPU reads all weights, once for the batch: far quicker than 16."""

MAX_NEW_TOKENS = 32
"""Tokens of an answer, about 24 words: a post or an answer."""


def open_model(settings: Train, adapter: Path | None) -> "tuple[PreTrainedModel, PreTrainedTokenizerBase]":
    """The base model, with an adapter merged into its weights if one is given: apart, it answers half as fast."""
    model, tokenizer = open_base(settings)
    if adapter is not None:
        model = load_adapter(model, adapter).merge_and_unload()
    model.requires_grad_(False)
    _let_the_head_multiply_once(model)
    return model, tokenizer


def _let_the_head_multiply_once(model: Any) -> None:
    """Hand the head its words in one piece.

    transformers gives it a slice, for which torch copies the head's weights once a conversation: the first token of a
    batch of 64 took 10 s and 3.6 GB.
    """
    model.get_output_embeddings().register_forward_pre_hook(lambda _head, words: (words[0].contiguous(),))


def generate(model: Any, tokenizer: "PreTrainedTokenizerBase", prompts: Sequence[Conversation]) -> list[str]:
    """The model's most likely answer to each prompt, a conversation that ends with the user, in the order given."""
    order = sorted(range(len(prompts)), key=lambda index: sum(len(m["content"]) for m in prompts[index]))
    answers = [""] * len(prompts)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        said = _answer(model, tokenizer, [prompts[index] for index in batch])
        for index, answer in zip(batch, said, strict=True):
            answers[index] = answer
    return answers


def _answer(model: Any, tokenizer: "PreTrainedTokenizerBase", prompts: Sequence[Conversation]) -> list[str]:
    import torch

    texts = [tokenizer.apply_chat_template(list(p), tokenize=False, add_generation_prompt=True) for p in prompts]
    inputs = tokenizer(texts, return_tensors="pt", padding=True, padding_side="left", add_special_tokens=False)
    with torch.inference_mode():
        tokens = model.generate(
            **inputs.to(model.device),
            do_sample=False,
            max_new_tokens=MAX_NEW_TOKENS,
            pad_token_id=tokenizer.pad_token_id,
        )
    new = tokens[:, inputs["input_ids"].shape[1] :]
    return [str(text).strip() for text in tokenizer.batch_decode(new, skip_special_tokens=True)]


def mean_loss(model: Any, tokenizer: "PreTrainedTokenizerBase", conversations: Sequence[Conversation]) -> float:
    """Mean negative log-likelihood, in nats a token, of the assistant's words in `conversations`."""
    import torch

    losses = []
    for conversation in conversations:
        encoded: Any = tokenizer.apply_chat_template(
            list(conversation), return_dict=True, return_assistant_tokens_mask=True, return_tensors="pt"
        )
        tokens, learnt = encoded["input_ids"].to(model.device), encoded["assistant_masks"][0, 1:].bool()
        with torch.inference_mode():
            logits = model(input_ids=tokens).logits[0, :-1].float()
        losses.append(torch.nn.functional.cross_entropy(logits, tokens[0, 1:], reduction="none").cpu()[learnt])
    return float(torch.cat(losses).mean())
