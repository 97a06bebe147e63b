"""Answers as a language model words them: what passes, what falls, and what only a reader can tell."""

import pytest

from augment.english.checks import find_leak, find_mismatch, find_unsupported, is_first_person
from augment.gates import check
from augment.person import Person
from likeness.records import Exchange, Message, Rejected

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
MARROW = Person("Ida Marrow", ("Ida Marrow", "Marrow"), "she")
KETTLE = Person("Robin Kettle", ("Robin Kettle", "Kettle"), "they")
BRANDT = Person("Leonie Brandt", ("Leonie Brandt", "Brandt"), "she")
OKORO = Person("Sela Okoro", ("Sela Okoro", "Okoro"), "she")
TULL = Person("Amos Tull", ("Amos Tull", "Tull"), "he")
EVIDENCE = {
    "e1": (
        "In 1881, Voss moved to Budapest with Anna Hale to work under Ferenc Kovacs at the national telephone exchange."
    ),
    "e2": "Voss was born in the village of Lindholm on 4 March 1856, the fourth of five children.",
    "e3": "His father, Milo Voss, was a village priest, and his mother taught him to sew.",
    "e4": (
        "Hale hired Voss as a draughtsman in 1884 and paid him $18 per week; he resigned after six months "
        "when Hale refused to raise his wage."
    ),
    "e5": "He never married, claiming that his chastity helped his work.",
    "e6": "In 1890 he left Prague for Trieste, where he designed a lighthouse lamp that was patented in 1893.",
    "e7": "He did not finish his degree at Graz because he had lost his scholarship.",
    "m1": "Marrow studied botany at Leeds from 1921 to 1924 and later taught at a girls' school in York.",
    "m2": "She married the painter Tom Askew in 1930; they had two daughters, Clara and June.",
    "m3": "Her first novel, The Salt Road, sold 40,000 copies in its first year and won the Danforth Prize.",
    "m4": "She was inspired by her grandmother, who had kept bees on the moors.",
    "t1": "Kettle grew up in Dover and began painting at the age of nine. They live in Porto with their partner.",
    "a1": (
        "Brandt entered the University of Jena in 1907, where she attended the lectures of the zoologist Karl Mertens."
    ),
    "a2": "In 1912 the Royal Society of Ghent awarded Brandt the Lindqvist Medal for her work on river sponges.",
    "a3": ("Brandt's brother Emil, who had emigrated to Chile, sent her specimens every year until he died in 1919."),
    "a4": "During the war she worked as a nurse in a field hospital near Verdun and caught typhus.",
    "a5": "She wrote more than 200 letters to the novelist Clara Weiss, but only twelve of them survive.",
    "a6": ("Brandt sold her house in Bremen for 30,000 marks and bought a small boat, the Seahorse, with the money."),
    "a7": "She disliked public speaking and turned down the chair of zoology at Basel twice.",
    "b1": "Tull was raised by his aunt in Norwich after his parents drowned in the flood of 1871.",
    "b2": "He apprenticed under the clockmaker Jonas Pike from 1884 to 1889 but quarrelled with him over wages.",
    "b3": ("Tull invented a self-winding tower clock, which the city of Norwich installed in 1901 at a cost of £450."),
    "b4": "His daughter Ruth became the first woman to join the Guild of Clockmakers.",
    "b5": "In 1903 Tull lost two fingers in an accident, and he never repaired a watch again.",
    "b6": "Pike's widow sued Tull in 1890, but the court ruled in Tull's favour.",
    "b7": "Tull's workshop employed eleven men and stood on Magdalen Street until it burned down in 1910.",
    "c1": (
        "Okoro left school at fourteen to help in her uncle's bakery, but a librarian named Joan Peel lent "
        "her books on chemistry."
    ),
    "c2": (
        "In 1958 she won a scholarship to the University of Leicester and graduated with first-class honours in 1961."
    ),
    "c3": (
        "Okoro and her colleague Piet Vos isolated the enzyme in 1969; Vos received the Harmsen Prize for it,"
        " and Okoro was not mentioned."
    ),
    "c4": ("She married the engineer David Rowe in 1964, divorced him in 1971 and raised their son Michael alone."),
    "c5": (
        "From 1975 until her retirement in 1998 she directed the Institute of Cell Biology in Lagos, which "
        "had 40 employees in 1980 and 300 in 1995."
    ),
    "c6": ("Although she was offered a professorship at Zurich, she stayed in Lagos because her mother was ill."),
    "c7": (
        "Okoro wrote three textbooks, the best known of which is The Living Wall (1983), and translated poems"
        " from Yoruba."
    ),
}


