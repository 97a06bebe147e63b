"""What was spent, and the budget that stops spending. Money is counted in whole micro-dollars.

    ledger = Ledger(workspace.path("ledger.jsonl"), budget=usd(5))
    charge = ledger.reserve("gpt-x", "facts-0001", worst_case)    # BudgetExceeded before the call, never after
    ... the call ...
    ledger.settle(charge, what_it_really_cost)

`ledger.jsonl` only grows: a line when money is reserved, a line when the charge is settled. A charge that was
reserved and never settled (the program was killed in between) counts at its worst case. Several threads and processes
of one machine may spend from one book: each reads what the others wrote before it writes.
"""

import fcntl
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO

from likeness.errors import BudgetExceeded, WorkspaceError
from likeness.files import flush_to_disk, is_remote

MicroUSD = int
Entry = Mapping[str, int | str]


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
    """The account book of one workspace.

    Raises:
        WorkspaceError: on opening, if a line other than a torn last one is not ours.
    """

    def __init__(self, path: Path, budget: MicroUSD) -> None:
        self.path = path
        self.budget = budget
        self._lock = threading.Lock()
        self._open: dict[int, MicroUSD] = {}
        self._spent: MicroUSD = 0
        self._next = 0
        self._read = 0
        self._lines = 0
        self._held: IO[bytes] | None = None
        if path.exists():
            with self._book():
                pass

    @property
    def spent(self) -> MicroUSD:
        """Settled charges, and the worst case of those still open, as this ledger last read them."""
        return self._spent

    @property
    def unsettled(self) -> tuple[int, ...]:
        """The numbers of the charges still open."""
        return tuple(self._open)

    def reserve(self, payee: str, purpose: str, worst_case: MicroUSD) -> Charge:
        """Set money aside before a call.

        Raises:
            BudgetExceeded: if the worst case would pass the budget; nothing is written then.
        """
        with self._book() as file:
            if self.spent + worst_case > self.budget:
                raise BudgetExceeded(
                    f"{payee}: the next call may cost ${worst_case / 1e6:.6f}, and ${self.spent / 1e6:.6f} of the "
                    f"${self.budget / 1e6:.2f} budget is spent; raise [budget] usd in the persona file to go on"
                )
            charge = Charge(self._next, payee, purpose, worst_case)
            entry: Entry = {"reserve": charge.number, "payee": payee, "purpose": purpose, "amount": worst_case}
            self._append(file, entry)
            self._take_in(entry)
            return charge

    def settle(self, charge: Charge | int, amount: MicroUSD) -> None:
        """Record what a call really cost; 0 if it was never billed. A charge may be named by its number."""
        number = charge if isinstance(charge, int) else charge.number
        with self._book() as file:
            entry: Entry = {"settle": number, "amount": amount}
            self._append(file, entry)
            self._take_in(entry)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Hold the book open over several entries of one thread: they are on disk together when the block ends."""
        with self._book() as file:
            self._held = file
            try:
                yield
            finally:
                self._held = None
                flush_to_disk(file)

    @contextmanager
    def _book(self) -> Iterator[IO[bytes]]:
        """The file, ours alone, open for appending, with all that others wrote taken in."""
        if self._held is not None:
            yield self._held
            return
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as file:
                if not is_remote(self.path):
                    fcntl.flock(file, fcntl.LOCK_EX)
                self._catch_up(file)
                yield file

    def _append(self, file: IO[bytes], entry: Entry) -> None:
        line = json.dumps(entry).encode() + b"\n"
        file.write(line)
        if self._held is None:
            flush_to_disk(file)
        self._read += len(line)
        self._lines += 1

    def _catch_up(self, file: IO[bytes]) -> None:
        """Take in the lines since the last time.

        A torn last line is one of a kill: a reservation that was never acted on, or a settlement that then counts at
        its worst case. It is dropped.
        """
        file.seek(self._read)
        whole, newline, torn = file.read().rpartition(b"\n")
        for text in whole.splitlines():
            self._lines += 1
            self._replay(text)
        self._read += len(whole) + len(newline)
        if torn:
            file.truncate(self._read)

    def _replay(self, text: bytes) -> None:
        try:
            self._take_in(json.loads(text))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            where = f"{self.path} line {self._lines}"
            raise WorkspaceError(f"{where}: not a ledger entry; mend or move the file") from error

    def _take_in(self, entry: Entry) -> None:
        """Count an entry; a charge that is settled already (by another program that found its reply) stays as it is."""
        amount = int(entry["amount"])
        if "reserve" in entry:
            number = int(entry["reserve"])
            self._open[number] = amount
            self._next = max(self._next, number + 1)
            self._spent += amount
        elif (number := int(entry["settle"])) in self._open:
            self._spent += amount - self._open.pop(number)
