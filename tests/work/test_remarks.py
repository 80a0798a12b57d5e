"""What is said of captures without anything being done to them."""

from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from dossier_texts import write_dossier
from factories import make_attempts, make_capture
from plaise.dossier import Box, Note, NoteKind, Private, PrivateKind, Result
from plaise.reading import RemarkKind
from plaise.store import DossierFolder
from plaise.work import look, remarks_on, to_look_at
from plaise.work._guide_captures import to_retake

AT = datetime.fromisoformat("2026-10-12T08:14")
LATER = datetime.fromisoformat("2026-10-12T08:15")


def test_the_same_screen_a_minute_later_is_said_and_both_stay_in_use() -> None:
    captures = (make_capture(AT, name="a.png"), make_capture(LATER, name="b.png"))
    (remark,) = remarks_on(captures)["captures/b.png"]
    assert (remark.kind, remark.other) == (RemarkKind.ALIKE, "captures/a.png")
    assert "« a.png »" in remark.said
    assert not any(one.set_aside for one in captures)
    assert "captures/a.png" not in remarks_on(captures)


def test_a_capture_left_aside_looks_like_nothing_any_more() -> None:
    kept = make_capture(AT, name="a.png")
    out = make_capture(LATER, name="b.png").model_copy(update={"set_aside": "laissée de côté"})
    assert not remarks_on((kept, out))


def test_of_two_copies_the_one_set_aside_is_called_the_copy() -> None:
    used = make_capture(AT, name="b.png")
    copy = used.model_copy(update={"path": "captures/a.png", "set_aside": "copie identique"})
    (remark,) = remarks_on((copy, used))["captures/a.png"]
    assert (remark.kind, remark.other) == (RemarkKind.COPY, "captures/b.png")


def test_attempts_of_different_days_are_never_said_alike() -> None:
    assert not remarks_on(make_attempts(24))


def test_private_places_are_proposed_for_masking() -> None:
    box = Box(x=10, y=700, width=200, height=40)
    seen = (Private(kind=PrivateKind.PHONE, box=box),)
    capture = make_capture(AT, name="a.png", private=seen)
    (remark,) = remarks_on((capture,))["captures/a.png"]
    assert (remark.kind, remark.boxes) == (RemarkKind.PRIVATE, (box,))
    assert "« a.png » : un numéro de téléphone" in to_look_at((capture,))[0]


def test_every_kind_of_note_can_be_said_with_its_values() -> None:
    values = dict.fromkeys(("screen", "file", "program", "sign", "size", "zone"), "x")
    for kind in NoteKind:
        capture = make_capture(AT, notes=(Note(kind=kind, values=values),))
        (remark,) = remarks_on((capture,))[capture.source]
        assert "%(" not in remark.said


def test_what_captures_lack_is_said_once_for_each_device() -> None:
    captures = [
        make_capture(AT, name=f"Screenshot_2026101{n}-081430.png", missing=("date",), width=1080,
                     height=2400)
        for n in range(3)
    ]  # fmt: skip
    (line,) = to_retake(captures)
    assert line.startswith("Il manque la date sur « Screenshot_20261010-081430.png », ")
    assert "Android : Baissez le volet" in line
    assert "iPhone" not in line


def test_a_page_that_proves_nothing_needs_no_retake() -> None:
    assert not to_retake([make_capture(AT, Result.CAPTCHA, missing=("url",))])


@pytest.mark.engine
def test_the_name_in_the_facts_is_told_when_a_capture_shows_it(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier")
    image = Image.new("RGB", (1000, 600), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(22)
    draw.text((700, 40), "Mon compte : Aminata", "black", font)
    draw.text((60, 300), "Il n'existe plus de plage horaire libre", "black", font)
    image.save(folder / "captures" / "a.png")
    _, (capture,) = look(DossierFolder(folder))
    assert [one.kind for one in capture.reading.private] == [PrivateKind.NAME]
    assert capture.reading.private[0].box.x > 700
