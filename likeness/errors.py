"""The errors of Likeness, as a tree. Each is one line for the user: what, where, what to do.

    LikenessError                exit 1
    ├─ SettingsError             exit 2   the persona file is wrong; lists every problem at once
    ├─ MissingExtra              exit 3   something optional is not installed; says how to install it
    ├─ BudgetExceeded            exit 4   raised before spending, never after
    ├─ SourceError                        the outside world
    │  ├─ SourceUnavailable  *            timeouts, 5xx
    │  ├─ RateLimited        *            carries retry_after, in seconds
    │  ├─ SourceDenied                    401, 403, a gated model, a login wall
    │  └─ SourceGone                      404, deleted, private, an unreadable file
    ├─ EngineError                        a model failed on valid input
    │  └─ InvalidReply       *            a language model's answer does not fit the schema
    └─ WorkspaceError                     a table is corrupt, or another program's
       └─ NotFresh                        a frozen workspace was asked to make something

An asterisk marks the transient ones: the same call may succeed later, so tasks retry them with back-off.
A bad row is never an error: it is a `Rejected` (see `likeness.records`).
"""


class LikenessError(Exception):
    """Anything that Likeness knows how to say in one line."""

    exit_code = 1
    transient = False


class SettingsError(LikenessError):
    """The persona file, or a setting given on the command line, cannot be used."""

    exit_code = 2


class MissingExtra(LikenessError):
    """A step needs a package or model weights that are not installed."""

    exit_code = 3


class BudgetExceeded(LikenessError):
    """The next charge could exceed the budget; nothing was spent, and what was made so far stays usable."""

    exit_code = 4


class SourceError(LikenessError):
    """A source of the outside world did not give what was asked of it."""


class SourceUnavailable(SourceError):
    """The source did not answer, or answered with a passing fault."""

    transient = True


class RateLimited(SourceError):
    """The source asks us to wait `retry_after` seconds."""

    transient = True

    def __init__(self, message: str, retry_after: float = 60.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class SourceDenied(SourceError):
    """The source refuses: a login, a licence or a robots file stands in the way."""


class SourceGone(SourceError):
    """The source does not exist, or what is there cannot be read at all."""


class EngineError(LikenessError):
    """A model failed on valid input, for example by running out of memory."""


class InvalidReply(EngineError):
    """A language model's reply does not fit the schema that was asked for."""

    transient = True


class WorkspaceError(LikenessError):
    """A table on disk is corrupt, or was written by another program or version."""


class NotFresh(WorkspaceError):
    """A frozen workspace was asked to make something; the message names it."""
