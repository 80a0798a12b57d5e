"""My attempts: many at once, pictures of every kind, a slot that is never hidden."""

from __future__ import annotations

import io
import os
import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from captures_cases import drawn, fill, reading
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from web_cases import Newcomer

from plaise.dossier import Box, Private, PrivateKind, Result
from plaise.reading import NOTE_TEXTS, PRIVATE_TEXTS, REMARK_TEXTS
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, file_uploads, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.captures.known import known
from plaise.web.captures.shown import tag_of
from plaise.web.captures.slots import explained
from plaise.web.security import members
from plaise.web.spoken_sources import sentences
from plaise.web.templatetags.plaise import words_of
from plaise.work.seen import reader_of_dossier


def at(dossier: EncryptedDossier, place: str) -> str:
    return f"/dossiers/{dossier.id}/captures/{place}"


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


def send(member: Newcomer, dossier: EncryptedDossier, **fields: object) -> int:
    file = SimpleUploadedFile("une.png", drawn(1))
    form = {"capture": file, "name": str(uuid4()), "came_by": "paste"} | fields
    answer = member.post(at(dossier, "un-fichier/"), form, headers={"x-plaise-script": "1"})
    return answer.status_code


def test_a_file_sent_again_after_a_cut_is_acknowledged_and_kept_once(member, dossier):
    name = str(uuid4())
    assert [send(member, dossier, name=name) for _ in range(2)] == [204, 204]
    assert waiting(dossier.id) == 1
    file_uploads(dossier)
    assert [file.path for file in dossier.originals("captures")] == ["captures/une.png"]
    assert dossier.note("captures/une.png").came_by == "paste"


def test_what_was_taken_out_leaves_the_disk(member, dossier, data):
    def contents() -> set[str]:
        return {
            path.name for path in (data / "blobs" / str(dossier.id)).rglob("*") if path.is_file()
        }

    dossier.add("pieces/kept.pdf", b"kept")
    kept = contents()
    dossier.add("pieces/gone.pdf", b"taken out")
    for path in (data / "blobs").rglob("*"):
        os.utime(path, (0, 0))
    dossier.remove("pieces/gone.pdf")
    WORKER.ask(Kind.READ, dossier)
    WORKER.run_waiting()
    assert contents() == kept


def test_what_is_no_file_or_has_no_name_is_refused(member, dossier):
    assert send(member, dossier, capture="") == 422
    assert send(member, dossier, name="x") == 422
    assert send(member, dossier, came_by="elsewhere") == 422
    assert waiting(dossier.id) == 0


@pytest.mark.parametrize(("kind", "name"), [("WEBP", "a.webp"), ("PNG", "a.png"), ("PDF", "a.pdf")])
def test_pictures_of_every_kind_are_seen_and_the_original_stays_as_it_is(
    member, dossier, kind, name
):
    content = drawn(7, kind)
    (tag,) = fill(dossier, {name: content})
    if kind == "PDF":
        path = f"captures/{name}"
        sha256 = dossier.sha256(path)
        part = reading(0).model_copy(update={"sha256": sha256, "file": path, "part": 1})
        dossier.keep_readings(sha256, reader_of_dossier(dossier), (part,))
        dossier.journal().append("touched", {})
        tag = tag_of(dossier, f"{path}#1")
    small = member.get(at(dossier, f"{tag}/vignette/"))
    assert (small.status_code, small.headers["Content-Type"]) == (200, "image/jpeg")
    with Image.open(io.BytesIO(small.content)) as seen:
        assert max(seen.size) <= 480
    large = member.get(at(dossier, f"{tag}/image/"))
    assert (
        large.headers["Content-Type"]
        == {
            "PNG": "image/png",
            "WEBP": "image/webp",
            "PDF": "image/jpeg",
        }[kind]
    )
    assert "sandbox" in large.headers["Content-Security-Policy"]
    taken = member.get(at(dossier, f"{tag}/original/"))
    assert taken.content == content
    assert "attachment" in taken.headers["Content-Disposition"]


def test_the_sheet_asks_the_database_as_often_for_a_thousand_captures_as_for_ten(
    member, person: Unlocked, monkeypatch: pytest.MonkeyPatch
):
    # However slow this machine is, the session is written before what is counted, not meanwhile.
    monkeypatch.setattr(members, "_SAVE_EVERY", timedelta(days=1))
    few, many = (create_dossier(person, exercise=True) for _ in range(2))
    fill(few, {f"{n}.png": b"%d" % n for n in range(3)})
    fill(many, {f"{n}.png": b"%d" % n for n in range(60)})
    asked = []
    for dossier in (few, many):
        member.get(f"/dossiers/{dossier.id}/")  # the session notes the dossier
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = member.get(at(dossier, "verifier/")).content.decode()
        asked.append(len(queries))
        assert page.count('name="capture"') <= 24
    assert asked[0] == asked[1]


