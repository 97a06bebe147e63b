import asyncio
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.augment.llm_server import Call, Fault, Kind, LlmServer, Reply, Request, at_random, filled, in_order, when

if TYPE_CHECKING:
    import httpx2

WORDS = "Ada Quill mended the tide clock of Bergen in 1972, and nobody thanked her for it."
FACTS = {
    "type": "object",
    "required": ["facts"],
    "properties": {"facts": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"$ref": "#/$defs/Fact"}}},
    "$defs": {"Fact": {"type": "object", "properties": {"quote": {"type": "string"}, "year": {"type": "integer"}}}},
}


def asked(words: str = WORDS, **more: Any) -> Request:
    return {"model": "scripted", "messages": [{"role": "user", "content": words}], **more}


def in_schema(schema: dict[str, Any], words: str = WORDS) -> Request:
    return asked(words, response_format={"type": "json_schema", "json_schema": {"name": "x", "schema": schema}})


def with_tool(**more: Any) -> Request:
    tools = [{"type": "function", "function": {"name": name, "parameters": FACTS}} for name in ("note", "keep")]
    return asked(tools=tools, **more)


def post(server: LlmServer, request: Request | None = None, timeout: float = 5) -> "httpx2.Response":
    return post_to(server.url, json.dumps(request or asked()).encode(), timeout)


def post_to(url: str, body: bytes, timeout: float = 5) -> "httpx2.Response":
    import httpx2

    headers = {"Content-Type": "application/json"}
    return httpx2.post(f"{url}/chat/completions", content=body, headers=headers, timeout=timeout)


def choice(server: LlmServer, request: Request | None = None) -> dict[str, Any]:
    found: dict[str, Any] = post(server, request).json()["choices"][0]
    return found


def always(fault: Fault) -> Reply:
    return lambda request: fault


@pytest.fixture(scope="module")
def plain() -> Iterator[LlmServer]:
    with LlmServer(filled) as server:
        yield server


# --- good replies -----------------------------------------------------------------------------------------------------


def test_what_the_script_says_is_the_content_and_is_counted() -> None:
    with LlmServer(lambda request: "Aye, oil it.") as server:
        body = post(server, asked("How?" * 5)).json()
    assert body["choices"][0]["message"] == {"role": "assistant", "content": "Aye, oil it.", "refusal": None}
    assert body["choices"][0]["finish_reason"] == "stop"
    assert body["usage"] == {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}


def test_letters_of_any_script_arrive_whole(plain: LlmServer) -> None:
    assert choice(plain, asked("我1950年生于卑尔根。"))["message"]["content"] == "我1950年生于卑尔根。"


def test_contents_may_come_in_parts_or_not_at_all(plain: LlmServer) -> None:
    parts = {"role": "user", "content": [{"type": "text", "text": "oil"}]}
    body = post(plain, {"model": "m", "messages": [{"role": "assistant", "content": None}, parts]}).json()
    assert (body["model"], body["choices"][0]["message"]["content"]) == ("m", "oil")


def test_a_schema_is_filled_and_the_same_words_fill_it_in_the_same_way(plain: LlmServer) -> None:
    first, again = (choice(plain, in_schema(FACTS))["message"]["content"] for _ in range(2))
    facts = json.loads(first)["facts"]
    assert first == again and len(facts) == 2
    assert all(fact["quote"] in WORDS and isinstance(fact["year"], int) for fact in facts)
    assert first != choice(plain, in_schema(FACTS, WORDS + " Rain."))["message"]["content"]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({}, "note"),
        ({"tool_choice": "required"}, "note"),
        ({"tool_choice": {"type": "function", "function": {"name": "keep"}}}, "keep"),
    ],
)
def test_a_tool_is_called(plain: LlmServer, more: dict[str, Any], name: str) -> None:
    found = choice(plain, with_tool(**more))
    function = found["message"]["tool_calls"][0]["function"]
    assert (found["finish_reason"], found["message"]["content"], function["name"]) == ("tool_calls", None, name)
    assert len(json.loads(function["arguments"])["facts"]) == 2


