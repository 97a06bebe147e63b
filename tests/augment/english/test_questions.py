"""Claims and the questions that they answer."""

import pytest

from augment.english.questions import MOST, ask
from augment.english.rules import answer_reading
from augment.person import Person

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")


def asked(claim: str) -> list[str]:
    return [question.text for question in ask(answer_reading(claim, VOSS))]


@pytest.mark.parametrize(
    ("claim", "questions"),
    [
        ("Henrik Voss was born on 10 July 1856.",
         ["When were you born?", "What is your date of birth?", "On which day do you have your birthday?",
          "In what year were you born?"]),
        ("Henrik Voss was born in Malmö.", ["Where were you born?", "What is your birthplace?"]),
        ("In 1881, Henrik Voss moved to Budapest to study physics.",
         ["When did you move to Budapest to study physics?",
          "Why did you move to Budapest?", "What did you do in 1881?"]),
        ("In 1881, Henrik Voss moved to Budapest.",
         ["When did you move to Budapest?", "Where did you move in 1881?", "You moved to Budapest. In which year?"]),
        ("Henrik Voss stayed because his mother was ill.", []),
        ("Henrik Voss joined the navy because he was poor.",
         ["Why did you join the navy?", "You joined the navy. Why?"]),
        ("Henrik Voss was bedridden for nine months.", ["How long were you bedridden?"]),
        ("Henrik Voss spoke eight languages.", ["How many languages did you speak?"]),
        ("Henrik Voss sold the boat for $20,000.", ["How much did you sell the boat for?"]),
        ("On 3 May 1901, at the age of 35, Henrik Voss became a citizen.",
         ["How old were you when you became a citizen?", "When did you become a citizen?"]),
        ("Henrik Voss was hired by Thomas Edison.", ["Who were you hired by?", "By whom were you hired?"]),
        ("George Hale hired Henrik Voss in 1884.", ["Who hired you in 1884?", "Did George Hale hire you in 1884?"]),
        ("In 1884 Henrik Voss met Alfred Hale, a lawyer.", ["Who did you meet in 1884?"]),
        ("Henrik Voss's father, Erik Voss, was a priest.",
         ["Who was your father?", "What did your father do for a living?",
          "Tell me about your father."]),
        ("Henrik Voss invented the turbine.", ["What is one thing that you invented?", "Did you invent the turbine?"]),
        ("Henrik Voss never graduated from the university.", ["Did you ever graduate from the university?"]),
        ("Henrik Voss did not smoke.", ["Is it true that you did not smoke?"]),
        ("Henrik Voss was never married.", ["Is it true that you were never married?"]),
        ("The full extent of Henrik Voss's debts will never be known.",
         ["Is it true that the full extent of your debts will never be known?"]),
        ("Henrik Voss's art cannot be parted from the sea.",
         ["Is it true that your art cannot be parted from the sea?"]),
        ("Henrik Voss was harshly and intensively taught by his father.",
         ["Were you harshly and intensively taught by your father?"]),
        ("Henrik Voss was the second sailor to be knighted, after Karl Hale.",
         ["Were you the second sailor to be knighted?"]),
        ("Henrik Voss's article, \"On Sails\", was published in 1937.",
         ["When was your article, \"On Sails\", published?", "Tell me about your article, \"On Sails\"."]),
        ("Henrik Voss used the word aqua for the thing that would become known as rain, and sold it.",
         ["Did you use the word aqua for the thing that would become known as rain?"]),
        ("Henrik Voss was nursed until his death by Ada Brand.", ["By whom were you nursed until your death?"]),
        ("Henrik Voss is a painter.", ["What is your profession?", "Are you a painter?"]),
        ("Henrik Voss writes poems.", ["Do you write poems?"]),
        ("Henrik Voss could play the flute.", ["Could you play the flute?"]),
        ("Henrik Voss would dine at eight.", ["Is it true that you would dine at eight?"]),
        ("After the war started, Henrik Voss lost his funding.",
         ["What happened to you after the war started?", "Tell me about the time you lost your funding."]),
        ("Henrik Voss had an older brother and three sisters.", ["Tell me about your family."]),
        ("Henrik Voss believed that atoms are solid.",
         ["What is one thing that you believed?", "Did you believe that atoms are solid?"]),
    ],
)  # fmt: skip
def test_questions_of_a_claim(claim: str, questions: list[str]) -> None:
    found = asked(claim)
    assert set(questions) <= set(found), found
    assert found
    assert len(found) == len(set(found)) <= MOST + 1


