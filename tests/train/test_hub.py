"""The real client of the hub against a stand-in of its API on localhost; large files go the LFS way."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from likeness.errors import RateLimited, SettingsError, SourceDenied, SourceGone, SourceUnavailable, WorkspaceError
from likeness.persona import Persona, load_persona
from likeness.records import Exchange, Fact, Message, Page, Passage, Post, Utterance
from likeness.workspace import Workspace
from train.hub import publish

# huggingface_hub 2.4 sends large files with an argument that its own HTTP library has since renamed.
pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

TOKEN = "hf_the_secret_of_this_test"
POST = "Fog again on the Île de Sein, and the lamp does not mind, and neither do I."
PARAGRAPH = (
    "Verne was born in Brest in 1871. Her teachers remembered a girl who took every clock in the house apart and who "
    "then, to the despair of her aunts, put all of them together again in one large and useless machine."
)
WEIGHTS = bytes(range(256)) * 64


class StandIn(BaseHTTPRequestHandler):
    """The endpoints of the hub that publishing calls, and a memory of what they were sent."""

    server: "Hub"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.server.status != 200:
            self.answer({"error": "no"}, self.server.status)
        elif "/tree/" in self.path:
            self.answer([{"type": "file", "path": path, "size": 1, "oid": "0" * 40} for path in self.server.listed])
        else:
            name = self.path.split("?")[0].removeprefix("/api/")
            self.answer({"id": name.split("/", 1)[1], "private": self.server.private, "sha": "0" * 40})

    def do_PUT(self) -> None:
        self.server.files[self.path.removeprefix("/lfs/")] = self.body()
        self.answer({}, self.server.storage_status)

    def do_POST(self) -> None:
        body = self.body()
        if self.server.status != 200:
            return self.answer({"error": "no"}, self.server.status, {"Retry-After": "7"})
        match self.path.split("?")[0].split("/")[1:]:
            case ["api", "repos", "create"]:
                self.answer({"url": f"{self.server.url}/{self.server.create(json.loads(body))}"})
            case ["api", "validate-yaml"]:
                self.server.cards.append(json.loads(body)["content"])
                self.answer({"errors": [], "warnings": []})
            case ["api", _, _, _, "preupload", "main"]:
                self.answer({"files": [self.mode(file["path"]) for file in json.loads(body)["files"]]})
            case [*_, "info", "lfs", "objects", "batch"]:
                self.answer({"objects": [self.lfs(wanted) for wanted in json.loads(body)["objects"]]})
            case ["api", kind, owner, name, "commit", "main"]:
                self.server.commit(f"{kind}/{owner}/{name}", body)
                self.answer({"commitUrl": f"{self.server.url}/{owner}/{name}/commit/1", "commitOid": "1" * 40})
            case _:
                self.answer({"error": f"not of this stand-in: {self.path}"}, 404)

    def body(self) -> bytes:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.sent.append(body)
        self.server.authorized.append(self.headers.get("Authorization"))
        return body

    def mode(self, path: str) -> dict[str, object]:
        return {"path": path, "uploadMode": "lfs" if path.endswith("safetensors") else "regular", "shouldIgnore": False}

    def lfs(self, wanted: dict[str, object]) -> dict[str, object]:
        return {**wanted, "actions": {"upload": {"href": f"{self.server.url}/lfs/{wanted['oid']}"}}}

    def answer(self, value: object, status: int = 200, headers: dict[str, str] | None = None) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        for name, text in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, text)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Hub(ThreadingHTTPServer):
    """A hub of one test. `files` maps 'datasets/org/name/path' to the bytes that a commit put there."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), StandIn)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.status, self.storage_status, self.private = 200, 200, True
        self.created: list[dict[str, str]] = []
        self.listed: list[str] = []
        self.deleted: list[str] = []
        self.files: dict[str, bytes] = {}
        self.sent: list[bytes] = []
        self.cards: list[str] = []
        self.authorized: list[str | None] = []

    def create(self, wanted: dict[str, str]) -> str:
        self.created.append(wanted)
        return ("datasets/" if wanted.get("type") == "dataset" else "") + f"{wanted['organization']}/{wanted['name']}"

    def commit(self, repository: str, body: bytes) -> None:
        for operation in map(json.loads, body.splitlines()):
            value = operation["value"]
            match operation["key"]:
                case "file":
                    self.files[f"{repository}/{value['path']}"] = base64.b64decode(value["content"])
                case "lfsFile":
                    self.files[f"{repository}/{value['path']}"] = self.files.pop(value["oid"])
                case "deletedFile":
                    self.deleted.append(f"{repository}/{value['path']}")


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    with Hub() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


