from pathlib import Path

import pytest

from extractors.pages.quotations import collect_quotations, find_quotations
from likeness.persona import Persona
from likeness.records import Page, Rejected, Utterance
from likeness.workspace import Workspace

TEXT = """Ada Quill (born 1950) is a builder of bridges.
- not a quotation, for no heading stands above it

## Quotes

- A bridge is a promise that you can walk on.[1]
- - Interview (1987)
- "Steel remembers every winter."
- Rust never sleeps.
It only waits.
- - - A note on the note
- Onwards!

### 1990s

- Some say "never"; I say it is late.

## Quotes about Quill

- She builds like other people sing.
- - Bo Oar

## Misattributed

- Build it and they will come.

## See also

- Bridges of the north country
"""


def page(text: str = TEXT, language: str = "en") -> Page:
    return Page(url="https://en.wikiquote.org/wiki/Ada_Quill", title="Ada Quill", text=text, language=language)


def test_only_the_persons_own_words_are_kept() -> None:
    found = list(find_quotations(page()))
    assert [row.text for row in found if isinstance(row, Utterance)] == [
        "A bridge is a promise that you can walk on.",
        "Steel remembers every winter.",
        "Rust never sleeps. It only waits.",
        'Some say "never"; I say it is late.',
    ]
    assert [(row.reason, row.row["text"]) for row in found if isinstance(row, Rejected)] == [
        ("too_short", "Onwards!"),
        ("about_the_person", "She builds like other people sing."),
        ("not_surely_said", "Build it and they will come."),
        ("back_matter", "Bridges of the north country"),
    ]


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Disputed", "not_surely_said"),
        ("Attributed", "not_surely_said"),
        ("Unsourced", "not_surely_said"),
        ("About Quill", "about_the_person"),
        ("External links", "back_matter"),
    ],
)
def test_a_section_says_whose_words_it_holds(heading: str, reason: str) -> None:
    [row] = find_quotations(page(f"## {heading}\n\n### 1999\n\n- It is what it is."))
    assert isinstance(row, Rejected)
    assert row.reason == reason


def test_other_languages_have_another_layout() -> None:
    [row] = find_quotations(page(language="de"))
    assert isinstance(row, Rejected)
    assert row.reason == "unknown_layout"


def test_a_part_of_quotations(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "ada")
    workspace.table(Page).write("ada-1", [page()], "1")
    persona = Persona.model_validate({"name": "Ada Quill", "rights": {"basis": "made up for a test"}})
    marker = collect_quotations(workspace, persona, "ada-1")
    assert (marker.kept, marker.rejected["too_short"]) == (4, 1)
    assert workspace.table(Utterance).parts() == ["quoted-ada-1"]
    [first, *_] = workspace.table(Utterance).read()
    assert first.parents == (page().id,)
