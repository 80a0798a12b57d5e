"""Facts that must be there and agree: parties, court, dates, exhibits (R. 411-1, R. 412-2 CJA)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise

from plaise.dossier import Contact, ContactKind, Demarche, PieceKind
from plaise.law import add_months, departement_of, load_law

from ._brief import Brief
from ._details import Details
from ._findings import CHANGE_THE_DATE, Finding
from ._grammar import day
from ._request import effect_of_agreement

_MAJORITY = 18 * 12  # months
_SUBSTANCE = re.compile(r"\bL\.?\s*4[1-3]\d-\d+", re.IGNORECASE)
_SAME_DAY = {
    ContactKind.EMAIL: PieceKind.EMAIL,
    ContactKind.LRAR: PieceKind.LRAR_DEPOSIT,
}
_AGAIN = "Relancez la préparation du dossier, pour que les pièces soient renumérotées."


def parties(brief: Brief) -> Iterator[Finding]:
    """Names and domiciles (R. 411-1 CJA), and who acts for a minor."""
    dossier = brief.dossier
    asked = ("cja-r411-1",)
    if not dossier.person.last_name.strip():
        yield Finding("nom", "il manque votre nom (article R. 411-1 du CJA)", asked)
    if not any(line.strip() for line in dossier.person.address):
        yield Finding("domicile", "il manque votre adresse (article R. 411-1 du CJA)", asked)
    if not any(line.strip() for line in dossier.prefecture.address):
        told = "il manque l’adresse de la préfecture (article R. 411-1 du CJA)"
        yield Finding("adresse_prefecture", told, asked)
    if not dossier.city.strip():
        yield Finding("lieu", "il manque le lieu où vous signez (« fait_a »)", asked)
    minor = add_months(dossier.person.birth_date, _MAJORITY) > brief.acts_on
    if dossier.representative is None and (minor or dossier.request.demarche is Demarche.DCEM):
        yield Finding(
            "representant",
            "la demande est faite pour une personne mineure : il manque qui exerce l’autorité "
            "parentale (« [representant] », article D. 414-1 du CESEDA pour le document de "
            "circulation)",
            ("ceseda-d414-1",),
        )
    if dossier.representative is not None and not minor:
        told = "un représentant est inscrit, mais la personne a plus de dix-huit ans"
        yield Finding("representant_de_trop", told)


def court(brief: Brief) -> Iterator[Finding]:
    """The préfet of the residence (R. 431-20 CESEDA): a wrong court rejects (R. 522-8-1 CJA)."""
    dossier = brief.dossier
    right = load_law().court_for(dossier.prefecture.departement)
    lives = departement_of(dossier.person.address)
    if lives is None or lives == right.departement:
        return
    yield Finding(
        "tribunal",
        f"votre adresse semble être dans le département {lives}, et la préfecture est celle du "
        f"{right.departement} : le {right.tribunal} rejetterait une requête qui ne relève pas de "
        "lui (article R. 522-8-1 du CJA)",
        ("cja-r312-1", "cja-r522-8-1", "ceseda-r431-20"),
        blocking=not dossier.request.adviser,
        to_do="Corrigez l’adresse ou le département ; si les deux sont justes, faites vérifier par "
        "un juriste et inscrivez-le (conseil_consulte).",
    )


def dates(brief: Brief, details: Details, parts: Collection[str]) -> Iterator[Finding]:
    """Nothing after the day of the act, and contacts on the day that their proof bears.

    Args:
        brief: the facts, and the day of the act.
        details: what was given for this act or others.
        parts: those of the details that this act speaks of; the others may well come after it.
    """
    request, contacts = brief.dossier.request, brief.dossier.contacts
    told: list[tuple[str, date | None]] = [
        *((f"la capture « {one.name} »", one.shown_on) for one in brief.used),
        *((f"la démarche « {one.kind.value} »", one.on) for one in contacts),
        ("l’envoi du formulaire", request.date_asked_on),
        ("l’invitation à l’accueil de substitution", request.invited_on),
        ("la décision notifiée", request.notified_on),
        *_told_besides(details, parts),
    ]
    for what, on in told:
        if on and on > brief.acts_on:
            yield _after_the_act(brief, f"{what} est du {day(on)}")
    for contact in contacts:
        yield from _agrees(brief, contact)


def _told_besides(details: Details, parts: Collection[str]) -> Iterator[tuple[str, date | None]]:
    """The days of what happened, among the parts of the details that an act speaks of."""
    if details.filing and "filing" in parts:
        yield "le dépôt de la requête", details.filing.on
    if details.order and "order" in parts:
        yield "l’ordonnance", details.order.on
        yield "la réception de l’ordonnance", details.order.received_on
        yield "sa réception par la préfecture", details.order.prefect_received_on
    if details.offer and "offer" in parts:
        yield "la date reçue de la préfecture", details.offer.received_on
    if details.visit and "visit" in parts:
        yield "le passage", details.visit.on


def _after_the_act(brief: Brief, told: str) -> Finding:
    """What happened after the day that the act bears; one that the person fixed can be changed."""
    fixed = brief.dossier.acts_on
    if fixed is None:
        return Finding("date_future", f"{told}, après la date de l’acte")
    happened = f"{told}, après la date fixée pour vos actes ({day(fixed)})"
    return Finding("date_future", happened, to_do=CHANGE_THE_DATE)


def _agrees(brief: Brief, contact: Contact) -> Iterator[Finding]:
    """The proof of a contact bears its day; a returned receipt bears the same day or later."""
    for file in contact.pieces:
        piece = brief.dossier.piece(file)
        if piece.dated is None:
            continue
        same = _SAME_DAY.get(contact.kind) is piece.kind and piece.dated != contact.on
        if same or (piece.kind is PieceKind.LRAR_RECEIPT and piece.dated < contact.on):
            yield Finding(
                "date_piece",
                f"la démarche du {day(contact.on)} et sa pièce « {piece.label} » ne portent pas "
                f"des dates qui vont ensemble (la pièce est du {day(piece.dated)})",
            )


def exhibits(brief: Brief, cited: tuple[str, ...]) -> Iterator[Finding]:
    """Every fact cited has its exhibit, and the plan speaks of the same files and days."""
    known = {piece.file for piece in brief.dossier.pieces}
    for file in cited:
        if file not in known:
            told = f"« {file} » est citée dans les précisions, mais n’est pas dans [[pieces]]"
            yield Finding("piece_inconnue", told, ("cja-r412-2",))
    plan = brief.plan.by_source
    for piece in brief.dossier.pieces:
        entry = plan.get(f"pieces/{piece.file}") or plan.get(piece.file)
        if entry is None:
            yield _unnumbered(piece.file)
        elif entry.dated != piece.dated:
            yield _stale(entry.number)
    for capture in brief.used:
        entry = plan.get(capture.source)
        if entry is None and capture.counts:
            yield _unnumbered(capture.name)
        elif entry and (entry.sha256 != capture.sha256 or entry.dated != capture.shown_on):
            yield _stale(entry.number)
    numbers = [entry.number for entry in brief.plan.entries]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        told = "les numéros des pièces ne se suivent pas (article R. 412-2 du CJA)"
        yield Finding("numeros", told, ("cja-r412-2",), to_do=_AGAIN)


def _unnumbered(name: str) -> Finding:
    return Finding(
        "sans_numero", f"« {name} » n’a pas de numéro de pièce", ("cja-r412-2",), to_do=_AGAIN
    )


def _stale(number: int) -> Finding:
    told = f"la pièce n° {number} n’a plus la date ou le contenu qu’elle avait à la numérotation"
    return Finding("piece_changee", told, ("cja-r412-2",), to_do=_AGAIN)


def agreement(brief: Brief) -> Iterator[Finding]:
    """No article of substance of the CESEDA where an agreement rules (even in her own words)."""
    if effect_of_agreement(brief) != "replaces":
        return
    dossier = brief.dossier
    words = (
        ("le titre demandé", dossier.request.title_sought),
        ("le titre actuel", dossier.request.current_title),
        ("les motifs", dossier.request.serious),
        *(("une raison urgente", reason.text) for reason in dossier.urgency),
    )
    for where, text in words:
        if found := _SUBSTANCE.search(text):
            yield Finding(
                "accord_bilateral",
                f"{where} cite l’article {found[0]} du CESEDA, alors qu’un accord bilatéral règle "
                "ce titre de séjour : retirez cette référence ou faites-la vérifier",
                ("accord-franco-algerien",),
            )
