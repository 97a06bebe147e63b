"""A transformers model in this process as a language model, held to the schema of its reply token by token.

Requests that wait are answered together: a CPU reads all weights for each token, once for the whole batch. A model as
small as SmolLM2 writes valid JSON this way, which does not make what it writes true: the gates see to that.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Self

from augment.llm.engines import Completion, Finish, Request

BATCH = 16
"""Requests answered together: 135M parameters and 2,000 tokens each take some 2 GB beside the model's own."""

REPETITION_PENALTY = 1.1
"""A small model otherwise says one thing until its tokens are used up (seen with SmolLM2)."""


@dataclass
class LocalModel:
    """A causal model with a chat template; `open_model` gives it with its tokenizer."""

    name: str
    open_model: Callable[[], tuple[Any, Any]]
    _waiting: list[tuple[Request, asyncio.Future[Completion]]] = field(default_factory=list, init=False)
    _worker: asyncio.Task[None] | None = field(default=None, init=False)
    _model: Any = field(default=None, init=False)
    _tokenizer: Any = field(default=None, init=False)
    _grammar: Any = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        """Load the model."""
        import llguidance.hf

        self._model, self._tokenizer = self.open_model()
        self._grammar = llguidance.hf.from_tokenizer(self._tokenizer, n_vocab=self._model.config.vocab_size)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let the model go."""
        self._model = self._tokenizer = self._grammar = None

    async def complete(self, request: Request) -> Completion:
        """See `augment.engines.Engine`."""
        answer: asyncio.Future[Completion] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return await answer

    async def _work(self) -> None:
        """Answer what waits, batch by batch; requests of one temperature go together."""
        while self._waiting:
            await asyncio.sleep(0)  # let those who ask at the same time join
            temperature = self._waiting[0][0].temperature
            batch = [each for each in self._waiting if each[0].temperature == temperature][:BATCH]
            self._waiting = [each for each in self._waiting if each not in batch]
            try:
                made = await asyncio.to_thread(self._generate, [request for request, _ in batch])
            except Exception as error:  # noqa: BLE001  (whoever asked is told)
                for _, answer in batch:
                    answer.set_exception(error)
            else:
                for (_, answer), completion in zip(batch, made, strict=True):
                    answer.set_result(completion)

    def _generate(self, requests: Sequence[Request]) -> list[Completion]:
        """One reply to each request."""
        import torch
        from transformers import LogitsProcessorList

        texts = [self._prompt(request) for request in requests]
        inputs = self._tokenizer(
            texts, return_tensors="pt", padding=True, padding_side="left", add_special_tokens=False
        )
        length = inputs["input_ids"].shape[1]
        grammars = Grammars(self._grammar, requests, length, self._tokenizer.eos_token_id)
        torch.manual_seed(_seed(requests))
        sampling = {"do_sample": True, "temperature": requests[0].temperature} if requests[0].temperature else {}
        with torch.inference_mode():
            tokens = self._model.generate(
                **inputs.to(self._model.device),
                max_new_tokens=max(request.most_tokens for request in requests),
                pad_token_id=self._tokenizer.pad_token_id,
                repetition_penalty=REPETITION_PENALTY,
                logits_processor=LogitsProcessorList([grammars]),
                **({"do_sample": False} | sampling),
            )
        prompts = inputs["attention_mask"].sum(dim=1).tolist()
        return [self._completion(row[length:], prompt) for row, prompt in zip(tokens, prompts, strict=True)]

    def _prompt(self, request: Request) -> str:
        messages = [{"role": role, "content": content} for role, content in request.messages]
        return str(self._tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))

    def _completion(self, new: Any, prompt_tokens: int) -> Completion:
        """The words before the token that ends a reply; without that token it was cut off."""
        ends = {self._tokenizer.eos_token_id, self._tokenizer.pad_token_id}
        written = next((place for place, token in enumerate(new.tolist()) if token in ends), len(new))
        finish: Finish = "stop" if written < len(new) else "length"
        text = self._tokenizer.decode(new[:written], skip_special_tokens=True)
        return Completion(text, finish, prompt_tokens, min(written + 1, len(new)))


class Grammars:
    """A logits processor that leaves each row of a batch only the tokens with which its JSON can go on."""

    def __init__(self, tokenizer: Any, requests: Sequence[Request], prompt_length: int, end: int) -> None:
        import llguidance

        self._matchers = [llguidance.LLMatcher(tokenizer, _grammar(request)) for request in requests]
        self._seen, self._end = prompt_length, end

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """See transformers' LogitsProcessor."""
        import numpy as np
        import torch

        for row, matcher in enumerate(self._matchers):
            if input_ids.shape[1] > self._seen and not matcher.is_stopped():
                matcher.consume_token(int(input_ids[row, -1]))
            allowed = torch.zeros(scores.shape[1], dtype=torch.bool)
            if matcher.is_stopped():
                allowed[self._end] = True  # the object is whole
            else:
                bits = np.unpackbits(np.frombuffer(matcher.compute_bitmask(), np.uint8), bitorder="little")
                allowed[: len(bits)] = torch.from_numpy(bits[: scores.shape[1]].astype(bool))
            scores[row, ~allowed.to(scores.device)] = float("-inf")
        return scores


def _grammar(request: Request) -> str:
    import llguidance

    # Blanks between the parts of an object are what a small model loses itself in.
    schema = {**request.schema, "x-guidance": {"whitespace_flexible": False}}
    return str(llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema)))


def _seed(requests: Sequence[Request]) -> int:
    """From the requests alone, so that the same batch is answered the same."""
    return int(sha256(repr(requests).encode()).hexdigest()[:8], 16)
