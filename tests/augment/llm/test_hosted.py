"""The hosted providers' path, through pydantic-ai, with a scripted server in the provider's place."""

import asyncio
import json

import pytest

from augment.llm.engines import Completion, Request, Unanswered
from augment.llm.hosted import HostedModel
from likeness.errors import SettingsError
from likeness.sections import LanguageModel
from tests.augment.llm_server import Fault, Kind, LlmServer, Reply

REQUEST = Request(
    (("system", "Name a fruit."), ("user", "Which?"), ("assistant", "A pear"), ("user", "As JSON.")),
    {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"], "additionalProperties": False},
    0.5,
    50,
    seed=3,
)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def complete(reply: Reply) -> tuple[Completion, LlmServer]:
        with LlmServer(reply) as server:
            monkeypatch.setenv("OPENAI_API_KEY", "x")
            monkeypatch.setenv("OPENAI_BASE_URL", server.url)
            settings = LanguageModel(model="openai-chat:scripted", timeout=1)

            async def talk() -> Completion:
                async with HostedModel(settings.model, settings) as engine:
                    return await engine.complete(REQUEST)

            try:
                return asyncio.run(talk()), server
            finally:
                assert len(server.log) == 1, "the provider's client must not retry by itself: nobody would count it"

    return complete


def test_a_reply_comes_with_its_tokens(ask) -> None:  # type: ignore[no-untyped-def]
    completion, server = ask(lambda _: json.dumps({"name": "apple"}))
    assert json.loads(completion.text) == {"name": "apple"}
    assert completion.finish == "stop" and completion.input_tokens > 0 < completion.output_tokens
    sent = server.log[0].request
    assert [message["role"] for message in sent["messages"]] == ["system", "user", "assistant", "user"]
    assert (sent["seed"], sent["temperature"]) == (3, 0.5)
    assert sent["response_format"]["type"] == "json_schema"


def test_a_reply_that_was_cut_off_says_so(ask) -> None:  # type: ignore[no-untyped-def]
    completion, _ = ask(lambda _: Fault(Kind.LENGTH, json.dumps({"name": "apple"})))
    assert completion.finish == "length"


@pytest.mark.parametrize("kind", [Kind.REFUSAL_FIELD, Kind.CONTENT_FILTER])
def test_a_refusal_is_a_reply(ask, kind: Kind) -> None:  # type: ignore[no-untyped-def]
    completion, _ = ask(lambda _: Fault(kind))
    assert completion.finish == "refusal"


@pytest.mark.parametrize(
    ("kind", "billed", "wait"),
    [
        (Kind.RATE_LIMIT, False, 7.0),
        (Kind.STATUS_500, False, None),
        (Kind.STATUS_503, False, None),
        (Kind.HANG, True, None),
        (Kind.DROP_BEFORE, True, None),
    ],
)
def test_a_fault_that_passes(ask, kind: Kind, billed: bool, wait: float | None) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unanswered) as caught:
        ask(lambda _: Fault(kind, seconds=7))
    assert (caught.value.billed, caught.value.wait) == (billed, wait)


@pytest.mark.parametrize("kind", [Kind.UNAUTHORIZED, Kind.UNKNOWN_MODEL])
def test_a_fault_that_stays(ask, kind: Kind) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SettingsError, match="scripted"):
        ask(lambda _: Fault(kind))


def test_a_provider_without_its_key_is_a_settings_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    settings = LanguageModel(model="anthropic:claude-haiku-4-5")

    async def enter() -> None:
        async with HostedModel(settings.model, settings):
            pass

    with pytest.raises(SettingsError, match="ANTHROPIC_API_KEY"):
        asyncio.run(enter())
