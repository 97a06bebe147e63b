"""The budget stops before the call; a kill never makes money disappear from the book."""

from pathlib import Path

import pytest

from likeness.errors import BudgetExceeded, WorkspaceError
from likeness.ledger import Ledger, usd


@pytest.mark.parametrize(("dollars", "micro"), [("0.15", 150_000), (2, 2_000_000), ("0.0000005", 0), (0.1, 100_000)])
def test_money_is_whole_micro_dollars(dollars: str | float, micro: int) -> None:
    assert usd(dollars) == micro


def test_a_charge_is_reserved_then_settled(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", usd(1))
    charge = ledger.reserve("model", "fact-1", usd("0.6"))
    assert ledger.spent == usd("0.6")
    ledger.settle(charge, usd("0.2"))
    assert ledger.spent == usd("0.2")


def test_the_budget_stops_before_the_call(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", usd(1))
    ledger.reserve("model", "fact-1", usd("0.6"))
    with pytest.raises(BudgetExceeded, match=r"\$0\.600000 of the \$1\.00 budget"):
        ledger.reserve("model", "fact-2", usd("0.5"))
    assert ledger.spent == usd("0.6")


def test_an_open_charge_counts_at_its_worst_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    first = Ledger(path, usd(1))
    first.settle(first.reserve("model", "fact-1", usd("0.3")), usd("0.1"))
    first.reserve("model", "fact-2", usd("0.4"))
    assert Ledger(path, usd(1)).spent == usd("0.5")


def test_a_torn_last_line_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path, usd(1)).reserve("model", "fact-1", usd("0.3"))
    with path.open("a") as file:
        file.write('{"reserve": 1, "pay')
    assert Ledger(path, usd(1)).spent == usd("0.3")
    assert Ledger(path, usd(1)).reserve("model", "fact-2", 1).number == 1


def test_a_foreign_line_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("hello\n")
    with pytest.raises(WorkspaceError, match="line 1"):
        Ledger(path, usd(1))


def test_two_programs_may_spend_from_one_book(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    one, other = Ledger(path, usd(1)), Ledger(path, usd(1))
    first = one.reserve("model", "fact-1", usd("0.6"))
    with pytest.raises(BudgetExceeded):
        other.reserve("model", "fact-2", usd("0.5"))
    one.settle(first, usd("0.1"))
    assert other.reserve("model", "fact-2", usd("0.5")).number == 1
    assert Ledger(path, usd(1)).spent == other.spent == usd("0.6")


def test_a_charge_may_be_settled_by_its_number_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    Ledger(path, usd(1)).reserve("model", "fact-1", usd("0.6"))
    again = Ledger(path, usd(1))
    assert again.unsettled == (0,)
    again.settle(0, usd("0.2"))
    assert (again.unsettled, Ledger(path, usd(1)).spent) == ((), usd("0.2"))


def test_a_charge_that_two_programs_settle_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    one = Ledger(path, usd(1))
    charge = one.reserve("model", "fact-1", usd("0.6"))
    Ledger(path, usd(1)).settle(charge.number, usd("0.2"))
    one.settle(charge, usd("0.2"))
    assert one.spent == Ledger(path, usd(1)).spent == usd("0.2")
