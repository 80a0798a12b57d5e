"""`plaise draft`: one act on its own."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option, today_in
from plaise.cli._words import Bar, err, out
from plaise.dossier import PlaiseError
from plaise.drafting import Act, Details, check_act, parse_details
from plaise.store import DossierFolder
from plaise.work.single import brief_of, draft_one


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = command(commands, "draft", "rédige un seul acte, en PDF et pour Word", run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("act", choices=[act.value for act in Act], metavar="acte")
    parser.add_argument("--output", type=Path, default=Path(), help="où écrire (sinon : ici)")
    parser.add_argument(
        "--details", type=Path, metavar="FICHIER.toml", help="ce que cet acte est seul à demander"
    )
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Check, then write the act; what is to be checked by someone is said beside."""
    folder = DossierFolder(options.dossier)
    details = _details(options.details)
    brief = brief_of(folder, today=today_in(folder), progress=Bar())
    act = Act(options.act)
    files = draft_one(brief, act, details=details)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (options.output / name).write_bytes(content)
    to_check = [finding.message for finding in check_act(act, brief, details)]
    if options.json:
        written = [str(options.output / name) for name, _ in files]
        out(json.dumps({"files": written, "to_check": to_check}, ensure_ascii=False, indent=1))
        return 0
    for name, _ in files:
        out(str(options.output / name))
    for one in to_check:
        err(f"À vérifier : {one}.")
    return 0


def _details(path: Path | None) -> Details:
    if path is None:
        return Details()
    if not path.is_file():
        raise PlaiseError(
            f"Le fichier « {path} » n’existe pas.",
            to_do="Vérifiez son nom et l’endroit où il se trouve.",
        )
    return parse_details(path.read_text(encoding="utf-8"), name=path.name)
