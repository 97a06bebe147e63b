"""Training as several processes, one a GPU: `accelerate launch -m flows finetune FILE`.

All of them walk the same steps; the first writes. One process alone never loads accelerate for this.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager


def are_several() -> bool:
    """Whether a launcher started several processes of this program."""
    return int(os.environ.get("WORLD_SIZE", "1")) > 1


def is_main_process() -> bool:
    """Whether this is the process that writes."""
    return int(os.environ.get("RANK", "0")) == 0


@contextmanager
def one_process_first() -> Iterator[None]:
    """The main process runs the block; when it is done, the others do, and find what it wrote."""
    if not are_several():
        yield
        return
    from accelerate import PartialState

    with PartialState().main_process_first():
        yield


def wait_for_all() -> None:
    """Return when every process has come here."""
    if are_several():
        from accelerate import PartialState

        PartialState().wait_for_everyone()
