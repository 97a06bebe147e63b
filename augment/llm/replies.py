"""What a language model replied, kept so that nothing is paid for twice; and the money it cost.

`replies.sqlite` of a workspace holds each reply under the hash of its request (model, messages, schema, sampling). A
reply is on disk before it is used. Money is reserved in the ledger before a request is sent; where the program was
killed between storing a reply and settling its charge, the charge is settled when the books are next opened.
"""

import asyncio
import json
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from augment.llm.engines import Completion, Request
from likeness.errors import LikenessError, SettingsError, WorkspaceError
from likeness.files import is_remote
from likeness.ledger import Charge, Ledger, MicroUSD

Result = TypeVar("Result")

_TABLE = """CREATE TABLE IF NOT EXISTS replies (
    key TEXT PRIMARY KEY, charge INTEGER, cost INTEGER,
    text TEXT, finish TEXT, input_tokens INTEGER, output_tokens INTEGER
) WITHOUT ROWID"""
_INSERT = "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?, ?)"


class Paid(NamedTuple):
    """A reply and what it cost, in micro-USD."""

    completion: Completion
    cost: MicroUSD


def request_key(model: str, request: Request) -> str:
    """The name of a request: equal for equal requests to equal models, and for no others."""
    parts = (request.messages, request.schema, request.temperature, request.most_tokens, request.seed)
    return sha256(json.dumps([model, *parts], ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class _Task(NamedTuple):
    work: Callable[[], Any]
    then: Callable[[], None] | None
    done: Future[Any]


class Books:
    """The replies and the ledger of one workspace, written by one thread, which stores whatever waits in one go.

    Raises:
        SettingsError: on opening, where the workspace is on another machine: the book of replies needs a disk.
        WorkspaceError: if the file of replies is not one of ours.
    """

    def __init__(self, path: Path, ledger: Ledger) -> None:
        if is_remote(path):
            raise SettingsError(f"{path}: replies of a language model are kept on a local disk; use a local --root")
        self.path, self.ledger = path, ledger
        self._work: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._database = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=60)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")  # on disk when the transaction ends
            self._database.execute(_TABLE)
            self._settle_what_was_stored()
            self._reader = sqlite3.connect(path, check_same_thread=False)
        except sqlite3.DatabaseError as error:
            raise WorkspaceError(f"{path}: not a book of replies ({error}); move it away") from error
        self._writer = threading.Thread(target=self._write, name="books", daemon=True)
        self._writer.start()

    def close(self) -> None:
        """Write what waits, and close the files."""
        self._work.put(None)
        self._writer.join()
        self._reader.close()
        self._database.close()

    def find(self, key: str) -> Paid | None:
        """The stored reply to a request; None if it was never received."""
        row = self._reader.execute(
            "SELECT text, finish, input_tokens, output_tokens, cost FROM replies WHERE key = ?", (key,)
        ).fetchone()
        return Paid(Completion(*row[:4]), row[4]) if row else None

    async def reserve(self, model: str, purpose: str, worst_case: MicroUSD) -> Charge:
        """Set the worst case aside.

        Raises:
            BudgetExceeded: if it would pass the budget.
        """
        return await self._do(lambda: self.ledger.reserve(model, purpose, worst_case))

    async def settle(self, charge: Charge, cost: MicroUSD) -> None:
        """Close a charge that brought no reply: at 0 where it cannot have been billed, else at its worst."""
        await self._do(lambda: self.ledger.settle(charge, cost))

    async def store(self, key: str, completion: Completion, charge: Charge, cost: MicroUSD) -> Paid:
        """Put a reply on disk, then settle what it cost."""
        row = (key, charge.number, cost, *completion.__dict__.values())
        await self._do(lambda: self._database.execute(_INSERT, row), lambda: self.ledger.settle(charge, cost))
        return Paid(completion, cost)

    async def _do(self, work: Callable[[], Result], then: Callable[[], None] | None = None) -> Result:
        """Have the writer do something, and `then` something else once that is on disk; wait until both are."""
        done: Future[Result] = Future()
        self._work.put(_Task(work, then, done))
        return await asyncio.wrap_future(done)

    def _write(self) -> None:
        """Do what waits, all of it in one transaction; tell those who wait when it is on disk."""
        while (first := self._work.get()) is not None:
            batch, last = [first], False
            while not self._work.empty():
                more = self._work.get()
                if more is None:
                    last = True
                    break
                batch.append(more)
            self._store(batch)
            if last:
                return

    def _store(self, batch: Sequence["_Task"]) -> None:
        """All tasks of a batch, or none where the disk fails; then whoever waits is told."""
        try:
            outcomes = self._tried(batch)
        except (sqlite3.Error, OSError) as error:
            failure = WorkspaceError(f"{self.path}: cannot be written ({error}); what was stored before is kept")
            outcomes = [(None, failure)] * len(batch)
        for task, (result, problem) in zip(batch, outcomes, strict=True):
            if problem:
                task.done.set_exception(problem)
            else:
                task.done.set_result(result)

    def _tried(self, batch: Sequence["_Task"]) -> list[tuple[Any, LikenessError | None]]:
        outcomes: list[tuple[Any, LikenessError | None]] = []
        with self.ledger.batch(), self._database:  # the transaction ends first, then what hangs on it is done
            self._database.execute("BEGIN IMMEDIATE")
            for task in batch:
                try:
                    outcomes.append((task.work(), None))
                except LikenessError as error:
                    outcomes.append((None, error))
            self._database.execute("COMMIT")
            for task, (_, problem) in zip(batch, outcomes, strict=True):
                if task.then and not problem:
                    task.then()
        return outcomes

    def _settle_what_was_stored(self) -> None:
        """Settle the charges whose replies were stored by a program that was killed before it could."""
        for number in self.ledger.unsettled:
            row = self._database.execute("SELECT cost FROM replies WHERE charge = ?", (number,)).fetchone()
            if row:
                self.ledger.settle(number, row[0])
