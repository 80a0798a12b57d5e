"""Facts of every older version load; those of a newer one are refused kindly."""

from __future__ import annotations

import tomllib

import pytest

from dossier_texts import SOUND
from plaise.dossier import SCHEMA, UPGRADERS, DossierError, check_schema, parse_dossier, upgrade


def renamed(raw):
    raw["ville"] = raw.pop("fait_a")
    return raw


def counted(raw):
    raw["villes"] = [raw.pop("ville")]
    return raw


def test_facts_climb_one_version_at_a_time():
    raw = {"schema": 1, "fait_a": "Lyon"}
    upgraders = {1: renamed, 2: counted}
    assert upgrade(raw, upgraders=upgraders, to=3) == {"schema": 3, "villes": ["Lyon"]}
    assert upgrade({"schema": 2, "ville": "Lyon"}, upgraders=upgraders, to=3)["villes"] == ["Lyon"]
    assert raw == {"schema": 1, "fait_a": "Lyon"}


def test_every_released_version_has_its_upgrader():
    assert sorted(UPGRADERS) == list(range(1, SCHEMA))


def test_facts_of_today_are_left_as_they_are():
    raw = tomllib.loads(SOUND)
    assert upgrade(raw) is raw


@pytest.mark.parametrize("read", [parse_dossier, check_schema])
def test_facts_of_a_newer_version_ask_for_an_update(read):
    with pytest.raises(DossierError, match="plus récente") as caught:
        read(SOUND.replace("schema = 1", f"schema = {SCHEMA + 1}"))
    assert "Mettez Plaise à jour" in caught.value.to_do


@pytest.mark.parametrize("schema", ["0", "-1", '"1"', "1.5"])
def test_an_odd_version_is_named_by_the_validation(schema: str):
    with pytest.raises(DossierError, match="schema"):
        parse_dossier(SOUND.replace("schema = 1", f"schema = {schema}"))


def test_half_written_facts_pass_the_check_of_versions():
    check_schema("[personne")