def test_a_tool_is_not_called_where_it_must_not_be_or_has_answered(plain: LlmServer) -> None:
    assert "tool_calls" not in choice(plain, with_tool(tool_choice="none"))["message"]
    answered = with_tool()
    answered["messages"].append({"role": "tool", "tool_call_id": "call_1", "content": "kept"})
    assert "tool_calls" not in choice(plain, answered)["message"]
    assert "tool_calls" in choice(plain, answered | {"tool_choice": "required"})["message"]


def test_json_mode_without_a_schema_is_an_empty_object(plain: LlmServer) -> None:
    assert choice(plain, asked(response_format={"type": "json_object"}))["message"]["content"] == "{}"


SCHEMAS: list[tuple[dict[str, Any], Any]] = [
    ({"const": 4}, lambda value: value == 4),
    ({"enum": ["birth", "work"]}, lambda value: value in ("birth", "work")),
    ({"type": "integer", "minimum": 3, "maximum": 4}, lambda value: value in (3, 4)),
    ({"type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5}, lambda value: value == 4),
    ({"type": "integer", "maximum": -500}, lambda value: -600 <= value <= -500),
    ({"type": "integer", "minimum": 1900}, lambda value: 1900 <= value <= 2000),
    ({"type": "number", "minimum": 0, "maximum": 1}, lambda value: 0 <= value <= 1),
    ({"type": "number", "exclusiveMinimum": 0, "maximum": 1}, lambda value: 0 < value <= 1),
    ({"type": "boolean"}, lambda value: isinstance(value, bool)),
    ({"type": "null"}, lambda value: value is None),
    ({"type": ["null", "boolean"]}, lambda value: value in (None, True, False)),
    ({"type": "string", "minLength": 90, "maxLength": 95}, lambda value: 90 <= len(value) <= 95),
    ({"type": "string", "maxLength": 3}, lambda value: len(value) <= 3),
    ({"anyOf": [{"type": "null"}, {"const": 1}]}, lambda value: value in (None, 1)),
    ({"oneOf": [{"const": 2}, {"const": 1}]}, lambda value: value in (2, 1)),
    ({"allOf": [{"type": "integer"}, {"minimum": 7, "maximum": 7}]}, lambda value: value == 7),
    ({"allOf": [{"const": 1}], "description": "with words"}, lambda value: value == 1),
    ({"type": "array", "maxItems": 0}, lambda value: value == []),
    ({"type": "array", "minItems": 5, "items": {"const": 1}}, lambda value: len(value) >= 5 and set(value) == {1}),
    ({"type": "array", "prefixItems": [{"const": 1}, {"const": "b"}]}, lambda value: value == [1, "b"]),
    ({"type": "object", "additionalProperties": {"const": 1}}, lambda value: value == {"key": 1}),
    ({"properties": {"a/b": {"const": 1}}}, lambda value: value == {"a/b": 1}),
    ({"type": "object"}, lambda value: value == {}),
    ({}, lambda value: value in WORDS),
]


@pytest.mark.parametrize(("schema", "good"), SCHEMAS)
def test_every_value_fits_its_schema(schema: dict[str, Any], good: Any) -> None:
    for number in range(20):
        request = in_schema(schema)
        request["messages"].insert(0, {"role": "system", "content": str(number)})
        value = json.loads(filled(request))
        assert good(value), value


@pytest.mark.parametrize("children", [{"type": "array", "items": {"$ref": "#"}}, {"$ref": "#/$defs/End"}])
def test_a_schema_that_holds_itself_ends(children: dict[str, Any]) -> None:
    end = {"anyOf": [{"$ref": "#"}, {"type": "null"}]}
    schema = {"type": "object", "required": ["below"], "properties": {"below": children}, "$defs": {"End": end}}
    for number in range(20):
        assert "below" in json.loads(filled(in_schema(schema, f"{WORDS} {number}")))


def test_messages_without_words_are_answered_too() -> None:
    assert filled({"messages": []}) == "nothing"


def test_pydantic_ai_takes_it_for_the_real_thing(plain: LlmServer) -> None:
    from pydantic import BaseModel
    from pydantic_ai import Agent, NativeOutput, ToolOutput
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    class Fact(BaseModel):
        quote: str
        year: int | None

    async def ask(output: Any) -> Any:
        import httpx2

        async with httpx2.AsyncClient() as client:
            provider = OpenAIProvider(base_url=plain.url, api_key="x", http_client=client)
            return (await Agent(OpenAIChatModel("scripted", provider=provider), output_type=output).run(WORDS)).output

    for output in (NativeOutput(Fact), ToolOutput(Fact)):
        assert asyncio.run(ask(output)).quote in WORDS
    assert asyncio.run(ask(str)) in WORDS


# --- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.INVALID_JSON, Kind.TRUNCATED_JSON])
@pytest.mark.parametrize("request_", [in_schema(FACTS), with_tool()], ids=["schema", "tool"])
def test_json_that_is_none(kind: Kind, request_: Request) -> None:
    with LlmServer(always(Fault(kind))) as server:
        message = choice(server, request_)["message"]
    text = message["content"] or message["tool_calls"][0]["function"]["arguments"]
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        json.loads(text)


def test_what_is_cut_may_be_given() -> None:
    with LlmServer(always(Fault(Kind.TRUNCATED_JSON, '{"facts": [1, 2]}'))) as server:
        assert choice(server)["message"]["content"] == '{"facts"'


def test_out_of_tokens() -> None:
    with LlmServer(always(Fault(Kind.LENGTH))) as server:
        found, called = choice(server, in_schema(FACTS)), choice(server, with_tool())
    assert found["finish_reason"] == called["finish_reason"] == "length"
    assert filled(in_schema(FACTS)).startswith(found["message"]["content"])


@pytest.mark.parametrize(
    ("kind", "content", "refusal", "finish"),
    [
        (Kind.REFUSAL, "I can't help with that.", None, "stop"),
        (Kind.REFUSAL_FIELD, None, "I can't help with that.", "stop"),
        (Kind.CONTENT_FILTER, None, None, "content_filter"),
    ],
)
def test_refusals(kind: Kind, content: str | None, refusal: str | None, finish: str) -> None:
    with LlmServer(always(Fault(kind))) as server:
        found = choice(server, with_tool())
    assert found["message"] == {"role": "assistant", "content": content, "refusal": refusal}
    assert found["finish_reason"] == finish


def test_no_choice() -> None:
    with LlmServer(always(Fault(Kind.EMPTY_CHOICES))) as server:
        assert post(server).json()["choices"] == []


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        (Kind.RATE_LIMIT, 429, "rate_limit_exceeded"),
        (Kind.RATE_LIMIT_DATE, 429, "rate_limit_exceeded"),
        (Kind.STATUS_500, 500, "server_error"),
        (Kind.STATUS_503, 503, "overloaded"),
        (Kind.UNAUTHORIZED, 401, "invalid_api_key"),
        (Kind.UNKNOWN_MODEL, 404, "model_not_found"),
    ],
)
def test_errors_of_the_api(kind: Kind, status: int, code: str) -> None:
    with LlmServer(always(Fault(kind))) as server:
        response = post(server)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert ("retry-after" in response.headers) == (status == 429)


