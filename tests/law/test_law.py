from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plaise.dossier import PlaiseError, PrefectTitle
from plaise.law import (
    Confidence,
    LawError,
    ReferenceKind,
    Zone,
    add_months,
    departement_of,
    exercise_only,
    load_law,
    read_law,
    stale,
)

LAW = load_law()
REFERENCES = sorted(LAW.references.values(), key=lambda one: one.id)
CODES = {
    "cja": "LEGITEXT000006070933",
    "ceseda": "LEGITEXT000006070158",
    "crpa": "LEGITEXT000031366350",
    "cpc": "LEGITEXT000006070716",
    "cp": "LEGITEXT000006070719",
}
NEEDED = {
    "cja-l521-3",
    "cja-l511-1",
    "cja-l911-3",
    "cja-l761-1",
    "cja-l522-1",
    "cja-l522-3",
    "cja-r411-1",
    "cja-r411-3",
    "cja-r412-2",
    "cja-r414-2",
    "cja-r414-4",
    "cja-r414-5",
    "cja-r431-4",
    "cja-r431-10",
    "cja-r522-1",
    "cja-r522-2",
    "cja-r522-3",
    "cja-r522-4",
    "cja-r522-8-1",
    "cja-r522-10-1",
    "cja-r611-8-7",
    "cja-r741-12",
    "cja-r312-1",
    "cja-r312-8",
    "ceseda-r431-2",
    "ceseda-r431-3",
    "ceseda-r431-5",
    "ceseda-r431-8",
    "ceseda-r431-12",
    "ceseda-r431-20",
    "ceseda-r434-7",
    "ceseda-d414-1",
    "crpa-l112-9",
    "crpa-l112-11",
    "crpa-l231-4",
    "cp-441-7",
    "cpc-202",
    "ce-435594",
    "ce-448178",
    "ce-455740",
    "ce-453391",
    "ce-436288",
    "ce-461694",
    "ce-452798",
}


def test_all_that_the_acts_of_a_renewal_cite_is_there() -> None:
    assert set(LAW.references) >= NEEDED


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda one: one.id)
def test_every_reference_has_source_dates_and_sane_words(reference: Any) -> None:
    assert reference.checked_on >= reference.dated
    assert reference.confidence in Confidence
    for quotation in reference.quotations:
        text = quotation.text
        assert text == text.strip()
        assert "  " not in text
        assert "\t" not in text
        assert "\u00ad" not in text
        assert text.count("«") == text.count("»")
        assert text.count("(") == text.count(")")
        assert not re.search(r"\*\*|__|\]\(", text), "Markdown slipped into a quotation"
        assert re.match(r"[\wÀ-ÿ]", text)
        if reference.kind is ReferenceKind.ARTICLE and quotation.whole:
            assert text[0].isupper()
            assert text[-1] in ".;"


@pytest.mark.parametrize(
    "reference",
    [one for one in REFERENCES if one.kind is ReferenceKind.ARTICLE],
    ids=lambda one: one.id,
)
def test_articles_point_to_their_code_and_its_state(reference: Any) -> None:
    code = reference.id.split("-")[0]
    assert reference.address.endswith(CODES[code])
    assert reference.dated == date(2026, 4, 3)
    for quotation in reference.quotations:
        assert "’" not in quotation.text, "the code texts are copied with straight apostrophes"


def test_the_article_of_the_petition_is_word_for_word() -> None:
    assert LAW.references["cja-l521-3"].text == (
        "En cas d'urgence et sur simple requête qui sera recevable même en l'absence de décision "
        "administrative préalable, le juge des référés peut ordonner toutes autres mesures utiles "
        "sans faire obstacle à l'exécution d'aucune décision administrative."
    )


def test_the_current_wording_is_kept_where_the_copy_prints_two() -> None:
    assert "téléservice" in LAW.references["ceseda-r431-2"].text
    assert "six mois" in LAW.references["ceseda-r431-8"].text


