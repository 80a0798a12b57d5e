"""The hour that clocks show where a préfecture is, and what it is from UTC.

Source: IANA time zone database (zone1970.tab and backward), 2026; departments and collectivities
by their INSEE codes. French Polynesia has three zones: Tahiti's, where the services are, is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

METROPOLE = "Europe/Paris"
_OVERSEAS = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "984": "Indian/Kerguelen",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


def zone_of_departement(code: str) -> str:
    """The IANA zone of a département or collectivity; Paris for every other code."""
    return _OVERSEAS.get(code, METROPOLE)


def zone_of_facts(raw: Mapping[str, Any]) -> str:
    """The zone of facts as typed, whole or not: the one they say, else that of the préfecture."""
    said = raw.get("fuseau")
    if isinstance(said, str) and said:
        return said
    prefecture = raw.get("prefecture")
    code = (
        prefecture.get("departement")
        if isinstance(prefecture, Mapping)
        else getattr(prefecture, "departement", None)
    )
    return zone_of_departement(str(code))


def offset_of(zone: str, day: str | None, at: str | None) -> str | None:
    """What a zone was from UTC at a displayed day and time (« +02:00 »); None without a day.

    Within the hour that comes twice in autumn, the first one is told.
    """
    if not day:
        return None
    try:
        moment = datetime.fromisoformat(f"{day}T{at or '12:00'}").replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None
    return moment.isoformat()[-6:]
