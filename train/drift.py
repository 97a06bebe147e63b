"""Does the manner hold in a long talk? Several talks at once, in which the model's own last answers stay in sight.

    turn 1       a fact                                      recall_first
    turn 2 ...   prompts of the person's held-out words      style_first: the first quarter of the turns
    turn 6, 11   other facts
    ... turn 15                                              style_last: the last quarter
    turn 16      the fact of turn 1, in other words          recall_last

Whatever is said badly once stands in the talk and is taken up again: models fall into loops, and back into the manner
of an assistant, within some eight rounds (arXiv 2402.10962). `repeats` is the share of answers to new questions that
repeat an earlier one, word for word or in a run of eight words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from likeness.records import Exchange
from train.encoding import Conversation
from train.questions import runs, share
from train.style_scores import StyleMeasures
from train.verdicts import Asked, is_right

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

TALKS = 4
"""Talks that are held side by side. With 16 turns the quarters have 12 answers each, to tell 0.2 apart; a talk more
costs 20 to 40 seconds on two cores, for the history is read anew every turn."""

SEEN_MESSAGES = 12
"""Messages of the talk that the model is shown before the last question: six turns."""

FACT_EVERY = 5
"""Turns from one fact question to the next."""


@dataclass(frozen=True)
class Talk:
    """What is asked in one talk, turn by turn; a style prompt is a string."""

    turns: Sequence[Asked | str]


def plan_talks(style: Sequence[Exchange], phrasings: Sequence[Sequence[Asked]], turns: int) -> list[Talk]:
    """Four talks, the same for the same rows.

    Args:
        style: rows whose questions are asked; without any there is no talk.
        phrasings: several ways to ask for one fact, for each of some facts; may be none.
        turns: of each talk; below 4 there is no talk, for nothing could be seen in it.
    """
    prompts = list(dict.fromkeys(row.question for row in style))
    if not prompts or turns < 4:
        return []
    return [_plan(prompts, phrasings, number, turns) for number in range(TALKS)]


def _plan(prompts: Sequence[str], facts: Sequence[Sequence[Asked]], number: int, turns: int) -> Talk:
    """One talk. Each begins elsewhere among the prompts and facts, so that what comes last here comes first there."""
    planned: list[Asked | str] = []
    first = number * turns // 2
    for turn in range(turns):
        if facts and (turn % FACT_EVERY == 0 or turn == turns - 1):
            again = turn == turns - 1
            ways = facts[(number + (0 if again else turn)) % len(facts)]
            planned.append(ways[0] if again else ways[-1])
        else:
            planned.append(prompts[(first + turn) % len(prompts)])
    return Talk(planned)


def hold(model: Any, tokenizer: "PreTrainedTokenizerBase", talks: Sequence[Talk], system: str) -> list[list[str]]:
    """The answers of each talk, turn by turn; `system` is what every talk opens with."""
    from train.generation import generate

    histories = [[{"role": "system", "content": system}] for _ in talks]
    for turn in range(len(talks[0].turns) if talks else 0):
        for history, talk in zip(histories, talks, strict=True):
            history.append({"role": "user", "content": _question(talk.turns[turn])})
        said = generate(model, tokenizer, [_fitting(tokenizer, history, model) for history in histories])
        for history, answer in zip(histories, said, strict=True):
            history.append({"role": "assistant", "content": answer})
    return [[message["content"] for message in history if message["role"] == "assistant"] for history in histories]


def _question(asked: Asked | str) -> str:
    return asked if isinstance(asked, str) else asked.question


def _fitting(tokenizer: "PreTrainedTokenizerBase", history: Sequence[dict[str, str]], model: Any) -> Conversation:
    """The last messages of a talk; fewer, if they would not fit into the model with an answer."""
    from train.generation import MAX_NEW_TOKENS

    system, messages = history[:1], list(history[1:])[-(SEEN_MESSAGES + 1) :]
    most = getattr(model.config, "max_position_embeddings", None) or 2048
    while len(messages) > 1 and _length(tokenizer, [*system, *messages]) + MAX_NEW_TOKENS > most:
        del messages[:2]
    return [*system, *messages]


def _length(tokenizer: "PreTrainedTokenizerBase", messages: Conversation) -> int:
    text = tokenizer.apply_chat_template(list(messages), tokenize=False, add_generation_prompt=True)
    return len(tokenizer.encode(str(text), add_special_tokens=False))


def drift_scores(
    talks: Sequence[Talk], said: Sequence[Sequence[str]], measures: StyleMeasures | None
) -> dict[str, float]:
    """The scores of `hold`'s answers; {} of no talks. What there was nothing to measure by is left out."""
    if not talks:
        return {}
    quarter = max(1, len(talks[0].turns) // 4)
    early, late = range(quarter), range(len(talks[0].turns) - quarter, len(talks[0].turns))
    pairs = list(zip(talks, said, strict=True))
    scores = {"repeats": share(is_old for talk, answers in pairs for is_old in _old(talk, answers))}
    for name, turns in (("style_first", early), ("style_last", late)):
        styled = [answers[turn] for turn in turns for talk, answers in pairs if isinstance(talk.turns[turn], str)]
        if measures is not None and measures.metric is not None and styled:
            scores[name] = measures.metric.score(styled)
    for name, turn in (("recall_first", 0), ("recall_last", -1)):
        asked = [(talk.turns[turn], answers[turn]) for talk, answers in pairs]
        facts = [(what, answer) for what, answer in asked if not isinstance(what, str)]
        if facts:
            scores[name] = share(is_right(what, answer) for what, answer in facts)
    return scores


def _old(talk: Talk, answers: Sequence[str]) -> Iterator[bool]:
    """For each answer to a question that is new in the talk, whether it repeats an earlier answer."""
    asked, said = set[str](), set[tuple[str, ...]]()
    for turn, answer in zip(talk.turns, answers, strict=True):
        own = set(runs(answer))
        if _question(turn) not in asked and asked:
            yield bool(own & said)
        asked.add(_question(turn))
        said |= own
