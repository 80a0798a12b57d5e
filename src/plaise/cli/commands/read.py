"""`plaise read`: what each capture shows."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option
from plaise.cli._words import Bar, out, reading_text
from plaise.dossier import PlaiseError, Result
from plaise.reading import read_many


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "read", "dit ce que montre chaque capture", run)
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--zone", default="Europe/Paris", help="fuseau horaire des captures")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one object per picture: JSON for programs and pipes, plain words on a terminal."""
    paths = [path for given in options.file for path in _files(given)]
    as_json = options.json or not sys.stdout.isatty()
    bar = Bar()
    bar.begin("Lecture", len(paths))
    sound = True
    for path, readings in read_many(paths, zone=options.zone):
        for reading in readings:
            shown = reading.model_copy(update={"file": str(path)})
            sound = sound and shown.result is not Result.UNREADABLE
            out(shown.model_dump_json() if as_json else reading_text(shown))
        bar.advance()
    bar.end()
    return 0 if sound else 1


def _files(given: Path) -> list[Path]:
    if not given.exists():
        raise PlaiseError(
            f"Le fichier « {given} » n’existe pas.",
            to_do="Vérifiez son nom et l’endroit où il se trouve.",
        )
    if given.is_dir():
        return sorted(p for p in given.rglob("*") if p.is_file() and not p.name.startswith("."))
    return [given]