def reason(person: Person, evidence: str, question: str, answer: str) -> str | None:
    messages = (Message(role="user", content=question), Message(role="assistant", content=answer))
    checked = check(Exchange(kind="fact", messages=messages), EVIDENCE.get(evidence, evidence), person)
    return checked.reason if isinstance(checked, Rejected) else None


@pytest.mark.parametrize(
    ("person", "evidence", "question", "answer"),
    [
        (VOSS, "e1", "When did you move to Budapest?", "In 1881."),
        (VOSS, "e1", "When did you move to Budapest?", "It was in 1881, I remember it well."),
        (VOSS, "e1", "When did you move to Budapest?", "I moved there in 1881, with Anna Hale."),
        (VOSS, "e1", "Why did you go to Budapest?", "I went to work under Ferenc Kovacs at the telephone exchange."),
        (VOSS, "e1", "Who came with you to Budapest?", "Anna Hale did. We moved there together in 1881."),
        (VOSS, "e1", "Who was your boss in Budapest?", "I worked under Ferenc Kovacs."),
        (
            VOSS,
            "e1",
            "Tell me about your move to Budapest.",
            "Well, in 1881 I moved to Budapest, you know, to work at the telephone exchange. Anna Hale moved with me.",
        ),
        (VOSS, "e1", "Did you move to Budapest alone?", "No, I moved there with Anna Hale."),
        (VOSS, "e2", "Where were you born?", "In Lindholm."),
        (VOSS, "e2", "Where were you born?", "I was born in a village called Lindholm."),
        (VOSS, "e2", "Do you remember your birthday?", "Yes, I was born on March 4th, 1856."),
        (VOSS, "e2", "How many children were you?", "We were five children, and I was the fourth."),
        (VOSS, "e2", "When were you born?", "I was born in March 1856."),
        (VOSS, "e3", "What did your father do?", "He was a village priest. My father's name was Milo Voss."),
        (VOSS, "e3", "What did your father do?", "My father was a priest."),
        (VOSS, "e3", "What did your mother teach you?", "To sew. My mother taught me that."),
        (VOSS, "e3", "Who taught you to sew?", "My mother did."),
        (VOSS, "e3", "Who taught you to sew?", "I was taught by my mother."),
        (VOSS, "e4", "Who hired you in 1884?", "Hale. He hired me as a draughtsman."),
        (VOSS, "e4", "Who hired you in 1884?", "I was hired by Hale in 1884."),
        (VOSS, "e4", "How much were you paid?", "Eighteen dollars per week."),
        (VOSS, "e4", "How much did Hale pay you?", "Hale paid me $18 per week."),
        (VOSS, "e4", "Why did you resign?", "Because Hale refused to raise my wage."),
        (VOSS, "e4", "How long did you work for Hale?", "I resigned after six months."),
        (VOSS, "e4", "Why did you resign?", "Hale refused to raise my wage, so I resigned."),
        (VOSS, "e5", "Did you ever marry?", "No, never."),
        (VOSS, "e5", "Did you ever marry?", "No, I never married. My chastity helped my work, I claimed."),
        (VOSS, "e5", "Were you married?", "No, I never married."),
        (VOSS, "e5", "Did you ever marry?", "I didn't. I never married."),
        (VOSS, "e6", "Where did you go in 1890?", "To Trieste. I left Prague that year."),
        (VOSS, "e6", "What did you design in Trieste?", "A lighthouse lamp. It was patented in 1893."),
        (
            VOSS,
            "e6",
            "What did you design in Trieste?",
            "I designed a lamp for a lighthouse, and it was patented in 1893.",
        ),
        (VOSS, "e6", "When was your lamp patented?", "My lamp was patented in 1893."),
        (VOSS, "e7", "Did you finish your degree?", "No, I didn't finish it, because I'd lost my scholarship."),
        (VOSS, "e7", "Did you finish your degree at Graz?", "No, I did not."),
        (VOSS, "e7", "Why didn't you finish your degree?", "I lost my scholarship."),
        (VOSS, "e7", "Why did you not finish your degree?", "Because I had lost my scholarship at Graz."),
        (MARROW, "m1", "What did you study?", "Botany, at Leeds."),
        (MARROW, "m1", "What did you study at Leeds?", "I studied botany at Leeds, from 1921 to 1924."),
        (MARROW, "m1", "Where did you teach?", "I taught at a girls' school in York."),
        (MARROW, "m1", "How long were you at Leeds?", "From 1921 until 1924."),
        (MARROW, "m2", "Who did you marry?", "Tom Askew, the painter. We married in 1930."),
        (MARROW, "m2", "Who was your husband?", "I married a painter, Tom Askew."),
        (MARROW, "m2", "Do you have children?", "Yes, we had two daughters, Clara and June."),
        (MARROW, "m2", "How many daughters did you have?", "Two: Clara and June."),
        (MARROW, "m3", "How many copies did your first novel sell?", "It sold 40,000 copies in its first year."),
        (
            MARROW,
            "m3",
            "Did your first novel win a prize?",
            "Yes, The Salt Road won the Danforth Prize. It was my first novel.",
        ),
        (MARROW, "m4", "Who inspired you?", "My grandmother. She had kept bees on the moors."),
        (MARROW, "m4", "Who inspired you?", "I was inspired by my grandmother, who kept bees."),
        (KETTLE, "t1", "Where did you grow up?", "I grew up in Dover."),
        (KETTLE, "t1", "When did you begin to paint?", "I began painting when I was nine."),
        (KETTLE, "t1", "Where do you live now?", "I live in Porto with my partner."),
        (BRANDT, "a1", "Where did you study?", "At the University of Jena, from 1907."),
        (BRANDT, "a1", "When did you start university?", "I entered the University of Jena in 1907."),
        (BRANDT, "a1", "Whose lectures did you attend at Jena?", "Karl Mertens's. He was a zoologist."),
        (BRANDT, "a1", "Who taught you at Jena?", "I attended Karl Mertens's lectures there."),
        (BRANDT, "a2", "What did you get the Lindqvist Medal for?", "For my work on river sponges."),
        (BRANDT, "a2", "Who gave you the medal?", "The Royal Society of Ghent awarded it to me in 1912."),
        (BRANDT, "a2", "When were you awarded the Lindqvist Medal?", "1912, if I remember rightly."),
        (BRANDT, "a3", "Where did your brother emigrate to?", "Emil? He emigrated to Chile."),
        (BRANDT, "a3", "Who sent you specimens?", "My brother Emil sent me specimens every year."),
        (BRANDT, "a3", "When did Emil die?", "My brother died in 1919."),
        (BRANDT, "a4", "What did you do during the war?", "I worked as a nurse in a field hospital, near Verdun."),
        (BRANDT, "a4", "Were you a nurse?", "I was, yes. I worked in a field hospital near Verdun."),
        (
            BRANDT,
            "a5",
            "How many letters did you write to Clara Weiss?",
            "More than two hundred, but only twelve survive.",
        ),
        (BRANDT, "a5", "Did all of your letters to Clara Weiss survive?", "No, only twelve of them survive."),
        (BRANDT, "a6", "How much did you sell your house for?", "I sold it for 30,000 marks."),
        (BRANDT, "a6", "What did you buy with the money?", "A small boat, the Seahorse."),
        (BRANDT, "a6", "What was your boat called?", "My boat was called the Seahorse."),
        (BRANDT, "a7", "Did you like public speaking?", "No, I disliked it."),
        (BRANDT, "a7", "How often did you turn down the chair at Basel?", "Twice. I turned it down twice."),
        (TULL, "b1", "Who raised you?", "My aunt raised me, in Norwich."),
        (TULL, "b1", "Who raised you?", "I was raised by my aunt after my parents drowned."),
        (TULL, "b1", "What happened to your parents?", "They drowned in the flood of 1871."),
        (TULL, "b2", "Who were you apprenticed to?", "To Jonas Pike, a clockmaker."),
        (TULL, "b2", "Why did you fall out with Pike?", "We quarrelled over wages."),
        (TULL, "b2", "How long were you an apprentice?", "From 1884 to 1889, under Jonas Pike."),
        (TULL, "b3", "What did you invent?", "I invented a tower clock that was self-winding."),
        (TULL, "b3", "Where was your clock installed?", "The city of Norwich installed my clock in 1901."),
        (TULL, "b4", "Tell me about Ruth.", "My daughter Ruth was the first woman to join the Guild of Clockmakers."),
        (TULL, "b5", "Did you repair watches after 1903?", "No, I never repaired a watch again."),
        (TULL, "b5", "How many fingers did you lose?", "Two. I lost two fingers in an accident in 1903."),
        (TULL, "b6", "Who sued you?", "Pike's widow sued me in 1890."),
        (TULL, "b6", "Were you ever sued?", "Yes, in 1890 I was sued by Pike's widow."),
        (TULL, "b7", "How many men did you employ?", "Eleven. My workshop stood on Magdalen Street."),
        (TULL, "b7", "When did your workshop burn down?", "My workshop burned down in 1910, sadly."),
        (OKORO, "c1", "When did you leave school?", "I left school at fourteen."),
        (OKORO, "c1", "Why did you leave school so early?", "I had to help in my uncle's bakery."),
        (OKORO, "c1", "How did you get into chemistry?", "A librarian, Joan Peel, lent me books on chemistry."),
        (OKORO, "c1", "Who was Joan Peel?", "She was a librarian who lent me books on chemistry."),
        (OKORO, "c2", "When did you graduate?", "I graduated in 1961, with first-class honours."),
        (OKORO, "c2", "How did you get to Leicester?", "I won a scholarship to the university there in 1958."),
        (OKORO, "c2", "What did you win in 1958?", "A scholarship to the University of Leicester."),
        (OKORO, "c3", "What did you and Piet Vos do in 1969?", "We isolated the enzyme."),
        (OKORO, "c3", "Who received the Harmsen Prize?", "Piet Vos did. I was not mentioned."),
        (OKORO, "c3", "Did you receive the Harmsen Prize?", "No, Vos received it."),
        (OKORO, "c4", "Who was your husband?", "I married David Rowe, an engineer, in 1964."),
        (OKORO, "c4", "Do you have any children?", "Yes, a son, Michael. I raised him alone."),
        (OKORO, "c5", "How many employees did your institute have in 1995?", "300."),
        (OKORO, "c5", "How many people worked there in 1980?", "It had 40 employees in 1980."),
        (
            OKORO,
            "c5",
            "What did you direct?",
            "I directed the Institute of Cell Biology, in Lagos, from 1975 until I retired.",
        ),
        (OKORO, "c6", "Why did you stay in Lagos?", "Because my mother was ill."),
        (OKORO, "c6", "Did you go to Zurich?", "No, I stayed in Lagos; my mother was ill."),
        (OKORO, "c7", "Did you translate anything?", "Yes, I translated poems from Yoruba."),
        (OKORO, "c7", "How many textbooks did you write?", "I wrote three. The best known is The Living Wall."),
    ],
)
def test_what_the_evidence_carries_passes(person: Person, evidence: str, question: str, answer: str) -> None:
    assert reason(person, evidence, question, answer) is None


