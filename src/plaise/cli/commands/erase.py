"""`plaise erase`: erases a dossier for good, and writes the certificate."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from plaise.cli._parts import Commands, command
from plaise.cli._words import out
from plaise.dossier import PlaiseError
from plaise.drafting import to_pdf
from plaise.store import DossierFolder
from plaise.work.erasure import certificate_document, erase_folder


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
    if not options.yes:
        raise PlaiseError(
            "Rien n’a été effacé : personne ne pourrait revenir en arrière.",
            to_do="Exportez le dossier si vous pourriez en avoir besoin, puis ajoutez --yes.",
        )
    zone = folder.facts().zone
    target.parent.mkdir(parents=True, exist_ok=True)
    certificate = erase_folder(folder, at=datetime.now(UTC))
    document = certificate_document(certificate, zone)
    target.write_bytes(to_pdf(document, made_on=certificate.erased_at.date()))
    out(f"Le dossier est effacé. Certificat : {target}")
    return 0
