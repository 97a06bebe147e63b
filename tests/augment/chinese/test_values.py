import pytest

from augment.chinese.values import DatePart, find_date_parts, find_numbers, number_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("3", 3),
        ("三", 3),
        ("十", 10),
        ("十五", 15),
        ("廿八", 28),
        ("一百零五", 105),
        ("二万五千", 25_000),
        ("3万", 30_000),
        ("5,600,000", 5_600_000),
        ("一九四三", 1943),
        ("〇", 0),
        ("初九", 9),
    ],
)
def test_numerals_of_every_kind(numeral: str, value: float) -> None:
    assert number_of(numeral) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("共有三艘船和二十餘人", [3, 20]),
        ("一個人一直在走", []),  # articles
        ("他三心二意", []),
        ("得了140英鎊", [140]),
    ],
)
def test_numbers_that_count(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


def test_the_parts_of_a_date_stay_together() -> None:
    assert find_date_parts("永曆十五年四月初六日，1661年5月4日") == [
        [DatePart("永历", 15, "年"), DatePart("", 4, "月"), DatePart("", 6, "日")],
        [DatePart("", 1661, "年"), DatePart("", 5, "月"), DatePart("", 4, "日")],
    ]
