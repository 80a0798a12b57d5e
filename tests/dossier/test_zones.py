"""Clocks show the hour of the préfecture, overseas too, unless the person says otherwise."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_dossier
from plaise.dossier import PrefectTitle, Prefecture, offset_of, zone_of_departement, zone_of_facts

OVERSEAS = {
    "971": "-04:00", "972": "-04:00", "973": "-03:00", "974": "+04:00", "976": "+03:00",
    "977": "-04:00", "978": "-04:00", "984": "+05:00", "986": "+12:00", "987": "-10:00",
    "988": "+11:00",
}  # fmt: skip


@pytest.mark.parametrize(("code", "offset"), OVERSEAS.items())
def test_overseas_zones_keep_their_offset_all_year(code: str, offset: str) -> None:
    zone = zone_of_departement(code)
    assert offset_of(zone, "2026-01-15", "08:14") == offset
    assert offset_of(zone, "2026-07-15", "08:14") == offset


def test_paris_and_saint_pierre_change_their_clocks() -> None:
    assert offset_of("Europe/Paris", "2026-10-12", "08:14") == "+02:00"
    assert offset_of("Europe/Paris", "2026-11-12", "08:14") == "+01:00"
    assert offset_of(zone_of_departement("975"), "2026-07-15", None) == "-02:00"


moments = st.datetimes(datetime.fromisoformat("2019-01-01"), datetime.fromisoformat("2030-01-01"))


def prefecture(code: str) -> Prefecture:
    return Prefecture(departement=code, title=PrefectTitle.PREFET, address=("1 rue de l’Essai",))


def test_a_dossier_takes_the_zone_of_its_prefecture() -> None:
    assert make_dossier(prefecture=prefecture("974")).zone == "Indian/Reunion"
    assert make_dossier(prefecture=prefecture("95")).zone == "Europe/Paris"


def test_what_the_person_says_of_the_zone_wins() -> None:
    assert make_dossier(prefecture=prefecture("974"), zone="Europe/Paris").zone == "Europe/Paris"


def test_facts_half_written_already_give_the_zone() -> None:
    assert zone_of_facts({"prefecture": {"departement": "973"}}) == "America/Cayenne"
    assert zone_of_facts({"prefecture": {"departement": "973"}, "fuseau": "Europe/Paris"}) == (
        "Europe/Paris"
    )
    assert zone_of_facts({}) == zone_of_facts({"prefecture": ""}) == "Europe/Paris"


@given(moments, st.sampled_from(sorted(OVERSEAS)))
def test_the_offset_is_the_zone_s_own(moment: datetime, code: str) -> None:
    zone = zone_of_departement(code)
    told = offset_of(zone, f"{moment:%Y-%m-%d}", f"{moment:%H:%M}")
    assert told == moment.replace(tzinfo=ZoneInfo(zone)).isoformat()[-6:]


@given(st.text(max_size=12), st.text(max_size=8))
def test_no_text_breaks_the_offset(day: str, at: str) -> None:
    offset_of("Europe/Paris", day, at)
    assert offset_of("Nulle/Part", "2026-10-12", None) is None
