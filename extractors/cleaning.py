"""Posts to the person's own words: verbatim, without what the platform or somebody else put there.

    post       RT @NASA: Touchdown confirmed!                        rejected: repost
    post       "@ada: You were right!" Thank you.                    rejected: quoted
    post       @ada So true &amp; so sad. https://t.co/x1 (2/2)      utterance: So true & so sad.
    thread     A clock is a promise. 1/2 | It says that ... 2/2      utterance: A clock is a promise. ¶ It says that ...

Rejecting too much is preferred to keeping another person's words. Nothing is rewritten but what is named in
`clean_text`. Not seen: words copied without any mark of quotation, and posts that staff wrote by hand.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.language import detected
from extractors.posts.automatic import is_automatic, is_sent_on
from extractors.posts.threads import without_count
from extractors.words import count_words
from likeness.records import Post, Rejected, Utterance

REPOST = "repost"
QUOTED = "quoted"
ATTRIBUTED = "attributed"
HEADLINE = "headline"
APP_MADE = "app_made"
SENT_ON = "sent_on"
LINK_ONLY = "link_only"
NO_WORDS = "no_words"
TRUNCATED = "truncated"
TOO_SHORT = "too_short"
OTHER_LANGUAGE = "other_language"

MINIMUM_WORDS = 3
"""'Thank you!' and 'So true.' say nothing of a style."""

LANGUAGE_CONFIDENCE = 0.8
LANGUAGE_MINIMUM_WORDS = 6
"""Below these a language is not believed. Measured with the detector's lite model on 8,728 English posts: none of 30
letters or more was taken for another language with a confidence above 0.7. A plain German, French, Spanish or Chinese
sentence scores 0.99."""

_CONTENT = re.compile(r"[^\W\d_][\w'\u2019-]*")
_TAG = re.compile(r"[@#]\w+")
_SOUND = re.compile("[\x00-\x7f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\ufe0f\U0001f300-\U0001faff]*")
"""Texts without the letters that encoding faults leave behind, as in "donâ€™t": most texts; ftfy need not see them."""

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")

_STATUS_LINK = re.compile(r"https?://[A-Za-z0-9_./@-]+?/status(?:es)?/\d+")  # words may be glued to its number
_LINK = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t(?<!\wt)\.co/)[!#-&*-;=?-Z_a-z~\u00c0-\u024f]*[A-Za-z0-9_/\u00c0-\u024f]|https?:/{0,2}(?=\s|$)"
)
_CUT_SHORT = re.compile(r"(?:\u2026\s*https?://\S+|\((?:cont|more)\)(?:\s*https?://\S+)?)\s*$")
_SENTENCE_END = re.compile(  # not the stop of 'Donald J.' or 'Gov.'
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs|\bGov|\bSen|\bRep|\bGen|\bRev)[.!?][\"\u201d')\]]*(?=\s|$)"
    r"|[\u3002\uff01\uff1f]|:(?=$)"
)

_OPEN_END, _OPEN_START = re.compile(r"(?:[\w,;\u2013\u2014-]|\.\.\.?|\u2026)$"), re.compile(r"[a-z]|\.\.|\u2026")

_HANDLES = re.compile(r"\s*(?:@\w+(?:[.@-]\w+)*[\s,:]+)+")  # also @ada.bsky.social and @bob@server.example
_SUBJECT = re.compile(
    r"\s*@\w+(?:['\u2019]s|\s+(?:is|was|has|had|are|were|will|would|can|could|should|must|MUST|does|did|and|or)\b)"
)
_VIA = re.compile(r"[\s(\[](?:[Vv][Ii][Aa]|h/t):?\s+@\w+[)\]]?\s*$")
_COUNTER = re.compile(
    r"^\s*[(\[]\d{1,2}/\d{1,2}[)\]]|[(\[]\d{1,2}/(?:\d{1,2})?[)\]]\s*$|(?<=[.!?])\s+(?!9/11)\d{1,2}/(?:\d{1,2})?\s*$"
)

_REPOST = re.compile(
    r"\W*(?:R/?T|rt|(?:[Rr]etweet|[Rr]epost)(?:ed|ing)?(?: from)?)\b\s*:?\s*@\w|[\u267b\U0001f501]\ufe0f?\s*@\w"
)
_QUOTE = "\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019'"
_QUOTED = re.compile(rf"\s*\.?(?:[{_QUOTE}]+\s*\.?@\s?\w|@\w+:\s*[{_QUOTE}]|(?:OH|Overheard)\b:?\s*[{_QUOTE}@])")
_COPIED = re.compile(r"\b[RMQ]T\b\s*:?\s*@\w")
_ATTRIBUTION = re.compile(r"[\"\u201d]\s*[-\u2013\u2014~]{1,3}\s*(@?\w[^\"\u201c\u201d]{1,80})(?<![!?])$")
_PARTICLES = frozenset(
    {"of", "the", "and", "de", "la", "le", "di", "da", "del", "van", "von", "der", "den", "bin", "al"}
)
_SIGNED = re.compile(  # "..." Ralph Waldo Emerson
    r"[\"\u201c][^\"\u201c\u201d]{15,}[\"\u201d]\s*\(?(@\w+|[A-Z][\w.\u2019'-]+(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w.\u2019'-]*){1,4})\)?$"
)
_SHARED = re.compile(r"[^.!?\n]*(?:https?://\S+\s*)+[(\[]?(?i:via|by)\s+@\w+\W*(?:#\w+\s*)*$")
_WHOLE_QUOTATION = re.compile(
    r"(?:(?:via|from)\s+@\w+:?\s*)?[\"\u201c][^\"\u201c\u201d]+[\"\u201d]\W*(?:\b(?:by|via)\s+@\w+\W*)?$", re.I
)
_TRAILING_TAGS = re.compile(r"#\w+(?:\s*#\w+)*\s*$")


def clean_post(
    post: Post, names: tuple[str, ...] = (), language: str = "", context: str | None = None
) -> Utterance | Rejected:
    """The person's own words in a post. `names` are the person's; `context` is what the post answers, if known.

    Rejected are posts of other people's words: `repost`; `quoted` (a post copied by hand, even where a word of thanks
    follows it); `attributed` (a quotation signed with a name that is not the person's); `headline` (nothing but a
    quotation and a link, or a title shared "via @somebody"); `app_made` (by an app that writes by itself); `sent_on`
    (by an app, from where it was published in full). And posts without enough words: `link_only`, `no_words` (only
    names, tags or emoji), `too_short`, `truncated` (cut off by the platform before a sentence ended).
    With a `language` (ISO 639-1), posts that are surely in another one are `other_language`; short ones never are.
    """
    text = _decoded(post.text)
    words = _own_words(text, is_reply=post.reply_to is not None)
    names = (*names, post.author)
    reason = _borrowed(post, text) or _wordless(text, words) or _shared(text) or _cited(words, text, names)
    if reason:
        return Rejected.of(post, reason)
    spoken = _language(post, words, language)
    if language and spoken and spoken != language:
        return Rejected.of(post, OTHER_LANGUAGE, spoken)
    return _utterance([post], words, spoken, context)


def _utterance(posts: list[Post], words: str, language: str | None, context: str | None) -> Utterance:
    first, ids = posts[0], tuple(post.id for post in posts)
    return Utterance(
        medium="post", text=words, context=context, created_at=first.created_at, language=language, parents=ids
    )


def clean_thread(
    thread: tuple[Post, ...], names: tuple[str, ...] = (), language: str = "", context: str | None = None
) -> Iterator[Utterance | Rejected]:
    """The person's own words in the posts of a thread, as one utterance; `context` is what the first post answers.

    Each post is judged by itself as in `clean_post`; but one that is too short for itself may stay with the others. The
    counts of the posts are dropped. A sentence that goes on in the next post is not cut: else each begins a paragraph.
    """
    if len(thread) == 1:
        yield clean_post(thread[0], names, language, context)
        return
    kept, words = [], ""
    for number, post in enumerate(thread, start=1):
        unnumbered = post.model_copy(update={"text": without_count(post.text, number)})
        row = clean_post(unnumbered, names, language)
        if isinstance(row, Rejected) and row.reason != TOO_SHORT:
            yield Rejected.of(post, row.reason, row.detail)
        else:
            kept.append(post)
            words = _go_on(words, clean_text(unnumbered.text, is_reply=post.reply_to is not None))
    if count_words(words) >= MINIMUM_WORDS:
        yield _utterance(kept, words, _language(kept[0], words, language), context)
    else:
        yield from (Rejected.of(post, TOO_SHORT) for post in kept)


def clean_text(text: str, is_reply: bool = False) -> str:
    """A post's words, verbatim but for: entities and encoding faults, links, a closing "via @somebody" or "(2/3)".

    The handles that a post opens with to address somebody are cut ("@ada So true"), but not one that is the subject of
    its sentence ("@ada is right"). Of a post that the platform cut short the whole sentences are kept. Line breaks are
    kept; spaces are made single.
    """
    return _own_words(_decoded(text), is_reply)


def _decoded(text: str) -> str:
    """Text without entities (some platforms escape twice), encoding faults and invisible marks."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if _SOUND.fullmatch(text):
        return text
    import ftfy

    repairs = ftfy.TextFixerConfig(
        unescape_html=False, uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False
    )
    return _INVISIBLE.sub("", ftfy.fix_text(text, repairs))


