"""Sentences and what the rules make of them: the first-person answers, or the reason why there are none."""

import pytest

from augment.english.people import find_places
from augment.english.rules import find_statements, first_person_answer
from augment.person import Person
from augment.statements import Refusal, Statement, Unclear

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he", frozenset({"Malmö", "Lund", "Riga", "Oslo"}))
LIND = Person("Mara Lind", ("Mara Lind", "Lind"), "she")
ROE = Person("Alex Roe", ("Alex Roe", "Roe"), "they")


def outcomes(text: str, person: Person, before: str = "") -> list[str]:
    """Each claim as the person says it, each refusal as its reason."""
    return [
        first_person_answer(found.text, person) if isinstance(found, Statement) else found.reason
        for found in find_statements(text, person, before)
    ]


VERBS = [
    ("Voss was born in Malmö.", "I was born in Malmö."),
    ("Voss is a painter and has two dogs.", "I am a painter and have two dogs."),
    ("Voss writes poems.", "I write poems."),
    ("Voss does not smoke.", "I do not smoke."),
    ("Voss isn't fond of travel.", "I am not fond of travel."),
    ("Voss was born in Malmö and lives in Lund.", "ambiguous_verb"),
    ("Voss was born in Malmö and teaches in Lund.", "I was born in Malmö and teach in Lund."),
    ("Voss later taught himself Greek.", "I later taught myself Greek."),
    ("Voss never married.", "I never married."),
    ("Voss could play the flute.", "I could play the flute."),
    ("Voss didn't ask.", "I didn't ask."),
]

MENTIONS = [
    ("Voss lost his scholarship.", "I lost my scholarship."),
    ("Voss's laboratory in Lund burned down in 1901.", "My laboratory in Lund burned down in 1901."),
    ("The University of Lund hired Voss in 1901.", "The University of Lund hired me in 1901."),
    ("Most of the pictures were painted by Voss.", "Most of the pictures were painted by me."),
    ("In his youth, Voss sailed to Riga.", "In my youth, I sailed to Riga."),
    ("His critics at the Academy mocked Voss.", "ambiguous_pronoun"),
    ("Voss sold the Voss engine to Saab.", "I sold the Voss engine to Saab."),
    ("Mr. Voss arrived late.", "I arrived late."),
    ("Sir Henrik Voss spoke first.", "I spoke first."),
    ("Henrik A. Voss spoke first.", "I spoke first."),
    ("The prize was his.", "ambiguous_pronoun"),
    ("Voss said that the prize was his.", "I said that the prize was mine."),
    ("Voss's mother was a baker.", "My mother was a baker."),
    ("Many people spoke warmly of Voss.", "Many people spoke warmly of me."),
]

OTHER_PEOPLE = [
    ("Erik Voss was a carpenter.", "not_about_person"),
    ("Mrs. Voss was a carpenter.", "not_about_person"),
    ("Voss Motors was founded in 1920.", "not_about_person"),
    ("Voss, Inc. sold cars.", "not_about_person"),
    ("The Voss family moved to Lund.", "not_about_person"),
    ("Hale fired Voss because he was lazy.", "Hale fired me."),
    ("Voss met Hale before he left.", "ambiguous_pronoun"),
    ("Voss succeeded him in 1920.", "ambiguous_pronoun"),
    ("Voss's letters to him were kind.", "ambiguous_pronoun"),
    ("Voss said that he (Hale) had lied.", "ambiguous_pronoun"),
    ("Voss was taught by Henrik Voss, a smith.", "namesake"),
    ("His father, also named Voss, was a smith.", "namesake"),
    ("Voss discovered Voss's law.", "namesake"),
    ("Voss and Hale met in Lund.", "unclear_role"),
    ("Neither Voss nor Hale won.", "unclear_role"),
    ("The works of Voss are lost.", "unclear_role"),
    ("Hale told the truth to his Majesty.", "not_about_person"),
    ("When Hale objected, Voss replied that he was right.", "When Hale objected, I replied that I was right."),
    ("Voss told his mother that she was right.", "I told my mother that she was right."),
]  # fmt: skip

