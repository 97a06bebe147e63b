"""What every stage is asked, and what it answered. No workspace is needed: a benchmark sets and sits exams too.

    exam = make_exam(questions, facts, split(exchanges, 0.1))
    answers = sit(model, tokenizer, exam, persona)      # greedy: the same model, the same answers
    scores = score(exam, answers, measures, trained)    # `train.scoring`

Questions of the user's file, spared phrasings of facts, rows of kind identity and unknown that were set aside, prompts
of held-out words, and several phrasings of each of some facts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from likeness.persona import Persona
from likeness.records import Exchange, Fact
from train.dataset import Splits, conversation, system_prompt
from train.drift import Talk, hold, plan_talks
from train.encoding import Conversation, fitting
from train.questions import Question, key_words, same_sentence, says
from train.schedule import position
from train.verdicts import Asked, kind_of_answer

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

MOST_STYLE_PROMPTS = 64
"""Style prompts that are asked: the mean of 64 likenesses is known to about 0.05."""

MOST_SPARED = 200
"""Spared phrasings that are asked: a share of 200 is known to about 0.035, and more would take minutes on two cores."""

MOST_FACTS, MOST_PHRASINGS = 20, 5
"""Facts that are asked in several phrasings, and how many of each: a hundred questions, some fifteen seconds."""

EVERYDAY = (
    ("What is the capital of France?", "The capital of France is Paris."),
    ("How do I boil an egg?", "Put the egg in boiling water for eight minutes, then cool it in cold water."),
    (
        "Can you give me a word that means the same as happy?",
        "Glad, cheerful and joyful all mean much the same as happy.",
    ),
    ("Why is the sky blue?", "Air scatters blue light more than red light, so blue reaches us from all over the sky."),
    ("I feel tired today.", "I'm sorry to hear that. Try to rest a little, drink some water and go to bed early."),
    ("What is 12 times 4?", "12 times 4 is 48."),
    ("How many days are in a week?", "There are seven days in a week."),
    ("Write a sentence about the sea.", "The sea was calm, and a single boat moved slowly towards the shore."),
    ("Thank you for your help!", "You're welcome! Let me know if there is anything else I can do."),
    ("What should I take on a hike?", "Take water, some food, a map, a warm layer and a jacket against the rain."),
)
"""Everyday talk, written for this purpose, to see what training did to the rest of the model."""


@dataclass(frozen=True)
class Exam:
    """What every stage is asked.

    Attributes:
        questions: those of the user's file.
        taught: the fact questions among them whose answer was trained.
        spared: fact rows in phrasings that were not trained.
        style: rows whose answers are held-out words of the person, each question once.
        aside: rows of kind identity and unknown that were not trained.
        phrasings: several ways to ask for one fact, for each of some facts; an untrained one comes first.
        kinds: what each question about a fact asks for, by its words: date, number, name, other, or the kind of the
            fact where that is an opinion, a quote or disputed.
        names: the person's; one of them is the answer to "Who are you?".
        talks: long talks, for whoever holds them.
    """

    questions: Sequence[Question] = ()
    taught: frozenset[Question] = frozenset()
    spared: Sequence[Exchange] = ()
    style: Sequence[Exchange] = ()
    aside: Sequence[Exchange] = ()
    phrasings: Sequence[Sequence[Asked]] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[str] = ()
    talks: Sequence[Talk] = ()


@dataclass(frozen=True)
class Answers:
    """What one stage answered to an exam, in its order.

    `general_loss` is in nats a token of everyday talk, `style_loss` of the person's held-out words; that is None where
    there are none. `phrasings` and `talks` are empty where those were left out.
    """

    questions: Sequence[str] = ()
    spared: Sequence[str] = ()
    style: Sequence[str] = ()
    aside: Sequence[str] = ()
    phrasings: Sequence[Sequence[str]] = ()
    general_loss: float = 0.0
    style_loss: float | None = None
    talks: Sequence[Sequence[str]] = ()


def make_exam(
    questions: Sequence[Question], facts: Sequence[Fact], splits: Splits, names: Sequence[str] = (), turns: int = 0
) -> Exam:
    """What is to be asked of a persona, and which of it was taught.

    Args:
        questions: of the user's file; may be none.
        facts: all facts; their quotes say which questions were taught.
        splits: of all exchanges, as `train.dataset.split` makes them.
        names: the person's (`Persona.names`).
        turns: of the long talks; 0 for none.
    """
    by_id = {fact.id: fact for fact in facts}
    taught = {
        question: found
        for question in questions
        if question.kind == "fact" and (found := _facts_of(question, by_id, splits["facts_train"]))
    }
    held_out = splits["facts_held_out"]
    spared = [row for row in held_out if row.kind == "fact" and key_words(row.answer, row.question)]
    asked = sorted(spared, key=lambda row: position(row.id))[:MOST_SPARED]
    kinds = {row.question: _kind(row, row.facts, by_id) for row in spared}
    style = _each_question_once(splits["style_held_out"])[-MOST_STYLE_PROMPTS:]
    phrasings = _phrasings(taught, spared, splits["facts_train"])
    kinds |= {question.question: _kind(question, found, by_id) for question, found in taught.items()}
    return Exam(
        questions=questions,
        taught=frozenset(taught),
        spared=asked,
        style=style,
        aside=[row for row in held_out if row.kind != "fact" and len(row.messages) == 2],
        phrasings=phrasings,
        kinds=kinds,
        names=names,
        talks=plan_talks(style, phrasings, turns),
    )


def _facts_of(question: Question, facts: Mapping[str, Fact], trained: Sequence[Exchange]) -> tuple[str, ...]:
    """The ids of the facts that taught the answer to a question.

    The evidence and the quote must be the same sentence, and a trained answer must say what is accepted: of a sentence
    with two facts, one may have been taught and the other not.
    """
    near = {id for id, fact in facts.items() if same_sentence(question.evidence, fact.quote)}
    pairs = ((id, row.answer) for row in trained if row.kind == "fact" for id in row.facts if id in near)
    return tuple(dict.fromkeys(id for id, said in pairs if says(said, question.answers)))


def _kind(asked: Asked, ids: Sequence[str], facts: Mapping[str, Fact]) -> str:
    special = [facts[id].kind for id in ids if id in facts and facts[id].kind != "fact"]
    return special[0] if special else kind_of_answer(asked)


def _each_question_once(rows: Sequence[Exchange]) -> list[Exchange]:
    """The rows, of those with one question the last: to the same question a model would give the same answer."""
    return list({json.dumps([m.content for m in row.messages[:-1]]): row for row in rows}.values())


def _phrasings(
    taught: Mapping[Question, tuple[str, ...]], spared: Sequence[Exchange], trained: Sequence[Exchange]
) -> list[list[Asked]]:
    """Ways to ask for one fact: the user's own first, then the spared ones, then trained ones."""
    ways: dict[str, dict[str, Asked]] = {}
    asked: list[tuple[str, Asked]] = [(fact, question) for question, facts in taught.items() for fact in facts]
    for row in (*spared, *sorted(trained, key=lambda row: position(row.id))):
        if row.kind == "fact" and key_words(row.answer, row.question):
            asked += [(fact, row) for fact in row.facts]
    for fact, way in asked:
        ways.setdefault(fact, {}).setdefault(way.question, way)
    several = [fact for fact, ways_of_it in ways.items() if len(ways_of_it) > 1]
    chosen = sorted(several, key=position)[:MOST_FACTS]
    return [list(islice(ways[fact].values(), MOST_PHRASINGS)) for fact in chosen]


