"""The numbers of the exhibits, counted once and kept at hand until something changes."""

from __future__ import annotations

from dataclasses import dataclass

from plaise.dossier import ExhibitDecisions, ExhibitPlan
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.known import known
from plaise.web.wording import without_commands
from plaise.work.exhibits import check_pieces, exhibit_decisions, numbered_of, reasons_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """The exhibits as they are now.

    Attributes:
        plan: their numbers, files and pages.
        decisions: what the person decided of them.
        reasons: why some are left out, by source.
        refused: what the registry would refuse, in French.
        notes: what is only worth knowing, in French.
    """

    plan: ExhibitPlan
    decisions: ExhibitDecisions
    reasons: dict[str, str]
    refused: tuple[str, ...]
    notes: tuple[str, ...]


def numbers_now(dossier: EncryptedDossier) -> Numbered:
    """The exhibits, counted again only when something changed.

    Raises:
        PlaiseError: the facts do not hold, or a file cannot be an exhibit.
    """
    return dossier.kept("exhibits", dossier.stamp(), lambda: _counted(dossier))


def _counted(dossier: EncryptedDossier) -> Numbered:
    facts, journal = dossier.facts(), dossier.journal()
    refused, notes = check_pieces(dossier, facts)
    return Numbered(
        numbered_of(dossier, facts, known(dossier).captures),
        exhibit_decisions(journal),
        reasons_of(journal),
        tuple(without_commands(one) for one in refused),
        tuple(without_commands(one) for one in notes),
    )
