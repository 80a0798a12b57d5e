"""Reading the data files of the law, with errors that name the file."""

from __future__ import annotations

import csv
import io
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from plaise.dossier import PlaiseError

_T = TypeVar("_T")


class LawError(PlaiseError):
    """A data file of the law is not what it must be: nothing is said rather than something wrong.

    Attributes:
        file: the file at fault.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"Données de droit, fichier « {file} » : {reason}.",
            safe="Votre dossier n’a pas été modifié.",
            to_do=(
                "Réinstallez Plaise. Si vous avez modifié ce fichier vous-même, "
                "corrigez-le et recommencez."
            ),
        )
        self.file = file


def data_folder() -> Traversable:
    """The folder of data that ships with the package."""
    return files("plaise.law") / "data"


def read_text(folder: Traversable, name: str) -> str:
    """The text of one data file.

    Raises:
        LawError: the file is missing or is not UTF-8.
    """
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LawError(name, "il manque ou ne peut pas être lu") from error


# The C twin of SafeLoader, where PyYAML was built with it: twenty-five times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str) -> Any:  # noqa: ANN401 (validated by the caller)
    """The content of a YAML text: plain values only, no Python objects.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 (either loader is the safe one)


def read_yaml(folder: Traversable, name: str) -> Any:  # noqa: ANN401 (validated by the caller)
    """The content of one YAML file, not yet validated.

    Raises:
        LawError: the file is missing or is not YAML.
    """
    try:
        return parse_yaml(read_text(folder, name))
    except yaml.YAMLError as error:
        raise LawError(name, "ce n’est pas du YAML valide") from error


def read_as(kind: type[_T], folder: Traversable, name: str) -> _T:
    """The content of one YAML file, validated.

    Raises:
        LawError: the file is missing, is not YAML, or is not what `kind` says.
    """
    try:
        checked: _T = TypeAdapter(kind).validate_python(read_yaml(folder, name))
    except ValidationError as error:
        raise LawError(name, faults(error)) from error
    return checked


def read_rows(folder: Traversable, name: str) -> list[dict[str, str]]:
    """The rows of one CSV file, by column name.

    Raises:
        LawError: the file is missing, or a row does not have the columns of the header.
    """
    rows: list[dict[str, str]] = []
    reader = csv.DictReader(io.StringIO(read_text(folder, name)), strict=True)
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise LawError(name, f"ligne {number} : le nombre de colonnes n’est pas le bon")
        rows.append(row)
    return rows


def faults(error: ValidationError) -> str:
    """The faults of a validation, on one line."""
    return " ; ".join(
        f"« {'.'.join(str(part) for part in fault['loc'])} » : {fault['msg']}"
        for fault in error.errors()
    )


def yaml_names(folder: Traversable, sub: str) -> list[str]:
    """The YAML files of a sub-folder, in order, as names relative to the data folder.

    Raises:
        LawError: the sub-folder is missing.
    """
    try:
        found = sorted(entry.name for entry in (folder / sub).iterdir())
    except OSError as error:
        raise LawError(sub, "ce dossier manque") from error
    return [f"{sub}/{name}" for name in found if name.endswith(".yaml")]
