"""The other side of a comparison: how fast does a known library make the same calls?

Runs in the environment of that library, so it imports nothing of this project:

    python benchmarks/llm_peer.py --peer distilabel --url http://127.0.0.1:PORT/v1 [--calls 640] [--concurrency 64]

The last line of its output is one JSON object: peer, version, calls, seconds, cpu_seconds (of this process and of those
that it waited for), milliseconds of CPU a call. What is timed starts after imports and loading, except for
`distilabel-pipeline`, whose processes import by themselves: subtract a run of one batch.

- distilabel: `OpenAILLM.generate_outputs` in batches of `concurrency`, as its tasks do: each batch waits for its last.
- distilabel-async: `OpenAILLM.agenerate`, as many at once as `concurrency`; its fastest, with a loop of one's own.
- distilabel-pipeline: `TextGeneration` in a `Pipeline`, batches of `concurrency`.
- synthetic-data-kit: `LLMClient.batch_completion`, which gathers batches of `concurrency`.
- openai: the client below all of these, as many at once as `concurrency`.
- pydantic-ai: an agent with plain text as output. pydantic-ai-direct: `model_request`, without the agent.
"""

import argparse
import asyncio
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

SYSTEM = "You turn what is written about a person into facts, each with the sentence that proves it. Answer in JSON. "
SENTENCE = "In the autumn of that year she left the harbour town and took charge of the workshop on the far shore. "
# A passage with its instructions: about 3,000 characters, as the facts of a page are asked for.
PROMPT_SENTENCES, SYSTEM_SENTENCES = 20, 8

Make = Callable[[list[str]], int]


