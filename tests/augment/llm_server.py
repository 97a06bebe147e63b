"""An OpenAI-compatible server without a model, on the loopback, whose replies and faults are scripted.

In a test (the server runs in a thread; `reply` is called there, one request at a time):

    with LlmServer(lambda request: '{"facts": []}') as server:
        ...  # a client of server.url; then look at server.log

As a program, for benchmarks; the first line of its output is the port, and it ends on SIGTERM:

    python tests/augment/llm_server.py --latency 0.2 --fault-rate 0.1 --faults rate_limit,status_503 --log calls.jsonl
"""

import argparse
import asyncio
import json
import math
import random
import signal
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from enum import StrEnum
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any

Request = dict[str, Any]


class Kind(StrEnum):
    """What can go wrong. The first seven are replies of status 200 in good form, which the API sends too.

    HTML is a page of status 200 from something in between, STATUS_502 one that says so; the next ones are the API's own
    errors. DROP_BEFORE hangs up instead of replying, DROP_MIDDLE within the body; DRIP is whole, but slow.
    """

    INVALID_JSON = "invalid_json"
    TRUNCATED_JSON = "truncated_json"
    LENGTH = "length"
    REFUSAL = "refusal"
    REFUSAL_FIELD = "refusal_field"
    CONTENT_FILTER = "content_filter"
    EMPTY_CHOICES = "empty_choices"
    HTML = "html"
    RATE_LIMIT = "rate_limit"
    RATE_LIMIT_DATE = "rate_limit_date"
    STATUS_500 = "status_500"
    STATUS_502 = "status_502"
    STATUS_503 = "status_503"
    UNAUTHORIZED = "unauthorized"
    UNKNOWN_MODEL = "unknown_model"
    HANG = "hang"
    DROP_BEFORE = "drop_before"
    DROP_MIDDLE = "drop_middle"
    DRIP = "drip"


@dataclass(frozen=True)
class Fault:
    """`text` is what is cut short or dripped (else what `filled` says).

    `seconds` is what Retry-After asks for (less than one too, for quick tests; a date is rounded up), or what the whole
    of a drip takes.
    """

    kind: Kind
    text: str = ""
    seconds: float = 1.0


Reply = Callable[[Request], str | Fault]


@dataclass
class Call:
    """A request to the chat endpoint. Times are seconds since 1970; `sent` is None while the reply is not out whole."""

    number: int
    sha: str
    received: float
    request: Request
    headers: dict[str, str]
    sent: float | None = None
    fault: str | None = None


def sha_of(value: object) -> str:
    """The same for equal JSON values, whatever the order of their keys."""
    return sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


# --- scripts ----------------------------------------------------------------------------------------------------------


def in_order(*replies: str | Fault | None, then: Reply) -> Reply:
    """The first replies one by one (None leaves that one to `then`), and `then` ever after."""
    waiting = list(replies)
    return lambda request: (waiting.pop(0) if waiting else None) or then(request)


def when(wanted: Callable[[Request], bool], fault: Fault, otherwise: Reply) -> Reply:
    """The fault for the requests that are wanted."""
    return lambda request: fault if wanted(request) else otherwise(request)


def at_random(rate: float, faults: Iterable[Fault], otherwise: Reply, seed: int = 0) -> Reply:
    """A fault for that share of the requests; drawn from the request and its repetition, not from who came first."""
    kinds, times = list(faults), Counter[str]()

    def reply(request: Request) -> str | Fault:
        sha = sha_of(request)
        times[sha] += 1
        chance = random.Random(f"{seed} {sha} {times[sha]}")
        return chance.choice(kinds) if chance.random() < rate else otherwise(request)

    return reply


