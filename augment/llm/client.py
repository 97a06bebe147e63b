"""Asking a language model: validated replies, kept for good, within the budget and the provider's limits.

    async with open_client(workspace, persona, engine) as client:
        answer = await client.ask(Ask("claims", instructions, text, reply=Claims))

    Answered(reply, cost)    the reply, as the model of pydantic that was asked for
    Failed(reason, detail)   invalid_reply, refused, too_long, out_of_budget: a row that is dropped, never an error

A reply is stored before it is used, and the same request is never sent again (`augment.llm.replies`). Before a call its
worst case is reserved, after it the real cost is settled; a call that may have been billed without a reply counts at
its worst. An invalid reply is shown to the model with what is wrong, twice at most. Text of a page is data: it stands
between marks, and what it says is never an instruction.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from augment.llm.engines import LONGEST_WAIT, Completion, Engine, Request, Role, Unanswered
from augment.llm.pace import Pace
from augment.llm.prices import Prices, estimated_tokens, prices_of
from augment.llm.replies import Books, Paid, request_key
from likeness.errors import BudgetExceeded, LikenessError, RateLimited, SourceUnavailable
from likeness.ledger import Charge, Ledger, MicroUSD, usd
from likeness.persona import Persona
from likeness.sections import LanguageModel
from likeness.workspace import Workspace

Reply = TypeVar("Reply", bound=BaseModel)

REPAIRS = 2
"""How often an invalid reply is shown to the model for mending: most are mended the first time (our judgement)."""
LONGEST_SHOWN = 2000
"""Characters of an invalid reply that are shown again."""
FIRST_WAIT, LONGEST_OWN_WAIT = 1.0, 60.0
"""Seconds before a second attempt, doubled each time, where the server does not say."""


@dataclass(frozen=True)
class Ask(Generic[Reply]):
    """One question: what the model is told, the text at hand, and the shape of the reply.

    `sample` tells several askings of the same question apart; `temperature` is the persona file's where None.
    """

    purpose: str
    instructions: str
    text: str
    reply: type[Reply]
    temperature: float | None = None
    sample: int = 0


class Answered(NamedTuple, Generic[Reply]):
    """The reply, and what it cost in micro-USD, mending included."""

    reply: Reply
    cost: MicroUSD


class Failed(NamedTuple):
    """Why there is no reply: a reason code for a rejected row."""

    reason: str
    detail: str = ""
    cost: MicroUSD = 0


class Client:
    """Asks one engine for one workspace; all of its methods run in one event loop."""

    def __init__(self, engine: Engine, books: Books, prices: Prices, settings: LanguageModel) -> None:
        self.settings = settings
        self._engine, self._books, self._prices = engine, books, prices
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._admitted = asyncio.Semaphore(2 * settings.concurrency)  # money is held for no more than can be on its way
        self._pace = Pace(settings.requests_per_minute, settings.tokens_per_minute)
        self._asked: dict[str, asyncio.Future[Paid]] = {}
        self._settled = asyncio.Condition()
        self._unsettled = 0
        self._broken: LikenessError | None = None

    async def ask(self, ask: Ask[Reply]) -> Answered[Reply] | Failed:
        """Ask, and have invalid replies mended.

        Raises:
            SourceUnavailable, RateLimited: if the server does not answer after all attempts; what came is kept.
            SettingsError: if it refuses the key, the model or the request.
        """
        request, cost = self.request(ask), 0
        for _ in range(1 + REPAIRS):
            try:
                completion, price = await self._reply(request, ask.purpose)
            except BudgetExceeded as exceeded:
                return Failed("out_of_budget", str(exceeded), cost)
            cost += price
            if completion.finish == "refusal":
                return Failed("refused", completion.text[:200], cost)
            try:
                return Answered(ask.reply.model_validate_json(bare_json(completion.text)), cost)
            except ValidationError as error:
                wrong = "it was cut off: be shorter" if completion.finish == "length" else _wrong(error)
                request = replace(request, messages=(*request.messages, *_mending(completion, wrong)))
        return Failed("invalid_reply" if "{" in completion.text else "refused", completion.text[:200] or wrong, cost)

    async def ask_all(self, asks: Iterable[Ask[Reply]]) -> list[Answered[Reply] | Failed]:
        """Ask many at once, in the order given."""
        return list(await asyncio.gather(*(self.ask(ask) for ask in asks)))

    async def drain(self) -> None:
        """Wait for the replies that are on their way: they are paid for."""
        await asyncio.gather(*self._asked.values(), return_exceptions=True)

    def request(self, ask: Ask[Any]) -> Request:
        """What is sent first for an ask."""
        messages: tuple[tuple[Role, str], ...] = (("system", ask.instructions), ("user", ask.text))
        temperature = self.settings.temperature if ask.temperature is None else ask.temperature
        schema = schema_of(ask.reply)  # type: ignore[arg-type]  # a class is hashable
        return Request(messages, schema, temperature, self.settings.most_tokens, ask.sample)

    async def _reply(self, request: Request, purpose: str) -> Paid:
        """The stored reply, the one that is on its way, or a new one."""
        key = request_key(self._engine.name, request)
        if known := self._books.find(key):
            return known
        if key not in self._asked:
            self._asked[key] = asyncio.ensure_future(self._sent(key, request, purpose))
            self._asked[key].add_done_callback(lambda _: self._asked.pop(key, None))
        return await self._asked[key]

    async def _sent(self, key: str, request: Request, purpose: str) -> Paid:
        async with self._admitted:
            return await self._send(key, request, purpose)

    async def _send(self, key: str, request: Request, purpose: str) -> Paid:
        """Send a request until it is answered, each attempt paid for from the budget.

        Raises:
            SourceUnavailable: after the last attempt; then every later request fails at once.
        """
        for attempt in range(self.settings.attempts):
            if self._broken:
                raise self._broken
            charge = await self._reserve(purpose, self._prices.worst_case(request))
            try:
                async with self._slots:
                    await self._pace.take(tokens_of(request))
                    completion = await self._engine.complete(request)
            except Unanswered as failure:
                self._pace.pause(failure.wait or 0)  # before anybody else takes the slot
                await self._close(charge, charge.amount if failure.billed else 0)
                await self._wait(failure, attempt)
            except BaseException as error:
                # Nothing is known of the call (or nothing was billed): it counts at its worst.
                if isinstance(error, LikenessError):
                    self._broken = error
                    await self._close(charge, 0)
                raise
            else:
                paid = await self._books.store(key, completion, charge, self._prices.paid(completion))
                await self._freed()
                return paid
        raise AssertionError("the last failed attempt raises")  # pragma: no cover

    async def _wait(self, failure: Unanswered, attempt: int) -> None:
        """Wait before the next attempt. Where the server says how long, `Pace` holds everybody back.

        Raises:
            RateLimited: if the server asks for more than we wait.
            SourceUnavailable: if this was the last attempt.
        """
        if failure.wait is not None and failure.wait > LONGEST_WAIT:
            self._broken = RateLimited(f"{failure}; it asks to wait {failure.wait:.0f} s", failure.wait)
        elif attempt + 1 >= self.settings.attempts:
            self._broken = SourceUnavailable(f"{failure} (after {attempt + 1} attempts); what came so far is kept")
        if self._broken:
            raise self._broken
        if failure.wait is None:
            # Jitter spreads those who failed together; it changes no row.
            await asyncio.sleep(min(LONGEST_OWN_WAIT, FIRST_WAIT * 2**attempt) * random.uniform(0.5, 1))

    async def _reserve(self, purpose: str, worst_case: MicroUSD) -> Charge:
        """Set money aside; where others hold it, wait until one of them needed less.

        Raises:
            BudgetExceeded: if it would not do even if nobody else asked.
        """
        while True:
            try:
                charge = await self._books.reserve(self._engine.name, purpose, worst_case)
            except BudgetExceeded:
                if not self._unsettled:
                    raise
                async with self._settled:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._settled.wait(), timeout=1)
            else:
                self._unsettled += 1
                return charge

    async def _close(self, charge: Charge, cost: MicroUSD) -> None:
        await self._books.settle(charge, cost)
        await self._freed()

    async def _freed(self) -> None:
        """Tell those who wait for money that a charge was settled."""
        self._unsettled -= 1
        async with self._settled:
            self._settled.notify_all()


@asynccontextmanager
async def open_client(workspace: Workspace, persona: Persona, engine: Engine) -> AsyncIterator[Client]:
    """A client for one persona's workspace.

    Raises:
        SettingsError: if what the model costs is not known, or the workspace is not on a local disk.
    """
    prices = prices_of(persona.llm)
    ledger = Ledger(workspace.path("ledger.jsonl"), usd(persona.budget.usd))
    books = Books(workspace.path("replies.sqlite"), ledger)
    try:
        async with engine:
            client = Client(engine, books, prices, persona.llm)
            try:
                yield client
            except LikenessError:
                await client.drain()
                raise
    finally:
        books.close()


@cache
def schema_of(reply: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of a reply, as strict as providers want it: no other keys, every key required."""
    strict: dict[str, Any] = _strict(reply.model_json_schema())
    return strict