def main() -> None:
    """Make the calls and print one line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peer", required=True, choices=sorted(PEERS))
    parser.add_argument("--url", required=True)
    parser.add_argument("--calls", type=int, default=640)
    parser.add_argument("--concurrency", type=int, default=64)
    given = parser.parse_args()
    make, package = PEERS[given.peer](given.url, given.concurrency), given.peer.partition("-")[0]
    prompts = [f"Passage {number}. {SENTENCE * PROMPT_SENTENCES}" for number in range(given.calls)]
    started, cpu = time.monotonic(), _cpu_seconds()
    answered = make(prompts)
    seconds, cpu = time.monotonic() - started, _cpu_seconds() - cpu
    if answered != given.calls:
        sys.exit(f"{answered} answers to {given.calls} calls")
    result = {"peer": given.peer, "version": version(PACKAGES.get(given.peer, package)), "calls": given.calls}
    result |= {"concurrency": given.concurrency, "seconds": round(seconds, 3), "cpu_seconds": round(cpu, 3)}
    print(json.dumps(result | {"cpu_milliseconds_a_call": round(1000 * cpu / given.calls, 2)}))


PACKAGES = {
    "pydantic-ai": "pydantic-ai-slim",
    "pydantic-ai-direct": "pydantic-ai-slim",
    "synthetic-data-kit": "synthetic-data-kit",
}


def _cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _messages(prompt: str) -> list[dict[str, str]]:
    return [{"role": "system", "content": SYSTEM * SYSTEM_SENTENCES}, {"role": "user", "content": prompt}]


async def _at_once(call: Callable[[str], Awaitable[object]], prompts: list[str], concurrency: int) -> int:
    """How many answers are not empty; never more than `concurrency` calls are open."""
    left, answers = iter(prompts), []

    async def work() -> None:
        for prompt in left:
            answers.append(await call(prompt))

    await asyncio.gather(*(work() for _ in range(concurrency)))
    return sum(bool(answer) for answer in answers)


def _distilabel_model(url: str) -> Any:
    from distilabel.models.llms import OpenAILLM

    return OpenAILLM(model="scripted", base_url=url, api_key="x")


def distilabel(url: str, concurrency: int) -> Make:
    """Batches, each as long as its slowest call."""
    model = _distilabel_model(url)
    model.load()

    def make(prompts: list[str]) -> int:
        inputs = [_messages(prompt) for prompt in prompts]
        batches = [inputs[start : start + concurrency] for start in range(0, len(inputs), concurrency)]
        outputs = [output for batch in batches for output in model.generate_outputs(inputs=batch)]
        return sum(bool(output["generations"][0]) for output in outputs)

    return make


def distilabel_async(url: str, concurrency: int) -> Make:
    """No batches: the next call starts when one ends."""
    model = _distilabel_model(url)
    model.load()

    async def call(prompt: str) -> object:
        return (await model.agenerate(input=_messages(prompt)))["generations"][0]

    return lambda prompts: asyncio.run(_at_once(call, prompts, concurrency))


def distilabel_pipeline(url: str, concurrency: int) -> Make:
    """The documented way; its log goes nowhere, its cache to a folder that is removed."""
    from distilabel.pipeline import Pipeline
    from distilabel.steps.tasks import TextGeneration

    def make(prompts: list[str]) -> int:
        rows = [{"instruction": prompt, "system_prompt": SYSTEM * SYSTEM_SENTENCES} for prompt in prompts]
        with tempfile.TemporaryDirectory() as folder, Pipeline(name="peer", cache_dir=folder) as pipeline:
            from distilabel.steps import LoadDataFromDicts

            load = LoadDataFromDicts(data=rows, batch_size=concurrency)
            load >> TextGeneration(llm=_distilabel_model(url), input_batch_size=concurrency)
            distiset = pipeline.run(use_cache=False)
        return sum(bool(text) for text in distiset["default"]["train"]["generation"])

    return make


def synthetic_data_kit(url: str, concurrency: int) -> Make:
    """Batches, each as long as its slowest call; its `sleep_time` between them, half a second, is put to 0."""
    from synthetic_data_kit.models.llm_client import LLMClient

    client = LLMClient(provider="api-endpoint", api_base=url, api_key="x", model_name="scripted")
    client.sleep_time = 0

    def make(prompts: list[str]) -> int:
        batches = [_messages(prompt) for prompt in prompts]
        return sum(bool(text) for text in client.batch_completion(batches, batch_size=concurrency))

    return make


def openai(url: str, concurrency: int) -> Make:
    """The client alone."""
    from openai import AsyncOpenAI

    client = AsyncOpenAI(base_url=url, api_key="x")

    async def call(prompt: str) -> object:
        messages: Any = _messages(prompt)
        return (await client.chat.completions.create(model="scripted", messages=messages)).choices[0].message.content

    return lambda prompts: asyncio.run(_at_once(call, prompts, concurrency))


def _pydantic_ai_model(url: str) -> Any:
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    return OpenAIChatModel("scripted", provider=OpenAIProvider(base_url=url, api_key="x"))


def pydantic_ai(url: str, concurrency: int) -> Make:
    """An agent a run."""
    from pydantic_ai import Agent

    agent = Agent(_pydantic_ai_model(url), instructions=SYSTEM * SYSTEM_SENTENCES)

    async def call(prompt: str) -> object:
        return (await agent.run(prompt)).output

    return lambda prompts: asyncio.run(_at_once(call, prompts, concurrency))


def pydantic_ai_direct(url: str, concurrency: int) -> Make:
    """A model request, without the agent around it."""
    from pydantic_ai.direct import model_request
    from pydantic_ai.messages import ModelRequest

    model = _pydantic_ai_model(url)

    async def call(prompt: str) -> object:
        request = ModelRequest.user_text_prompt(prompt, instructions=SYSTEM * SYSTEM_SENTENCES)
        return (await model_request(model, [request])).parts

    return lambda prompts: asyncio.run(_at_once(call, prompts, concurrency))


PEERS: dict[str, Callable[[str, int], Make]] = {
    "distilabel": distilabel,
    "distilabel-async": distilabel_async,
    "distilabel-pipeline": distilabel_pipeline,
    "synthetic-data-kit": synthetic_data_kit,
    "openai": openai,
    "pydantic-ai": pydantic_ai,
    "pydantic-ai-direct": pydantic_ai_direct,
}


if __name__ == "__main__":
    # This folder's own modules must not stand before the peer's.
    sys.path = [entry for entry in sys.path if Path(entry or os.getcwd()).resolve() != Path(__file__).parent.resolve()]
    main()
