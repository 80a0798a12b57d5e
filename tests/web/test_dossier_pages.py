"""Dossiers made, taken in, taken out and erased through the pages."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web_cases import OTHER, Newcomer

from plaise.store import _archive
from plaise.store.keys import Unlocked
from plaise.store.vault import list_dossiers, open_dossier, parts_of
from plaise.web.dossiers.example import example_folder


def loaded(member: Newcomer) -> str:
    answer = member.post("/dossiers/exemple/")
    assert answer.status_code == 302
    return str(answer.headers["Location"])


@pytest.mark.parametrize(("kind", "exercise"), [("real", False), ("exercise", True)])
def test_real_or_exercise_is_declared_at_creation(
    member: Newcomer, person: Unlocked, kind: str, exercise: bool
):
    assert member.post("/dossiers/nouveau/", {}).status_code == 422
    page = member.post("/dossiers/nouveau/", {"kind": kind}, follow=True).content.decode()
    (listed,) = list_dossiers(person)
    assert listed.summary.exercise is exercise
    assert ('class="exercise"' in page) is exercise


@pytest.mark.parametrize("kind", ["zip", "age"])
def test_a_dossier_leaves_and_comes_back_without_losing_anything(
    member: Newcomer, person: Unlocked, kind: str
):
    place = loaded(member)
    answer = member.post(f"{place}exporter/", {"kind": kind, "passphrase": OTHER})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="dossier.{kind}"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    file = SimpleUploadedFile(f"dossier.{kind}", answer.getvalue())
    member.post("/dossiers/importer/", {"file": file, "passphrase": OTHER})
    one, two = (open_dossier(person, listed.id) for listed in list_dossiers(person))
    assert sorted(parts_of(one), key=str) == sorted(parts_of(two), key=str)


@pytest.mark.parametrize(
    "content",
    [b"rien", b"PK\x03\x04 presque", b"age-encryption.org/v1\n"],
)
def test_what_is_no_export_is_refused_with_a_reason(
    member: Newcomer, person: Unlocked, content: bytes
):
    file = SimpleUploadedFile("dossier.age", content)
    answer = member.post("/dossiers/importer/", {"file": file, "passphrase": OTHER})
    assert answer.status_code == 422
    assert "ne s’ouvre pas" in answer.content.decode()
    assert list_dossiers(person) == ()


@pytest.mark.parametrize("top", ["", "Dossier d’Aminata/"])
def test_a_folder_zipped_by_hand_comes_in_under_any_name(
    member: Newcomer, person: Unlocked, top: str
):
    into = io.BytesIO()
    folder = example_folder()
    assert folder is not None
    with zipfile.ZipFile(into, "w") as archive:
        archive.write(folder / "dossier.toml", f"{top}dossier.toml")
        archive.writestr(f"{top}captures/a.png", b"a")
        archive.writestr(f"{top}captures/.DS_Store", b"x")
        archive.writestr(f"__MACOSX/{top}._dossier.toml", b"x")
    file = SimpleUploadedFile("dossier.zip", into.getvalue())
    member.post("/dossiers/importer/", {"file": file})
    (listed,) = list_dossiers(person)
    paths = {part.path for part in parts_of(open_dossier(person, listed.id))}
    assert paths >= {"dossier.toml", "captures/a.png"}
    assert not any("DS_Store" in path or "MACOSX" in path for path in paths)


def test_an_archive_that_climbs_out_is_refused(member: Newcomer, person: Unlocked):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("dossier/dossier.toml", b"schema = 1")
        archive.writestr("dossier/../../x", b"x")
    file = SimpleUploadedFile("dossier.zip", into.getvalue())
    assert member.post("/dossiers/importer/", {"file": file}).status_code == 422
    assert list_dossiers(person) == ()


def test_a_protected_file_has_a_passphrase_and_is_not_too_long(
    member: Newcomer, monkeypatch: pytest.MonkeyPatch
):
    place = loaded(member)
    assert member.post(f"{place}exporter/", {"kind": "age"}).status_code == 422
    monkeypatch.setattr(_archive, "MOST_IN_MEMORY", 10_000)
    answer = member.post(f"{place}exporter/", {"kind": "age", "passphrase": OTHER})
    assert answer.status_code == 422
    assert "trop grand" in answer.content.decode()


def test_erasing_is_asked_twice(member: Newcomer, person: Unlocked):
    place = loaded(member)
    assert member.post(f"{place}effacer/", {}).status_code == 422
    assert len(list_dossiers(person)) == 1
    member.post(f"{place}effacer/", {"sure": "on"})
    assert list_dossiers(person) == ()
    assert member.get(place).status_code == 404


def test_the_list_finds_a_name_and_never_puts_it_in_a_title(member: Newcomer):
    loaded(member)
    assert example_folder() is not None
    found = member.post("/dossiers/", {"q": "aminata"}).content.decode()
    assert "Aminata" in found
    title = re.search("<title>(.*?)</title>", found)
    assert title is not None
    assert title[1] == "Mes dossiers – Plaise"
    assert "Aminata" not in member.post("/dossiers/", {"q": "personne"}).content.decode()
