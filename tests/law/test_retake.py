"""The advice fits the device, which is guessed from the capture."""

import pytest

from plaise.dossier import Reading, Result
from plaise.law import retake_advice


def advised(name: str, *missing: str, upright: bool = False) -> set[str]:
    size = {"width": 1080, "height": 2400} if upright else {"width": 1366, "height": 768}
    reading = Reading(file=name, sha256="a", result=Result.REFUSAL, missing=missing, **size)
    return {one.device for one in retake_advice(reading)}


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("Capture d'écran 2026-10-12 081430.png", "windows"),
        ("Capture d’écran (12).png", "windows"),
        ("Capture d’écran 2026-10-12 à 08.14.30.png", "macos"),
        ("Screenshot 2026-10-12 at 08.14.30.png", "macos"),
        ("Capture d’écran du 2026-10-12 08-14-30.png", "linux"),
        ("Screenshot from 2026-10-12 08-14-30.png", "linux"),
        ("Screenshot_20261012_081430.png", "linux"),
        ("Screenshot 2026-10-12 08.14.30.png", "chromeos"),
    ],
)
def test_a_computer_is_known_by_how_it_names_captures(name: str, device: str) -> None:
    assert advised(name, "date") == {device}
    assert advised(name, "time") == {"computer"}


def test_a_telephone_is_known_by_its_names() -> None:
    assert advised("Screenshot_20261012-081430_Chrome.jpg", "date", upright=True) == {"android"}
    assert advised("IMG_0123.PNG", "date", upright=True) == {"iphone"}


def test_a_nameless_upright_picture_gets_the_advice_of_both_telephones() -> None:
    assert advised("refus.png", "url", upright=True) == {"android", "iphone"}


def test_nothing_missing_asks_for_nothing() -> None:
    assert not advised("refus.png")
