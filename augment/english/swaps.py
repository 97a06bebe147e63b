"""What can be changed in an English question: names by their capitals, and the years of what happens once."""

import re
from collections.abc import Iterator

from augment.english.lexicon import DAYS, MONTHS, NOT_A_PERSON
from augment.sayings import number_of
from augment.stock import Stock

_CONTINENTS = ("America", "Europe", "Asia", "Africa", "Americas", "South America", "Australia", "Earth")
_ONCE = re.compile(r"\b(?:born|died?|marr(?:y|ied)|graduate|retire|buried|knighted|baptised|baptized)\b")
"""What happens to a person once."""
_ONCE_THERE = re.compile(
    r"\b(?:emigrate|immigrate|relocate|moved?|found|establish|join|resign|become|invent|patent|enrol|enroll|elected|"
    r"buy|sell|sold)\b"
)
"""What happens once with the thing that the question names."""
_WORD = r"[A-ZÀ-Ž][\w-]+"
_DWELLING = re.compile(
    r"\b(?:(?:born|die|died|settle|settled|live|lived|raised|buried|grow up|grew up|arrive|arrived) in|"
    r"(?:move|moved|relocate|relocated|emigrate|emigrated|immigrate|return|returned|travel|sail|sailed|flee|fled) to) "
    rf"(?P<name>{_WORD}(?: {_WORD})*)(?![\w’'-])(?! [A-Z&])"
)
_HEADS = (
    "University|College|School|Academy|Institute|Polytechnic|Company|Society|Railway|Prize|Award|Medal|Museum|Hospital|"
    "Orchestra|Theatre|Theater|Laboratory|Authority|Bank|Press|Hotel|Club|Foundation|Conference|Fellowship|Observatory"
)
_HOUSE = re.compile(
    rf"(?<![\w’'-])(?:the )?(?P<name>(?:{_WORD} )+)(?:{_HEADS})\b(?! of)(?! [A-Z])"
    rf"|(?<![\w’'-])(?:the )?(?:{_HEADS}) of (?P<place>{_WORD})(?![\w’'-])(?! [A-Z])"
)
_SOMEBODY = re.compile(
    r"\b(?:marry|married|married to|under|with|by|meet|met|befriend|befriended|hire|hired|alongside) "
    rf"(?P<name>{_WORD}(?: {_WORD})+)(?![\w’'-])"
)
_WHERE = re.compile(rf"\b(?:in|to|from|near) (?P<name>{_WORD}(?: {_WORD})*)(?![\w’'-])")
_WHEN = re.compile(r"When (did|were) you (?!first\b|last\b)(.*)\?")


def find_names(question: str, stock: Stock, number: int) -> Iterator[tuple[str, str]]:
    """(what stands there, what may stand there instead) for places, institutions and people."""
    for pattern, pool in ((_WHERE, stock.cities), (_HOUSE, stock.houses), (_SOMEBODY, stock.people)):
        for match in pattern.finditer(question):
            name = (match.group("name") or match.groupdict().get("place") or "").strip()
            if pool and _fits(pattern, name, stock.places):
                whole = match.group() if pattern is _HOUSE else name
                yield whole, whole.replace(name, pool[number % len(pool)])


def put_in(question: str, true: str, false: str) -> str:
    """The question with another name; '' where it supposes nothing any more ("Tell me about Lima.")."""
    text = re.sub(rf"\ban (?={re.escape(false)})", "a ", question.replace(true, false))
    return "" if re.search(rf"\babout {re.escape(false)}\W*$", text) else presuming(text)


def happens_once(question: str) -> bool:
    """Whether the same could not have happened in another year as well."""
    names = [word for word in re.findall(rf"(?<!^){_WORD}", question) if word not in MONTHS | DAYS]
    return bool(_ONCE.search(question) or (names and _ONCE_THERE.search(question)))


def in_year(question: str, year: str) -> str:
    """A question of when, turned into one whether it was in this year; '' for any other question."""
    when = _WHEN.fullmatch(question)
    return presuming(f"{when[1].title()} you {when[2]} in {year}?") if when else ""


def sure_places(text: str) -> frozenset[str]:
    """Names that a text says somebody was born in, moved to and the like."""
    return frozenset(match.group("name") for match in _DWELLING.finditer(text))


def presuming(question: str) -> str:
    """Half of the yes-or-no questions of deeds ask why, which takes more for granted."""
    is_deed = re.match(r"Did you (?!ever\b|die\b)", question) and number_of(question) % 2
    return f"Why d{question[1:]}" if is_deed else question


def _fits(pattern: re.Pattern[str], name: str, places: frozenset[str]) -> bool:
    """Whether a name is what its pattern takes it for."""
    if pattern is _WHERE:
        return name in places and name not in _CONTINENTS and not set(name.split()) & (MONTHS | DAYS)
    return pattern is _HOUSE or not (set(name.split()) & NOT_A_PERSON or name in places)
