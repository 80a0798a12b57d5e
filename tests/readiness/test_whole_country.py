"""Every département has its court, and another residence stops until a jurist looks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from readiness_cases import dossier

from plaise.law import Court, Zone, load_law
from plaise.readiness import Assessment, Verdict, assess

COURTS = sorted(load_law().courts.values(), key=lambda one: one.departement)
TODAY = date(2026, 11, 23)
ADVISED = {"conseil_consulte": "Me Exemple", "conseil_consulte_le": date(2026, 11, 20)}


def postcode(court: Court) -> str:
    corse = {"2A": "20000", "2B": "20200"}
    return corse.get(court.departement, f"{court.departement}000"[:5])


def living_in(court: Court, prefecture: Court | None = None, **facts: Any) -> Assessment:
    changed = dossier(
        exercice=court.zone is Zone.EXERCICE,
        personne={"adresse": ("1 rue X", f"{postcode(court)} Ville")},
        prefecture={"departement": (prefecture or court).departement},
        **facts,
    )
    return assess(changed, [], today=TODAY)


@pytest.mark.parametrize("court", COURTS, ids=lambda one: one.departement)
def test_every_departement_leads_to_its_court(court: Court) -> None:
    found = living_in(court).criterion("tribunal")
    if not court.in_scope:
        assert found.verdict is Verdict.ALERT
        assert "propres règles" in found.explanation
        return
    assert found.verdict is Verdict.OK
    assert found.facts["tribunal"] == court.tribunal
    assert {"cja-r312-1", "cja-r312-8", "cja-r522-8-1", "ceseda-r431-20"} <= {
        one.id for one in found.sources
    }


@pytest.mark.parametrize("court", [one for one in COURTS if one.zone is Zone.METROPOLE][::9])
def test_another_residence_stops_until_an_adviser_was_seen(court: Court) -> None:
    elsewhere = next(one for one in COURTS if one.departement == "59")
    if court is elsewhere:
        return
    stopped = living_in(elsewhere, court)
    assert stopped.criterion("tribunal").verdict is Verdict.ALERT
    assert any("ne la transmet pas" in one for one in stopped.blocks)
    assert not living_in(elsewhere, court, demande=ADVISED).blocks


def test_addresses_are_suggestions_until_the_person_confirms_them() -> None:
    found = assess(dossier(), [], today=TODAY).criterion("adresses")
    assert found.verdict is Verdict.STRENGTHEN
    assert "2019" in found.explanation
    assert "à vérifier" in found.explanation
    checked = {"adresse_verifiee_le": date(2026, 11, 1)}
    confirmed = assess(dossier(prefecture=checked), [], today=TODAY).criterion("adresses")
    assert confirmed.verdict is Verdict.OK
    long_ago = {"adresse_verifiee_le": date(2024, 11, 1)}
    again = assess(dossier(prefecture=long_ago), [], today=TODAY).criterion("adresses")
    assert again.verdict is Verdict.STRENGTHEN


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {
                "pieces": (
                    {
                        "fichier": "courriel.eml",
                        "nature": "courriel",
                        "libelle": "Courriel",
                        "date": date(2026, 10, 27),
                    },
                ),
                "contacts": (
                    {"moyen": "courriel", "date": date(2026, 10, 26), "pieces": ("courriel.eml",)},
                ),
            },
            "27 octobre",
        ),
        (
            {
                "pieces": (
                    {
                        "fichier": "avis.pdf",
                        "nature": "avis_de_reception",
                        "libelle": "Avis",
                        "date": date(2026, 10, 20),
                    },
                ),
                "contacts": (
                    {
                        "moyen": "lettre_recommandee",
                        "date": date(2026, 10, 26),
                        "pieces": ("avis.pdf",),
                    },
                ),
            },
            "antérieur",
        ),
        ({"demande": {"notifie_le": date(2027, 1, 1)}}, "notifie_le"),
    ],
)
def test_dates_that_disagree_are_told(changes: dict[str, Any], said: str) -> None:
    found = assess(dossier(**changes), [], today=TODAY).criterion("dates")
    assert found.verdict in {Verdict.STRENGTHEN, Verdict.ALERT}
    assert said in found.explanation.replace("\u00a0", " ")


def test_a_minor_acts_through_the_holder_of_parental_authority() -> None:
    child = {"naissance": date(2012, 5, 1)}
    alone = assess(dossier(personne=child), [], today=TODAY)
    assert any("autorité parentale" in one for one in alone.blocks)
    parent = {"nom": "Exemple", "prenoms": "Awa", "qualite": "titulaire de l’autorité parentale"}
    with_parent = assess(dossier(personne=child, representant=parent), [], today=TODAY)
    assert not with_parent.blocks
    assert "Awa EXEMPLE" in with_parent.criterion("situations_difficiles").explanation


@pytest.mark.parametrize("case", ["oqtf", "irtf", "refus_anterieur", "asile", "mineur_isole"])
def test_a_hard_case_asks_the_date_says_the_limit_runs_and_names_people(case: str) -> None:
    found = assess(dossier(demande={"situations_difficiles": (case,)}), [], today=TODAY)
    said = " ".join(found.blocks)
    assert "?" in said
    assert "ne l’arrête pas" in said
    assert any("3039" in one for one in found.calls)
    dated = {"situations_difficiles": (case,), "notifie_le": date(2026, 11, 16)}
    again = assess(dossier(demande=dated), [], today=TODAY)
    assert "16 novembre 2026" in " ".join(again.blocks).replace("\u00a0", " ")


def test_a_rule_of_an_association_shows_who_laid_it(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "semaines.yaml").write_text(
        "id: semaines\noverlay: {by: La Permanence, since: 2026-09-01, reason: Usage du tribunal.,"
        ' departements: ["95"]}\nthresholds: {strong_span_days: 42}\n',
        "utf-8",
    )
    monkeypatch.setenv("PLAISE_LAW", str(tmp_path))
    assert "La Permanence" in assess(dossier(), [], today=TODAY).criterion("semaines").laid
    elsewhere = dossier(
        personne={"adresse": ("1 rue X", "93000 Bobigny")}, prefecture={"departement": "93"}
    )
    assert assess(elsewhere, [], today=TODAY).criterion("semaines").laid == ""
