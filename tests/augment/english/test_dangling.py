"""What only the sentence before explains: left out where the rest stays true, else a reason to refuse."""

import pytest

from augment.english.rules import find_statements, first_person_answer
from augment.person import Person
from augment.statements import Statement

VOSS = Person("Henrik Voss", ("Henrik Voss", "Voss"), "he", frozenset({"Malmö", "Lund", "Riga", "Oslo"}))


def told(text: str) -> list[str]:
    """Each claim as the person says it, each refusal as its reason."""
    return [
        first_person_answer(found.text, VOSS) if isinstance(found, Statement) else found.reason
        for found in find_statements(text, VOSS)
    ]


LEFT_OUT = [
    ("Voss lit lamps at both locations, to the joy of the town.", "I lit lamps, to the joy of the town."),
    ("Voss stated that he saw waves during this time.", "I stated that I saw waves."),
    ("Voss fell ill at around the same time.", "I fell ill."),
    ("Voss lived in that house until 1901.", "dangling_reference"),
    ("Voss never slept during this time.", "dangling_reference"),
    ("Voss won a medal in 1990 for this work.", "I won a medal in 1990."),
    ("Soon after, Voss left Lund.", "I left Lund."),
    ("That summer Voss wrote a song in Lund.", "I wrote a song in Lund."),
    ("Despite this he kept his post in the town.", "ambiguous_pronoun"),
    ("Shortly after he arrived, Voss fell ill in Lund.", "I fell ill in Lund."),
    ("At the time, Voss taught Greek in Lund.", "I taught Greek in Lund."),
    ("In April, Voss finished his Sonata No. 5.", "I finished my Sonata No. 5."),
    ("In November Prince Hale paid Voss.", "Prince Hale paid me."),
    ("In April 1901, Voss finished his sonata.", "In April 1901, I finished my sonata."),
    ("In April, Voss never slept in Lund.", "In April, I never slept in Lund."),
    ("In the years that followed, Voss often sailed to Oslo.", "I often sailed to Oslo."),
    ("During his employment, Voss mended the lamps of Lund.", "I mended the lamps of Lund."),
    ("Voss then sailed to Oslo.", "I sailed to Oslo."),
    ("Voss chose instead to stay in Lund.", "I chose to stay in Lund."),
    ("Voss knew no Greek, another subject of the course.", "I knew no Greek."),
    ("Voss taught Karl Brand, who later wrote about their encounters.", "I taught Karl Brand."),
    (
        "Voss broke three ribs in the accident (the doctor who came was late, and had an old horse).",
        "I broke three ribs.",
    ),
]

REFUSED = [
    ("Voss refused the offer.", "dangling_reference"),
    ("Voss refused the offer of a post.", "I refused the offer of a post."),
    ("Voss continued the project for another year.", "dangling_reference"),
    ("Voss used the money to buy a boat.", "dangling_reference"),
    ("Voss sold a boat and spent the money.", "I sold a boat."),
    ("Voss wrote a report and sold the report.", "I wrote a report and sold the report."),
    ("Voss received the letter S by radio in Lund.", "I received the letter S by radio in Lund."),
    ("Voss rejected such criticisms in 1901.", "dangling_reference"),
    ("Voss wrote songs such as those sung in Lund.", "dangling_reference"),
    ("Voss wrote songs such as those known in Lund.", "I wrote songs such as those known in Lund."),
    ("Voss believed early on that storms come from the sea.", "I believed early on that storms come from the sea."),
    ("Voss wrote new endings for both in 1901.", "dangling_reference"),
    ("The song was sung in Lund, and Voss printed its score.", "dangling_reference"),
    ("Voss was first hired by Karl Brand, who won the shy composer round.", "I was first hired by Karl Brand."),
    ("Voss was the first composer to be knighted in Lund.", "I was the first composer to be knighted in Lund."),
    ("Most are for the piano, but Voss wrote songs.", "I wrote songs."),
    ("Many works by Hale were bought by Voss.", "Many works by Hale were bought by me."),
    ("Voss claimed that the four types are one in his book.", "dangling_reference"),
    ("Voss lost his post. His reply was short.", "dangling_reference"),
    ("Ada Brand lies in Lund Abbey. Voss was the first sailor to lie in the abbey.", "dangling_reference"),
    ("Voss loved the sea. He painted the sea in Lund.", "I painted the sea in Lund."),
    ("The asking price was high. Voss set the price at nine crowns.", "dangling_reference"),
    ("Voss's position was attacked by Karl Brand.", "dangling_reference"),
    ("Voss's position at Lund was attacked by Karl Brand.", "My position at Lund was attacked by Karl Brand."),
    ("In 1938, Voss was able to get up.", "dangling_reference"),
    ("Voss's friends were present.", "dangling_reference"),
    ("Voss regained custody in 1820.", "dangling_reference"),
    ("Voss regained custody of his niece in 1820.", "I regained custody of my niece in 1820."),
    ("The town excused Voss and his heirs.", "dangling_reference"),
    ("Voss finished a further song in Lund.", "dangling_reference"),
    ("Voss fell in love with the younger daughter, Ada.", "dangling_reference"),
    ("Voss was already ill.", "dangling_reference"),
    ("Voss was already ill by 1901.", "I was already ill by 1901."),
    ("Voss never graduated from the university.", "dangling_reference"),
    ("Voss did the task and asked about payment.", "dangling_reference"),
    ("Voss recalled a storm in Lund; a wave would break the mast of his boat.", "attributed"),
    ("Voss sailed to Lund; a wave broke the mast of his boat.", "A wave broke the mast of my boat."),
]

