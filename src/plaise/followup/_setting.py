"""What the dates of a case depend on besides its events."""

from __future__ import annotations

from typing import Self

from plaise.dossier import Demarche, Door, Dossier, Value
from plaise.law import Deadline, Residence, Zone, load_law

from ._events import DeadlineSet
from ._machine import Followup


class Setting(Value):
    """What the dates depend on besides the events: the place, and what is asked for."""

    departement: str | None = None
    residence: Residence = Residence.METROPOLE
    zone: str = "Europe/Paris"
    demarche: Demarche | None = None
    door: Door | None = None

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """The setting of a dossier.

        Raises:
            PlaiseError: its département does not exist.
        """
        court = load_law().court_for(dossier.prefecture.departement)
        far = court.zone in {Zone.DROM, Zone.COM}
        return cls(
            departement=court.departement,
            residence=Residence.OVERSEAS if far else Residence.METROPOLE,
            zone=dossier.zone,
            demarche=dossier.request.demarche,
            door=dossier.request.door,
        )


def by_hand(one: Deadline, followup: Followup) -> Deadline:
    """The deadline with the date that was set by hand, if one was; the last one counts."""
    for change in followup.events:
        if (
            isinstance(change, DeadlineSet)
            and change.rule == one.rule
            and change.about in {"", one.about}
        ):
            one = one.corrected(change.day, change.reason)
    return one
