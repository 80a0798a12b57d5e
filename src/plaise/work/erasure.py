"""Erasing a dossier for good, with a certificate that says nothing of the person.

The certificate proves what was erased and when: counts, sizes, and the hash of the journal's last
line, which anyone who kept an export can compare with it.
"""

from __future__ import annotations

from datetime import datetime
from shutil import rmtree
from zoneinfo import ZoneInfo

from plaise import __version__
from plaise.dossier import PlaiseError, typeset
from plaise.dossier._base import Value
from plaise.drafting import Document, Paragraph, Run, Style, Table
from plaise.law import day_in_words
from plaise.store import DossierFolder, Shelf, Storage

_SHELVES: tuple[tuple[Shelf, str], ...] = (
    ("captures", "captures d’écran"),
    ("pieces", "autres documents"),
    ("actes", "actes modifiés ou figés"),
)
_OURS = {"dossier.toml", "journal.jsonl", "captures", "pieces", "actes", "depot", ".plaise"}
_WHERE = {
    "dossier": "un répertoire de cet ordinateur",
    "coffre": "la base chiffrée de l’application : les clés du dossier d’abord, puis ses fichiers",
}

_OPENING = (
    "Ce dossier a été effacé. Ce certificat ne contient aucune donnée personnelle : il dit ce qui "
    "a été effacé, et quand."
)
_ENDING = (
    "L’empreinte permet à qui a gardé un export de vérifier qu’il s’agit bien de ce dossier : "
    "c’est la valeur « hash » de la dernière ligne de journal.jsonl. Les exports, les documents "
    "rangés ailleurs, les impressions, les courriels envoyés et les sauvegardes faites avant ne "
    "sont pas effacés par cette opération."
)


class Certificate(Value):
    """What was erased, when, and how to recognise it; no name, no place, no identifier.

    `last_line` is the hash (SHA-256) of the last line of the journal, "" when there is none.
    """

    erased_at: datetime
    where: str
    counts: tuple[tuple[str, int], ...]
    bytes: int
    packages: int
    journal_lines: int
    last_line: str
    software: str = __version__


def certificate_for(storage: Storage, *, at: datetime, where: str) -> Certificate:
    """The certificate of an erasure that is about to be done.

    Args:
        storage: the dossier, still there.
        at: the instant, aware.
        where: `dossier` (a folder) or `coffre` (the encrypted database).

    Raises:
        ValueError: `at` has no zone.
        KeyError: no such place.
    """
    if at.tzinfo is None:
        raise ValueError("at must be aware")
    shelves = [(words, storage.originals(shelf)) for shelf, words in _SHELVES]
    numbers = storage.package_numbers()
    kept = [file.size for number in numbers for file in storage.package_files(number)]
    entries = storage.journal().entries
    return Certificate(
        erased_at=at,
        where=_WHERE[where],
        counts=tuple((words, len(files)) for words, files in shelves),
        bytes=sum(file.size for _, files in shelves for file in files) + sum(kept),
        packages=len(numbers),
        journal_lines=len(entries),
        last_line=entries[-1].hash if entries else "",
    )


def strangers_in(folder: DossierFolder) -> tuple[str, ...]:
    """What stands beside the dossier in its folder, which Plaise did not make."""
    return tuple(sorted(one.name for one in folder.path.iterdir() if one.name not in _OURS))


def erase_folder(folder: DossierFolder, *, at: datetime) -> Certificate:
    """Erase the whole folder of a dossier, derived files included, and say what was.

    Raises:
        PlaiseError: it is no dossier, or the disk refused.
    """
    folder.facts_text()
    with folder.alone(), folder.locked():
        certificate = certificate_for(folder, at=at, where="dossier")
    try:
        rmtree(folder.path)
    except OSError as error:
        raise PlaiseError(
            f"Tout n’a pas pu être effacé : {error}",
            safe="Ce qui reste n’a pas été modifié.",
            to_do="Fermez les programmes qui utilisent ces fichiers, puis recommencez.",
        ) from error
    return certificate


def certificate_document(certificate: Certificate, zone: str = "Europe/Paris") -> Document:
    """The certificate as a page to print or keep."""
    there = certificate.erased_at.astimezone(ZoneInfo(zone))
    when = f"{day_in_words(there.date())}, {there:%H:%M} ({zone})"
    rows = [
        ("Effacé le", when),
        ("Où", certificate.where),
        *((words, str(number)) for words, number in certificate.counts),
        ("versions des documents", str(certificate.packages)),
        ("lignes du journal", str(certificate.journal_lines)),
        ("octets, en tout", str(certificate.bytes)),
        ("empreinte de la dernière ligne du journal", certificate.last_line or "–"),
        ("logiciel", f"Plaise {certificate.software}"),
    ]
    return Document(
        title="Certificat d’effacement",
        blocks=(
            Paragraph(_run("Certificat d’effacement"), Style.TITLE),
            Paragraph(_run(_OPENING), Style.BODY),
            Table(
                (_run("Quoi"), _run("Combien, ou quand")),
                tuple((_run(label), _run(value)) for label, value in rows),
                (45.0, 80.0),
            ),
            Paragraph(_run(_ENDING), Style.BODY),
        ),
        subject=typeset("Effacement d’un dossier"),
        author="Plaise",
        running="Certificat d’effacement",
        kind="certificat",
    )


def _run(text: str) -> tuple[Run, ...]:
    return (Run(typeset(text)),)
