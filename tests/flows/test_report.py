"""The report is read off tables that these tests write themselves; nothing is collected or trained."""

import json
import os
import random
import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from flows.report import gather, write_report
from likeness.ledger import Ledger, usd
from likeness.persona import Persona
from likeness.records import (
    Clip,
    Exchange,
    Fact,
    Message,
    Page,
    Passage,
    Post,
    Recording,
    Rejected,
    Segment,
    Speaker,
    Turn,
    Utterance,
)
from likeness.sections import Budget
from likeness.workspace import Workspace

PERSONA = Persona.model_validate(
    {
        "name": "Ada Verne",
        "description": "A lighthouse engineer who never existed.",
        "rights": {"basis": "a fictional person, written for this test"},
        "videos": [{"path": "talk.flac", "url": "https://video.example/talk"}],
        "budget": {"usd": "5"},
    }
)
BARE = PERSONA.model_copy(update={"videos": (), "budget": PERSONA.budget.model_copy(update={"usd": 0})})
PARAGRAPH = "Verne was born in Brest in 1871. She drew her first lens at nineteen."


def exchange(kind: str, question: str, answer: str, **fields) -> Exchange:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    return Exchange(kind=kind, messages=messages, **fields)


def write_posts(workspace: Workspace) -> None:
    posts = [
        Post(
            platform="x",
            post_id=str(number),
            author="verne",
            text=f"Fog again on the Île de Sein, night {number}. The lamp does not mind, and neither do I.",
            created_at=f"2019-03-{number + 1:02}T21:04:00Z",
            url=f"https://x.example/verne/{number}",
        )
        for number in range(28)
    ]
    reposts = [Rejected.of(post.model_copy(update={"kind": "repost"}), "repost") for post in posts[:9]]
    utterances = [Utterance(medium="post", text=p.text, created_at=p.created_at, parents=(p.id,)) for p in posts[:20]]
    rejects = [
        Rejected.of(post, reason) for post, reason in zip(posts[20:], ["link_only"] * 6 + ["quoted"] * 2, strict=True)
    ]
    styles = [exchange("style", "How was the night?", u.text, parents=(u.id,)) for u in utterances[:17]]
    workspace.table(Post).write("archive-1a2b3c4d", [*posts, *reposts], "1")
    workspace.table(Utterance).write("posts", [*utterances, *rejects], "1")
    refused = Rejected.of(styles[0], "prompt_leaks_answer", "5-gram: the lamp does not mind")
    workspace.table(Exchange).write("style-posts", [*styles, refused], "1")


def write_pages(workspace: Workspace) -> None:
    page = Page(url="https://wiki.example/Ada_Verne", title="Ada Verne", text=PARAGRAPH, license="CC BY-SA 4.0")
    passage = Passage(page=page.id, heading="Life", position=0, text=PARAGRAPH, parents=(page.id,))
    quote = PARAGRAPH[:32]
    fact = Fact(
        passage=passage.id,
        claim="Verne was born in Brest.",
        quote=quote,
        quote_start=0,
        quote_end=32,
        parents=(passage.id,),
    )
    wrong = Rejected.of(fact, "wrong_subject", "Her sister Odile")
    born = exchange(
        "fact", "Where were you born?", "I was born in Brest, in 1871.", facts=(fact.id,), parents=(fact.id,)
    )
    unread = Rejected(reason="source_unreadable", row={"path": "gone.html"})
    workspace.table(Page).write("ada-verne-00000001", [page, unread], "1")
    workspace.table(Passage).write("ada-verne-00000001", [passage], "1")
    workspace.table(Fact).write("ada-verne-00000001", [fact, *[wrong] * 3], "1")
    workspace.table(Exchange).write("facts-ada-verne-00000001", [born], "1")
    rows = [
        exchange("identity", "Who are you?", "Ada Verne. I build lamps for ships that will never thank me."),
        exchange("unknown", "What did you eat on the day you turned six?", "I could not tell you. It is gone."),
    ]
    workspace.table(Exchange).write("identity", rows, "1")


