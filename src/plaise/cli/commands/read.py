"""`plaise read`: what each capture shows."""

from __future__ import annotations

import argparse
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "read", "dit ce que montre chaque capture", run)
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--zone", default="Europe/Paris", help="fuseau horaire des captures")
    parser.add_argument(
        "--photo", "--slow", action="store_true", dest="photo",
        help="lit aussi les photographies d’écran (lent ; complément « photo »)",
    )  # fmt: skip
    parser.add_argument(
        "--resume", type=Path, metavar="FICHIER.jsonl",
        help="garde chaque lecture dans ce fichier, et reprend où l’on s’est arrêté",
    )  # fmt: skip
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Read, and print one object per picture."""
    from plaise.cli._reading import read_and_say  # noqa: PLC0415 (heavy: help answers at once)

    return read_and_say(options)
