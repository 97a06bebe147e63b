"""`python -m flows` is the same as `likeness`."""

from flows.cli import main

main()
