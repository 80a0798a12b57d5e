"""`plaise plan`: what to do next, and when."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option
from plaise.cli._words import Bar, err, out
from plaise.readiness import plan_calendar, plan_text
from plaise.store import DossierFolder
from plaise.work import plan_dossier


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "plan", "dit quoi faire ensuite, quel jour et à quelle heure", run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--ics", type=Path, help="écrit aussi le plan pour un agenda (.ics)")
    parser.add_argument(
        "--clear", action="store_true", help="l’agenda dit de quoi il s’agit (sinon : « Rappel »)"
    )
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Read what is new, then print the plan."""
    made = plan_dossier(DossierFolder(options.dossier), now=datetime.now(UTC), progress=Bar())
    if options.ics is not None:
        options.ics.write_bytes(plan_calendar(made, neutral=not options.clear))
        err(f"Agenda écrit : {options.ics}")
    out(made.model_dump_json(indent=1) if options.json else plan_text(made))
    return 1 if made.stops else 0
