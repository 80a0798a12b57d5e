"""Facts changed one by one in the text of `dossier.toml`: everything else stays as it was typed."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from ._toml import not_toml

FactPath: TypeAlias = tuple[str | int, ...]
Raw: TypeAlias = dict[str, Any]
Plain: TypeAlias = str | int | bool | date | list[str] | Raw | None


def raw_facts(text: str) -> Raw:
    """The facts as TOML gives them, however incomplete.

    Raises:
        DossierError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise not_toml(error) from error


def value_at(raw: Raw, path: FactPath) -> Any:  # noqa: ANN401 (whatever stands there)
    """What stands at a path; None when nothing does."""
    found: Any = raw
    for part in path:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def edit_facts(text: str, changes: Mapping[FactPath, Plain]) -> str:
    """The same text with other values; comments, order and what is not named stay.

    A path that ends on a number one past the end of a list adds a block (`("contacts", 2)`). None
    takes a value, a block or a table out; blocks of one list are best taken out one at a time.

    Args:
        text: the text of the facts.
        changes: the new value of each path.

    Raises:
        DossierError: the text is not TOML.
    """
    from ._layout import plainly, with_comments  # noqa: PLC0415 (heavy, and most only read)

    wanted = raw_facts(text)
    for path, value in changes.items():
        _change_plain(wanted, path, value)
    made = with_comments(text, changes)
    if made is not None and _same(made, wanted):
        return made
    return plainly(wanted)  # an unusual layout: right values before kept comments


def _same(text: str, wanted: Raw) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _change_plain(raw: Raw, path: FactPath, value: Plain) -> None:
    *way, last = path
    place: Any = raw
    for here, after in zip(way, path[1:], strict=True):
        if isinstance(place, dict):
            place = place.setdefault(here, [] if isinstance(after, int) else {})
        else:
            place = place[here]
    if value is not None:
        if isinstance(place, list) and last == len(place):
            place.append(copy.deepcopy(value))
        else:
            place[last] = copy.deepcopy(value)
        return
    if isinstance(place, list):
        del place[int(last)]
        if not place and len(way) == 1:
            del raw[str(way[0])]
    else:
        place.pop(last, None)
