"""Pronouns, given names and the focus: who is meant, and where it cannot be told."""

import pytest

from augment.english.rules import find_statements, first_person_answer
from augment.person import Person
from augment.statements import Statement

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he", frozenset({"Malmö", "Lund", "Riga", "Oslo"}))


def told(text: str) -> list[str]:
    """Each claim as the person says it, each refusal as its reason."""
    return [
        first_person_answer(found.text, VOSS) if isinstance(found, Statement) else found.reason
        for found in find_statements(text, VOSS)
    ]


PRONOUNS = [
    ("After hearing of Hale's engine, Voss built his own engine.",
     "After hearing of Hale's engine, I built my own engine."),
    ("After Hale's death, Voss burned his papers.", "ambiguous_pronoun"),
    ("When Hale objected, Voss burned his papers.", "ambiguous_pronoun"),
    ("Voss saw Hale burn his own papers.", "ambiguous_pronoun"),
    ("Voss's father promised to send him to a school.", "My father promised to send me to a school."),
    ("Voss kept the bees of the school. Hale fired him in May.", "Hale fired me in May."),
    ("Voss kept the bees of the school. Hale wanted the firm to pay him.", "ambiguous_pronoun"),
    ("Voss kept the bees of the school. Hale told Brown to help him.", "ambiguous_pronoun"),
    ("Voss was known for his wit and his hats, earning him a name in town.",
     "I was known for my wit and my hats, earning me a name in town."),
    ("Voss was taught by his father, Johan van Voss.", "I was taught by my father, Johan van Voss."),
    ("A feast was held in Lund, and a hall was named the Voss Hall in his honour.", "ambiguous_pronoun"),
    ("Voss died in 1901, but in 1905 the town named a hall in his honour.",
     "I died in 1901, but in 1905 the town named a hall in my honour."),
]  # fmt: skip

FOCUS = [
    ("Voss worked for Thomas Hale in the town. He soon left the town.", "I soon left the town."),
    ("Voss worked for Thomas Hale in the town. He paid him well.", "ambiguous_pronoun"),
    ("Voss worked for Thomas Hale in the town. He praised Voss.", "ambiguous_pronoun"),
    ("Voss worked for Thomas Hale in the town. His firm was old.", "ambiguous_pronoun"),
    ("Voss worked for Thomas Hale in the town. He was a smith.", "ambiguous_pronoun"),
    ("Voss worked for Thomas Hale in the town. He had studied in Riga.", "ambiguous_pronoun"),
    ("Voss painted with Karl Hale in the town. He loved the sea.", "ambiguous_pronoun"),
    ("Voss worked for Hale, who was a smith. He left the town.", "ambiguous_pronoun"),
    ("Voss hired Hale in the spring. He left the town.", "ambiguous_pronoun"),
    ("Voss lived in Lund. The sea was calm. He sailed to Oslo.", "I sailed to Oslo."),
    ("Voss lived in Lund. The mayor was calm. He sailed to Oslo.", "ambiguous_pronoun"),
    ("Voss worked for the General Authority for Bird Care. He then left.", "I then left."),
    ("Voss lived near Foote Ave. and Kiowa St. in the town. He then left.", "I then left."),
    ("Voss fell into relative poverty. He then left.", "I then left."),
    ("Voss published a memoir, Slow Rain. He then left.", "I then left."),
]

TITLES = [
    ("General Voss met General Patton in 1919.", "I met General Patton in 1919."),
    ("In May, Lieutenant Colonel Voss left the army.", "I left the army."),
    ("Mrs. Voss left the army.", "not_about_person"),
    ("Voss's mother, Ida, was a nurse. He was fond of the sea.", "I was fond of the sea."),
    ("Voss met Emma Hale in the spring. He left the town.", "I left the town."),
    ("Voss met Ernst Hale in the spring. He left the town.", "ambiguous_pronoun"),
    ("Voss met James in the spring. He left the town.", "ambiguous_pronoun"),
    ("In London Voss studied the history of the sea.", "In London I studied the history of the sea."),
    ("In Erik Voss a rival rose to power in the town.", "not_about_person"),
    (
        "In the May issue of the magazine Open Sea Voss claimed that storms can be tamed.",
        "In the May issue of the magazine Open Sea I claimed that storms can be tamed.",
    ),
    (
        "Voss was taught by the composer Karl Brand, under whose roof he lived for a year.",
        "I was taught by the composer Karl Brand, under whose roof I lived for a year.",
    ),
    (
        "Voss was taught by the composer Karl Brand, under whose roof his work began.",
        "I was taught by the composer Karl Brand.",
    ),
]

LEADS = [
    ("Voss lived in Lund. A child prodigy, he finished school at nine.", "A child prodigy, I finished school at nine."),
    ("Voss lived in Lund. A child came, and he finished school.", "ambiguous_pronoun"),
    (
        "Voss lived in Lund. Born to Ada and Karl Brand, he was taught at home.",
        "Born to Ada and Karl Brand, I was taught at home.",
    ),
    (
        "Voss lived in Lund. After talks with Karl Brand, he left the town.",
        "After talks with Karl Brand, I left the town.",
    ),
    ("Voss lived in Lund. When Karl Brand came, he left the town.", "ambiguous_pronoun"),
    (
        "Voss served as the second President of Chile until his death.",
        "I served as the second President of Chile until my death.",
    ),
    ("Voss was named Sailor of the Year. He was paid by the town.", "I was paid by the town."),
    ("Voss named Karl Brand of Lund. He was paid by the town.", "ambiguous_pronoun"),
    ("Voss's boat, which he sails each year, is feared.", "My boat, which I sail each year, is feared."),
]

GIVEN = [
    ("The family left Lund when Henrik was five.", "The family left Lund when I was five."),
    ("In May, Henrik fell ill.", "I fell ill."),
    ("Voss's uncle Henrik kept bees in the town. In May, Henrik fell ill.", "not_about_person"),
    ("Voss was the grandson of Henrik Voss, a smith. In May, Henrik fell ill.", "not_about_person"),
    ("King Henrik came to the town. In May, Henrik fell ill.", "not_about_person"),
    ("The clerk was Henrik Brand of Lund. In May, Henrik fell ill.", "not_about_person"),
]


@pytest.mark.parametrize(("text", "said"), PRONOUNS + FOCUS + TITLES + LEADS + GIVEN)
def test_who_is_meant(text: str, said: str) -> None:
    assert told(text)[-1] == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The mill failed and Voss was hired in Riga.", ["not_about_person", "I was hired in Riga."]),
        ("He said that the mill failed and Voss was hired in Riga.", ["unclear_role"]),
        ("Voss wrote that it was done with 17 Voss patents.", ["I wrote that it was done with 17 Voss patents."]),
        ("In 1862, the Voss family moved to Lund, where Voss's father worked as a pastor.",
         ["In 1862, the Voss family moved to Lund, where my father worked as a pastor."]),
    ],
)  # fmt: skip
def test_names_and_their_clauses(sentence: str, said: list[str]) -> None:
    assert told(sentence) == said
