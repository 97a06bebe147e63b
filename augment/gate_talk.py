"""The gates that look at the words of an answer alone, in any language: talk of machines, private matters, copying."""

import re

from augment.english.grammar import past_of, third_of
from augment.english.lexicon import AUXILIARIES
from augment.english.sentences import split_sentences
from augment.english.unfit import PRIVATE

COPIED_SENTENCE, COPIED_RUN = 6, 12
"""Words: a sentence as long as this that stands in the source word for word, and a run of words inside one."""

_MACHINE = re.compile(
    r"\bas an? (?:AI|artificial intelligence|(?:large )?language model|(?:virtual |digital |AI )?assistant|chatbot)\b"
    r"|\bhow (?:can|may|else can) I (?:help|assist) you\b|\bI (?:cannot|can['’]t|am unable to) assist\b"
    r"|\bI(?:['’]m| am) (?:sorry, but )?(?:just )?an? (?:AI|(?:large )?language model|virtual assistant|chatbot)\b"
    r"|\bmy (?:training data|knowledge cutoff)\b|\bfeel free to ask\b|\bI hope this helps\b|\bOpenAI\b|\bChatGPT\b"
    r"|作为一(?:个|名|款)?(?:AI|人工智能|语言模型|大型?语言模型|虚拟助手|智能助手)|我是一(?:个|款)(?:AI|人工智能|语言模型)"
    r"|作為一(?:個|名|款)?(?:AI|人工智慧|語言模型|大型?語言模型|虛擬助理)|很高兴为您服务|很高興為您服務",
    re.IGNORECASE,
)
"""What only a machine says; nobody's own words are to be trained on with it."""
_WRITER = re.compile(
    r"\bI(?:['’]m| am) here to (?:help|assist)\b|\blet me know if (?:you|there)\b|\bI hope (?:this|that) answers\b"
    r"|\bfeel free to reach out\b|\bI (?:do not|don['’]t) have access to\b"
    r"|\bI (?:do not|don['’]t) have personal (?:experiences?|opinions?|feelings?)\b"
    r"|\bas of my (?:last|latest)\b|\b(?:great|good|excellent) question\b|\bis there anything else\b"
    r"|\b(?:based on|according to) (?:the|your) (?:provided |given )?"
    r"(?:text|passage|context|information|document|article)\b"
    r"|\bthe (?:passage|text|context) (?:provided|says|states|mentions|does not)\b"
    r"|(?:根据|根據)(?:文本|原文|上文|所给|所給|提供的)|(?:还有什么可以帮|還有什麼可以幫)",
    re.IGNORECASE,
)
"""What a machine says to its user or about the text that it was given. People say some of it too, though not here."""
_CLOSE = (
    r"(?:wife|husband|spouse|partner|mother|father|parents|brother|sister|son|daughter|child|children|friend|uncle|aunt|"
    r"cousin|niece|nephew|grandson|granddaughter|girlfriend|boyfriend|colleague|neighbou?r)"
)
_CHILD = r"(?:son|daughter|child|kid|boy|girl|niece|nephew|grandson|granddaughter|grandchild|stepson|stepdaughter)"
_UNDER_18 = (
    r"(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen)"
)
_DIAGNOSIS = (
    r"(?:cancer|leuka?emia|diabetes|epilep\w+|HIV|AIDS|depress(?:ion|ive)|bipolar|schizophreni\w+|autis\w+|dementia|"
    r"Alzheimer\S*|Parkinson\S*|alcoholi\w+|addict\w+|abortion|miscarriage|suicid\w+|anorexi\w+|bulimi\w+|psychosis|"
    r"syphilis|gonorrh\w+|herpes|hepatitis|an? eating disorder|a nervous breakdown)"
)
_OF_OTHERS = re.compile(
    rf"\b{_UNDER_18}[- ]years?[- ]old {_CHILD}\b"
    rf"|\b{_CHILD}(?:,? [A-Z]\w+)?,? (?:who )?(?:is|turns|turned just) {_UNDER_18}\b"
    rf"|\b{_CHILD}(?:,? [A-Z]\w+)? (?:goes to|attends|is a pupil)\b"
    rf"|\b[Mm]y (?:\w+ )?{_CLOSE}\b(?:,? [A-Z]\w+,?)?(?: \w+){{0,5}} (?:from |of |with |has |had |an? )?{_DIAGNOSIS}\b"
    rf"|\b{_CLOSE}['’]s (?:\w+ )?{_DIAGNOSIS}\b"
)
"""Children by age or school, and illnesses of those near to the person."""


def find_assistant_talk(text: str, own_words: bool) -> str | None:
    """What a chat machine says; None if nothing. In the person's own words, only what no person says."""
    return _found(_MACHINE, text) or (None if own_words else _found(_WRITER, text))


def find_private(text: str, of_others: bool) -> str | None:
    """An address or number of anybody; of others also children's ages and illnesses, where that is asked for.

    Not handled: names of private persons, and illnesses told without a word for them.
    """
    return _found(PRIVATE, text) or (_found(_OF_OTHERS, text) if of_others else None)


def find_copied(answer: str, evidence: str, source: str) -> str | None:
    """A sentence of the evidence or source that stands in the answer word for word, or a long run of the source's.

    Args:
        answer: its sentences are looked for, those of fewer than `COPIED_SENTENCE` words excepted.
        evidence: the quotes.
        source: the text that was to be told in other words; '' if its own words are what is wanted.
    """
    text = _plain(f"{evidence} {source}")
    for sentence in split_sentences(answer):
        if _is_whole(sentence.text) and _plain(sentence.text) in text:
            return sentence.text
    told, read = _plain(answer).split(), _plain(source)
    runs = (" ".join(told[i : i + COPIED_RUN]) for i in range(len(told) - COPIED_RUN + 1))
    return next((run for run in runs if f" {run} " in f" {read} "), None) if source else None


def _is_whole(text: str) -> bool:
    """Whether a text is a sentence long enough to be copied; a name or a phrase has no other words."""
    found = re.findall(r"[^\W\d_]+", text)
    return len(_plain(text).split()) >= COPIED_SENTENCE and any(
        w in AUXILIARIES or past_of(w) or third_of(w) for w in found
    )


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match.group() if match else None


def _plain(text: str) -> str:
    """The words in lower case."""
    return " ".join(re.findall(r"\w+", text.lower()))
