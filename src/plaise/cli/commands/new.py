"""`plaise new`: a dossier folder, ready to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from plaise.cli._parts import Commands, command, show_warnings
from plaise.cli._words import out
from plaise.store import create_dossier
from plaise.work import record_shown, warnings_to_show


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "new", "crée un dossier prêt à remplir", run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--exercise", action="store_true", help="dossier d’exercice, pour toujours")


def run(options: argparse.Namespace) -> int:
    """Create the folder and say what comes next."""
    folder = create_dossier(options.dossier, exercise=options.exercise)
    warnings = warnings_to_show(folder)
    show_warnings(warnings)
    record_shown(folder, warnings)
    out(f"Le dossier « {folder.path} » est prêt.")
    out(f"1. Remplissez {folder.facts_path} avec un éditeur de texte.")
    out(f"2. Mettez vos captures d’écran dans {folder.captures_path}, les autres preuves dans")
    out(f"   {folder.pieces_path}.")
    out(f"3. Lancez : plaise prepare {folder.path}")
    if options.exercise:
        out("C’est un exercice : rien de ce qui en sortira ne pourra être déposé.")
    return 0
