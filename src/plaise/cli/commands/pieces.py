"""`plaise pieces`: the exhibits, their numbers, and what is decided of them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option
from plaise.cli._words import Bar, out
from plaise.dossier import ExhibitPlan
from plaise.store import DossierFolder
from plaise.work.exhibits import Changes, check_pieces, decide_exhibits, numbered


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "montre les numéros des pièces, et permet de les ordonner"
    parser = command(commands, "pieces", what, run)
    parser.add_argument("dossier", type=Path)
    name = "PIECE"
    parser.add_argument("--order", nargs="+", default=[], metavar=name, help="à mettre en premier")
    parser.add_argument(
        "--leave-out", nargs="+", default=[], metavar=name, help="à laisser de côté, sans effacer"
    )
    parser.add_argument("--keep", nargs="+", default=[], metavar=name, help="à reprendre")
    grouping = parser.add_mutually_exclusive_group()
    grouping.add_argument("--apart", action="store_true", help="un fichier par capture")
    grouping.add_argument("--grouped", action="store_true", help="les captures en une série")
    parser.add_argument(
        "--filed",
        action="store_true",
        help="tout est déposé : les numéros ne bougent plus",
    )
    parser.add_argument(
        "--not-filed",
        action="store_true",
        help="le dernier dépôt a été noté par erreur : les numéros peuvent bouger de nouveau",
    )
    parser.add_argument("--why", default="", metavar="RAISON", help="pourquoi, pour le journal")
    parser.add_argument("--check", action="store_true", help="ce qui serait refusé")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Decide if asked, then show."""
    folder = DossierFolder(options.dossier)
    if options.check:
        return _check(folder)
    changes = Changes(
        order=tuple(options.order),
        leave_out=tuple(options.leave_out),
        keep=tuple(options.keep),
        apart=True if options.apart else False if options.grouped else None,
        filed=options.filed,
        unfiled=options.not_filed,
        why=options.why,
    )
    plan = decide_exhibits(folder, changes, Bar()) if changes.any else numbered(folder, Bar())
    if options.json:
        out(json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=1))
    else:
        _show(plan)
        if changes.any:
            out("C’est noté dans le journal. Relancez « plaise prepare » pour refaire les actes.")
    return 0


def _check(folder: DossierFolder) -> int:
    refused, notes = check_pieces(folder, folder.facts())
    for one in refused:
        out(f"✗ {one}")
    for one in notes:
        out(f"À savoir : {one}")
    if not refused:
        out("Toutes les pièces peuvent être déposées.")
    return 1 if refused else 0


def _show(plan: ExhibitPlan) -> None:
    for entry in plan.entries:
        filed = " [déposée]" if entry not in plan.batch else ""
        out(f"{entry.number:4d}  {entry.label}{filed}")
        out(f"      {entry.source} → {entry.file}, page {entry.first_page}")
