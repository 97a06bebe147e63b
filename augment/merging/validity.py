"""The times that a claim names, as ISO dates that are as exact as the words are.

    "In May 1873, Voss sold the mill."                1873-05 .. 1873-05
    "Voss taught in Lund from 1892 to 1894."          1892 .. 1894
    "Since 2010, Voss lives in Lund."                 2010 .. (open)
    "1943年1月7日，沃斯在隆德去世。"                      1943-01-07 .. 1943-01-07

Years from 1000 to 2099. A time that is rounded ("about 1880") or only a bound ("by 1890", "after 1890") says nothing
here. Not handled: years BC, reign years, days without their year, numerals like 3/4/1999.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from augment.chinese.script import plain
from augment.english.dates import MONTH
from augment.english.grammar import is_gerund, is_participle, is_surely_finite
from augment.languages import is_chinese

_MONTHS = {name.lower(): number for number, name in enumerate(MONTH[3:-1].split("|"), start=1)}
_YEAR = r"(?:1\d|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:the )?{_DAY}(?: of)? {MONTH},? {_YEAR}|{MONTH} {_DAY},? {_YEAR}|{MONTH}(?: of|,)? {_YEAR}"
    rf"|(?:the )?{_YEAR}s|{_YEAR})"
)
_PART = (
    r"(?:(?:the )?(?:very )?(?:early|late|mid|spring|summer|autumn|fall|winter|beginning|start|end|middle|year)"
    r"[- ](?:of )?(?:the )?){0,2}"
)
_COUNTED = (
    "feet|miles|metres|meters|kilometres|kilometers|people|men|women|pages|volts|words|dollars|pounds|pieces|years"
    "|days|hours|soldiers|copies|students|acres|tons|horsepower"
)
_END = rf"(?![\w/]|[-–—]\w|[,.]\d|['’]s| (?:{_COUNTED})\b| (?:or|to|until|till) \D{{0,8}}\d)"
_ENGLISH = re.compile(
    rf"(?<!not )\b(?:(?P<span>from|between) {_PART}(?P<first>{_DATE}) (?:to|until|till|through|and)"
    rf" {_PART}(?P<last>{_DATE})"
    rf"|(?:(?:in|from|during|between) )(?P<years>{_YEAR}[-–—](?:{_YEAR}|\d\d))"
    rf"|(?P<how>(?:starting|beginning) in|as of|in|on|during|at|throughout|since|from|until|till)"
    rf" {_PART}(?P<date>{_DATE})){_END}",
    re.IGNORECASE,
)
_OPENING, _CLOSING = ("since", "from", "as of", "starting in", "beginning in"), ("until", "till")

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_HAN = "[〇○零一二三四五六七八九]"
_CHINESE_YEAR = rf"(?:(?:1\d|20)\d\d|[一二]{_HAN}{{3}})"
_CHINESE_DATE = (
    rf"(?:{_CHINESE_YEAR}年(?:(?:\d{{1,2}}|[元一二三四五六七八九十]{{1,2}})月"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?)"
)
_TO = "[至到－—–～~-]"
_CHINESE = re.compile(
    rf"(?:(?P<about>大?约)|(?P<since>自|从|由)|(?P<until>直到|截至|至|到))?"
    rf"(?P<first>{_CHINESE_DATE}|{_CHINESE_YEAR}(?={_TO}))(?:{_TO}(?P<last>{_CHINESE_DATE}))?"
    rf"(?:(?P<onward>起|开始|以来)|(?P<decade>代)|(?P<vague>以?前|[以之]?后|左右|前后|{_TO})|(?P<only>才|方))?"
)
"""For plain text (`augment.chinese.script`). "直到1919年才" is the time at which something came about at last."""


class Time(NamedTuple):
    """A time of a text: `text[start:end]` with its preposition, and its first and last date; '' is an open end."""

    start: int
    end: int
    first: str
    last: str


def find_times(text: str) -> list[Time]:
    """The times of a text in order, each with the words that make it one."""
    return list(_chinese_times(text) if is_chinese(text) else _english_times(text))


def validity(claim: str, times: Sequence[Time] | None = None) -> tuple[str, str]:
    """From when to when a claim says that it was so; an event has its date as both. ('', '') where it is not certain.

    A time in a subordinate clause is the time of something else, one in a second main clause is not the whole claim's,
    and two different times are no one's. `times` are those of the claim, where they are known.
    """
    found = find_times(claim) if times is None else times
    if any(_SECOND_CLAUSE.search(claim[: time.start]) for time in found):
        return "", ""
    is_aside = _is_chinese_aside if is_chinese(claim) else _is_aside
    own = [time for time in found if not is_aside(claim, time)]
    spans = {(time.first, time.last) for time in own}
    if len(spans) == 2 and all("" in span for span in spans):
        return _joined(spans)
    if is_chinese(claim) and len(found) > 1 and own and own[0].start > 1:
        return "", ""  # no comma tells there which time is whose, unless one leads
    return spans.pop() if len(spans) == 1 else ("", "")


def are_apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two spans have no moment in common, as far as they are exact; an open end may reach anywhere."""
    return _is_before(one[1], other[0]) or _is_before(other[1], one[0])