@pytest.mark.parametrize(
    ("person", "evidence", "question", "answer"),
    [
        (VOSS, "e1", "When did you move to Budapest?", "In 1882."),
        (VOSS, "e1", "When did you move to Budapest?", "I moved there with Hale in the spring of 1881."),
        (VOSS, "e1", "Who came with you?", "Ferenc Kovacs moved to Budapest with me."),
        (VOSS, "e1", "Tell me about Budapest.", "I moved to Budapest with Ferenc Kovacs to work under Anna Hale."),
        (VOSS, "e1", "Tell me about Budapest.", "Anna Hale moved to Budapest and I stayed in Lindholm."),
        (VOSS, "e1", "Tell me about Budapest.", "I founded the national telephone exchange in Budapest."),
        (VOSS, "e2", "How many children were you?", "We were four children, and I was the fifth."),
        (VOSS, "e2", "When were you born?", "I was born on 3 April 1856."),
        (VOSS, "e3", "What did you do?", "I was a village priest."),
        (VOSS, "e3", "Who taught you to sew?", "I taught my mother to sew."),
        (VOSS, "e3", "Who taught you to sew?", "My father taught me to sew."),
        (VOSS, "e3", "Who taught you to sew?", "My father."),
        (VOSS, "e3", "What did your father do?", "My mother was a village priest."),
        (VOSS, "e4", "Who hired you?", "I hired Hale as a draughtsman in 1884."),
        (VOSS, "e4", "How much did you earn?", "I paid Hale $18 per week."),
        (VOSS, "e4", "Why did you resign?", "I resigned because I refused to raise Hale's wage."),
        (VOSS, "e4", "Did Hale raise your wage?", "Yes, Hale raised my wage after six months."),
        (VOSS, "e4", "How long did you stay?", "I resigned after eighteen months."),
        (VOSS, "e4", "Tell me about Hale.", "Hale resigned after six months."),
        (VOSS, "e5", "Did you marry?", "Yes, I married."),
        (VOSS, "e5", "Did you marry?", "Yes, I did."),
        (VOSS, "e6", "Where did you go in 1890?", "I left Trieste for Prague in 1890."),
        (VOSS, "e6", "Where did you go in 1890?", "To Prague."),
        (VOSS, "e6", "When was your lamp patented?", "My lamp was patented in 1890."),
        (VOSS, "e6", "Where did you design the lamp?", "I designed a lighthouse lamp in Prague."),
        (VOSS, "e7", "Did you finish your degree?", "Yes, I finished my degree at Graz."),
        (VOSS, "e7", "Did you finish your degree?", "Yes."),
        (
            VOSS,
            "e7",
            "Why did you lose your scholarship?",
            "I lost my scholarship because I did not finish my degree at Prague.",
        ),
        (MARROW, "m1", "Where did you teach?", "I taught botany at Leeds."),
        (MARROW, "m1", "Where did you teach?", "I taught at a girls' school in Leeds."),
        (MARROW, "m1", "When did you study?", "I studied botany from 1924 to 1921."),
        (MARROW, "m2", "Who did you marry?", "I married Clara in 1930."),
        (MARROW, "m2", "What did you do?", "I was a painter."),
        (MARROW, "m2", "How many daughters did you have?", "We had two sons."),
        (MARROW, "m3", "Tell me about your first novel.", "The Danforth Prize was my first novel."),
        (MARROW, "m3", "Tell me about your novel.", "It won 40,000 prizes."),
        (MARROW, "m4", "Tell me about the bees.", "I kept bees on the moors."),
        (MARROW, "m4", "Tell me about your grandmother.", "I inspired my grandmother."),
        (MARROW, "m4", "Who inspired you?", "She was inspired by my grandmother."),
        (KETTLE, "t1", "Where did you grow up?", "I grew up in Porto."),
        (KETTLE, "t1", "Where do you live?", "I live in Dover with my partner."),
        (KETTLE, "t1", "Where do you live?", "They live in Porto with my partner."),
        (VOSS, "e1", "When did you move to Budapest?", "I moved there in 1881 and I was delighted by the food."),
        (VOSS, "e1", "When did you move to Budapest?", "In 1881 I moved to Budapest with my good friend Anna Hale."),
        (VOSS, "e2", "Where were you born?", "I was born in the large village of Lindholm."),
        (BRANDT, "a1", "Where did you study?", "I attended the University of Ghent."),
        (BRANDT, "a1", "Who taught you?", "Karl Mertens attended my lectures."),
        (BRANDT, "a1", "What were you?", "I was a zoologist."),
        (
            BRANDT,
            "a1",
            "Tell me about Jena.",
            "I entered the University of Jena in 1907, where I lectured on zoology.",
        ),
        (BRANDT, "a2", "Who got the medal?", "I awarded the Royal Society of Ghent the Lindqvist Medal."),
        (BRANDT, "a2", "What for?", "I got the Lindqvist Medal for my work on sea sponges."),
        (BRANDT, "a2", "Did you refuse the medal?", "Yes, I refused the Lindqvist Medal in 1912."),
        (BRANDT, "a3", "Where did you live?", "I had emigrated to Chile."),
        (BRANDT, "a3", "Who sent what?", "I sent Emil specimens every year."),
        (BRANDT, "a3", "When?", "My brother Emil emigrated to Chile in 1919."),
        (BRANDT, "a3", "When did you die?", "I died in 1919."),
        (BRANDT, "a4", "What did you do?", "I worked as a doctor in a field hospital near Verdun."),
        (BRANDT, "a4", "Were you ill?", "I never caught typhus."),
        (
            BRANDT,
            "a4",
            "Tell me about the war.",
            "I worked as a nurse near Verdun and caught typhus, from which my best friend died.",
        ),
        (BRANDT, "a5", "How many letters?", "I wrote only twelve letters to Clara Weiss."),
        (BRANDT, "a5", "Who wrote?", "Clara Weiss wrote me more than 200 letters."),
        (BRANDT, "a5", "Who was Clara?", "Clara Weiss was my sister."),
        (BRANDT, "a5", "What were you?", "I was a novelist."),
        (BRANDT, "a6", "What did you sell?", "I sold the Seahorse for 30,000 marks."),
        (BRANDT, "a6", "What did you buy?", "I bought a small house in Bremen."),
        (BRANDT, "a7", "What happened at Basel?", "I accepted the chair of zoology at Basel."),
        (BRANDT, "a7", "Did you like speaking?", "Yes, I liked public speaking."),
        (BRANDT, "a7", "What did you hold?", "I held the chair of zoology at Basel twice."),
        (TULL, "b1", "Who raised you?", "I was raised by my parents in Norwich."),
        (TULL, "b1", "Who drowned?", "My aunt drowned in the flood of 1871."),
        (TULL, "b1", "Who raised whom?", "I raised my aunt in Norwich."),
        (TULL, "b2", "What did Pike do?", "Jonas Pike apprenticed under me."),
        (TULL, "b2", "When?", "I apprenticed under Jonas Pike from 1884 to 1903."),
        (TULL, "b3", "Who invented it?", "The city of Norwich invented my tower clock."),
        (TULL, "b3", "When?", "I installed a tower clock in 1901 in London."),
        (TULL, "b3", "Cost?", "It cost me £540."),
        (TULL, "b4", "What did you join?", "I became the first member to join the Guild of Clockmakers."),
        (
            TULL,
            "b4",
            "What about your daughter?",
            "My daughter Ruth became the first woman to leave the Guild of Clockmakers.",
        ),
        (TULL, "b5", "Did you go on?", "I repaired watches again after the accident."),
        (TULL, "b5", "What happened?", "My daughter lost two fingers in an accident in 1903."),
        (TULL, "b6", "Who sued?", "I sued Pike's widow in 1890."),
        (TULL, "b6", "Who won?", "The court ruled in Pike's favour, not mine."),
        (TULL, "b7", "How many?", "My workshop employed ten men."),
        (TULL, "b7", "When?", "My workshop employed eleven men until 1890."),
        (TULL, "b7", "Where?", "My house stood on Magdalen Street until it burned down in 1910."),
        (OKORO, "c1", "When did you leave school?", "I left school at fifteen."),
        (OKORO, "c1", "Who helped you?", "I lent Joan Peel books on chemistry."),
        (OKORO, "c1", "What were you?", "I was a librarian."),
        (OKORO, "c1", "Where did you work?", "I helped in my father's bakery."),
        (OKORO, "c2", "When did you win it?", "I won a scholarship to the University of Leicester in 1961."),
        (OKORO, "c2", "What did you graduate in?", "I graduated in chemistry with first-class honours in 1961."),
        (OKORO, "c3", "Who received the Harmsen Prize?", "I received the Harmsen Prize for it."),
        (OKORO, "c3", "Were you mentioned?", "Yes, I was mentioned, and Vos was not."),
        (OKORO, "c3", "Who isolated it?", "Piet Vos isolated the enzyme while I was on leave."),
        (OKORO, "c4", "Who raised your son?", "David Rowe raised Michael alone."),
        (OKORO, "c4", "When did you marry?", "I married David Rowe in 1971."),
        (OKORO, "c4", "What were you?", "I was an engineer."),
        (OKORO, "c4", "Who did you marry?", "I married Michael in 1964."),
        (OKORO, "c5", "How many employees did you have in 1995?", "40."),
        (OKORO, "c5", "How many employees did you have in 1980?", "We had 300 employees in 1980."),
        (OKORO, "c5", "When did you retire?", "In 1995."),
        (OKORO, "c6", "Why did you stay?", "I stayed in Lagos because I was ill."),
        (OKORO, "c6", "Where did you go?", "I accepted a professorship at Zurich."),
        (OKORO, "c6", "Where did you stay?", "I stayed in Zurich because my mother was ill."),
        (OKORO, "c7", "What did you write?", "I wrote poems in Yoruba."),
        (OKORO, "c7", "What did you translate?", "I translated The Living Wall from Yoruba."),
    ],
)
def test_what_the_evidence_does_not_carry_falls(person: Person, evidence: str, question: str, answer: str) -> None:
    assert reason(person, evidence, question, answer)


