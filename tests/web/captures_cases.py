"""Captures that were read already, for tests of the pages that show them."""

from __future__ import annotations

import io

from PIL import Image

from plaise.dossier import Finding, Reading, Result, Source
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.shown import tag_of
from plaise.work.seen import reader_of_dossier

WORDING = "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous."


def drawn(colour: int, kind: str = "PNG", size: tuple[int, int] = (640, 360)) -> bytes:
    into = io.BytesIO()
    Image.new("RGB", size, (colour % 256, 90, 120)).save(into, kind)
    return into.getvalue()


def reading(number: int, result: Result = Result.REFUSAL) -> Reading:
    """A complete reading of a picture, one each hour."""
    seen = {
        "url": "https://www.prefecture-exemple.test/booking/create/1",
        "date": f"2026-10-{1 + number // 24:02}",
        "time": f"{number % 24:02}:05",
        "wording": WORDING,
    }
    found = {
        name: Finding(value=value, seen=value, confidence=0.99, source=Source.OCR)
        for name, value in seen.items()
    }
    return Reading(
        file="", sha256="", width=640, height=360, result=result, exercise=True, findings=found
    ).model_copy(update={**seen, "host": "prefecture-exemple.test"})


def fill(
    dossier: EncryptedDossier, pictures: dict[str, bytes], result: Result = Result.REFUSAL
) -> list[str]:
    """Captures that were read already; gives their tags."""
    tags = []
    for number, (name, content) in enumerate(pictures.items()):
        path = f"captures/{name}"
        dossier.add(path, content)
        sha256 = dossier.sha256(path)
        kept = reading(number, result).model_copy(update={"sha256": sha256, "file": path})
        dossier.keep_readings(sha256, reader_of_dossier(dossier), (kept,))
        tags.append(tag_of(dossier, path))
    return tags
