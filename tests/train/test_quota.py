import pytest

from likeness.records import Clip
from train.quota import BEYOND_QUOTA, best_quota


def clip(name: str, dnsmos: float | None = None, snr: float = 30, minutes: float = 30) -> Clip:
    return Clip(
        path="",
        recording="r",
        start=0,
        end=minutes * 60,
        text=name,
        similarity=0.9,
        snr_db=snr,
        dnsmos=dnsmos,
        sampling_rate=48_000,
        duration=minutes * 60,
    )


A, B, C = clip("a", 3.1), clip("b", 3.4), clip("c", 2.9)


@pytest.mark.parametrize(
    ("clips", "hours", "expected"),
    [
        ([A, B, C], None, "abc"),
        ([A, B, C], 1.5, "abc"),
        ([A, B, C], 1.0, "ab"),
        ([C, A, B], 0.9, "b"),
        ([A, B, C], 0.4, ""),
        ([], 1.0, ""),
        ([clip("x", snr=21), clip("y", snr=40), clip("z", snr=25)], 1.0, "yz"),
        ([clip("x", snr=60), clip("y", 2.0, snr=20)], 0.5, "y"),
        ([clip("x", 3.4), clip("y", 3.3, minutes=90), clip("z", 3.2)], 1.0, "x"),
    ],
    ids=[
        "no quota", "all fit", "the best two", "the order stays", "none fits", "no clips", "by SNR",
        "judged before not judged", "no worse one slips in",
    ],
)  # fmt: skip
def test_the_best_hours_are_kept(clips: list[Clip], hours: float | None, expected: str) -> None:
    kept, dropped = best_quota(clips, hours)
    assert "".join(c.text for c in kept) == expected
    assert {row.reason for row in dropped} <= {BEYOND_QUOTA}
    assert sorted([c.id for c in kept] + [row.row["id"] for row in dropped]) == sorted(c.id for c in clips)
