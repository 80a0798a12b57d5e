from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_cases import (
    CARD,
    DEPOSIT,
    EMAIL,
    JOB,
    RECEIPT,
    TODAY,
    at,
    capture,
    captures_on,
    dossier,
)

from plaise.dossier import Capture, Demarche, Door, HardCase, Result
from plaise.law import load_law
from plaise.readiness import Assessment, Level, Verdict, assess, text

FIVE_WEEKS = [date(2026, 10, 12) + timedelta(days=step) for step in range(0, 35, 2)]
JOB_OFFER = {"texte": "Un emploi m’attend le 1er décembre.", "pieces": ("promesse.pdf",)}
FIRST = {"demarche": "premiere_carte", "expire_le": None}


def judged(
    days: Iterable[date] = FIVE_WEEKS,
    *,
    today: date = TODAY,
    extra: Sequence[Capture] = (),
    **changes: Any,
) -> Assessment:
    return assess(dossier(**changes), [*captures_on(days), *extra], today=today)


def verdict(assessment: Assessment, criterion: str) -> Verdict:
    return assessment.criterion(criterion).verdict


def test_a_renewal_with_five_weeks_and_an_email_has_its_proofs() -> None:
    assessment = judged()
    assert assessment.level is Level.GATHERED
    assert assessment.level_label == "preuves réunies"
    assert assessment.may_draft
    assert "reste libre" in assessment.reminder


def test_the_facts_of_435594_are_not_yet_enough() -> None:
    days = [date(2019, 9, 13), date(2019, 9, 16), date(2019, 9, 17), date(2019, 9, 18)]
    assessment = judged(
        days,
        today=date(2019, 9, 20),
        demande={"expire_le": date(2019, 8, 30)},
        contacts=(
            {"moyen": "courriel", "date": date(2019, 9, 17), "pieces": ("courriel.eml",)},
            {"moyen": "lettre_recommandee", "date": date(2019, 9, 18), "pieces": ("depot.pdf",)},
        ),
    )
    weeks = assessment.criterion("semaines")
    assert assessment.level is Level.NOT_YET
    assert (weeks.facts["duree_en_jours"], weeks.facts["semaines_iso"]) == (5, 2)
    assert "ce-435594" in [source.id for source in weeks.sources]
    assert "435594" in weeks.explanation


def test_three_weeks_and_an_email_are_gathered_as_in_cergy_and_paris_in_2020() -> None:
    days = [date(2020, 10, 5) + timedelta(days=step) for step in range(0, 22, 3)]
    assessment = judged(
        days,
        today=date(2020, 10, 28),
        demande={"expire_le": date(2020, 10, 1)},
        contacts=({"moyen": "courriel", "date": date(2020, 10, 20), "pieces": ("courriel.eml",)},),
    )
    assert assessment.criterion("semaines").facts["duree_en_jours"] == 21
    assert assessment.level is Level.GATHERED


def test_without_an_email_the_level_stops_at_the_minimum() -> None:
    assert judged(contacts=()).level is Level.MINIMUM


def test_an_email_without_its_proof_does_not_count() -> None:
    assessment = judged(contacts=({"moyen": "courriel", "date": date(2026, 10, 26)},))
    assert assessment.level is Level.MINIMUM
    assert "Joignez" in assessment.criterion("contacts").next_step


