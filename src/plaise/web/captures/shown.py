"""A capture as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Capture, Result, Source
from plaise.reading import doubts, is_clear
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
        clear: whether it is used, complete and read without doubt.
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
    def confirmed(self) -> bool:
        """Whether a person said what it shows."""
        finding = self.capture.reading.findings.get("result")
        return finding is not None and finding.source is Source.PERSON

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why it needs eyes, in French."""
        return tuple(doubt.why for doubt in doubts(self.capture.reading))

    @property
    def wording(self) -> str:
        """The message of the site as it was seen."""
        finding = self.capture.reading.findings.get("wording")
        return finding.seen if finding else ""

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
        tag_of(dossier, capture.source),
        clear=is_clear(reading) and not capture.set_aside,
        drawable=reading.part is None
        and reading.result is not Result.UNREADABLE
        and ending in {"png", "jpg", "jpeg", "webp"},
    )


def tag_of(dossier: EncryptedDossier, source: str) -> str:
    """How addresses name a capture."""
    return dossier.ring().tag("page", source)[:40]


def kind_of(content: bytes) -> str | None:
    """The kind of a picture that browsers show, by its first bytes."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for sign, kind in _KINDS if content.startswith(sign)), None)
