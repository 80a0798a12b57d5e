"""The journey, page by page: captures in, what they show, documents out."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web_cases import Newcomer

from plaise.dossier import Capture, Reading, Result
from plaise.drafting import Document, Heading, ListBlock, Paragraph, Quote, Run, Style, Table
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, import_parts, waiting
from plaise.web.background import WORKER, Kind, Worker
from plaise.web.captures.devices import DEVICES, devices_for
from plaise.web.captures.forms import SayForm
from plaise.web.results.drawn import drawn
from plaise.web.security import awake
from plaise.work.seen import seen_captures

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
PICTURES = sorted((EXAMPLE / "captures").glob("*.png"))[:2]


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    """The example, with two captures."""
    kept = {path.name for path in PICTURES}
    parts = [
        part
        for part in read_folder(EXAMPLE)
        if not part.path.startswith("captures/") or part.path.rpartition("/")[2] in kept
    ]
    return import_parts(person, parts)


def at(dossier: EncryptedDossier, place: str = "") -> str:
    return f"/dossiers/{dossier.id}/{place}"


def uploads() -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in PICTURES]


@pytest.mark.engine
def test_captures_are_sent_read_and_shown_before_any_fact_is_written(member, person):
    new = create_dossier(person, exercise=True)
    answer = member.post(at(new, "captures/"), {"captures": uploads()})
    assert answer.headers["Location"] == at(new, "captures/lecture/")
    page = member.get(at(new, "captures/lecture/")).content.decode()
    assert "<!--progress 3 0 2-->" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    WORKER.run_waiting()
    assert (seen_captures(new).unread, waiting(new.id)) == (0, 0)
    assert "Tout est lu" in member.get(at(new, "captures/lecture/")).content.decode()
    sheet = member.get(at(new, "captures/verifier/")).content.decode()
    (first, second) = (
        small.replace("vignette/", "image/")
        for small in re.findall(r'src="(\S+/vignette/)"', sheet)
    )
    assert member.get(first.replace("image/", "vignette/")).content.startswith(b"\xff\xd8")
    picture = member.get(first)
    assert picture.headers["Content-Type"] == "image/png"
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    one = member.get(second.removesuffix("image/"))
    assert "Adresse du site" in one.content.decode()
    _say_what_they_show(member, new, first.removesuffix("image/"))
    original = member.get(second.replace("image/", "original/"))
    assert original.headers["Content-Type"] == "application/octet-stream"
    assert original.content in {path.read_bytes() for path in PICTURES}


def _say_what_they_show(member: Newcomer, dossier: EncryptedDossier, place: str) -> None:
    """The clear ones in one gesture; one corrected, with a reason; never without."""
    sheet = member.get(at(dossier, "captures/verifier/")).content.decode()
    tags = re.findall(r'name="capture" value="(\w+)"', sheet)
    assert len(tags) == 2
    member.post(at(dossier, "captures/verifier/"), {"capture": tags})
    (reading, _) = (one.reading for one in seen_captures(dossier).captures)
    said = {"result": "outage", "time": "7h05", "url": reading.url or "", "why": ""}
    assert member.post(place, said).status_code == 422
    assert member.post(place, said | {"time": "demain", "why": "vu"}).status_code == 422
    assert member.post(place, said | {"why": "vu sur l’image"}).status_code == 302
    shown = {(one.reading.result, one.reading.time) for one in seen_captures(dossier).captures}
    assert (Result.OUTAGE, "07:05") in shown
    told = {
        entry.data["element"]: entry.data["on_picture"]
        for entry in dossier.journal().of_kind("corrected")
    }
    assert told == {"result": False, "time": False}
    kinds = {entry.data["who"] for entry in dossier.journal().of_kind("corrected", "confirmed")}
    assert kinds == {"lune-verte"}


def test_a_deduced_date_is_never_confirmed_as_read_on_the_picture(dossier):
    reading = Reading(
        file="a.png",
        sha256="0" * 64,
        result=Result.REFUSAL,
        date_inferred="2026-10-15",
        time="10:05",
        missing=("url",),
    )
    capture = Capture(path="captures/a.png", sha256="0" * 64, size=1, reading=reading)
    typed = {"result": "refusal", "date_jour": "15", "date_mois": "10", "date_annee": "2026"}
    form = SayForm(typed | {"time": "10:05"}, capture)
    assert form.is_valid(), form.errors
    assert {name: form.shows(name) for name, _ in form.said()} == {
        "result": True,
        "date": False,
        "time": True,
    }
    read = SayForm(typed | {"on_picture": "on"}, capture)
    assert read.is_valid()
    assert read.shows("date")


def test_nothing_chosen_is_said_beside_the_field(member, dossier):
    answer = member.post(at(dossier, "captures/"), {})
    assert answer.status_code == 422
    assert "Choisissez au moins un fichier" in answer.content.decode()


def test_an_unlock_takes_up_what_a_restart_left(person, dossier):
    worker = Worker()
    awake.remember("seance", person)
    worker.look_around()
    job = worker.job(Kind.READ, dossier.id)
    assert job is not None
    assert job.state == "waiting"
    person.lock()
    worker.run_waiting()
    assert job.state == "interrupted"


@pytest.mark.engine
def test_documents_are_made_read_and_taken_away(member, dossier):
    before = member.get(at(dossier, "actes/")).content.decode()
    assert "faites d’abord vos documents" in before
    assert member.post(at(dossier, "paquet/")).status_code == 302
    assert "Vos documents se font" in member.get(at(dossier, "paquet/")).content.decode()
    WORKER.run_waiting()
    page = member.get(at(dossier, "paquet/")).content.decode()
    assert "La version 1 est faite" in page
    acts = member.get(at(dossier, "actes/")).content.decode()
    assert f'href="{at(dossier, "actes/requete/")}"' in acts
    petition = member.get(at(dossier, "actes/requete/")).content.decode()
    assert '<article class="act" lang="fr" dir="ltr">' in petition
    assert "L. 521-3" in petition.replace("\u00a0", " ")
    assert member.get(at(dossier, "actes/requete/pdf/")).content.startswith(b"%PDF")
    assert member.get(at(dossier, "actes/requete/docx/")).content.startswith(b"PK")
    filing = member.get(at(dossier, "deposer/")).content.decode()
    assert "Télérecours" in filing
    links = re.findall(r'href="(\S+/deposer/1/\d+/)"', filing)
    archive = zipfile.ZipFile(io.BytesIO(member.get(at(dossier, "deposer/1/tout/")).getvalue()))
    assert len(archive.namelist()) == len(links) == len(dossier.package_files(1))
    contents = {archive.read(name) for name in archive.namelist()}
    assert {member.get(link).content for link in links} == contents
    assert member.get(at(dossier, "deposer/1/9999/")).status_code == 404
    assert member.get(at(dossier, "deposer/2/tout/")).status_code == 404


def test_a_package_that_cannot_be_made_says_why(member, person):
    new = create_dossier(person, exercise=True)
    member.post(at(new, "paquet/"))
    WORKER.run_waiting()
    page = member.get(at(new, "paquet/")).content.decode()
    assert 'class="warning"' in page
    assert not new.package_numbers()


@pytest.mark.parametrize("place", ["pret/", "plan/", "apres/"])
def test_a_dossier_with_facts_is_told_where_it_stands(member, dossier, place):
    page = member.get(at(dossier, place)).content.decode()
    assert 'class="lead"' in page or "Aujourd’hui" in page
    assert "état au" in page or "texte au" in page


@pytest.mark.parametrize("agent", ["Mozilla/5.0 (Linux; Android 15)", "Windows NT 10.0", "iPhone"])
def test_ones_own_device_comes_first_and_every_device_is_there(agent):
    mine, others = devices_for(agent)
    assert mine is not None
    assert {mine, *others} == set(DEVICES)


def test_an_act_cannot_carry_markup_into_the_page():
    bad = (Run("<script>alert(1)</script>", bold=True, italic=True),)
    blocks = (
        Heading(1, bad),
        Paragraph(bad, Style.RIGHT),
        Quote((bad,)),
        ListBlock((bad,), ordered=True),
        Table((bad,), ((bad,),), (1.0,)),
    )
    page = drawn(Document(title="", blocks=blocks))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 6


def test_two_members_unlocked_do_not_see_each_others_work(person, dossier, browser: Newcomer):
    del person
    assert browser.get(at(dossier, "captures/")).status_code == 303
