"""Criteria on the other ways of reaching the administration."""

from __future__ import annotations

from plaise.dossier import Contact, ContactKind, Door, PieceKind
from plaise.law import add_months

from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Fact, Level, Verdict

_WEEK = 7
_NAMES = {
    ContactKind.EMAIL: ("courriel", "courriels"),
    ContactKind.LRAR: ("lettre recommandée", "lettres recommandées"),
    ContactKind.VISIT: ("passage au guichet", "passages au guichet"),
    ContactKind.DEFENSEUR: ("saisine du Défenseur des droits", "saisines du Défenseur des droits"),
    ContactKind.CONTACT_CENTRE: ("appel au centre de contact", "appels au centre de contact"),
    ContactKind.DIGITAL_POINT: (
        "passage au point d’accueil numérique",
        "passages au point d’accueil numérique",
    ),
}


def contacts(case: Case) -> Outcome:
    """E-mail, registered letter, Défenseur; a visit is never asked for, nor missed."""
    past = [one for one in case.dossier.contacts if one.on <= case.today]
    proven = {kind: [one for one in past if one.kind is kind and one.pieces] for kind in _NAMES}
    bare = [one for one in past if not one.pieces]
    emails = len(proven[ContactKind.EMAIL])
    letters = len(proven[ContactKind.LRAR])
    least = case.threshold("contacts", "minimum_emails")
    if emails >= least and letters:
        verdict = Verdict.OK
    else:
        verdict = Verdict.STRENGTHEN if emails or letters else Verdict.MISSING
    return Outcome(
        verdict,
        _explained(past, bare),
        facts={
            **{kind.value: len(found) for kind, found in proven.items()},
            "sans_preuve_jointe": len(bare),
            "reponses_recues": sum(1 for one in past if one.answer.strip()),
        },
        next_step=_step(case, proven, bare, least),
        cap=Level.GATHERED if emails >= least else Level.MINIMUM,
    )


def _explained(past: list[Contact], bare: list[Contact]) -> str:
    if not past:
        text = "Aucune démarche n’est inscrite en dehors du site."
    else:
        numbers = {kind: sum(1 for one in past if one.kind is kind) for kind in _NAMES}
        shown = listing(count(n, *_NAMES[kind]) for kind, n in numbers.items() if n)
        text = f"Démarches faites : {shown}."
    if bare:
        text += f" {count(len(bare), 'démarche est', 'démarches sont')} sans preuve jointe."
    text += (
        " Un courriel montre vos diligences ; là où un téléservice existe, il ne dépose pas la "
        "demande. Des messages espacés valent mieux que beaucoup de messages."
    )
    if any(one.answer.strip() for one in past):
        text += (
            " Une réponse a été reçue : si elle refuse par écrit le rendez-vous, la procédure est "
            "une autre ; faites-la lire à une association ou à un avocat. Une simple invitation à "
            "réessayer n’est pas un refus (TA Lyon, 13 février 2025, n° 2500808)."
        )
    if _flood(past):
        text += (
            " Plus de trois courriels en une semaine peuvent passer pour des envois abusifs : "
            "espacez-les."
        )
    return text


def _flood(past: list[Contact]) -> bool:
    """More e-mails in a week than L. 112-11 CRPA makes safe (« caractère répétitif »)."""
    days = sorted(one.on for one in past if one.kind is ContactKind.EMAIL)
    return any((later - first).days < _WEEK for first, later in zip(days, days[3:], strict=False))


def _step(
    case: Case,
    proven: dict[ContactKind, list[Contact]],
    bare: list[Contact],
    least: int,
) -> str:
    if len(proven[ContactKind.EMAIL]) < least:
        if any(one.kind is ContactKind.EMAIL for one in bare):
            return "Joignez dans pieces/ le courriel envoyé (fichier .eml ou PDF avec la date)."
        return (
            "Envoyez un courriel au service des étrangers de la préfecture, avec quelques captures "
            "(le texte est préparé), et gardez-en la preuve."
        )
    if not proven[ContactKind.LRAR]:
        return (
            "Envoyez la lettre recommandée avec avis de réception (le texte est préparé) et gardez "
            "la preuve de dépôt puis l’avis."
        )
    missing = _missing_proof(case, proven[ContactKind.LRAR])
    if missing:
        return f"Joignez à la lettre recommandée : {missing}."
    return ""


def _missing_proof(case: Case, letters: list[Contact]) -> str:
    kinds = {case.dossier.piece(name).kind for one in letters for name in one.pieces}
    wanted = (
        (PieceKind.LRAR_DEPOSIT, "la preuve de dépôt"),
        (PieceKind.LRAR_RECEIPT, "l’avis de réception, dès son retour"),
    )
    return listing(label for kind, label in wanted if kind not in kinds)


