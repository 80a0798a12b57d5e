"""Days and times in file names and metadata, on every system people use."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaise.dossier import Source
from plaise.reading._beside import stamps_of
from plaise.reading._metadata import Stamp


def stamp_of(name: str, metadata: dict[str, str]) -> Stamp | None:
    return stamps_of(name, metadata).best


DAY, AT = date(2026, 10, 12), time(8, 14)


@pytest.mark.parametrize(
    "name",
    [
        "Capture d'écran 2026-10-12 081430.png",  # Windows 11
        "Capture d’écran 2026-10-12 à 08.14.30.png",  # macOS
        "Capture d’écran du 2026-10-12 08-14-30.png",  # GNOME
        "Capture d'écran_2026-10-12_08-14-30.png",  # Xfce
        "Screenshot_20261012_081430.png",  # KDE
        "Screenshot_20261012-081430_Chrome.jpg",  # Android
        "Screenshot_2026-10-12-08-14-30-123_com.android.chrome.jpg",  # Xiaomi
        "Screenshot from 2026-10-12 08-14-30.png",
        "Screen Shot 2026-10-12 at 8.14.30 AM.png",
        "Screenshot 2026-10-12 at 08.14.30.png",
    ],
)
def test_every_systems_file_name_gives_its_day_and_time(name: str) -> None:
    stamp = stamp_of(name, {})
    assert stamp is not None
    assert (stamp.day, stamp.at, stamp.source) == (DAY, AT, Source.FILE_NAME)
    assert not stamp.received


@pytest.mark.parametrize(
    "name", ["IMG-20261012-WA0003.jpg", "WhatsApp Image 2026-10-12 at 08.14.30.jpeg"]
)
def test_a_messaging_application_gives_the_day_of_the_copy_only(name: str) -> None:
    stamp = stamp_of(name, {})
    assert stamp is not None
    assert (stamp.day, stamp.at, stamp.received) == (DAY, None, True)


@pytest.mark.parametrize(
    "name",
    [
        "IMG_0123.PNG",
        "Capture d’écran (12).png",
        "1.png",
        "Screenshot_20269912-081430.png",
        "refus",
    ],
)
def test_a_name_without_a_real_day_gives_nothing(name: str) -> None:
    assert stamp_of(name, {}) is None


def test_metadata_win_over_the_name() -> None:
    exif = {"exif:DateTimeOriginal": "2026:10:13 09:00:00", "exif:OffsetTime": "+02:00"}
    stamp = stamp_of("Screenshot_20261012-081430.png", exif)
    assert stamp is not None
    assert (stamp.day, stamp.at) == (date(2026, 10, 13), time(9, 0))
    assert (stamp.source, stamp.offset) == (Source.METADATA, "+02:00")


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_name_nor_metadata_breaks_the_parser(name: str, value: str) -> None:
    stamp_of(name, {"exif:DateTimeOriginal": value, "png:Creation Time": value})