def test_what_is_held_changes_with_the_dossier_and_goes_with_the_key(dossier, person: Unlocked):
    fill(dossier, {"a.png": b"a"})
    assert len(known(dossier).every) == 1
    assert known(dossier) is known(dossier)
    fill(dossier, {"b.png": b"b"})
    assert len(known(dossier).every) == 2
    person.lock()
    assert person.held == {}


def test_a_slot_is_said_on_every_page_until_it_is_explained(member, dossier):
    (tag,) = fill(dossier, {"créneau.png": drawn(3)}, Result.SLOT_OFFERED)
    for place in ("", "verifier/", f"{tag}/"):
        assert at(dossier, f"{tag}/creneau/") in member.get(at(dossier, place)).content.decode()
    page = member.get(at(dossier, f"{tag}/creneau/")).content.decode()
    assert "prenez-le maintenant" in page
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen is not None
    assert member.post(at(dossier, f"{tag}/creneau/"), {"seen": seen[1]}).status_code == 422
    said = {"seen": seen[1], "text": "Il a disparu\r\nquand j’ai cliqué."}
    assert member.post(at(dossier, f"{tag}/creneau/"), said).status_code == 302
    assert 'texte = "Il a disparu quand j’ai cliqué."' in dossier.facts_text()
    assert member.post(at(dossier, f"{tag}/creneau/"), said).status_code == 409


def test_lists_call_a_capture_by_its_moment_and_its_file_comes_second(member, dossier):
    tags = fill(dossier, {"IMG_0001.png": drawn(1), "IMG_0002.png": drawn(2)}, Result.SLOT_OFFERED)
    (first, *_) = (known(dossier).find(tag) for tag in tags)
    assert first is not None
    day, hour = first.shown_on, first.capture.shown_at
    assert day is not None
    assert hour is not None
    title = f"Capture du {words_of(day)}, {hour.hour} h {hour.minute:02d}"
    assert first.title.replace("\u00a0", " ") == title.replace("\u00a0", " ")
    text, version = dossier.versioned_facts()
    dossier.write_facts(explained(text, first.capture.name, "Il a disparu."), seen=version)
    place = f"/dossiers/{dossier.id}/explications/"
    named = {at(dossier, ""): {"2"}, place: {"1"}, f"{place}ajouter/": {"1", "2"}}
    for page, numbers in named.items():
        said = re.findall(
            r"Capture du \w+ \w+ \w+ \d{4}, \d+ h \d\d\W+IMG_000(\d)", plain(member, page)
        )
        assert set(said) == numbers
    assert f"{first.tag}/vignette/" in member.get(place).content.decode()


def test_a_file_that_nothing_tells_of_keeps_its_own_name_whole_for_those_who_hear(member, dossier):
    text, version = dossier.versioned_facts()
    name = "Capture d'écran 2026-10-12 081430.png"
    dossier.write_facts(explained(text, name, "Il a disparu."), seen=version)
    page = member.get(f"/dossiers/{dossier.id}/explications/").content.decode()
    isolated = [unescape(one) for one in re.findall(r'<bdi dir="ltr">([^<]*)</bdi>', page)]
    assert isolated == [name] * 3
    assert unescape(re.sub(r"<bdi.*?</bdi>", "", page)).count("Capture d'écran") == 0


def plain(member: Newcomer, page: str) -> str:
    """The words of a page."""
    text = unescape(re.sub(r"<[^>]+>", " ", member.get(page).content.decode()))
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


def test_an_explanation_is_changed_not_written_twice():
    once = explained("schema = 1\n", "a.png", "Avant.")
    twice = explained(explained(once, "b.png", "Autre."), "a.png", "Après.")
    assert re.findall(r'texte = "(.*)"', twice) == ["Après.", "Autre."]


def test_look_alikes_and_what_to_do_next_time_are_told_beside_the_picture(member, dossier):
    tags = fill(dossier, {"a.png": drawn(1), "b.png": drawn(2)})
    for number, name in enumerate("ab"):
        sha256 = dossier.sha256(f"captures/{name}.png")
        twin = reading(0).model_copy(
            update={
                "sha256": sha256,
                "time": f"08:0{number}",
                "missing": ("url",),
                "file": f"captures/{name}.png",
            }
        )
        dossier.keep_readings(sha256, reader_of_dossier(dossier), (twin,))
    dossier.journal().append("touched", {})
    pages = [member.get(at(dossier, f"{tag}/")).content.decode() for tag in tags]
    assert sum("montre le même écran que" in page for page in pages) == 1
    assert all("Pour la prochaine capture" in page for page in pages)


def test_the_calendar_is_a_picture_that_runs_nothing(member, dossier):
    fill(dossier, {"a.png": b"a"})
    page = member.get(at(dossier, "")).content.decode()
    assert "1 tentative sans succès" in page
    drawing = member.get(at(dossier, "calendrier/"))
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in drawing.headers["Content-Security-Policy"]
    assert b"<script" not in drawing.content