@pytest.mark.parametrize(("span", "level"), [(7, "pas_encore"), (8, "minimum"), (21, "minimum")])
def test_more_than_seven_days_are_the_least(span: int, level: str) -> None:
    last = date(2026, 11, 20)
    days = [last - timedelta(days=span), last - timedelta(days=span // 2), last]
    assert judged(days).level == level


def test_a_hole_of_three_weeks_is_told_and_holds_the_level() -> None:
    days = [
        *[date(2026, 10, 1) + timedelta(days=step) for step in range(5)],
        *[date(2026, 11, 1) + timedelta(days=step) for step in range(5)],
    ]
    assessment = judged(days)
    assert assessment.criterion("semaines").facts["plus_long_trou_en_jours"] == 27
    assert "trou" in assessment.criterion("semaines").explanation
    assert assessment.level is Level.MINIMUM


def test_incomplete_captures_alone_are_not_enough_and_are_told_apart() -> None:
    weak = [capture(at(f"{day}T09:00"), missing=("url",)) for day in FIVE_WEEKS]
    assessment = judged([], extra=weak)
    assert assessment.level is Level.NOT_YET
    assert assessment.criterion("captures_completes").facts["incompletes"] == len(FIVE_WEEKS)


def test_an_unexplained_slot_is_an_alert_and_stops_the_level() -> None:
    slot = capture(at("2026-11-03T09:00"), result=Result.SLOT_OFFERED, name="creneau.png")
    assessment = judged(extra=[slot])
    assert verdict(assessment, "creneau_propose") is Verdict.ALERT
    assert assessment.level is Level.NOT_YET
    assert any("creneau.png" in alert for alert in assessment.alerts)


def test_setting_a_slot_aside_does_not_hide_it() -> None:
    slot = capture(
        at("2026-11-03T09:00"), result=Result.SLOT_OFFERED, name="c.png", set_aside="inutile"
    )
    assert verdict(judged(extra=[slot]), "creneau_propose") is Verdict.ALERT


def test_an_explained_slot_stays_visible_and_no_longer_stops() -> None:
    slot = capture(at("2026-11-03T09:00"), result=Result.SLOT_OFFERED, name="creneau.png")
    assessment = assess(
        dossier(explications=({"capture": "creneau.png", "texte": "La date était en juin."},)),
        [*captures_on(FIVE_WEEKS), slot],
        today=TODAY,
    )
    assert verdict(assessment, "creneau_propose") is Verdict.INFORMATION
    assert assessment.level is Level.GATHERED


def test_outages_are_told_apart_and_harm_nothing() -> None:
    outage = capture(at("2026-11-03T09:00"), result=Result.OUTAGE)
    assessment = judged(extra=[outage])
    assert assessment.criterion("pannes").facts["pannes"] == 1
    assert assessment.level is Level.GATHERED


def test_a_first_card_without_a_proved_circumstance_stays_at_the_minimum() -> None:
    assert judged(demande=FIRST).level is Level.MINIMUM
    bare = {"texte": "J’ai besoin de travailler."}
    assert judged(demande=FIRST, urgence=(bare,)).level is Level.MINIMUM
    assert judged(demande=FIRST, urgence=(JOB_OFFER,)).level is Level.GATHERED


@pytest.mark.parametrize(
    ("expired", "level"),
    [(date(2026, 5, 23), "preuves_reunies"), (date(2026, 5, 22), "minimum")],
)
def test_six_months_after_expiry_urgency_is_no_longer_presumed(expired: date, level: str) -> None:
    assessment = judged(demande={"expire_le": expired})
    assert assessment.level == level
    assert assessment.criterion("urgence").facts["presumee"] is (level == "preuves_reunies")


def test_a_card_that_expires_far_ahead_is_not_yet_urgent() -> None:
    assert judged(demande={"expire_le": date(2027, 9, 1)}).level is Level.NOT_YET


def test_after_an_oqtf_the_presumption_does_not_serve() -> None:
    assessment = judged(
        demande={
            "situations_difficiles": ("oqtf",),
            "conseil_consulte": "La Cimade",
            "conseil_consulte_le": date(2026, 11, 20),
        }
    )
    assert assessment.may_draft
    assert assessment.criterion("urgence").facts["presumee"] is False
    assert assessment.level is Level.MINIMUM


ELSEWHERE = [HardCase.ALREADY_REGISTERED, HardCase.APPOINTMENT_REFUSED]


@pytest.mark.parametrize("case", [one for one in HardCase if one not in ELSEWHERE])
def test_hard_cases_stop_the_acts_until_an_adviser_was_seen(case: HardCase) -> None:
    stopped = judged(demande={"situations_difficiles": (case,)})
    assert stopped.blocks
    assert stopped.level is Level.NOT_YET
    undated = judged(demande={"situations_difficiles": (case,), "conseil_consulte": "La Cimade"})
    assert undated.blocks
    seen = judged(
        demande={
            "situations_difficiles": (case,),
            "conseil_consulte": "La Cimade",
            "conseil_consulte_le": date(2026, 11, 20),
        }
    )
    assert not seen.blocks
    assert verdict(seen, "situations_difficiles") is Verdict.ALERT


@pytest.mark.parametrize("case", ELSEWHERE)
def test_another_procedure_gets_no_act_even_with_an_adviser(case: HardCase) -> None:
    assessment = judged(
        demande={
            "situations_difficiles": (case,),
            "conseil_consulte": "La Cimade",
            "conseil_consulte_le": date(2026, 11, 20),
        }
    )
    assert "521-1" in assessment.blocks[0]
    assert assessment.calls


@pytest.mark.parametrize("fixed", [None, TODAY])
def test_dates_after_a_fixed_date_of_acts_say_that_it_may_be_changed(fixed: date | None) -> None:
    late = {**JOB, "date": date(2026, 12, 3)}
    dates = judged(pieces=(EMAIL, CARD, DEPOSIT, RECEIPT, late), date_des_actes=fixed).criterion(
        "dates"
    )
    assert dates.verdict is Verdict.ALERT
    assert ("changez la date" in dates.next_step) is (fixed is not None)


def test_an_adviser_seen_in_the_future_does_not_open_the_acts() -> None:
    assessment = judged(
        demande={
            "situations_difficiles": ("oqtf",),
            "conseil_consulte": "La Cimade",
            "conseil_consulte_le": date(2026, 12, 1),
        }
    )
    assert assessment.blocks


def test_a_registered_request_points_to_the_other_procedure() -> None:
    assessment = judged(demande={"situations_difficiles": ("demande_enregistree",)})
    assert "521-1" in assessment.blocks[0]


@pytest.mark.parametrize("demarche", ["asile", "regroupement_familial"])
def test_some_demarches_get_no_act_even_with_an_adviser(demarche: Demarche) -> None:
    assessment = judged(
        demande={
            "demarche": demarche,
            "conseil_consulte": "La Cimade",
            "conseil_consulte_le": date(2026, 11, 20),
        }
    )
    assert assessment.blocks


@pytest.mark.parametrize("door", [Door.OFII, Door.POST, Door.COUNTER])
def test_doors_without_an_act_stop_the_drafting(door: Door) -> None:
    assert judged(demande={"porte": door}).blocks


@pytest.mark.parametrize(
    "door", [Door.BOOKING, Door.RDV_PREFECTURE, Door.DEMARCHE_NUMERIQUE, Door.ANEF]
)
def test_doors_that_a_judge_can_open_stop_nothing(door: Door) -> None:
    assert not judged(demande={"porte": door}).blocks


def test_an_algerian_gets_no_ceseda_article_of_substance() -> None:
    assessment = judged(personne={"nationalite": "algérienne"})
    cited = {
        s.id
        for name in ("urgence", "caractere_serieux", "nationalite")
        for s in assessment.criterion(name).sources
    }
    assert not any(one.startswith("ceseda") for one in cited)
    assert verdict(assessment, "nationalite") is Verdict.ALERT


def test_residence_articles_are_cited_for_residence_permits_only() -> None:
    for demarche in (Demarche.DCEM, Demarche.TRAVEL_DOCUMENT, Demarche.CHANGE):
        sources = judged(demande={"demarche": demarche}).criterion("porte").sources
        assert not {"ceseda-r431-2", "ceseda-r431-3"} & {one.id for one in sources}


def test_another_residence_than_the_prefecture_stops_until_a_jurist_looks() -> None:
    assessment = judged(personne={"adresse": ("1 rue X", "75011 Paris")})
    assert verdict(assessment, "tribunal") is Verdict.ALERT
    assert assessment.blocks


def test_an_unknown_departement_stops_with_words_not_an_exception() -> None:
    assessment = judged(prefecture={"departement": "20"})
    assert verdict(assessment, "tribunal") is Verdict.ALERT
    assert assessment.blocks


def test_an_overseas_collectivity_is_out_of_scope() -> None:
    assert judged(prefecture={"departement": "987"}).blocks


def test_exercise_captures_and_the_invented_departement_are_refused_in_a_real_dossier() -> None:
    fake = capture(at("2026-11-03T09:00"), exercise=True)
    assert judged(extra=[fake]).blocks
    assert judged(
        prefecture={"departement": "00"}, personne={"adresse": ("12 rue X", "00100 Exempleville")}
    ).blocks


def test_an_exercise_dossier_accepts_what_is_invented() -> None:
    fake = capture(at("2026-11-03T09:00"), exercise=True)
    assessment = judged(
        extra=[fake],
        exercice=True,
        prefecture={"departement": "00"},
        personne={"adresse": ("12 rue X", "00100 Exempleville")},
    )
    assert not assessment.blocks
    assert assessment.level is Level.GATHERED
    assert "EXERCICE" in text(assessment)


def test_a_minor_is_represented_by_the_holder_of_parental_authority() -> None:
    assert judged(personne={"naissance": date(2009, 1, 1)}).blocks


def test_no_step_ever_suggests_a_visit() -> None:
    for case in ((), ("oqtf",), ("irtf",)):
        steps = " ".join(
            judged([], contacts=(), demande={"situations_difficiles": case}).next_steps
        )
        assert "guichet" not in steps
        assert "accompagn" not in steps


def test_the_two_months_from_the_letter_are_a_preference_that_lowers_nothing() -> None:
    old = (
        {"moyen": "courriel", "date": date(2026, 8, 26), "pieces": ("courriel.eml",)},
        {"moyen": "lettre_recommandee", "date": date(2026, 9, 1), "pieces": ("depot.pdf",)},
    )
    assessment = judged(contacts=old)
    letter = assessment.criterion("deux_mois")
    assert letter.facts["deposer_de_preference_avant_le"] == "2026-11-01"
    assert letter.verdict is Verdict.STRENGTHEN
    assert letter.confidence == "INF"
    assert assessment.level is Level.GATHERED


def test_the_fine_and_the_readers_are_always_told() -> None:
    assessment = judged([])
    assert "10 000" in assessment.criterion("amende").explanation.replace("\u00a0", " ")
    assert "préfecture lira" in assessment.criterion("lecture_par_la_prefecture").explanation


def test_an_empty_dossier_is_not_yet_ready_and_says_what_to_do() -> None:
    assessment = judged([], contacts=(), pieces=(CARD, EMAIL, JOB))
    assert assessment.level is Level.NOT_YET
    assert assessment.next_steps


def test_old_rules_show_as_to_check() -> None:
    recent, later = judged(), judged(today=date(2028, 1, 10))
    assert not any(one.to_check for one in recent.criteria)
    assert all(one.to_check for one in later.criteria)
    assert "À VÉRIFIER" in text(later)
    lists = (*later.papers, *later.door_proofs)
    assert lists
    assert all("à vérifier" in one.label for one in lists)
    assert not any("à vérifier" in one.label for one in (*recent.papers, *recent.door_proofs))


@settings(max_examples=60, deadline=None)
@given(
    demarche=st.sampled_from(Demarche),
    door=st.sampled_from(Door),
    hard=st.sets(st.sampled_from(HardCase), max_size=2),
    nationality=st.sampled_from(["malienne", "algérienne", "tunisienne", "sri-lankaise"]),
    days=st.lists(st.dates(date(2026, 1, 1), date(2026, 11, 23)), unique=True, max_size=12),
)
def test_every_situation_gets_verdicts_with_sources_in_json(
    demarche: Demarche, door: Door, hard: set[HardCase], nationality: str, days: list[date]
) -> None:
    assessment = judged(
        sorted(days),
        demande={"demarche": demarche, "porte": door, "situations_difficiles": tuple(hard)},
        personne={"nationalite": nationality},
    )
    assert {one.id for one in assessment.criteria} == set(load_law().criteria)
    for criterion in assessment.criteria:
        assert criterion.sources
        assert criterion.explanation
    again = Assessment.model_validate_json(assessment.model_dump_json())
    assert again == assessment
    assert json.loads(assessment.model_dump_json())["level"] in {one.value for one in Level}
    if assessment.blocks:
        assert assessment.level is Level.NOT_YET
    shown = text(assessment)
    assert all(one.title.split()[0] in shown for one in assessment.criteria)


@settings(max_examples=40, deadline=None)
@given(days=st.lists(st.dates(date(2026, 9, 1), date(2026, 11, 22)), unique=True, max_size=15))
def test_one_more_attempt_today_never_lowers_the_counts(days: list[date]) -> None:
    before = judged(sorted(days)).criterion("tentatives").facts["tentatives"]
    after = judged(sorted({*days, TODAY})).criterion("tentatives").facts["tentatives"]
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after == before + 1


def test_while_the_acts_are_stopped_nobody_is_sent_to_write_to_the_prefecture() -> None:
    assessment = judged([], contacts=(), demande={"situations_difficiles": ("oqtf",)})
    steps = " ".join(assessment.next_steps)
    assert "conseil_consulte" in assessment.next_steps[0]
    assert "courriel" not in steps
    assert "capture" in steps


def test_the_text_is_typeset_and_names_every_source_once() -> None:
    shown = text(judged())
    assert "«\u00a0preuves réunies\u00a0»" in shown
    assert " »" not in shown
    assert "\u00a0\u00a0" not in shown
    address = "https://www.conseil-etat.fr/fr/arianeweb/CE/analyse/2020-07-01/436288"
    assert shown.count(address) == 1


def test_at_eighteen_the_dates_of_r431_5_are_told() -> None:
    facts = (
        judged(demande=FIRST, personne={"naissance": date(2008, 3, 1)}).criterion("urgence").facts
    )
    assert facts["veille_des_19_ans"] == "2027-02-28"
    assert facts["deux_mois_apres_18_ans"] == "2026-05-01"
    adult = judged(demande=FIRST).criterion("urgence").facts
    assert "veille_des_19_ans" not in adult


def test_the_last_step_is_to_have_the_file_read_again_then_to_file() -> None:
    assert "relire" in judged().next_steps[-1]
    assert not any("déposez-la" in step for step in judged([]).next_steps)
