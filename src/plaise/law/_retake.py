"""How to take a capture again so that it shows what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from plaise.dossier import Reading
from plaise.dossier._base import Value

from ._files import parse_yaml

Device = Literal["computer", "windows", "macos", "linux", "chromeos", "android", "iphone", "any"]
_UPRIGHT = 1.2
_PHONES: tuple[Device, ...] = ("android", "iphone", "any")
_COMPUTERS: tuple[Device, ...] = ("computer", "windows", "macos", "linux", "chromeos", "any")


class Retake(Value):
    """What to do on one kind of device when one element is missing."""

    element: Literal["url", "date", "time", "wording"]
    device: Device
    text: str


class RetakeBook(Value):
    """The content of `retake.yaml`."""

    version: Literal[1]
    checked_on: date
    source: str
    advice: tuple[Retake, ...]


@cache
def load_retakes() -> tuple[Retake, ...]:
    """All the advice, validated."""
    text = (files("plaise.law") / "data" / "retake.yaml").read_text("utf-8")
    return RetakeBook.model_validate(parse_yaml(text)).advice


def devices_of(reading: Reading) -> tuple[Device, ...]:
    """The devices that a picture may come from: by its file's name, else by its shape."""
    name = (reading.part_name or reading.file).rpartition("/")[2].lower()
    if name.startswith("img_") or name.endswith(".heic"):
        return ("iphone", "any")
    if name.startswith("screenshot_"):
        return ("android", "any")
    if reading.height > _UPRIGHT * reading.width:
        return _PHONES
    return _COMPUTERS


def retake_advice(reading: Reading) -> tuple[Retake, ...]:
    """What to do so that the next capture shows what this one lacks, and nothing more."""
    devices: Sequence[Device] = devices_of(reading)
    return tuple(
        one
        for element in reading.missing
        for one in load_retakes()
        if one.element == element and one.device in devices
    )
