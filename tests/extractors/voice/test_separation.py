import numpy as np

from extractors.voice.audio import Waveform
from extractors.voice.separation import open_separator
from likeness.persona import Voice


def test_none_leaves_the_mixture_alone() -> None:
    mixture = Waveform(np.ones(4, np.float32), 16_000)
    assert open_separator(Voice()).separate(mixture) is mixture
