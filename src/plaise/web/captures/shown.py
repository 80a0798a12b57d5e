"""A capture as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Capture, Result, Source
from plaise.reading import Doubt, doubts, is_clear
from plaise.store.keys import Ring
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import Words
from plaise.web.spoken import as_printed, day_words

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
ELEMENTS: dict[str, Words] = {
    "result": _("Ce que montre l’image"),
    "url": _("L’adresse du site"),
    "date": _("La date"),
    "time": _("L’heure"),
    "motif": _("Le motif choisi"),
}
_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One thing to look at on the picture: what it is, what was read, why it is in doubt."""

    name: Words
    value: object
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One capture on the contact sheet, or beside its picture.

    Attributes:
        tag: names it in addresses, keyed to the dossier.
        clear: whether it is used, complete and read without doubt.
        drawable: whether its picture can be shown.
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
    def title(self) -> str:
        """How a person calls it: by its day and hour, not by the name of its file."""
        day, at = self.shown_on, self.capture.shown_at
        if day is None:
            return gettext("Capture sans date")
        if at is None:
            return gettext("Capture du %(day)s") % {"day": day_words(day)}
        values = {"day": day_words(day), "hour": at.hour, "minute": f"{at.minute:02d}"}
        return as_printed(gettext("Capture du %(day)s, %(hour)s h %(minute)s") % values)

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
    def alarming(self) -> bool:
        """Whether it shows a slot that nobody has explained: to take, or to explain."""
        offered = self.capture.reading.result is Result.SLOT_OFFERED
        return offered and not self.capture.explanation

    @property
    def doubts(self) -> tuple[Doubtful, ...]:
        """What needs eyes, one thing at a time."""
        return tuple(_doubtful(one) for one in doubts(self.capture.reading))

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


def shown(capture: Capture, tag: str) -> Shown:
    """A capture, named for addresses."""
    reading = capture.reading
    return Shown(
        capture,
        tag,
        clear=is_clear(reading) and not capture.set_aside,
        drawable=reading.result is not Result.UNREADABLE,
    )


def tag_of(dossier: EncryptedDossier, source: str) -> str:
    """How addresses name a file."""
    return tag_with(dossier.ring(), source)


def tag_with(ring: Ring, source: str) -> str:
    """The same with keys at hand, for many files."""
    return ring.tag("page", source)[:40]


def kind_of(content: bytes) -> str | None:
    """The kind of a picture that browsers show, by its first bytes."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for sign, kind in _KINDS if content.startswith(sign)), None)


def _doubtful(doubt: Doubt) -> Doubtful:
    value: object = doubt.value
    if doubt.element == "result":
        value = RESULTS.get(Result(doubt.value), doubt.value) if doubt.value else ""
    elif doubt.element == "date" and doubt.value:
        value = _day(doubt.value)
    return Doubtful(ELEMENTS.get(doubt.element, doubt.element), value, doubt.why)


def _day(text: str) -> object:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text  # a part of a date, or one whose order is not known
