"""Given the facts of a decision, the assessment contradicts nothing and names the decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from readiness_cases import at, capture, captures_on, dossier

from plaise.dossier import Capture, Result
from plaise.readiness import Assessment, Level, assess, text

EMAIL = {"moyen": "courriel", "pieces": ("courriel.eml",)}
LETTER = {"moyen": "lettre_recommandee", "pieces": ("depot.pdf",)}
CENTRE = {"moyen": "centre_de_contact", "pieces": ("courriel.eml",)}
ADVISED = {"conseil_consulte": "Me Exemple"}
JOB = {"texte": "Un emploi m’attend.", "pieces": ("promesse.pdf",)}
ANEF = "administration-etrangers-en-france.interieur.gouv.fr"


def judged(
    captures: Sequence[Capture],
    today: date,
    *,
    contacts: Iterable[tuple[dict[str, Any], date]] = (),
    **changes: Any,
) -> Assessment:
    sent = tuple({**kind, "date": on} for kind, on in contacts)
    return assess(dossier(contacts=sent, **changes), captures, today=today)


def every(start: date, days: int, step: int, **more: Any) -> list[Capture]:
    found = [start + timedelta(days=number) for number in range(0, days, step)]
    if not more:
        return captures_on(found)
    return [capture(at(f"{day}T{8 + i % 12:02}:14"), **more) for i, day in enumerate(found)]


def cites(assessment: Assessment, decision: str, *criteria: str) -> bool:
    shown = [assessment.criterion(name) for name in criteria] or assessment.criteria
    return any(source.id == decision for one in shown for source in one.sources)


def test_ce_435594_four_captures_in_five_days_over_two_weeks_lost() -> None:
    days = [date(2019, 9, 13), date(2019, 9, 16), date(2019, 9, 17), date(2019, 9, 18)]
    result = judged(
        captures_on(days),
        date(2019, 9, 20),
        contacts=[(EMAIL, days[2]), (LETTER, days[3])],
        demande={"expire_le": date(2019, 8, 30)},
    )
    assert result.level is Level.NOT_YET
    assert result.criterion("semaines").facts["semaines_iso"] == 2
    assert cites(result, "ce-435594", "semaines", "tentatives")


@pytest.mark.parametrize("decision", ["ta-cergy-2010725", "ta-paris-2016798"])
def test_november_2020_three_weeks_and_an_email_won(decision: str) -> None:
    result = judged(
        every(date(2020, 10, 5), 22, 3),
        date(2020, 10, 28),
        contacts=[(EMAIL, date(2020, 10, 20))],
        demande={"expire_le": date(2020, 10, 1)},
    )
    assert result.level is Level.GATHERED
    assert cites(result, decision, "semaines")


def test_ce_448178_anonymous_captures_are_valid_and_an_old_oqtf_is_no_bar() -> None:
    result = judged(
        every(date(2020, 6, 15), 120, 2),
        date(2020, 10, 20),
        contacts=[(EMAIL, date(2020, 9, 1))],
        demande={
            "demarche": "premiere_carte",
            "expire_le": None,
            "situations_difficiles": ("oqtf",),
            "conseil_consulte_le": date(2020, 10, 1),
            **ADVISED,
        },
        urgence=(JOB,),
    )
    assert result.may_draft
    assert result.level is Level.GATHERED
    assert "nom" not in " ".join(map(str, result.criterion("captures_completes").facts))
    assert cites(result, "ce-448178", "captures_completes")
    assert cites(result, "ce-448178", "situations_difficiles")
    assert "n’interdit pas" in result.criterion("situations_difficiles").explanation


def test_ce_455740_a_category_that_cannot_be_chosen_is_the_impossibility() -> None:
    result = judged(
        every(date(2021, 3, 1), 40, 5, result=Result.BLOCKED_FORM),
        date(2021, 4, 12),
        contacts=[(EMAIL, date(2021, 3, 20))],
        demande={"porte": "demarche_numerique", "expire_le": date(2021, 3, 1)},
    )
    assert result.may_draft
    assert result.level is Level.GATHERED
    assert result.criterion("tentatives").facts["formulaires_bloques"] == 8
    assert cites(result, "ce-455740", "porte")
    assert cites(result, "ce-455740", "pannes")


def test_ce_453391_a_renewal_is_urgent_in_principle_and_an_unexecuted_oqtf_is_not() -> None:
    shown = every(date(2022, 4, 1), 40, 4)
    renewal = judged(shown, date(2022, 5, 20), demande={"expire_le": date(2022, 5, 1)})
    assert renewal.criterion("urgence").facts["presumee"] is True
    ordered = judged(
        shown,
        date(2022, 5, 20),
        demande={
            "expire_le": date(2022, 5, 1),
            "situations_difficiles": ("oqtf", "refus_anterieur"),
            "conseil_consulte_le": date(2022, 5, 2),
            **ADVISED,
        },
    )
    assert ordered.criterion("urgence").facts["presumee"] is False
    assert ordered.level is not Level.GATHERED
    first = judged(
        shown, date(2022, 5, 20), demande={"demarche": "premiere_carte", "expire_le": None}
    )
    assert first.level is not Level.GATHERED
    assert all(cites(one, "ce-453391", "urgence") for one in (renewal, ordered, first))


def test_ce_436288_a_date_too_far_away_is_answered_by_asking_for_an_earlier_one() -> None:
    slot = capture(at("2026-11-11T15:22"), result=Result.SLOT_OFFERED, name="creneau.png")
    result = judged(
        [*every(date(2026, 10, 12), 35, 2), slot],
        date(2026, 11, 23),
        contacts=[(EMAIL, date(2026, 10, 26))],
        explications=({"capture": "creneau.png", "texte": "La date était en mai."},),
    )
    assert result.may_draft
    assert "date plus proche" in result.criterion("creneau_propose").explanation
    assert cites(result, "ce-436288", "creneau_propose")


@pytest.mark.parametrize("decision", ["ce-461694", "ce-452798", "arrete-2023-08-01"])
def test_the_teleservice_is_lawful_only_with_help_and_substitution(decision: str) -> None:
    result = judged(
        every(date(2026, 10, 12), 35, 3, result=Result.OUTAGE, host=ANEF),
        date(2026, 11, 23),
        contacts=[(EMAIL, date(2026, 10, 26)), (CENTRE, date(2026, 10, 27))],
        demande={"porte": "anef", "expire_le": date(2026, 12, 20)},
    )
    assert cites(result, decision, "porte")
    assert cites(result, "ceseda-r431-2", "porte")


def test_anef_2025_an_error_message_and_a_silent_prefet_can_win() -> None:
    failed = every(date(2025, 6, 1), 45, 4, result=Result.OUTAGE, host=ANEF)
    alone = judged(
        failed,
        date(2025, 7, 20),
        contacts=[(EMAIL, date(2025, 6, 20))],
        demande={"porte": "anef", "expire_le": date(2025, 8, 20)},
    )
    helped = judged(
        failed,
        date(2025, 7, 20),
        contacts=[(EMAIL, date(2025, 6, 20)), (CENTRE, date(2025, 6, 21))],
        demande={"porte": "anef", "expire_le": date(2025, 8, 20)},
    )
    assert alone.may_draft
    assert alone.level is Level.MINIMUM
    assert helped.level is Level.GATHERED
    assert helped.criterion("pannes").facts["erreurs_du_teleservice"] == len(failed)
    assert cites(helped, "ordonnance-anef-2025", "diligences")


@pytest.mark.parametrize(
    ("asked", "today", "decision"),
    [
        (date(2021, 11, 17), date(2022, 12, 20), "ta-versailles-2023-01-04"),
        (date(2022, 11, 25), date(2023, 6, 10), "ta-cergy-2023-06-27"),
    ],
)
def test_a_form_left_without_an_answer_for_months_can_win_without_a_capture(
    asked: date, today: date, decision: str
) -> None:
    result = judged(
        [],
        today,
        contacts=[(EMAIL, asked + timedelta(days=90)), (LETTER, asked + timedelta(days=120))],
        demande={
            "demarche": "premiere_carte",
            "porte": "demarche_numerique",
            "date_demandee_le": asked,
            "expire_le": None,
        },
    )
    assert result.may_draft
    assert result.level is Level.MINIMUM, "a first request without a proved circumstance"
    assert cites(result, decision, "semaines")
    assert cites(result, decision, "porte")


@pytest.mark.parametrize("decision", ["ta-lyon-2411057", "ce-499904"])
def test_four_months_after_a_registered_request_the_route_is_another(decision: str) -> None:
    result = judged(
        every(date(2024, 8, 1), 60, 3),
        date(2024, 11, 10),
        demande={
            "expire_le": date(2024, 6, 1),
            "situations_difficiles": ("demande_enregistree",),
            "enregistree_le": date(2024, 5, 2),
            "conseil_consulte_le": date(2024, 11, 1),
            **ADVISED,
        },
    )
    assert not result.may_draft
    assert result.criterion("situations_difficiles").facts["refus_ne_du_silence_le"] == "2024-09-02"
    assert "L. 521-1" in result.blocks[0].replace("\u00a0", " ")
    assert "récépissé" in result.blocks[0]
    assert cites(result, decision, "situations_difficiles")


@pytest.mark.parametrize(
    ("limit", "day"),
    [("quatre_mois", "2026-05-31"), ("90_jours", "2026-05-01"), ("60_jours", "2026-04-01")],
)
def test_the_silence_of_r432_2_is_four_months_or_90_or_60_days(limit: str, day: str) -> None:
    result = judged(
        [],
        date(2026, 3, 1),
        demande={
            "situations_difficiles": ("demande_enregistree",),
            "enregistree_le": date(2026, 1, 31),
            "delai_de_reponse": limit,
        },
    )
    assert result.criterion("situations_difficiles").facts["refus_ne_du_silence_le"] == day


def test_a_written_refusal_is_another_route_and_keep_trying_is_not_a_refusal() -> None:
    refused = judged(
        [], date(2026, 11, 23), demande={"situations_difficiles": ("rendez_vous_refuse_par_ecrit",)}
    )
    assert not refused.may_draft
    assert cites(refused, "ta-lyon-2024-04-15", "situations_difficiles")
    invited = judged(
        every(date(2026, 10, 12), 35, 2),
        date(2026, 11, 23),
        contacts=[({**EMAIL, "reponse": "Réessayez plus tard."}, date(2026, 10, 26))],
    )
    assert invited.may_draft
    assert "n’est pas un refus" in invited.criterion("contacts").explanation
    assert cites(invited, "ta-lyon-2500808", "contacts")


def test_ta_cergy_2400779_no_proof_of_failed_attempts_is_never_ready() -> None:
    assert judged([], date(2024, 1, 10), urgence=(JOB,)).level is Level.NOT_YET


def test_the_fines_are_said_with_their_decision() -> None:
    assert cites(judged([], date(2026, 11, 23)), "ce-451270", "amende")


def test_an_appointment_after_nineteen_is_a_circumstance_that_the_plan_dates() -> None:
    result = judged(
        every(date(2023, 10, 1), 40, 3),
        date(2023, 11, 20),
        contacts=[(EMAIL, date(2023, 10, 20))],
        personne={"naissance": date(2005, 1, 10)},
        demande={"demarche": "premiere_carte", "expire_le": None, "fondement": "L. 423-22"},
    )
    assert result.criterion("urgence").facts["veille_des_19_ans"] == "2024-01-09"
    assert "deux_mois_apres_18_ans" not in result.criterion("urgence").facts


def test_another_procedure_is_explained_on_its_page_with_its_own_limit() -> None:
    result = judged(
        [], date(2026, 11, 23), demande={"situations_difficiles": ("demande_enregistree",)}
    )
    (page,) = result.routes
    assert "L. 521-1" in page.title.replace("\u00a0", " ")
    assert "délai" in page.limit
    assert page.sources
    assert "UNE AUTRE VOIE" in text(result)


def test_each_paper_comes_after_the_words_on_who_reads_it() -> None:
    result = judged([], date(2026, 11, 23))
    assert result.papers
    for paper in result.papers:
        assert paper.reader.startswith("La préfecture lira cette pièce")
    assert any(one.required and one.present is False for one in result.door_proofs)
    shown = " ".join(text(result).split())
    assert shown.count("La préfecture lira cette pièce.") >= len(result.papers)


@pytest.mark.parametrize("door", ["anef", "guichet"])
@pytest.mark.parametrize("case", ["oqtf", "irtf"])
def test_nothing_takes_someone_to_a_prefecture_under_an_oqtf_or_irtf(door: str, case: str) -> None:
    day = date(2026, 11, 23)
    under = judged([], day, demande={"porte": door, "situations_difficiles": (case,)})
    shown = " ".join(one.label for one in under.door_proofs)
    assert "point d’accueil" not in shown
    assert "accompagné" not in shown
    expired = judged([], day, demande={"porte": door})
    cautions = " ".join(one.caution for one in expired.door_proofs)
    assert "arrêtées au guichet" in cautions
