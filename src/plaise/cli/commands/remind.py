"""`plaise remind`: sends the reminders of the day to who asked for them; once a day is enough."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plaise.cli._parts import Commands, command
from plaise.cli._words import out
from plaise.dossier import PlaiseError
from plaise.web.serve import default_data, prepared


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    what = "envoie par courriel les rappels du jour (serveur d’association)"
    parser = command(commands, "remind", what, run)
    parser.add_argument("--data", type=Path, help="où sont les dossiers chiffrés")
    parser.add_argument("--database", default="", help="PostgreSQL (sinon : SQLite)")


def run(options: argparse.Namespace) -> int:
    """Send what is due."""
    prepared(options.data or default_data(), options.database)
    from django.conf import settings  # noqa: PLC0415 (once configured)

    from plaise.web.followup.sending import send_due  # noqa: PLC0415 (once configured)

    if not settings.PLAISE_MAIL:
        raise PlaiseError(
            "Ce serveur n’est pas réglé pour envoyer des courriels.",
            to_do="Donnez PLAISE_SMTP, PLAISE_SMTP_FROM et PLAISE_SECRET, les mêmes que pour "
            "« plaise serve ».",
        )
    done = send_due(datetime.now(ZoneInfo("Europe/Paris")).date())
    out(f"Rappels envoyés : {done.sent}. En échec, à réessayer : {done.failed}.")
    if done.failed:
        why = "a refusé" if done.reachable else "n’a pas répondu pour"
        out(
            f"Le serveur de courriel {why} ces messages. Ils restent notés : relancez cette "
            "commande dans les deux jours."
        )
    if done.forgotten:
        out(f"Rappels de jours trop anciens, oubliés sans être envoyés : {done.forgotten}.")
    if done.unreadable:
        out(f"Adresses illisibles (PLAISE_SECRET a changé) : {done.unreadable}.")
    return 1 if done.failed else 0