def diligences(case: Case) -> Outcome:
    """ANEF only: the help that R. 431-2, 3rd paragraph wants to have been asked for."""
    past = [one for one in case.dossier.contacts if one.on <= case.today]
    asked = [one for one in past if one.kind is ContactKind.CONTACT_CENTRE]
    proven = [one for one in asked if one.pieces]
    points = [one for one in past if one.kind is ContactKind.DIGITAL_POINT and one.pieces]
    invited = case.dossier.request.invited_on
    facts: dict[str, Fact] = {
        "centre_de_contact": len(proven),
        "point_d_accueil_numerique": len(points),
        "invitation_recue_le": invited.isoformat() if invited else None,
    }
    permit = case.rule.permit
    references = case.guide.permit_references if permit else ()
    references = (*references, *case.guide.references)
    if case.door is not Door.ANEF:
        return Outcome(Verdict.INFORMATION, "Ne concerne que l’ANEF.", facts=facts)
    if invited and invited <= case.today:
        text = (
            f"La préfecture vous a invité à un accueil physique le {day(invited)} : suivez cette "
            "invitation. S’il ne se passe rien, elle devient votre meilleure preuve."
        )
        return Outcome(Verdict.OK, text, facts=facts, references=references)
    if proven:
        text = (
            f"{count(len(proven), 'échange', 'échanges')} avec le centre de contact citoyens, avec "
            "preuve. L’arrêté ne fixe aucun délai à la préfecture pour inviter à l’accueil "
            "physique : son silence se plaide. Un passage au point d’accueil numérique n’est pas "
            "exigé ici."
        )
        return Outcome(Verdict.OK, text, facts=facts, references=references)
    step = "Contactez le centre de contact citoyens et gardez la preuve de l’échange."
    if asked:
        step = "Joignez la preuve de l’échange avec le centre de contact citoyens."
    return Outcome(
        Verdict.MISSING,
        "L’accueil physique de substitution est pour la personne qui a demandé de l’aide : aucun "
        "échange avec le centre de contact citoyens n’est encore prouvé.",
        facts=facts,
        next_step=step,
        cap=Level.MINIMUM,
        references=references,
    )


def visit(case: Case) -> Outcome:
    """A visit is never asked for: its absence lowers nothing, and some must not go."""
    visits = [one for one in case.dossier.contacts if one.kind is ContactKind.VISIT]
    danger = case.law.warning("guichet").text
    witness = case.law.warning("temoin").text
    facts: dict[str, Fact] = {
        "passages": len(visits),
        "a_ne_pas_faire": case.must_leave,
        "document_valable": case.document_valid,
    }
    if case.must_leave:
        text = f"N’allez pas au guichet. {danger}"
    elif not case.document_valid:
        text = f"Rien ne demande d’aller au guichet. {danger}"
    else:
        text = "Un passage au guichet n’est pas demandé et son absence ne baisse aucun niveau."
    if visits:
        text += f" {witness}"
    return Outcome(Verdict.INFORMATION, text, facts=facts)


def two_months(case: Case) -> Outcome:
    """File before two months from the letter: a preference with its reason, never a bar."""
    letters = sorted(
        one.on
        for one in case.dossier.contacts
        if one.kind is ContactKind.LRAR and one.on <= case.today
    )
    if not letters:
        return Outcome(
            Verdict.INFORMATION,
            "Aucune lettre recommandée : rien ne presse de ce côté.",
            facts={"lettre_du": None, "deposer_de_preference_avant_le": None},
        )
    limit = add_months(letters[0], case.threshold("deux_mois", "months"))
    facts: dict[str, Fact] = {
        "lettre_du": letters[0].isoformat(),
        "deposer_de_preference_avant_le": limit.isoformat(),
    }
    reason = (
        "une demande écrite laissée deux mois sans réponse pourrait être tenue pour refusée, et ce "
        "référé ne peut pas faire obstacle à un refus"
    )
    if case.today < limit:
        return Outcome(
            Verdict.INFORMATION,
            f"La lettre recommandée est du {day(letters[0])}. De préférence, déposez la requête "
            f"avant le {day(limit)} : {reason}. C’est une prudence, pas une règle : une cour a "
            "jugé qu’un rendez-vous demandé en ligne ne fait pas naître de refus (n° 23VE02878).",
            facts=facts,
        )
    return Outcome(
        Verdict.STRENGTHEN,
        f"Deux mois ont passé depuis la lettre recommandée du {day(letters[0])} : {reason}. Cela "
        "n’interdit pas de déposer et ne baisse pas le niveau.",
        facts=facts,
        next_step=(
            "Demandez à une association ou à un avocat s’il faut l’expliquer dans la requête ou "
            "prendre une autre voie."
        ),
    )
