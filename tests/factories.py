"""A small, invented person's file for tests: made in code, so that each test says what matters."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from plaise.dossier import (
    Capture,
    Circumstance,
    Contact,
    ContactKind,
    Demarche,
    Door,
    Dossier,
    Entry,
    ExhibitPlan,
    Gender,
    Person,
    Piece,
    PieceKind,
    PrefectTitle,
    Prefecture,
    Reading,
    Relief,
    Request,
    Result,
    Source,
)
from plaise.drafting import (
    Act,
    Appointment,
    Association,
    Brief,
    Details,
    Filing,
    Hearing,
    Lost,
    Offer,
    Order,
    Reply,
    Visit,
    Witness,
)

URL = "www.val-d-exemple.exercice.test/booking/create/9829/2"
TODAY = date(2026, 11, 23)


def make_person(**overrides: Any) -> Person:
    facts: dict[str, Any] = {
        "gender": Gender.FEMININE,
        "last_name": "Exemple",
        "first_names": "Aminata",
        "birth_date": date(1991, 3, 14),
        "birth_place": "Kayes (Mali)",
        "nationality": "malienne",
        "address": ("12 rue des Essais", "00100 Exempleville"),
        "phone": "06 39 98 12 34",
        "email": "aminata@exemple.test",
    }
    return Person(**{**facts, **overrides})


def make_request(**overrides: Any) -> Request:
    facts: dict[str, Any] = {
        "demarche": Demarche.RENEWAL,
        "door": Door.BOOKING,
        "title_sought": "carte de séjour temporaire mention “vie privée et familiale”",
        "booking_address": "https://www.val-d-exemple.exercice.test/booking/create/9829",
        "current_title": "carte de séjour temporaire mention “vie privée et familiale”",
        "expires_on": date(2026, 11, 2),
        "serious": "Je vis en France depuis 2017 et ma fille y est scolarisée",
    }
    return Request(**{**facts, **overrides})


def make_pieces() -> tuple[Piece, ...]:
    def piece(file: str, kind: PieceKind, label: str, on: date) -> Piece:
        return Piece(file=file, kind=kind, label=label, dated=on)

    return (
        piece(
            "carte.pdf", PieceKind.RESIDENCE_CARD, "Carte de séjour temporaire", date(2025, 11, 3)
        ),
        piece("promesse.pdf", PieceKind.URGENCY, "Promesse d’embauche", date(2026, 10, 20)),
        piece("courriel.eml", PieceKind.EMAIL, "Courriel à la préfecture", date(2026, 10, 26)),
        piece(
            "depot.pdf", PieceKind.LRAR_DEPOSIT, "Preuve de dépôt de la lettre", date(2026, 11, 2)
        ),
        piece("avis.pdf", PieceKind.LRAR_RECEIPT, "Avis de réception signé", date(2026, 11, 5)),
    )


def make_dossier(**overrides: Any) -> Dossier:
    """Mme Aminata Exemple's renewal, an exercise unless told otherwise."""
    facts: dict[str, Any] = {
        "schema_version": 1,
        "id": UUID("00000000-0000-4000-8000-000000000001"),
        "exercise": True,
        "city": "Exempleville",
        "acts_on": TODAY,
        "person": make_person(),
        "prefecture": Prefecture(
            departement="00",
            title=PrefectTitle.PREFETE,
            address=("Préfecture du Val-d’Exemple", "1 place de l’Essai", "00100 Exempleville"),
            email="etrangers@val-d-exemple.exercice.test",
        ),
        "request": make_request(),
        "urgency": (
            Circumstance(
                text="Une promesse d’embauche me demande de commencer le 1er décembre 2026",
                pieces=("promesse.pdf",),
            ),
        ),
        "contacts": (
            Contact(kind=ContactKind.EMAIL, on=date(2026, 10, 26), pieces=("courriel.eml",)),
            Contact(kind=ContactKind.LRAR, on=date(2026, 11, 2), pieces=("depot.pdf", "avis.pdf")),
        ),
        "pieces": make_pieces(),
        "relief": Relief(delay_days=15, latest_date=date(2026, 12, 31), daily_penalty_euros=100),
    }
    return Dossier(**{**facts, **overrides})


def make_real(**overrides: Any) -> Dossier:
    """The same file as if it were real: a département that exists."""
    facts: dict[str, Any] = {
        "exercise": False,
        "city": "Cergy",
        "person": make_person(address=("12 rue des Essais", "95000 Cergy")),
        "prefecture": Prefecture(
            departement="95",
            title=PrefectTitle.PREFET,
            address=("Préfecture du Val-d’Oise", "5 rue de l’Essai", "95000 Cergy"),
        ),
    }
    return make_dossier(**{**facts, **overrides})


def make_capture(
    when: datetime | date | None,
    result: Result = Result.REFUSAL,
    *,
    name: str = "",
    **reading: Any,
) -> Capture:
    """A capture: `when` with a time, a day alone (no clock shown), or nothing (no date shown)."""
    stem = name or f"{when:%Y-%m-%d-%H%M}-{result.value}.png" if when else name or "sans-date.png"
    digest = hashlib.sha256(f"{stem}{result}".encode()).hexdigest()
    at = f"{when:%H:%M}" if isinstance(when, datetime) else None
    facts: dict[str, Any] = {
        "file": stem,
        "sha256": digest,
        "width": 1366,
        "height": 768,
        "result": result,
        "url": URL,
        "host": "val-d-exemple.exercice.test",
        "date": f"{when:%Y-%m-%d}" if when else None,
        "time": at,
        "zone": "Europe/Paris",
        "zone_source": Source.DEFAULT,
        "wording": "ez_plus_de_plage" if result is Result.REFUSAL else None,
        "exercise": True,
    }
    return Capture(
        path=f"captures/{stem}",
        sha256=digest,
        size=200_000,
        reading=Reading(**{**facts, **reading}),
    )


