"""The court that follows from the département of the préfet (R. 221-3, R. 312-1 CJA)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable

from pydantic import Field, ValidationError

from plaise.dossier import PlaiseError, PrefectTitle
from plaise.dossier._base import Value

from ._files import LawError, faults, read_as, read_rows

EXERCISE_DEPARTEMENT = "00"
_POLICE = "préfet de police"
_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")


class Zone(StrEnum):
    """Where a département lies; collectivities have residence rules of their own."""

    METROPOLE = "metropole"
    DROM = "drom"
    COM = "com"
    EXERCICE = "exercice"


class Court(Value):
    """A département, its préfet and its administrative court.

    `of_departement` is the name as it follows a noun (« du Val-d’Oise », « de l’Essonne »).
    `in_scope` is false where the acts of Plaise do not apply (overseas collectivities).
    """

    departement: str = Field(pattern=r"^(\d{2}|2A|2B|9[78]\d)$")
    departement_name: str = Field(min_length=1)
    of_departement: str = Field(pattern=r"^(d’|de |du |des )")
    chief_town: str
    tribunal: str = Field(pattern=r"^tribunal administratif ")
    seat: str = Field(min_length=1)
    authority: str = Field(min_length=1)
    zone: Zone
    in_scope: bool
    note: str = ""

    @property
    def is_police(self) -> bool:
        """Whether the authority is the préfet de police (Paris, R. 431-20 CESEDA)."""
        return self.authority == _POLICE

    @property
    def prefecture(self) -> str:
        """« préfecture du Val-d’Oise », « préfecture de police »."""
        if self.is_police:
            return "préfecture de police"
        return f"préfecture {self.of_departement}"

    def prefect(self, title: PrefectTitle = PrefectTitle.PREFET) -> str:
        """« préfète de la Seine-Saint-Denis », « préfet de police »; other authorities as named."""
        if self.is_police:
            return f"{title.value} de police"
        if self.authority != "préfet":
            return self.authority
        return f"{title.value} {self.of_departement}"


class CourtsSource(Value):
    """Where the table of courts comes from."""

    title: str
    source: str
    address: str
    dated: date
    checked_on: date
    confidence: str
    note: str = ""


def load_courts(folder: Traversable) -> tuple[dict[str, Court], CourtsSource]:
    """Read `courts.csv` and `courts.yaml`.

    Raises:
        LawError: a row is malformed, or a département stands twice.
    """
    courts: dict[str, Court] = {}
    for number, row in enumerate(read_rows(folder, "courts.csv"), start=2):
        raw: dict[str, object] = {**row, "in_scope": row.get("in_scope") == "oui"}
        if row.get("in_scope") not in {"oui", "non"}:
            raise LawError("courts.csv", f"ligne {number} : « in_scope » vaut oui ou non")
        try:
            court = Court.model_validate(raw)
        except ValidationError as error:
            raise LawError("courts.csv", f"ligne {number} : {faults(error)}") from error
        if court.departement in courts:
            raise LawError("courts.csv", f"ligne {number} : « {court.departement} » deux fois")
        courts[court.departement] = court
    return courts, read_as(CourtsSource, folder, "courts.yaml")


def find_court(courts: Mapping[str, Court], departement: str) -> Court:
    """The court of a département, its code as people write it (« 95 », « 2a », « 1 »).

    Raises:
        PlaiseError: no such département, or « 20 », which is two départements.
    """
    code = departement.strip().upper()
    code = code.zfill(2) if code.isdigit() else code
    if code in courts:
        return courts[code]
    happened = f"Le département « {departement} » n’est pas connu."
    if code == "20":
        happened = "Le département « 20 » n’existe plus : la Corse en compte deux."
    raise PlaiseError(
        happened,
        to_do=(
            "Dans dossier.toml, à [prefecture], écrivez le numéro du département entre "
            "guillemets : par exemple « 95 », « 2A » (Corse-du-Sud), « 2B » (Haute-Corse), « 974 »."
        ),
    )


def departement_of(address: tuple[str, ...] | str) -> str | None:
    """The département that the postcode of an address points to, or None when none is shown.

    A clue, not a proof: a few communes have a postcode of the next département.
    """
    text = address if isinstance(address, str) else "\n".join(address)
    codes: list[str] = _POSTCODE.findall(text)
    if not codes:
        return None
    code = codes[-1]
    if code.startswith(("97", "98")):
        return code[:3]
    if code.startswith("20"):
        return "2A" if code[:3] in {"200", "201"} else "2B"
    return code[:2]


def exercise_only(court: Court) -> bool:
    """Whether the département was invented for exercises, and is refused in a real dossier."""
    return court.zone is Zone.EXERCICE