UNFIT = [
    ("Did Voss know?", "question"),
    ("Voss wrote,", "fragment"),
    ("Works by Voss.", "fragment"),
    ('Voss said, "I was never happier than in Lund."', "quoted_speech"),
    ('"Voss said he could feel it."', "quoted_speech"),
    ("We admired Voss.", "quoted_speech"),
    ("Voss may have met Nobel.", "hedged"),
    ("It is said that Voss never slept.", "hedged"),
    ("Voss allegedly burned the letters.", "hedged"),
    ("According to Voss, the motor ran.", "attributed"),
    ("Some sources say that Voss was shy.", "attributed"),
    ("If Voss had stayed, the firm would have grown.", "hypothetical"),
    ("The company hired Voss.", "dangling_reference"),
    ("During that time they paid Voss.", "dangling_reference"),
    ("Voss sold this invention.", "dangling_reference"),
    ("She taught Voss to read.", "dangling_reference"),
    ("It was painted by Voss.", "dangling_reference"),
    ("Voss lives at 12 Harbour Street in Lund.", "privacy"),
    ("Voss paints boats and sails.", "ambiguous_verb"),
    ("Voss quickly the boat.", "unclear_role"),
    ("Rain fell.", "fragment"),
    ("Rain fell on Lund.", "not_about_person"),
    ("Voss " + "went on and on to the sea and the hills and the woods " * 5 + ".", "too_long"),
]

SHORTER = [
    ("However, Voss refused the prize.", ["I refused the prize."]),
    ("In the same year, Voss moved to Lund.", ["I moved to Lund."]),
    ("Two days later, Voss moved to Lund.", ["I moved to Lund."]),
    ("Voss also kept bees.", ["I kept bees."]),
    ("Voss, like many of his era, wore a hat.", ["I wore a hat."]),
    ("Voss, who was born in Malmö, moved to Lund.", ["I moved to Lund.", "I was born in Malmö."]),
    ("Voss moved to Lund, where he met Hale, who later sued him.", ["I moved to Lund, where I met Hale."]),
    ("Voss fell ill; he was bedridden for a year.", ["I fell ill.", "I was bedridden for a year."]),
    ("Voss sold the boat, and he bought a house.", ["I sold the boat.", "I bought a house."]),
    ("Voss was 6 feet (1.83 m) tall.", ["I was 6 feet (1.83 m) tall."]),
    ("Voss left Lund (a town that he had always hated from the day he arrived).", ["I left Lund."]),
    ("Voss did not sell the boat because he loved it.", ["I did not sell the boat because I loved it."]),
    ("Voss wrote poems, essays, and plays.", ["I wrote poems, essays, and plays."]),
    ('Voss did not believe in ghosts, stating, "I have never met one."', ["I did not believe in ghosts."]),
    ("Voss never missed a lecture, passed nine exams, and won a prize, which Hale sent to his father.",
     ["I never missed a lecture, passed nine exams, and won a prize."]),
    ("Voss sold Hale a boat, but Hale, who was poor, never paid.",
     ["I sold Hale a boat, but Hale, who was poor, never paid."]),
    ('Voss noted on a sketch: "Let it be."', ["quoted_speech"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "said"), VERBS + MENTIONS + OTHER_PEOPLE)
def test_who_and_how(sentence: str, said: str) -> None:
    assert outcomes(sentence, VOSS)[-1] == said


@pytest.mark.parametrize(("sentence", "reason"), UNFIT)
def test_unfit_sentences(sentence: str, reason: str) -> None:
    assert outcomes(sentence, VOSS) == [reason]


@pytest.mark.parametrize(("sentence", "said"), SHORTER)
def test_long_sentences_are_parted_and_cut(sentence: str, said: list[str]) -> None:
    assert outcomes(sentence, VOSS) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Voss was born in Malmö. He lived in Lund.", ["I was born in Malmö.", "I lived in Lund."]),
        ("Voss met Hale. He was amazed.", ["I met Hale.", "ambiguous_pronoun"]),
        ("Voss met his brother. He was amazed.", ["I met my brother.", "ambiguous_pronoun"]),
        ("Voss loved his sister. He wrote often.", ["I loved my sister.", "I wrote often."]),
        ("Voss left Hale's firm. He was glad.", ["I left Hale's firm.", "I was glad."]),
        ("His pictures sold well.", ["ambiguous_pronoun"]),
        ("The sea was calm. He sailed to Oslo.", ["not_about_person", "ambiguous_pronoun"]),
        ("Voss sailed. His boat, the Ada, was fast.", ["fragment", "My boat, the Ada, was fast."]),
        ("Voss may have sailed to Oslo. He kept a log.", ["hedged", "I kept a log."]),
        ("Voss kept bees. After his death, Hale kept them.", ["I kept bees.", "ambiguous_pronoun"]),
    ],
)
def test_pronouns_across_sentences(text: str, said: list[str]) -> None:
    assert outcomes(text, VOSS) == said


