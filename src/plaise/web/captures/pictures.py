"""The pictures of captures: light copies for the sheet, the picture beside its reading, originals.

Files of strangers are decoded in a limited child only; copies are kept in memory beside the key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from plaise.dossier import Capture, Result
from plaise.reading import Copier
from plaise.store.vault import EncryptedDossier
from plaise.web.files import attachment, picture

from .known import known
from .shown import Shown, kind_of

if TYPE_CHECKING:
    from plaise.store.keys import Unlocked

SMALL = (480, 320)
LARGE = (1600, 1600)
COPIER = Copier()
_NAME = "pictures"
_MOST = 12_000_000  # bytes of copies held for one member


@require_GET
def image(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The picture as it was sent when browsers show its kind, else a copy that they show."""
    del request
    capture = _drawable(dossier, tag).capture
    if capture.reading.part is None:
        content = dossier.read(capture.path)
        kind = kind_of(content)
        if kind is not None:
            return picture(content, kind)
    return _drawn(copy_of(dossier, capture, LARGE))


@require_GET
def small(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """A light copy, for the contact sheet."""
    del request
    return _drawn(copy_of(dossier, _drawable(dossier, tag).capture, SMALL))


@require_GET
def original(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The file as it came in."""
    del request
    capture = found(dossier, tag).capture
    return attachment(dossier.read(capture.path), capture.name)


def copy_of(dossier: EncryptedDossier, capture: Capture, most: tuple[int, int]) -> bytes:
    """A JPEG copy of a capture within a size; empty when its file shows nothing."""
    reading = capture.reading
    return _kept(
        dossier,
        reading.sha256,
        most,
        lambda: COPIER.small(dossier.read(capture.path), most, part=reading.part),
    )


def first_page_of(dossier: EncryptedDossier, path: str) -> bytes:
    """The first page of a PDF as a JPEG; empty when it cannot be shown."""
    return _kept(
        dossier, dossier.sha256(path), LARGE, lambda: COPIER.first_page(dossier.read(path), LARGE)
    )


def shows_nothing(dossier: EncryptedDossier, path: str) -> bool:
    """Whether the first page of a PDF was asked for, and cannot be shown; waits for nothing."""
    return _held(dossier.unlocked).get((dossier.sha256(path), LARGE)) == b""


def _kept(
    dossier: EncryptedDossier, sha256: str, most: tuple[int, int], make: Callable[[], bytes]
) -> bytes:
    key = (sha256, most)
    held = _held(dossier.unlocked)
    made = held.pop(key, None)
    if made is None:
        made = make()
    held[key] = made
    while sum(map(len, held.values())) > _MOST:
        held.pop(next(iter(held)), None)
    return made


def found(dossier: EncryptedDossier, tag: str) -> Shown:
    """The capture that an address names.

    Raises:
        Http404: there is none.
    """
    one = known(dossier).find(tag)
    if one is None:
        raise Http404
    return one


def _drawable(dossier: EncryptedDossier, tag: str) -> Shown:
    one = found(dossier, tag)
    if one.capture.reading.result is Result.UNREADABLE:
        raise Http404
    return one


def _drawn(made: bytes) -> HttpResponse:
    if not made:
        raise Http404
    return picture(made, "image/jpeg")


def _held(member: Unlocked) -> dict[tuple[str, tuple[int, int]], bytes]:
    held = member.held.setdefault(_NAME, {})
    if not isinstance(held, dict):  # nobody else writes there
        raise TypeError(_NAME)
    return held
