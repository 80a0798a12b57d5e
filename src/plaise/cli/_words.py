"""What the command line says, in plain French, on a terminal."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from tqdm import tqdm

from plaise.dossier import PlaiseError, Reading, Result

RESULTS = {
    Result.REFUSAL: "refus : aucun rendez-vous",
    Result.BLOCKED_FORM: "démarche bloquée",
    Result.OUTAGE: "panne du site (ce n’est pas un refus)",
    Result.CAPTCHA: "CAPTCHA (ce n’est pas un refus)",
    Result.DEAD_LINK: "lien mort",
    Result.SLOT_OFFERED: "un créneau est proposé : regardez-le",
    Result.OTHER_PAGE: "autre page",
    Result.UNREADABLE: "image illisible",
}
MISSING = {
    "url": "l’adresse du site",
    "date": "la date",
    "time": "l’heure",
    "wording": "le texte du refus",
}


class Bar:
    """A progress bar on standard error; silent when nobody is looking."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None

    def begin(self, label: str, total: int) -> None:
        """Open the bar of a step, unless there is nothing to do."""
        if total:
            self._bar = tqdm(
                total=total, desc=label, file=sys.stderr, leave=False, disable=None, unit=""
            )

    def advance(self) -> None:
        """Move the bar by one."""
        if self._bar:
            self._bar.update()

    def end(self) -> None:
        """Close the bar."""
        if self._bar:
            self._bar.close()
            self._bar = None


def out(text: str = "") -> None:
    """Write a line of the answer."""
    sys.stdout.write(text + "\n")


def err(text: str = "") -> None:
    """Write a line for the person, beside the answer."""
    sys.stderr.write(text + "\n")


def tell(error: PlaiseError) -> None:
    """Say what happened, what is safe and what to do."""
    err(f"\n{error.happened}")
    err(f"✓ {error.safe}")
    err(f"→ {error.to_do}\n")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what the system says into what a person can act on.

    Raises:
        PlaiseError: for a full disk, a refused permission, a missing file.
    """
    try:
        yield
    except BrokenPipeError:
        _nobody_listens()
    except OSError as error:
        name = error.filename or ""
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise PlaiseError(
                "Le disque est plein : l’écriture s’est arrêtée.",
                safe="Vos originaux, le journal et les versions déjà faites sont intacts.",
                to_do="Libérez de la place, puis relancez la même commande : elle reprend où elle "
                "s’est arrêtée.",
            ) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise PlaiseError(
                f"Le système refuse l’accès à « {name} ».",
                to_do="Vérifiez les droits, ou copiez le dossier ailleurs, puis relancez.",
            ) from error
        raise PlaiseError(
            f"Le système n’a pas pu travailler sur « {name} » ({error.strerror}).",
            to_do="Vérifiez que le fichier existe et que le disque répond, puis relancez.",
        ) from error


def _nobody_listens() -> None:
    """The reader of our answer has gone (`| head`): what was said was said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reading_text(reading: Reading, *told: str) -> str:
    """One capture in a few lines: what it shows, what it lacks, what to know of it."""
    part = f" (image {reading.part})" if reading.part else ""
    lines = [f"{reading.file}{part} — {RESULTS[reading.result]}"]
    when = " ".join(
        filter(None, (reading.date or reading.date_inferred or reading.date_partial, reading.time))
    )
    zoned = f"{when} (UTC{reading.offset})" if when and reading.offset else when
    seen = [text for text in (reading.url, zoned, reading.motif) if text]
    if seen:
        lines.append("   vu : " + " · ".join(seen))
    if reading.missing:
        lines.append("   manque : " + ", ".join(MISSING[name] for name in reading.missing))
    lines += [f"   ! {warning}" for warning in reading.warnings]
    lines += [f"   · {text}" for text in told]
    return "\n".join(lines)
