"""How to take a capture again so that it shows what it lacks."""

from __future__ import annotations

import re
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
def _book() -> RetakeBook:
    text = (files("plaise.law") / "data" / "retake.yaml").read_text("utf-8")
    return RetakeBook.model_validate(parse_yaml(text))


def load_retakes() -> tuple[Retake, ...]:
    """All the advice, validated."""
    return _book().advice


def retake_source() -> str:
    """Where the advice comes from, and when it was last checked."""
    return f"{_book().source}, vérifié le {_book().checked_on:%d/%m/%Y}"


# How each system names its captures; the first that fits is the device.
_NAMES: tuple[tuple[Device, re.Pattern[str]], ...] = (
    ("iphone", re.compile(r"^img_\d{4}\b|\.heic$")),
    ("macos", re.compile(r"\d (?:à|at) \d{1,2}\.\d\d\.\d\d")),
    ("chromeos", re.compile(r"^(?:screenshot|capture d'écran) \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d")),
    ("windows", re.compile(r"^(?:screenshot|capture d'écran) (?:\(\d+\)|\d{4}-\d\d-\d\d \d{6})")),
    ("linux", re.compile(r"^capture d'écran(?: du |_)\d|^screenshot from |^screenshot_\d{8}_\d")),
    ("android", re.compile(r"^screenshot_")),
)  # fmt: skip


def devices_of(reading: Reading) -> tuple[Device, ...]:
    """The devices that a picture may come from: by its file's name, else by its shape."""
    name = (reading.part_name or reading.file).rpartition("/")[2].lower().replace("’", "'")
    upright = reading.height > _UPRIGHT * reading.width
    named = next((device for device, form in _NAMES if form.search(name)), None)
    if named in _PHONES:
        return named, "any"
    if named and not upright:
        return named, "computer", "any"
    return _PHONES if upright else _COMPUTERS


def retake_advice(reading: Reading) -> tuple[Retake, ...]:
    """What to do so that the next capture shows what this one lacks, and nothing more."""
    devices: Sequence[Device] = devices_of(reading)
    return tuple(
        one
        for element in reading.missing
        for one in load_retakes()
        if one.element == element and one.device in devices
    )