def test_the_passage_before_says_who_he_is() -> None:
    assert outcomes("He kept bees.", VOSS, before="Voss lived in Lund.") == ["I kept bees."]
    assert outcomes("He kept bees.", VOSS, before="Voss met Hale.") == ["ambiguous_pronoun"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind taught her daughter to swim.", ["I taught my daughter to swim."]),
        ("The jury praised her.", ["ambiguous_pronoun"]),
        ("Lind said that the jury praised her.", ["I said that the jury praised me."]),
        ("Lind said that a friend gave her money.", ["ambiguous_pronoun"]),
        ("Lind shared the prize with her husband Paul Lind. She was forty.",
         ["I shared the prize with my husband Paul Lind.", "I was forty."]),
        ("Lind admired her colleague Ruth Aske. She was forty.",
         ["I admired my colleague Ruth Aske.", "ambiguous_pronoun"]),
        ("Lind's husband died in 1906. He was a chemist.", ["My husband died in 1906.", "not_about_person"]),
        ("Lind's mother was a nurse. She died young.", ["My mother was a nurse.", "ambiguous_pronoun"]),
        ("Lind was proud of her work.", ["I was proud of my work."]),
        ("Lind married Paul, who outlived her.", ["I married Paul."]),
    ],
)  # fmt: skip
def test_a_woman_with_a_husband_and_colleagues(text: str, said: list[str]) -> None:
    assert outcomes(text, LIND) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Roe is a poet. They live in Leeds.", ["I am a poet.", "I live in Leeds."]),
        ("Roe is a poet. They were born in 1980.", ["I am a poet.", "I was born in 1980."]),
        ("Roe met two editors. They liked the poem.", ["I met two editors.", "ambiguous_pronoun"]),
        ("Roe describes themself as shy.", ["I describe myself as shy."]),
        ("Roe sold their first poem in 1999.", ["I sold my first poem in 1999."]),
        ("He left Roe in 2004.", ["dangling_reference"]),
    ],
)
def test_a_singular_they(text: str, said: list[str]) -> None:
    assert outcomes(text, ROE) == said


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Henrik Voss (10 July 1856 – 7 January 1943) was a painter.",
         ["Henrik Voss was born on 10 July 1856.", "Henrik Voss died on 7 January 1943.",
          "Henrik Voss was a painter."]),
        ("Mara J. Lind (born July 18, 1969) is a pilot.",
         ["Mara Lind was born on July 18, 1969.", "Mara Lind is a pilot."]),
        ("Henrik Voss (baptised 3 May 1770 – 26 March 1827) was a painter.",
         ["Henrik Voss died on 26 March 1827.", "Henrik Voss was a painter."]),
        ("Henrik Voss (c. 1500 – 1560) was a painter.",
         ["Henrik Voss died in 1560.", "Henrik Voss was a painter."]),
        ("Voss was happy. He lived in Lund.", ["Henrik Voss was happy.", "Henrik Voss lived in Lund."]),
        ("Roe is happy. They live in Leeds.", ["Alex Roe is happy.", "Alex Roe lives in Leeds."]),
        ("Voss left Malmö for his health. He moved to Malmö again.",
         ["Henrik Voss left Malmö for Henrik Voss's health.", "Henrik Voss moved to Malmö again."]),
    ],
)  # fmt: skip
def test_claims_stand_alone(text: str, claims: list[str]) -> None:
    person = next(p for p in (VOSS, LIND, ROE) if p.short_name in text)
    person = Person(person.name, person.names, person.pronouns, find_places([text]))
    found = [claim for claim in find_statements(text, person) if isinstance(claim, Statement)]
    assert [claim.text for claim in found] == claims
    assert all(text[claim.start : claim.end] for claim in found)


def test_quotes_are_verbatim() -> None:
    text = "Voss sailed to Oslo.:33 He kept a log.[citation needed] Rain fell on Lund."
    first, second, third = find_statements(text, VOSS)
    assert isinstance(first, Statement) and text[first.start : first.end] == "Voss sailed to Oslo.:33"
    assert isinstance(second, Statement) and second.text == "Henrik Voss kept a log."
    assert third == Refusal("not_about_person", "Rain fell on Lund.", text.index("Rain"))


def test_a_claim_that_names_nobody_for_certain_is_unclear() -> None:
    with pytest.raises(Unclear, match="ambiguous_pronoun"):
        first_person_answer("He met Voss.", VOSS)
