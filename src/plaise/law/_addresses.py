"""Old postal addresses, offered as suggestions to confirm, never as truth."""

from __future__ import annotations

from datetime import date
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field, ValidationError

from plaise.dossier._base import Value

from ._files import LawError, faults, read_as, read_rows


class Suggestion(Value):
    """An address read in a 2019 directory: shown with its date, until a person confirms it."""

    name: str = Field(min_length=1)
    address: str = Field(min_length=1)
    phone: str = ""
    source: str
    dated: date
    to_verify: Literal[True] = True


class _Sidecar(Value):
    title: str
    source: str
    address: str
    dated: date
    checked_on: date
    confidence: str
    a_verifier: Literal[True]
    note: str = ""


class Addresses(Value):
    """Suggestions by département (préfectures) and by seat (courts)."""

    prefectures: dict[str, Suggestion]
    courts: dict[str, Suggestion]


def load_addresses(folder: Traversable) -> Addresses:
    """Read the two CSV files of 2019 addresses and their common source.

    Raises:
        LawError: a file is missing or malformed.
    """
    about = read_as(_Sidecar, folder, "adresses-2019.yaml")
    return Addresses(
        prefectures=_table(folder, "adresses-prefectures-2019.csv", "departement", about),
        courts=_table(folder, "adresses-tribunaux-2019.csv", "seat", about),
    )


def _table(folder: Traversable, name: str, key: str, about: _Sidecar) -> dict[str, Suggestion]:
    table: dict[str, Suggestion] = {}
    for row in read_rows(folder, name):
        raw = {**row, "source": about.source, "dated": about.dated}
        try:
            code = str(raw.pop(key))
            table[code] = Suggestion.model_validate(raw)
        except KeyError as error:
            raise LawError(name, f"la colonne « {key} » manque") from error
        except ValidationError as error:
            raise LawError(name, faults(error)) from error
    return table
