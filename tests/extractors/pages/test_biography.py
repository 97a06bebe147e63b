"""Statements and the sentences that they become."""

from typing import Any

import pytest

from extractors.pages.biography import biography, mentioned

FEMALE, CIRCA, PRESUMABLY = "Q6581072", "Q5727902", "Q18122778"


def item(label: str) -> dict[str, Any]:
    """An item whose id says its label, so that the tests read as the world does."""
    return {"entity-type": "item", "id": f"Q {label}"}


def year(number: int) -> dict[str, Any]:
    return {"time": f"{number:+05d}-00-00T00:00:00Z", "precision": 9}


def day(text: str) -> dict[str, Any]:
    return {"time": f"{text}T00:00:00Z", "precision": 11}


def amount(text: str, unit: str = "1") -> dict[str, Any]:
    return {"amount": text, "unit": f"http://www.wikidata.org/entity/{unit}"}


def claim(value: Any, **qualifiers: Any) -> dict[str, Any]:
    listed = {name: value if isinstance(value, list) else [value] for name, value in qualifiers.items()}
    return {
        "rank": "normal",
        "mainsnak": _snak(value),
        "qualifiers": {name: [_snak(value) for value in values] for name, values in listed.items()},
    }


def _snak(value: Any) -> dict[str, Any]:
    return {"snaktype": "somevalue"} if value is None else {"snaktype": "value", "datavalue": {"value": value}}


