"""pyannote's diarization pipeline with models that come in a wheel: segmentation-3.0, CAM++ and clustering.

One network tells who speaks in windows of 10 s, one every 2.5 s; each voice of a window that speaks alone long enough
becomes a vector; vectors are joined while the mean of their distances is below `THRESHOLD`. Then the windows vote.

Memory grows by the distances, with the square of the length: 14 MB for one hour, 0.1 GB for three, 0.9 GB for eight.
"""

import functools
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import ANALYSIS_RATE
from extractors.voice.encoders import CamPlusPlus
from extractors.voice.wheel_models import import_pyannote, open_segmentation
from likeness.records import Seconds

if TYPE_CHECKING:
    from pyannote.audio.pipelines.speaker_diarization import SpeakerDiarization
    from pyannote.core import SlidingWindowFeature

WINDOW: Seconds = 10.0
"""What the network was trained on."""

STEP = 0.25
"""Of a window, between two: each moment is heard four times. Twice is twice as fast and confuses half as much again."""

THRESHOLD = 0.4
"""Cosine distance from which on voices are two. Set on 14 composed talks of 2 to 4 voices, 3 interviews, 3 meetings and
a telephone call: 0.35 parts one voice in 3 of the talks; from 0.45 on the two women on the telephone are one."""

LEAST_ALONE: Seconds = 0.5
"""A voice that speaks less by itself in a window is heard where others speak, too."""

ENOUGH: Seconds = 2.5
"""Speech that makes a vector, the middle of it where there is more: of longer pieces it tells hardly more."""

LEAST_HEARD: Seconds = 0.25
"""A voice that speaks less in a window has no vector there."""


@functools.lru_cache(maxsize=1)
def open_embedded(device: str) -> "SpeakerDiarization":
    """The pipeline on a device of torch, loaded once a process.

    Raises:
        MissingExtra: if the wheel with the models is not installed.
    """
    segmentation = open_segmentation()
    import_pyannote()
    import torch
    from pyannote.audio.core.inference import Inference
    from pyannote.audio.core.io import Audio
    from pyannote.audio.core.pipeline import Pipeline
    from pyannote.audio.pipelines.clustering import AgglomerativeClustering
    from pyannote.audio.pipelines.speaker_diarization import SpeakerDiarization
    from pyannote.pipeline.parameter import ParamDict, Uniform

    class EmbeddedPipeline(SpeakerDiarization):
        """The makers' steps, but for the vectors; what its `__init__` would load is set here."""

        def __init__(self) -> None:
            Pipeline.__init__(self)  # type: ignore[no-untyped-call]
            self._segmentation = Inference(
                segmentation, duration=WINDOW, step=STEP * WINDOW, skip_aggregation=True, batch_size=16
            )
            self._audio = Audio(sample_rate=ANALYSIS_RATE, mono="downmix")
            self._embedding = CamPlusPlus(device)
            self._expects_num_speakers, self.legacy, self.embedding_exclude_overlap = False, False, True
            self.segmentation = ParamDict(min_duration_off=Uniform(0.0, 1.0))
            self.clustering = AgglomerativeClustering(metric="cosine")

        def get_segmentations(self, file: Any, hook: Any = None) -> "SlidingWindowFeature":
            """Who speaks in each window; a voice that is hardly heard in one is nobody there."""
            windows = super().get_segmentations(file, hook=hook)
            windows.data *= windows.data.mean(axis=1, keepdims=True) * windows.sliding_window.duration >= LEAST_HEARD
            return windows

        def get_embeddings(  # type: ignore[override]  # it is called in one place
            self, file: Any, windows: "SlidingWindowFeature", hook: Any, **_: Any
        ) -> NDArray[np.float32]:
            """A vector for each voice of each window, (num_windows, num_voices, dim); NaN for one that is not heard."""
            vectors = np.full((len(windows), windows.data.shape[2], self._embedding.dimension), np.nan, np.float32)
            for number, (window, active) in enumerate(windows):
                samples = self._audio.crop(file, window, mode="pad")[0][0].numpy()
                for voice in np.flatnonzero(active.any(axis=0)):
                    own = own_samples(samples, active, int(voice))
                    vectors[number, voice] = self._embedding.embed(own[np.newaxis])[0]
                hook("embeddings", None, total=len(windows), completed=number)
            return vectors

    pipeline: Any = EmbeddedPipeline().to(torch.device(device))
    clustering = {"method": "average", "threshold": THRESHOLD, "min_cluster_size": 1}
    return cast(
        "SpeakerDiarization",
        pipeline.instantiate({"segmentation": {"min_duration_off": 0.0}, "clustering": clustering}),
    )


def own_samples(samples: NDArray[np.float32], active: NDArray[np.float32], voice: int) -> NDArray[np.float32]:
    """What a voice says in a window: where it speaks alone, or wherever it speaks if that is too little.

    `samples` is (num_samples,), `active` (num_frames, num_voices) of 0 and 1.
    """
    own = active[:, voice] > 0
    alone = own & (active.sum(axis=1) == 1)
    seconds = alone.mean() * len(samples) / ANALYSIS_RATE
    frames = np.arange(len(samples)) * len(active) // len(samples)
    heard = samples[(alone if seconds >= LEAST_ALONE else own)[frames]]
    spare = max(len(heard) - round(ENOUGH * ANALYSIS_RATE), 0) // 2
    return heard[spare : len(heard) - spare]
