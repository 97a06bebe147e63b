"""A model in this process: random weights, and yet every reply fits its schema."""

import asyncio
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from augment.llm.client import schema_of
from augment.llm.engines import Completion, Request
from augment.llm.local import LocalModel
from flows.engines import open_llm
from likeness.persona import Persona
from likeness.sections import LanguageModel, Rights


class Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["fact", "opinion"]
    sure: bool


def engine(tiny_base: Path) -> LocalModel:
    settings = LanguageModel(model=f"local:{tiny_base}")
    opened = open_llm(Persona(name="Ada Quill", rights=Rights(basis="a test"), llm=settings))
    assert isinstance(opened, LocalModel)
    return opened


def request(text: str, most_tokens: int = 60, temperature: float = 0.7) -> Request:
    return Request((("system", "Choose."), ("user", text)), schema_of(Choice), temperature, most_tokens)  # type: ignore[arg-type]


def answers(tiny_base: Path, *requests: Request) -> list[Completion]:
    async def talk() -> list[Completion]:
        async with engine(tiny_base) as model:
            return list(await asyncio.gather(*(model.complete(each) for each in requests)))

    return asyncio.run(talk())


def test_every_reply_fits_the_schema(tiny_base: Path) -> None:
    made = answers(
        tiny_base, *(request("Which? " * number) for number in range(1, 4)), request("Which?", temperature=0)
    )
    for completion in made:
        Choice.model_validate_json(completion.text)
        assert completion.finish == "stop" and completion.output_tokens > 1
    assert made[0].input_tokens < made[2].input_tokens


def test_the_same_requests_are_answered_the_same(tiny_base: Path) -> None:
    assert answers(tiny_base, request("Which?"), request("And now?")) == answers(
        tiny_base, request("Which?"), request("And now?")
    )


def test_a_reply_that_was_cut_off_says_so(tiny_base: Path) -> None:
    (completion,) = answers(tiny_base, request("Which?", most_tokens=3))
    assert (completion.finish, completion.output_tokens) == ("length", 3)
