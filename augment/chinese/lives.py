"""Dates and places of birth and death in the brackets behind a name.

诺尔德（1901年－1987年11月2日）是...   ->   诺尔德生于1901年。   诺尔德于1987年11月2日去世。
诺尔德（1901年生于卑尔根）是...        ->   诺尔德1901年生于卑尔根。
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
    script = reading.page or reading.text
    inside, written = reading.flat[start:end], reading.text[start:end]
    if span := _SPAN.search(inside):
        yield f"{name}{in_script_of('生于', script)}{written[slice(*span.span('born'))].strip()}。"
        if span.group("died"):
            died = written[slice(*span.span("died"))].strip()
            yield f"{name}{in_script_of('于', script)}{died}去世。"
    elif born := _BORN.search(inside):
        yield f"{name}{written[slice(*born.span('said'))]}。"
