import pytest

from augment.merging.validity import are_apart, find_times, holds, validity


@pytest.mark.parametrize(
    ("claim", "first", "last"),
    [
        ("Voss sold the mill in 1873.", "1873", "1873"),
        ("In May 1873, Voss sold the mill.", "1873-05", "1873-05"),
        ("On 12 May 1873, Voss sold the mill.", "1873-05-12", "1873-05-12"),
        ("On May 12, 1873, Voss sold the mill.", "1873-05-12", "1873-05-12"),
        ("On the 5th of May 1873 Voss sold the mill.", "1873-05-05", "1873-05-05"),
        ("On 31 June 1873, Voss sold the mill.", "1873-06", "1873-06"),
        ("In the late 1920s, Voss kept bees.", "1920", "1929"),
        ("In the spring of 1884 Voss kept bees.", "1884", "1884"),
        ("Voss taught in Lund from 1892 to 1894.", "1892", "1894"),
        ("Voss taught in Lund from May 1892 until 3 June 1894.", "1892-05", "1894-06-03"),
        ("Between 1892 and 1894, Voss taught in Lund.", "1892", "1894"),
        ("Voss taught in Lund from 1892–94.", "1892", "1894"),
        ("Since 2010, Voss lives in Lund.", "2010", ""),
        ("Starting in 1894, Voss kept bees.", "1894", ""),
        ("Voss lived in Lund until 1884.", "", "1884"),
        ("Since 1880 Voss lived in Lund, until 1884.", "1880", "1884"),
        ("On 30 July 1891, at the age of 35, Voss became a citizen.", "1891-07-30", "1891-07-30"),
        ("In 1893 Hale, who led the bank, asked for Voss's opinion.", "1893", "1893"),
        ("Voss left Lund for Graz in November 1792, amid rumours of war.", "1792-11", "1792-11"),
        ("1943年1月7日，沃斯在隆德去世。", "1943-01-07", "1943-01-07"),
        ("沃斯於一九四三年元月七日去世。", "1943-01-07", "1943-01-07"),
        ("沃斯从1892年到1894年任教。", "1892", "1894"),
        ("自1892年5月起，沃斯住在隆德。", "1892-05", ""),
        ("沃斯在隆德住到1884年。", "", "1884"),
        ("1920年代，沃斯離開了他的家。", "1920", "1929"),
        ("2004至2005年，沃斯在隆德養蜂。", "2004", "2005"),
        ("沃斯直到1919年10月22日才歸化。", "1919-10-22", "1919-10-22"),
        ("1960年，沃斯以1959年的《蜂》得獎。", "1960", "1960"),
        ("天文15年（1546年），沃斯出生於隆德。", "1546", "1546"),
    ],
)
def test_validity_is_as_exact_as_the_words(claim: str, first: str, last: str) -> None:
    assert validity(claim) == (first, last)


@pytest.mark.parametrize(
    "claim",
    [
        "Voss kept bees.",
        "Voss kept 1900 bees in 5 hives.",
        "Voss walked in 1873 miles of rain.",
        "Around 1880, Voss kept bees.",
        "In about 1880, Voss kept bees.",
        "In 1780 or 1781, Voss kept bees.",
        "From 1802 to around 1812, Voss kept bees.",
        "By 1890, Voss had sold the mill.",
        "After 1890, Voss kept bees.",
        "On 12 January, Voss kept bees.",
        "Voss learnt to bake before moving to Lund in 1884.",
        "After leaving Lund in 1886, Voss kept bees.",
        "After her father's death in 1879, Voss found a letter.",
        "Voss met Hale, who had arrived in 1880.",
        "Voss finished school in three years, graduating in 1873.",
        "Voss's essay, sent by Hale to Lund in 1669, was printed.",
        "Voss quoted a theme written in 1791.",
        "Voss's mill was torn down in 1904, and the stones were sold in 1906.",
        "Her first play opened in 1800, and her second was printed in 1801.",
        "The register of Voss's baptism on 17 December 1770 was lost.",
        "Voss lost her mill (rebuilt in 1890).",
        "约1880年，沃斯养蜂。",
        "1890年前後，沃斯養蜂。",
        "1890年以後，沃斯養蜂。",
        "沃斯住在1899年建造的塔裡。",
        "沃斯去了隆德（1890年毀於大火）。",
        "沃斯在1892年5月至8月任教。",
        "沃斯於1890年3月至1892年5月在職的公司，於1893年倒閉。",
        "Not until 1919 did Voss keep bees.",
    ],
)
def test_a_time_that_is_not_the_claims_own_says_nothing(claim: str) -> None:
    assert validity(claim) == ("", "")


def test_times_are_spans_of_the_text() -> None:
    text = "In 1881, Voss moved to Lund, where she stayed until May 1884."
    assert [text[time.start : time.end] for time in find_times(text)] == ["In 1881", "until May 1884"]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("1880", "1880"), ("1881", "1881"), True),
        (("1880", "1880"), ("1880-05-03", "1880-05-03"), False),
        (("1880-05", "1880-05"), ("1880-06-01", "1880-06-01"), True),
        (("1880", "1889"), ("1885", "1885"), False),
        (("1880", ""), ("1900", "1900"), False),
        (("", "1880"), ("1881", ""), True),
        (("", ""), ("1881", "1881"), False),
    ],
)
def test_spans_are_apart_or_not(one: tuple[str, str], other: tuple[str, str], apart: bool) -> None:
    assert are_apart(one, other) is apart
    assert are_apart(other, one) is apart


def test_the_exact_holds_for_the_wide() -> None:
    assert holds(("1880", "1880"), ("1880-05-03", "1880-05-03"))
    assert not holds(("1880-05-03", "1880-05-03"), ("1880", "1880"))
    assert holds(("1892", ""), ("1892", "1894"))