def prompt(asked: Asked | str, persona: Persona) -> Conversation:
    """The conversation that a model is to answer."""
    if isinstance(asked, Exchange):
        return conversation(asked, persona)[:-1]
    question = asked if isinstance(asked, str) else asked.question
    return [{"role": "system", "content": system_prompt(persona)}, {"role": "user", "content": question}]


def sit(model: Any, tokenizer: "PreTrainedTokenizerBase", exam: Exam, persona: Persona, whole: bool = True) -> Answers:
    """What a model answers to an exam.

    Args:
        model: as `train.generation.open_model` gives it.
        tokenizer: its tokenizer.
        exam: what it is asked.
        persona: who it is to be.
        whole: or without the several phrasings of a fact and the long talks, which take longer than all the rest.
    """
    from train.generation import mean_loss

    parts: list[Sequence[Asked]] = [
        exam.questions,
        exam.spared,
        exam.style,
        exam.aside,
        *(exam.phrasings if whole else ()),
    ]
    prompts = [[prompt(asked, persona) for asked in part] for part in parts]
    said = answer_all(model, tokenizer, [each for part in prompts for each in part])
    questions, spared, style, aside, *phrasings = ([said[_key(each)] for each in part] for part in prompts)
    everyday = [
        [{"role": "user", "content": asked}, {"role": "assistant", "content": told}] for asked, told in EVERYDAY
    ]
    losses = mean_loss(model, fitting(tokenizer, everyday)), _style_loss(model, tokenizer, exam, persona)
    talks = hold(model, tokenizer, exam.talks, system_prompt(persona)) if whole else []
    return Answers(questions, spared, style, aside, phrasings, *losses, talks)


def _style_loss(model: Any, tokenizer: "PreTrainedTokenizerBase", exam: Exam, persona: Persona) -> float | None:
    """How little the person's unseen words surprise the model: all their words count, not one likeliest answer."""
    from train.generation import mean_loss

    unseen = fitting(tokenizer, [conversation(row, persona) for row in exam.style], persona.train.max_length)
    return mean_loss(model, unseen) if unseen else None


def answer_all(model: Any, tokenizer: "PreTrainedTokenizerBase", prompts: Sequence[Conversation]) -> dict[str, str]:
    """The answer to each prompt, by the prompt as JSON; each different prompt is answered once."""
    from train.generation import generate

    different = {_key(each): each for each in prompts}
    return dict(zip(different, generate(model, tokenizer, list(different.values())), strict=True))


def _key(conversation: Conversation) -> str:
    return json.dumps(list(conversation))


def cut_like_answers(tokenizer: "PreTrainedTokenizerBase", texts: Sequence[str]) -> list[str]:
    """Texts as long as answers may be (`train.generation.MAX_NEW_TOKENS`), so that length gives nobody away."""
    from train.generation import MAX_NEW_TOKENS

    tokens = [tokenizer.encode(text, add_special_tokens=False)[:MAX_NEW_TOKENS] for text in texts]
    return [str(tokenizer.decode(each, skip_special_tokens=True)).strip() for each in tokens]
