"""Questions that one part of a claim answers: names, numbers, homes, prizes, prices, partners, tools, relatives."""

import re

import pytest

from augment.english.outline import outline
from augment.english.questions import _asked, ask
from augment.english.rules import answer_reading, find_statements
from augment.person import Person
from augment.statements import Refusal

LIND = Person("Mara Lind", ("Mara Lind", "Lind"), "she")


def built(claim: str) -> set[str]:
    """Every open question of a claim, before a few are chosen."""
    clause = outline(answer_reading(claim, LIND))
    assert clause is not None, claim
    return {re.sub(r"\s+", " ", question.text).replace(" ?", "?") for question in _asked(clause)}


@pytest.mark.parametrize(
    ("claim", "questions"),
    [
        ("Mara Lind has designed seven bridges.", {"How many bridges have you designed?"}),
        ("Mara Lind has twice refused two medals.", {"How many medals have you refused?"}),
        ("Mara Lind's poems have been translated into six languages.",
         {"into how many languages have your poems been translated?", "In how many languages do your poems exist?"}),
        ("Mara Lind lives in Riga, a port.", {"Where do you live?", "Where are you based?"}),
        ("Mara Lind speaks English, Dutch and Finnish.", {"Which languages do you speak?"}),
        ("Mara Lind has been a lecturer at the Free College since 2011.",
         {"What is your position at the Free College?", "Since when have you been a lecturer at the Free College?"}),
        ("Mara Lind was awarded the Foss Medal in 1999.", {"Which medal did you receive in 1999?"}),
        ("Mara Lind published her memoir, Cold Tea, in 1990.",
         {"What is the title of your memoir?", "When did you publish your memoir?"}),
        ("Mara Lind founded the firm Lind & Voss with Karl Voss.", {"With whom did you found the firm Lind & Voss?"}),
        ("Mara Lind co-founded the firm Lind & Voss with Karl Voss.",
         {"Who did you co-found the firm Lind & Voss with?"}),
        ("In 1960, Mara Lind married Karl Voss.", {"Who are you married to?", "Who did you marry?"}),
        ("In 1960, Mara Lind joined the Harbour Board as a clerk.", {"Who did you start working for in 1960?"}),
        ("In 1960, Mara Lind bought the mill for one crown.", {"How much did you pay for the mill?"}),
        ("Mara Lind mended the clock with a spoon.", {"What did you mend the clock with?"}),
        ("Mara Lind paid for her studies by tuning pianos.", {"How did you pay for your studies?"}),
        ("At ten, Mara Lind built a kite.", {"How old were you when you built a kite?",
          "At what age did you build a kite?"}),
        ("Mara Lind drinks her coffee cold.", {"How do you drink your coffee?"}),
        ("Mara Lind plays the cello.", {"Which instrument do you play?"}),
        ("Mara Lind's mother, Ada, taught music at the village school.",
         {"What subject did your mother teach?", "What was your mother called?"}),
        ("Mara Lind's uncle became a famous baker.", {"What did your uncle become?", "What was your uncle's job?"}),
        ("Mara Lind's third book, Salt, won the Foss Prize in 2001.",
         {"Which prize did your third book win?", "What is the title of your third book?"}),
        ("Mara Lind's plan was rejected twice.", {"How often was your plan rejected?"}),
        ("Mara Lind presented the radio series Moss and Rain.", {"Which radio series did you present?"}),
    ],
)  # fmt: skip
def test_parts_are_asked_for(claim: str, questions: set[str]) -> None:
    assert questions <= built(claim), built(claim)


@pytest.mark.parametrize(
    ("claim", "nonsense"),
    [
        ("Mara Lind has refused offers.", "Do you have refused offers?"),
        ("Mara Lind presented the radio series Moss and Rain.", "What can you tell me about the radio series Moss?"),
        ("Mara Lind drinks her coffee cold.", "What can you tell me about your coffee cold?"),
        ("Mara Lind repaired the clock with a friend.", "What did you repair the clock with?"),
        ("Mara Lind's house was located near Riga.", "What happened to your house?"),
        ("Mara Lind came up with a plan.", "What have you came up with?"),
    ],
)
def test_what_is_not_asked(claim: str, nonsense: str) -> None:
    assert nonsense not in {question.text for question in ask(answer_reading(claim, LIND))}


def test_an_object_that_only_the_sentence_before_names() -> None:
    found = list(find_statements("Lind was born in Riga. She restored it with forty helpers.", LIND))
    assert [claim.reason for claim in found if isinstance(claim, Refusal)] == ["dangling_reference"]
