"""Where a dossier stands and what comes next: counted once, kept until something changes.

With a thousand captures counting takes long, and every page of the journey asks.
"""

from __future__ import annotations

from datetime import UTC, datetime

from plaise.readiness import Assessment, Plan, assess, plan
from plaise.store.vault import EncryptedDossier
from plaise.work.seen import today_of

from .captures.known import known

_A_WHILE = 600  # seconds: a plan names hours


def assessment_now(dossier: EncryptedDossier) -> Assessment:
    """Whether the file is strong enough today.

    Raises:
        PlaiseError: the facts do not hold.
    """
    stamp, facts = dossier.stamp(), dossier.facts()
    today = facts.acts_on or today_of(dossier)
    return dossier.kept(
        "assessment",
        (stamp, today),
        lambda: assess(facts, known(dossier).captures, today=today),
    )


def plan_now(dossier: EncryptedDossier) -> Plan:
    """What to do in the next days.

    Raises:
        PlaiseError: the facts do not hold.
    """
    stamp, facts, now = dossier.stamp(), dossier.facts(), datetime.now(UTC)
    return dossier.kept(
        "plan",
        (stamp, int(now.timestamp()) // _A_WHILE),
        lambda: plan(facts, known(dossier).captures, now=now),
    )
