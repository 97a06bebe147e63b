import random
import time

import pytest

from augment.merging.contradictions import judge
from augment.merging.groups import merge
from augment.person import Person
from likeness.records import Claim, ClaimKind

VOSS = Person("Ida Voss", ("Ida Voss", "Voss", "伊達·沃斯"), "she")


def row(claim: str, number: int = 0, kind: ClaimKind = "fact") -> Claim:
    return Claim(passage=f"passage-{number}", claim=claim, quote=claim, quote_start=0, quote_end=len(claim), kind=kind)


def merged(*claims: str) -> list[str]:
    """The most exact claim of each group."""
    return [group.claims[0].claim for group in merge([row(claim, i) for i, claim in enumerate(claims)], VOSS)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Voss was born in New York City in 1906.", "In 1906 Voss was born in New York City."),
        ("Ida Voss kept bees.", "Ida Voss  kept bees"),
        ("Ida Voss met Otto Hale in Lund on 3 May 1880.", "On May 3, 1880, Ida Voss met Otto Hale in Lund."),
        ("Ida Voss worked as a baker in the mill.", "Ida Voss worked in the mill as a baker."),
        ("Ida Voss had four children.", "Ida Voss had 4 children."),
        ("In Lund, Ida Voss met Otto Hale.", "Ida Voss met Otto Hale in Lund."),
        ("Ida Voss didn’t keep bees.", "Ida Voss did not keep bees."),
        ("Ida Voss served from 1892 to 1894.", "Ida Voss served from 1892–94."),
        ("1880年，伊達·沃斯出生於隆德。", "伊達·沃斯1880年出生於隆德。"),
        ("1880年，伊達·沃斯出生於隆德。", "1880年，伊达·沃斯出生于隆德。"),
    ],
)
def test_the_same_in_other_words_is_one(one: str, other: str) -> None:
    assert merged(one, other) == [one]
    assert merged(other, one) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Voss hired Otto Hale.", "Otto Hale hired Ida Voss."),
        ("Ida Voss was shot.", "Ida Voss shot."),
        ("Ida Voss moved from Lund to Kiruna.", "Ida Voss moved from Kiruna to Lund."),
        ("Ida Voss kept bees.", "Ida Voss never kept bees."),
        ("Ida Voss lives in Lund.", "Ida Voss lived in Lund."),
        ("Ida Voss sold the mill in 1880.", "Ida Voss sold the mill in 1881."),
        ("Ida Voss sold four mills.", "Ida Voss sold five mills."),
        ("Ida Voss was the president of the bank.", "Ida Voss was the vice president of the bank."),
        ("Ida Voss never lived in Lund.", "Ida Voss never lived in Lund in 1880."),
        ("Ida Voss was the first baker.", "Ida Voss was the first baker in Lund."),
        ("Ida Voss read all books.", "Ida Voss read all books in Lund."),
        ("Ida Voss ate fish.", "Ida Voss ate fish, except herring."),
        ("Ida Voss would sell the mill.", "Ida Voss would sell the mill, if Hale paid."),
        ("Ida Voss was happy.", "Ida Voss was almost happy."),
        ("Ida Voss, Hale's aunt, sang.", "Hale's aunt, Ida Voss, sang."),
        ("伊達·沃斯出生於隆德。", "伊達·沃斯出生於基律納。"),
    ],
)
def test_something_else_stays_apart(one: str, other: str) -> None:
    assert merged(one, other) == [one, other]
    assert merged(other, one) == [other, one]


@pytest.mark.parametrize(
    ("wide", "exact"),
    [
        ("Ida Voss moved to Lund.", "In 1881, Ida Voss moved to Lund."),
        ("Ida Voss was born in 1880.", "Ida Voss was born on 3 May 1880."),
        ("In 1880, Ida Voss was born.", "Ida Voss was born in Lund in 1880."),
        ("Ida Voss kept bees.", "Ida Voss kept bees in Lund with her sister."),
    ],
)
def test_the_more_exact_form_wins(wide: str, exact: str) -> None:
    assert merged(wide, exact) == [exact]
    assert merged(exact, wide) == [exact]


def test_each_step_of_a_chain_ends_in_the_most_exact() -> None:
    assert merged(
        "Ida Voss moved to Lund.", "In 1881, Ida Voss moved to Lund.", "On 3 May 1881, Ida Voss moved to Lund."
    ) == ["On 3 May 1881, Ida Voss moved to Lund."]


def test_a_long_form_does_not_take_the_short_one_in() -> None:
    short, long = "Ida Voss kept bees.", "Ida Voss kept bees in Lund, with her sister, under the old apple trees."
    assert merged(short, long) == [short, long]


def test_kinds_never_meet() -> None:
    rows = [row("Ida Voss liked bees.", 0, "opinion"), row("Ida Voss liked bees.", 1)]
    assert len(merge(rows, VOSS)) == 2


def test_every_claim_is_in_one_group() -> None:
    chooser = random.Random(0)
    parts = ("in Lund", "in 1881", "with Hale", "on 3 May 1881", "for two years", "near the mill")
    rows = [
        row(f"Ida Voss worked {' '.join(chooser.sample(parts, chooser.randint(0, 4)))}.", number)
        for number in range(300)
    ]
    ids = [claim.id for group in merge(rows, VOSS) for claim in group.claims]
    assert sorted(ids) == sorted(claim.id for claim in rows)


def test_many_claims_take_seconds() -> None:
    verbs, places = ("sold", "saw", "met", "was"), ("Lund", "Graz", "Rome")
    rows = [
        row(f"In {1800 + n % 97}, Ida Voss {verbs[n % 4]} {chr(97 + n % 26)}{chr(97 + n % 25)} in {places[n % 3]}.", n)
        for n in range(4_000)
    ]
    started = time.process_time()
    judge(merge(rows, VOSS), {}, VOSS)
    assert time.process_time() - started < 20  # about 2 s on a slow core
