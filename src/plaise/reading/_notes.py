"""The words of what is worth showing beside a capture: where it comes from, what it lets see.

Each sentence is a French text in which `%(name)s` stands for a value, so that it can be translated
as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from plaise.dossier import Box, NoteKind, PrivateKind, Reading, Result

from ._decisions import in_figures
from ._redact import overlap, protected_boxes

NOTE_TEXTS: dict[NoteKind, str] = {
    NoteKind.SOURCES: (
        "Deux sources ne disent pas la même chose. Sur l’écran : %(screen)s. Dans le fichier : "
        "%(file)s. C’est l’écran qui est retenu ; vérifiez qu’il est bien à l’heure."
    ),
    NoteKind.EDITED: (
        "Le fichier nomme un logiciel d’image (%(program)s). Ce n’est pas une faute : recadrer "
        "est permis. Gardez aussi l’original, sans aucune retouche."
    ),
    NoteKind.REENCODED: (
        "L’image semble avoir été enregistrée plusieurs fois (%(sign)s). Si vous avez encore "
        "l’original, ajoutez-le plutôt."
    ),
    NoteKind.RECEIVED: (
        "Le nom du fichier est celui d’une image reçue par messagerie : elle a été copiée et "
        "réduite. Si l’original est encore sur l’appareil, ajoutez-le plutôt."
    ),
    NoteKind.RESIZED: (
        "L’image mesure %(size)s points, et l’écran qui l’a faite %(screen)s : elle a été réduite "
        "ou recadrée depuis. Si vous avez encore l’original, ajoutez-le plutôt."
    ),
    NoteKind.OFFSET: (
        "Le fichier dit que l’appareil était à l’heure %(file)s, et le dossier lit les captures à "
        "l’heure %(zone)s. Vérifiez le fuseau horaire du dossier."
    ),
}
"""What each note says."""

PRIVATE_TEXTS: dict[PrivateKind, str] = {
    PrivateKind.TAB: "Le titre d’un autre onglet se lit sur l’image.",
    PrivateKind.NOTIFICATION: "Une notification se voit sur l’image.",
    PrivateKind.EMAIL: "Une adresse électronique se lit sur l’image.",
    PrivateKind.PHONE: "Un numéro de téléphone se lit sur l’image.",
    PrivateKind.FOREIGNER_NUMBER: "Un numéro d’étranger se lit sur l’image.",
    PrivateKind.NAME: "Un nom de personne se lit sur l’image.",
}
"""What each kind of private thing is called in a warning."""


class RemarkKind(StrEnum):
    """What a remark is about."""

    COPY = "copy"
    ALIKE = "alike"
    DATE = "date"
    PRIVATE = "private"
    ORIGIN = "origin"


REMARK_TEXTS: dict[RemarkKind, str] = {
    RemarkKind.COPY: "C’est le même fichier que « %(other)s ».",
    RemarkKind.ALIKE: (
        "Cette image montre le même écran que « %(other)s » : même adresse, même réponse, presque "
        "la même minute. Si c’est la même tentative, laissez-en une de côté ; sinon gardez les "
        "deux."
    ),
    RemarkKind.DATE: (
        "La date peut se lire de deux façons, %(first)s ou %(second)s : dites laquelle est la "
        "bonne."
    ),
}
"""What remarks of these kinds say; the others say what their private kind or note says."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know of a capture.

    Attributes:
        kind: what it is about.
        text: a French sentence where `%(name)s` stands for a value: what gettext translates.
        values: what takes those places.
        other: for a copy or a look-alike, the source of the earlier capture.
        boxes: for something private, what could be covered on a copy (`redact_capture`).
    """

    kind: RemarkKind
    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    boxes: tuple[Box, ...] = ()

    @property
    def said(self) -> str:
        """The sentence, in French."""
        return self.text % self.values


def reading_remarks(reading: Reading) -> Iterator[Remark]:
    """What to know of one picture by itself."""
    if reading.result is Result.UNREADABLE:
        return
    if len(reading.date_choices) > 1 and not reading.date:
        first, second = (in_figures(day) for day in reading.date_choices[:2])
        yield Remark(
            RemarkKind.DATE, REMARK_TEXTS[RemarkKind.DATE], {"first": first, "second": second}
        )
    kept = protected_boxes(reading)
    for kind, text in PRIVATE_TEXTS.items():
        boxes = tuple(one.box for one in reading.private if one.kind is kind)
        if boxes:
            free = tuple(box for box in boxes if not any(overlap(box, one) for one in kept))
            yield Remark(RemarkKind.PRIVATE, text, boxes=free)
    for note in reading.notes:
        yield Remark(RemarkKind.ORIGIN, NOTE_TEXTS[note.kind], note.values)
