from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from likeness.records import Exchange, Message
from train import drift
from train.drift import Talk, drift_scores, hold, plan_talks
from train.style_metric import StyleMetric
from train.style_scores import StyleMeasures


def row(question: str, answer: str = "Aye.", kind: str = "style") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages)  # type: ignore[arg-type]


STYLE = [row(f"Prompt {n}?") for n in range(20)]
FACTS = [
    [row(f"In which town did you {deed}?", f"In {town}.", "fact"), row(f"Where did you {deed}?", f"In {town}.", "fact")]
    for deed, town in (("study", "Graz"), ("marry", "Chur"), ("build a railway", "Brunnalp"))
]


def test_a_talk_opens_with_a_fact_and_ends_with_it_in_other_words() -> None:
    talks = plan_talks(STYLE, FACTS, 16)
    assert len(talks) == 4 and {len(talk.turns) for talk in talks} == {16}
    for talk in talks:
        first, last = talk.turns[0], talk.turns[-1]
        assert not isinstance(first, str) and not isinstance(last, str)
        assert [first, last] in [[fact[1], fact[0]] for fact in FACTS]
        styled = [turn for turn in talk.turns if isinstance(turn, str)]
        assert len(styled) == len(set(styled)) == 12
    assert talks == plan_talks(STYLE, FACTS, 16)


def test_what_is_asked_first_in_one_talk_is_asked_last_in_another() -> None:
    talks = plan_talks(STYLE, [], 16)
    early = {turn for talk in talks for turn in talk.turns[:4]}
    late = {turn for talk in talks for turn in talk.turns[12:]}
    assert len(early & late) >= len(early) // 2


@pytest.mark.parametrize(("style", "turns"), [([], 16), (STYLE, 0), (STYLE, 3)])
def test_no_talk_without_prompts_or_turns(style: list[Exchange], turns: int) -> None:
    assert plan_talks(style, FACTS, turns) == []
    assert drift_scores([], [], None) == {}


def measures() -> StyleMeasures:
    class Model:
        def predict_proba(self, texts: Sequence[str]) -> Any:
            import numpy as np

            return np.array([[0.0, 1.0 if "aye" in text.lower() else 0.0] for text in texts])

    return StyleMeasures(StyleMetric(frozenset({"aye"}), Model(), 0.0, 1.0), None, [], {})


def test_the_scores_tell_the_beginning_from_the_end() -> None:
    fact = FACTS[0]
    talk = Talk([fact[1], "Well?", "And?", "So?", "Now?", "What?", "Hm?", fact[0]])
    said = ["In Graz.", "Aye, oil first.", "b", "c", "d", "e", "As an assistant, I can help.", "In Rome."]
    scores = drift_scores([talk], [said], measures())
    assert scores == {"repeats": 0.0, "style_first": 1.0, "style_last": 0.0, "recall_first": 1.0, "recall_last": 0.0}


def test_an_answer_that_comes_again_is_counted_once_its_question_is_new() -> None:
    talk = Talk(["a?", "b?", "c?", "a?"])
    run = "one two three four five six seven eight"
    assert drift_scores([talk], [[run, f"Well, {run}!", "No.", run]], None) == {"repeats": 0.5}


def test_answers_stay_in_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    from train import generation

    seen: list[list[list[dict[str, str]]]] = []

    def answer(model: Any, tokenizer: Any, prompts: list[list[dict[str, str]]]) -> list[str]:
        seen.append([list(prompt) for prompt in prompts])
        return [f"Answer {len(seen)}." for _ in prompts]

    monkeypatch.setattr(generation, "generate", answer)
    monkeypatch.setattr(drift, "_fitting", lambda _tokenizer, history, _model: list(history))
    assert hold(None, None, [Talk(["One?", "Two?"])] * 2, "You are Ann.") == [["Answer 1.", "Answer 2."]] * 2  # type: ignore[arg-type]
    assert [message["content"] for message in seen[1][0]] == ["You are Ann.", "One?", "Answer 1.", "Two?"]


def test_only_the_last_messages_are_shown(tiny_base: Path) -> None:
    from likeness.sections import Train
    from train.base_model import open_base

    model, tokenizer = open_base(Train(base_model=str(tiny_base)))
    history = [{"role": "system", "content": "You are Ann."}]
    for turn in range(9):
        history += [{"role": "user", "content": f"Q{turn}"}, {"role": "assistant", "content": "A"}]
    shown = [
        message["content"] for message in drift._fitting(tokenizer, [*history, {"role": "user", "content": "Q"}], model)
    ]
    assert shown == ["You are Ann.", "Q3", "A", "Q4", "A", "Q5", "A", "Q6", "A", "Q7", "A", "Q8", "A", "Q"]


def test_a_talk_longer_than_the_model_loses_its_oldest_turns(tiny_base: Path) -> None:
    from likeness.sections import Train
    from train.generation import open_model

    model, tokenizer = open_model(Train(base_model=str(tiny_base)), None)
    model.config.max_position_embeddings = 120
    talks = [Talk([f"{number} What is on your mind, and why?" for number in range(6)])]
    said = hold(model, tokenizer, talks, "You are Ann.")
    assert len(said[0]) == 6
    assert said == hold(model, tokenizer, talks, "You are Ann.")