@pytest.mark.parametrize(
    ("person", "evidence", "question", "answer"),
    [
        (VOSS, "e2", "Where were you born?", "I came into the world in Lindholm."),
        (VOSS, "e2", "Where were you born?", "I first saw the light of day in Lindholm."),
        (VOSS, "e1", "When did you move to Budapest?", "I settled there in 1881."),
        (VOSS, "e7", "Did you finish your degree?", "No, I dropped out when the money stopped."),
        (VOSS, "e1", "Did you know Clara?", "Yes, I moved to Budapest with Clara."),
        (BRANDT, "a2", "Did you win any prizes?", "Yes, I was awarded the Lindqvist Medal in 1912."),
        (BRANDT, "a4", "Were you ever ill?", "Yes, I caught typhus during the war."),
        (TULL, "b3", "How much did your tower clock cost?", "It cost £450."),
        (TULL, "b6", "How did the lawsuit end?", "The court ruled in my favour."),
        (OKORO, "c1", "Where did you work as a girl?", "In my uncle's bakery."),
        (OKORO, "c4", "When did you get divorced?", "I divorced David Rowe in 1971."),
        (OKORO, "c5", "When did you retire?", "I retired in 1998."),
        (OKORO, "c7", "What is your best known book?", "The Living Wall, from 1983."),
    ],
)
def test_other_words_are_left_to_a_reader(person: Person, evidence: str, question: str, answer: str) -> None:
    assert reason(person, evidence, question, answer) == "entailment_undecided"


