"""A capture as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Capture, Result
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import Words

RESULTS: dict[Result, Words] = {
    Result.REFUSAL: _("Refus : aucun créneau"),
    Result.BLOCKED_FORM: _("Formulaire bloqué"),
    Result.OUTAGE: _("Panne du site"),
    Result.CAPTCHA: _("Question de sécurité (CAPTCHA)"),
    Result.DEAD_LINK: _("Lien qui ne mène nulle part"),
    Result.SLOT_OFFERED: _("Un créneau est proposé"),
    Result.OTHER_PAGE: _("Autre page"),
    Result.UNREADABLE: _("Illisible"),
}
MISSING: dict[str, Words] = {
    "url": _("l’adresse du site"),
    "date": _("la date"),
    "time": _("l’heure"),
    "wording": _("le message du site"),
}
_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@dataclass(frozen=True, slots=True)
class Shown:
    """One capture on the contact sheet, or beside its picture.

    Attributes:
        tag: names it in addresses, keyed to the dossier.
        clear: whether it is used and nothing is missing.
        drawable: whether a browser shows its original.
    """

    capture: Capture
    tag: str
    clear: bool
    drawable: bool

    @property
    def result(self) -> Words:
        """What it shows, in words."""
        return RESULTS[self.capture.reading.result]

    @property
    def shown_on(self) -> date | None:
        """The day on the picture."""
        return self.capture.shown_on

    @property
    def missing(self) -> str:
        """What does not stand on the picture, in words."""
        found = (MISSING.get(name, name) for name in self.capture.reading.missing)
        return gettext(", ").join(dict.fromkeys(str(one) for one in found))


def shown(dossier: EncryptedDossier, capture: Capture) -> Shown:
    """A capture, named for addresses."""
    reading = capture.reading
    ending = capture.path.rpartition(".")[2].lower()
    return Shown(
        capture,
        dossier.ring().tag("page", capture.source)[:40],
        clear=reading.complete and not capture.set_aside and not reading.warnings,
        drawable=reading.part is None
        and reading.result is not Result.UNREADABLE
        and ending in {"png", "jpg", "jpeg", "webp"},
    )


def kind_of(content: bytes) -> str | None:
    """The kind of a picture that browsers show, by its first bytes."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for sign, kind in _KINDS if content.startswith(sign)), None)
