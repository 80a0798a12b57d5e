"""`plaise prepare`: the whole job, from the folder to the package."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option, show_warnings, today_in
from plaise.cli._words import Bar, out
from plaise.dossier import PlaiseError
from plaise.store import DossierFolder
from plaise.work import guide_text, prepare, record_shown, summary, warnings_to_show


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(
        commands, "prepare", "fait tout le travail : lit, rédige, numérote, range", run
    )
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--output", type=Path, help="où ranger le paquet (sinon : depot/)")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Prepare, then show the final page."""
    folder = DossierFolder(options.dossier, packages=_output(options.output))
    today = today_in(folder)
    warnings = warnings_to_show(folder)
    show_warnings(warnings)
    outcome = prepare(folder, today=today, progress=Bar())
    record_shown(folder, warnings)
    place = folder.package_path(outcome.package.number)
    if options.json:
        out(json.dumps(summary(outcome, place), ensure_ascii=False, indent=1))
    else:
        out(guide_text(outcome, place))
    return 0 if outcome.clean else 1


def _output(path: Path | None) -> Path | None:
    """A place for packages: new, empty, or already holding packages and nothing else."""
    if path is None or not path.exists():
        return path
    if not path.is_dir():
        raise PlaiseError(
            f"« {path} » est un fichier, pas un dossier.",
            to_do="Choisissez un autre endroit avec --output.",
        )
    strangers = [p.name for p in path.iterdir() if not p.name.startswith(("version-", "."))]
    if strangers:
        raise PlaiseError(
            f"« {path} » contient déjà autre chose (« {sorted(strangers)[0]} »).",
            safe="Rien n’y a été écrit.",
            to_do="Choisissez un dossier vide, ou qui n’existe pas encore, avec --output.",
        )
    return path
