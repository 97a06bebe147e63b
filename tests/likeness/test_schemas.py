"""The rows on disk are a contract with other programs: a changed schema must show in a diff.

After a change that is meant, write them anew: `python tests/likeness/test_schemas.py`.
"""

import json
from pathlib import Path

import pytest

from likeness.records import RECORDS, Record, Rejected

GOLDEN = Path(__file__).parent / "schemas"


def schema(record: type[Record] | type[Rejected]) -> str:
    return json.dumps(record.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("record", [*RECORDS, Rejected], ids=lambda record: record.__name__)
def test_the_schema_is_the_golden_one(record: type[Record] | type[Rejected]) -> None:
    assert schema(record) == (GOLDEN / f"{record.__name__.lower()}.json").read_text()


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in (*RECORDS, Rejected):
        (GOLDEN / f"{each.__name__.lower()}.json").write_text(schema(each))
