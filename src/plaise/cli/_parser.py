"""The words of the command line, in French."""

from __future__ import annotations

import argparse
import gettext
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from plaise import __version__
from plaise.dossier import PlaiseError

from .commands import NAMES

_FRENCH = {
    "usage: ": "utilisation : ",
    "positional arguments": "arguments",
    "options": "options",
    "show this help message and exit": "affiche cette aide",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "mots non reconnus : %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "au moins une valeur est attendue",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "« %(value)s » n’existe pas (choix : %(choices)s)"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "invalid %(type)s value: %(value)r": "valeur incorrecte : %(value)s",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise PlaiseError(
            f"La commande n’est pas complète ou contient une faute : {message}.",
            to_do=f"Pour voir comment l’écrire : {self.prog} --help",
        )


def speak_french() -> None:
    """Make argparse's own words French (it asks gettext for each of them)."""

    class _Words(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return _FRENCH.get(message, message)

    argparse._ = _Words().gettext  # type: ignore[attr-defined]


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The command line: the command that is called, or all of them when none is.

    A command's module is imported only when it is needed, so that each answers quickly.
    """
    parser = _Parser(
        prog="plaise",
        description="De vos captures d’écran à la requête prête à déposer (référé mesures utiles).",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"plaise {__version__}", help="affiche la version"
    )
    parser.add_argument(
        "--law",
        type=Path,
        metavar="RÈGLES",
        help="dossier de règles d’une association, posées sur les nôtres (ou PLAISE_LAW)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    called = next((word for word in arguments if word in NAMES), "")
    for name in (called,) if called else NAMES:
        import_module(f"plaise.cli.commands.{name}").add(commands)
    return parser