def write_voice(workspace: Workspace) -> None:
    chance = random.Random(7)
    talk = Recording(
        url="https://video.example/talk",
        sha256="0" * 64,
        title="Talk at the harbour school",
        path="audio/mixture/talk.flac",
        sampling_rate=16000,
        duration=1810.0,
    )
    turns = [Turn(recording=talk.id, start=i * 9, end=i * 9 + 8, speaker=f"SPEAKER_0{i % 2}") for i in range(40)]
    segments = [
        Segment(recording=talk.id, start=t.start, end=t.end, speaker=t.speaker, text=f"Words of turn {i}.")
        for i, t in enumerate(turns)
    ]
    speakers = [
        Speaker(recording=talk.id, speaker="SPEAKER_00", similarity=0.91, is_persona=True, seconds=1204.0),
        Speaker(recording=talk.id, speaker="SPEAKER_01", similarity=0.42, is_persona=False, seconds=388.0),
    ]
    clips = [
        Clip(
            path=f"audio/clips/talk/{i}.flac",
            recording=talk.id,
            start=i * 5,
            end=i * 5 + 4,
            text=f"Words of clip {i}.",
            similarity=min(0.99, chance.gauss(0.86, 0.04)),
            snr_db=chance.gauss(31, 4),
            sampling_rate=22050,
            duration=4.0,
        )
        for i in range(220)
    ]
    reasons = ["too_noisy"] * 31 + ["other_speaker"] * 12 + ["too_short"] * 5
    dropped = [Rejected.of(clip, reason) for clip, reason in zip(clips, reasons, strict=False)]
    workspace.table(Recording).write("talk-00000002", [talk], "1")
    workspace.table(Turn).write("talk-00000002", turns, "1")
    workspace.table(Segment).write("talk-00000002", segments, "1")
    workspace.table(Speaker).write("talk-00000002", speakers, "1")
    workspace.table(Clip).write("talk-00000002", [*clips, *dropped], "1")


def write_training(workspace: Workspace) -> None:
    for stage, top in (("style", 4.1), ("facts", 3.2)):
        folder = workspace.path("adapters", stage)
        folder.mkdir(parents=True)
        rows = [{"step": s, "loss": round(0.6 + top * 0.96**s, 4), "learning_rate": 5e-4} for s in range(1, 90, 3)]
        rows += [{"step": s, "eval_loss": 1.1 + top * 0.95**s} for s in range(10, 90, 20)]
        (folder / "loss.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"step": 91, "lo')
        (folder / "done.json").write_text("{}")
    answers = {"base": "I am a language model.", "style": "A lamp, mostly.", "facts": "In Brest, in 1871."}
    scores = {
        "base": {"style": 0.0, "recall": 0.05, "general_loss": 2.31},
        "style": {"style": 0.61, "recall": 0.08, "general_loss": 2.36},
        "facts": {"style": 0.55, "told_apart": 0.9, "recall": 0.72, "unknown": {"f1": 0.8}, "general_loss": 2.44},
        "style_kept": 0.9,
        "style_kept_by_loss": 0.7,
        "scale": {"floor": 0.2, "ceiling": 0.8, "own_told_apart": 0.6},
        "samples": [
            {"question": "Your place of birth?", "kind": "fact", **answers},
            {"question": "A second fact?", "kind": "fact", **answers},
            {"question": "How was it?", "kind": "style", **answers, "person": "Foggy."},
        ],
    }
    workspace.path("evaluation.json").write_text(json.dumps(scores))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, "ada-verne")


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    write_posts(workspace)
    write_pages(workspace)
    write_voice(workspace)
    write_training(workspace)
    return workspace