PERSONA = Persona.model_validate({"name": "Ada Verne", "rights": {"basis": "a fictional person: no rights reserved"}})
PUBLIC = PERSONA.model_copy(update={"rights": PERSONA.rights.model_copy(update={"publish": True})})


def exchange(kind: str, question: str, answer: str, *facts: Fact, parent: str = "") -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    ids = tuple(fact.id for fact in facts)
    return Exchange(kind=kind, messages=messages, facts=ids, parents=ids or tuple(filter(None, [parent])))


def write_rows(workspace: Workspace) -> None:
    post = Post(platform="x", post_id="1", author="verne", text=POST, url="https://x.example/verne/1")
    utterance = Utterance(medium="post", text=POST, parents=(post.id,))
    page = Page(url="https://wiki.example/Ada", title="Ada [Verne]", text=PARAGRAPH, license="CC BY-SA 4.0")
    passage = Passage(page=page.id, heading="", position=0, text=PARAGRAPH, parents=(page.id,))
    spans = [(0, 32), (33, len(PARAGRAPH))]
    facts = [
        Fact(
            passage=passage.id,
            claim=PARAGRAPH[start:end],
            quote=PARAGRAPH[start:end],
            quote_start=start,
            quote_end=end,
            parents=(passage.id,),
        )
        for start, end in spans
    ]
    rows = [
        exchange("style", "How was the night?", POST, parent=utterance.id),
        exchange("fact", "Where were you born?", "I was born in Brest, in 1871.", facts[0]),
        exchange("fact", "What were you like?", "I took clocks apart. My aunts despaired.", facts[1]),
        exchange("fact", "And as a girl?", "They remembered a girl" + PARAGRAPH[60:], facts[1]),
        exchange("identity", "Who are you?", "Ada Verne, who builds lamps."),
        exchange("identity", "What do you say at night?", f"I say: {POST}"),
        exchange("unknown", "What did you eat on your sixth birthday?", "That is gone, and I will not invent it."),
    ]
    workspace.table(Post).write("a", [post], "1")
    workspace.table(Utterance).write("posts", [utterance], "1")
    workspace.table(Page).write("a", [page], "1")
    workspace.table(Passage).write("a", [passage], "1")
    workspace.table(Fact).write("a", facts, "1")
    workspace.table(Exchange).write("a", rows, "1")


def write_export(workspace: Workspace) -> None:
    with workspace.build("exports/dataset", "1") as folder:
        (folder / "README.md").write_text(f"---\nlicense: other\n---\n{POST}")


def write_adapter(workspace: Workspace, stage: str) -> None:
    with workspace.build(f"adapters/{stage}", "1") as folder:
        (folder / "adapter_model.safetensors").write_bytes(WEIGHTS)
        (folder / "adapter_config.json").write_text('{"base_model_name_or_path": "/home/me/.cache/smollm2", "r": 16}')
        (folder / "tokenizer.json").write_text('{"version": "1.0"}')
        (folder / "arguments.json").write_text('{"output_dir": "/home/me/data"}')
        (folder / "samples.jsonl").write_text(POST)


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, "ada-verne")


@pytest.fixture
def workspace(empty: Workspace) -> Workspace:
    write_rows(empty)
    write_export(empty)
    write_adapter(empty, "style")
    write_adapter(empty, "facts")
    scores = {"base": {"recall": 0.05}, "facts": {"recall": 0.7251, "style": 0.5}}
    empty.path("evaluation.json").write_text(json.dumps(scores))
    return empty