def test_when_to_come_again() -> None:
    with LlmServer(
        in_order(Fault(Kind.RATE_LIMIT, seconds=7), then=always(Fault(Kind.RATE_LIMIT_DATE, seconds=7)))
    ) as s:
        assert post(s).headers["retry-after"] == "7"
        date = parsedate_to_datetime(post(s).headers["retry-after"])
    assert 5 < date.timestamp() - time.time() <= 8


@pytest.mark.parametrize(("kind", "status"), [(Kind.HTML, 200), (Kind.STATUS_502, 502)])
def test_a_page_of_a_proxy(kind: Kind, status: int) -> None:
    with LlmServer(always(Fault(kind))) as server:
        response = post(server)
    assert (response.status_code, response.headers["content-type"]) == (status, "text/html")
    assert response.text.startswith("<html>")


def test_hang() -> None:
    import httpx2

    with LlmServer(always(Fault(Kind.HANG))) as server, pytest.raises(httpx2.ReadTimeout):
        post(server, timeout=1)
    assert (server.log[0].fault, server.log[0].sent) == ("hang", None)


@pytest.mark.parametrize("kind", [Kind.DROP_BEFORE, Kind.DROP_MIDDLE])
def test_drop(kind: Kind) -> None:
    import httpx2

    with LlmServer(always(Fault(kind))) as server, pytest.raises(httpx2.RemoteProtocolError):
        post(server)
    assert (server.log[0].fault, server.log[0].sent) == (kind, None)


