"""The exhibit plan: numbers and pages as pure values, computed before anything is drafted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Self

from ._base import Value


class Entry(Value):
    """One line of the inventory (R. 412-2 CJA): a number, an explicit label, where it stands.

    `source` is the original's path in the dossier folder, with `#2` for the second picture of a
    file that holds many (`Capture.source`); `sha256` is the hash of that original; `file` the name
    of the file in the package; `first_page` and `pages` its place inside that file, counted from 1.
    `batch` counts the filings: 0 with the petition, 1 with what is sent after it, and so on.
    """

    number: int
    label: str
    dated: date | None = None
    source: str
    sha256: str
    file: str
    first_page: int
    pages: int
    in_series: bool = False
    batch: int = 0


class ExhibitPlan(Value):
    """All exhibits in order: single pieces first, the series of captures last.

    Sources: R. 412-2 (continuous numbers), R. 414-5 CJA (one file per exhibit, homogeneous
    series grouped on condition of a complete inventory).

    Attributes:
        entries: the exhibits.
        filed_up_to: the last number that was filed; 0 before the petition is.
    """

    entries: tuple[Entry, ...]
    filed_up_to: int = 0

    @cached_property
    def by_source(self) -> dict[str, Entry]:
        """The exhibits by the path of their original."""
        return {entry.source: entry for entry in self.entries}

    def __copy__(self) -> Self:
        """A copy forgets the index, since its entries may be others."""
        copied = super().__copy__()
        copied.__dict__.pop("by_source", None)
        return copied

    @property
    def pieces(self) -> tuple[Entry, ...]:
        """The exhibits that stand alone in their file."""
        return tuple(entry for entry in self.entries if not entry.in_series)

    @property
    def series(self) -> tuple[Entry, ...]:
        """The captures, grouped as a homogeneous series."""
        return tuple(entry for entry in self.entries if entry.in_series)

    @property
    def batch(self) -> tuple[Entry, ...]:
        """The exhibits that have not left yet."""
        return tuple(entry for entry in self.entries if entry.number > self.filed_up_to)

    @property
    def continues(self) -> bool:
        """Whether these exhibits go on from others that were filed: a memoir brings them."""
        return self.filed_up_to > 0 and bool(self.batch)

    @property
    def all_filed(self) -> bool:
        """Whether every exhibit has left already: there is nothing to file."""
        return self.filed_up_to > 0 and not self.batch

    def series_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The captures that were numbered together with that one."""
        return tuple(one for one in self.series if one.batch == entry.batch)

    @property
    def files(self) -> dict[str, tuple[Entry, ...]]:
        """The files to write, in order, each with the exhibits that it holds."""
        return _by_file(self.entries)

    @property
    def files_to_send(self) -> dict[str, tuple[Entry, ...]]:
        """The files of the exhibits that have not left yet; all of them when nothing is new."""
        return _by_file(self.batch or self.entries)


def _by_file(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        files.setdefault(entry.file, []).append(entry)
    return {name: tuple(held) for name, held in files.items()}


class ExhibitDecisions(Value):
    """What the person decided of the exhibits; kept in the journal, never guessed.

    Attributes:
        order: pieces in the order wanted (`pieces/a.pdf`); the others follow in the usual order.
        left_out: originals that are no exhibit, though they stay in the dossier.
        apart: one file for each capture, instead of a series in as few files as possible.
        filed: exhibits that were filed: they keep number, name and file for ever, and those that
            come after are numbered after them (R. 412-2 CJA: continuous, increasing numbers).
    """

    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    apart: bool = False
    filed: tuple[Entry, ...] = ()
