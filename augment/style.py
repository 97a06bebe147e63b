"""The person's own words as exchanges: what they said, verbatim, after what they answered or might have been asked.

    utterance  "NAFTA was the worst deal ever made." (context unknown)
    exchange   "What is your view on NAFTA?"  ->  "NAFTA was the worst deal ever made."

Where the words that were answered are known (the turn before in an interview, the post that a reply answers), they are
the question (kind 'dialogue'), without links and the handles that address somebody. Else a question is written back
from one topic of the words (a hashtag, a name, a noun), or, where there is none, one that asks for nothing in
particular. It may not share five words in a row with the answer, nor give away its content. The choice hangs on the
utterance's id alone, among fifty or sixty bodies and a dozen openings, so that no body is in more than some 2 % of the
rows (reference: 0.5 to 2 % a template).

With `[rewrite] mask_entities` no question names what the answer names (`augment.masking`), and posts that are little
but names are dropped. The answer is never touched.
"""

import re

from augment.chinese import invitations as chinese
from augment.chinese.sayings import TRADITIONAL
from augment.claims import person_of
from augment.english import invitations as english
from augment.english.grammar import sentence_case
from augment.gates import check
from augment.leaks import MOST_REPEATED, gives_away, repeated_share, shares_run, word_count
from augment.masking import MOST_ENTITIES, entity_share, mask_entities
from augment.person import Person
from augment.post_topics import find_topics, nouns
from augment.wording import script_of
from likeness.files import fingerprint
from likeness.persona import Persona
from likeness.records import Exchange, Rejected, Utterance, messages_of
from likeness.workspace import Marker, Workspace

VERSION = 2
FEWEST_WORDS = 3
"""Shorter utterances ("Thank you!") teach no voice, unless they answer something."""

_LINK = re.compile(r"https?://\S+|\bwww\.\S+|\bpic\.twitter\.com/\S+")
_ADDRESS = re.compile(r"^(?:\s*\.?@\w+(?!\w)[,:]?\s*)+(?!\s*(?:is|are|was|were|has|have|says|said)\b)")


def compose_style(workspace: Workspace, persona: Persona, part: str) -> Marker:
    """Turn one part's utterances into style and dialogue exchanges, part 'style-<part>'."""
    utterances = workspace.table(Utterance)
    masked = persona.rewrite.mask_entities
    inputs = (utterances.content(part), persona.name, persona.names, persona.pronouns, masked)
    made_from = fingerprint(*inputs, version=VERSION)
    person = person_of(persona)
    rows = (style_exchange(utterance, person, masked=masked) for utterance in utterances.read(part))
    return workspace.table(Exchange).write(f"style-{part}", rows, made_from)


def style_exchange(
    utterance: Utterance, person: Person, question: str = "", *, masked: bool = False
) -> Exchange | Rejected:
    """One utterance with its question.

    Args:
        utterance: the person's words, which become the answer as they are.
        person: who speaks.
        question: one that somebody else wrote back; where it leaks, or words were answered, it is passed over.
        masked: whether questions may not name anything, and posts that are little but names are dropped.

    Rejected: `too_short`; `entity_heavy`; `leaks_answer` where the known context already says the answer; what the
    gates refuse.
    """
    context = asked(utterance.context or "", masked)
    if word_count(utterance.text) < (1 if context else FEWEST_WORDS):
        return Rejected.of(utterance, "too_short")
    if masked and entity_share(utterance.text) > MOST_ENTITIES:
        return Rejected.of(utterance, "entity_heavy")
    if context and repeated_share(context, utterance.text) > MOST_REPEATED:
        return Rejected.of(utterance, "leaks_answer", context)
    given = mask_entities(question) if masked else question.strip()
    if given and leaks(given, utterance.text):
        given = ""
    prompt = context or given or back_question(utterance.id, utterance.text, person, masked)
    return check(_exchange(utterance, prompt, "reply" if context else "back_written"), "", person)


def asked(context: str, masked: bool = False) -> str:
    """The words that were answered, without links and the handles that they open with; line breaks stay."""
    plain = _ADDRESS.sub("", _LINK.sub("", context).strip())
    lines = [" ".join(line.split()) for line in plain.splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return mask_entities(text) if masked else text


def leaks(question: str, answer: str) -> bool:
    """Whether a question that was written back says too much of its answer."""
    return shares_run(question, answer) or gives_away(question, answer)


def back_question(utterance_id: str, answer: str, person: Person, masked: bool = False) -> str:
    """A question that the answer could follow, in its language, chosen by the utterance's id."""
    number, script = int(utterance_id.rpartition("-")[2], 16), script_of(answer)
    texts = english if script in ("en", None) else chinese
    opening, choice = texts.OPENINGS[number % len(texts.OPENINGS)], number // len(texts.OPENINGS)
    on_topic, on_nothing = (forms[choice % len(forms)] for forms in (texts.ON_TOPIC, texts.OPEN))
    if script == "zh-Hant":
        opening, on_topic, on_nothing = (text.translate(TRADITIONAL) for text in (opening, on_topic, on_nothing))
    topics = nouns(answer) if masked else find_topics(answer)
    bodies = (on_topic.format(topic) for topic in topics if is_fit(topic, on_topic, answer, person))
    body = next(bodies, on_nothing)
    return sentence_case(opening + body if body.endswith(("?", "？")) else body)


def is_fit(topic: str, invitation: str, answer: str, person: Person) -> bool:
    """Whether a topic is not the person and, asked for so, does not give the answer away."""
    is_self = person.pattern.search(topic) is not None
    return not is_self and not gives_away(topic, answer) and not shares_run(invitation.format(topic), answer)


def _exchange(utterance: Utterance, question: str, angle: str) -> Exchange:
    return Exchange(
        parents=(utterance.id,),
        kind="dialogue" if angle == "reply" else "style",
        messages=messages_of([(question, utterance.text)]),
        angle=angle,
        created_at=utterance.created_at,
    )
