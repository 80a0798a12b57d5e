"""Facts written for an older version of the schema, brought to ours one version at a time."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from .dossier import SCHEMA
from .errors import DossierError

Raw = dict[str, Any]

# From version N to N + 1. Each released version keeps its upgrader and its test for good.
UPGRADERS: Mapping[int, Callable[[Raw], Raw]] = {}


def upgrade(
    raw: Raw, *, upgraders: Mapping[int, Callable[[Raw], Raw]] = UPGRADERS, to: int = SCHEMA
) -> Raw:
    """The same facts in the form of version `to`; what is given is left as it is.

    A missing or odd `schema` is left for the validation to name.

    Args:
        raw: the facts as TOML gives them.
        upgraders: from each older version to the next.
        to: the version wanted.

    Raises:
        DossierError: the facts were written by a newer version of Plaise.
    """
    version = raw.get("schema")
    if not isinstance(version, int) or isinstance(version, bool):
        return raw
    if version > to:
        raise DossierError(
            f"Ce dossier a été écrit par une version plus récente de Plaise (schema = {version}).",
            to_do="Mettez Plaise à jour, puis recommencez.",
        )
    while version < to and version in upgraders:
        raw = upgraders[version](copy.deepcopy(raw))
        version += 1
        raw["schema"] = version
    return raw


def check_schema(text: str) -> None:
    """Refuse facts that only a newer version of Plaise understands; half-written ones pass.

    Raises:
        DossierError: see `upgrade`.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    upgrade(raw)
