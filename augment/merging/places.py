"""Whether two places of an English text can be told apart: Lund is in Sweden, so who was born in both is no riddle.

There is no map here, so the question is answered from words alone, and "no" is the careful answer: a country, a region
or a building may hold or lie in any town, and a town that a text ties to another place ("Brooklyn, New York") may be a
part of it.
"""

import re
from collections.abc import Iterable
from itertools import product

from augment.english.lexicon import DAYS, MONTHS, words

_REGIONS = words(
    # Continents and what is said of parts.
    "africa america americas asia europe oceania antarctica north south east west northern southern eastern western "
    "central new great upper lower saint st mount san santa world continent "
    # Countries of today.
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus belgium "
    "bolivia bosnia herzegovina botswana brazil britain bulgaria cambodia cameroon canada chile china colombia congo "
    "croatia cuba cyprus czechia denmark ecuador egypt england estonia ethiopia finland france georgia germany ghana "
    "greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica "
    "japan jordan kazakhstan kenya korea kosovo kuwait laos latvia lebanon liberia libya lithuania luxembourg "
    "macedonia madagascar malaysia mali malta mexico moldova mongolia montenegro morocco mozambique myanmar namibia "
    "nepal netherlands zealand nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru "
    "philippines poland portugal qatar romania russia rwanda salvador samoa arabia scotland senegal serbia singapore "
    "slovakia slovenia somalia africa spain sudan sweden switzerland syria taiwan tanzania thailand tibet togo "
    "tunisia turkey uganda ukraine emirates uruguay usa us uk u.s u.k uzbekistan venezuela vietnam wales yemen zambia "
    "zimbabwe "
    # Realms and regions of the past.
    "prussia bohemia moravia saxony bavaria hanover austria-hungary ottoman soviet ussr yugoslavia czechoslovakia "
    "siam persia ceylon burma rhodesia galicia silesia transylvania dalmatia lombardy tuscany sicily normandy brittany "
    "catalonia flanders holland lapland siberia crimea "
    # States and provinces.
    "alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi "
    "missouri montana nebraska nevada hampshire jersey york ohio oklahoma oregon pennsylvania tennessee texas utah "
    "vermont virginia washington wisconsin wyoming alberta manitoba ontario quebec saskatchewan queensland victoria "
    "tasmania yorkshire lancashire lincolnshire kent essex sussex surrey cornwall devon norfolk suffolk "
    # What a region calls itself.
    "empire kingdom republic federation union states state province county region district duchy principality colony "
    "territory island islands isles valley coast bay cape sea ocean lake river mountains hills highlands war battle"
)
_BUILDINGS = words(
    "hotel hospital clinic house palace castle abbey church cathedral chapel home room prison tower street road avenue "
    "square hall school college university camp fort farm manor villa cemetery sanatorium asylum monastery convent "
    "theatre theater airport station ship train"
)
_NOT_PLACES = frozenset(word.lower() for word in MONTHS | DAYS) | words("spring summer autumn winter city town village")
_NAME = r"[A-ZÀ-ŽĐ][\w'’-]+(?: [A-ZÀ-ŽĐ][\w'’-]+)*"
_TIED = re.compile(
    rf"({_NAME})(?=(?:,? \(|,? in |, )(?:(?:now|then|today|in|a|the|part|of|near|modern-day) )*({_NAME}))"
)


class Nearness:
    """What the quotes of all claims say of which place lies in which: 'Smiljan (now in Croatia)' ties the two."""

    def __init__(self, quotes: Iterable[str]) -> None:
        self._tied: set[tuple[str, str]] = set()
        for quote in dict.fromkeys(quotes):
            for one, other in _TIED.findall(quote):
                self._tied.update(product(one.lower().split(), other.lower().split()))

    def ties(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a text has a word of one place right before a word of the other."""
        return any((a, b) in self._tied or (b, a) in self._tied for a, b in product(one, other))


def towns_of(names: Iterable[str]) -> frozenset[str]:
    """Of the capitalised words of a place, in lower case, those that may name a town; none if they name a building."""
    names = frozenset(names)
    return frozenset() if _BUILDINGS & names else names - _REGIONS - _NOT_PLACES


def are_different_towns(one: frozenset[str], other: frozenset[str], nearness: Nearness) -> bool:
    """Whether two places are provably different towns, given `towns_of` both."""
    return bool(one and other) and not one & other and not nearness.ties(one, other)
