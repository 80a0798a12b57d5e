"""`plaise verify`: has any file changed since it came in?"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option
from plaise.cli._words import out
from plaise.work import verify


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "vérifie qu’aucun fichier n’a changé (code 0 ou 1)"
    parser = command(commands, "verify", what, run)
    parser.add_argument("dossier", type=Path)
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Check the chain and every hash."""
    result = verify(options.dossier)
    if options.json:
        answer = {
            "sound": result.sound,
            "checked": result.checked,
            "problems": result.problems,
            "notes": result.notes,
        }
        out(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0 if result.sound else 1
    for note in result.notes:
        out(f"À savoir : {note}")
    for problem in result.problems:
        out(f"✗ {problem}")
    verdict = "tout correspond" if result.sound else "quelque chose ne correspond pas"
    out(f"{result.checked} éléments vérifiés : {verdict}.")
    return 0 if result.sound else 1
