"""What the commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

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
