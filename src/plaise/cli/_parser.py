"""The words of the command line, in French."""

from __future__ import annotations

import argparse
import gettext
from pathlib import Path
from typing import NoReturn

from plaise import __version__
from plaise.dossier import PlaiseError

_FRENCH = {
    "usage: ": "utilisation : ",
    "positional arguments": "arguments",
    "options": "options",
    "show this help message and exit": "affiche cette aide",
    "show program's version number and exit": "affiche la version",
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


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(
        prog="plaise",
        description="De vos captures d’écran à la requête prête à déposer (référé mesures utiles).",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"plaise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")

    new = _command(commands, "new", "crée un dossier prêt à remplir")
    new.add_argument("dossier", type=Path)
    new.add_argument("--exercise", action="store_true", help="dossier d’exercice, pour toujours")

    prepare = _command(commands, "prepare", "fait tout le travail : lit, rédige, numérote, range")
    prepare.add_argument("dossier", type=Path)
    prepare.add_argument("--output", type=Path, help="où ranger le paquet (sinon : depot/)")
    _json(prepare)

    read = _command(commands, "read", "dit ce que montre chaque capture")
    read.add_argument("file", nargs="+", type=Path)
    read.add_argument("--zone", default="Europe/Paris", help="fuseau horaire des captures")
    _json(read)

    assess = _command(commands, "assess", "dit si le dossier est assez solide, et pourquoi")
    assess.add_argument("dossier", type=Path)
    _json(assess)

    verify = _command(commands, "verify", "vérifie qu’aucun fichier n’a changé (code 0 ou 1)")
    verify.add_argument("dossier", type=Path)
    _json(verify)

    practice = _command(commands, "practice", "ouvre le site d’entraînement sur cette machine")
    practice.add_argument("--port", type=int, default=8737)
    practice.add_argument("--scenario", default="refus", help="ce que le site doit répondre")
    practice.add_argument("--list", action="store_true", help="montre les réponses possibles")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, what: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=what, description=what.capitalize() + ".")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="réponse pour un autre programme")
