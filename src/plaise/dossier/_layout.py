"""TOML changed where it stands, its comments and order kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Key, Table

if TYPE_CHECKING:
    from ._edit import FactPath, Plain, Raw


def plainly(wanted: Raw) -> str:
    """The text of values, without comments."""
    return tomlkit.dumps(wanted)


def with_comments(text: str, changes: Mapping[FactPath, Plain]) -> str | None:
    """The text with other values; None when its layout does not allow it."""
    document = tomlkit.parse(text)
    try:
        for path, value in changes.items():
            _change(document, path, value)
    except (TOMLKitError, LookupError, TypeError):
        return None
    return tomlkit.dumps(document)


def _change(document: tomlkit.TOMLDocument, path: FactPath, value: Plain) -> None:
    *way, last = path
    place: Any = document
    for here, after in zip(way, path[1:], strict=True):
        if isinstance(here, str) and here not in place:
            if value is None:
                return
            place[here] = tomlkit.aot() if isinstance(after, int) else tomlkit.table()
        place = place[here]
    if value is None:
        _take_out(document, place, path)
    elif isinstance(place, AoT) and last == len(place):
        place.append(_table(value))
    elif isinstance(place, Table) and last not in place:
        _put_after_the_last(place, str(last), _item(value))
    else:
        place[last] = _item(value)


def _take_out(document: tomlkit.TOMLDocument, place: Any, path: FactPath) -> None:  # noqa: ANN401
    *way, last = path
    if isinstance(place, AoT):
        del place[int(last)]
        if not place:
            del document[str(way[0])]
    elif last in place:
        del place[last]


def _put_after_the_last(table: Table, name: str, item: Item) -> None:
    """Right after the last value: comments further down are about what follows the table."""
    body = table.value.body
    places = [n for n, (key, _) in enumerate(body) if key is not None]
    if not places or not isinstance(key := tomlkit.key(name), Key):
        table.append(name, item)
        return
    before = body[places[-1]][1]
    if not before.trivia.trail:
        before.trivia.trail = "\n"
    item.trivia.trail = "\n"
    body.insert(places[-1] + 1, (key, item))


def _table(value: Plain) -> Table:
    table = tomlkit.table()
    for name, one in value.items() if isinstance(value, dict) else ():
        table.append(name, _item(one))
    return table


def _item(value: Plain) -> Item:
    if isinstance(value, dict):
        return _table(value)
    if isinstance(value, str) and "\n" in value and '"""' not in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)
