"""Names of things as an English sentence has them: with the article that they need, and in a row.

    United States -> the United States      Vassar College -> Vassar College
    engineer -> an engineer                 Fellow of the Royal Society -> was made a Fellow of the Royal Society

Wikidata's labels have no articles. These rules are right for the usual kinds of names, not for every single one.
"""

import re
from collections.abc import Sequence

_BODIES = (
    "University|Academy|Institute|Association|Society|College|School|Ministry|Department|Order|House|Kingdom|Republic|"
    "Duchy|Bank|Council|Chamber|Church|Conservatory|Union|League|Federation|Guild|Court|Government|Faculty|Province|"
    "Electorate|Principality|Battle|Siege|Legion|Office|Bureau|Museum|Company|Hall|Board|Commission|Medal|Prize"
)
_ENDS = (
    "States|Kingdom|Empire|Republic|Union|Emirates|Netherlands|Philippines|Bahamas|Islands|Confederation|Federation|"
    "Commonwealth|Army|Navy|Force|Forces|Corps|Guard|Party|Society|Association|Institute|Institution|Foundation|"
    "Council|Committee|Senate|Parliament|Congress|War|Wars|Orchestra|Philharmonic|Guild|Ministry|Museum|Library|"
    "Observatory|Laboratory|Resistance|Olympics|election|Games|Agency|Service|Administration|Bureau|Department|"
    "Commission|Court|Company|team|Hall of Fame|BBC|CIA|FBI|NSA|KGB|UN|EU"
)
_NEEDS_THE = re.compile(
    rf"(?:[A-Z][\w'-]*\s)*(?:{_BODIES}) (?:of|for)\b|.*\b(?:{_ENDS})$|"
    r"(?:Royal|National|\w+(?:an|ish|ese|ch|ic)) Academy\b"
)
_HAS_ARTICLE = re.compile(r"(?:The|An?|My|Our|La|Le|Les|El|Los|Der|Die|Das|Il) |L'")
_AN = re.compile(
    r"(?i:(?!u(?:ni(?![nm])|s[aeu\s]|ro|fo|kr|ti|k\b|\.)|eu|one\b)[aeiou]|hours?\b|hono|heir)|[FHLMNRSX](?=[A-Z])"
)
_TITLE = re.compile(
    r"(?:(?:Honorary|Foreign|Corresponding|Grand|Life) )?"
    r"(?:Fellow|Member|Associate|Officer|Commander|Companion|Knight|Dame)\b|"
    r"\w+ (?:Fellow|Laureate)\b|honorary (?:citizen|member)|.* of the Year$|Righteous Among",
    re.I,
)
_UNIQUE_TITLE = re.compile(r"(?:Knight|Dame|Righteous)\b|.* of the Year$", re.I)
_HONORARY_DOCTOR = re.compile(r"(?:honorary doctor|doctor honoris causa)\b", re.I)
_ONE_OF_MANY = re.compile(r"honorary (?:degree|doctorate)|star on|.*(?:scholarship|fellowship|doctorate)$", re.I)


def definite(label: str) -> str:
    """A proper name: 'the United States', 'Vassar College', 'The Times', 'the Summer Olympics of 1936'."""
    if match := re.fullmatch(r"(\d{4}) (.+)", label):
        return f"the {match[2]} of {match[1]}"
    return f"the {label}" if _NEEDS_THE.match(label) and not _HAS_ARTICLE.match(label) else label


def indefinite(label: str) -> str:
    """A common name: 'a computer scientist', 'an engineer', 'a university teacher', 'an MP'."""
    return f"{'an' if _AN.match(label) else 'a'} {label}"


def instrument(label: str) -> str:
    """'the piano'."""
    return f"the {label}"


def role(label: str) -> str:
    """What somebody serves as: 'President of France', 'a member of parliament'."""
    return indefinite(label) if label.startswith(("member ", "senator", "deputy")) else label


def honoured(label: str) -> str:
    """What happened to somebody who was given an honour: 'received the Legion of Merit', 'was made a Dame ...'."""
    if label.endswith("Hall of Fame"):
        return f"was inducted into {definite(label)}"
    if _TITLE.match(label):
        verb = "was named" if label.lower().endswith("year") else "was made"
        return f"{verb} {label if _UNIQUE_TITLE.match(label) else indefinite(label)}"
    return f"received {honour(label)}"


def honour(label: str) -> str:
    """An honour as an object: 'the Nobel Prize in Physics', 'a Guggenheim Fellowship'."""
    label = _HONORARY_DOCTOR.sub("honorary doctorate", label)
    if _ONE_OF_MANY.match(label):
        return indefinite(label)
    return label if _HAS_ARTICLE.match(label) else f"the {label}"


def joined(labels: Sequence[str]) -> str:
    """'French', 'French and German', 'French, German and Latin'."""
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)