def told(living: bool = False, **claims: Any) -> list[str]:
    """The page as sentences of Ada Quill, who is dead unless said otherwise; without headings."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in claims.items()}
    life = {} if living else {"P570": [claim(None)]}
    entity = {"claims": {**life, **listed}}
    text = biography(entity, "Ada Quill", {found: found.removeprefix("Q ") for found in mentioned(entity)})
    return [block for block in text.split("\n\n") if block and not block.startswith("## ")]


PAST = [
    ({"P569": claim(day("+1906-12-09")), "P19": claim(item("Leeds"))}, "was born on 9 December 1906 in Leeds."),
    ({"P569": claim(year(1906))}, "was born in 1906."),
    ({"P569": claim(year(-63))}, "was born in 63 BC."),
    ({"P19": claim(item("Kingdom of Prussia"))}, "was born in the Kingdom of Prussia."),
    ({"P569": claim(year(1830), P1480={"id": CIRCA})}, "was born around 1830."),
    ({"P570": claim(day("+1992-01-01")), "P20": claim(item("Bath"))}, "died on 1 January 1992 in Bath."),
    ({"P119": claim(item("Highgate Cemetery"))}, "was buried at Highgate Cemetery."),
    ({"P1477": claim({"text": "Ada Byrd", "language": "en"})}, "'s birth name was Ada Byrd."),
    ({"P27": claim(item("United States"))}, "was a citizen of the United States."),
    ({"P1412": [claim(item("English")), claim(item("Latin"))]}, "spoke English and Latin."),
    ({"P2048": claim(amount("+1.68", "Q11573"))}, "was 1.68 metres tall."),
    ({"P22": claim(item("Tom Quill"))}, "'s father was Tom Quill."),
    ({"P21": claim({"id": FEMALE}), "P40": claim(item("Bea Quill"))}, "was the mother of Bea Quill."),
    ({"P3373": [claim(item("Al Quill")), claim(item("Bo Quill"))]}, "was a sibling of Al Quill and Bo Quill."),
    ({"P1971": claim(amount("+1"))}, "had one child."),
    ({"P1971": claim(amount("+0"))}, "had no children."),
    ({"P1971": claim(amount("+4"))}, "had 4 children."),
    ({"P106": [claim(item("engineer")), claim(item("baker"))]}, "was an engineer and a baker."),
    ({"P101": claim(item("optics"))}, "worked in optics."),
    ({"P108": claim(item("Saab"), P39=item("test pilot"))}, "worked for Saab as a test pilot."),
    ({"P39": claim(item("President of France"))}, "served as President of France."),
    ({"P1303": [claim(item("piano")), claim(item("voice"))]}, "played the piano."),
    ({"P166": claim(item("Royal Medal"))}, "received the Royal Medal."),
    ({"P742": claim("Quilla")}, "used the pseudonym Quilla."),
]


@pytest.mark.parametrize(("claims", "said"), PAST)
def test_a_life_that_is_over(claims: dict[str, Any], said: str) -> None:
    [sentence] = told(**claims)
    assert sentence == f"Ada Quill{'' if said.startswith(chr(39)) else ' '}{said}"


DATED = [
    ({"P580": year(1949), "P582": year(1950)}, "From 1949 to 1950, Ada Quill worked for Saab."),
    ({"P580": year(1949), "P582": year(1949)}, "In 1949, Ada Quill worked for Saab."),
    ({"P580": year(1949)}, "From 1949, Ada Quill worked for Saab."),
    ({"P580": year(1949), "P582": None}, "From 1949, Ada Quill worked for Saab."),
    ({"P582": day("+1950-03-02")}, "Until 2 March 1950, Ada Quill worked for Saab."),
    ({"P585": day("+1950-03-02")}, "On 2 March 1950, Ada Quill worked for Saab."),
    ({"P580": day("+1949-01-02"), "P582": year(1950)}, "From 2 January 1949 to 1950, Ada Quill worked for Saab."),
]


@pytest.mark.parametrize(("dates", "sentence"), DATED)
def test_dates_stand_in_front(dates: dict[str, Any], sentence: str) -> None:
    assert told(P108=claim(item("Saab"), **dates)) == [sentence]


LIVING = [
    ({"P108": claim(item("Saab"))}, "Ada Quill has worked for Saab."),
    ({"P108": claim(item("Saab"), P580=year(1998))}, "Ada Quill has worked for Saab since 1998."),
    ({"P108": claim(item("Saab"), P580=year(1998), P582=None)}, "From 1998, Ada Quill worked for Saab."),
    ({"P26": claim(item("Bo Oar"), P580=year(1998))}, "Ada Quill has been married to Bo Oar since 1998."),
    ({"P26": claim(item("Bo Oar"))}, "Ada Quill is married to Bo Oar."),
    ({"P106": claim(item("baker"))}, "Ada Quill is a baker."),
    ({"P22": claim(item("Tom Quill"))}, "Ada Quill's father is Tom Quill."),
    ({"P166": claim(item("Royal Medal"))}, "Ada Quill received the Royal Medal."),
]


@pytest.mark.parametrize(("claims", "sentence"), LIVING)
def test_a_life_that_goes_on(claims: dict[str, Any], sentence: str) -> None:
    assert told(living=True, **claims) == [sentence]


def test_nobody_lives_for_ever() -> None:
    assert told(living=True, P569=claim(year(1850)), P106=claim(item("baker")))[1:] == ["Ada Quill was a baker."]


def test_a_death_that_is_denied_is_none() -> None:
    hoax = {**claim(day("+1999-01-01")), "rank": "deprecated"}
    nothing = {"rank": "normal", "mainsnak": {"snaktype": "novalue"}}
    assert told(living=True, P570=[hoax, nothing], P106=claim(item("baker"))) == ["Ada Quill is a baker."]


def test_schooling_is_a_sentence_and_its_degree_another() -> None:
    school = claim(
        item("Yale University"), P580=year(1928), P582=year(1934), P812=item("maths"), P512=item("doctorate")
    )
    assert told(P69=school) == [
        "From 1928 to 1934, Ada Quill studied maths at Yale University. "
        "In 1934, Ada Quill earned a doctorate from Yale University."
    ]
    graduated = claim(item("University of Oslo"), P585=year(1928), P512=item("Bachelor of Arts"))
    assert told(P69=graduated) == [
        "Ada Quill studied at the University of Oslo. In 1928, Ada Quill earned a Bachelor of Arts from "
        "the University of Oslo."
    ]
    assert told(P69=claim(item("Eton College"), P582=year(1928))) == ["Until 1928, Ada Quill studied at Eton College."]


UNTOLD = [
    {"P569": claim(year(1830), P1480={"id": PRESUMABLY})},
    {"P108": claim(item("self-employment"))},
    {"P108": claim(None)},
    {"P69": claim(item("homeschooling"))},
    {"P166": claim(item("scholarship"))},
    {"P140": claim(item("Catholic Church"))},
    {"P91": claim(item("heterosexuality"))},
    {"P2048": claim(amount("+1", "Q4243638"))},
    {"P1971": claim(amount("+2.5"))},
]


@pytest.mark.parametrize("claims", UNTOLD)
def test_what_is_doubtful_unnamed_or_nobodys_business_is_not_told(claims: dict[str, Any]) -> None:
    assert told(**claims) == []


def test_an_item_without_an_english_name_is_left_out() -> None:
    entity = {"claims": {"P108": [claim(item("Saab")), claim(item("Ваза"))]}}
    assert biography(entity, "Ada Quill", {"Q Saab": "Saab"}) == "## Work\n\nAda Quill has worked for Saab."


def test_long_lists_are_parted_and_repetitions_dropped() -> None:
    names = ["one", "two", "three", "four", "five", "six", "six"]
    assert told(P101=[claim(item(name)) for name in names]) == [
        "Ada Quill worked in one, two, three, four and five. Ada Quill worked in six."
    ]


def test_a_full_stop_that_may_be_an_abbreviation_ends_the_paragraph() -> None:
    assert told(P551=[claim(item("Washington, D.C.")), claim(item("Bath"))]) == [
        "Ada Quill lived in Washington, D.C.",
        "Ada Quill lived in Bath.",
    ]


def test_a_heading_for_each_field_of_life() -> None:
    claims = {"P166": [claim(item("Royal Medal"))], "P19": [claim(item("Bath"))], "P25": [claim(item("Eve Quill"))]}
    text = biography({"claims": claims}, "Ada Quill", {i: i[2:] for i in mentioned({"claims": claims})})
    assert text.split("\n\n")[::2] == ["## Life", "## Family", "## Honours"]
