"""What every row is: named by its content, traced by its parents; and what a row that was dropped is."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=BaseModel.model_dump)


def content_id(kind: str, values: list[Any]) -> str:
    """Name a row by what it is: `kind` and the first 16 hex digits of a SHA-256 over `values` as JSON."""
    text = _ENCODER.encode(values)
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


class Record(BaseModel):
    """A row of the table `table`, identified by its `identity` fields.

    Raises:
        pydantic.ValidationError: on an unknown or missing field, or an `id` that does not match the fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    table: ClassVar[str]
    identity: ClassVar[tuple[str, ...]]

    id: str = ""
    parents: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _name_by_content(self) -> Self:
        expected = content_id(type(self).__name__.lower(), [getattr(self, name) for name in self.identity])
        if self.id and self.id != expected:
            raise ValueError(f"id {self.id} does not match the row's content ({expected})")
        object.__setattr__(self, "id", expected)
        return self


class Rejected(BaseModel):
    """A row that was dropped: `reason` is a snake_case constant, `row` what it would have been, `detail` the evidence.

    `row` must be JSON-able. Row functions yield these among their rows; tables write them beside the kept ones.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    row: Mapping[str, Any]
    detail: str = ""

    @classmethod
    def of(cls, record: Record, reason: str, detail: str = "") -> "Rejected":
        """Drop `record` for `reason`."""
        return cls(reason=reason, row=record.model_dump(mode="json"), detail=detail)
