import re

import pytest

from augment.chinese.dates import AGE, TIME, find_dates
from augment.chinese.script import plain


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("1943年1月7日，灯塔熄灭。", ("1943年1月7日",)),
        ("於 1943 年 1 月 7 日去世", ("1943 年 1 月 7 日",)),
        ("永曆十五年四月出兵，1661年1月8日班師", ("永曆十五年四月", "1661年1月8日")),
        ("天文15年（1546年）出生", ("天文15年（1546年）",)),
        ("20 世纪 90 年代以来", ("20 世纪 90 年代",)),
        ("1956年夏天，山路開通", ("1956年夏天",)),
        ("2005~2006年的比赛", ("2005~2006年",)),
        ("庚申年三月二十四日", ("庚申年三月二十四日",)),
        ("共任職十一年，有三個月沒有回家", ()),  # how long, not when
        ("文化交流與天文學", ()),  # names of eras without a year
        ("1921年到任，1921年離任", ("1921年",)),
    ],
)
def test_dates_as_they_are_written(text: str, dates: tuple[str, ...]) -> None:
    assert find_dates(text) == dates


@pytest.mark.parametrize(
    "text", ["1925年至1945年間", "十七歲時", "自1969年以来", "光緒十九年", "于1952年", "1950年代晚期"]
)
def test_a_time_is_read_to_its_end(text: str) -> None:
    match = re.match(TIME, plain(text))
    assert match and match.end() == len(text)


def test_an_age_is_not_a_count_of_years() -> None:
    assert re.match(AGE, "二十三岁时") and not re.match(AGE, "二十三年")
