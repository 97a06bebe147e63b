"""What Wikidata states of an item: statements with their qualifiers, and dates as exact as they are known.

    "claims": {"P569": [{"rank": "normal", "mainsnak": {"snaktype": "value", "datavalue": {"type": "time",
        "value": {"time": "+1906-12-09T00:00:00Z", "precision": 11, ...}}}, "qualifiers": {"P1480": [...]}}]}

A date is in the calendar that the statement names (for Newton's time the Julian one) and is not converted. Does not
handle: times of day, dates less exact than a century, values that are known to exist but not which they are.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

CENTURY, DECADE, YEAR, MONTH, DAY = 7, 8, 9, 10, 11
"""How exact a time is. Source: mediawiki.org, Wikibase/DataModel, "Dates and times"."""

_TIME = re.compile(r"([+-])0*(\d{1,4})-(\d\d)-(\d\d)T")


@dataclass(frozen=True)
class Moment:
    """A date as exact as `precision` says; `year` is negative before Christ, and there is no year 0."""

    year: int
    month: int
    day: int
    precision: int

    @property
    def words(self) -> str:
        """'9 December 1906', 'December 1906', '1906', 'the 1900s', 'the 20th century', '63 BC'."""
        era = " BC" if self.year < 0 else ""
        year = f"{abs(self.year)}{era}"
        match self.precision:
            case 11:
                return f"{self.day} {calendar.month_name[self.month]} {year}"
            case 10:
                return f"{calendar.month_name[self.month]} {year}"
            case 8:
                return f"the {abs(self.year) // 10 * 10}s{era}"
            case 7:
                return f"the {_ordinal((abs(self.year) + 99) // 100)} century{era}"
        return year

    @property
    def adverbial(self) -> str:
        """When something happened: 'on 9 December 1906', 'in 1906'."""
        return f"{'on' if self.precision == DAY else 'in'} {self.words}"

    @property
    def as_date(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.precision == DAY and self.year > 0 else None


@dataclass(frozen=True)
class Statement:
    """One value that is stated of an item, with the values that qualify it by their property."""

    value: Any
    preferred: bool
    qualifiers: Mapping[str, list[Any]]

    @property
    def item(self) -> str:
        """The item that is the value: 'Q60', or ''."""
        return item_of(self.value)

    @property
    def text(self) -> str:
        """The value in words, '' if it is none: a name, a file, an address."""
        value = self.value.get("text", "") if isinstance(self.value, dict) else self.value
        return value if isinstance(value, str) else ""

    @property
    def moment(self) -> Moment | None:
        """The value as a date."""
        return moment_of(self.value)

    def when(self, property_id: str) -> Moment | None:
        """The date that qualifies it: P580 start, P582 end, P585 point in time."""
        return next(filter(None, map(moment_of, self.qualifiers.get(property_id, []))), None)


def statements(entity: Mapping[str, Any], property_id: str) -> list[Statement]:
    """What is stated of an item by one property, preferred statements first; deprecated and unknown ones left out."""
    claims = (entity.get("claims") or {}).get(property_id, [])
    found = [
        Statement(value, claim.get("rank") == "preferred", _qualifiers(claim))
        for claim in claims
        if claim.get("rank") != "deprecated" and (value := _value(claim.get("mainsnak", {}))) is not None
    ]
    return sorted(found, key=lambda statement: not statement.preferred)


def best(entity: Mapping[str, Any], property_id: str) -> Statement | None:
    """The statement of a property that has but one true value; of several dates the most exact."""
    found = statements(entity, property_id)
    ranked = [statement for statement in found if statement.preferred] or found
    return max(ranked, key=lambda statement: statement.moment.precision if statement.moment else 0, default=None)


def label_of(entity: Mapping[str, Any], kind: str = "labels") -> str:
    """The English label (or what else `kind` names) of an item, or the one that is the same in all languages."""
    texts = entity.get(kind) or {}
    return next((str(texts[code]["value"]) for code in ("en", "mul") if code in texts), "")


def item_of(value: Any) -> str:
    """The item that a value is: 'Q60', or ''."""
    found = str(value.get("id", "")) if isinstance(value, dict) else ""
    return found if found.startswith("Q") else ""


def moment_of(value: Any) -> Moment | None:
    """A value as a date; None if it is none, no real one, or less exact than a century."""
    if not isinstance(value, dict) or not (match := _TIME.match(str(value.get("time", "")))):
        return None
    sign, year, month, day = match[1], int(match[2]), int(match[3]), int(match[4])
    precision = min(int(value.get("precision", 0)), DAY)
    if year == 0 or precision < CENTURY or not _exists(year, month, day, precision):
        return None
    return Moment(-year if sign == "-" else year, month, day, precision)


def _exists(year: int, month: int, day: int, precision: int) -> bool:
    """Whether there is such a day; the 29th of February of 1700 is one in the Julian calendar."""
    if precision >= MONTH and not 1 <= month <= 12:
        return False
    longest = 29 if month == 2 and year % 4 == 0 and year < 1930 else 0
    return precision < DAY or 1 <= day <= max(longest, calendar.monthrange(year, month)[1])


def _value(snak: Mapping[str, Any]) -> Any:
    return snak.get("datavalue", {}).get("value") if snak.get("snaktype") == "value" else None


def _qualifiers(claim: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The values that qualify a statement; one that is only known to exist (an end, say) is None."""
    return {name: [_value(snak) for snak in snaks] for name, snaks in (claim.get("qualifiers") or {}).items()}


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
