"""What was spent, and the budget that stops spending. Money is counted in whole micro-dollars.

    ledger = Ledger(workspace.path("ledger.jsonl"), budget=usd(5))
    charge = ledger.reserve("gpt-x", "facts-0001", worst_case)    # BudgetExceeded before the call, never after
    ... the call ...
    ledger.settle(charge, what_it_really_cost)

`ledger.jsonl` only grows: a line when money is reserved, a line when the charge is settled. A charge that was
reserved and never settled (the program was killed in between) counts at its worst case.
"""

import json
import threading
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from likeness.errors import BudgetExceeded, WorkspaceError
from likeness.files import flush_to_disk, write_bytes

MicroUSD = int


def usd(dollars: Decimal | str | float) -> MicroUSD:
    """Dollars as whole micro-dollars, rounded half to even: usd("0.15") == 150_000."""
    return int((Decimal(str(dollars)) * 1_000_000).to_integral_value())


@dataclass(frozen=True)
class Charge:
    """Money set aside for one call: `amount` is the most it can cost. `payee` is a model or an API."""

    number: int
    payee: str
    purpose: str
    amount: MicroUSD


class Ledger:
    """The account book of one workspace; safe for threads of one process.

    Raises:
        WorkspaceError: on opening, if a line other than a torn last one is not ours.
    """

    def __init__(self, path: Path, budget: MicroUSD) -> None:
        self.path = path
        self.budget = budget
        self._lock = threading.Lock()
        self._open: dict[int, MicroUSD] = {}
        self._settled: dict[int, MicroUSD] = {}
        self._next = 0
        self._load()

    @property
    def spent(self) -> MicroUSD:
        """Settled charges, and the worst case of those still open."""
        return sum(self._settled.values()) + sum(self._open.values())

    def reserve(self, payee: str, purpose: str, worst_case: MicroUSD) -> Charge:
        """Set money aside before a call.

        Raises:
            BudgetExceeded: if the worst case would pass the budget; nothing is written then.
        """
        with self._lock:
            if self.spent + worst_case > self.budget:
                raise BudgetExceeded(
                    f"{payee}: the next call may cost ${worst_case / 1e6:.6f}, and ${self.spent / 1e6:.6f} of the "
                    f"${self.budget / 1e6:.2f} budget is spent; raise [budget] usd in the persona file to go on"
                )
            charge = Charge(self._next, payee, purpose, worst_case)
            self._append({"reserve": charge.number, "payee": payee, "purpose": purpose, "amount": worst_case})
            self._open[charge.number] = worst_case
            self._next += 1
            return charge

    def settle(self, charge: Charge, amount: MicroUSD) -> None:
        """Record what a call really cost; 0 if it was never billed."""
        with self._lock:
            self._append({"settle": charge.number, "amount": amount})
            self._open.pop(charge.number, None)
            self._settled[charge.number] = amount

    def _append(self, entry: dict[str, int | str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            file.write(json.dumps(entry).encode() + b"\n")
            flush_to_disk(file)

    def _load(self) -> None:
        if not self.path.exists():
            return
        content = self.path.read_bytes()
        whole, _, torn = content.rpartition(b"\n")
        for line, text in enumerate(whole.splitlines(), start=1):
            self._replay(text, line)
        if torn:
            # A kill in the middle of a line: a reservation that was never acted on, or a settlement that then
            # counts at its worst case. Either way the torn line is dropped.
            write_bytes(self.path, whole + b"\n" if whole else b"")

    def _replay(self, text: bytes, line: int) -> None:
        try:
            entry = json.loads(text)
            number, amount = entry.get("reserve", entry.get("settle")), int(entry["amount"])
        except (ValueError, KeyError, AttributeError) as error:
            raise WorkspaceError(f"{self.path} line {line}: not a ledger entry; mend or move the file") from error
        if "settle" in entry:
            self._open.pop(number, None)
            self._settled[number] = amount
        else:
            self._open[number] = amount
        self._next = max(self._next, number + 1)
