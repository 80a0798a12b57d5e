"""What every value of the house has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

_given: dict[frozenset[str], set[str]] = {}


class Value(BaseModel):
    """An immutable, validated value: an unknown key or a wrong type is an error, never a guess."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )

    def model_post_init(self, _context: Any, /) -> None:  # noqa: ANN401 (pydantic gives anything)
        """Share the set of the fields that were given.

        Each value keeps its own otherwise, of 0.2 to 2 kB, and a dossier has thousands of values.
        Nobody changes it: values are frozen, and a copy takes a copy of it.
        """
        given = self.__pydantic_fields_set__
        shared = _given.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)
