"""From the text of `dossier.toml` to facts, with errors that name the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from ._upgrade import upgrade
from .dossier import Dossier
from .errors import FactsError

_TO_DO = "Corrigez le fichier avec un éditeur de texte, enregistrez-le, puis relancez la commande."
_SAFE = "Vos captures et vos pièces n’ont pas été touchées."
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]+\")\s*=")

_EXPECTED = {
    "missing": "cette information manque",
    "extra_forbidden": "ce mot n’est pas connu ici (faute de frappe ?)",
    "string_type": "un texte entre guillemets est attendu",
    "string_too_short": "ce texte est vide ou trop court",
    "string_too_long": "ce texte est trop long",
    "date_type": "une date est attendue, sous la forme 2026-11-23, sans guillemets",
    "date_from_datetime_parsing": "une date est attendue, sous la forme 2026-11-23",
    "date_parsing": "une date est attendue, sous la forme 2026-11-23",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "bool_type": "true ou false est attendu",
    "bool_parsing": "true ou false est attendu",
    "tuple_type": 'une liste est attendue, entre crochets : ["…", "…"]',
    "too_short": "cette liste est vide",
    "uuid_parsing": "un identifiant (UUID) est attendu",
    "model_type": "un tableau TOML est attendu",
}


def parse_dossier(text: str, *, name: str = "dossier.toml") -> Dossier:
    """Read the facts of a dossier.

    Args:
        text: the content of the file.
        name: how the file is named in messages.

    Raises:
        FactsError: the text is not TOML, or a fact is missing or malformed; every fault is listed
            with its line and what was expected.
        DossierError: the facts are of a newer version.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise not_toml(error, name) from error
    try:
        return Dossier.model_validate(upgrade(raw))
    except ValidationError as error:
        lines = [_fault(text, fault, name) for fault in error.errors()]
        raise FactsError("\n".join(lines), safe=_SAFE, to_do=_TO_DO) from error


def not_toml(error: tomllib.TOMLDecodeError, name: str = "dossier.toml") -> FactsError:
    """What to say of a text that is not TOML, with its line."""
    at = re.search(r"line (\d+)", str(error))
    where = f", ligne {at.group(1)}" if at else ", à la fin du fichier"
    return FactsError(
        f"{name}{where} : l’écriture n’est pas du TOML valide "
        "(guillemet, crochet ou signe = manquant ?).",
        safe=_SAFE,
        to_do=_TO_DO,
    )


def faults_of(raw: dict[str, Any]) -> tuple[tuple[tuple[str | int, ...], str], ...]:
    """What is missing or malformed in facts that may be half written: where, and what is expected.

    Raises:
        DossierError: the facts are of a newer version.
    """
    try:
        Dossier.model_validate(upgrade(raw))
    except ValidationError as error:
        return tuple((_known_path(fault["loc"]), _expected(fault)) for fault in error.errors())
    return ()


def _fault(text: str, fault: Any, name: str) -> str:  # noqa: ANN401 (a dict of pydantic)
    path = _known_path(fault["loc"])
    line = _line_of(text, path)
    label = ".".join(str(part) for part in path) or "fichier"
    where = f"{name}, ligne {line}" if line else name
    return f"{where} : « {label} » : {_expected(fault)}."


def _expected(fault: Any) -> str:  # noqa: ANN401 (a dict of pydantic)
    message = _EXPECTED.get(fault["type"])
    context = fault.get("ctx", {})
    if fault["type"] in {"enum", "literal_error"}:
        message = f"valeurs possibles : {str(context['expected']).replace(' or ', ' ou ')}"
    elif fault["type"] == "value_error":
        message = str(context["error"])
    elif fault["type"] in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        least = "au moins" if fault["type"] == "greater_than_equal" else "au plus"
        message = f"ce nombre doit valoir {least} {bound}"
    return message or str(fault["msg"])


def _known_path(loc: Sequence[str | int]) -> tuple[str | int, ...]:
    return tuple(part for part in loc if isinstance(part, int) or not part.startswith("function-"))


def _line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line where a fact stands, or where its table begins when it is missing."""
    best: int | None = None
    best_depth = 0
    table: tuple[str | int, ...] = ()
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            keys = tuple(key.strip().strip('"') for key in header[2].split("."))
            table = keys
            if header[1] == "[[":
                seen[header[2]] = seen.get(header[2], -1) + 1
                table = (*keys, seen[header[2]])
            place = table
        elif key := _KEY.match(line):
            place = (*table, key[1].strip('"'))
        else:
            continue
        depth = _common(place, path)
        if depth > best_depth and depth == len(place):
            best, best_depth = number, depth
    return best


def _common(one: Sequence[str | int], other: Sequence[str | int]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
