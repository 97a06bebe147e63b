"""Pieces of sound as vectors that lie close together for one voice.

`CamPlusPlus` needs no download. Cosines of its windows of 1.6 s, measured on 11 readers of audiobooks: one voice 0.65
(lowest twentieth 0.54), two voices 0.36 (highest hundredth 0.53); equal error rate 1.4 %, at 3 s 0.2 %.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from extractors.voice.audio import ANALYSIS_RATE
from extractors.voice.wheel_models import device_name, open_camplusplus
from likeness.sections import Voice

if TYPE_CHECKING:
    import torch

SHORTEST_SAMPLES = 3_200
"""Of less than 0.2 s there is no vector: a piece is repeated until it is so long."""


class SpeakerEncoder(Protocol):
    """Turns pieces of sound into vectors that lie close together for one voice."""

    def embed(self, pieces: NDArray[np.float32]) -> NDArray[np.float32]:
        """Map (num_pieces, num_samples) at 16 kHz to (num_pieces, dim), each of length 1."""
        ...


@dataclass(frozen=True)
class CamPlusPlus:
    """CAM++ (https://arxiv.org/abs/2303.00332), trained on 200,000 speakers of Chinese and English.

    `device` is a name of torch. On two CPU cores it hears some 25 to 50 times real time.
    """

    device: str = "cpu"
    dimension = 192
    BATCH = 32

    def embed(self, pieces: NDArray[np.float32]) -> NDArray[np.float32]:
        """See `SpeakerEncoder`."""
        import torch

        model = open_camplusplus(self.device)
        vectors = np.zeros((len(pieces), self.dimension), np.float32)
        with torch.inference_mode():
            for first in range(0, len(pieces), self.BATCH):
                features = torch.stack([_mel_features(piece) for piece in pieces[first : first + self.BATCH]])
                vectors[first : first + self.BATCH] = model(features.to(self.device)).cpu().numpy()
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


def _mel_features(piece: NDArray[np.float32]) -> "torch.Tensor":
    """What CAM++ was trained on: 80 mel bands every 10 ms, (num_frames, 80), less their mean over time."""
    import torch
    from torchaudio.compliance.kaldi import fbank

    long_enough = np.resize(piece, max(len(piece), SHORTEST_SAMPLES))
    bands: torch.Tensor = fbank(torch.from_numpy(long_enough)[None], num_mel_bins=80, sample_frequency=ANALYSIS_RATE)
    return bands - bands.mean(dim=0)


def open_encoder(settings: Voice) -> SpeakerEncoder:
    """The speaker encoder; there is one, whatever diarizes, so that similarities mean the same everywhere."""
    return CamPlusPlus(device_name(settings.device))
