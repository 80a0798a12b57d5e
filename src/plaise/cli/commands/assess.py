"""`plaise assess`: is the file strong enough, and why."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option, today_in
from plaise.cli._words import Bar, err, out
from plaise.readiness import text
from plaise.store import DossierFolder
from plaise.work import assess_dossier, assessment_page


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "assess", "dit si le dossier est assez solide, et pourquoi", run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--pdf", type=Path, help="écrit aussi une page à imprimer")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Read what is new, then print the criteria."""
    folder = DossierFolder(options.dossier)
    today = today_in(folder)
    if options.pdf is None:
        assessment = assess_dossier(folder, today=today, progress=Bar())
    else:
        assessment, page = assessment_page(
            folder, today=today, now=datetime.now(UTC), progress=Bar()
        )
        options.pdf.write_bytes(page)
        err(f"Page à imprimer : {options.pdf}")
    out(assessment.model_dump_json(indent=1) if options.json else text(assessment))
    return 1 if assessment.blocks else 0
