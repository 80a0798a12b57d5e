"""The rules on what the real engine saw of the example's pictures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from reading_pages import recordings, replay

from plaise.dossier import Note, NoteKind
from plaise.reading._conclude import conclude
from plaise.reading._rules import look

RECORDS = recordings()


def concluded(record: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": "x.png",
        "metadata": {},
        "zone": "Europe/Paris",
        "today": date(2026, 11, 23),
    }
    return conclude(look(replay(record)), **{**given, **changes})


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_recorded_page_says_what_a_person_sees(name: str) -> None:
    shows = RECORDS[name]["shows"]
    values = concluded(RECORDS[name], name=RECORDS[name]["file"])
    got = {key: values.get(key) for key in shows}
    got["missing"] = list(values["missing"])
    got["result"] = values["result"].value
    assert got == shows
    assert values["exercise"]


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_finding_has_its_place_in_the_picture(name: str) -> None:
    record = RECORDS[name]
    for finding in concluded(record)["findings"].values():
        if finding.box is not None:
            assert 0 <= finding.box.x <= finding.box.x + finding.box.width <= record["width"]
            assert 0 <= finding.box.y <= finding.box.y + finding.box.height <= record["height"]


def test_the_screen_is_kept_when_the_file_says_otherwise() -> None:
    record = RECORDS["ez_plus_de_plage-portable"]
    values = concluded(record, name="Capture d'écran 2026-10-20 081430.png")
    assert values["date"] == record["shows"]["date"]
    (note,) = values["notes"]
    assert note.kind is NoteKind.SOURCES
    assert note.values["screen"] == "12/10/2026 à 8 h 14"
    assert note.values["file"] == "20/10/2026 à 8 h 14 (son nom)"


def test_screen_metadata_and_name_that_differ_are_shown_side_by_side() -> None:
    exif = {"exif:DateTimeOriginal": "2026:10:19 09:00:00"}
    values = concluded(RECORDS["ez_plus_de_plage-portable"], metadata=exif,
                       name="Capture d'écran 2026-10-20 081430.png")  # fmt: skip
    (note,) = values["notes"]
    assert (
        note.values["file"] == "19/10/2026 à 9 h 00 (ses données) ; 20/10/2026 à 8 h 14 (son nom)"
    )


def test_metadata_that_agree_say_nothing() -> None:
    record = RECORDS["ez_plus_de_plage-portable"]
    exif = {"exif:DateTimeOriginal": "2026:10:12 08:14:30"}
    values = concluded(record, metadata=exif)
    assert (values["warnings"], values["notes"]) == ((), ())


def test_a_received_copy_never_contradicts_the_screen() -> None:
    record = RECORDS["ez_plus_de_plage-portable"]
    values = concluded(record, name="IMG-20261120-WA0003.jpg")
    assert values["warnings"] == ()
    assert [note.kind for note in values["notes"]] == [NoteKind.RECEIVED]


def test_an_image_editor_leaves_a_trace_that_is_told() -> None:
    record = RECORDS["ez_plus_de_plage-portable"]
    values = concluded(record, metadata={"exif:Software": "GIMP 2.10"})
    assert Note(kind=NoteKind.EDITED, values={"program": "GIMP 2.10"}) in values["notes"]


def test_a_date_in_the_future_is_told() -> None:
    record = RECORDS["ez_plus_de_plage-portable"]
    values = concluded(record, today=date(2026, 10, 1))
    assert any("futur" in text for text in values["warnings"])


def test_a_phone_gets_its_day_from_its_file_name_only_when_the_times_agree() -> None:
    record = RECORDS["rdvpref_aucun_creneau-telephone"]
    agreed = concluded(record, name="Screenshot_20261105-081203.png")
    assert agreed["date_inferred"] == "2026-11-05"
    assert "date" in agreed["missing"]
    assert "date_inferred" not in concluded(record, name="Screenshot_20261105-191203.png")
    assert "date_inferred" not in concluded(record, name="IMG-20261105-WA0003.jpg")


def test_a_weekday_alone_fixes_the_year() -> None:
    values = concluded(RECORDS["ez_plus_de_plage-association"])
    assert values["date_inferred"] == "2026-10-15"