def test_words_read_in_a_commentary_are_marked_as_reported() -> None:
    assert all(one.reported for one in LAW.references["ce-453391"].quotations)
    assert not LAW.references["ce-435594"].quotations[0].reported


def test_a_quotation_is_found_by_its_name() -> None:
    decision = LAW.references["ce-435594"]
    assert "même semaine" in decision.quote("point-4")
    with pytest.raises(KeyError):
        decision.quote("absent")


def test_every_criterion_resolves_its_references() -> None:
    for rule in LAW.criteria.values():
        assert all(one in LAW.references for one in rule.references)


# --- courts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("departement", "title", "expected"),
    [
        ("95", PrefectTitle.PREFET, "préfet du Val-d’Oise"),
        ("93", PrefectTitle.PREFETE, "préfète de la Seine-Saint-Denis"),
        ("92", PrefectTitle.PREFET, "préfet des Hauts-de-Seine"),
        ("91", PrefectTitle.PREFETE, "préfète de l’Essonne"),
        ("34", PrefectTitle.PREFET, "préfet de l’Hérault"),
        ("75", PrefectTitle.PREFET, "préfet de police"),
        ("77", PrefectTitle.PREFET, "préfet de Seine-et-Marne"),
        ("35", PrefectTitle.PREFET, "préfet d’Ille-et-Vilaine"),
        ("974", PrefectTitle.PREFET, "préfet de La Réunion"),
        ("00", PrefectTitle.PREFETE, "préfète du Val-d’Exemple"),
    ],
)
def test_the_prefect_agrees_with_the_departement(
    departement: str, title: PrefectTitle, expected: str
) -> None:
    assert LAW.court_for(departement).prefect(title) == expected


@pytest.mark.parametrize(
    ("departement", "tribunal"),
    [
        ("95", "tribunal administratif de Cergy-Pontoise"),
        ("93", "tribunal administratif de Montreuil"),
        ("94", "tribunal administratif de Melun"),
        ("91", "tribunal administratif de Versailles"),
        ("75", "tribunal administratif de Paris"),
        ("80", "tribunal administratif d’Amiens"),
        ("2a", "tribunal administratif de Bastia"),
        ("2B", "tribunal administratif de Bastia"),
        ("1", "tribunal administratif de Lyon"),
        ("971", "tribunal administratif de la Guadeloupe"),
        ("00", "tribunal administratif d’Exempleville"),
    ],
)
def test_the_court_follows_the_departement(departement: str, tribunal: str) -> None:
    assert LAW.court_for(departement).tribunal == tribunal


def test_every_departement_is_there_once_and_collectivities_are_out_of_scope() -> None:
    metropole = [one for one in LAW.courts.values() if one.zone is Zone.METROPOLE]
    assert len(metropole) == 96
    assert all(one.in_scope for one in metropole)
    for code in ("978", "984", "986", "987", "988", "989"):
        assert not LAW.court_for(code).in_scope
    assert len({one.tribunal for one in LAW.courts.values()}) == 43


def test_grammar_follows_elision() -> None:
    for court in LAW.courts.values():
        rest = court.of_departement
        assert not re.match(r"(de la|du|de) [AEIOUYÉÈÎaeiouéîâ]", rest), rest
        assert "'" not in rest + court.tribunal + court.departement_name


def test_the_invented_departement_is_for_exercises_only() -> None:
    assert exercise_only(LAW.court_for("00"))
    assert not exercise_only(LAW.court_for("95"))


@pytest.mark.parametrize("code", ["20", "96", "", "Paris", "9999"])
def test_an_unknown_departement_says_what_to_write(code: str) -> None:
    with pytest.raises(PlaiseError) as caught:
        LAW.court_for(code)
    assert "dossier.toml" in caught.value.to_do


