import pytest

from augment.merging.attributes import attributes_of
from augment.merging.meanings import meaning_of
from augment.merging.values import Attribute
from augment.person import Person

VOSS = Person("Ida Voss", ("Ida Voss", "Voss", "伊達·沃斯"), "she")


def attributes(claim: str, *kinds: str) -> list[Attribute]:
    found = attributes_of(claim, meaning_of(claim, VOSS), VOSS)
    return [attribute for attribute, _ in found if attribute[0] in kinds]


@pytest.mark.parametrize(
    ("claim", "attribute"),
    [
        ("Ida Voss was born in Lund in 1880.", ("time", "born", "@")),
        ("Ida Voss was christened in Lund.", ("place", "baptised", "@")),
        ("Ida Voss's mother died in 1880.", ("time", "died", "@ 's mother")),
        ("Ida Voss died at the age of 86.", ("amount", "age", "died", "@")),
        ("Ida Voss had four children.", ("number", "@ had # children")),
        ("Ida Voss has written three books.", ("number", "@ has written # books")),
        ("Ida Voss's firm employed 40 bakers.", ("number", "@ 's firm employed # bakers")),
        ("Ida Voss's mother, Anna, sang.", ("name", "mother")),
        ("Ida Voss's father was named Karl Lind.", ("name", "father")),
        ("In 1901, Ida Voss founded the Hale Works.", ("once", "@ founded hale works")),
        ("In May 1890, Ida Voss married Otto Lind.", ("name", "married", "1890")),
        ("Ida Voss never kept bees.", ("never", "@", "kept", "bees")),
        ("Ida Voss kept bees in Lund.", ("never", "@", "kept", "bees")),
        ("Ida Voss lives in Lund.", ("state", "lives")),
        ("Ida Voss worked for Hale until 2010.", ("ended", "worked")),
        ("1880年，伊達·沃斯出生於隆德。", ("time", "born", "@")),
    ],
)
def test_what_can_be_true_in_one_way_only(claim: str, attribute: Attribute) -> None:
    assert attribute in attributes(claim, attribute[0])


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        ("Ida Voss was born around 1880.", ("time",)),
        ("Ida Voss's sister died in 1880.", ("time",)),
        ("Hale was born in Lund in 1880.", ("time", "place")),
        ("Ida Voss was born at home in the Old Castle.", ("place",)),
        ("Ida Voss was born in February.", ("place",)),
        ("Ida Voss was 35 years old.", ("number",)),
        ("Ida Voss had about four dogs.", ("number",)),
        ("Ida Voss was awarded three medals.", ("number",)),
        ("Ida Voss had written three books.", ("number",)),
        ("Ida Voss met four children.", ("number",)),
        ("Ida Voss's father was Swedish.", ("name",)),
        ("Ida Voss's father, Mayor of Lund, sang.", ("name",)),
        ("In 1901, Ida Voss founded a company.", ("once",)),
        ("In 1901, Ida Voss sold her mill.", ("once",)),
        ("Ida Voss never returned to Lund.", ("never",)),
        ("In 1881, Ida Voss sang.", ("same",)),
        ("In 1881, Ida Voss won the great prize of the bakers of Lund.", ("same",)),
        ("In 1990, Ida Voss was a baker.", ("ended",)),
        ("伊達·沃斯的父親於1880年去世。", ("time",)),
    ],
)
def test_what_may_be_true_twice(claim: str, kinds: tuple[str, ...]) -> None:
    assert attributes(claim, *kinds) == []
