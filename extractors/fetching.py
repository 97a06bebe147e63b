"""The stage that fetches: what is new of a source of the web -> raw/<source>/<retrieval>.

A source that fails is noted in raw/ and asked again the next time, so that the others are still fetched.
"""

import functools
import logging
import time
from collections.abc import Iterable
from pathlib import Path

from extractors import retrieval
from extractors.pages import lists, webpage, wiki, wikidata
from extractors.posts import bluesky, hub, mastodon, x_api
from extractors.retrieval import Answer, History
from extractors.web import Web
from likeness.errors import BudgetExceeded, SourceError
from likeness.ledger import Ledger, MicroUSD, usd
from likeness.persona import Persona
from likeness.sources import (
    BlueskyAccount,
    HubDataset,
    MastodonAccount,
    News,
    PageList,
    PageSource,
    PostSource,
    WebPage,
    WikidataItem,
    WikiPage,
    XAccount,
)
from likeness.workspace import Marker, Workspace

logger = logging.getLogger(__name__)


def fetch(workspace: Workspace, persona: Persona, source: PostSource | PageSource) -> Marker:
    """Fetch what is new of a source into raw/. `kept` of the marker counts the answers that came.

    A spent budget ends one source like a refusal: the others, and what came before, are still used.

    Raises:
        NotFresh: if the workspace is frozen.
        SettingsError: if [fetch] does not say whom to write to, or a key is missing.
    """
    started, web, count = time.monotonic(), Web(persona.fetch), 0
    try:
        count = retrieval.retrieve(workspace, source, functools.partial(_answers, workspace, persona, source, web))
    except (SourceError, BudgetExceeded) as error:
        retrieval.refuse(workspace, source, str(error))
        logger.warning("%s", error)
    logger.info("raw: %d answers from %s", count, source.part)
    return Marker(made_from="", content="", kept=count, rejected={}, seconds=round(time.monotonic() - started, 3))


def _answers(
    workspace: Workspace, persona: Persona, source: PostSource | PageSource, web: Web, history: History
) -> Iterable[Answer]:
    match source:
        case XAccount():
            return x_api.fetch(source, web, history, _ledger(workspace.path("ledger.jsonl"), usd(persona.budget.usd)))
        case BlueskyAccount():
            return bluesky.fetch(source, web, history)
        case MastodonAccount():
            return mastodon.fetch(source, web, history)
        case HubDataset():
            return hub.fetch(source, history)
        case WikiPage():
            return wiki.fetch(source, web, history)
        case WikidataItem():
            return wikidata.fetch(source, web, history)
        case WebPage():
            return webpage.fetch(source, web, history)
        case PageList():
            return lists.fetch(source, web, history)
        case News():
            return lists.fetch_news(source, persona, web, history)
        case _:
            return ()


@functools.lru_cache(maxsize=4)
def _ledger(path: Path, budget: MicroUSD) -> Ledger:
    """One book for all accounts that are read at the same time: two would not know of each other's reservations."""
    return Ledger(path, budget)
