"""Invented people: one with a foreign name, one with a name in traditional characters, one with a Japanese name."""

from augment.person import Person

NORD = Person("艾拉·诺尔德", ("艾拉·诺尔德",), "she")
LIN = Person("林望舒", ("林望舒",), "he")
FUMIO = Person("高桥文雄", ("高桥文雄",), "he")
