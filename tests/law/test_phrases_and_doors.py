"""Phrases and doors: every line sourced, every cross-reference kept, exercise hosts known."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plaise.dossier import Result
from plaise.law._doors import (
    find_door,
    is_exercise_host,
    load_doors,
    load_platforms,
    platform_of,
)
from plaise.law._phrases import Phrase, PhraseBook, PhraseClass, load_phrases


def test_every_phrase_belongs_to_a_known_platform() -> None:
    known = {platform.id for platform in load_platforms()} | {"any"}
    assert {phrase.platform for phrase in load_phrases()} <= known


def test_a_confident_phrase_names_more_than_our_own_hand() -> None:
    for phrase in load_phrases():
        if phrase.confidence != "low":
            assert not any("notre main" in source for source in phrase.sources), phrase.id


def test_outages_dead_links_and_steps_are_never_refusals() -> None:
    expected = {
        PhraseClass.OUTAGE: Result.OUTAGE,
        PhraseClass.BLOCKED: Result.OUTAGE,
        PhraseClass.CLOSED: Result.OUTAGE,
        PhraseClass.STEP: Result.OTHER_PAGE,
        PhraseClass.INFORMATIVE: Result.OTHER_PAGE,
        PhraseClass.NOT_REFUSAL: Result.OTHER_PAGE,
        PhraseClass.AVAILABLE: Result.SLOT_OFFERED,
        PhraseClass.DEAD_LINK: Result.DEAD_LINK,
    }
    assert {kind: kind.result for kind in expected} == expected


def test_the_ids_that_other_programs_know_are_kept() -> None:
    ids = {phrase.id for phrase in load_phrases()}
    assert {"ez_plus_de_plage", "rdvpref_aucun_creneau", "trap_sur_cette_semaine"} <= ids


@pytest.mark.parametrize(
    "change",
    [{"sources": []}, {"class": "refus"}, {"typo": 1}, {"first_seen": "mai 2026"}, {"texts": []}],
)
def test_a_malformed_phrase_fails_loudly(change: dict[str, object]) -> None:
    good = {
        "id": "x",
        "class": "refusal",
        "platform": "any",
        "texts": ["Non"],
        "confidence": "low",
        "sources": ["source"],
        "checked_on": "2026-11-23",
    }
    assert Phrase.model_validate(good).text == "Non"
    with pytest.raises(ValidationError):
        Phrase.model_validate({**good, **change})


def test_two_phrases_with_one_id_fail_loudly() -> None:
    one = {
        "id": "x",
        "class": "step",
        "platform": "any",
        "texts": ["a"],
        "confidence": "low",
        "sources": ["s"],
    }
    with pytest.raises(ValidationError, match="deux fois"):
        PhraseBook.model_validate({"version": 1, "checked_on": "2026-11-23", "phrases": [one, one]})


def test_confirmed_doors_carry_an_address_as_source() -> None:
    for door in load_doors():
        if door.confidence == "high" and not is_exercise_host(door.host):
            assert door.source.startswith("http"), door.host


def test_no_door_keeps_its_www() -> None:
    assert not [door.host for door in load_doors() if door.host.startswith("www.")]


@pytest.mark.parametrize(
    ("host", "path", "platform"),
    [
        ("www.seine-saint-denis.gouv.fr", "/booking/create/9829/2", "ez_booking"),
        ("www.seine-saint-denis.gouv.fr", "/index.php/booking/create/9845/0", "ez_booking"),
        (
            "www.rdv-prefecture.interieur.gouv.fr",
            "/rdvpref/reservation/demarche/9040/cgu/?error=invalidCaptcha",
            "rdv_prefecture",
        ),
        ("rdv-etrangers-94.interieur.gouv.fr", "/eAppointmentpref94/x.jsp", "eappointment94"),
        ("www.val-d-exemple.exercice.test", "/booking/create/9829/2", "ez_booking"),
        ("www.rdv-prefecture.exercice.test", "/rdvpref/reservation/demarche/9040/creneau/",
         "rdv_prefecture"),
    ],
)  # fmt: skip
def test_an_address_is_known_by_its_shape(host: str, path: str, platform: str) -> None:
    found = platform_of(host, path)
    assert found is not None
    assert found.id == platform


def test_a_host_is_found_with_or_without_www_and_in_any_case() -> None:
    assert find_door("WWW.Val-DOise.gouv.fr") is find_door("val-doise.gouv.fr") is not None


def test_a_look_alike_is_not_a_known_door() -> None:
    assert find_door("rdv-prefecture-interieur.com") is None


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:8000", "www.val-d-exemple.exercice.test", "a.localhost:80"]
)
def test_practice_hosts_are_exercises(host: str) -> None:
    assert is_exercise_host(host)


@given(st.sampled_from([door.host for door in load_doors() if "exercice" not in door.host]))
def test_real_doors_are_never_exercises(host: str) -> None:
    assert not is_exercise_host(host)
    assert not is_exercise_host(f"{host}.exercice.test.example")


def test_slugs_follow_the_shape_of_a_host() -> None:
    assert all(re.fullmatch(r"[a-z0-9.-]+\.(fr|test)", door.host) for door in load_doors())
