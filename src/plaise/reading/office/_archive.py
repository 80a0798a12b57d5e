"""A stranger's archive of XML: sizes checked before use, nothing run, nothing fetched."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from plaise.dossier.elements import local

from .._decode import UndecodableError

_MOST_ENTRIES = 5_000
_MOST_PART = 30_000_000
_MOST_ALL = 200_000_000
_DAMAGED = "Ce document est abîmé ou a une forme inhabituelle."
_BEYOND_ANY_PAGE = 1e9
_TOO_LARGE = "Ce document est démesuré une fois décompressé : il n’a pas été ouvert."


class Archive:
    """The parts of a document, by name; every byte taken out counts."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise UndecodableError(_DAMAGED) from error
        self.names = frozenset(self._zip.namelist())
        self._taken = 0
        if len(self.names) > _MOST_ENTRIES:
            raise UndecodableError(_TOO_LARGE)

    def bytes_of(self, name: str) -> bytes | None:
        """A part; None when there is none.

        Raises:
            UndecodableError: it is damaged, locked, or too large.
        """
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as file:
                raw = file.read(_MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
            raise UndecodableError(_DAMAGED) from error
        self._taken += len(raw)
        if len(raw) > _MOST_PART or self._taken > _MOST_ALL:
            raise UndecodableError(_TOO_LARGE)
        return raw

    def xml_of(self, name: str) -> Element | None:
        """The root of a part; entities and outside references are refused.

        Raises:
            UndecodableError: as `bytes_of`, or it is not plain XML.
        """
        raw = self.bytes_of(name)
        if raw is None:
            return None
        try:
            root: Element = fromstring(raw, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise UndecodableError(_DAMAGED) from error
        return root


def every(element: Element | None, name: str) -> Iterator[Element]:
    """Every element of that name inside another, at any depth."""
    if element is not None:
        yield from (one for one in element.iter() if local(one) == name)


def number(text: str, default: float = 0) -> float:
    """A number as a file writes it, or the default."""
    try:
        value = float(text)
    except ValueError:
        return default
    return value if abs(value) < _BEYOND_ANY_PAGE else default
