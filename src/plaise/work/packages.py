"""What a package holds for who reads it again: its final page, and the files of an act."""

from __future__ import annotations

import json

from pydantic import TypeAdapter, ValidationError

from plaise.drafting import Act
from plaise.store import Storage

from ._contents import _PLACES
from ._guide import Guide
from ._package import RECORD

_GUIDE = TypeAdapter(Guide)


def guide_of(storage: Storage, number: int) -> Guide | None:
    """The final page of a version; None when an older Plaise made it without keeping the value.

    Raises:
        FileNotFoundError: no such version.
    """
    try:
        record = json.loads(storage.read_package(number, RECORD))
        return _GUIDE.validate_python(record["guide"])
    except (ValueError, KeyError, ValidationError):
        return None


def files_of_act(storage: Storage, number: int, act: Act) -> dict[str, str]:
    """Where the files of an act stand in a version: ending (`pdf`, `docx`…) → path.

    Raises:
        FileNotFoundError: no such version.
    """
    if act not in _PLACES:
        return {}
    stem = _PLACES[act][1]
    paths = (file.path for file in storage.package_files(number))
    named = (path for path in paths if path.rpartition("/")[2].rpartition(".")[0] == stem)
    return {path.rpartition(".")[2]: path for path in named}
