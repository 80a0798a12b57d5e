"""How the petition is filed: what the person decides before anything leaves."""

from __future__ import annotations

from pydantic import Field

from ._base import Value


class Deposit(Value):
    """Who opens the Télérecours inbox every day.

    In urgency a message of the court is deemed received as soon as it is there (R. 522-10-1 CJA):
    an inbox that nobody opens loses the case.
    """

    inbox_read_by: str = Field(default="", alias="boite_ouverte_chaque_jour_par")
