"""What an act is drafted from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from plaise.dossier import Capture, Dossier, Entry, ExhibitPlan, PlaiseError
from plaise.dossier._base import Value

EXERCISE_MARK = "Exemple – exercice, à ne pas déposer"


class Act(StrEnum):
    """Every act; the value names the source `actes/<value>.md.j2`."""

    COURRIEL = "courriel"
    RELANCE = "relance"
    LETTRE = "lettre"
    RELEVE_GUICHET = "releve_guichet"
    ATTESTATION = "attestation"
    CENTRE_DE_CONTACT = "centre_de_contact"
    POINT_NUMERIQUE = "point_d_accueil_numerique"
    DEFENSEUR = "defenseur_des_droits"
    DATE_PLUS_PROCHE = "courriel_date_plus_proche"
    AIDE_JURIDICTIONNELLE = "note_aide_juridictionnelle"
    REQUETE = "requete"
    INVENTAIRE = "inventaire"
    ABSENCE_DE_DECISION = "absence_de_decision"
    FICHE_DE_DEPOT = "fiche_de_depot"
    INTERVENTION = "intervention"
    FICHE_AUDIENCE = "fiche_audience"
    MEMOIRE_COMPLEMENTAIRE = "memoire_complementaire"
    MEMOIRE_EN_REPLIQUE = "memoire_en_replique"
    OBSERVATIONS_DATE = "observations_date"
    COURRIEL_EXECUTION = "courriel_execution"
    REQUETE_L521_4 = "requete_l521_4"
    DEMANDE_L911_4 = "demande_l911_4"
    NOUVELLE_REQUETE = "nouvelle_requete"
    FICHE_RENDEZ_VOUS = "fiche_rendez_vous"
    NOUVEAU_RENDEZ_VOUS = "courriel_nouveau_rendez_vous"


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
        return self._entry(capture.source, f"captures/{capture.path}")

    def piece(self, file: str) -> Entry:
        """The exhibit of a file of `pieces/`.

        Raises:
            PlaiseError: the plan was made without it.
        """
        return self._entry(f"pieces/{file}", file)

    def shows(self, capture: Capture) -> bool:
        """Whether a capture is an exhibit (the steps of a site often are not)."""
        known = self.plan.by_source
        return capture.source in known or f"captures/{capture.path}" in known

    def _entry(self, *sources: str) -> Entry:
        for source in sources:
            if source in self.plan.by_source:
                return self.plan.by_source[source]
        raise PlaiseError(
            f"« {sources[0]} » est citée dans un acte mais n’a pas de numéro de pièce.",
            to_do="Relancez la préparation du dossier, pour que les pièces soient renumérotées.",
        )
