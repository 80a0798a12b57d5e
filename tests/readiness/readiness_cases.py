"""Dossiers and captures built from plain facts, for the tests of readiness."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from plaise.dossier import Capture, Dossier, Reading, Result, Source

TODAY = date(2026, 11, 23)


def at(text: str) -> datetime:
    """A moment as a screen displays it, without a zone."""
    return datetime.fromisoformat(text)


def capture(
    moment: datetime | None,
    *,
    result: Result = Result.REFUSAL,
    name: str = "",
    missing: tuple[str, ...] = (),
    set_aside: str = "",
    **reading: Any,
) -> Capture:
    """A capture that shows this moment; `reading` overrides what was read."""
    name = name or f"{moment.isoformat() if moment else 'sans-date'}-{result.value}.png"
    digest = hashlib.sha256(name.encode()).hexdigest()
    read: dict[str, Any] = {
        "file": name,
        "sha256": digest,
        "result": result,
        "url": "www.val-doise.gouv.fr/booking/create/11343/2",
        "host": "val-doise.gouv.fr",
        "date": moment.date().isoformat() if moment else None,
        "time": moment.strftime("%H:%M") if moment else None,
        "zone": "Europe/Paris",
        "zone_source": Source.DEFAULT,
        "missing": missing,
        **reading,
    }
    return Capture(
        path=f"captures/{name}",
        sha256=digest,
        size=1,
        reading=Reading(**read),
        set_aside=set_aside,
    )


def captures_on(days: Iterable[date], *, hours: tuple[int, ...] = (8, 13, 19, 22)) -> list[Capture]:
    """One complete capture a day, at hours that vary."""
    return [capture(at(f"{day}T{hours[i % len(hours)]:02}:14")) for i, day in enumerate(days)]


EMAIL = {"fichier": "courriel.eml", "nature": "courriel", "libelle": "Courriel à la préfecture"}
CARD = {"fichier": "titre.pdf", "nature": "titre_de_sejour", "libelle": "Titre de séjour expiré"}
DEPOSIT = {"fichier": "depot.pdf", "nature": "preuve_de_depot", "libelle": "Preuve de dépôt"}
RECEIPT = {"fichier": "avis.pdf", "nature": "avis_de_reception", "libelle": "Avis de réception"}
JOB = {"fichier": "promesse.pdf", "nature": "urgence", "libelle": "Promesse d’embauche"}


def dossier(**changes: Any) -> Dossier:
    """A sound renewal in the Val-d’Oise; a change replaces a table, or is merged into one."""
    facts: dict[str, Any] = {
        "schema": 1,
        "id": UUID(int=7),
        "exercice": False,
        "fait_a": "Cergy",
        "personne": {
            "genre": "feminin",
            "nom": "Exemple",
            "prenoms": "Aminata",
            "naissance": date(1991, 3, 14),
            "lieu_naissance": "Kayes (Mali)",
            "nationalite": "malienne",
            "adresse": ("12 rue des Essais", "95000 Cergy"),
            "telephone": "06 00 00 00 00",
            "courriel": "aminata@exemple.test",
        },
        "prefecture": {
            "departement": "95",
            "titre": "préfet",
            "adresse": ("5 avenue Bernard-Hirsch", "95010 Cergy-Pontoise Cedex"),
        },
        "demande": {
            "demarche": "renouvellement",
            "porte": "site_prefecture",
            "titre_demande": "une carte de séjour temporaire",
            "expire_le": date(2026, 11, 2),
            "motifs": "Je vis en France depuis 2017.",
        },
        "pieces": (EMAIL, CARD, DEPOSIT, RECEIPT, JOB),
        "contacts": (
            {"moyen": "courriel", "date": date(2026, 10, 26), "pieces": ("courriel.eml",)},
            {
                "moyen": "lettre_recommandee",
                "date": date(2026, 11, 2),
                "pieces": ("depot.pdf", "avis.pdf"),
            },
        ),
    }
    for key, value in changes.items():
        merged = {**facts.get(key, {}), **value} if isinstance(value, dict) else value
        facts[key] = merged
    return Dossier.model_validate(facts)
