"""Facts changed one by one in the text of `dossier.toml`: everything else stays as it was typed."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Key, Table

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
    wanted = raw_facts(text)
    for path, value in changes.items():
        _change_plain(wanted, path, value)
    made = _with_comments(text, changes)
    if made is not None and _same(made, wanted):
        return made
    return tomlkit.dumps(wanted)  # an unusual layout: right values before kept comments


def _with_comments(text: str, changes: Mapping[FactPath, Plain]) -> str | None:
    document = tomlkit.parse(text)
    try:
        for path, value in changes.items():
            _change(document, path, value)
    except (TOMLKitError, LookupError, TypeError):
        return None
    return tomlkit.dumps(document)


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
