"""`plaise followup`: after filing, until the request is registered."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from plaise.cli._parts import Commands, command, json_option, today_in
from plaise.cli._words import out
from plaise.dossier import PlaiseError, typeset
from plaise.followup import (
    Followup,
    Reason,
    Setting,
    calendar,
    deadlines,
    due,
    event_fields,
    next_petition,
    next_petition_text,
    page,
    page_text,
)
from plaise.followup.mail import read_answer, suggestions
from plaise.store import DossierFolder
from plaise.work import correct_event, followup_of, record_event


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command and what it can do."""
    what = "après le dépôt : où en est l’affaire, quoi faire, avant quand"
    parser = command(commands, "followup", what, _show)
    inside = parser.add_subparsers(dest="what", required=True, metavar="quoi")
    show = _sub(inside, "show", "où en est l’affaire, et quoi faire", _show)
    show.add_argument("--explain", action="store_true", help="montre le calcul de chaque date")
    json_option(show)
    record = _sub(inside, "record", "note ce qui s’est passé", _record)
    record.add_argument("event", nargs="?", help="l’événement (sans lui : la liste)")
    record.add_argument("fact", nargs="*", help="un fait, écrit nom=valeur")
    correct = _sub(inside, "correct", "corrige un événement noté (les deux restent)", _correct)
    correct.add_argument("target", help="l’identifiant de l’événement")
    correct.add_argument("--why", required=True, help="pourquoi, en quelques mots")
    correct.add_argument("event", nargs="?", help="ce qui le remplace, s’il y a lieu")
    correct.add_argument("fact", nargs="*", help="un fait, écrit nom=valeur")
    mail = _sub(inside, "mail", "lit une réponse reçue (.eml, .msg, PDF)", _mail)
    mail.add_argument("file", type=Path)
    json_option(mail)
    dates = _sub(inside, "calendar", "écrit les dates dans un fichier d’agenda (.ics)", _calendar)
    dates.add_argument("file", type=Path)
    dates.add_argument("--full-words", action="store_true", help="dit de quoi il s’agit")
    _sub(inside, "reminders", "rappelle ce qui est proche", _reminders)
    rejection = _sub(inside, "rejection", "après un rejet : les preuves des quinze jours", _plan)
    rejection.add_argument("reason", nargs="+", choices=[reason.value for reason in Reason])


def _sub(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    what: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = command(commands, name, what, run)
    parser.add_argument("dossier", type=Path)
    return parser


def _show(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    dossier, case = followup_of(folder)
    shown = page(case, Setting.of(dossier), today_in(folder))
    if options.json:
        out(shown.model_dump_json(indent=1))
    else:
        out(typeset(page_text(shown, explain=options.explain)))
    return 0


def _record(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    _, case = followup_of(folder)
    if options.event is None:
        _list_events(case)
        return 0
    after = record_event(folder, options.event, _facts(options.fact))
    out(typeset(f"C’est noté. Maintenant : {after.current.label}."))
    return 0


def _list_events(case: Followup) -> None:
    out("Ce que vous pouvez noter maintenant :")
    for rule in case.possible():
        out(typeset(f"{rule.kind} — {rule.label}"))
        for field in event_fields(rule.kind):
            need = "" if field.required else " (facultatif)"
            choices = (
                f" : {', '.join(value for value, _ in field.choices)}" if field.choices else ""
            )
            out(typeset(f"    {field.name} — {field.label}{need}{choices}"))


def _correct(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    after = correct_event(
        folder,
        options.target,
        on=today_in(folder),
        reason=options.why,
        kind=options.event,
        data=_facts(options.fact) if options.event else None,
    )
    out(
        typeset(
            f"C’est corrigé ; l’ancien reste dans le journal. Maintenant : {after.current.label}."
        )
    )
    return 0


def _facts(given: Sequence[str]) -> dict[str, Any]:
    """`name=value` pairs; a name given twice makes a list."""
    facts: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise PlaiseError(
                f"« {text} » n’est pas de la forme nom=valeur.",
                to_do="Pour voir les noms possibles : plaise followup record DOSSIER",
            )
        if name in facts:
            before = facts[name]
            facts[name] = [*(before if isinstance(before, list) else [before]), value]
        else:
            facts[name] = value
    return facts


def _mail(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    _, case = followup_of(folder)
    today = today_in(folder)
    reading = read_answer(options.file.read_bytes(), options.file.name, today)
    if options.json:
        out(reading.model_dump_json(indent=1, exclude={"mail"}))
        return 0
    out(
        typeset(
            f"Ce message semble être : {reading.guess.label}. C’est une supposition à vérifier."
        )
    )
    out(typeset(reading.guess.advice))
    for one in suggestions(reading, case, today):
        facts = " ".join(f"{name}={value}" for name, value in one.data.items())
        out(typeset(f"À noter, si c’est exact : {one.label}"))
        out(f"  plaise followup record {options.dossier} {one.kind} {facts}")
    for warning in reading.warnings:
        out(typeset(f"  ! {warning}"))
    return 0


def _dates(folder: DossierFolder) -> tuple[Followup, Setting, date]:
    dossier, case = followup_of(folder)
    return case, Setting.of(dossier), today_in(folder)


def _calendar(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    case, setting, _ = _dates(folder)
    facts = folder.facts()
    content = calendar(
        case,
        deadlines(case, setting),
        dossier=facts.id,
        zone=facts.zone,
        made_at=datetime.now(UTC),
        neutral=not options.full_words,
    )
    options.file.write_bytes(content)
    out(f"Agenda écrit : {options.file}")
    return 0


def _reminders(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    case, setting, today = _dates(folder)
    found = due(deadlines(case, setting), today)
    for reminder in found:
        out(typeset(reminder.text))
    if not found:
        out("Rien de proche aujourd’hui. Regardez tout de même votre boîte Télérecours.")
    return 0


def _plan(options: argparse.Namespace) -> int:
    folder = DossierFolder(options.dossier)
    _, setting, today = _dates(folder)
    reasons = [Reason(reason) for reason in options.reason]
    out(typeset(next_petition_text(next_petition(reasons, today, setting.departement))))
    return 0
