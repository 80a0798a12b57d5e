"""What a piece is and how many pages it makes; what cannot be filed is said now, kindly."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath

import pikepdf

from plaise.dossier import PlaiseError

from ._pictures import Keep, UnusablePictureError, load_pages

_PDF_START = 1024
OFFICE_ENDINGS = (".docx", ".docm", ".odt")
_UNDATED = date(2000, 1, 1)
_SAFE = "Votre fichier n’a pas été modifié."
_REPRINT = (
    "Ouvrez-le, choisissez Imprimer puis « Enregistrer en PDF », remplacez le fichier et "
    "relancez la commande."
)
_TO_PDF = "Ouvrez-le, enregistrez-le en PDF, indiquez ce PDF dans dossier.toml, puis relancez."
_KINDS = {
    ".doc": "un document Word d’une ancienne forme",
    ".docx": "un document Word protégé par un mot de passe, ou abîmé",
    ".docm": "un document Word protégé par un mot de passe, ou abîmé",
    ".odt": "un document texte abîmé",
    ".rtf": "un document texte",
    ".pages": "un document Pages",
    ".xlsx": "un classeur",
    ".zip": "une archive",
}


class Way(StrEnum):
    """How a piece becomes pages."""

    PICTURE = "picture"
    PDF = "pdf"
    AS_IT_IS = "as_it_is"
    MAIL = "mail"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Probe:
    """A piece as it will be filed: its way, its pages and the bytes that it brings."""

    way: Way
    pages: int
    size: int

    @property
    def changed(self) -> bool:
        """Whether the exhibit is more than the original's own bytes."""
        return self.way is not Way.AS_IT_IS


def probe(raw: bytes, name: str, keep: Keep, *, marked: bool) -> Probe:
    """Say how a piece becomes pages.

    Args:
        raw: the file's bytes.
        name: how it is named in messages.
        keep: where a re-encoded picture is kept.
        marked: every page must bear a mark, so that no PDF can be filed byte for byte.

    Raises:
        PlaiseError: empty, damaged, locked by a password or of a kind that is not taken.
    """
    if not raw:
        raise PlaiseError(
            f"La pièce « {name} » est vide (0 octet).",
            safe=_SAFE,
            to_do="Remettez le fichier complet : téléchargez-le ou numérisez-le à nouveau.",
        )
    if b"%PDF-" in raw[:_PDF_START]:
        return _probe_pdf(raw, name, marked=marked)
    if name.lower().endswith((".eml", ".msg")):
        made = mail_pages(raw, name)
        return Probe(Way.MAIL, _count(made), len(made))
    if is_office(raw, name):
        made = office_pages(raw, name, keep)
        return Probe(Way.OFFICE, _count(made), len(made))
    return _probe_picture(raw, name, keep)


def is_office(raw: bytes, name: str) -> bool:
    """Whether a file says that it is a Word (.docx) or ODT document."""
    return raw.startswith(b"PK") and name.lower().endswith(OFFICE_ENDINGS)


def office_pages(raw: bytes, name: str, keep: Keep) -> bytes:
    """The pages of a Word or ODT document as PDF, kept beside the original.

    Raises:
        PlaiseError: it is damaged, locked, or cannot be set.
    """
    from ._office import (  # noqa: PLC0415 (typesetting weighs 40 MB)
        OFFICE,
        UnusableDocumentError,
        office_pdf,
    )

    title = PurePath(name).stem
    try:
        return keep(OFFICE, lambda: office_pdf(raw, title=title, made_on=_UNDATED))
    except UnusableDocumentError as error:
        raise PlaiseError(
            f"La pièce « {name} » ne peut pas devenir des pages : {error.why}.",
            safe=_SAFE,
            to_do=_TO_PDF,
        ) from error


