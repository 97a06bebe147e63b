"""Text as it is spoken, for synthesisers that read letters: numbers spelled out, signs said or removed.

    "In 1906 it cost $2.5 million, 5% more."
    "In nineteen oh-six it cost two point five million dollars, five percent more."

Numbers are spelled in every language that num2words knows; years, money, per cent and decades only in English. What
is still a digit or a sign afterwards is for the exporter to reject. Not handled: abbreviations, Roman numerals, units.
"""

import re

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = re.compile(rf"([$£€])\s?({_DIGITS})(\s(?:hundred|thousand|million|billion|trillion))?\b")
_UNITS = {"$": "dollar", "£": "pound", "€": "euro"}
_PERCENT = re.compile(rf"({_DIGITS})\s?%")
_DECADE = re.compile(r"\b((?:1[1-9]|20)\d)0'?s\b")
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)\b")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"(?<![\w.,])(1[1-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_MINUS = re.compile(r"(?<!\S)[-\u2212](?=\d)")
_NUMBER = re.compile(rf"(?<![\w.])({_DIGITS})(?!\w)")
_QUOTES = str.maketrans("\u2018\u2019", "''", '"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\uff02')
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f\u20e3][\ufe0e\ufe0f\u200d]*")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\u200b\ud800-\udfff]")

SIGNS = re.compile(r"[\d$£€¥₹￥%‰％&@#°+=<>^~\\/*_{}\[\]²³¹¼½¾]")
"""What letters do not spell: digits and signs."""


def one_line(text: str) -> str:
    """The text on one line, without what separates fields in filelists (bars, tabs, newlines) and control characters.

    A byte order mark is one of them, and so is half of a surrogate pair, which no file can hold.
    """
    return " ".join(_CONTROLS.sub("", text.replace("|", " ")).split())


def speakable(text: str, language: str) -> str:
    """Spell out what a reader would say; quotation marks and emoji, which nobody says, are removed."""
    text = one_line(_EMOJI.sub(" ", text.translate(_QUOTES).replace("\u2026", "...")))
    if language.lower().startswith("en"):
        text = _say_english(text)
    return _NUMBER.sub(lambda match: _spelled(match[1], language), text)


def _say_english(text: str) -> str:
    """Money, per cent, decades, times of day, ordinals and years, which English says in ways of its own."""
    text = _MONEY.sub(lambda m: _say_money(m[1], m[2], m[3] or ""), text)
    text = _PERCENT.sub(lambda m: f"{_spelled(m[1], 'en')} percent", text)
    text = _DECADE.sub(lambda m: _plural(_spelled(m[1] + "0", "en", "year")), text)
    text = _CLOCK.sub(lambda m: _say_time(m[1], m[2]), text)
    text = _ORDINAL.sub(lambda m: _spelled(m[1], "en", "ordinal"), text)
    text = _MINUS.sub("minus ", text)
    text = _YEAR.sub(lambda m: _spelled(m[1], "en", "year"), text)
    return text.replace(" & ", " and ")


def _say_money(sign: str, amount: str, scale: str) -> str:
    """'$', '2.5', ' million' -> 'two point five million dollars'."""
    if not scale and re.fullmatch(r"[\d,]+\.\d\d", amount):
        whole, cents = amount.split(".")
        pence = {"$": "cents", "£": "pence", "€": "cents"}[sign]
        return _say_money(sign, whole, "") + (f" and {_spelled(str(int(cents)), 'en')} {pence}" if int(cents) else "")
    unit = _UNITS[sign] + ("" if amount == "1" and not scale else "s")
    return f"{_spelled(amount, 'en')}{scale} {unit}"


def _plural(year: str) -> str:
    """'nineteen ninety' -> 'nineteen nineties'; 'nineteen hundred' -> 'nineteen hundreds'."""
    return year.removesuffix("y") + ("ies" if year.endswith("y") else "s")


def _say_time(hour: str, minute: str) -> str:
    """'10:05' -> 'ten oh five'."""
    if minute == "00":
        return f"{_spelled(hour, 'en')} o'clock"
    return f"{_spelled(hour, 'en')} {'oh ' if minute[0] == '0' else ''}{_spelled(str(int(minute)), 'en')}"


def _spelled(number: str, language: str, form: str = "cardinal") -> str:
    """A number in words; as it stands if the language is not known to num2words."""
    from num2words import num2words

    try:
        return str(num2words(number.replace(",", ""), lang=language, to=form))
    except (NotImplementedError, OverflowError):
        return number
