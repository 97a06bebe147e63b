import pytest

from augment.merging.kinds import kind_of
from augment.person import Person

VOSS = Person("Ida Voss", ("Ida Voss", "Voss", "伊達·沃斯"), "she")


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Ida Voss kept bees.", "fact"),
        ("Ida Voss believed that bees can count.", "opinion"),
        ("Ida Voss always firmly believed that bees can count.", "opinion"),
        ("Ida Voss was convinced that bees can count.", "opinion"),
        ("Ida Voss disagreed with Hale about bees.", "opinion"),
        ("In 1890, Ida Voss argued that bees can count.", "opinion"),
        ("Ida Voss insisted that bees can count.", "opinion"),
        ("Ida Voss insisted on tea.", "fact"),
        ("In Ida Voss's opinion, bees can count.", "opinion"),
        ("Ida Voss's friends thought that she had drowned.", "fact"),
        ("Hale believed that Ida Voss kept bees.", "fact"),
        ("Ida Voss was thought to keep bees.", "fact"),
        ("Ida Voss was considered a genius.", "fact"),
        ("Ida Voss held the patent, which bankers considered a risk.", "fact"),
        ("Ida Voss made claims about bees.", "fact"),
        ('Ida Voss wrote: "No hive is ever quiet."', "quote"),
        ("In 1890, Ida Voss told Hale, “No hive is ever quiet.”", "quote"),
        ('Ida Voss named her boat "Bee".', "fact"),
        ('Ida Voss called it a "hive".', "fact"),
        ('Hale wrote of Ida Voss: "She never sleeps at all."', "fact"),
        ("The year of Ida Voss's birth is disputed.", "disputed"),
        ("Ida Voss's place of birth remains uncertain.", "disputed"),
        ("Historians disagree on whether Ida Voss met Hale.", "disputed"),
        ("According to some sources, Ida Voss met Hale.", "disputed"),
        ("Ida Voss disputed the theory.", "fact"),
        ("Ida Voss's claim was disputed by Hale in 1890.", "fact"),
        ("伊達·沃斯養蜂。", "fact"),
        ("伊達·沃斯認為蜜蜂會數數。", "opinion"),
        ("人們認為伊達·沃斯是天才。", "fact"),
        ("伊達·沃斯曾說：「蜂巢從來不安靜。」", "quote"),
        ("伊達·沃斯的生年說法不一。", "disputed"),
    ],
)
def test_the_kind_is_told_from_the_words(claim: str, kind: str) -> None:
    assert kind_of(claim, VOSS) == kind