def bare_json(text: str) -> str:
    """The object in a reply, without the fence or the words that some models put around it."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text


def tokens_of(request: Request) -> int:
    """About how many tokens a request counts for against a limit of tokens a minute."""
    return sum(estimated_tokens(content) for _, content in request.messages) + request.most_tokens


def quoted_text(kind: str, text: str) -> str:
    """A text from outside between marks that it cannot close itself."""
    inside = text.replace(f"</{kind}", f"< /{kind}").replace(f"<{kind}", f"< {kind}")
    return f"<{kind}>\n{inside}\n</{kind}>"


def _mending(completion: Completion, wrong: str) -> Sequence[tuple[Role, str]]:
    """The invalid reply, and what is wrong with it."""
    shown = completion.text[:LONGEST_SHOWN] or "(nothing)"
    return (
        ("assistant", shown),
        ("user", f"That is not a valid reply: {wrong}. Reply again, with the JSON object alone."),
    )


def _wrong(error: ValidationError) -> str:
    """The first few problems on one line."""
    problems = [f"{'.'.join(map(str, e['loc'])) or 'reply'}: {e['msg']}" for e in error.errors(include_url=False)[:3]]
    return "; ".join(problems)


def _strict(schema: Any) -> Any:
    """A schema without titles and defaults, which providers refuse; the names of properties stay as they are."""
    if isinstance(schema, list):
        return [_strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _strict(value) for key, value in schema.items() if key not in ("title", "default", "properties")}
    if "properties" in schema:
        made["properties"] = {name: _strict(value) for name, value in schema["properties"].items()}
        made |= {"additionalProperties": False, "required": list(schema["properties"])}
    return made
