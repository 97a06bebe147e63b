"""Everyday talk as the base model answers it itself: mixed into stage 2, it keeps what the model could do before.

Samples that a model made itself "nearly eliminate" forgetting when they are trained on beside what is new (arXiv
2605.26097). The answers lie in general.json; they are greedy, so the same base model gives the same. An answer that did
not end within `MOST_TOKENS` is not taken: it would teach the model not to stop.
"""

import json
from hashlib import sha256

from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.workspace import Workspace
from train.base_report import base_identity
from train.dataset import Splits
from train.mixture import Lesson

FILE = "general.json"
MOST_TOKENS = 64

QUESTIONS = (
    "What is the capital of Italy?",
    "How do I make a cup of tea?",
    "Give me three synonyms for 'big'.",
    "Why do leaves fall in autumn?",
    "I had a long day at work.",
    "What is 7 plus 15?",
    "How many months are in a year?",
    "Write one sentence about a mountain.",
    "Good morning!",
    "What should I pack for a weekend in the city?",
    "Explain what a thermometer does.",
    "Translate 'good night' into French.",
    "Which planet is closest to the sun?",
    "Can you recommend a simple soup?",
    "How do birds stay warm in winter?",
    "What is the opposite of 'early'?",
    "Tell me a short joke.",
    "How can I fall asleep faster?",
    "What does a librarian do?",
    "Name four colours.",
    "What is the largest ocean?",
    "Is a tomato a fruit or a vegetable?",
    "How do I write a thank-you note?",
    "What is half of 90?",
    "Why is exercise good for you?",
    "Rewrite this politely: give me the book.",
    "What sound does a cat make?",
    "How do I keep bread fresh?",
    "Describe the taste of a lemon.",
    "What year comes after 1999?",
)
"""Everyday questions, written for this purpose; none of those that `train.evaluation` measures by."""


def everyday_talk(workspace: Workspace, persona: Persona, splits: Splits) -> list[Lesson]:
    """Questions with the base model's own answers, without a system prompt; none where nothing would read them.

    Raises:
        NotFresh: if they are not there and the workspace is frozen.
    """
    if not persona.train.facts.general or not splits["facts_train"] or persona.train.curriculum == "style_only":
        return []
    made_from = fingerprint(base_identity(persona.train.base_model), QUESTIONS)
    path = workspace.write_file(FILE, made_from, lambda: json.dumps(_answered(persona), indent=1).encode())
    return [_lesson(question, answer) for question, answer in json.loads(path.read_text())]


def _answered(persona: Persona) -> list[tuple[str, str]]:
    from train.generation import generate, open_model

    model, tokenizer = open_model(persona.train, None)
    prompts = [[{"role": "user", "content": question}] for question in QUESTIONS]
    answers = generate(model, tokenizer, prompts, MOST_TOKENS, only_ended=True)
    return [(question, answer) for question, answer in zip(QUESTIONS, answers, strict=True) if answer]


def _lesson(question: str, answer: str) -> Lesson:
    messages = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    return Lesson(f"general-{sha256(f'{question} {answer}'.encode()).hexdigest()[:16]}", messages)
