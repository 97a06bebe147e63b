"""A small real recording, and yt-dlp without the 1,800 sites that no test asks for: they take long to load."""

import io

import numpy as np
import pytest


@pytest.fixture(scope="session")
def ogg() -> bytes:
    """Two seconds of a tone."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, 0.2 * np.sin(np.arange(32_000) / 8), 16_000, format="OGG")
    return file.getvalue()


@pytest.fixture
def few_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    """yt-dlp's readers for any page and for <video> alone."""
    from yt_dlp import YoutubeDL
    from yt_dlp.extractor.generic import GenericIE
    from yt_dlp.extractor.genericembeds import HTML5MediaEmbedIE

    def add(downloader: YoutubeDL) -> None:
        for reader in (HTML5MediaEmbedIE, GenericIE):
            downloader.add_info_extractor(reader(downloader))

    monkeypatch.setattr(YoutubeDL, "add_default_info_extractors", add)
    monkeypatch.setattr("extractors.web.PAUSES", (0.0, 0.0))
