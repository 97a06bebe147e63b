"""Progress bars for a person at a terminal; silent elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from likeness import workspace


class Bars:
    """One bar a stage, drawn on standard error while the `with` block lasts; a plain line a stage in a log file."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
        )

    def __enter__(self) -> "Bars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[workspace.Progress]:
        """Show a stage while it runs; yields what to call with (done, total)."""
        title = name.replace("_", " ")
        bar = self._progress.add_task(title, total=total)
        if not self.console.is_terminal:
            self.console.print(title)
        yield lambda done, of: self._progress.update(bar, completed=done, total=of)
