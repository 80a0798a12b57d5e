"""What the final page says of captures: those to look at, and how to take the next ones better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plaise.dossier import Capture, Dossier, Result, zone_of_departement
from plaise.law import Retake, retake_advice
from plaise.reading import Remark, RemarkKind

from ._remarks import remarks_on

_NAMED = 5  # files named in one line; the others are counted
LACKING = {
    "url": "l’adresse du site",
    "date": "la date",
    "time": "l’heure",
    "wording": "le texte du refus",
}
DEVICES = {
    "computer": "Ordinateur", "any": "", "windows": "Windows", "macos": "Mac", "linux": "Linux",
    "chromeos": "Chromebook", "android": "Android", "iphone": "iPhone",
}  # fmt: skip
_MASK = (
    "La préfecture et le juge verront l’image. Vous pouvez masquer cela sur une copie : dans "
    "l’application, page de la capture ; sinon, « plaise confirm DOSSIER --capture FICHIER »."
)
_NO_EXHIBIT = {Result.UNREADABLE, Result.OTHER_PAGE, Result.CAPTCHA, Result.DEAD_LINK}


def to_look_at(captures: Sequence[Capture]) -> tuple[str, ...]:
    """One line for each thing to know, the captures that it concerns named together.

    Copies of the same file are left to the list of captures set aside.
    """
    told: dict[tuple[RemarkKind, str], list[str]] = {}
    names = {capture.source: label(capture) for capture in captures}
    for source, remarks in remarks_on(captures).items():
        for remark in remarks:
            if remark.kind is RemarkKind.COPY:
                continue
            told.setdefault((remark.kind, _words(remark)), []).append(names[source])
    return tuple(
        f"{_listed(sources)} : {words}" for (_, words), sources in sorted(told.items(), key=_first)
    )


def zone_to_check(dossier: Dossier) -> tuple[str, ...]:
    """A line when the facts say another zone than the préfecture's: right, or forgotten."""
    there = zone_of_departement(dossier.prefecture.departement)
    if dossier.zone == there:
        return ()
    return (
        f"L’heure de vos captures est lue dans le fuseau {dossier.zone}, alors que celui de la "
        f"préfecture est {there}. Si vos appareils sont à l’heure de la préfecture, corrigez la "
        "ligne « fuseau » de dossier.toml.",
    )


def _first(item: tuple[tuple[RemarkKind, str], list[str]]) -> tuple[int, str]:
    """Dates to decide first, where files come from last."""
    order = (RemarkKind.DATE, RemarkKind.ALIKE, RemarkKind.PRIVATE)
    kind, words = item[0]
    return (order.index(kind) if kind in order else len(order)), words


def _words(remark: Remark) -> str:
    said = remark.said[:1].lower() + remark.said[1:]
    return f"{said} {_MASK}" if remark.kind is RemarkKind.PRIVATE else said


def to_retake(captures: Sequence[Capture]) -> tuple[str, ...]:
    """What captures lack and how to have it next time, one line for each lack and device.

    A capture of something that proves nothing needs no retake.
    """
    told: dict[tuple[str, tuple[Retake, ...]], list[str]] = {}
    for capture in captures:
        if capture.reading.result in _NO_EXHIBIT:
            continue
        for element, advice in groupby(retake_advice(capture.reading), lambda one: one.element):
            told.setdefault((element, tuple(advice)), []).append(label(capture))
    return tuple(
        f"Il manque {LACKING[element]} sur {_listed(names)}. {' '.join(_by_device(advice))}"
        for (element, advice), names in told.items()
    )


def _by_device(advice: Iterable[Retake]) -> Iterator[str]:
    for one in advice:
        device = DEVICES[one.device]
        yield f"{device} : {one.text}" if device else one.text


def label(capture: Capture) -> str:
    """How a line names a capture: its file, and which picture of it."""
    part = capture.reading.part
    return f"« {capture.name} »" + (f" (image {part})" if part else "")


def _listed(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))
    more = len(shown) - _NAMED
    if more > 1:
        return f"{', '.join(shown[:_NAMED])} et {more} autres"
    *most, last = shown
    return f"{', '.join(most)} et {last}" if most else last