def filled(request: Request) -> str:
    """The reply of the built-in model: what the schema asks for, drawn from a hash of the messages.

    Strings are runs of words of the last message, so that a quote is a quote. Without a schema it is one such run.
    Not honoured: pattern, format, multipleOf, uniqueItems.
    """
    messages, form = request.get("messages", []), request.get("response_format") or {}
    filler = _Filler(random.Random(sha_of(messages)), _text(messages[-1:]).split() or ["nothing"])
    tool = _tool(request)
    if tool is None and "json_schema" not in form:
        return "{}" if form.get("type") == "json_object" else filler.value({"type": "string"})
    filler.root = tool.get("parameters", {}) if tool else form["json_schema"].get("schema", {})
    return json.dumps(filler.value(filler.root), ensure_ascii=False)


class _Filler:
    """Values of a JSON schema. Deeper than six only what must be, so that a schema that holds itself ends."""

    def __init__(self, chance: random.Random, words: list[str]) -> None:
        self.chance, self.words, self.root = chance, words, Request()

    def value(self, schema: Request, depth: int = 0) -> Any:
        schema = self._resolved(schema, depth)
        if "const" in schema or "enum" in schema:
            return schema["const"] if "const" in schema else self.chance.choice(schema["enum"])
        kind = schema.get("type", "object" if "properties" in schema else "string")
        kind = self.chance.choice(kind) if isinstance(kind, list) else kind
        if kind in ("object", "array"):
            return self._object(schema, depth + 1) if kind == "object" else self._array(schema, depth + 1)
        if kind in ("integer", "number"):
            return self._number(schema, kind == "integer")
        return {"boolean": self.chance.random() < 0.5, "null": None}.get(kind, self._words(schema))

    def _resolved(self, schema: Request, depth: int) -> Request:
        """Without reference, choice and conjunction."""
        while True:
            if "$ref" in schema:
                found: Any = self.root
                for name in schema["$ref"].split("/")[1:]:
                    found = found[name]
                schema = found
            elif choices := schema.get("anyOf", schema.get("oneOf")):
                ends = [choice for choice in choices if choice.get("type") == "null"]
                schema = self.chance.choice(choices if depth < 6 or not ends else ends)
            elif parts := schema.get("allOf"):
                schema = {key: value for part in parts for key, value in self._resolved(part, depth).items()}
            else:
                return schema

    def _object(self, schema: Request, depth: int) -> Request:
        properties, others = schema.get("properties", {}), schema.get("additionalProperties")
        if not properties and isinstance(others, dict):
            return {"key": self.value(others, depth)}
        wanted = properties if depth < 6 else schema.get("required", [])
        return {name: self.value(properties[name], depth) for name in properties if name in wanted}

    def _array(self, schema: Request, depth: int) -> list[Any]:
        least = schema.get("minItems", 0 if depth > 6 else min(1, schema.get("maxItems", 1)))
        most = least if depth > 6 else min(schema.get("maxItems", least + 2), least + 2)
        items = [schema.get("items", {})] * self.chance.randint(least, most)
        return [self.value(item, depth) for item in schema.get("prefixItems", items)]

    def _number(self, schema: Request, whole: bool) -> float:
        """Between the bounds; a side without one is 100 away from the other, and 0 is the least where neither is."""
        step = 1 if whole else 0.001
        least = schema.get("minimum", schema.get("exclusiveMinimum", math.nan) + step)
        most = schema.get("maximum", schema.get("exclusiveMaximum", math.nan) - step)
        least = (0 if math.isnan(most) else min(0, most - 100)) if math.isnan(least) else least
        most = least + 100 if math.isnan(most) else most
        return self.chance.randint(math.ceil(least), math.floor(most)) if whole else self.chance.uniform(least, most)

    def _words(self, schema: Request) -> str:
        start = self.chance.randrange(len(self.words))
        text = " ".join(self.words[start : start + self.chance.randint(4, 12)])
        return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", 200)]


def _text(messages: list[Request]) -> str:
    """The words of the messages: their contents are strings, lists of parts, or nothing."""
    contents = [message.get("content") or "" for message in messages]
    return "\n".join(c if isinstance(c, str) else "".join(part.get("text", "") for part in c) for c in contents)


