"""Who is the person among the speakers that a transcript names: 'Donald J Trump', 'MR. TRUMP', 'trump', 'DT'.

    is named          person         others
    MR. TRUMP         Donald Trump   Donald Trump Jr., MRS. TRUMP, Melania Trump

A name is compared without titles, initials, case and what stands in brackets or after a comma. Not handled: names that
are written in another script, or with the family name first, unless an alias says so.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

TITLES = frozenset(
    """
    admiral, captain, chairman, chancellor, colonel, dame, doctor, dr, former, frau, gen, general, gov, governor, herr,
    hon, justice, king, lady, lord, madame, minister, miss, mme, monsieur, mr, mrs, ms, mx, mayor, president, prime,
    prof, professor, queen, rear, rep, rev, reverend, sec, secretary, sen, senator, señor, señora, signor, signora, sir,
    speaker, the, vice
    """.replace(",", " ").split()
)
OF_ONE_GENDER = {"mr": "he", "herr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "frau": "she"}

_REMARK = re.compile(r"[(\[<\uff08][^)\]>\uff09]*[)\]>\uff09]?|[,;|].*")
_PHONE = re.compile(r"[+(]?\d[\d\s().\u00a0\u202f\u2010-\u2015-]{6,}\d")


def persons_labels(labels: Iterable[str], names: Collection[str], pronouns: str = "they") -> set[str]:
    """The labels of one transcript that mean the person with these `names`.

    Whole names and family names are the person's ('Donald J Trump', 'MR. TRUMP'), but a family name alone is not where
    somebody else bears it too, nor with the title of another gender. Where neither is found, a first name or the
    initials are, if there is one such label.
    """
    words = {label: _words(label) for label in labels}
    known = [_words(name) for name in names]
    whole = {label for label, label_words in words.items() if any(_is_whole(label_words, name) for name in known)}
    others = [label_words for label, label_words in words.items() if label not in whole]
    by_family = {
        label
        for label, label_words in words.items()
        if any(_is_family(label_words, name) for name in known)
        and not any(_is_family(label_words, other) for other in others)
        and _fits(label, pronouns)
    }
    if found := whole | by_family:
        return found
    loose = {label for label in words if any(_is_short(label, words[label], name) for name in known)}
    return loose if len(loose) == 1 else set()


def named_labels(labels: Iterable[str], given: Collection[str]) -> set[str]:
    """The labels that a persona file names, whatever their case, titles and remarks."""
    wanted = {name.casefold().strip() for name in given} | {" ".join(_words(name)) for name in given}
    return {label for label in labels if {label.casefold().strip(), " ".join(_words(label))} & wanted}


def without_phone_numbers(text: str) -> str:
    """The text with 'a phone number' for each: those who are not in an address book are named by theirs."""
    return _PHONE.sub("a phone number", text)


def _words(name: str) -> tuple[str, ...]:
    """A name's words in lower case, without titles: 'Sen. Hillary R. Clinton (D)' -> hillary, r, clinton."""
    plain = unicodedata.normalize("NFKC", _REMARK.sub(" ", name)).casefold()
    words = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", plain.replace("\u2019", "'"))
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def _is_whole(label: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The same first and last name; middle initials may be there or not, a first name may be its initial."""
    if label == name:
        return True
    if len(label) < 2 or len(name) < 2:
        return False
    first, *middle = label
    given = first == name[0] or (len(first) == 1 and name[0].startswith(first))
    return given and _full(middle) == _full(name[1:]) and bool(_full(middle))


def _full(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) > 1 or not word.isascii()]


def _is_family(label: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The end of a name: 'van gogh'."""
    return 0 < len(label) < len(name) and name[-len(label) :] == label


def _is_short(label: str, words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    initials = "".join(word[0] for word in name)
    short = re.sub(r"[^A-Z]", "", label) if label.isupper() else ""
    return len(name) > 1 and (words == name[:1] or (short.casefold() == initials and len(label) <= 2 * len(initials)))


def _fits(label: str, pronouns: str) -> bool:
    genders = {OF_ONE_GENDER[word] for word in re.findall(r"\w+", label.casefold()) if word in OF_ONE_GENDER}
    return pronouns == "they" or genders <= {pronouns}
