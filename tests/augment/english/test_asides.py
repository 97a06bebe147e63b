"""What a sentence says by the way, and things that the next sentences go on about."""

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


RELATIVES = [
    ("Voss, who was born in Malmö, moved to Lund.", ["I moved to Lund.", "I was born in Malmö."]),
    ("Voss, raised in Lund, became a smith.", ["I became a smith.", "I was raised in Lund."]),
    ("They fired Ada Brand, who had hired Voss in May.", ["Ada Brand had hired me in May."]),
    ("They fired Ada Brand, who had hired Voss, and who left.", ["Ada Brand had hired me."]),
    ("Voss met Hale at a fair where a man who knew him sang.", ["I met Hale at a fair."]),
    (
        "Voss met Hale when Hale came to Lund, and stayed in Riga.",
        ["I met Hale when Hale came to Lund, and stayed in Riga."],
    ),
]

BRACKETS = [
    ("The mill stood idle for years (Voss refused to sell the house to his cousin Ada).",
     ["I refused to sell the house to my cousin Ada."]),
    ("Voss's father fell ill if he worked (his father had wanted him to become a priest).",
     ["My father had wanted me to become a priest."]),
    ("Voss kept a boat (a thing that he had wished for ever since the summer at the lake).", ["I kept a boat."]),
    ("Voss drew a map of Lund (there was a copy of it that a clerk of the court had found in his book).",
     ["I drew a map of Lund."]),
]  # fmt: skip

NAMES = [
    ('Voss\'s loyal clerk, Ada Brand, wrote: "He never slept."', ["Ada Brand was my loyal clerk."]),
    ("Voss's friends, Ada Brand and Olof Ek, may have left.", ["hedged"]),
    ("Voss's boat, Ada Brand, may have sunk.", ["hedged"]),
    ('In Voss\'s article, "A Ship of Glass", printed in 1937, it says: "Go."',
     ['My article, "A Ship of Glass", was printed in 1937.']),
    ("Flashes may have appeared before Voss's eyes, often followed by pain.", ["hedged"]),
]  # fmt: skip

THINGS = [
    ("Voss wrote a short treatise on tides. Ada liked it. This treatise is kept in Lund.",
     ["I wrote a short treatise on tides.", "not_about_person", "My treatise is kept in Lund."]),
    ("Voss bought a mill. Ada's mill was new. The mill burned down.",
     ["I bought a mill.", "not_about_person", "not_about_person"]),
    ("Voss bought a mill. The other mill burned down.", ["I bought a mill.", "not_about_person"]),
    ("Voss bought a mill. The mill of Ada Brand burned down.", ["I bought a mill.", "not_about_person"]),
    ("Voss saw a mill. The mill burned down.", ["I saw a mill.", "not_about_person"]),
    ("Voss bought a mill. Rain fell hard. Snow fell hard. The mill burned down.",
     ["I bought a mill.", "not_about_person", "not_about_person", "not_about_person"]),
    ("Voss bought a mill for one pound. The mill burned down.",
     ["I bought a mill for one pound.", "My mill burned down."]),
    ("Voss built a mill for his aunt. The mill burned down.", ["I built a mill for my aunt.", "not_about_person"]),
    ("Voss found a purse. The purse was empty.", ["I found a purse.", "not_about_person"]),
    ("Ada Brand left Voss in May. He wrote a treatise on tides. The treatise is lost.",
     ["Ada Brand left me in May.", "I wrote a treatise on tides.", "My treatise is lost."]),
    ("Karl Brand left Voss in May. He wrote a treatise on tides. The treatise is lost.",
     ["Karl Brand left me in May.", "ambiguous_pronoun", "not_about_person"]),
    ("Voss wrote his treatise on tides in Lund. It was printed in 1901. It describes the sea.",
     ["I wrote my treatise on tides in Lund.", "My treatise was printed in 1901.", "My treatise describes the sea."]),
    ("Voss wrote a treatise on tides in Lund. It was cold.",
     ["I wrote a treatise on tides in Lund.", "not_about_person"]),
    ("Voss wrote a treatise on tides in Lund. It describes the sea.",
     ["I wrote a treatise on tides in Lund.", "not_about_person"]),
    ("One of the things Voss built in Lund was a tide clock. The clock stopped in 1901.",
     ["One of the things I built in Lund was a tide clock.", "My clock stopped in 1901."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), RELATIVES + BRACKETS + NAMES + THINGS)
def test_claims_beside_the_main_one(text: str, said: list[str]) -> None:
    assert told(text) == said


def test_the_quote_of_a_thing_runs_from_its_making() -> None:
    text = "Rain fell. Voss wrote a treatise. Ada liked it. This treatise is kept in Lund."
    last = [found for found in find_statements(text, VOSS) if isinstance(found, Statement)][-1]
    assert text[last.start : last.end] == "Voss wrote a treatise. Ada liked it. This treatise is kept in Lund."
