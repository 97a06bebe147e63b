"""Who else is spoken of: people other than the person, as far as their names and titles show it.

A name too many is harmless here: it makes a pronoun unclear, and the row is dropped. Chinese names are found by their
surname where one may begin; names from elsewhere by their dot.
"""

import re
from typing import Literal, NamedTuple

from augment.chinese.lexicon import COMPOUND_SURNAMES, FEMALE, KIN, SURNAMES, TITLES, VERBS, either, longer, words

_NAME_CHARACTER = (
    r"[^\W0-9A-Za-z的之在其了是有被为与和经后时中上下说将及也又不这那个从对于向因等率派命令使让由到入出会能可把给"
    r"以并而但或就都我你他她年月日]"
)
_FIRSTS = rf"{_NAME_CHARACTER}{{1,8}}(?:[·-]{_NAME_CHARACTER}{{1,10}})*·"
_BEFORE = r"(?:^|(?<=[，、；：。（「的与和跟同令命派由使向对将把给替被伐遣请以及让杀败迎救见拜娶立降斩擒助劝召]))"
_BEHIND = (
    r"(?=[，、。；）的等被在于为率派命和与及之是曾又将任则亦也遂乃便即不所对向以从自因已始仍才却并共一合再有说]"
    rf"|{either(VERBS)}|$)"
)
_DOTTED = rf"{_FIRSTS}(?:{_NAME_CHARACTER}{{1,6}}?{_BEHIND}|{_NAME_CHARACTER}{{1,6}})"
_CHINESE = rf"{_BEFORE}(?:[{SURNAMES}]|{either(COMPOUND_SURNAMES)}){_NAME_CHARACTER}{{1,2}}{_BEHIND}"
_RULER = rf"{_NAME_CHARACTER}{{1,3}}(?:帝|王|妃|氏|公|宗|祖|皇后|太后)(?![0-9A-Za-z国朝室权位后司主园开元里])"
_MANY = words("家人 家族 家庭 先祖 祖先 后裔 后代 子孙 部下 部将 部属 部众 队友 同事 同学 同僚")
_SINGLE = tuple(word for word in longer(KIN) if word not in _MANY)
_TITLED = rf"(?:^|(?<=[，。；与和跟向对给被令命派请由让使]))(?:{either(TITLES)})(?!的|之)"
_NOUN = rf"{either(_SINGLE)}|(?<=[其之])[父母妻兄弟姐妹子](?![弟女孙民])|{_TITLED}"
_OTHER = re.compile(rf"(?P<dotted>{_DOTTED})|(?P<noun>{_NOUN})|(?P<chinese>{_CHINESE})|(?P<ruler>{_RULER})")


class Other(NamedTuple):
    """Somebody else: a name, a woman's relation or title, or another relation or title."""

    start: int
    end: int
    kind: Literal["name", "woman", "title"]

    def may_be(self, pronouns: str) -> bool:
        """Whether a pronoun of this kind could mean them."""
        return {"he": self.kind != "woman", "she": self.kind != "title", "they": True}[pronouns]


def find_others(flat: str, own: list[tuple[int, int]]) -> list[Other]:
    """The other people of a plain text in order; `own` are the places of the person's own names and offices."""
    found: list[Other] = []
    for match in _OTHER.finditer(flat):
        if any(start < match.end() and match.start() < end for start, end in own):
            continue
        kind = _kind(match)
        between = flat[found[-1].end : match.start()] if found else "，"
        named_kin = kind == "name" and not re.search(
            "[，。；、]" if between.startswith(("是", "为")) else "[，。；、和与及]", between
        )
        found.append(Other(match.start(), match.end(), found[-1].kind if named_kin else kind))
    return found


def _kind(match: re.Match[str]) -> Literal["name", "woman", "title"]:
    if not match.group("noun"):
        return "name"
    return "woman" if match.group() in FEMALE else "title"
