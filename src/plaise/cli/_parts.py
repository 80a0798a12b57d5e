"""What the commands share."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ._words import err

if TYPE_CHECKING:
    from plaise.law import Caution
    from plaise.store import DossierFolder

Commands = argparse._SubParsersAction


def command(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    what: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """Declare a command: its name, what it does in French, and what runs it."""
    parser = commands.add_parser(name, help=what, description=what.capitalize() + ".")
    parser.set_defaults(run=run)
    return parser


def json_option(parser: argparse.ArgumentParser) -> None:
    """Let the command answer another program."""
    parser.add_argument("--json", action="store_true", help="réponse pour un autre programme")


def today_in(folder: DossierFolder) -> date:
    """The day it is where the person is.

    Raises:
        DossierError: the facts cannot be read.
    """
    return datetime.now(ZoneInfo(folder.facts().zone)).date()


def show_warnings(warnings: tuple[Caution, ...]) -> None:
    """Say, beside the answer, what everyone must know before starting; nothing when it was."""
    if not warnings:
        return
    err("Avant de commencer :")
    for one in warnings:
        old = " (à vérifier)" if one.to_check(datetime.now(UTC).date()) else ""
        err(textwrap.fill(f"• {one.title}{old}. {one.text}", 78, subsequent_indent="  "))
    err()
