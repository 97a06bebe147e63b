"""Exchanges by a language model: questions to a fact from many angles, with answers in the person's own voice.

    fact  ->  ask for all angles  ->  gates  ->  judge where the rules cannot tell  ->  near-duplicates out
          ->  angles still missing?  ask for those again, `[rewrite] rounds` times at most

Besides the questions a fact gets two statements that the person might make unasked, and facts that stand next to each
other in a passage share a talk of several turns. Each row carries its share of what it cost.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from augment.choosing import likeness
from augment.claims import person_of
from augment.gates import UNASKED, check
from augment.languages import is_chinese
from augment.llm.client import Ask, Client, Failed, quoted_text
from augment.llm.engines import Engine
from augment.llm.exemplars import choose_exemplars, pool_of
from augment.llm.judging import Row, judge
from augment.llm.parts import write_parts
from augment.llm.prices import shares
from augment.llm.prompts import ANGLES, DIALOGUE, EXCHANGES, DialogueReply, ExchangeReply, ExchangesReply
from augment.person import Person
from likeness.persona import Persona
from likeness.records import Exchange, Fact, Passage, Rejected, Utterance, messages_of
from likeness.workspace import Marker, Workspace

VERSION = 1
FORMS = 6
"""Accepted forms that a fact should have; with fewer it is asked for again (reference, gate G5)."""
MOST_ALIKE = 0.75
"""Questions to one fact that share more of their words are one question (our judgement)."""
TALK = 3
"""Facts that one talk takes up."""

OPENINGS = (
    "Tell me something about yourself.",
    "What would you like people to know about you?",
    "Go on, tell us a little about your life.",
    "Say something about yourself that people should hear.",
)
OPENINGS_CHINESE = ("說說你自己吧。", "你想讓人知道你的什麼？", "跟我們講講你的生平吧。", "讲讲你自己的事吧。")
"""What precedes a statement that nobody asked for."""


def ask_exchanges(workspace: Workspace, persona: Persona, open_engine: Callable[[], Engine]) -> list[Marker]:
    """Turn all facts into checked exchanges, parts 'facts-<part>'.

    Raises:
        SourceUnavailable, RateLimited, SettingsError: as `augment.llm.Client.ask`; every reply that came is kept.
    """
    facts, manner = workspace.table(Fact), workspace.table(Utterance).content()
    inputs = {f"facts-{part}": (facts.content(part), persona.name, persona.names, manner) for part in facts.parts()}

    @cache
    def material() -> tuple[list[Utterance], dict[str, str]]:
        """What shows the manner, and the passages: read only if there is something to ask."""
        passages = {passage.id: passage.text for passage in workspace.table(Passage).read()}
        return pool_of(workspace.table(Utterance).read()), passages

    async def rows_of(client: Client, part: str) -> list[Exchange | Rejected]:
        writer = Writer(client, persona, person_of(persona), *material())
        return await writer.rows(list(facts.read(part.removeprefix("facts-"))))

    return write_parts(workspace, persona, workspace.table(Exchange), inputs, VERSION, open_engine, rows_of)


class Writer:
    """Writes the exchanges of one part's facts."""

    def __init__(
        self, client: Client, persona: Persona, person: Person, pool: Sequence[Utterance], sources: dict[str, str]
    ) -> None:
        self._client, self._persona, self._person = client, persona, person
        self._pool, self._sources = pool, sources

    async def rows(self, facts: Sequence[Fact]) -> list[Exchange | Rejected]:
        """The rows of all facts, in their order, then the talks."""
        usable = [fact for fact in facts if _can_be_told(fact)]
        untold = [Rejected.of(fact, fact.standing) for fact in facts if not _can_be_told(fact)]
        alone = await asyncio.gather(*(self._fact(fact) for fact in usable))
        talks = await asyncio.gather(*(self._talk(group) for group in _neighbours(usable)))
        return _once([*untold, *(row for rows in (*alone, *talks) for row in rows)])

    async def _fact(self, fact: Fact) -> list[Exchange | Rejected]:
        """All rounds of one fact."""
        rows: list[Exchange | Rejected] = []
        wanted = list(ANGLES)
        for turn in range(1 + self._persona.rewrite.rounds):
            kept = [row for row in rows if isinstance(row, Exchange)]
            answered = await self._client.ask(self.exchanges_ask(fact, wanted, [row.question for row in kept], turn))
            if isinstance(answered, Failed):
                return [*rows, Rejected.of(fact, answered.reason, answered.detail)]
            made = list(_exchanges(fact, answered.reply, answered.cost))
            rows += await self._checked(made, kept, [fact])
            kept = [row for row in rows if isinstance(row, Exchange)]
            covered = {row.angle for row in kept}
            if len(covered) >= self._persona.rewrite.angles and len(kept) >= FORMS:
                break
            wanted = [angle for angle in ANGLES if angle not in covered]
        return rows

    def exchanges_ask(
        self, fact: Fact, wanted: Sequence[str], known: Sequence[str] = (), turn: int = 0
    ) -> Ask[ExchangesReply]:
        """What is asked of one fact: the angles wanted, and the questions that it has already."""
        angles = "\n".join(f"{angle}: {text}" for angle, text in ANGLES.items() if angle in wanted)
        text = [
            quoted_text("evidence", evidence_of(fact)),
            quoted_text("examples", "\n---\n".join(choose_exemplars(fact.claim, self._pool))),
            f"Angles:\n{angles.format(name=self._persona.name)}",
        ]
        if known:
            text.append(f"These questions are taken; write others:\n{quoted_text('taken', chr(10).join(known))}")
        return Ask("exchanges", EXCHANGES.format(name=self._persona.name), "\n".join(text), ExchangesReply, sample=turn)

    def talk_ask(self, facts: Sequence[Fact]) -> Ask[DialogueReply]:
        """What is asked of facts that belong together."""
        evidence = "\n".join(evidence_of(fact) for fact in facts)
        examples = "\n---\n".join(choose_exemplars(facts[0].claim, self._pool))
        text = f"{quoted_text('evidence', evidence)}\n{quoted_text('examples', examples)}"
        return Ask("talks", DIALOGUE.format(name=self._persona.name), text, DialogueReply)

    async def _talk(self, facts: Sequence[Fact]) -> list[Exchange | Rejected]:
        """One talk about facts that stand next to each other."""
        answered = await self._client.ask(self.talk_ask(facts))
        if isinstance(answered, Failed):
            return [Rejected.of(facts[0], answered.reason, answered.detail)]
        turns = [(turn.question, turn.answer) for turn in answered.reply.turns]
        return await self._checked([_exchange(facts, "talk", turns, answered.cost)], [], facts) if turns else []

    async def _checked(
        self, made: Sequence[Exchange], known: Sequence[Exchange], facts: Sequence[Fact]
    ) -> list[Exchange | Rejected]:
        """Rows through the gates; those of which the rules cannot tell go before the judge."""
        evidence = "\n".join(evidence_of(fact) for fact in facts)
        source = "\n".join(dict.fromkeys(self._sources.get(fact.passage, "") for fact in facts))
        rows = [check(row, evidence, self._person, source) for row in _unlike(made, known)]
        open_rows = [
            (place, Exchange.model_validate(row.row))
            for place, row in enumerate(rows)
            if isinstance(row, Rejected) and row.reason == "entailment_undecided"
        ]
        judged = await judge(self._client, self._persona, evidence, [_row(row) for _, row in open_rows])
        for (place, row), verdict in zip(open_rows, judged, strict=True):
            paid = row.model_copy(
                update={"cost": row.cost + verdict.cost, "checks": {"rules": "pass", "judge": "pass"}}
            )
            rows[place] = Rejected.of(paid, verdict.reason, verdict.detail) if verdict.reason else paid
        return [*rows, *_alike(made, known)]


