"""The person's own words as exchanges: what they said, verbatim, after what they answered or might have been asked.

    utterance  "NAFTA was the worst deal ever made." (context unknown)
    exchange   "What is your view on NAFTA?"  ->  "NAFTA was the worst deal ever made."

Where the words that were answered are known, they are the question (kind 'dialogue'). Else a question is written back
from one topic of the words (a hashtag, a name, a noun), or, where there is none, one that asks for nothing in
particular. It may not share five words in a row with the answer, nor give away its content. The choice hangs on the
utterance's id alone. Questions are made of an opening and a body, so that no wording takes more than a percent or two.
"""

import re
from collections.abc import Iterator

from augment.english.grammar import is_plural, lemmas, sentence_case
from augment.english.lexicon import DAYS, FUNCTION_WORDS, MONTHS
from augment.facts import person_of
from augment.gates import check
from augment.person import Person
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Message, Rejected, Utterance
from likeness.workspace import Marker, Workspace

VERSION = 1
FEWEST_WORDS = 3
"""Shorter utterances ("Thank you!") teach no voice, unless they answer something."""
SHARED_RUN = 5
"""Words in a row that a question may not share with its answer (Panza's rule for back-written prompts)."""
MOST_GIVEN_AWAY = 0.34
"""The share of the answer's content words that a back-written question may hold (our judgement)."""

_OPENINGS = (
    "",
    "",
    "",
    "so, ",
    "tell me, ",
    "may I ask, ",
    "be honest, ",
    "quick question: ",
    "let me ask you this: ",
    "hey, ",
    "okay, ",
    "just curious: ",
)
_ON_TOPIC = (
    "what do you make of {}?",
    "what do you think about {}?",
    "what is your view on {}?",
    "any thoughts on {}?",
    "what would you say about {}?",
    "how do you feel about {}?",
    "what's your take on {}?",
    "what comes to mind when you hear about {}?",
    "can you say something about {}?",
    "what should people know about {}?",
    "what have you got to say on the subject of {}?",
    "what is there to say about {}?",
    "do you have anything to say about {}?",
    "if I asked you about {}, what would you answer?",
    "is there anything you want to tell us about {}?",
    "could we talk about {}?",
    "what's the story with {}?",
    "where do we begin with {}?",
    "what is on your mind when it comes to {}?",
    "has {} been on your mind?",
)
_OPEN = (
    "what's on your mind?",
    "what are you thinking about?",
    "what would you like to say?",
    "what's new?",
    "anything you want to share?",
    "what's going on?",
    "what do you want people to hear?",
    "got something to say?",
    "how are things?",
    "what should I know?",
    "what are you up to?",
    "what would you tell the people who follow you?",
    "what's the latest?",
    "what would you post right now?",
    "what is worth saying today?",
    "could you give me a line in your own words?",
    "what's happening?",
    "what's your message?",
    "what have you been meaning to say?",
    "is there anything you'd like to get off your chest?",
    "what do you have for us?",
    "what's today's thought?",
    "where is your head at?",
    "what's the word?",
)


def compose_style(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Turn one part's utterances into style and dialogue exchanges, part 'style-<part>'."""
    utterances = workspace.table(Utterance)
    inputs = (utterances.content(part), persona.name, persona.names, persona.pronouns)
    made_from = fingerprint(*inputs, version=VERSION)
    person = person_of(persona)
    rows = (style_exchange(utterance, person) for utterance in utterances.read(part))
    return workspace.table(Exchange).write(f"style-{part}", rows, made_from)


def style_exchange(utterance: Utterance, person: Person) -> Exchange | Rejected:
    """One utterance with its question.

    Rejected: `too_short`; `leaks_answer` where the known context already says the answer; what the gates refuse.
    """
    answer = utterance.text.strip()
    context = (utterance.context or "").strip()
    if len(answer.split()) < (1 if context else FEWEST_WORDS):
        return Rejected.of(utterance, "too_short")
    question = context or back_question(utterance.id, answer, person)
    if shares_run(question, answer):
        return Rejected.of(utterance, "leaks_answer", question)
    exchange = Exchange(
        parents=(utterance.id,),
        kind="dialogue" if context else "style",
        messages=(Message(role="user", content=question), Message(role="assistant", content=utterance.text)),
        angle="reply" if context else "back_written",
        created_at=utterance.created_at,
    )
    return check(exchange, "", person)


def back_question(utterance_id: str, answer: str, person: Person) -> str:
    """A question that the answer could follow, chosen by the utterance's id."""
    number = int(utterance_id.rpartition("-")[2], 16)
    opening, choice = _OPENINGS[number % len(_OPENINGS)], number // len(_OPENINGS)
    for topic in find_topics(answer):
        body = _ON_TOPIC[choice % len(_ON_TOPIC)].format(topic)
        is_self = person.pattern.search(topic) is not None
        if not is_self and not gives_away(topic, answer) and not shares_run(body, answer):
            return sentence_case(opening + body)
    return sentence_case(opening + _OPEN[choice % len(_OPEN)])


def find_topics(text: str) -> list[str]:
    """What a text is about, the surest first: names within a sentence, hashtags, then plain plural nouns."""
    plain = re.sub(r"https?://\S+|@\w+", " ", text)
    hashtags = [_spelled(tag) for tag in re.findall(r"#([A-Za-z]{3,})\b", plain)]
    words = re.sub(r"#\w+", " ", plain)
    return [*_names(words), *hashtags, *_nouns(words)]


def gives_away(topic: str, answer: str) -> bool:
    """Whether a topic holds so many of the answer's content words that it says it already."""
    content = _content(answer)
    return not content or len(_content(topic) & content) / len(content) > MOST_GIVEN_AWAY


def shares_run(question: str, answer: str, length: int = SHARED_RUN) -> bool:
    """Whether a run of `length` words stands in both, letter case and marks aside."""
    return bool(_runs(question, length) & _runs(answer, length))


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w’']+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def _spelled(tag: str) -> str:
    """'MakeAmericaGreatAgain' -> 'Make America Great Again'; 'NAFTA' stays."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])", " ", tag)


def _names(text: str) -> Iterator[str]:
    """Capitalised phrases that do not open a sentence, with their "the"; headlines and words that shout are none."""
    for match in re.finditer(r"(?<=[a-z,;] )(?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}(?![\w’'])", text):
        words = match.group().removeprefix("the ").split()
        is_headline = any(word.lower() in FUNCTION_WORDS for word in words) or words[0] in MONTHS | DAYS
        is_shouted = any(word.isupper() and len(word) > 5 for word in words)
        is_common = len(words) == 1 and any(lemmas(words[0], kind) for kind in ("ADJ", "VERB"))
        if len(words[0]) > 2 and not (is_headline or is_shouted or is_common):
            yield match.group()


def _nouns(text: str) -> list[str]:
    """Lower-case nouns that can be nothing else, plurals first since they need no article; longest first."""
    words = {word for word in re.findall(r"(?<![\w'’@-])[a-z]{4,}(?![\w'’-])", text) if word not in FUNCTION_WORDS}
    plurals = [w for w in words if is_plural(w) and not lemmas(w, "VERB") and not lemmas(w, "ADJ")]
    return sorted(plurals, key=lambda word: (-len(word), word))


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w’']+", text.lower()) if word not in FUNCTION_WORDS and len(word) > 2}
