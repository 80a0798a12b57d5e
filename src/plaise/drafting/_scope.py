"""What Plaise writes no act for, and where to go instead."""

from __future__ import annotations

from collections.abc import Iterator

from plaise.dossier import Demarche, Door
from plaise.law import Law, exercise_only, load_law

from ._acts import PETITIONS, SHEETS
from ._brief import Act, Brief
from ._findings import Finding
from ._request import effect_of_agreement

TO_PEOPLE = (
    "Montrez votre dossier à une association d’aide aux personnes étrangères ou à un avocat : "
    "vos captures et vos pièces leur serviront."
)
_NATIONALITY = (
    "Plaise n’écrit pas d’acte pour la nationalité : ses règles n’ont pas été étudiées ici, et "
    "l’urgence y est presque impossible à démontrer."
)


def out_of_scope(act: Act, brief: Brief) -> Finding | None:
    """The one reason why no act, or not this act, is written for this dossier."""
    law = load_law()
    return next(
        (
            Finding("hors_champ", message, references, to_do=to_do)
            for message, to_do, references in _reasons(act, brief, law)
        ),
        None,
    )


def _reasons(act: Act, brief: Brief, law: Law) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    request = brief.dossier.request
    rule = law.demarches[request.demarche]
    if rule.stop:
        yield rule.stop, TO_PEOPLE, rule.references
    if request.demarche is Demarche.NATIONALITY:
        yield _NATIONALITY, TO_PEOPLE, rule.references
    guide = law.door_guides[request.door.value]
    if guide.stop:
        yield guide.stop, " ".join((*guide.to_do, TO_PEOPLE)), guide.references
    court = law.court_for(brief.dossier.prefecture.departement)
    if not court.in_scope:
        told = f"Le séjour des personnes étrangères suit des règles propres : {court.prefecture}."
        yield told, TO_PEOPLE, ()
    if exercise_only(court) and not brief.dossier.exercise:
        yield (
            "Le département 00 est inventé : il n’existe que dans les exercices.",
            "Écrivez le vrai département de votre préfecture dans dossier.toml.",
            (),
        )
    if SHEETS[act].anef and request.door is not Door.ANEF:
        told = "Cet acte n’existe que pour le téléservice ANEF ; votre demande passe par ailleurs."
        yield told, "Choisissez un autre acte.", ()
    if act in PETITIONS:
        yield from _hard_cases(brief, law)


def _hard_cases(brief: Brief, law: Law) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """L. 521-3 is not the route once a decision exists, and hard cases go to people first."""
    request = brief.dossier.request
    for case in request.hard_cases:
        if law.hard_cases[case].for_good:
            yield (
                f"Votre situation ({law.hard_cases[case].name}) appelle un autre recours que le "
                "référé mesures utiles.",
                TO_PEOPLE + " Faites-le vite : les délais sont courts.",
                law.hard_cases[case].references,
            )
    named = ", ".join(law.hard_cases[case].name for case in request.hard_cases)
    to_do = TO_PEOPLE + " Inscrivez ensuite qui vous a conseillé (conseil_consulte, dossier.toml)."
    if named and not request.adviser:
        told = f"Votre situation comporte un risque ({named}) : un conseil doit la relire d’abord."
        yield told, to_do, ()
    ruled = effect_of_agreement(brief) == "replaces"
    if request.door is Door.ANEF and ruled and not request.adviser:
        yield (
            "Un accord bilatéral règle votre séjour : il faut faire vérifier si le téléservice et "
            "sa solution de substitution vous concernent avant de saisir le juge.",
            to_do,
            ("accord-franco-algerien", "ceseda-r431-2"),
        )
