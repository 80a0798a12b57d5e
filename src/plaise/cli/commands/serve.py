"""`plaise serve`: the app, on this machine, in any browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from plaise.cli._parts import Commands, command
from plaise.cli._words import err
from plaise.web.serve import Serving, default_data, serve


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "serve", "ouvre l’application dans le navigateur", run)
    parser.add_argument("--data", type=Path, help="où garder les dossiers chiffrés")
    parser.add_argument("--port", type=int, default=8736)
    parser.add_argument("--no-browser", action="store_true", help="n’ouvre pas de navigateur")
    parser.add_argument("--origin", default="", help="adresse https publique, derrière un proxy")
    parser.add_argument("--database", default="", help="PostgreSQL (sinon : SQLite)")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    how = Serving(
        data=(options.data or default_data()).absolute(),
        port=options.port,
        origin=options.origin.rstrip("/"),
        database=options.database,
        browser=not options.no_browser,
    )
    serve(how, announce=err)
    return 0
