"""`plaise act`: bring back an act edited in Word, leave it aside, list versions, see test acts."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from plaise.cli._parts import Commands, json_option, today_in
from plaise.cli._words import out
from plaise.dossier import PlaiseError
from plaise.drafting import Act
from plaise.store import DossierFolder
from plaise.work import import_act, in_force, kept_acts, reading_copies, reset_act

LANGUAGES = ("en", "ar")
_ORIGINS = {
    "drafted": "rédigé par Plaise",
    "edited": "modifié dans Word",
    "taken": "pris seul, après le dépôt",
}


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command and what it can do."""
    what = "reprend un acte modifié dans Word, ou montre les versions des actes"
    parser = commands.add_parser("act", help=what, description=what.capitalize() + ".")
    doings = parser.add_subparsers(dest="doing", required=True, metavar="action")

    taken = doings.add_parser("import", help="reprend un acte que vous avez modifié dans Word")
    taken.add_argument("dossier", type=Path)
    taken.add_argument("file", type=Path, metavar="FICHIER.docx")
    taken.add_argument("--act", choices=[act.value for act in Act], metavar="ACTE")
    taken.set_defaults(run=_import)

    left = doings.add_parser("reset", help="revient au texte de Plaise")
    left.add_argument("dossier", type=Path)
    left.add_argument("act", choices=[act.value for act in Act], metavar="acte")
    left.set_defaults(run=_reset)

    told = doings.add_parser("list", help="montre chaque version gardée")
    told.add_argument("dossier", type=Path)
    told.set_defaults(run=_list)

    copied = doings.add_parser("copy", help="fait une copie à lire, expliquée dans votre langue")
    copied.add_argument("dossier", type=Path)
    copied.add_argument("--language", choices=LANGUAGES, required=True, help="langue")
    copied.add_argument("--output", type=Path, required=True, help="où écrire les copies")
    copied.set_defaults(run=_copy)

    shown = doings.add_parser("preview", help="montre les actes pour trois personnes inventées")
    shown.add_argument("act", nargs="?", choices=[act.value for act in Act], metavar="acte")
    shown.add_argument("--output", type=Path, required=True, help="où écrire les pages")
    shown.set_defaults(run=_preview)
    for one in (taken, told):
        json_option(one)


def _import(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        raise PlaiseError(
            f"Le fichier « {options.file} » n’existe pas.",
            to_do="Vérifiez son nom et l’endroit où il se trouve.",
        )
    folder = DossierFolder(options.dossier)
    act = Act(options.act) if options.act else None
    taken = import_act(folder, options.file.read_bytes(), today=today_in(folder), act=act)
    kept = taken.kept
    if options.json:
        answer = {"act": kept.act.value, "version": kept.number, "lost": kept.lost}
        out(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    out(f"L’acte « {kept.act.value} » est repris (version {kept.number}).")
    if kept.lost:
        out("Ce qui n’a pas pu être gardé :")
        for one in kept.lost:
            out(f"– {one}")
    out(f"Relisez-le : {folder.path / kept.path.replace('.json', '.pdf')}")
    out(f"Il sera dans le prochain paquet : plaise prepare {options.dossier}")
    out(f"Pour revenir au texte de Plaise : plaise act reset {options.dossier} {kept.act.value}")
    return 0


def _reset(options: argparse.Namespace) -> int:
    act = Act(options.act)
    if reset_act(DossierFolder(options.dossier), act):
        out(f"Le prochain paquet contiendra l’acte « {act.value} » rédigé par Plaise.")
        out("Votre version reste gardée dans actes/.")
    else:
        out(f"L’acte « {act.value} » n’a pas été modifié : rien à faire.")
    return 0


def _list(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    folder.facts()
    journal = folder.journal()
    chosen = {kept.path for kept in in_force(folder, journal).values()}
    versions = [
        {
            "act": kept.act.value,
            "version": kept.number,
            "origin": kept.origin,
            "kept_at": kept.kept_at,
            "facts": kept.facts,
            "law": kept.law,
            "software": kept.software,
            "in_force": kept.path in chosen,
        }
        for kept in kept_acts(folder, journal)
    ]
    if options.json:
        out(json.dumps(versions, ensure_ascii=False, indent=1))
        return 0
    for one in versions:
        mark = "  ← dans le prochain paquet" if one["in_force"] else ""
        origin = _ORIGINS[str(one["origin"])]
        out(f"{one['act']:28} version {one['version']}  {one['kept_at']}  {origin}{mark}")
    if not versions:
        out("Aucun acte n’a encore été fait.")
    return 0


def _copy(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    copies = reading_copies(folder, options.language, today=today_in(folder))
    options.output.mkdir(parents=True, exist_ok=True)
    for name, content in copies:
        (options.output / name).write_bytes(content)
        out(str(options.output / name))
    out("Ces copies aident à comprendre. Ne les déposez pas, ne les envoyez pas.")
    return 0


def _preview(options: argparse.Namespace) -> int:
    from plaise.drafting.preview import write_preview  # noqa: PLC0415 (only this action needs it)

    chosen = [Act(options.act)] if options.act else list(Act)
    for seen in write_preview(options.output, chosen):
        for path in seen.files:
            out(str(path))
        if seen.refused:
            out(f"{seen.act.value}, {seen.person} : pas d’acte. {seen.refused}")
    return 0
