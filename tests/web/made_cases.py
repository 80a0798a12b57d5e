"""The example with its captures already read and its documents made: nothing is left to wait for.

The readings are written down here, so that no test of a page waits for the reading of pictures.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

from captures_cases import reading
from facts_cases import EXAMPLE

from plaise.dossier import Result
from plaise.store import DossierFolder, read_folder
from plaise.work import prepare
from plaise.work.seen import reader_of_dossier

TODAY = date(2026, 11, 23)
_OF_ALL_KINDS = {
    "Capture d'écran 2026-10-12 081430.png": Result.REFUSAL,
    "Capture d'écran 2026-10-13 124107.png": Result.REFUSAL,
    "Capture d'écran 2026-10-19 000533.png": Result.OUTAGE,
    "Capture d'écran 2026-10-26 075120.png": Result.REFUSAL,
    "Capture d'écran 2026-11-03 121540.png": Result.REFUSAL,
    "Capture d'écran 2026-11-11 152208.png": Result.SLOT_OFFERED,
}

_UNWANTED_EXPLANATION = re.compile(
    r'\[\[explications\]\]\ncapture = "Screenshot_[^"]*"\ntexte = """.*?"""\n', re.DOTALL
)


def made_example(into: Path) -> DossierFolder:
    """A folder whose package is made."""
    shutil.copytree(EXAMPLE, into, ignore=_unwanted)
    facts = into / "dossier.toml"
    told = facts.read_text(encoding="utf-8")
    facts.write_text(_UNWANTED_EXPLANATION.sub("", told), encoding="utf-8")
    folder = DossierFolder(into)
    for number, (name, result) in enumerate(_OF_ALL_KINDS.items()):
        path = f"captures/{name}"
        sha256 = folder.sha256(path)
        read = reading(30 * number, result).model_copy(update={"sha256": sha256, "file": path})
        folder.keep_readings(sha256, reader_of_dossier(folder), (read,))
    prepare(folder, today=TODAY)
    return folder


def zipped(folder: DossierFolder) -> bytes:
    """The folder as someone brings it on a key."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for part in read_folder(folder.path):
            archive.writestr(f"dossier/{part.path}", part.content)
    return into.getvalue()


def _unwanted(place: str, names: list[str]) -> set[str]:
    """The captures that have no reading here."""
    return set(names) - set(_OF_ALL_KINDS) if Path(place).name == "captures" else set()