def mail_pages(raw: bytes, name: str) -> bytes:
    """The pages of an e-mail as PDF.

    Raises:
        PlaiseError: the file is not an e-mail.
    """
    from ._mail import (  # noqa: PLC0415 (typesetting weighs 40 MB)
        UnusableMailError,
        mail_pdf,
        outlook_pdf,
    )

    made = outlook_pdf if name.lower().endswith(".msg") else mail_pdf
    try:
        return made(raw, fallback=_UNDATED)
    except UnusableMailError as error:
        raise PlaiseError(
            f"La pièce « {name} » ne contient pas un courriel lisible.",
            safe=_SAFE,
            to_do="Dans votre messagerie, ouvrez le courriel, choisissez « Enregistrer sous » "
            "ou « Télécharger » (format .eml), ou imprimez-le en PDF.",
        ) from error


def open_pdf(raw: bytes, name: str) -> pikepdf.Pdf:
    """Open a PDF that must be whole and readable without a password.

    Raises:
        PlaiseError: a password is needed, it is damaged, or it has no page.
    """
    try:
        pdf = pikepdf.open(io.BytesIO(raw), attempt_recovery=False)
    except pikepdf.PasswordError as error:
        raise PlaiseError(
            f"La pièce « {name} » est protégée par un mot de passe : la juridiction ne pourrait "
            "pas l’ouvrir.",
            safe=_SAFE,
            to_do=_REPRINT,
        ) from error
    except pikepdf.PdfError as error:
        raise _damaged(name) from error
    if not len(pdf.pages):
        raise _damaged(name)
    return pdf


def _probe_pdf(raw: bytes, name: str, *, marked: bool) -> Probe:
    with open_pdf(raw, name) as pdf:
        pages = len(pdf.pages)
        if "/Collection" in pdf.Root:
            raise PlaiseError(
                f"La pièce « {name} » est un porte-documents : plusieurs fichiers dans un PDF.",
                safe=_SAFE,
                to_do="Enregistrez chaque fichier à part : une pièce est un fichier.",
            )
        if pdf.Root.get("/NeedsRendering", False):
            raise PlaiseError(
                f"La pièce « {name} » est un formulaire interactif que peu de logiciels ouvrent.",
                safe=_SAFE,
                to_do=_REPRINT,
            )
        whole = is_signed(pdf) and not marked
        return Probe(Way.AS_IT_IS if whole else Way.PDF, pages, len(raw))


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF bears an electronic signature, which any change would break."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return False
    return any(_signature(field) for field in form.get("/Fields", []))


def _signature(field: pikepdf.Object) -> bool:
    if field.get("/FT") == "/Sig" and "/V" in field:
        return True
    return any(_signature(kid) for kid in field.get("/Kids", []))


def _probe_picture(raw: bytes, name: str, keep: Keep) -> Probe:
    try:
        sizes = [page.size for page in load_pages(raw, keep)]
        return Probe(Way.PICTURE, len(sizes), sum(sizes))
    except UnusablePictureError as error:
        kind = _KINDS.get(PurePath(name).suffix.lower())
        if kind:
            raise PlaiseError(
                f"La pièce « {name} » est {kind}, que Plaise ne met pas en pages.",
                safe=_SAFE,
                to_do=_TO_PDF,
            ) from error
        raise PlaiseError(
            f"La pièce « {name} » ne peut pas devenir une page : {error.why}.",
            safe=_SAFE,
            to_do="Sont acceptés : PDF, JPEG, PNG, WebP, HEIC, TIFF, Word (.docx), ODT, courriels "
            ".eml et .msg. "
            "Enregistrez ce fichier dans l’un de ces formats, puis relancez la commande.",
        ) from error


def _count(raw: bytes) -> int:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        return len(pdf.pages)


def _damaged(name: str) -> PlaiseError:
    return PlaiseError(
        f"La pièce « {name} » est un PDF abîmé : des pages pourraient manquer.",
        safe=_SAFE,
        to_do=_REPRINT,
    )