def test_what_is_dropped_in_the_middle_began_well() -> None:
    with LlmServer(always(Fault(Kind.DROP_MIDDLE))) as server:
        heard = exchange(server, wire(asked()))
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK") and 0 < len(body) < int(head.rpartition(b": ")[2])


def test_drip() -> None:
    with LlmServer(always(Fault(Kind.DRIP, "Aye.", seconds=0.4))) as server:
        started = time.monotonic()
        assert choice(server)["message"]["content"] == "Aye."
    assert time.monotonic() - started > 0.35
    sent = server.log[0].sent
    assert sent is not None and sent - server.log[0].received > 0.35


# --- scripts ----------------------------------------------------------------------------------------------------------


def test_faults_in_order() -> None:
    with LlmServer(in_order(Fault(Kind.STATUS_500), None, "second", then=lambda request: "ever after")) as server:
        seen = [post(server) for _ in range(4)]
    assert [response.status_code for response in seen] == [500, 200, 200, 200]
    assert [response.json()["choices"][0]["message"]["content"] for response in seen[1:]] == [
        "ever after",
        "second",
        "ever after",
    ]


def test_faults_by_what_is_asked() -> None:
    reply = when(lambda request: "1972" in request["messages"][0]["content"], Fault(Kind.UNAUTHORIZED), filled)
    with LlmServer(reply) as server:
        assert [post(server, asked(words)).status_code for words in ("in 1971", "in 1972")] == [200, 401]


def test_faults_at_random_do_not_depend_on_who_comes_first() -> None:
    requests = [asked(f"passage {number}") for number in range(200)]
    one, other, third = (at_random(0.3, [Fault(Kind.HANG), Fault(Kind.HTML)], filled, seed) for seed in (0, 0, 1))
    first = [one(request) for request in requests]
    assert first == [other(request) for request in reversed(requests)][::-1]
    assert first != [third(request) for request in requests]
    assert 40 <= sum(isinstance(reply, Fault) for reply in first) <= 80
    assert {reply.kind for reply in first if isinstance(reply, Fault)} == {Kind.HANG, Kind.HTML}


def test_a_request_that_failed_may_succeed_when_it_comes_again() -> None:
    reply = at_random(0.5, [Fault(Kind.HTML)], filled)
    assert len({isinstance(reply(asked()), Fault) for _ in range(20)}) == 2


# --- the wire ---------------------------------------------------------------------------------------------------------


def wire(request: Request, more: str = "") -> bytes:
    body = json.dumps(request).encode()
    return f"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def exchange(server: LlmServer, *pieces: bytes, close: bool = True) -> bytes:
    """All that the server says until it hangs up, or for as long as it says something."""
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.settimeout(5 if close else 0.5)
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(0.02)
        heard = b""
        try:
            while more := connection.recv(65536):
                heard += more
        except TimeoutError:
            assert not close
        return heard


def test_a_connection_is_kept_and_its_requests_are_answered_in_turn(plain: LlmServer) -> None:
    pair = wire(asked("first")) + wire(asked("second"), "Connection: close\r\n")
    heard = exchange(plain, pair)
    assert heard.count(b"HTTP/1.1 200 OK") == 2
    assert heard.index(b'"first"') < heard.index(b'"second"')


def test_a_request_may_come_in_pieces(plain: LlmServer) -> None:
    whole = wire(asked("piecemeal"), "connection: Close\r\n")
    assert b'"piecemeal"' in exchange(plain, whole[:20], whole[20:-10], whole[-10:])


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"stream": true}', b"\xff"])
def test_a_body_that_is_no_request_is_the_clients_fault(plain: LlmServer, body: bytes) -> None:
    assert post_to(plain.url, body).status_code == 400


def test_paths(plain: LlmServer) -> None:
    import httpx2

    assert httpx2.get(f"{plain.url}/models").json()["data"][0]["id"] == "scripted"
    assert httpx2.get(f"{plain.url}/nowhere").status_code == 404


def test_many_wait_at_once() -> None:
    with LlmServer(filled, latency=0.5) as server:
        connections = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(64)]
        for number, connection in enumerate(connections):
            connection.sendall(wire(asked(str(number))))
        for number, connection in enumerate(connections):
            assert f'"content": "{number}"'.encode() in connection.recv(65536)
            connection.close()
    assert server.peak > 8
    assert len(server.log) == 64 and all(call.sent and call.sent - call.received >= 0.49 for call in server.log)


