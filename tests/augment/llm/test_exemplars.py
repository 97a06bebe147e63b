from augment.llm.exemplars import choose_exemplars, pool_of
from likeness.records import Utterance

SAID = (
    "The tide clock of Bergen was the best thing I ever built.",
    "Nobody asked the fish what they thought about it.",
    "My neighbours complain whenever the kettle whistles at dawn.",
    "Rain again, and the moss has never been happier.",
    "Short one.",
    "Look at this https://example.org/clock and tell me what you see in it.",
    "我一輩子都喜歡慢慢喝茶看海。",
)


def pool() -> list[Utterance]:
    return pool_of(Utterance(medium="post", text=text) for text in SAID)


def test_links_and_scraps_show_no_manner() -> None:
    assert not {"Short one.", SAID[5]} & {utterance.text for utterance in pool()}


def test_what_is_said_of_the_same_thing_is_no_exemplar() -> None:
    chosen = choose_exemplars("Ada Quill built the tide clock of Bergen in 1972.", pool())
    assert set(chosen) == set(SAID[1:4])


def test_exemplars_speak_the_language_of_the_fact() -> None:
    assert choose_exemplars("阿達於1921年出生在卑爾根。", pool()) == [SAID[6]]


def test_they_are_the_same_whatever_the_order() -> None:
    turned = pool_of(Utterance(medium="post", text=text) for text in reversed(SAID))
    claim = "Ada Quill moved to Oslo."
    assert choose_exemplars(claim, turned) == choose_exemplars(claim, pool())


def test_somebody_without_words_has_none() -> None:
    assert choose_exemplars("Ada Quill moved to Oslo.", []) == []
