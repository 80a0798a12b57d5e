"""Criteria on the other ways of reaching the administration."""

from __future__ import annotations

from plaise.dossier import Contact, ContactKind, Door, PieceKind
from plaise.law import add_months

from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Fact, Level, Verdict

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
            "une autre ; faites-la lire à une association ou à un avocat."
        )
    return text


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
    if case.door is Door.ANEF and not proven[ContactKind.CONTACT_CENTRE]:
        return "Contactez le centre de contact citoyens et gardez la preuve de l’échange."
    return ""


def _missing_proof(case: Case, letters: list[Contact]) -> str:
    kinds = {case.dossier.piece(name).kind for one in letters for name in one.pieces}
    wanted = (
        (PieceKind.LRAR_DEPOSIT, "la preuve de dépôt"),
        (PieceKind.LRAR_RECEIPT, "l’avis de réception, dès son retour"),
    )
    return listing(label for kind, label in wanted if kind not in kinds)


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
            f"avant le {day(limit)} : {reason}. C’est une prudence, pas une règle.",
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