def evidence_of(fact: Fact) -> str:
    """What a fact's answers may say: its claim, which was checked against the passage, and its quotes.

    Of what is past, the time is told, so that it is not said as if it were so today.
    """
    past = [f"This was so from {fact.valid_from} to {fact.valid_to}, and is no longer."] if _is_past(fact) else []
    return "\n".join(dict.fromkeys([fact.claim, fact.quote, *(other.quote for other in fact.evidence), *past]))


def _is_past(fact: Fact) -> bool:
    return fact.standing == "superseded" and bool(fact.valid_from and fact.valid_to)


def _can_be_told(fact: Fact) -> bool:
    """Whether a fact is sure, and true today or of a known time."""
    return fact.standing == "current" or _is_past(fact)


def _exchanges(fact: Fact, reply: ExchangesReply, cost: int) -> Iterator[Exchange]:
    """The rows of a reply: questions, follow-ups, statements; what it cost is shared among them."""
    shapes = [*(_shape(exchange) for exchange in reply.exchanges), *_statements(fact, reply.statements)]
    shapes = [(angle, turns) for angle, turns in shapes if all(q.strip() and a.strip() for q, a in turns)]
    for (angle, turns), share in zip(shapes, shares(cost, len(shapes)), strict=True):
        yield _exchange([fact], angle, turns, share)