def holds(wide: tuple[str, str], exact: tuple[str, str]) -> bool:
    """Whether `exact` says all that `wide` says: 1856-07-10 holds for 1856."""
    return exact[0].startswith(wide[0]) and exact[1].startswith(wide[1])


def _is_before(last: str, first: str) -> bool:
    length = min(len(last), len(first))
    return length > 0 and last[:length] < first[:length]


def _joined(spans: set[tuple[str, str]]) -> tuple[str, str]:
    """'since 1890' and 'until 1894' are one span; two beginnings are none."""
    first, last = max(span[0] for span in spans), max(span[1] for span in spans)
    return (first, last) if all(sum(bool(span[i]) for span in spans) == 1 for i in (0, 1)) else ("", "")


def _english_times(text: str) -> Iterator[Time]:
    for match in _ENGLISH.finditer(text):
        if match["span"]:
            first, last = _iso(match["first"])[0], _iso(match["last"])[1]
        elif match["years"]:
            first, last = match["years"][:4], match["years"][5:]
            last = last if len(last) == 4 else first[:2] + last
        else:
            first, last = _iso(match["date"])
            first = "" if match["how"].lower() in _CLOSING else first
            last = "" if match["how"].lower() in _OPENING else last
        if not _is_before(last, first):
            yield Time(match.start(), match.end(), first, last)


def _iso(words: str) -> tuple[str, str]:
    """The first and the last date that an English date means; only decades differ in them."""
    year = re.findall(_YEAR, words)[-1]
    if re.search(_YEAR + "s", words):
        return year, f"{int(year) + (99 if year.endswith('00') else 9)}"
    month = next((number for name, number in _MONTHS.items() if name in words.lower()), 0)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", words)
    iso = _dashed(int(year), month, int(day.group()) if day else 0)
    return iso, iso


def _dashed(year: int, month: int, day: int) -> str:
    """A date as ISO writes it, as exact as it is given; a day that no calendar has is left out."""
    if not 1 <= month <= 12:
        return f"{year:04}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|where|when|while|because|although|though|whereas|if|unless|whether|once)\b"
    r"|\b(?:before|after|since|until|by|upon|without|while|when|despite)\s+(?:\w+ly\s+)?(?:\w+ing\b|he\b|she\b|they\b)"
    r"|^\W*(?:after|before|since|until|following|with|despite)\b|\(",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:written|given|taken|drawn|shown|sent|seen|known|held|made|built)\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\b")
_SECOND_CLAUSE = re.compile(r"[,;]\s*(?:and|but|so|then|yet)\b|\band\b[^,]*,")


def _is_aside(text: str, time: Time) -> bool:
    """Whether a time belongs to less than the whole claim.

    That is so in a subordinate clause, a phrase of a participle, brackets, and in the subject itself: "his funeral in
    1827 was ...".
    """
    before, after = text[: time.start], re.findall(r"^,?\s+(\w+)", text[time.end :])
    clause = re.split(r"[,;:—)]", before)[-1]
    opening = re.findall(r"^\W*(?:\w+ly )?(\w+)", clause) if clause != before else []
    return (
        bool(_SUBORDINATE.search(clause))
        or bool(_MADE.search(clause) and not _PASSIVE.search(clause))
        or any(is_gerund(word) or is_participle(word) for word in opening)
        or (len(before.split()) > 3 and any(is_surely_finite(word) for word in after))
    )


def _chinese_times(text: str) -> Iterator[Time]:
    for match in _CHINESE.finditer(plain(text)):
        first, last = _chinese_iso(match["first"]), _chinese_iso(match["last"] or match["first"])
        if match["decade"]:
            last = f"{int(first[:4]) + 9}"
        elif not match["last"] and (match["since"] or match["onward"]):
            last = ""
        elif not match["last"] and match["until"] and not match["only"]:
            first = ""
        if not (match["about"] or match["vague"] or _is_before(last, first)):
            yield Time(match.start(), match.end(), first, last)


def _chinese_iso(words: str) -> str:
    year, month, day = (
        re.search(pattern, words) for pattern in ("^[^年]+", "(?<=年)[^月]+(?=月)", "(?<=月).+(?=[日号])")
    )
    number = "".join(_DIGITS.get(digit, digit) for digit in year.group()) if year else ""
    return _dashed(
        int(number), _chinese_number(month.group()) if month else 0, _chinese_number(day.group()) if day else 0
    )


def _chinese_number(words: str) -> int:
    """A number below 100 in either script: '十二', '12', and 元 (the first month)."""
    if words.isdigit() and words.isascii():
        return int(words)
    words = words.replace("元", "一")
    tens, _, ones = words.rpartition("十")
    if "十" not in words:
        return int(_DIGITS.get(words, "0"))
    return 10 * int(_DIGITS.get(tens or "一", "0")) + int(_DIGITS.get(ones or "〇", "0"))


def _is_chinese_aside(text: str, time: Time) -> bool:
    """Whether a time stands in brackets, or in a phrase that 的 ties to a noun: '1899年建造的塔'.

    Brackets right behind a year hold the same year: '天文15年（1546年）'.
    """
    before, clause = text[: time.start], re.split(r"[，。；、]", text[time.end :])[0]
    is_open = len(re.findall("[（(]", before)) > len(re.findall("[）)]", before)) and not re.search("年[（(]$", before)
    return is_open or bool(re.search(r"(?<![他她其己我們们])的", clause))