def _tool(request: Request) -> Request | None:
    """The function that must be called: the one chosen, else the first; none after the result of one, if free."""
    choice, messages = request.get("tool_choice") or "auto", request.get("messages") or [{}]
    functions = [tool["function"] for tool in request.get("tools") or []]
    if not functions or choice == "none" or (choice == "auto" and messages[-1].get("role") == "tool"):
        return None
    name = choice["function"]["name"] if isinstance(choice, dict) else functions[0]["name"]
    return next((dict(function) for function in functions if function["name"] == name), None)


# --- replies ----------------------------------------------------------------------------------------------------------

REFUSED = "I can't help with that."
STATUSES = {
    Kind.RATE_LIMIT: (429, "rate_limit_exceeded"),
    Kind.RATE_LIMIT_DATE: (429, "rate_limit_exceeded"),
    Kind.STATUS_500: (500, "server_error"),
    Kind.STATUS_503: (503, "overloaded"),
    Kind.UNAUTHORIZED: (401, "invalid_api_key"),
    Kind.UNKNOWN_MODEL: (404, "model_not_found"),
}


def _completion(request: Request, sha: str, text: str | None, finish: str = "stop", refusal: str = "") -> Request:
    """The body of a reply. A token is four characters, rounded up: of the messages, and of the text."""
    message: Request = {"role": "assistant", "content": text, "refusal": refusal or None}
    # A model refuses in words, even where it must call a tool.
    if text and text != REFUSED and (tool := _tool(request)):
        called = {"id": f"call_{sha[:12]}", "type": "function", "function": {"name": tool["name"], "arguments": text}}
        message |= {"content": None, "tool_calls": [called]}
        finish = "tool_calls" if finish == "stop" else finish
    asked, said = -(-len(_text(request.get("messages", []))) // 4), -(-len(text or refusal) // 4)
    return {
        "id": f"chatcmpl-{sha[:12]}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": request.get("model", "scripted"),
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said},
    }