@pytest.mark.parametrize(
    ("evidence", "answer", "expected"),
    [
        ("e1", "In 1882 I moved to Budapest.", "unsupported_number"),
        ("e2", "I was born on 4 May 1856.", "unsupported_date"),
        ("e2", "I was born on 3 March 1856.", "unsupported_number"),
        ("e1", "I moved to Prague.", "unsupported_name"),
        ("e6", "In 1890 I left Trieste for Prague.", "unsupported_name"),
        ("e5", "I married.", "contradicted"),
        ("e1", "I never moved to Budapest.", "contradicted"),
        ("e4", "Hale raised my wage.", "contradicted"),
        ("e3", "I was a village priest.", "wrong_subject"),
        ("e3", "My mother was a village priest.", "wrong_subject"),
        ("e3", "I taught my mother to sew.", "swapped_roles"),
        ("e4", "I hired Hale as a draughtsman.", "swapped_roles"),
        ("e2", "I was born in Lindholm during a storm.", "invented_detail"),
        ("Voss (4 May 1856 – 7 June 1943) was a painter.", "I died on 4 May 1856.", "unsupported_number"),
        ("Voss (4 May 1856 – 7 June 1943) was a painter.", "I was born on 4 May 1856.", None),
        ("The tower was built at Graz, and Voss saw it.", "I built the tower.", "entailment_undecided"),
    ],
)
def test_the_reason(evidence: str, answer: str, expected: str | None) -> None:
    found = next(find_unsupported(answer, EVIDENCE.get(evidence, evidence), "Tell me about it.", VOSS), None)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("In Smiljan.", True),
        ("It was in 1873.", True),
        ("38.", True),
        ("Anna Hale did.", True),
        ("A lamp. It was patented in 1893.", True),
        ("It's true, I moved.", True),
        ("Budapest is a fine city.", False),
        ("The move was in 1881.", False),
    ],
)
def test_is_first_person(answer: str, expected: bool) -> None:
    assert is_first_person(answer) is expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("He moved to Graz.", "He"),
        ("I moved with his wife.", "his"),
        ("Voss moved to Graz.", "Voss"),
        ("Henrik was my name.", "Henrik"),
        ("My name is Henrik Voss.", None),
        ("I built the Voss engine.", None),
        ("My father was a priest. He died young.", None),
        ("He taught me to sail.", None),
    ],
)
def test_find_leak(answer: str, expected: str | None) -> None:
    assert find_leak(answer, VOSS) == expected