def make_attempts(count: int = 24, *, start: datetime | None = None) -> tuple[Capture, ...]:
    """Refusals spread over five weeks, at varied hours."""
    first = start or datetime.fromisoformat("2026-10-12T08:14")
    step = timedelta(days=34) / max(count - 1, 1)
    moments = (
        first + timedelta(days=(step * n).days, hours=n * 5 % 14, minutes=n * 7 % 40)
        for n in range(count)
    )
    return tuple(
        make_capture(moment, name=f"refus-{n:02d}.png") for n, moment in enumerate(moments)
    )


def make_plan(dossier: Dossier, captures: Sequence[Capture]) -> ExhibitPlan:
    """Pieces first, one file each; then the captures in use as one series, one page each."""
    entries = [
        Entry(
            number=n,
            label=piece.label,
            dated=piece.dated,
            source=f"pieces/{piece.file}",
            sha256=hashlib.sha256(piece.file.encode()).hexdigest(),
            file=f"piece-{n:02d}-{piece.kind.value.replace('_', '-')}.pdf",
            first_page=1,
            pages=1,
        )
        for n, piece in enumerate(dossier.pieces, 1)
    ]
    kept = sorted(
        (c for c in captures if not c.set_aside),
        key=lambda c: (c.moment is None, c.shown_on or TODAY, c.path),
    )
    first = len(entries) + 1
    last = first + len(kept) - 1
    for page, capture in enumerate(kept, 1):
        on = f" du {capture.shown_on:%d/%m/%Y}" if capture.shown_on else ""
        entries.append(
            Entry(
                number=len(entries) + 1,
                label=f"Capture d’écran{on}",
                dated=capture.shown_on,
                source=capture.path,
                sha256=capture.sha256,
                file=f"pieces-{first:02d}-a-{last:02d}-captures.pdf",
                first_page=page,
                pages=1,
                in_series=True,
            )
        )
    return ExhibitPlan(entries=tuple(entries))


def make_details(**overrides: Any) -> Details:
    """All that any act may need, for Mme Exemple's file."""
    late = Circumstance(text="Mon embauche est prévue avant", pieces=("promesse.pdf",))
    facts: dict[str, Any] = {
        "visit": Visit(),
        "witness": Witness(),
        "offer": Offer(
            on=date(2027, 5, 14),
            received_on=date(2026, 11, 20),
            by="par courriel",
            too_late=(late,),
        ),
        "filing": Filing(number="2604123", on=date(2026, 11, 3), last_exhibit=20),
        "order": Order(
            number="2604123",
            on=date(2026, 10, 30),
            received_on=date(2026, 10, 31),
            ordered="communiquer une date de rendez-vous dans un délai de quinze jours",
            due_on=date(2026, 11, 16),
            pieces=("ordonnance.pdf",),
        ),
        "replies": (
            Reply(
                point="les tentatives ne duraient qu’une semaine",
                answer="Elles durent maintenant plus d’un mois",
                pieces=("courriel.eml",),
            ),
        ),
        "hearing": Hearing(on=date(2026, 12, 2), at=time(10, 30), place="8 rue du Tribunal"),
        "appointment": Appointment(
            on=TODAY,
            at=time(9, 15),
            place="Préfecture du Val-d’Exemple, guichet 4",
            lost=Lost.TURNED_AWAY,
            told="Votre rendez-vous n’est pas dans notre liste.",
        ),
        "association": Association(
            name="Association Les Guichets ouverts",
            address=("3 rue des Lilas", "00100 Exempleville"),
            purpose="défendre l’accès des personnes étrangères à leurs droits",
            signatory="Camille Modèle",
            capacity="présidente",
            enclosures=("Statuts", "Délibération qui autorise à agir"),
        ),
        "legal_aid": None,
    }
    return Details(**{**facts, **overrides})


def make_anef(**overrides: Any) -> Dossier:
    """The same file, when the only door is the téléservice and help was asked for."""
    help_asked = Piece(
        file="aide.pdf",
        kind=PieceKind.OTHER,
        label="Réponse du centre de contact",
        dated=date(2026, 11, 10),
    )
    facts: dict[str, Any] = {
        "request": make_request(door=Door.ANEF),
        "pieces": (*make_pieces(), help_asked),
        "contacts": (
            *make_dossier().contacts,
            Contact(kind=ContactKind.CONTACT_CENTRE, on=date(2026, 11, 10), pieces=("aide.pdf",)),
        ),
    }
    return make_dossier(**{**facts, **overrides})


def make_brief(dossier: Dossier | None = None, captures: Sequence[Capture] | None = None) -> Brief:
    """A dossier with its captures (24 attempts unless told otherwise) and its exhibit plan."""
    facts = dossier or make_dossier()
    used = tuple(make_attempts() if captures is None else captures)
    return Brief(dossier=facts, captures=used, plan=make_plan(facts, used), today=TODAY)


def with_order(dossier: Dossier) -> Dossier:
    """A dossier whose last piece is the order that `make_details` speaks of."""
    order = Piece(
        file="ordonnance.pdf",
        kind=PieceKind.OTHER,
        label="Ordonnance du juge des référés",
        dated=date(2026, 10, 30),
    )
    return dossier.model_copy(update={"pieces": (*dossier.pieces, order)})


def brief_for(act: Act) -> Brief:
    """A brief for which an act can be made: the ANEF acts need that door."""
    anef = {Act.CENTRE_DE_CONTACT, Act.POINT_NUMERIQUE}
    return make_brief(with_order(make_anef() if act in anef else make_dossier()))
