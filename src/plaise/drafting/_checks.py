"""What blocks an act: in a référé, a defect of form is not repaired afterwards (R. 522-2 CJA)."""

from __future__ import annotations

from collections.abc import Iterator

from . import _facts, _petition, _relief
from ._acts import PETITIONS, SHEETS
from ._brief import Act, Brief
from ._cited import still_valid
from ._details import Details
from ._findings import ActError, Finding
from ._scope import out_of_scope

# Made to be read by the person, or filled by hand: they claim nothing before a judge.
_OWN = frozenset({Act.ATTESTATION, Act.RELEVE_GUICHET, Act.AIDE_JURIDICTIONNELLE})
# What Plaise proposes by itself with a package; the others answer an event.
_WITH_A_PACKAGE = (
    Act.COURRIEL,
    Act.RELANCE,
    Act.LETTRE,
    Act.CENTRE_DE_CONTACT,
    Act.POINT_NUMERIQUE,
    Act.DEFENSEUR,
    Act.AIDE_JURIDICTIONNELLE,
    Act.REQUETE,
    Act.ABSENCE_DE_DECISION,
    Act.INVENTAIRE,
    Act.FICHE_DE_DEPOT,
)


def check_act(act: Act, brief: Brief, details: Details | None = None) -> tuple[Finding, ...]:
    """Every fault of an act before it is written, all at once.

    A dossier that Plaise writes no act for gives that single finding, with where to go.

    Args:
        act: which act.
        brief: facts, captures, exhibit numbers and day.
        details: what only this act needs.

    Returns:
        The faults; those not `blocking` are to be checked by someone, and stop nothing.
    """
    refused = out_of_scope(act, brief)
    if refused is not None:
        return (refused,)
    given = details or Details()
    return tuple(dict.fromkeys(_faults(act, brief, given)))


def _faults(act: Act, brief: Brief, details: Details) -> Iterator[Finding]:
    sheet = SHEETS[act]
    yield from _facts.parties(brief)
    yield from _petition.needed(act, details, sheet.needs)
    yield from _facts.agreement(brief)
    if act not in _OWN:
        yield from _facts.dates(brief, details, sheet.tells)
        yield from _facts.exhibits(brief, details.cited(sheet.needs))
    if sheet.court:
        yield from _facts.court(brief)
        yield from _petition.not_too_soon(act, brief, details)
    if act in PETITIONS:
        yield from _petition.petition(brief)
    elif sheet.court:
        yield from _petition.reachable(brief)
        yield from _relief.relief(brief)
    if act is Act.REQUETE_L521_4:
        yield from _relief.stronger(brief, details)
    if act is Act.RELANCE:
        yield from _petition.follow_up(brief)
    yield from still_valid(act, brief)


def check(act: Act, brief: Brief, details: Details | None = None) -> None:
    """Refuse to draft an act that would be wrong or incomplete.

    Raises:
        ActError: every blocking fault found, and what to do.
    """
    blocking = [finding for finding in check_act(act, brief, details) if finding.blocking]
    if blocking:
        raise ActError(blocking)


def applicable_acts(brief: Brief, details: Details | None = None) -> tuple[Act, ...]:
    """The acts that a package of this dossier holds now, in the order in which they serve.

    The follow-up takes the place of the first e-mail once a message was sent; forms for a visit
    are never proposed here, since no visit is required of anyone.

    Args:
        brief: facts, captures, exhibit numbers and day.
        details: those with which the acts are drafted.
    """
    wanted = [act for act in _WITH_A_PACKAGE if not _blocked(act, brief, details)]
    if Act.RELANCE in wanted and Act.COURRIEL in wanted:
        wanted.remove(Act.COURRIEL)
    return tuple(wanted)


def _blocked(act: Act, brief: Brief, details: Details | None) -> bool:
    return any(finding.blocking for finding in check_act(act, brief, details))
