"""`plaise assess`: is the file strong enough, and why."""

from __future__ import annotations

import argparse
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option, today_in
from plaise.cli._words import Bar, out
from plaise.readiness import text
from plaise.store import DossierFolder
from plaise.work import assess_dossier


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "assess", "dit si le dossier est assez solide, et pourquoi", run)
    parser.add_argument("dossier", type=Path)
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Read what is new, then print the criteria."""
    folder = DossierFolder(options.dossier)
    assessment = assess_dossier(folder, today=today_in(folder), progress=Bar())
    out(assessment.model_dump_json(indent=1) if options.json else text(assessment))
    return 1 if assessment.blocks else 0