WHICH_ONE = [
    ("Voss sailed to Lund; his lab stood near Mill Street.", "dangling_reference"),
    ("Voss's lab was sold in 1904.", "dangling_reference"),
    ("Voss's room had been entered.", "dangling_reference"),
    ("Voss's lab in Lund stood near Mill Street.", "My lab in Lund stood near Mill Street."),
    ("Voss's lab in Lund was sold in 1904.", "My lab in Lund was sold in 1904."),
    ("The full extent of Voss's injuries was never known.", "dangling_reference"),
    ("Voss measured his initial wave length at nine feet.", "dangling_reference"),
    ("Voss's early tests were made with glass bells.", "dangling_reference"),
    ("Voss's early tests of glass bells were made at night.", "My early tests of glass bells were made at night."),
    ("During his third year, Voss lost his boat at cards.", "I lost my boat at cards."),
    ("During his third year at Lund, Voss lost his boat.", "During my third year at Lund, I lost my boat."),
    ("During his first year, Voss never missed a lesson.", "dangling_reference"),
    ("Voss tried to sell his idea to the Riga Bank.", "dangling_reference"),
    ("Voss tried to sell his idea of a sail to Brand.", "I tried to sell my idea of a sail to Brand."),
    ("Voss never asked who was at fault.", "dangling_reference"),
    ("When exam time came, Voss was ill in Lund.", "dangling_reference"),
    ("After the war started, Voss lost his boat in Riga.", "I lost my boat in Riga."),
    ("Voss taught Greek in Lund until the war.", "dangling_reference"),
    ("Voss was given the chief keeper position.", "dangling_reference"),
    ("Voss was given the chief keeper position at Lund.", "I was given the chief keeper position at Lund."),
    ("Voss had been poor even before building of the tower began.", "dangling_reference"),
    ("Voss walked to the cathedral to feed the cats.", "dangling_reference"),
    ("Voss fled to Riga. There, he explored the hills in old boots.", "dangling_reference"),
    ("Voss fled to Riga. He explored the hills in old boots.", "I explored the hills in old boots."),
    ("Voss wrote a treatise, The Tides. The treatise is kept in Lund.", "dangling_reference"),
    ("Voss wrote a treatise on tides. The treatise is kept in Lund.", "My treatise is kept in Lund."),
    ("Karl Edvin Brand ran a mill. Brand asked Voss for money.", "dangling_reference"),
    ("Voss had a brother named Nils. Nils was killed when Voss was five.", "dangling_reference"),
    ("Brand asked Voss for money.", "Brand asked me for money."),
    ("Karl Brand ran a mill. Brand hired Voss for the Brand Mill.", "Brand hired me for the Brand Mill."),
]

SPEECH = [
    ('Voss told a clerk that he had no king, stating, "Suppose I had.', "I told a clerk that I had no king."),
    ("Voss was fond of the work of Hale, saying:", "I was fond of the work of Hale."),
    ("Voss was quoted by a clerk as saying:", "fragment"),
    ('Voss drew a "plan that would put an end to all the wars."',
     'I drew a "plan that would put an end to all the wars."'),
    ('Voss set out his views in an article, "The Sea and the Land are great Things which will lead to Peace" (1914).',
     'I set out my views in an article, "The Sea and the Land are great Things which will lead to Peace" (1914).'),
    ('Voss told the clerk, "the sea is the only road that a free man has in this world."', "quoted_speech"),
    ('The work of Voss has been said "to help every sailor".', "hedged"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "said"), LEFT_OUT + REFUSED + WHICH_ONE + SPEECH)
def test_what_leans_on_others(sentence: str, said: str) -> None:
    assert told(sentence)[-1] == said