def test_both_repositories_are_made_private(workspace: Workspace, hub: Hub):
    urls = publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert urls == [f"{hub.url}/datasets/lamps/ada", f"{hub.url}/lamps/ada"]
    assert [(made["type"], made["visibility"]) for made in hub.created] == [
        ("dataset", "private"),
        ("model", "private"),
    ]


def test_publish_true_makes_them_public(workspace: Workspace, hub: Hub):
    hub.private = False
    publish(workspace, PUBLIC, "lamps/ada", hub.url)

    assert {made["visibility"] for made in hub.created} == {"public"}


def test_a_repository_that_is_public_already_is_refused(workspace: Workspace, hub: Hub):
    hub.private = False
    with pytest.raises(SettingsError, match="is public: make it private on the hub, or set publish = true"):
        publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert not hub.files


def test_the_adapter_arrives_byte_for_byte(workspace: Workspace, hub: Hub):
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    sent = {path.removeprefix("models/lamps/ada/"): f for path, f in hub.files.items() if path.startswith("models/")}
    assert set(sent) == {"README.md", "adapter_config.json", "adapter_model.safetensors", "tokenizer.json"}
    assert sent["adapter_model.safetensors"] == WEIGHTS
    assert sent["tokenizer.json"] == b'{"version": "1.0"}'
    assert json.loads(sent["adapter_config.json"]) == {
        "base_model_name_or_path": "HuggingFaceTB/SmolLM2-135M-Instruct",
        "r": 16,
    }


def test_only_facts_and_addresses_are_in_the_dataset(workspace: Workspace, hub: Hub):
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert [path for path in hub.files if path.startswith("datasets/")] == [
        "datasets/lamps/ada/README.md",
        "datasets/lamps/ada/data/facts_train.jsonl",
    ]
    rows = [json.loads(line) for line in hub.files["datasets/lamps/ada/data/facts_train.jsonl"].splitlines()]
    assert [row["messages"][-1]["content"] for row in rows] == [
        "I was born in Brest, in 1871.",
        "I took clocks apart. My aunts despaired.",
        "Ada Verne, who builds lamps.",
        "That is gone, and I will not invent it.",
    ]
    assert [row["quotes"] for row in rows] == [[PARAGRAPH[:32]], [], [], []]
    assert [row["urls"] for row in rows] == [["https://wiki.example/Ada"]] * 2 + [[], []]


def test_no_post_and_no_article_is_in_anything_that_was_sent(workspace: Workspace, hub: Hub):
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    everything = [*hub.sent, *hub.files.values(), *(card.encode() for card in hub.cards)]
    for text in (POST, POST.casefold(), json.dumps(POST)[1:-1], "the lamp does not mind", PARAGRAPH[33:], "/home/me"):
        assert not [sent for sent in everything if text.encode() in sent], text
        assert not [sent for sent in everything if base64.b64encode(text.encode())[4:-4] in sent], text


def test_the_cards_tell_rights_scores_sources_and_what_is_missing(workspace: Workspace, hub: Hub):
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    dataset = hub.files["datasets/lamps/ada/README.md"].decode()
    model = hub.files["models/lamps/ada/README.md"].decode()
    for card in (dataset, model):
        assert "a fictional person: no rights reserved" in card
        assert "- Ada Verne: https://wiki.example/Ada (CC BY-SA 4.0)" in card
        assert "imitation: not Ada Verne" in card
    assert "- conversations whose answer is the person's own words, verbatim: 1" in dataset
    assert "- rows that repeat a run of words of an article: 1" in dataset
    assert 'data_files": [{"split": "facts_train", "path": "data/facts_train.jsonl"}' in dataset
    assert 'base_model: "HuggingFaceTB/SmolLM2-135M-Instruct"' in model
    assert "| recall: trained facts, asked in words that were not trained | 0.05 | 0.73 |" in model


