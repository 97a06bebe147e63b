"""Dates and ages as encyclopedias write them: '24 March 1879', 'July 18, 1969', 'the late 1920s', 'from 1892 to 1894'.

Years from 1000 to 2099. Not handled: years BC, numerals like 3/4/1999, feast days.
"""

import re

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = rf"(?:\d{{1,2}} {MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?!\d)(?:, \d{{4}})?)"
YEAR = r"(?:1\d|20)\d\d"
_PERIOD = (
    r"(?:the )?(?:(?:early|late|mid)[- ]?(?:the )?)?"
    r"(?:(?:spring|summer|autumn|fall|winter|end|beginning|year) (?:of )?)?"
    rf"(?:{MONTH} (?:of )?)?{YEAR}s?"
)
_DATE = rf"(?:{DAY}|{_PERIOD}(?: and {YEAR})?|{MONTH})"

TIME = re.compile(
    rf"\b(?:from (?:about )?{_DATE} (?:to|until) (?:about )?{_DATE}|between {_DATE} and {_DATE}|"
    r"(?!\w+ the \d{4}(?:[–-]\d+)? \w)"  # "at the 1936 Summer Olympics" is no time
    rf"(?:[Ii]n|[Oo]n|[Dd]uring|[Aa]round|[Aa]bout|[Bb]y|[Aa]t) {_DATE}(?:[–-]\d+)?)(?!\w|[-–]\w|,? \d| {MONTH})"
)
"""A time with its preposition, as it stands in a sentence."""

AGE = re.compile(r",?\s*\b(?:at|by) (?:the )?age (?:of )?(?:about )?(?:\d+|[a-z]+(?:-[a-z]+)?)\b(?! \w+ed\b),?")
"""'at the age of 35'."""

_ANY = re.compile(rf"{DAY}|{MONTH} {YEAR}|(?<![\d,.$£€-]){YEAR}s?(?![\d,%])")


def find_dates(text: str) -> tuple[str, ...]:
    """Every date, month with its year, and year of a text, in order, each once."""
    return tuple(dict.fromkeys(_ANY.findall(text)))


def has_day(time: str) -> bool:
    """Whether a time names a day of a month."""
    return bool(re.search(DAY, time))


def has_one_year(time: str) -> bool:
    """Whether a time names one year, and not a span or a decade."""
    return bool(re.search(YEAR + r"\b", time)) and not re.search(r"from |between |s$", time)
