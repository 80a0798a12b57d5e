"""`plaise erase`: erases a dossier for good, and writes the certificate."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from plaise.cli._parts import Commands, command
from plaise.cli._words import out
from plaise.dossier import DossierError, PlaiseError
from plaise.drafting import to_pdf
from plaise.store import DossierFolder
from plaise.work.erasure import certificate_document, erase_folder, strangers_in


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "efface un dossier pour toujours et écrit un certificat"
    parser = command(commands, "erase", what, run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--certificate", type=Path, required=True, metavar="FICHIER.pdf")
    parser.add_argument("--yes", action="store_true", help="oui, tout effacer")


def run(options: argparse.Namespace) -> int:
    """Erase, once it was asked for clearly."""
    folder, target = DossierFolder(options.dossier), Path(options.certificate).resolve()
    if folder.path.resolve() in target.parents:
        raise PlaiseError(
            "Le certificat serait effacé avec le dossier.",
            to_do="Choisissez un fichier ailleurs.",
        )
    zone = _zone(folder)
    if not options.yes:
        raise PlaiseError(
            "Rien n’a été effacé : personne ne pourrait revenir en arrière.",
            to_do="Exportez le dossier si vous pourriez en avoir besoin, puis ajoutez --yes."
            + _others(folder),
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    _reserve(target)
    try:
        certificate = erase_folder(folder, at=datetime.now(UTC))
    except PlaiseError:
        target.unlink()
        raise
    document = certificate_document(certificate, zone)
    target.write_bytes(to_pdf(document, made_on=certificate.erased_at.date()))
    out(f"Le dossier est effacé. Certificat : {target}")
    return 0


def _reserve(target: Path) -> None:
    """Make the file before anything is erased: afterwards it would be too late to find out."""
    try:
        target.open("xb").close()
    except FileExistsError as error:
        raise PlaiseError(
            f"« {target} » existe déjà : il n’est pas remplacé.",
            to_do="Choisissez un autre nom pour le certificat.",
        ) from error


def _zone(folder: DossierFolder) -> str:
    """Where the person is; facts that are not finished must not prevent erasing them."""
    folder.facts_text()
    try:
        return folder.facts().zone
    except DossierError:
        return "Europe/Paris"


def _others(folder: DossierFolder) -> str:
    names = strangers_in(folder)
    if not names:
        return ""
    return (
        " Ce répertoire contient aussi ce que Plaise n’a pas fait, et qui serait effacé : "
        f"{', '.join(names)}. Sortez-le d’abord si vous voulez le garder."
    )
