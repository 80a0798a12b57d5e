"""A new dossier folder, ready to fill in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from plaise import __version__
from plaise.dossier import SCHEMA, PlaiseError, write_whole

from ._folder import DossierFolder


def create_dossier(path: Path, *, exercise: bool) -> DossierFolder:
    """Create the folder of a dossier and the first line of its journal.

    Whether it is an exercise is written in that line, and holds for good.

    Raises:
        PlaiseError: the place is taken.
        OSError: the disk refused.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise PlaiseError(
            f"« {path} » existe déjà et n’est pas vide.",
            to_do="Choisissez un autre nom de dossier.",
        )
    folder = DossierFolder(path)
    folder.captures_path.mkdir(parents=True)
    folder.pieces_path.mkdir()
    identifier = str(uuid4())
    write_whole(folder.facts_path, new_facts(identifier, exercise=exercise).encode())
    folder.journal().append(
        "created",
        {
            "dossier": identifier,
            "exercise": exercise,
            "schema": SCHEMA,
            "software": __version__,
        },
    )
    return folder


def new_facts(identifier: str, *, exercise: bool) -> str:
    """The facts of a new dossier, to be filled in."""
    text = files("plaise.store").joinpath("modele.toml").read_text(encoding="utf-8")
    return text.replace("@ID@", identifier).replace("@EXERCICE@", str(exercise).lower())
