"""What can be changed in a Chinese question: a place moved to, an institution, and the years of what happens once.

Nothing marks a Chinese name, so only the words around it tell one: 移居 before it, 大學 after it.
"""

import re
from collections.abc import Iterator

from augment.stock import Stock

_ONCE = re.compile(r"出生|生於|生于|去世|逝世|病逝|結婚|结婚|畢業|毕业|退休")
"""What happens to a person once."""
_ONCE_THERE = re.compile(r"(?:移居|遷居|迁居|創辦|创办|創立|创立|當選|当选|加入|考入)[\u4e00-\u9fff]{2}")
"""What happens once with the thing that the question names."""
_NAME = r"(?P<name>[\u4e00-\u9fff·]{2,5}?)"
_WHERE = re.compile(rf"(?:移居|遷居|迁居|定居|搬到|回到|逃往){_NAME}(?=[？，。的時时]|是)")
_HOUSE = re.compile(
    rf"(?:考入|加入|進入|进入|就讀於|就读于|畢業於|毕业于|任教於|任教于){_NAME}(?=大學|大学|學院|学院|公司|協會|协会|醫院|医院)"
)
_WHEN = re.compile(r"你在哪一年(?P<deed>[^，；]{1,20})？")


def find_names(question: str, stock: Stock, number: int) -> Iterator[tuple[str, str]]:
    """(what stands there, what may stand there instead) for places and institutions."""
    for pattern, pool in ((_WHERE, stock.cities), (_HOUSE, stock.houses)):
        for match in pattern.finditer(question):
            if pool:
                yield match.group("name"), pool[number % len(pool)]


def put_in(question: str, true: str, false: str) -> str:
    """The question with another name."""
    return question.replace(true, false)


def happens_once(question: str) -> bool:
    """Whether the same could not have happened in another year as well."""
    return bool(_ONCE.search(question) or _ONCE_THERE.search(question))


def in_year(question: str, year: str) -> str:
    """A question of when, turned into one whether it was in this year; '' for any other question."""
    when = _WHEN.fullmatch(question)
    return f"你是不是在{year}年{when['deed']}的？" if when else ""