def _own_words(text: str, is_reply: bool) -> str:
    if _CUT_SHORT.search(text):
        text = _whole_sentences(_CUT_SHORT.sub("", text))
    if _has_link(text):
        text = _LINK.sub("", _STATUS_LINK.sub(" ", text)).replace("()", "")
    if "@" in text:
        text = _without_address(text, is_reply)
    if "/" in text:
        text = _COUNTER.sub("", text.strip())
    if "@" in text:
        text = _VIA.sub("", text.rstrip())
    lines = text.splitlines()
    if len(lines) <= 1:
        return " ".join(text.split())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


def _has_link(text: str) -> bool:
    return ("/" in text or "www." in text or "http" in text) and _LINK.search(text) is not None


def _without_address(text: str, is_reply: bool) -> str:
    handles = _HANDLES.match(text)
    if handles is None or _SUBJECT.match(text):
        return text
    follows = text[handles.end() :]
    return follows if is_reply or not follows[:1].islower() else text


def _go_on(words: str, more: str) -> str:
    """Two posts of a thread as one text: on the same line if a sentence goes on, else as paragraphs."""
    if not words or not more:
        return words or more
    is_open = _OPEN_END.search(words) and _OPEN_START.match(more)
    return f"{words} {more}" if is_open else f"{words}\n\n{more}"


