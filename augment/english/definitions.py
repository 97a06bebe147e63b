"""The opening line of an encyclopedia article: the years of a life between brackets.

    Nikola Tesla (10 July 1856 – 7 January 1943) was ...      -> born on 10 July 1856; died on 7 January 1943
    Elizabeth M. Gilbert (born July 18, 1969) is ...          -> born on July 18, 1969

A date of baptism is no date of birth, and "c. 1500" or "before 1200" is no date: none is made from them.
"""

import re
from collections.abc import Iterator

from augment.english.dates import MONTH
from augment.person import Person

_DATE = rf"(?:\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}}|{MONTH} \d{{4}}|\d{{4}})"
_LIFE = re.compile(rf"(?P<born>(?:born )?{_DATE})(?P<rest>[^()–—-]*)\s[–—-]\s(?P<died>{_DATE})(?![\d/])")
_BORN = re.compile(rf"\bborn(?: on)? (?P<born>{_DATE})")
_UNSURE = re.compile(
    r"\b(?:bapti[sz]ed|c\.|ca\.|circa|before|after|about|fl\.|reigned?|ruled|served|active|in office)|\?"
)


def life_dates(sentence: str, person: Person) -> Iterator[tuple[str, int, int]]:
    """Claims of birth and death from "Name (dates) was ...", each with the span of its quote in the sentence."""
    opening = re.match(rf"{person.pattern.pattern}[^()]{{0,24}}\((?P<dates>[^()]{{4,160}})\)", sentence)
    if opening is None or opening["dates"].count("–") > 1:
        return
    dates = re.sub(r"\[[^\]]*\]", lambda note: " " * len(note.group()), opening["dates"])
    life = _LIFE.search(dates)
    born, died = (life["born"], life["died"]) if life else ("", "")
    if not life and (only := _BORN.search(dates)):
        born = only["born"]
    if born and not _UNSURE.search(dates):
        yield f"{person.name} was born {_on(born.removeprefix('born '))}.", 0, opening.end()
    if died and not re.search(r"\b(?:c\.|ca\.|circa|before|after|about|reigned?)|\?", dates.rpartition("–")[2]):
        yield f"{person.name} died {_on(died)}.", 0, opening.end()


def _on(date: str) -> str:
    """The date with its preposition: a day takes "on", a month or year "in"."""
    return f"on {date}" if len(date.split()) == 3 else f"in {date}"
