from pathlib import Path

import pytest

from augment.claims import claim_row, extract_claims, find_claims, find_dates, find_quote, person_of, quoted_claim
from augment.statements import Statement
from likeness.persona import Persona
from likeness.records import Claim, Passage, Rejected
from likeness.workspace import Workspace

PERSONA = Persona(name="Henrik Voss", aliases=("Voss",), pronouns="he", rights={"basis": "invented"})
TEXTS = (
    "Henrik Voss (10 July 1856 – 7 January 1943) was a Swedish painter. Voss was born in Malmö.",
    "He kept bees. Voss kept bees. Hale may have helped Voss.",
    "Der Maler wurde in Malmö geboren und lebte danach viele Jahre lang allein auf einer kleinen Insel.",
)


def passages(texts: tuple[str, ...] = TEXTS) -> list[Passage]:
    return [Passage(page="page-1", heading="Life", position=i, text=text) for i, text in enumerate(texts)]


def test_claims_carry_verbatim_quotes() -> None:
    rows = list(find_claims(passages(), PERSONA))
    claims, texts = [row for row in rows if isinstance(row, Claim)], {p.id: p.text for p in passages()}
    assert [claim.claim for claim in claims][:3] == [
        "Henrik Voss was born on 10 July 1856.",
        "Henrik Voss died on 7 January 1943.",
        "Henrik Voss was a Swedish painter.",
    ]
    for claim in claims:
        assert claim.quote == texts[claim.passage][claim.quote_start : claim.quote_end]
        assert claim.parents == (claim.passage,)
    assert claims[0].dates == ("10 July 1856", "7 January 1943")


def test_what_is_said_twice_stays_twice() -> None:
    kept = [row for row in find_claims(passages(), PERSONA) if isinstance(row, Claim) and "bees" in row.claim]
    assert [row.claim for row in kept] == ["Henrik Voss kept bees."] * 2
    assert kept[0].id != kept[1].id


def test_a_refused_sentence_is_written_with_its_reason(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "voss")
    space.table(Passage).write("voss", passages(), made_from="test")
    marker = extract_claims(space, PERSONA, "voss")
    assert marker.rejected == {"hedged": 1, "language_not_known": 1}
    hedged = next(row for row in space.table(Claim).rejected("voss") if row.reason == "hedged")
    assert hedged.row["sentence"] == "Hale may have helped Voss."
    assert TEXTS[1][hedged.row["start"] :] == hedged.row["sentence"]


def test_an_unchanged_part_is_not_made_again(tmp_path: Path) -> None:
    space = Workspace(tmp_path, "voss")
    space.table(Passage).write("voss", passages(), made_from="test")
    first = extract_claims(space, PERSONA, "voss")
    assert extract_claims(space, PERSONA, "voss") == first
    other = extract_claims(space, PERSONA.model_copy(update={"pronouns": "she"}), "voss")
    assert other.made_from != first.made_from


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("the mill burnt", "In May the mill burnt down.", "the mill burnt"),
        ("the  mill\nburnt", "In May the mill burnt down.", "the mill burnt"),
        ("the mill burnt", "In May the\u00a0mill\n burnt down.", "the\u00a0mill\n burnt"),
        ('Voss\'s "mill"', "Then Voss’s “mill” burnt.", "Voss’s “mill”"),
        ("Voss’s „mill“", 'Then Voss\'s "mill" burnt.', 'Voss\'s "mill"'),
        ("1890-1894", "Closed 1890–1894.", "1890–1894"),
        (" the mill ", "Now the mill burnt.", "the mill"),
        ("a (new) mill.", "It was a  (new) mill. Soon", "a  (new) mill."),
        ("沃斯養蜂。", "後來沃斯養蜂。", "沃斯養蜂。"),
        ("the mall burnt", "In May the mill burnt down.", None),
        ("The mill burnt", "In May the mill burnt down.", None),
        ("the mill ... down", "In May the mill burnt down.", None),
        ("", "In May the mill burnt down.", None),
        ("  ", "In May  the mill burnt down.", None),
    ],
)
def test_a_quote_is_found_as_it_stands(quote: str, text: str, found: str | None) -> None:
    span = find_quote(quote, text)
    assert (text[span[0] : span[1]] if span else None) == found


def test_a_given_quote_must_be_in_the_passage() -> None:
    passage = passages()[0]
    row = quoted_claim("Henrik Voss was born in Malmö.", "Voss  was born in Malmö.", passage, cost=7)
    assert isinstance(row, Claim)
    assert (row.quote, row.cost, row.kind) == ("Voss was born in Malmö.", 7, "fact")
    assert row.quote == passage.text[row.quote_start : row.quote_end]
    lost = quoted_claim("Henrik Voss was born in Lund.", "Voss was born in Lund.", passage)
    assert isinstance(lost, Rejected)
    assert (lost.reason, lost.row["quote"]) == ("quote_not_found", "Voss was born in Lund.")


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (6, 5), (0, 10_000), (9_000, 10_000)])
def test_a_span_outside_of_the_passage_is_no_quote(start: int, end: int) -> None:
    row = claim_row(Statement("Henrik Voss kept bees.", start, end), passages()[0])
    assert isinstance(row, Rejected)
    assert row.reason == "quote_not_found"


def test_blanks_at_the_ends_are_not_part_of_a_quote() -> None:
    passage = Passage(page="page-1", heading="", position=0, text="So.  Voss kept bees. ")
    row = claim_row(Statement(" Henrik Voss kept bees. ", 3, 21), passage)
    assert isinstance(row, Claim)
    assert (row.quote, row.claim) == ("Voss kept bees.", "Henrik Voss kept bees.")


def test_an_empty_claim_is_rejected() -> None:
    row = claim_row(Statement(" ", 0, 5), passages()[0])
    assert isinstance(row, Rejected)
    assert row.reason == "empty_claim"


def test_the_kind_is_told_unless_given() -> None:
    passage, person = Passage(page="p", heading="", position=0, text="Voss believed in bees."), person_of(PERSONA)
    told = claim_row(Statement("Henrik Voss believed in bees.", 0, 22), passage, person=person)
    given = claim_row(Statement("Henrik Voss believed in bees.", 0, 22), passage, kind="disputed", person=person)
    assert isinstance(told, Claim)
    assert isinstance(given, Claim)
    assert (told.kind, given.kind) == ("opinion", "disputed")


def test_dates_are_those_of_the_language() -> None:
    assert find_dates("Voss died on 7 January 1943.") == ("7 January 1943",)
    assert find_dates("沃斯於1943年1月7日去世。") == ("1943年1月7日",)
