"""What each command does: call the core, say the answer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plaise.dossier import PlaiseError, Result
from plaise.readiness import text
from plaise.reading import read_many
from plaise.store import DossierFolder, create_dossier
from plaise.work import assess_dossier, guide_text, prepare, summary, verify

from ._words import Bar, err, out, reading_text


def run(options: argparse.Namespace) -> int:
    """Run the command that was parsed."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "new": _new,
        "prepare": _prepare,
        "read": _read,
        "assess": _assess,
        "verify": _verify,
        "practice": _practice,
    }
    return commands[options.command](options)


def _new(options: argparse.Namespace) -> int:
    folder = create_dossier(options.dossier, exercise=options.exercise)
    out(f"Le dossier « {folder.path} » est prêt.")
    out(f"1. Remplissez {folder.facts_path} avec un éditeur de texte.")
    out(f"2. Mettez vos captures d’écran dans {folder.captures_path}, les autres preuves dans")
    out(f"   {folder.pieces_path}.")
    out(f"3. Lancez : plaise prepare {folder.path}")
    if options.exercise:
        out("C’est un exercice : rien de ce qui en sortira ne pourra être déposé.")
    return 0


def _prepare(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier, packages=_output(options.output))
    today = datetime.now(_zone(folder)).date()
    outcome = prepare(folder, today=today, progress=Bar())
    place = folder.package_path(outcome.package.number)
    if options.json:
        out(json.dumps(summary(outcome, place), ensure_ascii=False, indent=1))
    else:
        out(guide_text(outcome, place))
    return 0 if outcome.clean else 1


def _output(path: Path | None) -> Path | None:
    """A place for packages: new, empty, or already holding packages and nothing else."""
    if path is None or not path.exists():
        return path
    if not path.is_dir():
        raise PlaiseError(
            f"« {path} » est un fichier, pas un dossier.",
            to_do="Choisissez un autre endroit avec --output.",
        )
    strangers = [p.name for p in path.iterdir() if not p.name.startswith(("version-", "."))]
    if strangers:
        raise PlaiseError(
            f"« {path} » contient déjà autre chose (« {sorted(strangers)[0]} »).",
            safe="Rien n’y a été écrit.",
            to_do="Choisissez un dossier vide, ou qui n’existe pas encore, avec --output.",
        )
    return path


def _zone(folder: DossierFolder) -> ZoneInfo:
    return ZoneInfo(folder.facts().zone)


def _read(options: argparse.Namespace) -> int:
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


def _assess(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    today = datetime.now(_zone(folder)).date()
    assessment = assess_dossier(folder, today=today, progress=Bar())
    out(assessment.model_dump_json(indent=1) if options.json else text(assessment))
    return 1 if assessment.blocks else 0


def _verify(options: argparse.Namespace) -> int:
    result = verify(options.dossier)
    if options.json:
        answer = {
            "sound": result.sound,
            "checked": result.checked,
            "problems": result.problems,
            "notes": result.notes,
        }
        out(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        for note in result.notes:
            out(f"À savoir : {note}")
        for problem in result.problems:
            out(f"✗ {problem}")
        verdict = "tout correspond" if result.sound else "quelque chose ne correspond pas"
        out(f"{result.checked} éléments vérifiés : {verdict}.")
    return 0 if result.sound else 1


def _practice(options: argparse.Namespace) -> int:
    from plaise.practice import scenarios, serve  # noqa: PLC0415 (only this command needs it)

    if options.list:
        for scenario in scenarios():
            out(f"{scenario.id:32} {scenario.label}")
        return 0
    err("Site d’entraînement : rien de ce qu’il montre ne peut servir de preuve.")
    serve(options.port, options.scenario, announce=err)
    return 0
