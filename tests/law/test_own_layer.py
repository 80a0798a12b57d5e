"""An association lays its own rules over ours, visibly; a fault names its file."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from plaise.law import LawError, laid_in_words, lay_over, load_law, read_law

DATA = files("plaise.law") / "data"
BY = {"by": "La Cimade, groupe de Cergy", "since": date(2026, 9, 1), "reason": "Six semaines ici."}
CERGY = {
    "id": "semaines",
    "overlay": {**BY, "departements": ["95"]},
    "checked_on": date(2026, 9, 1),
    "thresholds": {"strong_span_days": 42},
}
CONTACT = {
    "id": "permanence-cergy",
    "overlay": BY,
    "order": 1,
    "name": "Permanence de Cergy",
    "what": "juristes bénévoles, le mardi soir",
    "phone": "01 99 00 00 01",
    "source": "La Cimade, groupe de Cergy",
    "address": "https://www.lacimade.org/",
    "dated": date(2026, 9, 1),
    "checked_on": date(2026, 9, 1),
    "confidence": "B",
}


def lay(folder: Path, kind: str, content: dict[str, Any], name: str = "") -> Path:
    (folder / kind).mkdir(parents=True, exist_ok=True)
    path = folder / kind / f"{name or content['id']}.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return folder


def test_a_local_rule_applies_to_its_departement_and_says_who_laid_it(tmp_path: Path) -> None:
    lay(tmp_path, "criteria", CERGY)
    everywhere = read_law(DATA, tmp_path)
    assert everywhere.criteria["semaines"].laid is None
    here = read_law(DATA, tmp_path, "95").criteria["semaines"]
    assert here.thresholds["strong_span_days"] == 42
    assert here.thresholds["minimum_weeks"] == 2, "the rest of the table is ours"
    assert here.title == load_law().criteria["semaines"].title
    words = laid_in_words(here.laid)
    assert "Cimade" in words
    assert "1er septembre 2026" in words


def test_the_law_of_a_departement_is_asked_of_the_law(tmp_path: Path) -> None:
    law = read_law(DATA, lay(tmp_path, "criteria", CERGY))
    assert law.local
    assert law.at("95").criteria["semaines"].thresholds["strong_span_days"] == 42
    assert law.at("93").criteria["semaines"].thresholds["strong_span_days"] == 21
    assert not load_law().local


def test_an_association_adds_its_contacts_and_they_come_first(tmp_path: Path) -> None:
    law = read_law(DATA, lay(tmp_path, "contacts", CONTACT))
    assert law.contacts_for()[0].name == "Permanence de Cergy"
    assert law.contacts_for()[0].laid is not None
    assert law.fingerprint != load_law().fingerprint


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("criteria", {**CERGY, "overlay": None}, "qui pose cette règle"),
        ("criteria", {**CERGY, "overlay": {"by": "Nous"}}, "qui pose cette règle"),
        ("criteria", {**CERGY, "id": "chance"}, "n’a pas de règle"),
        ("criteria", {**CERGY, "overlay": BY, "seuil": 3}, "seuil"),
        ("criteria", {**CERGY, "overlay": BY, "references": ["absente"]}, "absente"),
        ("contacts", {**CONTACT, "address": "chez nous"}, "address"),
        ("criterias", {**CERGY}, "seuls ces dossiers sont lus"),
    ],
)
def test_a_faulty_layer_is_refused_by_name(
    tmp_path: Path, kind: str, content: dict[str, Any], said: str
) -> None:
    lay(tmp_path, kind, content, name="fichier")
    with pytest.raises(LawError, match=said):
        read_law(DATA, tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="n’existe pas"):
        read_law(DATA, tmp_path / "absent")


def test_the_folder_comes_from_the_environment_or_from_the_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "contacts", CONTACT)
    monkeypatch.setenv("PLAISE_LAW", str(tmp_path))
    assert load_law().contacts_for()[0].laid is not None
    monkeypatch.delenv("PLAISE_LAW")
    monkeypatch.setattr("plaise.law._law._CHOSEN", [])
    lay_over(tmp_path)
    assert load_law().own == tmp_path.resolve()
    with pytest.raises(LawError):
        lay_over(tmp_path / "absent")
    assert load_law().own == tmp_path.resolve(), "a refused choice changes nothing"
    lay_over(None)
    assert load_law().own is None