@pytest.mark.parametrize(
    ("angle", "question", "answer", "misses"),
    [
        ("when", "When did you move?", "I moved to Graz.", True),
        ("", "In what year did you move?", "In 1881.", False),
        ("", "When did you move?", "Yes, in 1881 I moved.", True),
        ("where", "Where did you move?", "To Graz.", False),
        ("", "Where were you born?", "In 1856.", False),
        ("who", "Who came?", "Edison.", False),
        ("", "Who sued you?", "Pike's widow sued me.", False),
        ("", "Why did you leave?", "I left in 1881.", True),
        ("", "Why did you leave?", "Because the mill closed.", False),
        ("", "What is your profession?", "I was sent to Graz without a coat of my own.", True),
        ("", "What is your profession?", "An inventor.", False),
        ("", "Did you move?", "I sold it.", True),
        ("", "Did you move?", "I moved, yes.", False),
        ("how", "How many men came?", "Dozens.", False),
    ],
)
def test_find_mismatch(angle: str, question: str, answer: str, misses: bool) -> None:
    assert bool(find_mismatch(angle, question, answer)) is misses


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which languages do you speak?", "I speak Danish and a little Gaelic."),
        ("Please list your languages.", "I speak Danish and a little Gaelic."),
        ("In which languages can you hold a conversation?", "I speak Danish and a little Gaelic."),
        ("Whereabouts do you make your home?", "I live in Lund."),
        ("Tell me, where could one visit you?", "I live in Lund."),
        ("Where are you based?", "I live in Lund."),
        ("You have a memoir to your name. Which title does it bear?", "I published my memoir, Slow Bees, in 2005."),
        ("What did your mother do for a living?", "My mother taught geography at the village school."),
        ("What did your father do for a living?", "My father ran a mill by the river for thirty years."),
    ],
)
def test_a_roundabout_question_of_the_rules_is_answered(question: str, answer: str) -> None:
    evidence = (
        answer.replace("I speak", "Voss speaks")
        .replace("I live", "Voss lives")
        .replace("I published my", "Voss published his")
    )
    evidence = evidence.replace("My ", "His ")
    person = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he")
    assert not list(find_unsupported(answer, evidence, question, person))
    assert find_mismatch("what", question, answer) is None


@pytest.mark.parametrize(
    ("question", "answer", "is_echo"),
    [
        ("Tell me about the time you caught scarlet fever.", "I caught scarlet fever.", True),
        (
            "What can you tell me about arriving too late to enroll at Lund?",
            "I arrived too late to enroll at Lund.",
            True,
        ),
        ("What can you tell me about moving to Oslo?", "In 1880, I moved to Oslo.", False),
        ("Tell me about your back.", "My back was wrenched in a fall.", False),
        ("Did you catch scarlet fever?", "Yes, I caught scarlet fever.", False),
    ],
)
def test_who_wants_to_hear_of_it_hears_more_than_was_asked(question: str, answer: str, is_echo: bool) -> None:
    angle = "whether" if question.startswith("Did") else "about"
    assert bool(find_mismatch(angle, question, answer)) is is_echo
