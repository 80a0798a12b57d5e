"""What an act is drafted from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from plaise.dossier import Capture, Dossier, Entry, ExhibitPlan, PlaiseError
from plaise.dossier._base import Value

EXERCISE_MARK = "Exemple – exercice, à ne pas déposer"


class Act(StrEnum):
    """The acts of version one; the value names the source `actes/<value>.md.j2`."""

    COURRIEL = "courriel"
    LETTRE = "lettre"
    REQUETE = "requete"
    INVENTAIRE = "inventaire"
    ABSENCE_DE_DECISION = "absence_de_decision"
    FICHE_DE_DEPOT = "fiche_de_depot"


class Brief(Value):
    """Everything that the acts may say: nothing else enters a sentence.

    `today` is the day of the acts unless the dossier fixes one (`date_des_actes`).
    """

    dossier: Dossier
    captures: tuple[Capture, ...]
    plan: ExhibitPlan
    today: date

    @property
    def acts_on(self) -> date:
        """The date that the acts bear."""
        return self.dossier.acts_on or self.today

    @property
    def mark(self) -> str:
        """The words that every page of an exercise bears, or nothing."""
        return EXERCISE_MARK if self.dossier.exercise else ""

    @property
    def used(self) -> tuple[Capture, ...]:
        """The captures that are exhibits, the oldest first, undated ones last."""
        kept = [capture for capture in self.captures if not capture.set_aside]
        return tuple(sorted(kept, key=lambda c: (c.moment is None, c.moment or self.today, c.path)))

    def entry(self, capture: Capture) -> Entry:
        """The exhibit that shows a capture.

        Raises:
            PlaiseError: the plan was made without it.
        """
        return self._entry(capture.path, f"captures/{capture.path}")

    def piece(self, file: str) -> Entry:
        """The exhibit of a file of `pieces/`.

        Raises:
            PlaiseError: the plan was made without it.
        """
        return self._entry(f"pieces/{file}", file)

    def _entry(self, *sources: str) -> Entry:
        for entry in self.plan.entries:
            if entry.source in sources:
                return entry
        raise PlaiseError(
            f"« {sources[0]} » est citée dans un acte mais n’a pas de numéro de pièce.",
            to_do="Relancez la préparation du dossier, pour que les pièces soient renumérotées.",
        )
