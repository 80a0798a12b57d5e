"""What the judge is asked to order: nothing that he cannot give, nothing without its reason."""

from __future__ import annotations

from collections.abc import Iterator

from ._brief import Brief
from ._details import Details
from ._findings import Finding
from ._grammar import counted, day, grouped
from ._request import limit_of_age


def relief(brief: Brief) -> Iterator[Finding]:
    """Nothing is asked that the référé cannot give, and nothing without its reason."""
    asked = brief.dossier.relief
    if asked.latest_date is not None and asked.latest_date <= brief.acts_on:
        told = "la date limite de rendez-vous doit être à venir (« rendez_vous_avant_le »)"
        yield Finding("date_limite", told, ("ce-435594",))
    elif asked.latest_date and (asked.latest_date - brief.acts_on).days <= asked.delay_days:
        yield Finding(
            "delai_trop_long",
            f"le délai demandé ({counted(asked.delay_days, 'jour', 'jours')}) finirait après la "
            "date limite du rendez-vous : raccourcissez-le ou repoussez-la",
            ("ce-435594",),
        )
    if asked.costs_euros and not asked.costs_pieces:
        told = (
            f"il manque les justificatifs des {grouped(asked.costs_euros)} € de frais demandés "
            "(« frais_pieces », article L. 761-1 du CJA)"
        )
        yield Finding("frais", told, ("cja-l761-1",))
    yield from _age(brief)


def _age(brief: Brief) -> Iterator[Finding]:
    """A young adult's own time limit (R. 431-5, 2° and 3° CESEDA) says by when to be received."""
    limit, asked = limit_of_age(brief), brief.dossier.relief.latest_date
    if limit is None or (asked is not None and asked <= limit):
        return
    yield Finding(
        "limite_d_age",
        f"votre demande doit être présentée au plus tard le {day(limit)} : demandez un "
        "rendez-vous avant ce jour (« rendez_vous_avant_le »)",
        ("ceseda-r431-5", "ce-435594"),
        blocking=False,
    )


def stronger(brief: Brief, details: Details) -> Iterator[Finding]:
    """After an order with a penalty, the penalty asked for must be a higher one (L. 521-4 CJA)."""
    order, asked = details.order, brief.dossier.relief.daily_penalty_euros
    if order and order.daily_penalty_euros and 0 < asked <= order.daily_penalty_euros:
        yield Finding(
            "astreinte_trop_faible",
            f"l’ordonnance prévoyait déjà {grouped(order.daily_penalty_euros)} € par jour, et vous "
            f"demandez {grouped(asked)} € : demandez une somme plus forte (« astreinte_euros »)",
            ("cja-l521-4", "cja-l911-3"),
            to_do="Augmentez la somme par jour de retard, dans ce que vous demandez au juge.",
        )