def test_latency_varies_by_the_request_alone() -> None:
    with LlmServer(filled, latency=1.0, jitter=0.5) as server:
        calls = [Call(0, str(number), 0.0, {}, {}) for number in range(50)]
        delays = [server.delay(call) for call in calls]
        assert delays == [server.delay(call) for call in calls]
    assert 0.5 <= min(delays) < 0.7 and 1.3 < max(delays) <= 1.5


# --- the log ----------------------------------------------------------------------------------------------------------


def test_equal_requests_have_one_name(plain: LlmServer) -> None:
    request = asked("how now")
    for one in (request, dict(reversed(request.items())), asked("how then")):
        post(plain, one)
    first, second, third = plain.log[-3:]
    assert first.sha == second.sha != third.sha
    assert first.number + 1 == second.number and first.request == request
    assert first.headers["content-type"] == "application/json"
    assert first.sent is not None and first.received <= first.sent


def test_the_record_is_appended_to_and_tells_what_became_of_every_call(tmp_path: Path) -> None:
    record = tmp_path / "calls.jsonl"
    for fault in (Kind.STATUS_500, Kind.DROP_BEFORE, Kind.HANG):
        with LlmServer(in_order(Fault(fault), then=filled), record=record) as server:
            exchange(server, wire(asked(), "Connection: close\r\n"), close=fault != Kind.HANG)
    lines = [json.loads(line) for line in record.read_text().splitlines()]
    assert [line["event"] for line in lines] == ["received", "sent", "received", "dropped", "received", "gone"]
    assert [line["fault"] for line in lines[1::2]] == ["status_500", "drop_before", "hang"]
    assert len({line["sha"] for line in lines}) == 1
    assert [line["time"] for line in lines] == sorted(line["time"] for line in lines)


def test_a_long_reply_that_was_read_to_its_end_is_sent() -> None:
    with LlmServer(lambda request: "x" * 9_000_000) as server:
        assert len(exchange(server, wire(asked(), "Connection: close\r\n"))) > 9_000_000
    assert server.log[0].sent is not None


def test_a_long_reply_that_was_not_read_is_not_sent() -> None:
    with LlmServer(lambda request: "x" * 9_000_000) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(wire(asked()))
            assert connection.recv(9) == b"HTTP/1.1 "
        while server.open:
            time.sleep(0.01)
    assert server.log[0].sent is None


def test_who_hangs_up_is_gone(tmp_path: Path) -> None:
    record = tmp_path / "calls.jsonl"
    with LlmServer(filled, latency=30, record=record) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(wire(asked()))
            while not server.log:
                time.sleep(0.01)
        while server.open:
            time.sleep(0.01)
    assert json.loads(record.read_text().splitlines()[-1])["event"] == "gone"
    assert server.log[0].sent is None


def test_what_a_script_raises_fails_the_test() -> None:
    def reply(request: Request) -> str:
        assert "Hester" in request["messages"][0]["content"], "nobody asked for her"
        return ""

    with pytest.raises(AssertionError, match="nobody asked"), LlmServer(reply) as server:
        assert post(server).status_code == 500


def test_an_end_with_requests_open_is_clean() -> None:
    with LlmServer(filled, latency=30) as server:
        connections = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(3)]
        for connection in connections[:2]:
            connection.sendall(wire(asked()))
        while len(server.log) < 2:
            time.sleep(0.01)
    for connection in connections:
        connection.close()
    assert server.open == 0


# --- the program ------------------------------------------------------------------------------------------------------


def test_as_a_program(tmp_path: Path) -> None:
    script, record = Path(__file__).with_name("llm_server.py"), tmp_path / "calls.jsonl"
    options = ["--latency", "0.01", "--log", str(record), "--fault-rate", "1", "--faults", "status_503,rate_limit"]
    with subprocess.Popen([sys.executable, str(script), *options], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        statuses = {post_to(url, json.dumps(asked(str(number))).encode()).status_code for number in range(12)}
        process.send_signal(signal.SIGTERM)
        last = json.loads(process.stdout.read())
    assert process.returncode == 0
    assert statuses == {503, 429}
    assert len(record.read_text().splitlines()) == 24
    assert (last["calls"], last["peak"]) == (12, 1)
