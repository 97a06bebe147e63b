from datetime import date
from typing import Any

import pytest

from extractors.pages.claims import Statement, best, item_of, label_of, moment_of, statements


def time(text: str, precision: int = 11) -> dict[str, Any]:
    return {
        "time": f"{text}T00:00:00Z",
        "precision": precision,
        "calendarmodel": "http://www.wikidata.org/entity/Q1985727",
    }


def claim(value: Any, rank: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    return {
        "rank": rank,
        "mainsnak": snak(value),
        "qualifiers": {name: [snak(value)] for name, value in qualifiers.items()},
    }


def snak(value: Any) -> dict[str, Any]:
    return {"snaktype": "somevalue"} if value is None else {"snaktype": "value", "datavalue": {"value": value}}


MOMENTS = [
    (time("+1906-12-09"), "9 December 1906", "on 9 December 1906"),
    (time("+1906-12-00", 10), "December 1906", "in December 1906"),
    (time("+1906-00-00", 9), "1906", "in 1906"),
    (time("+1900-00-00", 8), "the 1900s", "in the 1900s"),
    (time("+1900-00-00", 7), "the 19th century", "in the 19th century"),
    (time("+1901-00-00", 7), "the 20th century", "in the 20th century"),
    (time("+1150-00-00", 7), "the 12th century", "in the 12th century"),
    (time("+0063-09-23"), "23 September 63", "on 23 September 63"),
    (time("-0063-09-23"), "23 September 63 BC", "on 23 September 63 BC"),
    (time("-0201-00-00", 7), "the 3rd century BC", "in the 3rd century BC"),
    (time("+00000001643-01-04"), "4 January 1643", "on 4 January 1643"),
    (time("+1700-02-29"), "29 February 1700", "on 29 February 1700"),
    (time("+2016-02-29", 14), "29 February 2016", "on 29 February 2016"),
]


@pytest.mark.parametrize(("value", "words", "adverbial"), MOMENTS)
def test_a_date_is_as_exact_as_it_is_known(value: dict[str, Any], words: str, adverbial: str) -> None:
    moment = moment_of(value)
    assert moment is not None
    assert (moment.words, moment.adverbial) == (words, adverbial)


@pytest.mark.parametrize(
    "value",
    [
        time("+2000-00-00", 6),
        time("+1906-13-00", 10),
        time("+1906-02-30"),
        time("+1906-00-00", 11),
        time("+0000-01-01"),
        time("-13798000000-00-00", 3),
        {"time": "soon", "precision": 11},
        {"amount": "+3"},
        "1906",
        None,
    ],
)
def test_what_is_no_date_is_none(value: Any) -> None:
    assert moment_of(value) is None


def test_only_a_day_after_christ_is_a_date() -> None:
    days = [time("+1906-12-09"), time("+1906-12-00", 10), time("-0063-09-23")]
    assert [moment.as_date for moment in map(moment_of, days) if moment] == [date(1906, 12, 9), None, None]


def test_preferred_statements_come_first_and_deprecated_ones_not_at_all() -> None:
    claims = [claim("a"), claim("b", "deprecated"), claim("c", "preferred"), claim(None), {"mainsnak": {}}]
    assert [s.value for s in statements({"claims": {"P856": claims}}, "P856")] == ["c", "a"]
    assert statements({"claims": []}, "P856") == []
    assert statements({}, "P856") == []


def test_the_best_date_is_the_preferred_one_or_the_most_exact() -> None:
    year, day = claim(time("+1906-00-00", 9)), claim(time("+1906-12-09"))
    assert best({"claims": {"P569": [year, day]}}, "P569") == statements({"claims": {"P569": [day]}}, "P569")[0]
    year["rank"] = "preferred"
    found = best({"claims": {"P569": [year, day]}}, "P569")
    assert found is not None
    assert found.moment is not None
    assert found.moment.words == "1906"
    assert best({}, "P569") is None


def test_values_are_items_or_texts() -> None:
    assert item_of({"entity-type": "item", "id": "Q60"}) == "Q60"
    assert item_of({"entity-type": "property", "id": "P31"}) == ""
    assert item_of("Q60") == ""
    name = Statement({"text": "Grace Murray", "language": "en"}, False, {})
    assert (name.text, name.item) == ("Grace Murray", "")
    assert Statement("a.example", False, {}).text == "a.example"
    assert Statement({"amount": "+3"}, False, {}).text == ""


def test_qualifying_dates_may_be_unknown() -> None:
    entity = {"claims": {"P108": [claim("x", P580=time("+1949-00-00", 9), P582=None)]}}
    [statement] = statements(entity, "P108")
    start = statement.when("P580")
    assert start is not None
    assert start.words == "1949"
    assert statement.when("P582") is None
    assert "P582" in statement.qualifiers


def test_a_label_is_english_or_the_same_in_all_languages() -> None:
    english, everywhere = {"language": "en", "value": "Cologne"}, {"language": "mul", "value": "Köln"}
    assert label_of({"labels": {"mul": everywhere, "en": english}}) == "Cologne"
    assert label_of({"labels": {"mul": everywhere}}) == "Köln"
    assert label_of({"labels": {"de": everywhere}}) == ""
    assert label_of({"labels": []}) == ""