def text_of(path: Path) -> str:
    """The page as a reader sees it: no tags, no styles, one space between words."""
    html = re.sub(r"<style>.*?</style>|<title>.*?</title>", " ", path.read_text(), flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_every_table_shows_what_was_kept_and_every_reason(full: Workspace):
    text = text_of(write_report(full, PERSONA))

    for shown in (
        "Posts 28 kept · 9 left out repost 9",
        "Utterances 20 kept · 8 left out link only 6 quoted 2",
        "Exchanges 17 kept · 1 left out prompt leaks answer 1",
        "Pages 1 kept · 1 left out source unreadable 1",
        "Facts 1 kept · 3 left out wrong subject 3",
        "Turns 40 kept Segments 40 kept",
        "Clips 220 kept · 48 left out too noisy 31 other speaker 12 too short 5",
    ):
        assert shown in text


def test_the_funnels_keep_the_parts_of_each_source_apart(full: Workspace):
    speech = [Utterance(medium="speech", text=f"So we built tower {i}.", context="And then?") for i in range(3)]
    full.table(Utterance).write("speech-talk-00000002", speech, "1")
    steps = {title: {s.table: s.kept for s in steps} for title, steps in gather(full, PERSONA).funnels}

    assert steps["Posts, into style"] == {"posts": 28, "utterances": 20, "exchanges": 17}
    assert steps["Pages, into facts"] == {"pages": 1, "passages": 1, "facts": 1, "exchanges": 1}
    assert steps["Talk, into style"] == {"utterances": 3}
    assert steps["Who the person is"] == {"exchanges": 2}


def test_the_head_says_who_on_what_ground_when_and_with_what(full: Workspace):
    marker = max(full.path("tables").glob("*/*.done.json"))
    os.utime(marker, (4_102_444_800, 4_102_444_800))
    text = text_of(write_report(full, PERSONA))

    assert "Ada Verne A lighthouse engineer who never existed. Rights a fictional person, written for this test" in text
    assert "Last row made 2100-01-01" in text
    assert "pyannote segmentation-3.0, CAM++ and clustering" in text
    assert "Base model smollm2-135m" in text


def test_the_voices_and_their_clips(full: Workspace):
    text = text_of(write_report(full, PERSONA))

    assert "Talk at the harbour school SPEAKER_00 the person 0.91 20.1 min" in text
    assert "Talk at the harbour school SPEAKER_01 0.42 6.5 min" in text
    assert "14.7 min of clean speech are kept" in text
    assert "Clips by similarity mean 0.86" in text


def test_the_losses_survive_a_torn_last_line_and_what_is_not_a_number(full: Workspace):
    with full.path("adapters", "facts", "loss.jsonl").open("a") as file:
        file.write('\n{"step": 92, "loss": NaN}\n[1]\n{"step": 93, "loss": "high"}\n{"step": 94, "loss": true}\n')
    text = text_of(write_report(full, PERSONA))

    assert "Style 4.54 → 0.71 in 88 steps" in text
    assert "Facts 3.67 → 0.69 in 88 steps" in text
    assert "held-out rows" in text


def test_the_scores_by_stage(full: Workspace):
    text = text_of(write_report(full, PERSONA))

    for shown in (
        "base style facts person style: how like the person's unseen words: 0 others, 1 the person 0.00 0.61 0.55",
        "told apart: how well answers are told from those words: 0.5 not at all, 1 always not measured not measured "
        "0.90 0.60 recall: trained facts, asked in words that were not trained 0.05 0.08 0.72",
        "unknown f1: honest about not knowing, both in one figure not measured not measured 0.80",
        "general loss: loss on everyday talk, nats a token (lower is better) 2.31 2.36 2.44",
        "Of the style that the first stage gained, 90 % is left after the second (70 % by the loss of unseen words).",
    ):
        assert shown in text


def test_one_question_of_each_kind_with_what_every_stage_said(full: Workspace):
    text = text_of(write_report(full, PERSONA))

    assert "Your place of birth? base I am a language model. style A lamp, mostly. facts In Brest, in 1871." in text
    assert (
        "How was it? base I am a language model. style A lamp, mostly. facts In Brest, in 1871. person Foggy." in text
    )
    assert "A second fact?" not in text


def test_an_evaluation_of_the_base_model_alone(workspace: Workspace):
    workspace.folder.mkdir()
    workspace.path("evaluation.json").write_text('{"base": {"recall": 0.05}}')

    assert "base recall: trained facts, asked in words that were not trained 0.05" in text_of(
        write_report(workspace, BARE)
    )


@pytest.mark.parametrize(
    ("spent", "budget", "shown"),
    [
        (0, "0", "$0.00 Nothing was spent, and nothing may be: the budget is zero."),
        (0, "5", "$0.00 Nothing was spent of the budget of $5.00."),
        (412_345, "5", "$0.41 8 % of the $5.00 budget."),
        (1_234, "5", "$0.001234 0 % of the $5.00 budget."),
        (412_345, "0", "$0.41 The budget is $0.00 now: nothing more will be spent."),
    ],
)
def test_the_cost_against_the_budget(workspace: Workspace, spent: int, budget: str, shown: str):
    if spent:
        ledger = Ledger(workspace.path("ledger.jsonl"), usd(5))
        ledger.settle(ledger.reserve("gpt-x", "facts", 900_000), spent)
    persona = PERSONA.model_copy(update={"budget": Budget(usd=Decimal(budget))})

    assert shown in text_of(write_report(workspace, persona))


def test_samples_stand_with_the_words_and_the_address_that_carry_them(full: Workspace):
    page = write_report(full, PERSONA)

    assert "Where were you born? I was born in Brest, in 1871. Ada Verne Verne was born in Brest in 1871." in text_of(
        page
    )
    assert 'href="https://wiki.example/Ada_Verne"' in page.read_text()
    assert re.search(r'href="https://x.example/verne/\d+"[^>]*>x post, 2019-03-\d\d<', page.read_text())
    assert "Who are you? Ada Verne. I build lamps for ships" in text_of(page)


def test_a_sample_whose_source_was_taken_down_says_so(full: Workspace):
    full.table(Fact).keep_only([])

    assert "Its source is no longer in the workspace." in text_of(write_report(full, PERSONA))


def test_one_rejected_row_for_each_reason(full: Workspace):
    examples = [(table, row.reason) for table, row in gather(full, PERSONA).examples]
    text = text_of(write_report(full, PERSONA))

    assert examples == [
        ("posts", "repost"),
        ("pages", "source_unreadable"),
        ("utterances", "link_only"),
        ("utterances", "quoted"),
        ("facts", "wrong_subject"),
        ("exchanges", "prompt_leaks_answer"),
        ("clips", "other_speaker"),
        ("clips", "too_noisy"),
        ("clips", "too_short"),
    ]
    assert "wrong subject facts Verne was born in Brest. Her sister Odile" in text
    assert "source unreadable pages gone.html" in text


def test_an_empty_workspace_gives_sentences(workspace: Workspace):
    text = text_of(write_report(workspace, BARE))

    for sentence in (
        "nothing has been made yet",
        "Nothing has been collected yet.",
        "This persona has no recordings, so there is no voice dataset.",
        "No adapter has been trained yet.",
        "Nothing has been evaluated yet.",
        "No training conversation has been made yet.",
        "No row was left out.",
    ):
        assert sentence in text


def test_recordings_in_which_nothing_was_kept(workspace: Workspace):
    assert "No voice has been compared with the person’s yet." in text_of(write_report(workspace, PERSONA))

    speaker = Speaker(recording="recording-gone", speaker="SPEAKER_00", similarity=-0.1, is_persona=False, seconds=9)
    workspace.table(Speaker).write("talk", [speaker], "1")
    text = text_of(write_report(workspace, PERSONA))
    assert "No clip was kept for a voice dataset." in text
    assert "recording-gone SPEAKER_00 -0.10 9 s" in text


def test_text_from_outside_is_shown_and_never_run(workspace: Workspace):
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}"
    post = Post(platform="x", post_id="1", author="a", text=attack, url="javascript:alert(3)", created_at=attack)
    row = exchange("style", attack, attack + ".", parents=(post.id,))
    persona = Persona.model_validate({"name": attack, "description": attack, "rights": {"basis": attack}})
    workspace.table(Post).write("a", [post, Rejected.of(post, "repost", attack)], "1")
    workspace.table(Exchange).write("style-posts", [row], "1")
    html = write_report(workspace, persona).read_text()

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "{{ 7*7 }}" in html


def test_the_page_needs_nothing_beside_it(full: Workspace):
    html = write_report(full, PERSONA).read_text()

    assert not re.findall(r"<(?:link|script|img|iframe|object|embed)\b|@import|url\(|\bsrc=", html)
    assert "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html


def test_an_unchanged_workspace_gives_the_same_bytes(full: Workspace):
    first = write_report(full, PERSONA).read_bytes()

    assert write_report(full, PERSONA).read_bytes() == first
    assert full.path("report.html").read_bytes() == first
