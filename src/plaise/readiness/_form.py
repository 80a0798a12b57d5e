"""Criteria on the right door, the right court and the form, and what everyone must know."""

from __future__ import annotations

from plaise.dossier import Door
from plaise.law import departement_of, exercise_only, stale

from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Fact, Level, Verdict


def door(case: Case) -> Outcome:
    """Préfecture, téléservice, OFII, post: each door has its own law and evidence."""
    rule, guide = case.rule, case.guide
    facts: dict[str, Fact] = {
        "demarche": case.demarche.value,
        "porte": case.door.value,
        "meme_jour": rule.same_day,
    }
    if rule.stop:
        return _stop(rule.stop, facts, rule.references)
    if guide.stop:
        return _stop(guide.stop, facts, _door_references(case), step=guide.to_do[0])
    if rule.warning:
        return Outcome(
            Verdict.ALERT,
            rule.warning,
            facts=facts,
            next_step="Consultez une association ou un avocat sur cette demande.",
            cap=Level.MINIMUM,
            references=rule.references,
        )
    text = f"{guide.title}. {guide.text}"
    if case.door in {Door.BOOKING, Door.RDV_PREFECTURE}:
        text += (
            " Si le site renvoie vers l’ANEF (administration-etrangers-en-france), dites-le : le "
            "texte applicable change."
        )
    return Outcome(Verdict.OK, text, facts=facts, references=_door_references(case))


def _door_references(case: Case) -> tuple[str, ...]:
    """R. 431-2 and R. 431-3 are cited for residence permits only."""
    found = case.guide.permit_references if case.rule.permit else ()
    own = case.rule.references if case.rule.by_parent else ()
    return tuple(dict.fromkeys((*found, *own, *case.guide.references)))


def _stop(
    text: str, facts: dict[str, Fact], references: tuple[str, ...], *, step: str = ""
) -> Outcome:
    advice = "Adressez-vous à une association ou à un avocat, avec vos preuves."
    if facts.get("meme_jour"):
        advice = "Aujourd’hui même, voyez une association ou un avocat avec vos papiers."
    return Outcome(
        Verdict.ALERT,
        text,
        facts=facts,
        next_step=step or advice,
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
        warning = case.law.warning("collectivites")
        text = f"{case.court.departement_name}. {warning.text}"
        return _stop(text, facts, warning.references)
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


def addresses(case: Case) -> Outcome:
    """Addresses are suggestions of 2019 until the person confirms them."""
    prefecture = case.dossier.prefecture
    court = case.court
    known = case.law.suggested_prefecture(prefecture.departement) if court else None
    seat = case.law.suggested_court(prefecture.departement) if court else None
    checked = prefecture.checked_on
    facts: dict[str, Fact] = {
        "adresse_verifiee_le": checked.isoformat() if checked else None,
        "prefecture_en_2019": known.address if known else None,
        "tribunal_en_2019": seat.address if seat else None,
    }
    if checked and checked <= case.today and not stale(checked, case.today):
        return Outcome(
            Verdict.OK,
            f"Vous avez vérifié l’adresse de la préfecture le {day(checked)}. Vérifiez aussi celle "
            "du tribunal sur son site avant d’envoyer quoi que ce soit.",
            facts=facts,
        )
    text = "L’adresse de la préfecture n’a pas encore été vérifiée par vous. "
    if known:
        text += f"Un annuaire de 2019 donne « {known.address} » (à vérifier). "
    return Outcome(
        Verdict.STRENGTHEN,
        text + "Une lettre mal adressée fait perdre des semaines.",
        facts=facts,
        next_step=(
            "Vérifiez l’adresse postale et le courriel sur le site de la préfecture, puis écrivez "
            "le jour dans dossier.toml (adresse_verifiee_le)."
        ),
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
    warning = case.law.warning("lecture")
    return Outcome(
        Verdict.INFORMATION,
        f"{warning.title}. {warning.text}",
        facts={"pieces": len(case.dossier.pieces)},
        references=warning.references,
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