def test_files_of_an_earlier_publication_are_deleted(workspace: Workspace, hub: Hub):
    hub.listed = ["data/old.jsonl", "data/facts_train.jsonl", ".gitattributes"]
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert "datasets/lamps/ada/data/old.jsonl" in hub.deleted
    assert "datasets/lamps/ada/data/facts_train.jsonl" not in hub.deleted


def test_the_style_adapter_is_sent_where_there_are_no_facts(empty: Workspace, hub: Hub):
    write_rows(empty)
    write_export(empty)
    write_adapter(empty, "style")
    publish(empty, PERSONA, "lamps/ada", hub.url)

    assert (
        hashlib.sha256(hub.files["models/lamps/ada/adapter_model.safetensors"]).digest()
        == hashlib.sha256(WEIGHTS).digest()
    )


def test_a_missing_step_is_named_and_nothing_is_sent(empty: Workspace, hub: Hub):
    with pytest.raises(WorkspaceError, match="run `likeness export`"):
        publish(empty, PERSONA, "lamps/ada", hub.url)
    write_rows(empty)
    write_export(empty)
    with pytest.raises(WorkspaceError, match="run `likeness finetune`"):
        publish(empty, PERSONA, "lamps/ada", hub.url)

    assert not hub.sent


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, SourceDenied), (403, SourceDenied), (404, SourceGone), (413, SourceDenied), (500, SourceUnavailable)],
)
def test_what_the_hub_refuses_is_one_line(workspace: Workspace, hub: Hub, status: int, error: type[Exception]):
    hub.status = status
    with pytest.raises(error, match=r"^lamps/ada: the hub [^\n]+$") as caught:
        publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert TOKEN not in str(caught.value)


def test_a_large_file_that_is_refused_is_one_line_too(workspace: Workspace, hub: Hub):
    hub.storage_status = 403
    with pytest.raises(SourceDenied, match=r"^lamps/ada: the hub refuses HF_TOKEN \(403\)[^\n]+$"):
        publish(workspace, PERSONA, "lamps/ada", hub.url)


def test_a_hub_that_asks_us_to_wait_says_how_long(workspace: Workspace, hub: Hub):
    hub.status = 429
    with pytest.raises(RateLimited) as caught:
        publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert caught.value.retry_after == 7


def test_a_hub_that_does_not_answer(workspace: Workspace, hub: Hub):
    with pytest.raises(SourceUnavailable, match="cannot be reached"):
        publish(workspace, PERSONA, "lamps/ada", "http://127.0.0.1:1")


def test_the_token_comes_from_the_environment_and_goes_to_the_hub_alone(
    workspace: Workspace, hub: Hub, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    caplog.set_level("DEBUG")
    publish(workspace, PERSONA, "lamps/ada", hub.url)

    assert f"Bearer {TOKEN}" in hub.authorized
    assert TOKEN not in caplog.text + "".join(capfd.readouterr())
    assert not [file for file in workspace.folder.rglob("*") if file.is_file() and TOKEN.encode() in file.read_bytes()]


@pytest.mark.parametrize("token", ["", "  "])
def test_no_token(workspace: Workspace, hub: Hub, monkeypatch: pytest.MonkeyPatch, token: str):
    monkeypatch.setenv("HF_TOKEN", token)
    with pytest.raises(SettingsError, match=r"^HF_TOKEN is not set: [^\n]+$"):
        publish(workspace, PERSONA, "lamps/ada", hub.url)


@pytest.mark.parametrize("name", ["ada", "lamps/ada/more", "lamps/a da", "../ada", ""])
def test_a_name_that_is_not_a_repository(workspace: Workspace, hub: Hub, name: str):
    with pytest.raises(SettingsError, match="write it as org/name"):
        publish(workspace, PERSONA, name, hub.url)


def test_a_persona_without_rights_cannot_even_be_loaded(tmp_path: Path):
    file = tmp_path / "ada.toml"
    file.write_text('name = "Ada Verne"\n')
    with pytest.raises(SettingsError, match="rights: "):
        load_persona(file)
