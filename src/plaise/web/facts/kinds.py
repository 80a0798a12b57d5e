"""What a piece is, in plain words, and the title that the inventory will give it."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from plaise.bundle import OFFICE_ENDINGS, piece_trouble
from plaise.dossier import ContactKind, PieceKind
from plaise.followup.mail import MailError, read_mail
from plaise.web.forms import Words
from plaise.web.notices import tell
from plaise.web.wording import told_in_one

_LEAST = 4

KINDS: dict[PieceKind, Words] = {
    PieceKind.IDENTITY: _("Passeport ou acte d’état civil"),
    PieceKind.RESIDENCE_CARD: _("Titre de séjour ou récépissé"),
    PieceKind.URGENCY: _("Preuve que c’est urgent"),
    PieceKind.SERIOUS: _("Preuve que ma demande est sérieuse"),
    PieceKind.EMAIL: _("Courriel envoyé ou reçu"),
    PieceKind.LRAR_LETTER: _("Lettre recommandée"),
    PieceKind.LRAR_DEPOSIT: _("Preuve de dépôt de la lettre"),
    PieceKind.LRAR_RECEIPT: _("Avis de réception de la lettre"),
    PieceKind.WITNESS: _("Attestation d’un témoin"),
    PieceKind.DEFENSEUR: _("Saisine du Défenseur des droits"),
    PieceKind.OTHER: _("Autre document"),
}
# Titles are read by the court: they are French whatever the language of the page.
_TITLES = {
    PieceKind.IDENTITY: "Passeport",
    PieceKind.RESIDENCE_CARD: "Titre de séjour",
    PieceKind.EMAIL: "Courriel adressé à la préfecture",
    PieceKind.LRAR_LETTER: "Lettre recommandée adressée à la préfecture",
    PieceKind.LRAR_DEPOSIT: "Preuve de dépôt de la lettre recommandée",
    PieceKind.LRAR_RECEIPT: "Avis de réception de la lettre recommandée",
    PieceKind.WITNESS: "Attestation de témoin",
    PieceKind.DEFENSEUR: "Saisine du Défenseur des droits",
}
CONTACTS: dict[ContactKind, Words] = {
    ContactKind.EMAIL: _("Un courriel"),
    ContactKind.LRAR: _("Une lettre recommandée"),
    ContactKind.CONTACT_CENTRE: _("Un appel ou un message au centre de contact"),
    ContactKind.DEFENSEUR: _("Le Défenseur des droits"),
    ContactKind.VISIT: _("Un passage au guichet"),
    ContactKind.DIGITAL_POINT: _("Un passage au point d’accueil numérique"),
}
PROOFS: dict[ContactKind, dict[PieceKind, Words]] = {
    ContactKind.EMAIL: {PieceKind.EMAIL: _("Le courriel envoyé (.eml, ou PDF avec sa date)")},
    ContactKind.LRAR: {
        PieceKind.LRAR_LETTER: _("La lettre"),
        PieceKind.LRAR_DEPOSIT: _("La preuve de dépôt"),
        PieceKind.LRAR_RECEIPT: _("L’avis de réception, quand il revient"),
    },
    ContactKind.CONTACT_CENTRE: {PieceKind.OTHER: _("La preuve de l’échange")},
    ContactKind.DEFENSEUR: {PieceKind.DEFENSEUR: _("La saisine, ou son accusé de réception")},
    ContactKind.VISIT: {PieceKind.WITNESS: _("L’attestation du témoin")},
    ContactKind.DIGITAL_POINT: {PieceKind.OTHER: _("La preuve du passage")},
}

_PAGES_MADE = _(
    "Plaise fait des pages de ce document ; sa mise en page peut différer. Pour garder son aspect "
    "exact, enregistrez-le en PDF dans Word ou LibreOffice, et ajoutez ce PDF à la place."
)


def title_for(kind: PieceKind, file: str) -> str:
    """A title to start from: by the kind, else from the words of the file's name."""
    if kind in _TITLES:
        return _TITLES[kind]
    words = re.sub(r"[\W\d_]+", " ", file.rpartition(".")[0] or file).strip()
    made_by_a_device = re.fullmatch(r"(?i)(img|dsc|scan|image|photo|document|doc)( .*)?", words)
    if len(words) < _LEAST or made_by_a_device:
        return "Document"
    return words[0].upper() + words[1:]


def refusal(content: bytes, name: str) -> str:
    """Why a file could not be filed as an exhibit, and what to do; empty when it can."""
    error = piece_trouble(content, name)
    return told_in_one(error) if error else ""


def tell_of_pages(request: HttpRequest, name: str) -> None:
    """Say, when a Word or ODT document comes in, that its pages are made and may differ."""
    if name.lower().endswith(OFFICE_ENDINGS):
        tell(request, str(_PAGES_MADE), "warning")


def day_of(content: bytes, name: str) -> date | None:
    """The day that a message says it was sent; None for other files."""
    if not name.lower().endswith((".eml", ".msg")):
        return None
    try:
        sent = read_mail(content, name).sent_at
    except MailError:
        return None
    return sent.date() if sent else None
