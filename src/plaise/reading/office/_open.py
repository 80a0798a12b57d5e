"""From bytes to a `Sheet`; runs only in the limited child process (`_worker`)."""

from __future__ import annotations

from .._decode import UndecodableError
from ._archive import Archive
from ._odt import odt_sheet
from ._tree import Sheet
from ._word import word_sheet

_ODT = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
_LOCKED = "Ce document est protégé par un mot de passe."


def sheet_of(data: bytes) -> Sheet:
    """What a Word or ODT file shows.

    Raises:
        UndecodableError: it is neither, is damaged, locked or too large.
    """
    archive = Archive(data)
    if "word/document.xml" in archive.names:
        return word_sheet(archive)
    if (archive.bytes_of("mimetype") or b"").strip() in _ODT:
        manifest = archive.bytes_of("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            raise UndecodableError(_LOCKED)
        return odt_sheet(archive)
    raise UndecodableError("Ce fichier n’est pas un document Word ou ODT.")
