import pytest

from extractors.voice.repair import find_changes, page_terms, repair_segment
from likeness.records import Segment, Word

GLOSSARY = ("Nikola Tesla", "Grace Hopper", "Stephen Hawking", "ENIAC", "Mar-a-Lago", "Beethoven", "Westinghouse")


def repaired(text: str, glossary: tuple[str, ...] = GLOSSARY, language: str = "en", proposed: tuple = ()) -> str:
    words = text.split()
    for change in reversed(find_changes(words, glossary, language, proposed)):
        words[change.first : change.last + 1] = change.meant.split()
    return " ".join(words)


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        # A part of a name, with a possessive and punctuation around it.
        ("So Tesler left.", "So Tesla left."),
        ("It was Tesler's coil, (Tesler\u2019s!)", "It was Tesla's coil, (Tesla\u2019s!)"),
        # All of a name, or one rare word of it.
        ("Nickola Tessler, I think.", "Nikola Tesla, I think."),
        ("\u201cNicola Tesla\u201d", "\u201cNikola Tesla\u201d"),
        ("Steven Hawking said so", "Stephen Hawking said so"),
        # Written together, or apart, or small, as automatic captions have it.
        ("by gracehopper herself", "by Grace Hopper herself"),
        ("by grace hopper herself", "by Grace Hopper herself"),
        ("at mar a lago.", "at Mar-a-Lago."),
        ("the eniac ran", "the ENIAC ran"),
        ("Beatoven, Beethoven", "Beethoven, Beethoven"),
        ("West inghouse paid", "Westinghouse paid"),
        ("Wes\u0301tinghouse", "Westinghouse"),
    ],
)
def test_misheard_names_are_corrected(heard: str, meant: str) -> None:
    assert repaired(heard) == meant


@pytest.mark.parametrize(
    "heard",
    [
        "It fell into the hopper.",
        "Harper told us",
        "by grace, hopper and all",
        "Steven came with Stephen King",
        "Nicola came along",
        "the Teslas and the Beethovens",
        "the tassels hung there",
        "They'd have told the teller",
        "a newer stellar tale of 1950",
        "Nikola Tesla's coil at Mar-a-Lago",
        # Words that only stand beside a term, and capitals that were chosen.
        "to Westinghouse, a Westinghouse by Beethoven for Tesla",
        "ENIAC and Eniac",
        "",
    ],
)
def test_what_may_well_be_right_is_left_alone(heard: str) -> None:
    assert repaired(heard) == heard


def test_another_term_is_never_taken_for_a_misheard_one() -> None:
    assert repaired("Larry Tesler and Tesler", (*GLOSSARY, "Tesler")) == "Larry Tesler and Tesler"


@pytest.mark.parametrize(
    ("heard", "proposed", "meant"),
    [
        ("the neural link chip", ("neural link", "Neuralink"), "the Neuralink chip"),
        # Not a term of the glossary; not the sound of it.
        ("the brain link chip", ("brain link", "Brainlink"), "the brain link chip"),
        ("the cable chip", ("cable", "Neuralink"), "the cable chip"),
    ],
)
def test_proposals_are_accepted_only_if_they_sound_alike(heard: str, proposed: tuple[str, str], meant: str) -> None:
    assert repaired(heard, ("Neuralink",)) == heard
    assert repaired(heard, ("Neuralink", "The Chip"), proposed=(proposed,)) == meant


def test_names_of_other_scripts_and_languages_without_a_dictionary_are_left_alone() -> None:
    assert repaired("Tesler", ("\u0422\u0435\u0441\u043b\u0430",)) == "Tesler"
    assert repaired("Tesler", language="fi") == "Tesler"
    assert repaired("IBN", ("IBM",)) == "IBN"
    assert repaired("das war Beethofen", language="de") == "das war Beethoven"


def segment(*words: str) -> Segment:
    timed = [Word(start=i, end=i + 1, text=text, probability=0.9 - 0.1 * i) for i, text in enumerate(words)]
    return Segment(
        recording="r", start=0, end=len(words), speaker="v", text=" ".join(words), words=tuple(timed), confidence=0.8
    )


def test_new_words_take_the_time_of_the_old() -> None:
    apart, changes = repair_segment(segment("by", "gracehopper", "herself."), GLOSSARY, "en")
    assert [(w.text, w.start, w.end) for w in apart.words[1:3]] == [("Grace", 1, 1.455), ("Hopper", 1.455, 2)]
    assert [(c.heard, c.meant) for c in changes] == [("gracehopper", "Grace Hopper")]
    assert apart.id == segment("by", "gracehopper", "herself.").id
    assert (apart.text, apart.confidence) == ("by Grace Hopper herself.", 0.8)
    together, _ = repair_segment(segment("mar", "a", "lago?"), GLOSSARY, "en")
    assert [(w.text, w.start, w.end, w.probability) for w in together.words] == [
        ("Mar-a-Lago?", 0, 3, pytest.approx(0.7))
    ]
    renamed, _ = repair_segment(segment("Nickola", "Tessler"), GLOSSARY, "en")
    assert [(w.text, w.start) for w in renamed.words] == [("Nikola", 0), ("Tesla", 1)]


def test_a_segment_without_word_times() -> None:
    plain = Segment(recording="r", start=0, end=1, speaker="v", text="gracehopper came")
    assert repair_segment(plain, GLOSSARY, "en")[0].text == "Grace Hopper came"
    assert repair_segment(plain, (), "en") == (plain, [])


def test_terms_of_pages() -> None:
    pages = [
        "Later, Grace Hopper joined the Navy. Hopper's compiler, named COBOL, was Grace Hopper's Navy compiler.",
        "The people of Arlington knew that Grace Hopper wrote COBOL. Arlington slept.",
        "In Paris, the Flowmatic Group praised flowmatic, and the Flowmatic Group grew.",
    ]
    assert page_terms(pages, "en") == ["COBOL", "Grace Hopper"]
    assert page_terms(pages, "fi") == []
