"""Given names that tell a woman from a man, and the titles that a page may put before the person's own name.

Our own lists, of names that hardly anybody of the other sex bears in any large language: no Andrea, Jean, Kim or Robin.
A name that is missing counts as anybody's, which makes the rewriter more careful, never less.
"""

import re

from augment.english.lexicon import FEMALE, MALE, words
from augment.person import Person

WOMEN = words(
    "Ada Adele Agnes Alice Alicia Amalia Amanda Amelia Amy Anastasia Angela Angelina Anita Anna Anne Annie "
    "Antoinette Antonia Antonie Astrid Barbara Beatrice Beatrix Bertha Bettina Betty Brenda Bridget Camilla "
    "Caroline Catherine Cecilia Charlotte Christina Christine Clara Claudia Constance Cynthia Daphne Deborah "
    "Diana Dorothea Dorothy Edith Eileen Eleanor Elena Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elspeth "
    "Emily Emma Erika Esther Ethel Eva Evelina Florence Frances Francesca Frida Friederike Gabriela Gabriella "
    "Georgia Gertrude Giulia Giulietta Gloria Gudrun Hannah Harriet Hedwig Helen Helena Henrietta Hilda Ida "
    "Ingrid Irene Isabel Isabella Jacqueline Jane Janet Jeanne Jennifer Jessica Joan Johanna Josephine Judith "
    "Julia Juliana Juliet Karin Karoline Kate Katharina Katharine Katherine Kathleen Laura Leonora Lisa Louise "
    "Lucia Lucy Lydia Magdalena Mamie Margaret Margarethe Margot Marianne Marie Martha Mary Mathilda Matilda Maud "
    "Mildred Mileva Milica Minna Miriam Molly Monica Nancy Nannette Natalia Nora Olga Olivia Pamela Patricia "
    "Paula Pauline Penelope Priscilla Rachel Rebecca Rosa Rosalind Rose Ruth Sabina Sally Sandra Sarah Sofia "
    "Sophia Sophie Stella Stephanie Susan Susanna Sylvia Tatiana Teresa Theresa Therese Ursula Veronica Victoria "
    "Virginia Vivian Wilhelmina Winifred Yvonne Zelda"
)
MEN = words(
    "Aaron Abraham Adam Adolf Adrian Alan Albert Alexander Alfonso Alfred Andrew Anthony Anton Antonio Archibald "
    "Arnold Arthur August Augustus Benedict Benjamin Bernard Bernhard Bertrand Boris Brian Bruce Carl Charles "
    "Christopher Claude Clement Conrad Constantine Daniel David Dennis Dmitri Donald Douglas Duncan Edgar Edmund "
    "Edward Edwin Emil Eric Erik Ernest Ernst Eugene Ferdinand Fernando Francesco Franklin Frederick Friedrich "
    "Fritz Geoffrey Georg George Gerald Gilbert Giovanni Giuseppe Gottfried Gregory Guglielmo Gustav Hans Harold "
    "Harry Heinrich Henri Henrik Henry Herbert Herman Hermann Howard Hubert Hugh Hugo Igor Isaac Ivan Jack Jacob "
    "Jacques James Jeremy Joachim Johann Johannes John Jonathan Joseph Joshua Julius Karl Kenneth Klaus Konrad "
    "Lawrence Leonard Leopold Louis Ludwig Luigi Luke Magnus Marcus Martin Matthew Maurice Max Maximilian Michael "
    "Miguel Mikhail Milutin Moritz Nathaniel Nicholas Nicolas Niels Norman Oliver Oscar Oskar Otto Pablo Patrick "
    "Paul Pedro Peter Philip Pierre Ralph Raymond Richard Robert Roger Roland Rudolf Rudolph Rupert Samuel "
    "Sebastian Sergei Sigmund Simon Stephen Steven Theodor Theodore Thomas Timothy Tobias Tomas Ulrich Victor "
    "Vincent Vladimir Walter Wilhelm William Winston Wolfgang Xavier Zachary"
)

_TITLES = (
    "General|President|Captain|Colonel|Major|Lieutenant|Admiral|Commander|Sergeant|Senator|Governor|Judge|Justice|"
    "Chancellor|Secretary|Minister|Chairman|Mayor|Ambassador|Bishop|Reverend|Rev|Congressman|Representative|Coach"
)
_ROYAL = {
    "he": "|King|Prince|Emperor|Lord|Count|Duke",
    "she": "|Queen|Princess|Empress|Lady|Countess|Duchess",
    "they": "",
}


def name_pattern(person: Person) -> re.Pattern[str]:
    """The person's names, with any title that may stand before them: 'General Voss', 'Lieutenant Colonel Voss'."""
    titles = _TITLES + _ROYAL[person.pronouns]
    return re.compile(rf"(?:(?:\b(?:Vice |Prime )?(?:{titles})\.? ){{1,2}})?(?:{person.pattern.pattern})")


def gender_of(name: str, before: str, is_full: bool) -> str:
    """'he', 'she' or 'any', by the given name and the word before it: 'his mother, Ana', 'Emma Hale'.

    A man's name that is not `is_full`, with another behind it, may be a surname: 'James left'.
    """
    if before in MALE or before in FEMALE:
        return "he" if before in MALE else "she"
    return "she" if name in WOMEN else "he" if name in MEN and is_full else "any"