@pytest.mark.parametrize(
    ("claim", "nonsense"),
    [
        ("Henrik Voss went on to pursue his ideas.", "Why did you go on?"),
        ("In 2006, Henrik Voss published Eat, Pray, Love.", "When did you publish Eat?"),
        ("Henrik Voss was born on July 18, 1969.", "Were you born on July 18?"),
        ("Henrik Voss realized that the company, then in debt, was lost.", "Did you realize that the company?"),
        ("Henrik Voss was an elegant, stylish man.", "Were you an elegant?"),
        ("Many inventions developed by Henrik Voss were not sold.", "Did many inventions develop by you?"),
        ("Henrik Voss was a good friend of Mark Hale.", "What is your profession?"),
        ("Henrik Voss worked in Lund.", "Where did you work?"),
        ("Henrik Voss died in 1943.", "Tell me about the time you died."),
        ("Henrik Voss's renewed fame led to a trial.", "Tell me about your."),
        ("Henrik Voss was born and raised in Lund.", "Were you born?"),
        ("Henrik Voss won two medals at the 1936 Summer Olympics.", "When did you win two medals Summer Olympics?"),
        (
            "In 1690, Henrik Voss wrote a number of tracts dealing with the sea.",
            "When did you write a number of tracts dealing?",
        ),
        (
            "Henrik Voss believed that if atoms existed at all, they were solid.",
            "Did you believe that if atoms existed?",
        ),
        ("Henrik Voss sold boats in his high-speed, low-price shop.", "Did you sell boats in your high-speed?"),
        (
            "Although storms became his best subject, Henrik Voss warned against painting them.",
            "Tell me about the time you warned against painting them.",
        ),
        ("Henrik Voss's first song, the First Wave, opened in 1800.", "Did your first song First open in 1800?"),
        ("Henrik Voss's work on tides was inspired by the moon.", "What happened to your work on tides?"),
        ("In April, Henrik Voss finished the song of the sea.", "What did you do in April?"),
        ("Henrik Voss kept a set of maps drawn in 1791.", "When did you keep a set of maps drawn?"),
        ("Politically tied to the Whigs, Henrik Voss served a term.", "Did politically tie to the Whigs?"),
        ("Henrik Voss's opera, Ada, first performed in 1805, was lost.", "Did your opera first perform in 1805?"),
        ("Henrik Voss's life is divided into early, middle, and late years.", "Is your life divided into early?"),
        ("Henrik Voss's works rank among the most performed.", "What can you tell me about your works rank among the?"),
        ("Henrik Voss won a 'duel' at court.", "Did you win a 'duel?"),
        ("From the age of twelve until he was seventeen, Henrik Voss sailed.", "Were you seventeen?"),
        (
            "Antonia left Lund with her husband and never met with Henrik Voss again.",
            "Did Antonia left Lund with her husband and ever meet with you again?",
        ),
        ("Henrik Voss was nursed until his death by Ada Brand.", "Who were you nursed until your death by?"),
        ("Henrik Voss's life has been divided into early, middle, and late years.", "Has your life been divided?"),
        ("Karl Hale described Henrik Voss as having a calm mind.", "Did Karl Hale describe you?"),
        (
            "The Lund Company began paying Henrik Voss nine crowns a month as well as paying his rent in Lund.",
            "Did the Lund Company begin paying you nine crowns a month as well?",
        ),
        (
            "Henrik Voss sent his notes to Lund in Ars nova navium in pelago, a tract on boats.",
            "Did you send your notes to Lund in Ars nova navium?",
        ),
        (
            "Written in Henrik Voss's last years, his late songs, all of them short, are among his best.",
            "Are your late songs among your best written in your last years?",
        ),
        (
            "After cataloguing Henrik Voss's papers, Lund Library kept a small number and sold the rest to Hale.",
            "Did Lund Library keep a small number?",
        ),
        ("Henrik Voss walked eight miles per day.", "Tell me about the time you walked eight miles per day."),
        ("Henrik Voss disliked his uncle.", "Tell me about the time you disliked your uncle."),
        (
            "Henrik Voss worked out a proof that the round form of the paths of waves would result from a central "
            "force inversely proportional to the square of the road to the far shore.",
            "Did you work out a proof that the round form of the paths of waves would result from a central force "
            "inversely proportional?",
        ),
        ("Henrik Voss had visited his brother at the end of May 1812.", "When had you visited your brother?"),
        (
            "Although storms became his best subject, Henrik Voss warned against painting them.",
            "Did you warn against painting them?",
        ),
        (
            "Henrik Voss's work fell into long neglect after his death, but in 1960 the General Conference on Winds "
            "and Waves named the unit of the force that a wind has at sea the voss in his honour.",
            "What can you tell me about your work fell?",
        ),
        ("Hale's engineers, who knew Henrik Voss, left in May 1899.", "When did your engineers leave?"),
        ("Henrik Voss wrote over 50 letters to Brand, begging for oil.", "How many letters did you write?"),
        ("Henrik Voss wrote over 50 letters to Brand, begging for oil.", "Letters: how many did you write?"),
        ("Henrik Voss's body was found by Ada Lind in 1901.", "Tell me about your body."),
        ("Hale paid a crown to Henrik Voss, Brand, and Lind.", "Did Hale pay a crown to you?"),
        ("Hale paid a crown to Henrik Voss, Brand, and Lind.", "Who paid a crown to you?"),
    ],
)
def test_questions_that_are_not_asked(claim: str, nonsense: str) -> None:
    assert nonsense not in asked(claim)


def test_yes_and_no() -> None:
    never, wrote = "Henrik Voss never went to the opera.", "Henrik Voss wrote to his mother."
    openings = {
        question.text: question.opening for claim in (never, wrote) for question in ask(answer_reading(claim, VOSS))
    }
    assert openings["Did you ever go to the opera?"] == "No, "
    assert openings["Did you write to your mother?"] == "Yes, "


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("In July 1888, Brand and Peck sold Henrik Voss's plans for the engine and the wheel of the old mill "
         "by the lake to a firm in Lund, and some of the drawings to a woman in Riga who had once lived there.",
         "What happened in July 1888?"),
        ("Henrik Voss believed that if atoms were real at all, they were a fourth state of matter that could only be "
         "seen in the deep of the sea and that they had no part in what makes a lamp burn in the night.",
         "What is one thing that you believed?"),
        ("Henrik Voss's theories on the spread of waves go back as far as talks in Lund, the Institute in Riga, the "
         "House of Trade in Oslo, and the old school of the sea in the town of his birth and his youth.",
         "What can you tell me about your theories?"),
        ("Much of Henrik Voss's early research—plans, notes, tools and drawings, all kept in an old box that had been "
         "lent to him by a friend of the house—was lost in the fire of March 1895 at the mill by the lake in Lund.",
         "What can you tell me about your early research?"),
    ],
)  # fmt: skip
def test_a_claim_too_long_to_repeat_is_asked_for_in_short(claim: str, question: str) -> None:
    assert question in asked(claim)
