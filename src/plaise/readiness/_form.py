"""Criteria on the right door, the right court and the form, and what everyone must know."""

from __future__ import annotations

from plaise.dossier import Demarche, Door
from plaise.law import departement_of, exercise_only

from ._case import Case, Outcome
from ._french import count, listing
from ._values import Fact, Level, Verdict

_WRITTEN_FOR = frozenset({Door.BOOKING, Door.RDV_PREFECTURE, Door.DEMARCHE_NUMERIQUE})
_OTHER_DOORS = {
    Door.ANEF: (
        "Cette demande se fait sur l’ANEF : le texte applicable et les preuves sont autres (centre "
        "de contact, point d’accueil numérique, accueil physique de substitution). Cette version "
        "ne rédige pas encore ces actes."
    ),
    Door.OFII: "Cette demande se dépose à l’OFII, pas à la préfecture.",
    Door.POST: (
        "Cette demande s’envoie par la poste : il n’y a pas de rendez-vous à obtenir. Cette "
        "version ne rédige pas d’acte pour ce cas."
    ),
    Door.COUNTER: (
        "Cette demande se dépose au guichet, sans rendez-vous en ligne. Cette version ne rédige "
        "pas d’acte pour ce cas."
    ),
}


def door(case: Case) -> Outcome:
    """Préfecture, ANEF or OFII: each door has its own law (R. 431-2, R. 431-3, R. 434-7)."""
    facts: dict[str, Fact] = {"demarche": case.demarche.value, "porte": case.door.value}
    if case.demarche is Demarche.ASYLUM:
        return _stop(
            "L’enregistrement d’une demande d’asile a son propre recours, en quarante-huit heures "
            "(référé-liberté, L. 521-2) : aucun acte n’est rédigé ici. Voyez aujourd’hui une "
            "association ou un avocat.",
            facts,
            ("cja-l521-2",),
        )
    if case.demarche is Demarche.FAMILY:
        return _stop(
            "Le regroupement familial se demande à l’OFII, pas à la préfecture : un juge ne peut "
            "pas ordonner au préfet de donner ce rendez-vous.",
            facts,
            ("ceseda-r434-7",),
        )
    if case.door not in _WRITTEN_FOR:
        references = {
            Door.ANEF: ("ceseda-r431-2", "ce-452798"),
            Door.OFII: ("ceseda-r434-7",),
        }.get(case.door, ("ceseda-r431-3",))
        return _stop(_OTHER_DOORS[case.door], facts, references)
    if case.demarche is Demarche.NATIONALITY:
        return Outcome(
            Verdict.ALERT,
            "Les règles propres à la nationalité n’ont pas été étudiées : faites vérifier par une "
            "association ou un avocat avant de déposer quoi que ce soit.",
            facts=facts,
            next_step="Consultez une association ou un avocat sur cette demande de nationalité.",
            cap=Level.MINIMUM,
            references=("note-2020",),
        )
    return Outcome(
        Verdict.OK,
        "La demande passe par un rendez-vous ou un formulaire en ligne. Si le site renvoie vers "
        "l’ANEF (administration-etrangers-en-france), dites-le : le texte applicable change.",
        facts=facts,
        references=_door_references(case.demarche),
    )


def _door_references(demarche: Demarche) -> tuple[str, ...]:
    if demarche is Demarche.DCEM:
        return ("ceseda-d414-1", "ce-435594")
    if demarche in {Demarche.FIRST_CARD, Demarche.RENEWAL}:
        return ("ceseda-r431-3", "ceseda-r431-2", "ce-461694", "ce-435594")
    return ("ce-435594",)


def _stop(text: str, facts: dict[str, Fact], references: tuple[str, ...]) -> Outcome:
    return Outcome(
        Verdict.ALERT,
        text,
        facts=facts,
        next_step="Adressez-vous à une association ou à un avocat, avec vos preuves.",
        cap=Level.NOT_YET,
        blocks=(text,),
        references=references,
    )


def court(case: Case) -> Outcome:
    """A wrong court rejects, it does not transfer (R. 522-8-1): residence is compared."""
    written = case.dossier.prefecture.departement
    facts: dict[str, Fact] = {"departement": written, "tribunal": None, "residence": None}
    if case.court is None:
        text = f"Le département « {written} » n’est pas connu : le tribunal ne peut pas être dit."
        return Outcome(
            Verdict.ALERT,
            text,
            facts=facts,
            next_step="Corrigez le département de la préfecture dans dossier.toml.",
            cap=Level.NOT_YET,
            blocks=(text,),
        )
    residence = departement_of(case.dossier.person.address)
    facts |= {"tribunal": case.court.tribunal, "residence": residence}
    if not case.court.in_scope:
        return _stop(
            f"{case.court.departement_name} : cette collectivité a ses propres règles de séjour, "
            "que les actes ne traitent pas.",
            facts,
            ("cja-r312-1", "cja-r522-8-1"),
        )
    if residence is not None and residence != case.court.departement:
        text = (
            f"La préfecture est celle du département {case.court.departement} et l’adresse de la "
            f"personne semble être dans le {residence}. Un tribunal incompétent rejette la "
            "requête, il ne la transmet pas : faites vérifier par un juriste."
        )
        return Outcome(
            Verdict.ALERT,
            text,
            facts=facts,
            next_step="Vérifiez la préfecture et l’adresse ; sinon, voyez un juriste.",
            blocks=() if case.adviser_seen else (text,),
        )
    return Outcome(
        Verdict.OK,
        f"Tribunal compétent : {case.court.tribunal}. Vérifiez son adresse sur son site avant "
        "d’envoyer quoi que ce soit.",
        facts=facts,
    )


