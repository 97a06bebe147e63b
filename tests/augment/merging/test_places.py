import pytest

from augment.merging.places import Nearness, are_different_towns, towns_of


@pytest.mark.parametrize(
    ("names", "towns"),
    [
        ({"lund"}, {"lund"}),
        ({"lund", "sweden"}, {"lund"}),
        ({"new", "york", "city"}, set()),
        ({"grand", "hotel"}, set()),
        ({"february"}, set()),
        ({"austrian", "empire"}, {"austrian"}),
        (set(), set()),
    ],
)
def test_towns(names: set[str], towns: set[str]) -> None:
    assert towns_of(names) == towns


@pytest.mark.parametrize(
    ("quote", "tied"),
    [
        ("She was born in Dalby, Torna.", True),
        ("Born in Dalby (now in Torna), she kept bees.", True),
        ("Born in Dalby, in the part of Torna that burnt.", True),
        ("In South Dalby, Upper Torna, she kept bees.", True),
        ("She moved from Dalby to Torna.", False),
        ("She kept bees in Dalby. Torna was far.", False),
        ("", False),
    ],
)
def test_which_place_lies_in_which(quote: str, tied: bool) -> None:
    dalby, torna, nearness = frozenset({"dalby"}), frozenset({"torna"}), Nearness([quote])
    assert nearness.ties(dalby, torna) is nearness.ties(torna, dalby) is tied
    assert are_different_towns(dalby, torna, nearness) is not tied


def test_one_town_is_not_two() -> None:
    assert not are_different_towns(frozenset({"dalby", "old"}), frozenset({"dalby"}), Nearness([]))
    assert not are_different_towns(frozenset(), frozenset({"dalby"}), Nearness([]))
