"""What the readers of posts from the network have in common: answers in JSON, and what is said when one is refused."""

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from extractors.web import Reply
from likeness.errors import SourceError, SourceUnavailable

_STATUS = re.compile(r"\((\d{3})\)")


def parsed_object(reply: Reply) -> dict[str, Any]:
    """The JSON object of a reply.

    Raises:
        SourceUnavailable: if it is something else: an answer cut short, or a page that stands in the server's place.
    """
    value = _parsed(reply)
    if not isinstance(value, dict):
        raise _garbled(reply, "no JSON object")
    return value


def parsed_list(reply: Reply) -> list[dict[str, Any]]:
    """The JSON objects of a reply that is a list. Raises what `parsed_object` does."""
    value = _parsed(reply)
    if not isinstance(value, list):
        raise _garbled(reply, "no JSON list")
    return objects(value)


def notes(reply: Reply) -> dict[str, str]:
    """Where and when a reply came from. The time is the server's, by its Date header, or else this machine's."""
    try:
        moment = parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        moment = datetime.now(UTC)
    return {"url": reply.url, "retrieved_at": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def status(error: SourceError) -> int:
    """The HTTP status with which a request was refused; 0 if it was not."""
    return int((_STATUS.findall(str(error)) or ["0"])[-1])


def inside(row: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The object under these keys, one inside the other; an empty one if there is none."""
    for key in keys:
        value = row.get(key)
        row = value if isinstance(value, dict) else {}
    return row


def objects(values: Any) -> list[dict[str, Any]]:
    """The objects of a list; none if it is no list."""
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _parsed(reply: Reply) -> Any:
    try:
        return json.loads(reply.content)
    except (ValueError, RecursionError) as error:
        raise _garbled(reply, str(error)) from error


def _garbled(reply: Reply, fault: str) -> SourceUnavailable:
    address = reply.url.partition("?")[0]
    return SourceUnavailable(
        f"{address}: not what such a server answers ({fault}); check the address, or try again later"
    )
