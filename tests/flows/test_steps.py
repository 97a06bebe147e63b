import pytest
from pytest_httpserver import HTTPServer

from flows.steps import Plain, collect, is_done
from likeness.persona import Persona
from likeness.records import Page, Passage, Utterance
from likeness.sections import Fetch, Rights
from likeness.sources import TranscriptFile, WebPage
from likeness.workspace import Workspace

TALK = "NED: Do you ever sell a clock, Miss Tiller?\nMAUD TILLER: Never in my life, and I have mended hundreds.\n"
HTML = """<html><head><title>Maud Tiller</title></head><body><article>
<p>Maud Tiller mended the clocks of the town for forty years, and never sold one of them to a stranger.</p>
</article></body></html>"""


@pytest.fixture
def persona(tmp_path, httpserver: HTTPServer) -> Persona:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/maud").respond_with_data(HTML, content_type="text/html", headers={"ETag": '"1"'})
    (tmp_path / "talk.txt").write_text(TALK)
    return Persona(
        name="Maud Tiller",
        rights=Rights(basis="a test"),
        pages=(WebPage(url=httpserver.url_for("/maud")),),
        transcripts=(TranscriptFile(path="talk.txt"),),
        fetch=Fetch(contact="test@example.org", delay=0, private_addresses=True),
        folder=tmp_path,
    )


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace(tmp_path / "data", "maud")


def test_collecting_fetches_reads_and_cleans(workspace, persona):
    collect(Plain(workspace, persona))
    (passage,) = workspace.table(Passage).read()
    assert passage.text.startswith("Maud Tiller mended the clocks")
    (utterance,) = workspace.table(Utterance).read()
    assert utterance.text == "Never in my life, and I have mended hundreds."
    assert utterance.context == "Do you ever sell a clock, Miss Tiller?"


def test_collecting_again_asks_only_for_what_is_new(workspace, persona):
    for _ in range(2):
        collect(Plain(workspace, persona))
    assert [page.title for page in workspace.table(Page).read()] == ["Maud Tiller"]
    assert len(workspace.table(Page).parts()) == 1


def test_a_source_that_left_the_persona_file_leaves_the_tables(workspace, persona):
    collect(Plain(workspace, persona))
    collect(Plain(workspace, persona.model_copy(update={"pages": ()})))
    assert workspace.table(Page).parts() == []


def test_a_source_of_the_web_may_always_have_something_new(workspace, persona):
    assert not is_done(workspace, persona)
