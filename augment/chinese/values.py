"""Numbers and dates of Chinese texts as values, so that 三, 3 and ３ are one number, and 廿 is 20.

A bare 一 is no number here, as it is mostly the article ("一個", "一直"); nor are 两 and single numerals without a word
of measure behind them ("三心二意").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from augment.chinese.dates import ERAS
from augment.chinese.lexicon import either
from augment.chinese.script import plain

_DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2, "元": 1, "正": 1}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿廿卅两]+")
_HAN_NUMBER = "[〇零一二三四五六七八九十百千万亿廿卅两]+"
_NUMBER = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?[百千万亿]*|{_HAN_NUMBER})"
_UNIT = (
    "年代|世纪|年|月|日|号|岁|个|名|位|次|场|部|本|艘|人|票|座|项|首|篇|种|届|局|公里|米|小时|分钟|天|元|英镑|美元|法郎"
    "|章|卷|倍|%|分"
)
_VALUE = re.compile(rf"(?P<number>{_NUMBER})(?: ?[多余几])? ?(?P<unit>{_UNIT})?")
_DATE_PART = re.compile(
    rf"(?P<era>{either(ERAS)})?(?P<number>{_NUMBER}|元(?=年)|正(?=月)|初[一二三四五六七八九十]) ?"
    r"(?P<unit>年代|年|月|日|号|世纪)"
)
DATE_UNITS = ("年代", "世纪", "年", "月", "日")
"""Words of measure that are of time as well."""
_ALIKE = {"名": "人", "位": "人", "个": "", "号": "日"}
"""Words of measure that may stand for each other."""


class DatePart(NamedTuple):
    """A year, month or day: its era if it has one, its number, and what it is."""

    era: str
    number: float
    unit: str


def number_of(text: str) -> float:
    """The value of a plain numeral in either kind of digits; years digit by digit ("一九四三") too."""
    text = text.replace(",", "").replace("廿", "二十").replace("卅", "三十").removeprefix("初")
    if re.fullmatch(r"[0-9.]+", text):
        return float(text)
    if mixed := re.fullmatch(r"([0-9.]+)([百千万亿]+)", text):
        scale = 1
        for character in mixed.group(2):
            scale *= {**_SCALES, **_BIG}[character]
        return float(mixed.group(1)) * scale
    if len(text) > 1 and not re.search("[十百千万亿]", text):
        return float("".join(str(_DIGITS[character]) for character in text))
    return float(_scaled(text))


def _scaled(text: str) -> int:
    """A numeral with its scales: 二万五千."""
    total = section = digit = 0
    for character in text:
        if character in _BIG:
            total, section, digit = (total + section + digit or 1) * _BIG[character], 0, 0
        elif character in _SCALES:
            section, digit = section + (digit or 1) * _SCALES[character], 0
        else:
            digit = _DIGITS[character]
    return total + section + digit


class Number(NamedTuple):
    """A number as written, its value, and the word of measure behind it, '' if there is none."""

    written: str
    value: float
    unit: str


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text that counts or measures something; those of dates too."""
    for match in _VALUE.finditer(plain(text)):
        number = match.group("number")
        if number[0].isdigit() or (match.group("unit") and number != "一") or len(number) > 2:
            written = text[match.start() : match.end()].strip()
            yield Number(written, number_of(number), _ALIKE.get(match.group("unit"), match.group("unit") or ""))


def find_date_parts(text: str) -> list[list[DatePart]]:
    """The dates of a text in order, each as its parts, years first."""
    found: list[list[DatePart]] = []
    end, ranks = -2, {"世纪": 0, "年代": 1, "年": 2, "月": 3, "日": 4}
    for match in _DATE_PART.finditer(plain(text)):
        unit = match.group("unit").replace("号", "日")
        part = DatePart(match.group("era") or "", number_of(match.group("number")), unit)
        joins = bool(found) and match.start() - end <= 1 and ranks[unit] > ranks[found[-1][-1].unit]
        found = [*found[:-1], [*found[-1], part]] if joins else [*found, [part]]
        end = match.end()
    return found
