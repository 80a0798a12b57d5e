"""`plaise bundle`: one package for one channel."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from plaise.bundle import DEFAULT_CAP
from plaise.cli._parts import Commands, command, json_option, today_in
from plaise.cli._words import Bar, out
from plaise.dossier import PlaiseError
from plaise.store import DossierFolder
from plaise.work.sending import Target, bundle, keep_zip

_MEGA = 1_000_000
_MOST = 32
_NAMES = {
    Target.TELERECOURS: "telerecours",
    Target.PAPER: "papier",
    Target.LAWYER: "avocat",
    Target.EMAIL: "courriel",
}


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "range le dossier pour Télérecours, le papier, un avocat ou un courriel"
    parser = command(commands, "bundle", what, run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument(
        "--for", dest="target", type=Target, choices=list(Target), required=True, metavar="CANAL",
        help="telerecours, paper (papier), lawyer (avocat) ou email (courriel)",
    )  # fmt: skip
    parser.add_argument("--output", type=Path, help="où le ranger (sinon : paquets/)")
    parser.add_argument(
        "--file-limit", type=float, default=DEFAULT_CAP / _MEGA, metavar="MO",
        help="poids maximal d’un fichier (30 Mo sans indication ; 32 au plus)",
    )  # fmt: skip
    parser.add_argument(
        "--total-limit", type=float, default=0, metavar="MO",
        help="poids maximal de tous les fichiers à déposer (aucun sans indication)",
    )  # fmt: skip
    parser.add_argument(
        "--contact-sheets", action="store_true", help="ajoute toutes les captures d’un coup d’œil"
    )
    parser.add_argument(
        "--lossless", action="store_true", help="ajoute les captures sans aucune perte de couleur"
    )
    parser.add_argument(
        "--again", action="store_true", help="refait ce qui est déjà déposé, sans rien de nouveau"
    )
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Make the package and say where it is."""
    if not 0 < options.file_limit <= _MOST or options.total_limit < 0:
        raise PlaiseError(
            "La limite par fichier va de 0 à 32 Mo, celle de Télérecours citoyens.",
            to_do="Corrigez --file-limit ou --total-limit, puis relancez.",
        )
    folder = DossierFolder(options.dossier)
    target: Target = options.target
    parent = options.output or options.dossier / "paquets" / _NAMES[target]
    write = partial(_zip if target is Target.LAWYER else _directory, parent)
    place = bundle(
        folder,
        target,
        write,
        today=today_in(folder),
        cap_bytes=int(options.file_limit * _MEGA),
        total_bytes=int(options.total_limit * _MEGA),
        contact_sheets=options.contact_sheets,
        lossless=options.lossless,
        again=options.again,
        progress=Bar(),
    )
    if options.json:
        out(json.dumps({"for": target.value, "path": place}, ensure_ascii=False))
    else:
        out(f"Le paquet est ici : {place}")
        out("Commencez par son fichier LISEZ-MOI.txt.")
    return 0


def _zip(parent: Path, files: Iterator[tuple[str, bytes]]) -> str:
    return str(keep_zip(parent, "dossier-avocat", files))


def _directory(parent: Path, files: Iterator[tuple[str, bytes]]) -> str:
    kept = DossierFolder(parent, packages=parent)
    return str(kept.package_path(kept.keep_package(files)))