@pytest.mark.parametrize(
    ("address", "departement"),
    [
        (("12 rue des Essais", "95000 Cergy"), "95"),
        (("1 rue X", "20000 Ajaccio"), "2A"),
        (("1 rue X", "20600 Bastia"), "2B"),
        (("1 rue X", "97400 Saint-Denis"), "974"),
        (("12 rue des Essais", "00100 Exempleville"), "00"),
        (("BP 12345 rue Y", "69003 Lyon"), "69"),
        (("chez un ami",), None),
    ],
)
def test_a_postcode_points_to_its_departement(
    address: tuple[str, ...], departement: str | None
) -> None:
    assert departement_of(address) == departement


def test_old_addresses_are_suggestions_to_verify() -> None:
    suggestion = LAW.suggested_prefecture("95")
    assert suggestion is not None
    assert suggestion.to_verify
    assert suggestion.dated.year == 2019
    assert LAW.suggested_prefecture("75") is None
    guadeloupe = LAW.suggested_court("971")
    assert guadeloupe is not None
    assert "Basse-Terre" in guadeloupe.address


# --- agreements and time ---------------------------------------------------------------------


@pytest.mark.parametrize("nationality", ["algérienne", "Algérien", "ALGERIENNE", "algérienne "])
def test_algerians_have_their_agreement(nationality: str) -> None:
    agreement = LAW.agreement_for(nationality)
    assert agreement is not None
    assert agreement.effect == "replaces"
    assert agreement.confidence is Confidence.MEMORY


def test_other_nationalities_have_none() -> None:
    assert LAW.agreement_for("malienne") is None


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_are_counted_from_date_to_date(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or add_months(later.replace(day=1), 1).toordinal() == (
        later.toordinal() + 1
    )


def test_a_check_grows_stale() -> None:
    reference = LAW.references["cja-l521-3"]
    assert not stale(reference, date(2027, 11, 23), 12)
    assert stale(reference, date(2027, 11, 24), 12)


# --- a fault in the data fails at load, and names the file ------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    with as_file(files("plaise.law") / "data") as source:
        shutil.copytree(source, tmp_path / "data")
    return tmp_path / "data"


def _edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    content = yaml.safe_load(path.read_text("utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def _drop(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda content: content.pop(key)


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("references/cja-l521-3.yaml", _drop("source")),
        ("references/cja-l521-3.yaml", _drop("address")),
        ("references/cja-l521-3.yaml", _drop("quotations")),
        ("references/cja-l521-3.yaml", _drop("checked_on")),
        ("references/cja-l521-3.yaml", lambda c: c.update(unknown=1)),
        ("references/cja-l521-3.yaml", lambda c: c.update(see=["absent"])),
        ("references/cja-l521-3.yaml", lambda c: c.update(id="autre")),
        ("references/cja-l521-3.yaml", lambda c: c.update(confidence="Z")),
        ("criteria/urgence.yaml", lambda c: c.update(references=["absent"])),
        ("criteria/urgence.yaml", lambda c: c.update(references=[])),
        ("agreements/algerie.yaml", lambda c: c.update(references=["absent"])),
        ("courts.yaml", _drop("source")),
        ("adresses-2019.yaml", lambda c: c.update(a_verifier=False)),
    ],
)
def test_a_faulty_file_is_refused_by_name(
    copy: Path, file: str, change: Callable[[dict[str, Any]], None]
) -> None:
    _edit(copy / file, change)
    with pytest.raises(LawError) as caught:
        read_law(copy)
    assert caught.value.file == file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("95,Val-d’Oise", "94,Val-d’Oise"),
        ("95,Val-d’Oise", "Val-d’Oise"),
        (",oui,Préfecture à Cergy", ",peut-être,Préfecture à Cergy"),
    ],
)
def test_a_faulty_row_of_courts_is_refused(copy: Path, old: str, new: str) -> None:
    table = copy / "courts.csv"
    text = table.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(LawError) as caught:
        read_law(copy)
    assert caught.value.file == "courts.csv"


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "courts.csv").unlink()
    with pytest.raises(LawError, match=r"courts\.csv"):
        read_law(copy)


def test_the_law_cannot_be_changed_while_it_is_used() -> None:
    with pytest.raises(TypeError):
        LAW.references["nouveau"] = LAW.references["cja-l521-3"]  # type: ignore[index]
