"""What is wrong with an act, said so that it can be put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plaise.dossier import PlaiseError

CHANGE_THE_DATE = (
    "Changez la date des actes (« date_des_actes » dans dossier.toml), ou effacez cette ligne : "
    "ils porteront alors la date du jour."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of an act.

    Attributes:
        code: a stable name, for programs.
        message: what is wrong, in plain French.
        references: the texts that ask for it (ids of the law's references).
        blocking: whether the act is refused; otherwise it is to be checked by someone.
        to_do: what to do now, when it is not to complete the facts.
    """

    code: str
    message: str
    references: tuple[str, ...] = ()
    blocking: bool = True
    to_do: str = ""


class ActError(PlaiseError):
    """An act that would be wrong or incomplete, with every fault at once.

    Attributes:
        findings: the blocking faults.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        own = [finding.to_do for finding in findings if finding.to_do]
        first = "L’acte ne peut pas être rédigé"
        if len(findings) == 1:
            happened = f"{first} : {findings[0].message}"
        else:
            happened = f"{first} :\n" + "\n".join(f"– {one.message}" for one in findings)
        super().__init__(
            happened,
            to_do=" ".join(dict.fromkeys(own))
            or "Complétez ou corrigez dossier.toml, puis relancez la commande.",
        )
