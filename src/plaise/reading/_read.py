"""One file to its readings, inside the limited child process."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from plaise.dossier import Reading, Result

from ._conclude import conclude
from ._contents import parts_of
from ._decode import UndecodableError, decode, sniff
from ._fine_look import address_again, unread_address
from ._look import Looker, Screen
from ._rules import (
    CLOCKS,
    Facts,
    address_zone,
    complete,
    look,
    look_again,
    zone_around,
    zones_lacking,
)
from ._stamp import dated, redated, undated
from ._two_clocks import clock_unread, third_clock

MAX_FILE = 200_000_000


def read_one(path: Path, *, zone: str, today: date, looker: Looker) -> Iterator[Reading]:
    """Read a file: one reading for a picture, one per picture for a container.

    Never raises for a bad file: the reading says in French why it is unreadable.
    """
    try:
        data = read_bytes(path)
    except UndecodableError as error:
        yield unreadable(path.name, str(error))
        return
    yield from read_data(path.name, data, zone=zone, today=today, looker=looker)


def read_data(
    name: str, data: bytes, *, zone: str, today: date, looker: Looker
) -> Iterator[Reading]:
    """The same for bytes that are already in memory; `name` is that of the file."""
    started = time.perf_counter()
    kind = sniff(data)
    reader = _Reader(name, zone, today, looker)
    if kind in {"PDF", "ZIP"}:
        yield from _parts(name, data, kind, reader)
    else:
        yield reader.read(data, started=started)


def _parts(name: str, data: bytes, kind: str, reader: _Reader) -> Iterator[Reading]:
    count = 0
    try:
        for count, part in enumerate(parts_of(data, kind), start=1):
            if part.fault:
                yield unreadable(name, part.fault, part=count, part_name=part.name)
            else:
                yield reader.read(
                    part.data, part=count, part_name=part.name, started=time.perf_counter()
                )
    except UndecodableError as error:
        yield unreadable(name, str(error), data=data)
        return
    if count == 0:
        yield unreadable(
            name,
            "Ce document ne contient aucune image lisible : s’il s’agit d’une page imprimée en "
            "PDF, joignez plutôt la capture d’écran elle-même.",
            data=data,
        )


def read_bytes(path: Path) -> bytes:
    """The content of a regular file, opened without following a link nor waiting on a pipe.

    Raises:
        UndecodableError: it cannot or must not be read; the message says why, in French.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if path.is_symlink():
            raise UndecodableError(
                "C’est un lien vers un autre fichier : copiez le fichier lui-même à cet endroit."
            )
        if path.is_dir():
            raise UndecodableError("C’est un dossier, pas une image.")
        descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError as error:
        raise UndecodableError("Ce fichier n’existe pas (ou plus).") from error
    except PermissionError as error:
        raise UndecodableError(
            "Ce fichier ne peut pas être lu : vous n’en avez pas le droit. Changez ses "
            "autorisations, ou copiez-le ailleurs."
        ) from error
    except OSError as error:
        raise UndecodableError(f"Ce fichier ne peut pas être lu : {error.strerror}.") from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UndecodableError("Ce n’est pas un fichier ordinaire.")
        if status.st_size > MAX_FILE:
            raise UndecodableError("Ce fichier dépasse 200 Mo : il n’a pas été ouvert.")
        try:
            return file.read(MAX_FILE + 1)
        except OSError as error:
            raise UndecodableError(f"Ce fichier ne peut pas être lu : {error.strerror}.") from error


def unreadable(
    name: str, why: str, *, data: bytes = b"", part: int | None = None, part_name: str | None = None
) -> Reading:
    """The reading of something that shows nothing."""
    return Reading(
        file=name,
        part=part,
        part_name=part_name,
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        result=Result.UNREADABLE,
        missing=("url", "date", "time"),
        warnings=(why,),
    )


class _Reader:
    """The picture-by-picture work on one file."""

    def __init__(self, name: str, zone: str, today: date, looker: Looker) -> None:
        self._name = name
        self._zone = zone
        self._today = today
        self._looker = looker

    def read(
        self, data: bytes, *, started: float, part: int | None = None, part_name: str | None = None
    ) -> Reading:
        """Decode and read one picture."""
        try:
            picture = decode(data)
        except UndecodableError as error:
            return unreadable(self._name, str(error), data=data, part=part, part_name=part_name)
        facts = self._facts(picture.image)
        values = conclude(
            facts,
            name=(part_name or self._name).rsplit("/", 1)[-1],
            metadata=picture.metadata,
            zone=self._zone,
            names=self._looker.names,
            today=self._today,
        )
        values["warnings"] = (*picture.warnings, *values["warnings"])
        return Reading(
            file=self._name,
            part=part,
            part_name=part_name,
            sha256=hashlib.sha256(data).hexdigest(),
            width=picture.size[0],
            height=picture.size[1],
            seconds=round(time.perf_counter() - started, 3),
            **values,
        )

    def _facts(self, image: Image.Image) -> Facts:
        screen = Screen(image, self._looker)
        page = screen.page
        facts = look(page)
        if zones := zones_lacking(facts, upright=page.upright):
            facts = _completed(facts, screen, zones)
        if facts.address is None:
            facts = unread_address(facts, screen)
        elif zone := address_zone(facts, page):
            facts = address_again(facts, screen, zone)
        facts = _dated(facts, screen)
        if facts.weak:
            facts = look_again(facts, screen.again())
        slow, unsure = self._looker.slow, facts.verdict.match is None
        if slow is not None and (unsure or zones_lacking(facts, upright=False)):
            from ._photographed import photographed  # noqa: PLC0415 (asked for, or never)

            facts = photographed(image, facts, slow, self._looker.lines)
        return facts


def _completed(first: Facts, screen: Screen, zones: tuple[tuple[float, ...], ...]) -> Facts:
    """What enlarged zones add; an hour that they show and do not tell is looked at once more."""
    page, enlarged = screen.page, screen.zones(zones)
    facts = complete(first, enlarged, page)
    if clock_unread(facts.clock, enlarged):
        fine = screen.zones([one for one in zones if one in CLOCKS], fine=True)
        third = third_clock(facts.clock or first.clock, enlarged, fine, page)
        facts = replace(facts, clock=third or facts.clock)
    return facts


def _dated(facts: Facts, screen: Screen) -> Facts:
    """The facts with a clock whose day stands apart: a stamp, or beside a phone's hour."""
    page = screen.page
    clock = dated(facts.clock, page)
    if clock is not None and (line := undated(clock, page)):
        clock = redated(clock, screen.zones((zone_around(line, page),), fine=True))
    return replace(facts, clock=clock)
