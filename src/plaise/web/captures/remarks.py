"""What to know of each capture, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from plaise.reading import Remark, RemarkKind
from plaise.store.vault import EncryptedDossier
from plaise.work import remarks_on

from .known import known
from .shown import tag_with


@dataclass(frozen=True, slots=True)
class Told:
    """One remark.

    Attributes:
        remark: as the work tells it.
        other: the tag of the capture that it names, if any.
    """

    remark: Remark
    other: str

    @property
    def text(self) -> str:
        """In the language of the page, when it is known there."""
        return gettext(self.remark.text) % self.remark.values

    @property
    def private(self) -> bool:
        """Whether it tells of something that could be masked."""
        return self.remark.kind is RemarkKind.PRIVATE


def remarks_of(dossier: EncryptedDossier) -> dict[str, tuple[Told, ...]]:
    """The remarks on the captures of a dossier, by source; made again only when they change."""
    return dossier.kept("remarks", dossier.stamp(), lambda: _remarks(dossier))


def _remarks(dossier: EncryptedDossier) -> dict[str, tuple[Told, ...]]:
    ring = dossier.ring()
    return {
        source: tuple(Told(one, tag_with(ring, one.other) if one.other else "") for one in remarks)
        for source, remarks in remarks_on(known(dossier).captures).items()
    }


# Listed so that they are translated; a test holds them equal to those of the reader.
KNOWN = (
    gettext_noop("C’est le même fichier que « %(other)s »."),
    gettext_noop(
        "Cette image montre le même écran que « %(other)s » : même adresse, même réponse, "
        "presque la même minute. Si c’est la même tentative, laissez-en une de côté ; sinon "
        "gardez les deux."
    ),
    gettext_noop(
        "La date peut se lire de deux façons, %(first)s ou %(second)s : dites laquelle est la"
        " bonne."
    ),
    gettext_noop("Le titre d’un autre onglet se lit sur l’image."),
    gettext_noop("Une notification se voit sur l’image."),
    gettext_noop("Une adresse électronique se lit sur l’image."),
    gettext_noop("Un numéro de téléphone se lit sur l’image."),
    gettext_noop("Un numéro d’étranger se lit sur l’image."),
    gettext_noop("Un nom de personne se lit sur l’image."),
    gettext_noop(
        "Deux sources ne disent pas la même chose. Sur l’écran : %(screen)s. Dans le fichier "
        ": %(file)s. C’est l’écran qui est retenu ; vérifiez qu’il est bien à l’heure."
    ),
    gettext_noop(
        "Le fichier nomme un logiciel d’image (%(program)s). Ce n’est pas une faute : "
        "recadrer est permis. Gardez aussi l’original, sans aucune retouche."
    ),
    gettext_noop(
        "L’image semble avoir été enregistrée plusieurs fois (%(sign)s). Si vous avez encore "
        "l’original, ajoutez-le plutôt."
    ),
    gettext_noop(
        "Le nom du fichier est celui d’une image reçue par messagerie : elle a été copiée et "
        "réduite. Si l’original est encore sur l’appareil, ajoutez-le plutôt."
    ),
    gettext_noop(
        "L’image mesure %(size)s points, et l’écran qui l’a faite %(screen)s : elle a été "
        "réduite ou recadrée depuis. Si vous avez encore l’original, ajoutez-le plutôt."
    ),
    gettext_noop(
        "Le fichier dit que l’appareil était à l’heure %(file)s, et le dossier lit les "
        "captures à l’heure %(zone)s. Vérifiez le fuseau horaire du dossier."
    ),
)
