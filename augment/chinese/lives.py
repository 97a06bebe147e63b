"""Dates and places of birth and death in the brackets behind a name.

松平康忠（1546年－1618年9月28日）是...   ->   松平康忠生于1546年。   松平康忠于1618年9月28日去世。
杜普洛（1944年生于旧金山）是...          ->   杜普洛1944年生于旧金山。
"""

import re
from collections.abc import Iterator

from augment.chinese.dates import DATE
from augment.chinese.reading import Reading
from augment.chinese.script import in_script_of

_BRACKET = re.compile(r"[A-Za-z .'’\-]{0,40}\s*（(?P<inside>[^）]{4,120})）")
_YEARLY = rf"(?=[^，]*年){DATE}"
_SPAN = re.compile(rf"(?:^|[，,；;] ?)(?P<born>{_YEARLY}) ?[-－—–~～至]+ ?(?P<died>{_YEARLY})?\s*$")
_BORN = re.compile(rf"(?:^|[，,；;] ?)(?P<said>(?:{_YEARLY} ?)?(?:出生于|出生在|生于) ?[^，,；;）]{{2,24}})")


def life_claims(reading: Reading, name: str) -> Iterator[str]:
    """The claims of the brackets behind the person's first name in a sentence, told by `name`."""
    first = next((mention for mention in reading.mentions if mention.kind == "name"), None)
    bracket = _BRACKET.match(reading.flat, first.end) if first else None
    if not bracket:
        return
    start, end = bracket.span("inside")
    inside, written = reading.flat[start:end], reading.text[start:end]
    if span := _SPAN.search(inside):
        yield f"{name}{in_script_of('生于', reading.text)}{written[slice(*span.span('born'))].strip()}。"
        if span.group("died"):
            died = written[slice(*span.span("died"))].strip()
            yield f"{name}{in_script_of('于', reading.text)}{died}去世。"
    elif born := _BORN.search(inside):
        yield f"{name}{written[slice(*born.span('said'))]}。"