def _unwanted(request: Request, sha: str, fault: Fault) -> Request:
    """The body of a reply of status 200 that is not what was asked for."""
    text = fault.text or filled(request)
    match fault.kind:
        case Kind.INVALID_JSON:
            return _completion(request, sha, fault.text or "Sure, here you are: {'facts': [oops,]}")
        case Kind.TRUNCATED_JSON:
            return _completion(request, sha, text[: len(text) // 2])
        case Kind.LENGTH:
            return _completion(request, sha, text[: len(text) // 2], "length")
        case Kind.REFUSAL:
            return _completion(request, sha, REFUSED)
        case Kind.REFUSAL_FIELD:
            return _completion(request, sha, None, refusal=REFUSED)
        case Kind.CONTENT_FILTER:
            return _completion(request, sha, None, "content_filter")
        case Kind.EMPTY_CHOICES:
            return _completion(request, sha, text) | {"choices": []}
    return _completion(request, sha, text)


def _response(request: Request, sha: str, reply: str | Fault) -> bytes:
    """All that goes over the wire, where it goes whole."""
    if isinstance(reply, str):
        return _message(200, _completion(request, sha, reply))
    if reply.kind in (Kind.HTML, Kind.STATUS_502):
        return _message(200 if reply.kind == Kind.HTML else 502, "<html><h1>Bad Gateway</h1></html>")
    if reply.kind not in STATUSES:
        return _message(200, _unwanted(request, sha, reply))
    at = {
        Kind.RATE_LIMIT: f"Retry-After: {reply.seconds:g}\r\n",
        Kind.RATE_LIMIT_DATE: f"Retry-After: {formatdate(math.ceil(time.time() + reply.seconds), usegmt=True)}\r\n",
    }
    status, code = STATUSES[reply.kind]
    return _message(status, _error(code), at.get(reply.kind, ""))


def _error(code: str) -> Request:
    return {"error": {"message": f"scripted: {code}", "type": code, "param": None, "code": code}}


def _message(status: int, body: Request | str, headers: str = "") -> bytes:
    content = body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()
    kind = "text/html" if isinstance(body, str) else "application/json"
    head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {kind}\r\n{headers}"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


# --- the wire ---------------------------------------------------------------------------------------------------------


class _Connection(asyncio.Protocol):
    """One request after another; the next is read when the reply to the last is out."""

    def __init__(self, server: "LlmServer") -> None:
        self.server, self.buffer, self.written = server, b"", asyncio.Event()
        self.written.set()
        self.transport: Any = None
        self.task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        # Every byte that the kernel does not take at once pauses the writing: so it is known when the last one went.
        self.transport.set_write_buffer_limits(high=0)
        self.server.connections.add(self)

    def pause_writing(self) -> None:
        self.written.clear()

    def resume_writing(self) -> None:
        self.written.set()

    def connection_lost(self, error: Exception | None) -> None:
        """Whoever hangs up also ends the wait for the reply."""
        self.server.connections.discard(self)
        if self.task:
            self.task.cancel()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self.read()

    def read(self) -> None:
        head, end, rest = self.buffer.partition(b"\r\n\r\n")
        if not end or (self.task and not self.task.done()):
            return
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0))
        if len(rest) >= length:
            self.buffer = rest[length:]
            self.task = asyncio.create_task(self.serve(first, headers, rest[:length]))
            self.task.add_done_callback(lambda task: None if task.cancelled() else self.read())

    async def serve(self, first: str, headers: dict[str, str], body: bytes) -> None:
        method, path, _ = first.split(" ")
        if (method, path) == ("POST", "/v1/chat/completions"):
            await self.chat(headers, body)
        elif (method, path) == ("GET", "/v1/models"):
            models = [{"id": "scripted", "object": "model", "created": 0, "owned_by": "tests"}]
            self.transport.write(_message(200, {"object": "list", "data": models}))
        else:
            self.transport.write(_message(404, _error("no_such_path")))
        if headers.get("connection", "").lower() == "close":
            self.transport.close()

    async def chat(self, headers: dict[str, str], body: bytes) -> None:
        try:
            request = json.loads(body)
        except ValueError:
            request = None
        if not isinstance(request, dict) or request.get("stream"):
            self.transport.write(_message(400, _error("not_an_object_or_a_stream")))
            return
        call = self.server.received(request, headers)
        try:
            reply, response = self.server.answer(call)
            await asyncio.sleep(self.server.delay(call))
            whole = await self.send(response, reply)
            self.server.done(call, "sent" if whole else "dropped")
        except asyncio.CancelledError:
            self.server.done(call, "gone")
            raise

    async def send(self, response: bytes, reply: str | Fault) -> bool:
        """Whether all of it went to the kernel."""
        kind, seconds = ("", 0.0) if isinstance(reply, str) else (reply.kind, reply.seconds)
        if kind == Kind.HANG:
            await asyncio.Event().wait()
        if kind in (Kind.DROP_BEFORE, Kind.DROP_MIDDLE):
            self.transport.write(response[: -len(response) // 4] if kind == Kind.DROP_MIDDLE else b"")
            self.transport.close()
            return False
        size = -(-len(response) // 20) if kind == Kind.DRIP else len(response)
        for start in range(0, len(response), size):
            await asyncio.sleep(seconds / 20 if kind == Kind.DRIP else 0)
            self.transport.write(response[start : start + size])
        await self.written.wait()
        return True


class LlmServer:
    """`url` is the base URL of a client, `log` what came, `peak` the most requests that were open at once.

    `latency` is in seconds; `jitter` 0.5 makes it vary by up to half, drawn from the request. `record` is a JSONL file
    that is appended to, a line as a call is received and one as it is sent, dropped (by a fault), or found gone (the
    client hung up before its reply was out). Sent means handed to the kernel: who is killed in that moment has not read
    it; and who has read it may be quicker than the log, which is whole when the `with` ends. What `reply` raises is
    answered with 500, and raised again at the end.
    """

    def __init__(
        self, reply: Reply, latency: float = 0.0, jitter: float = 0.0, record: Path | None = None, port: int = 0
    ) -> None:
        self.reply, self.latency, self.jitter, self.record, self.port = reply, latency, jitter, record, port
        self.log: list[Call] = []
        self.connections: set[_Connection] = set()
        self.errors: list[Exception] = []
        self.open = self.peak = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> "LlmServer":
        self.lines = self.record.open("a", encoding="utf-8", buffering=1) if self.record else None
        listener = socket.create_server(("127.0.0.1", self.port), backlog=1024)
        self.port = listener.getsockname()[1]
        self.loop, self.stop = asyncio.new_event_loop(), asyncio.Event()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=[self._run(listener)], daemon=True)
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.loop.call_soon_threadsafe(self.stop.set)
        self.thread.join()
        self.loop.close()
        if self.lines:
            self.lines.close()
        if self.errors and error is None:
            raise self.errors[0]

    async def _run(self, listener: socket.socket) -> None:
        server = await self.loop.create_server(lambda: _Connection(self), sock=listener, backlog=1024)
        await self.stop.wait()
        server.close()
        tasks = [connection.task for connection in self.connections if connection.task]
        for connection in list(self.connections):
            connection.transport.abort()
        await asyncio.sleep(0)
        await asyncio.gather(*tasks, return_exceptions=True)

    def received(self, request: Request, headers: dict[str, str]) -> Call:
        call = Call(len(self.log), sha_of(request), time.time(), request, headers)
        self.log.append(call)
        self.open += 1
        self.peak = max(self.peak, self.open)
        self._write(event="received", number=call.number, sha=call.sha, time=call.received)
        return call

    def answer(self, call: Call) -> tuple[str | Fault, bytes]:
        """What the script says, and what that is on the wire."""
        try:
            reply = self.reply(call.request)
            response = _response(call.request, call.sha, reply)
        except Exception as error:  # noqa: BLE001 - any: it is the test's own code, and is raised again in its thread
            self.errors.append(error)
            reply = Fault(Kind.STATUS_500)
            response = _response(call.request, call.sha, reply)
        call.fault = None if isinstance(reply, str) else reply.kind.value
        return reply, response

    def delay(self, call: Call) -> float:
        """Seconds until the reply."""
        return self.latency * (1 + self.jitter * random.Random(call.sha).uniform(-1, 1))

    def done(self, call: Call, event: str) -> None:
        self.open -= 1
        now = time.time()
        call.sent = now if event == "sent" else None
        self._write(event=event, number=call.number, sha=call.sha, time=now, fault=call.fault)

    def _write(self, **line: object) -> None:
        if self.lines:
            self.lines.write(json.dumps(line) + "\n")


def main() -> None:
    """Serve until SIGTERM; the first line is the port, the last one JSON: calls, peak, cpu_seconds."""
    parser = argparse.ArgumentParser(description="An OpenAI-compatible server without a model.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds")
    parser.add_argument("--jitter", type=float, default=0.0, help="share of the latency by which it may vary")
    parser.add_argument("--fault-rate", type=float, default=0.0)
    parser.add_argument("--faults", default="status_500", help=f"of {', '.join(Kind)}; with commas")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--log", type=Path)
    given = parser.parse_args()
    faults = [Fault(Kind(name)) for name in given.faults.split(",")]
    reply = at_random(given.fault_rate, faults, filled, given.seed) if given.fault_rate else filled
    # Blocked before the thread starts, so that only `sigwait` gets them.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    with LlmServer(reply, given.latency, given.jitter, given.log, given.port) as server:
        sys.stdout.write(f"{server.port}\n")
        sys.stdout.flush()
        signal.sigwait({signal.SIGTERM, signal.SIGINT})
    result = {"calls": len(server.log), "peak": server.peak, "cpu_seconds": round(time.process_time(), 3)}
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
