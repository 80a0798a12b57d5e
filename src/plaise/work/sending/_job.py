"""What every package is made from, and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from plaise.bundle import DEFAULT_CAP, Originals
from plaise.dossier import PlaiseError
from plaise.drafting import Brief, Filing
from plaise.law import Court, load_law
from plaise.store import Storage
from plaise.work._contents import place_of_exhibit
from plaise.work._filed import filing_of
from plaise.work._places import FILING
from plaise.work._prepare import Outcome

Files = Iterator[tuple[str, bytes]]
SHEET = "A_recopier_dans_Telerecours.pdf"
PETITION = "Requete_en_refere.pdf"
MEMOIR = "Memoire_complementaire.pdf"
NO_DECISION = "Absence_de_decision_attaquee.pdf"
INVENTORY = "Inventaire_des_pieces.pdf"


@dataclass(frozen=True, slots=True)
class Extras:
    """What is made beside a package, on request.

    Attributes:
        contact_sheets: every capture at a glance, twelve to a page.
        lossless: the series without any loss of colour, in as many files as the limit asks.
        cap_bytes: that limit.
    """

    contact_sheets: bool = False
    lossless: bool = False
    cap_bytes: int = DEFAULT_CAP


class AllFiledError(PlaiseError):
    """Nothing is left to file; the first set is made again only on purpose."""

    def __init__(self, last: int) -> None:
        held = (
            "La pièce n° 1 est déposée"
            if last == 1
            else (f"Les {last} pièces de ce dossier sont déposées")
        )
        super().__init__(
            f"Tout est déjà déposé. {held} et rien n’est nouveau : il n’y a rien à envoyer.",
            safe="Ce qui a été déposé est gardé tel quel.",
            to_do="Ajoutez d’abord une capture ou une pièce nouvelle. Pour refaire exprès le "
            "premier jeu, parce que votre copie est perdue, ajoutez --again. Si le dépôt a été "
            "noté par erreur, corrigez-le.",
        )


@dataclass(frozen=True)
class SendingJob:
    """The latest version of a dossier, about to leave by one channel.

    Attributes:
        storage: where it is kept.
        outcome: what `prepare` made.
        originals: where the originals are read.
        total_bytes: the most that the files to file may weigh together, 0 for no limit.
        extras: what is made beside, on request.
    """

    storage: Storage
    outcome: Outcome
    originals: Originals
    total_bytes: int = 0
    extras: Extras = Extras()

    @cached_property
    def brief(self) -> Brief:
        """The facts, captures and numbers of that version."""
        made = self.outcome
        return Brief(
            dossier=made.dossier,
            captures=made.captures,
            plan=made.plan,
            today=made.assessment.assessed_on,
        )

    @property
    def court(self) -> Court:
        """The court to which the petition goes."""
        return load_law().court_for(self.outcome.dossier.prefecture.departement)

    def made(self, path: str) -> bytes:
        """A file of the version."""
        return self.storage.read_package(self.outcome.package.number, path)

    def made_below(self, place: str) -> list[str]:
        """The files of the version in one of its directories."""
        found = self.storage.package_files(self.outcome.package.number)
        return [file.path for file in found if file.path.startswith(f"{place}/")]

    def exhibit(self, name: str) -> bytes:
        """A file of the version that is filed, an exhibit that was filed before included."""
        plan = self.outcome.plan
        return self.made(place_of_exhibit(plan, name) if name in plan.files else f"{FILING}/{name}")

    @property
    def follows(self) -> bool:
        """Whether this goes after the petition: a memoir with the exhibits that are new."""
        return self.outcome.plan.continues

    @property
    def acts(self) -> tuple[str, ...]:
        """The files of the acts to file, in the order of the form."""
        return (MEMOIR, INVENTORY) if self.follows else (PETITION, NO_DECISION, INVENTORY)

    @property
    def filed(self) -> Filing | None:
        """The petition that was filed, when it was."""
        return filing_of(self.storage.journal(), self.outcome.dossier).filing

    def need_acts(self) -> None:
        """Refuse to make a package to file without a petition.

        Raises:
            PlaiseError: the assessment blocks or a fact is missing, so that it was not drafted.
        """
        missing = {f"{FILING}/{name}" for name in self.acts} - set(self.made_below(FILING))
        blocks = self.outcome.assessment.blocks or (self.outcome.problems if missing else ())
        if blocks:
            raise PlaiseError(
                "Ce dossier n’est pas encore prêt à partir :\n"
                + "\n".join(f"– {one}" for one in blocks),
                safe="Vos pièces sont numérotées et rangées ; rien n’est perdu.",
                to_do="Réglez ces points, puis relancez. Vous pouvez déjà remettre le dossier à "
                "un avocat : plaise bundle … --for lawyer",
            )


def verifier() -> bytes:
    """The program that checks a package with Python alone."""
    return files("plaise.bundle.portable").joinpath("verifier.py").read_bytes()


HOW_TO_CHECK = """\
Pour vérifier que rien n’a changé
---------------------------------
Avec Python seul :                      python3 verifier.py
Avec les outils de base :               sha256sum -c SHA256SUMS
                       (sur un Mac :    shasum -a 256 -c SHA256SUMS)
Un fichier à la fois, avec OpenSSL :    openssl dgst -sha256 NOM_DU_FICHIER
   puis comparez avec la ligne de ce fichier dans SHA256SUMS.
"""
HOW_TO_CHECK_ALL = f"""\
{HOW_TO_CHECK}
journal.jsonl est une chaîne : chaque ligne porte l’empreinte (« hash ») d’elle-même et celle de la
ligne d’avant (« previous »). Pour vérifier une ligne avec OpenSSL : retirez-en
« "hash":"...", », sans rien changer d’autre ni laisser de retour à la ligne, puis passez le reste
à « openssl dgst -sha256 » : le résultat doit être le « hash » retiré.
"""
