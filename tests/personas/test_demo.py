import itertools
import json
from pathlib import Path

import pytest

from likeness.persona import load_persona

DEMO = Path(__file__).parents[2] / "personas" / "demo"
ARCHIVE = {"tweets.js": "tweets.part0", "tweets-part1.js": "tweets.part1", "note-tweet.js": "note_tweet.part0"}


def archive_rows(name: str) -> list[dict]:
    """The rows of one file of the archive, behind its 'window.YTD.tweets.part0 = '."""
    prefix, _, rows = (DEMO / "archive" / "data" / name).read_text(encoding="utf-8").partition(" = ")
    assert prefix == f"window.YTD.{ARCHIVE[name]}"
    return json.loads(rows)


def tweets() -> list[dict]:
    return [row["tweet"] for name in ("tweets.js", "tweets-part1.js") for row in archive_rows(name)]


def questions() -> list[dict]:
    return [json.loads(line) for line in (DEMO / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


def page_text() -> str:
    from lxml import html

    return " ".join(html.parse(DEMO / "page.html").getroot().find(".//main").text_content().split())


def rttm_turns() -> list[tuple[str, float, float]]:
    fields = [line.split() for line in (DEMO / "truth.rttm").read_text(encoding="utf-8").splitlines()]
    return [(f[7], float(f[3]), float(f[3]) + float(f[4])) for f in fields]


def sound(name: str) -> tuple[float, int]:
    import soundfile

    about = soundfile.info(DEMO / name)
    return about.duration, about.samplerate


def test_the_persona_file_loads() -> None:
    persona = load_persona(DEMO / "persona.toml")
    assert (persona.slug, persona.pronouns) == ("hester-ardwell", "she")
    assert "fictional" in persona.rights.basis
    assert len(persona.posts) == 1 and len(persona.pages) == 2 and len(persona.videos) == 1


def test_the_demo_is_small() -> None:
    assert sum(path.stat().st_size for path in DEMO.rglob("*") if path.is_file()) < 4_000_000


def test_every_post_has_its_own_id_and_fits_the_format() -> None:
    posts = tweets()
    assert len({post["id_str"] for post in posts}) == len(posts) == 267
    for post in posts:
        assert post["id"] == post["id_str"] and post["display_text_range"] == ["0", str(len(post["full_text"]))]
        for url in post["entities"]["urls"]:
            start, end = map(int, url["indices"])
            assert post["full_text"][start:end] == url["url"]


@pytest.mark.parametrize(
    ("opening", "count"), [("RT @", 12), ('"@', 6), ("“@", 1), ("RT this", 1), ("@", 10), ("https://t.co/", 5)]
)
def test_posts_that_need_care_are_among_them(opening: str, count: int) -> None:
    assert sum(post["full_text"].startswith(opening) for post in tweets()) == count


def test_the_long_post_is_cut_and_stands_whole_in_its_note() -> None:
    (note,) = [row["noteTweet"]["core"]["text"] for row in archive_rows("note-tweet.js")]
    (cut,) = [post["full_text"] for post in tweets() if "… https://t.co/" in post["full_text"]]
    assert note.startswith(cut.partition("…")[0].replace("&amp;", "&"))
    assert len(note) > 280 >= len(cut.replace("&amp;", "&"))


def test_the_answers_stand_in_the_evidence_and_the_evidence_on_the_page() -> None:
    page = page_text()
    for question in questions():
        assert question["evidence"] in page
        assert all(answer in question["evidence"] for answer in question["answers"])
        assert bool(question["answers"]) == bool(question["evidence"]) == (question["kind"] != "unknown")


def test_questions_of_every_kind() -> None:
    kinds = [question["kind"] for question in questions()]
    assert (kinds.count("fact"), kinds.count("unknown"), kinds.count("identity")) == (94, 15, 8)
    assert len({question["question"] for question in questions()}) == len(kinds)


def test_the_true_turns_fit_the_interview() -> None:
    duration, rate = sound("interview.ogg")
    turns = rttm_turns()
    assert rate == 16_000 and 150 < duration < 240
    assert all(0 <= start < end <= duration for _, start, end in turns)
    assert {speaker for speaker, _, _ in turns} == {"Hester", "Fergus"}
    assert sum(later[1] < earlier[2] for earlier, later in itertools.pairwise(turns)) == 2


def test_the_captions_speak_the_script_inside_the_true_turns() -> None:
    blocks = (DEMO / "interview.vtt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    said = " ".join(block.split("\n", 1)[1] for block in blocks)
    script = (DEMO / "interview.txt").read_text(encoding="utf-8").splitlines()
    assert said == " ".join(line.partition(": ")[2] for line in script)
    assert blocks[0].startswith(f"00:00:{rttm_turns()[0][1]:06.3f} --> ")


def test_the_enrolment_is_long_enough() -> None:
    duration, _ = sound("enrolment.ogg")
    assert 12 < duration < 20
