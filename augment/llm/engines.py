"""Language models: one request, one reply. A server that speaks OpenAI's API, or a hosted provider.

    async with open_engine(persona.llm) as engine:
        completion = await engine.complete(request)

An engine sends a request once. What was paid for is kept, retried and counted by `augment.llm.client`. The model in
this process is `augment.llm.local`.
"""

import os
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, Self

from likeness.errors import SettingsError
from likeness.sections import LanguageModel

Role = Literal["system", "user", "assistant"]
Finish = Literal["stop", "length", "refusal"]

LONGEST_WAIT = 600.0
"""Seconds that a server may ask us to wait; whoever asks for more is asked again on another day."""


@dataclass(frozen=True)
class Request:
    """What is sent: messages, the JSON schema of the reply, and how it is sampled.

    `seed` tells several samples of one question apart. `most_tokens` bounds the reply.
    """

    messages: tuple[tuple[Role, str], ...]
    schema: Mapping[str, Any]
    temperature: float
    most_tokens: int
    seed: int = 0


@dataclass(frozen=True)
class Completion:
    """What came: the text, why it ended, and the tokens that are billed."""

    text: str
    finish: Finish
    input_tokens: int
    output_tokens: int


class Unanswered(Exception):
    """No reply came. `billed` where the server may have made one; `wait` is what it asks for, in seconds, or None."""

    def __init__(self, message: str, billed: bool = False, wait: float | None = None) -> None:
        super().__init__(message)
        self.billed = billed
        self.wait = wait


class Engine(AbstractAsyncContextManager["Engine"], Protocol):
    """Sends one request.

    Raises:
        Unanswered: where asking again may help: too many requests, a fault of the server, a timeout, a lost connection.
        SettingsError: where it cannot: a wrong key, an unknown model, a request that the server does not take.
    """

    name: str

    async def complete(self, request: Request) -> Completion:
        """One reply to one request."""


def open_engine(settings: LanguageModel) -> Engine:
    """The engine that a persona file names; it is opened as a context.

    Raises:
        SettingsError: if no model is named, the provider is not known, or its key is not in the environment.
    """
    name = settings.model.partition(":")[2]
    if not name:
        raise SettingsError('[llm] model: name one, as "openai:gpt-5-mini", or "openai:NAME" with base_url')
    if settings.base_url:
        return Endpoint(name, settings)
    from augment.llm.hosted import HostedModel

    return HostedModel(settings.model, settings)


@dataclass
class Endpoint:
    """A server that speaks OpenAI's chat API: vLLM, Ollama, llama.cpp, OpenRouter.

    Spoken to directly: the openai client costs 6 ms of CPU a call, this 0.6 (measured November 2026, 2 cores).
    """

    name: str
    settings: LanguageModel
    _session: Any = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        """Open the connections."""
        import aiohttp

        key = os.environ.get(self.settings.key, "") if self.settings.key else ""
        if self.settings.key and not key:
            raise SettingsError(f"[llm] key: the variable {self.settings.key} is not set; it holds the server's key")
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=aiohttp.ClientTimeout(total=self.settings.timeout),
            connector=aiohttp.TCPConnector(limit=self.settings.concurrency),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close them."""
        await self._session.close()

    async def complete(self, request: Request) -> Completion:
        """See `Engine`."""
        import aiohttp

        url = f"{self.settings.base_url.rstrip('/')}/chat/completions"
        try:
            async with self._session.post(url, json=_body(self.name, request), allow_redirects=False) as response:
                text = await response.text()
                if response.status != 200:
                    raise _failure(self.name, response.status, response.headers.get("Retry-After", ""), text)
        except aiohttp.ClientConnectorError as error:
            raise Unanswered(f"{self.name}: cannot connect to {self.settings.base_url}: {error}") from error
        except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as error:
            # The server may have made its reply, and may bill it.
            raise Unanswered(f"{self.name}: no reply: {error or type(error).__name__}", billed=True) from error
        return _completion(self.name, text)


def _body(name: str, request: Request) -> dict[str, Any]:
    return {
        "model": name,
        "messages": [{"role": role, "content": content} for role, content in request.messages],
        "temperature": request.temperature,
        "max_tokens": request.most_tokens,
        "seed": request.seed,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reply", "schema": request.schema, "strict": True},
        },
    }


def _failure(name: str, status: int, retry_after: str, text: str) -> Exception:
    """What a status other than 200 means."""
    told = " ".join(text.split())[:200]
    if status in (408, 409, 425, 429) or status >= 500:
        return Unanswered(f"{name}: status {status}: {told}", wait=seconds_to_wait(retry_after))
    if status in (401, 403):
        return SettingsError(f"{name}: the server refuses the key (status {status}); see [llm] key")
    if status == 404:
        return SettingsError(f"{name}: the server knows no such model, or base_url is wrong (status 404): {told}")
    return SettingsError(f"{name}: the server does not take the request (status {status}): {told}")


def seconds_to_wait(retry_after: str) -> float | None:
    """A Retry-After header, seconds or a date, as seconds from now; None where there is none."""
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _completion(name: str, text: str) -> Completion:
    """The reply in the body of an answer; one without a choice is an empty reply, since it is billed.

    Raises:
        Unanswered: if it is no answer of OpenAI's API; whatever came with status 200 may be billed.
    """
    import orjson

    try:
        body = orjson.loads(text)
        choice = body["choices"][0] if body["choices"] else {"message": {}}
        message, usage = choice["message"], body.get("usage") or {}
        refusal, content = message.get("refusal"), message.get("content") or ""
        tokens = int(usage.get("prompt_tokens", 0)), int(usage.get("completion_tokens", 0))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unanswered(f"{name}: the server's answer is no completion: {text[:120]!r}", billed=True) from error
    refused = refusal or choice.get("finish_reason") == "content_filter"
    finish: Finish = "refusal" if refused else "length" if choice.get("finish_reason") == "length" else "stop"
    return Completion(str(refusal or content), finish, *tokens)
