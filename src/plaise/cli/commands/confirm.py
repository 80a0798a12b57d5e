"""`plaise confirm`: what was read is a guess until a person says yes, or corrects it."""

from __future__ import annotations

import argparse
import getpass
import json
from pathlib import Path

from plaise.cli._parts import Commands, command, json_option
from plaise.cli._words import Bar, out, reading_text
from plaise.dossier import Box, Capture, PlaiseError
from plaise.reading import Remark, doubts
from plaise.store import DossierFolder
from plaise.work import (
    accept_clear,
    clear,
    contact_sheet,
    decide,
    doubtful,
    look,
    redact_capture,
    remarks_on,
    to_look_at,
)


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "montre ce qui est douteux, confirme ou corrige ce qui a été lu"
    parser = command(commands, "confirm", what, run)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--capture", metavar="FICHIER", help="la capture dont on parle")
    parser.add_argument(
        "--set", metavar="ÉLÉMENT=VALEUR", action="append", default=[],
        help="result, url, date, time ou motif (date=2026-10-12)",
    )  # fmt: skip
    parser.add_argument("--why", default="", help="pourquoi (obligatoire pour une correction)")
    parser.add_argument("--by", default="", metavar="NOM", help="qui décide (sinon : vous)")
    parser.add_argument("--not-shown", action="store_true", help="cela ne se voit pas sur l’image")
    parser.add_argument("--accept-clear", action="store_true", help="accepte tout ce qui est net")
    parser.add_argument("--contact-sheet", type=Path, metavar="FICHIER.pdf", help="planche à voir")
    parser.add_argument(
        "--mask", metavar="X,Y,L,H", action="append", default=[],
        help="masque un rectangle sur une copie (gauche, haut, largeur, hauteur)",
    )  # fmt: skip
    parser.add_argument("--output", type=Path, metavar="COPIE.png", help="où écrire la copie")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """List the doubtful findings, or record what the person says. Code 1 while doubts remain."""
    folder = DossierFolder(options.dossier)
    _, captures = look(folder, Bar())
    who = options.by or getpass.getuser()
    if options.contact_sheet:
        options.contact_sheet.write_bytes(contact_sheet(folder, clear(captures)))
        out(f"La planche est dans {options.contact_sheet}. Regardez-la, puis : --accept-clear")
        return 0
    if options.accept_clear:
        count = accept_clear(folder, captures, who=who)
        out(f"{count} captures nettes sont confirmées par {who}.")
        return 0
    if options.mask:
        return _mask(options, folder, captures, who)
    if options.set:
        return _set(options, folder, captures, who)
    if options.capture and not options.json:
        return _one(_chosen(options.capture, captures), captures)
    return _list(options, captures)


def _set(
    options: argparse.Namespace, folder: DossierFolder, captures: tuple[Capture, ...], who: str
) -> int:
    capture = _chosen(options.capture, captures)
    for given in options.set:
        element, _, value = given.partition("=")
        shown = not options.not_shown
        decide(folder, capture, element.strip(), value, who=who, why=options.why, on_picture=shown)
        out(f"« {capture.path} » : {element.strip()} = {value} (décision de {who}, au journal).")
    return 0


def _mask(
    options: argparse.Namespace, folder: DossierFolder, captures: tuple[Capture, ...], who: str
) -> int:
    capture = _chosen(options.capture, captures)
    if options.output is None:
        raise PlaiseError("Il manque l’endroit où écrire la copie.", to_do="Ajoutez --output.")
    if options.output.exists():
        raise PlaiseError(
            f"« {options.output} » existe déjà.", to_do="Choisissez un autre nom pour la copie."
        )
    boxes = [_box(text) for text in options.mask]
    options.output.write_bytes(redact_capture(folder, capture, boxes, who=who, why=options.why))
    out(f"La copie masquée est dans {options.output}. L’original est gardé tel quel.")
    return 0


def _box(text: str) -> Box:
    try:
        x, y, width, height = (int(part) for part in text.split(","))
    except ValueError as error:
        raise PlaiseError(
            f"« {text} » n’est pas un rectangle.",
            to_do="Écrivez gauche,haut,largeur,hauteur en points (par exemple 10,700,200,40).",
        ) from error
    return Box(x=x, y=y, width=width, height=height)


def _chosen(name: str | None, captures: tuple[Capture, ...]) -> Capture:
    found = [one for one in captures if name and name in {one.path, one.name, one.source}]
    if len(found) == 1:
        return found[0]
    raise PlaiseError(
        f"Aucune capture ne s’appelle « {name} »." if not found else "Plusieurs images ont ce nom.",
        to_do="Donnez le chemin avec --capture, comme il s’affiche (captures/…).",
    )


def _one(capture: Capture, captures: tuple[Capture, ...]) -> int:
    """Everything to know of one capture, and what could be covered on a copy of it."""
    asked = doubts(capture.reading)
    out(reading_text(capture.reading))
    for doubt in asked:
        out(f"   ? {doubt.element} = {doubt.value or '…'} : {doubt.why}")
    for remark in remarks_on(captures).get(capture.source, ()):
        out(f"   · {remark.said}")
        for box in remark.boxes:
            out(f"     pour le masquer : --mask {box.x},{box.y},{box.width},{box.height}")
    return 1 if asked else 0


def _remark(remark: Remark) -> dict[str, object]:
    boxes = [box.model_dump() for box in remark.boxes]
    return {"kind": remark.kind.value, "text": remark.said, "other": remark.other, "boxes": boxes}


def _list(options: argparse.Namespace, captures: tuple[Capture, ...]) -> int:
    waiting = doubtful(captures)
    remarks = remarks_on(captures)
    if options.json:
        asked = {one.capture.source: one.doubts for one in waiting}
        told = [
            {
                "capture": source,
                "doubts": [doubt.model_dump() for doubt in asked.get(source, ())],
                "remarks": [_remark(one) for one in remarks.get(source, ())],
            }
            for source in sorted({*asked, *remarks})
        ]
        out(json.dumps(told, ensure_ascii=False, indent=1))
        return 1 if waiting else 0
    for one in waiting:
        out(reading_text(one.capture.reading))
        for doubt in one.doubts:
            out(f"   ? {doubt.element} = {doubt.value or '…'} : {doubt.why}")
    if waiting:
        out("")
        out("Pour confirmer ou corriger : plaise confirm DOSSIER --capture FICHIER --set "
            "date=2026-10-12 --why \"lu sur l’image agrandie\"")  # fmt: skip
    for text in to_look_at(captures):
        out(f"· {text}")
    out(f"{len(waiting)} captures à vérifier ; {len(clear(captures))} nettes.")
    return 1 if waiting else 0
