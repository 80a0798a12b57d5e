"""What is asked, through which door, in which situation: the fields that sentences depend on."""

from __future__ import annotations

from datetime import date, timedelta

from plaise.dossier import ContactKind, Demarche, Door, HardCase, PieceKind
from plaise.law import (
    TELESERVICES,
    Law,
    add_months,
    listed_for_young_adults,
    load_law,
    proves,
)

from ._brief import Brief
from ._grammar import counted, day, exhibits, named, of

ADVERSE = (HardCase.OQTF, HardCase.IRTF, HardCase.EARLIER_REFUSAL)
HELP = (ContactKind.CONTACT_CENTRE, ContactKind.DIGITAL_POINT)
_FULL_STOPS = " .;,"
_EIGHTEEN, _NINETEEN = 18 * 12, 19 * 12  # months
_TELESERVICE_WINDOW = (timedelta(days=120), timedelta(days=60))  # R. 431-5, 1° CESEDA
_PAPER_WINDOW = 2  # months, same article


def effect_of_agreement(brief: Brief) -> str:
    """« replaces », « partial » or nothing: what a bilateral agreement does to the CESEDA."""
    agreement = load_law().agreement_for(brief.dossier.person.nationality)
    return agreement.effect if agreement else ""


def request_of(brief: Brief) -> dict[str, object]:
    """The fields named `demande.…`."""
    request, law = brief.dossier.request, load_law()
    demarche = request.demarche
    effect = effect_of_agreement(brief)
    return _objects(brief) | {
        "renouvellement": demarche is Demarche.RENEWAL,
        "changement": demarche is Demarche.CHANGE,
        "dcem": demarche is Demarche.DCEM,
        "titre_de_voyage": demarche is Demarche.TRAVEL_DOCUMENT,
        "titre": request.title_sought,
        "titre_de_sejour": law.demarches[demarche].permit,
        "titre_actuel": request.current_title,
        "expire_le": day(request.expires_on) if request.expires_on else "",
        "expire": bool(request.expires_on and request.expires_on <= brief.acts_on),
        "a_temps": _began_in_time(brief),
        "avant_six_mois": _last_day_without_a_visa(brief),
        "urgence_presumee": urgency_presumed(brief, law),
        "depuis_six_mois": expired_long_ago(brief, law),
        "pieces_du_titre": cited(brief, PieceKind.RESIDENCE_CARD),
        "motifs": request.serious.rstrip(_FULL_STOPS),
        "pieces_des_motifs": cited(brief, PieceKind.SERIOUS),
        "pieces_d_identite": cited(brief, PieceKind.IDENTITY),
        "ceseda": effect != "replaces",
        "fond": not effect,
        "jeune": _young(brief),
        "decision": _adverse(brief, law),
        "sans_reponse": bool(unanswered(brief, law)),
    }


def _objects(brief: Brief) -> dict[str, str]:
    """The request as a noun, then « ma … » or « la … de l’enfant … »."""
    request, person = brief.dossier.request, brief.dossier.person
    aim = request.title_sought
    if request.demarche is Demarche.RENEWAL:
        aim = f"renouvellement {of(aim)}"
    noun = f"demande {of(aim)}"
    alone = {"seule": f"une {noun}"}
    if brief.dossier.representative is None:
        return {"objet": noun, "ma": f"ma {noun}", "Ma": f"Ma {noun}", "une": f"une {noun}"} | alone
    whole = f"{noun} au bénéfice de l’enfant {person.full_name}"
    told = {"objet": whole, "ma": f"la {whole}", "Ma": f"La {whole}", "une": f"une {whole}"}
    return told | alone


def door_of(brief: Brief) -> dict[str, object]:
    """The fields named `porte.…`: what kind of door, and what happened there."""
    request = brief.dossier.request
    on = request.date_asked_on
    form = request.door is Door.DEMARCHE_NUMERIQUE
    return {
        "anef": request.door is Door.ANEF,
        "formulaire": form,
        "rendez_vous": request.door not in TELESERVICES,
        "envoye_le": day(on) if on and form else "",
        "depuis": counted((brief.acts_on - on).days, "jour", "jours") if on and form else "",
        "preuve_de_l_envoi": sent_proof(brief) if form else "",
        "invitation": day(request.invited_on) if request.invited_on else "",
    }


def sent_proof(brief: Brief) -> str:
    """The exhibits of the day when the online form was sent.

    Neither failed attempts nor the proofs of a message to the préfecture: they prove those.
    """
    on = brief.dossier.request.date_asked_on
    if on is None:
        return ""
    kinds = {PieceKind.EMAIL, PieceKind.OTHER}
    others = {file for contact in brief.dossier.contacts for file in contact.pieces}
    numbers = [
        brief.piece(piece.file).number
        for piece in brief.dossier.pieces
        if piece.dated == on and piece.kind in kinds and piece.file not in others
    ]
    numbers += [
        brief.entry(capture).number
        for capture in brief.used
        if capture.shown_on == on
        and brief.shows(capture)
        and not proves(capture, brief.dossier.request.door)
    ]
    return exhibits(numbers) if numbers else ""


