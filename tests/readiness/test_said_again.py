"""Whatever an assessment or a plan says can be split again into sentences that are translated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

from readiness_cases import TODAY, at, capture, captures_on, dossier

from plaise.dossier import Capture, Demarche, Door, Dossier, HardCase, Result
from plaise.readiness import assess, plan
from plaise.web.passage_forms import plain, split_passage

NOW = datetime.combine(TODAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=9)
WEEK = [TODAY - timedelta(days=number) for number in range(3, 40, 5)]
CENTRE = {"moyen": "centre_de_contact", "date": date(2026, 11, 3)}
SITUATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"contacts": (), "pieces": (), "demande": {"expire_le": None, "motifs": ""}},
    {"personne": {"naissance": date(2008, 9, 1), "telephone": "", "nationalite": "algérienne"}},
    {"personne": {"naissance": date(2012, 1, 1), "adresse": ("3 rue A", "69001 Lyon")}},
    {"contacts": (CENTRE, {"moyen": "visite", "date": date(2027, 1, 3)})},
    {
        "contacts": tuple(
            {"moyen": "courriel", "date": date(2026, 11, day), "reponse": "Réessayez."}
            for day in (2, 3, 4, 5)
        ),
        "prefecture": {"departement": "00"},
    },
    {"contacts": ({"moyen": "lettre_recommandee", "date": date(2026, 8, 1)},)},
    {"demande": {"expire_le": date(2026, 3, 1)}},
    {"demande": {"expire_le": date(2027, 9, 1), "date_demandee_le": date(2026, 10, 1)}},
)


def _captures() -> Iterator[list[Capture]]:
    yield []
    yield captures_on(WEEK)
    yield [
        capture(at("2026-11-02T08:14"), result=Result.SLOT_OFFERED, name="un, deux et trois.png"),
        capture(at("2026-11-03T09:00"), result=Result.OUTAGE),
        capture(at("2026-11-04T09:00"), missing=("url",)),
        capture(at("2026-11-04T09:00"), missing=("url",)),
        capture(at("2026-12-24T09:00")),
        capture(None),
        capture(at("2026-11-05T09:00"), exercise=True),
        capture(at("2026-11-06T09:00"), set_aside="laissée de côté à votre demande"),
    ]


def _dossiers() -> Iterator[Dossier]:
    for demarche, door in product(Demarche, Door):
        yield dossier(demande={"demarche": demarche.value, "porte": door.value})
    for changes in SITUATIONS:
        yield dossier(**changes)
    for case, adviser in product(HardCase, ("", "La Permanence")):
        facts: dict[str, Any] = {"situations_difficiles": [case.value]}
        if adviser:
            facts |= {"conseil_consulte": adviser, "conseil_consulte_le": date(2026, 11, 2)}
            facts |= {"notifie_le": date(2026, 10, 2), "enregistree_le": date(2026, 5, 2)}
        yield dossier(demande=facts)


def _told() -> Iterator[str]:
    for one, captures in product(_dossiers(), list(_captures())):
        said = assess(one, captures, today=TODAY)
        coming = plan(one, captures, now=NOW)
        yield from (said.level_reason, said.reminder, said.level_label)
        yield from (*said.blocks, *said.next_steps, *coming.stops, *coming.today)
        for point in said.criteria:
            yield from (point.verdict_label, point.title, point.rule, point.note)
            yield from (point.explanation, point.next_step)
        for item in coming.items:
            yield from (item.title, item.why)
        yield from (own.deadline.label for own in coming.dates)


def test_an_assessment_and_a_plan_say_nothing_that_cannot_be_said_in_another_language():
    unknown = {
        (part.raw, text)
        for text in set(_told())
        for part in split_passage(plain(text))
        if part.form is None
    }
    assert sorted(unknown) == []
