from itertools import pairwise

import pytest

from augment.masking import entity_share, find_entities, mask_entities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I told them NAFTA was bad in May 2016, right @joe? #Sad https://t.co/x1", "NAFTA|May 2016|@joe|#Sad|https://t.co/x1"),
        ("Thank you Ohio!", "Ohio"),
        ("Bees dance. Hives hum.", ""),
        ("May I? March on.", ""),
        ("I'm sure I'll be fine, and I have said so.", ""),
        ("So GOOOOD tonight, SO VERY GOOD", ""),
        ("THE QUEEN OF QALVARIA IS A DISASTER", "QALVARIA"),
        ("A Great Day On The Hill For All", ""),
        ("Meet Ida Voss and O'Brien at 7:00 on Monday", "Ida Voss|O'Brien|7:00|Monday"),
        ("Ida's bees and China’s leaders", "Ida|China"),
        ("$1,000,000 or 50% of the 1920s, 3rd of 12/5/1999", "$1,000,000|50%|1920s|3rd|12/5/1999"),
        ("Marie-Claire left the U.S. early", "Marie-Claire|U.S."),
        ("我看了《红楼梦》，用了3小时，喜欢iPhone。 #读书# 2012年3月5日", "《红楼梦》|3|iPhone|#读书#|2012年3月5日"),
        ("", ""),
    ],
)  # fmt: skip
def test_entities(text: str, found: str) -> None:
    assert "|".join(text[start:end] for start, end in find_entities(text)) == found


def test_spans_are_in_order_and_apart() -> None:
    spans = find_entities("On 3 May 2016 Ida Voss met @bo in Graz, see https://example.org/Ida, #Graz2016 rocks 100%")
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("What did you tell Ida Voss on Monday?", "What did you tell X on that day?"),
        ("Is Graz's mayor #corrupt?\nsee https://example.org/x  now", "Is X's mayor something?\nsee now"),
        ("@bo says 50%", "someone says some"),
        ("你看了《红楼梦》吗？", "你看了某某吗？"),
        ("nothing to see", "nothing to see"),
    ],
)  # fmt: skip
def test_masking(text: str, masked: str) -> None:
    assert mask_entities(text) == masked


@pytest.mark.parametrize(
    ("text", "heavy"),
    [
        ("Thank you Graz! #GrazFirst #Voss1901", True),
        ("Thank you for all that you have done in Graz", False),
        ("@bo @ida", True),
        ("bees", False),
        ("", False),
    ],
)
def test_heavy(text: str, heavy: bool) -> None:
    assert (entity_share(text) > 0.5) is heavy