def form(case: Case) -> Outcome:
    """Name and domicile (R. 411-1); in référé nobody is invited to correct (R. 522-2)."""
    person = case.dossier.person
    missing = []
    if departement_of(person.address) is None:
        missing.append("l’adresse complète, avec le code postal")
    if not person.first_names:
        missing.append("le prénom")
    reach = [
        label
        for label, value in (("le téléphone", person.phone), ("le courriel", person.email))
        if not value
    ]
    facts: dict[str, Fact] = {"manque": tuple(missing), "pour_vous_joindre": tuple(reach)}
    if missing:
        verdict, cap = Verdict.MISSING, Level.NOT_YET
    else:
        verdict, cap = (Verdict.STRENGTHEN if reach else Verdict.OK), Level.GATHERED
    text = (
        "La requête donne le nom et le domicile, porte la mention « référé » (sur l’enveloppe "
        "aussi), et vous la signez vous-même. En référé, le tribunal n’invite pas à corriger un "
        "oubli."
    )
    if missing or reach:
        text += f" Il manque {listing([*missing, *reach])}."
    step = f"Ajoutez dans dossier.toml : {listing([*missing, *reach])}." if missing + reach else ""
    return Outcome(verdict, text, facts, step, cap=cap)


def exercise(case: Case) -> Outcome:
    """Nothing made with the practice site is evidence; département 00 exists for exercises."""
    made = [one for one in case.captures if one.reading.exercise and not one.set_aside]
    invented = case.court is not None and exercise_only(case.court)
    facts: dict[str, Fact] = {
        "dossier_d_exercice": case.dossier.exercise,
        "captures_d_exercice": len(made),
        "departement_invente": invented,
    }
    if case.dossier.exercise:
        return Outcome(
            Verdict.INFORMATION,
            "C’est un dossier d’exercice : chaque page le dit, et rien ne doit être déposé.",
            facts=facts,
        )
    blocks = []
    if made:
        blocks.append(
            f"{count(len(made), 'capture vient', 'captures viennent')} du site d’entraînement "
            f"({listing(one.name for one in made)}) : ce n’est pas une preuve. Retirez-les."
        )
    if invented:
        blocks.append("Le département 00 est inventé : il n’existe que dans les exercices.")
    if not blocks:
        return Outcome(Verdict.OK, "Rien ne vient du site d’entraînement.", facts=facts)
    return Outcome(
        Verdict.ALERT,
        " ".join(blocks),
        facts=facts,
        next_step="Retirez du dossier ce qui vient d’un exercice.",
        cap=Level.NOT_YET,
        blocks=tuple(blocks),
    )


def who_reads(case: Case) -> Outcome:
    """The préfet is served with the petition and every exhibit (R. 522-4)."""
    return Outcome(
        Verdict.INFORMATION,
        "La préfecture lira chaque pièce. Papiers à un autre nom, travail non déclaré, "
        "informations sur d’autres personnes ou sur la santé : montrez-les d’abord à une "
        "association ou à un avocat.",
        facts={"pieces": len(case.dossier.pieces)},
    )


def fine(case: Case) -> Outcome:
    """The fine is said before the first filing (R. 741-12)."""
    del case
    return Outcome(
        Verdict.INFORMATION,
        "Une requête que le juge estime abusive peut coûter une amende, jusqu’à 10 000 euros ; des "
        "tribunaux en ont prononcé. Ne déposez pas avant d’avoir les preuves, ni plusieurs fois "
        "sans rien de nouveau.",
    )


def before_filing(case: Case) -> Outcome:
    """Have the file checked; free, no lawyer needed, legal aid possible."""
    del case
    return Outcome(
        Verdict.INFORMATION,
        "Avant de déposer, faites relire le dossier par une association ou un avocat : un refus de "
        "titre peut s’accompagner d’une obligation de quitter le territoire. La requête est "
        "gratuite, l’avocat n’est pas obligatoire, et l’aide juridictionnelle peut être demandée.",
    )
