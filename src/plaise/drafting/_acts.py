"""What each act is called, what it needs, and for whom it is made."""

from __future__ import annotations

from dataclasses import dataclass

from ._brief import Act


@dataclass(frozen=True, slots=True)
class Sheet:
    """One act in a few words.

    Attributes:
        title: what it is called.
        subject: one line for the file's metadata.
        needs: parts of `Details` without which it cannot be made.
        may_tell: parts that it speaks of when they are given.
        court: whether it is filed with the court (then form is checked as for the petition).
        anef: whether it exists only for the téléservice.
    """

    title: str
    subject: str
    needs: tuple[str, ...] = ()
    court: bool = False
    anef: bool = False
    may_tell: tuple[str, ...] = ()

    @property
    def tells(self) -> frozenset[str]:
        """The parts of `Details` that this act speaks of."""
        return frozenset((*self.needs, *self.may_tell))


_EXECUTION = "Ordonnance non exécutée"
SHEETS = {
    Act.COURRIEL: Sheet("Courriel à la préfecture", "Demande de rendez-vous"),
    Act.RELANCE: Sheet("Relance à la préfecture", "Demande de rendez-vous"),
    Act.LETTRE: Sheet("Lettre recommandée à la préfecture", "Demande de rendez-vous"),
    Act.RELEVE_GUICHET: Sheet("Récit d’un passage à la préfecture", "À écrire le jour même"),
    Act.ATTESTATION: Sheet("Attestation de témoin", "Article 202 du code de procédure civile"),
    Act.CENTRE_DE_CONTACT: Sheet(
        "Demande au centre de contact citoyens", "Téléservice inutilisable", anef=True
    ),
    Act.POINT_NUMERIQUE: Sheet(
        "Relevé de passage au point d’accueil numérique",
        "Téléservice inutilisable",
        anef=True,
        may_tell=("visit",),
    ),
    Act.DEFENSEUR: Sheet(
        "Saisine du Défenseur des droits", "Accès à la préfecture", may_tell=("filing",)
    ),
    Act.DATE_PLUS_PROCHE: Sheet(
        "Demande d’une date plus proche", "Rendez-vous trop lointain", needs=("offer",)
    ),
    Act.AIDE_JURIDICTIONNELLE: Sheet("Note sur l’aide juridictionnelle", "Pour la personne"),
    Act.REQUETE: Sheet(
        "Requête en référé mesures utiles",
        "Article L. 521-3 du code de justice administrative",
        court=True,
    ),
    Act.INVENTAIRE: Sheet(
        "Inventaire des pièces", "Article R. 412-2 du code de justice administrative"
    ),
    Act.ABSENCE_DE_DECISION: Sheet("Note sur l’absence de décision attaquée", "Article L. 521-3"),
    Act.FICHE_DE_DEPOT: Sheet("Fiche pour le dépôt", "Champs à recopier dans Télérecours citoyens"),
    Act.INTERVENTION: Sheet(
        "Mémoire en intervention volontaire",
        "Article R. 632-1 du code de justice administrative",
        needs=("filing", "association"),
    ),
    Act.FICHE_AUDIENCE: Sheet("Fiche pour l’audience", "Pour la personne", needs=("hearing",)),
    Act.MEMOIRE_COMPLEMENTAIRE: Sheet(
        "Mémoire complémentaire", "Éléments nouveaux", needs=("filing",), court=True
    ),
    Act.MEMOIRE_EN_REPLIQUE: Sheet(
        "Mémoire en réplique",
        "Réponse à la préfecture",
        needs=("filing", "replies"),
        court=True,
    ),
    Act.OBSERVATIONS_DATE: Sheet(
        "Observations sur la date proposée",
        "Rendez-vous trop lointain",
        needs=("filing", "offer"),
        court=True,
    ),
    Act.COURRIEL_EXECUTION: Sheet("Courriel avec l’ordonnance", _EXECUTION, needs=("order",)),
    Act.REQUETE_L521_4: Sheet(
        "Requête en modification des mesures ordonnées",
        "Article L. 521-4 du code de justice administrative",
        needs=("order",),
        court=True,
    ),
    Act.DEMANDE_L911_4: Sheet(
        "Demande d’exécution d’une ordonnance",
        "Article L. 911-4 du code de justice administrative",
        needs=("order",),
        court=True,
    ),
    Act.NOUVELLE_REQUETE: Sheet(
        "Nouvelle requête en référé mesures utiles",
        "Article L. 521-3 du code de justice administrative",
        needs=("order", "replies"),
        court=True,
    ),
    Act.FICHE_RENDEZ_VOUS: Sheet(
        "Fiche pour le rendez-vous", "Pour la personne", needs=("appointment",)
    ),
    Act.NOUVEAU_RENDEZ_VOUS: Sheet(
        "Demande d’un nouveau rendez-vous", "Rendez-vous perdu", needs=("appointment",)
    ),
}
PETITIONS = frozenset({Act.REQUETE, Act.NOUVELLE_REQUETE})
