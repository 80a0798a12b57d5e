"""A Word file opened as what it is: a stranger's archive. Nothing in it is run, nothing fetched."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from plaise.dossier import PlaiseError
from plaise.dossier.elements import attribute, child, local

_MOST_BYTES = 25_000_000
_MOST_PART = 30_000_000
_MOST_ENTRIES = 2_000


class WordError(PlaiseError):
    """The file that came back cannot be taken."""

    def __init__(self, happened: str, to_do: str = "") -> None:
        super().__init__(
            happened,
            safe="L’acte d’avant est gardé tel qu’il était ; rien n’a été importé.",
            to_do=to_do
            or "Ouvrez l’acte dans Word ou LibreOffice, enregistrez-le au format « .docx », puis "
            "recommencez.",
        )


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that are read.

    Attributes:
        body: `w:body` of the document.
        styles: the root of the styles, if any.
        numbering: the root of the numberings, if any.
        core: title, author and the rest, by name.
        notes: text of each foot- or endnote, by part and id.
        running: text of each header and footer.
        names: every part of the archive.
        outside: addresses that the document points to (links, pictures kept elsewhere).
    """

    body: Element
    styles: Element | None
    numbering: Element | None
    core: dict[str, str]
    names: tuple[str, ...]
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    running: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def words(element: Element) -> str:
    """All the text of an element, on one line."""
    return " ".join("".join(one.text or "" for one in element.iter() if local(one) == "t").split())


def open_package(content: bytes) -> Package:
    """Open a Word file within limits of size.

    Raises:
        WordError: it is no Word file, is damaged, or is larger than any act.
    """
    if len(content) > _MOST_BYTES:
        raise WordError("Ce fichier Word est trop lourd pour être un acte (plus de 25 Mo).")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _opened(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise WordError("Ce fichier n’est pas un document Word (.docx) lisible.") from error


def _opened(archive: zipfile.ZipFile) -> Package:
    names = tuple(entry.filename for entry in archive.infolist())
    if len(names) > _MOST_ENTRIES:
        raise WordError("Ce fichier Word contient beaucoup trop d’éléments pour être un acte.")
    document = _part(archive, "word/document.xml")
    body = child(document, "body") if document is not None else None
    if body is None:
        raise WordError("Ce fichier n’est pas un document Word (.docx) lisible.")
    running = [name for name in names if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)]
    return Package(
        body=body,
        styles=_part(archive, "word/styles.xml"),
        numbering=_part(archive, "word/numbering.xml"),
        core=_core(_part(archive, "docProps/core.xml")),
        names=names,
        notes=_notes(archive),
        running=tuple(words(part) for name in running if (part := _part(archive, name))),
        outside=_outside(_part(archive, "word/_rels/document.xml.rels")),
    )


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    try:
        with archive.open(name) as file:
            raw = file.read(_MOST_PART + 1)
    except KeyError:
        return None
    if len(raw) > _MOST_PART:
        raise WordError("Ce fichier Word est trop lourd pour être un acte, une fois décompressé.")
    try:
        root: Element = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise WordError("Ce fichier Word est abîmé ou a une forme inhabituelle.") from error
    return root


def _core(root: Element | None) -> dict[str, str]:
    return {local(one): (one.text or "").strip() for one in root} if root is not None else {}


def _notes(archive: zipfile.ZipFile) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote", "comment"):
        for note in _part(archive, f"word/{kind}s.xml") or ():
            if text := words(note):
                found[kind, attribute(note, "id")] = text
    return found


def _outside(root: Element | None) -> tuple[str, ...]:
    links = root if root is not None else ()
    return tuple(
        attribute(one, "Target") for one in links if attribute(one, "TargetMode") == "External"
    )