def urgency_presumed(brief: Brief, law: Law | None = None) -> bool:
    """Whether the judge finds urgency in principle: a renewal, asked in time, nothing adverse.

    Source: CE, 9 June 2022, n° 453391; R. 431-8 CESEDA for a card expired for six months.
    """
    request, law = brief.dossier.request, law or load_law()
    rule = law.demarches[request.demarche]
    adverse = set(ADVERSE) & set(request.hard_cases)
    return rule.urgency.presumed and not adverse and not expired_long_ago(brief, law)


def expired_long_ago(brief: Brief, law: Law | None = None) -> bool:
    """Whether the card expired more than six months ago (R. 431-8 CESEDA)."""
    expires = brief.dossier.request.expires_on
    if expires is None or brief.dossier.request.demarche is not Demarche.RENEWAL:
        return False
    months = (law or load_law()).criteria["urgence"].thresholds["expired_months"]
    return add_months(expires, months) < brief.acts_on


def _last_day_without_a_visa(brief: Brief) -> str:
    """Six months after a card expired, a visa may be asked for again (R. 431-8 CESEDA).

    Nothing when the card is still valid, when that day is past or where an agreement rules.
    """
    expires = brief.dossier.request.expires_on
    if expires is None or expires > brief.acts_on or effect_of_agreement(brief):
        return ""
    if brief.dossier.request.demarche is not Demarche.RENEWAL or expired_long_ago(brief):
        return ""
    return day(add_months(expires, load_law().criteria["urgence"].thresholds["expired_months"]))


def _began_in_time(brief: Brief) -> str:
    """The first attempt, when it fell in the window of R. 431-5, 1° CESEDA."""
    request = brief.dossier.request
    expires = request.expires_on
    days = [c.shown_on for c in brief.used if proves(c, request.door) and c.shown_on]
    if request.demarche is not Demarche.RENEWAL or not expires or not days:
        return ""
    first = min(days)
    if request.door is Door.ANEF:
        opens, closes = (expires - before for before in _TELESERVICE_WINDOW)
    else:
        opens, closes = add_months(expires, -_PAPER_WINDOW), expires - timedelta(days=1)
    return day(first) if opens <= first <= closes else ""


def limit_of_age(brief: Brief) -> date | None:
    """The last day that a young adult has (R. 431-5, 2° and 3° CESEDA), unless it is past.

    The eve of the nineteenth birthday holds only for the articles that 2° lists; L. 435-3 is not
    one of them, and is left to 3°.
    """
    request = brief.dossier.request
    birth, today = brief.dossier.person.birth_date, brief.acts_on
    adult, nineteen = add_months(birth, _EIGHTEEN), add_months(birth, _NINETEEN)
    first = request.demarche is Demarche.FIRST_CARD
    ruled = effect_of_agreement(brief) == "replaces"
    if ruled or not (first and request.article and adult <= today < nineteen):
        return None
    listed = listed_for_young_adults(request.article)
    limit = nineteen - timedelta(days=1) if listed else add_months(adult, 2)
    return limit if today <= limit else None


def _young(brief: Brief) -> dict[str, object]:
    """The time limit that runs from the eighteenth birthday, in words."""
    limit, request = limit_of_age(brief), brief.dossier.request
    if limit is None:
        return {}
    return {
        "majeur_le": day(add_months(brief.dossier.person.birth_date, _EIGHTEEN)),
        "enumere": listed_for_young_adults(request.article),
        "limite": day(limit),
        "reste": counted((limit - brief.acts_on).days, "jour", "jours"),
        "article": "" if effect_of_agreement(brief) else _plain_article(request.article),
    }


def _plain_article(article: str) -> str:
    """« L. 423-22 » from « l423-22 » or « article L.423-22 du CESEDA »."""
    letters = "".join(char for char in article.upper() if char.isalnum() or char == "-")
    digits = letters.removeprefix("ARTICLE").removesuffix("CESEDA").removesuffix("DU")
    return f"{digits[:1]}. {digits[1:]}"


def _adverse(brief: Brief, law: Law) -> dict[str, str]:
    """A decision already taken against the person: said plainly, never hidden."""
    cases = [case for case in ADVERSE if case in brief.dossier.request.hard_cases]
    if not cases:
        return {}
    on = brief.dossier.request.notified_on
    return {
        "nom": " et ".join(law.hard_cases[case].name for case in cases),
        "notifiee_le": day(on) if on else "",
        "plusieurs": "oui" if len(cases) > 1 else "",
        "oqtf": "oui" if HardCase.OQTF in cases else "",
    }


def unanswered(brief: Brief, law: Law | None = None) -> tuple[date, ...]:
    """The registered letters left without answer for more than two months (L. 231-4 CRPA)."""
    months = (law or load_law()).criteria["deux_mois"].thresholds["months"]
    return tuple(
        contact.on
        for contact in brief.dossier.contacts
        if contact.kind is ContactKind.LRAR
        and not contact.answer
        and add_months(contact.on, months) < brief.acts_on
    )


def cited(brief: Brief, *kinds: PieceKind) -> str:
    """The exhibits of some kinds, or nothing."""
    numbers = [brief.piece(p.file).number for p in brief.dossier.pieces if p.kind in kinds]
    return exhibits(numbers) if numbers else ""


def speaker_name(brief: Brief) -> str:
    """Who says « je »: the person, or who acts for a minor."""
    return named(brief.dossier.representative or brief.dossier.person)
