"""`plaise practice`: the practice booking site, on this machine."""

from __future__ import annotations

import argparse

from plaise.cli._parts import Commands, command
from plaise.cli._words import err, out
from plaise.practice import scenarios, serve


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "ouvre le site d’entraînement sur cette machine"
    parser = command(commands, "practice", what, run)
    parser.add_argument("--port", type=int, default=8737)
    parser.add_argument("--scenario", default="refus", help="ce que le site doit répondre")
    parser.add_argument("--list", action="store_true", help="montre les réponses possibles")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C, or list the answers that the site can give."""
    if options.list:
        for scenario in scenarios():
            out(f"{scenario.id:32} {scenario.label}")
        return 0
    err("Site d’entraînement : rien de ce qu’il montre ne peut servir de preuve.")
    serve(options.port, options.scenario, announce=err)
    return 0