def test_every_remark_of_the_reader_can_be_translated():
    told = {*NOTE_TEXTS.values(), *PRIVATE_TEXTS.values(), *REMARK_TEXTS.values()}
    assert told <= set(sentences())


def test_a_copy_is_masked_seen_kept_and_shown_again_without_javascript(member, dossier):
    picture = drawn(5)
    (tag,) = fill(dossier, {"a.png": picture})
    place = at(dossier, f"{tag}/masquer/")
    _guess_something_private(dossier, Box(x=10, y=300, width=200, height=30))
    page = member.get(place).content.decode()
    (zone,) = re.findall(r'name="zone" id="zone-1" value="([\d,]+)"', page)
    assert zone == "10,300,200,30"
    drawing = member.get(at(dossier, f"{tag}/masquer/numeros/"))
    assert drawing.content.startswith(b"\xff\xd8")
    assert member.post(place, {"zone": zone, "doing": "see"}).status_code == 422  # no reason
    assert member.post(place, {"why": "privé", "doing": "see"}).status_code == 422  # nothing
    asked = {"zone": zone, "boxes": "400,300,50,20", "why": "message privé"}
    seen = member.post(place, asked | {"doing": "see"}).content.decode()
    (boxes,) = re.findall(r'name="boxes" value="([\d,;]+)"', seen)
    preview = member.get(at(dossier, f"{tag}/masquer/apercu/")).content
    with Image.open(io.BytesIO(preview)) as copy:
        assert copy.getpixel((15, 305)) == copy.getpixel((410, 310)) == (0, 0, 0)
        assert copy.getpixel((5, 5)) == (5, 90, 120)
    assert not known(dossier).captures[0].redacted
    answer = member.post(place, {"boxes": boxes, "why": "message privé", "doing": "keep"})
    assert answer.status_code == 302
    assert len(known(dossier).captures[0].redacted) == 2
    assert member.get(at(dossier, f"{tag}/masquer/apercu/")).status_code == 404
    assert dossier.read("captures/a.png") == picture
    member.post(place, {"doing": "undo"})
    assert not known(dossier).captures[0].redacted


def _guess_something_private(dossier: EncryptedDossier, box: Box) -> None:
    path = "captures/a.png"
    sha256 = dossier.sha256(path)
    kept = reading(0).model_copy(
        update={
            "sha256": sha256,
            "file": path,
            "private": (Private(kind=PrivateKind.NOTIFICATION, box=box),),
        }
    )
    dossier.keep_readings(sha256, reader_of_dossier(dossier), (kept,))
    dossier.journal().append("touched", {})


def test_what_proves_is_never_covered_and_the_refusal_is_kind(member, dossier):
    (tag,) = fill(dossier, {"a.png": drawn(5)})
    sha256 = dossier.sha256("captures/a.png")
    read = reading(0)
    date = read.findings["date"].model_copy(update={"box": Box(x=500, y=340, width=90, height=15)})
    kept = read.model_copy(
        update={"sha256": sha256, "file": "captures/a.png", "findings": {"date": date}}
    )
    dossier.keep_readings(sha256, reader_of_dossier(dossier), (kept,))
    dossier.journal().append("touched", {})
    place = at(dossier, f"{tag}/masquer/")
    assert 'data-kept="500,340,90,15;"' in member.get(place).content.decode()
    for doing in ("see", "keep"):
        said = {"boxes": "480,330,60,20", "why": "privé", "doing": doing}
        answer = member.post(place, said)
        assert answer.status_code == 422
        assert "ne prouverait plus rien" in answer.content.decode()
    assert member.post(place, {"boxes": "1,2,3", "why": "x", "doing": "see"}).status_code == 422
    assert not dossier.journal().of_kind("redacted")


def test_a_date_with_two_readings_is_asked_and_never_guessed(member, dossier):
    (tag,) = fill(dossier, {"a.png": drawn(5)})
    sha256 = dossier.sha256("captures/a.png")
    choices = {"date": None, "date_choices": ("2026-03-04", "2026-04-03"), "missing": ("date",)}
    kept = reading(0).model_copy(update={"sha256": sha256, "file": "captures/a.png", **choices})
    dossier.keep_readings(sha256, reader_of_dossier(dossier), (kept,))
    dossier.journal().append("touched", {})
    page = member.get(at(dossier, f"{tag}/")).content.decode()
    assert "Laquelle est la bonne" in page
    chosen = member.get(at(dossier, f"{tag}/?jour=2026-04-03")).content.decode()
    assert re.search(r'name="date_mois" value="4"', chosen)
    said = {"result": "refusal", "time": "00:05", "url": kept.url or "", "on_picture": "on"}
    day = {"date_jour": "3", "date_mois": "4", "date_annee": "2026", "why": "lu"}
    assert member.post(at(dossier, f"{tag}/?jour=2026-04-03"), said | day).status_code == 302
    read = known(dossier).captures[0].reading
    assert (read.date, read.missing) == ("2026-04-03", ())