def _borrowed(post: Post, text: str) -> str:
    """Why a post's words are another's, by its mark-up; '' if they may be the person's own."""
    has_handle = "@" in text
    if post.kind == "repost" or (has_handle and _REPOST.match(text)):
        return REPOST
    if _QUOTED.match(text) or (has_handle and _COPIED.search(text)):
        return QUOTED
    if is_automatic(post.app, text):
        return APP_MADE
    return SENT_ON if is_sent_on(post.app) else ""


def _wordless(text: str, words: str) -> str:
    """Why there is nothing to learn from a post's words; '' if there is."""
    count = _count_words(words)
    if count >= MINIMUM_WORDS:
        return ""
    if _CUT_SHORT.search(text):
        return TRUNCATED
    if count:
        return TOO_SHORT
    return LINK_ONLY if _has_link(text) and not words.strip() else NO_WORDS


def _shared(text: str) -> str:
    """Why a post is what a button of a web page wrote: its title, its link, "via" and its account."""
    return HEADLINE if "@" in text and _SHARED.match(text) else ""


def _cited(words: str, text: str, names: tuple[str, ...]) -> str:
    """Why the words are a quotation of somebody else; '' if they are not known to be."""
    words = (_TRAILING_TAGS.sub("", words) if "#" in words else words).strip()
    if not any(mark in words for mark in '"\u201c\u201d'):
        return ""
    if _WHOLE_QUOTATION.match(words) and _has_link(text):
        return HEADLINE
    if (signed := _SIGNED.match(words)) and not _is_named(signed[1], names):
        return ATTRIBUTED
    attribution = _ATTRIBUTION.search(words)
    if attribution is None or _is_named(attribution[1], names):
        return ""
    is_name = [word[:1] in "@(" or word[:1].isupper() or word in _PARTICLES for word in attribution[1].split()]
    return ATTRIBUTED if all(is_name) or (words[0] in _QUOTE and is_name[0]) else ""


def _is_named(attribution: str, names: tuple[str, ...]) -> bool:
    """Whether an attribution holds all the words of one of the names: 'Donald J. Trump, 2009' holds 'Donald Trump'."""
    held = set(_CONTENT.findall(attribution.casefold()))
    return any(words and held >= words for words in (set(_CONTENT.findall(name.casefold())) for name in names))


def _whole_sentences(text: str) -> str:
    """`text` up to the end of its last whole sentence, '' if there is none; a quotation mark left open is dropped."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text.rstrip())]
    whole = text[: ends[-1]].lstrip() if ends else ""
    is_open = whole[:1] in ('"', "\u201c") and not re.search('["\u201d]', whole[1:])
    return whole[1:] if is_open else whole


def _count_words(text: str) -> float:
    """Words that are neither handles nor tags."""
    return count_words(_TAG.sub("", text) if "@" in text or "#" in text else text)


def _language(post: Post, words: str, expected: str) -> str | None:
    """The language as ISO 639-1: what the platform says if that is expected, else what is detected beyond doubt."""
    if expected and _stated(post.lang) == expected:
        return expected
    plain = " ".join(_TAG.sub("", words).lower().split())
    if _count_words(plain) < LANGUAGE_MINIMUM_WORDS:
        return None
    language, confidence = detected(plain)
    return language if confidence >= LANGUAGE_CONFIDENCE else None


@lru_cache
def _stated(lang: str | None) -> str:
    """A platform's 'en' or 'en-GB' as 'en'; '' for what is no such code, as X's 'und' where it cannot tell."""
    return lang.lower()[:2] if lang and re.fullmatch(r"[a-zA-Z]{2}(?:[-_]\w+)?", lang) else ""