def _shape(reply: ExchangeReply) -> tuple[str, list[tuple[str, str]]]:
    """(angle, turns); a follow-up makes it a talk of two turns."""
    first = (reply.question, reply.answer)
    after = [(reply.follow_up.question, reply.follow_up.answer)] if reply.follow_up else []
    return reply.angle, [first, *after]


def _statements(fact: Fact, statements: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    openings = OPENINGS_CHINESE if is_chinese(fact.claim) else OPENINGS
    start = int(fact.id.rpartition("-")[2], 16)
    for place, statement in enumerate(statements[:2]):
        yield UNASKED, [(openings[(start + place) % len(openings)], statement)]


def _exchange(facts: Sequence[Fact], angle: str, turns: Sequence[tuple[str, str]], cost: int) -> Exchange:
    ids = tuple(fact.id for fact in facts)
    messages = messages_of((question.strip(), answer.strip()) for question, answer in turns)
    return Exchange(parents=ids, kind="fact", messages=messages, angle=angle, facts=ids, cost=cost)


def _row(exchange: Exchange) -> Row:
    """A conversation as one question and one answer for the judge."""
    asked = [message.content for message in exchange.messages if message.role == "user"]
    said = [message.content for message in exchange.messages if message.role == "assistant"]
    return Row(" / ".join(asked), " / ".join(said))


def _unlike(made: Sequence[Exchange], known: Sequence[Exchange]) -> list[Exchange]:
    """The rows whose question is not nearly another's before it."""
    kept: list[Exchange] = []
    for row in made:
        if row.angle == UNASKED or not any(_is_alike(row, other) for other in [*known, *kept]):
            kept.append(row)
    return kept


def _alike(made: Sequence[Exchange], known: Sequence[Exchange]) -> list[Rejected]:
    kept = {row.id for row in _unlike(made, known)}
    return [Rejected.of(row, "duplicate_question") for row in made if row.id not in kept]


def _is_alike(one: Exchange, other: Exchange) -> bool:
    return likeness(one.messages[0].content, other.messages[0].content) > MOST_ALIKE


def _neighbours(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts of one passage in reading order, by threes at most; a fact alone makes no talk."""
    ordered = sorted(facts, key=lambda fact: fact.passage)
    groups = [
        sorted(group, key=lambda fact: fact.quote_start) for _, group in groupby(ordered, key=lambda fact: fact.passage)
    ]
    parts = [group[start : start + TALK] for group in groups for start in range(0, len(group), TALK)]
    return [part for part in parts if len(part) > 1]


def _once(rows: Sequence[Exchange | Rejected]) -> list[Exchange | Rejected]:
    """Each question of one turn with one answer: what an earlier fact answered is not asked again."""
    asked: set[str] = set()
    kept: list[Exchange | Rejected] = []
    for row in rows:
        question = row.question.lower() if isinstance(row, Exchange) and len(row.messages) == 2 else ""
        if question in asked and isinstance(row, Exchange) and row.angle != UNASKED:
            kept.append(Rejected.of(row, "duplicate_question"))
        else:
            kept.append(row)
            asked.add(question) if question else None
    return kept
