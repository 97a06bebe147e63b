import pytest

from augment.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She kept the lighthouse for forty years.", "en"),
        ("", "en"),
        ("1952.", "en"),
        ("她看守灯塔四十年。", "zh"),
        ("她看守燈塔四十年。", "zh"),
        ("1952年。", "zh"),
        ("我用 Python 和 SQLite 写了第一个版本。", "zh"),
        (
            "他主演的《海のうた》在上海放映，此后又拍了三部电影，每一部都在海边取景，得到好评。",
            "zh",
        ),
        ("彼女は四十年間灯台を守った。", None),
        ("그녀는 등대를 지켰다.", None),
        ("Elle a gardé le phare pendant quarante ans sans jamais partir.", None),
    ],
)
def test_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_word_of_chinese_does_not_make_an_english_text_chinese() -> None:
    assert language_of("The name of the station, 望海, was painted on the wall of the house by the sea.") == "en"
