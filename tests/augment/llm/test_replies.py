"""A reply that was stored is never lost, nor paid for twice, wherever the program is killed."""

import asyncio
from pathlib import Path

import pytest

from augment.llm.engines import Completion, Request
from augment.llm.replies import Books, request_key
from likeness.errors import BudgetExceeded, SettingsError, WorkspaceError
from likeness.ledger import Ledger

REPLY = Completion("{}", "stop", 10, 5)


def books(folder: Path, budget: int = 1000) -> Books:
    return Books(folder / "replies.sqlite", Ledger(folder / "ledger.jsonl", budget))


def test_a_reply_is_found_again_with_its_price(tmp_path: Path) -> None:
    first = books(tmp_path)
    charge = asyncio.run(first.reserve("model", "claims", 100))
    asyncio.run(first.store("key", REPLY, charge, 30))
    first.close()
    again = books(tmp_path)
    assert again.find("key") == (REPLY, 30)
    assert again.find("other") is None
    assert again.ledger.spent == 30
    again.close()


def test_a_charge_whose_reply_was_stored_is_settled_after_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = books(tmp_path)
    charge = asyncio.run(first.reserve("model", "claims", 100))
    monkeypatch.setattr(first.ledger, "settle", lambda *_: None)  # killed before it could
    asyncio.run(first.store("key", REPLY, charge, 30))
    assert first.ledger.spent == 100
    first.close()
    again = books(tmp_path)
    assert (again.ledger.spent, again.ledger.unsettled) == (30, ())
    again.close()


def test_a_full_disk_is_an_error_and_not_a_wait_for_ever(tmp_path: Path) -> None:
    first = books(tmp_path)
    charge = asyncio.run(first.reserve("model", "claims", 100))
    first._database.execute("PRAGMA max_page_count = 3")
    long = Completion("x" * 100_000, "stop", 1, 1)
    with pytest.raises(WorkspaceError, match=r"replies\.sqlite: cannot be written"):
        asyncio.run(first.store("key", long, charge, 30))
    assert first.find("key") is None and first.ledger.spent == 100
    first.close()


def test_a_charge_without_a_reply_stays_at_its_worst(tmp_path: Path) -> None:
    first = books(tmp_path)
    asyncio.run(first.reserve("model", "claims", 100))
    first.close()
    again = books(tmp_path)
    assert again.ledger.spent == 100
    again.close()


def test_no_money_is_an_error_of_whoever_asks(tmp_path: Path) -> None:
    poor = books(tmp_path, budget=50)
    with pytest.raises(BudgetExceeded):
        asyncio.run(poor.reserve("model", "claims", 100))
    assert asyncio.run(poor.reserve("model", "claims", 50)).amount == 50
    poor.close()


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "replies.sqlite").write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(WorkspaceError, match="not a book of replies"):
        books(tmp_path)


def test_a_remote_workspace_keeps_no_book(tmp_path: Path) -> None:
    from upath import UPath

    with pytest.raises(SettingsError, match="local disk"):
        Books(UPath("memory://bucket/ada/replies.sqlite"), Ledger(tmp_path / "ledger.jsonl", 0))


def test_a_request_is_named_by_all_that_makes_it() -> None:
    one = Request((("user", "Who?"),), {"type": "object"}, 0.7, 100)
    others = [
        Request((("system", "Who?"),), {"type": "object"}, 0.7, 100),
        Request((("user", "Who?"),), {"type": "array"}, 0.7, 100),
        Request((("user", "Who?"),), {"type": "object"}, 0.0, 100),
        Request((("user", "Who?"),), {"type": "object"}, 0.7, 101),
        Request((("user", "Who?"),), {"type": "object"}, 0.7, 100, seed=1),
    ]
    keys = {request_key("model", request) for request in (one, *others)} | {request_key("other", one)}
    assert len(keys) == 7
    assert request_key("model", one) == request_key("model", Request((("user", "Who?"),), {"type": "object"}, 0.7, 100))
