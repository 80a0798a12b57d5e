"""The plan, the warnings shown once, and the page that a volunteer prints."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from icalendar import Calendar

from dossier_texts import SOUND, write_dossier
from factories import make_attempts, make_dossier, make_request
from plaise.cli import main
from plaise.dossier import Dossier, HardCase
from plaise.law import load_law
from plaise.readiness import assess, plan
from plaise.store import DossierFolder, create_dossier
from plaise.work import plan_dossier, record_shown, warnings_to_show
from plaise.work._volunteer import volunteer_page

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> DossierFolder:
    write_dossier(tmp_path / "d", SOUND)
    (tmp_path / "d" / "captures").mkdir(exist_ok=True)
    (tmp_path / "d" / "pieces").mkdir(exist_ok=True)
    return DossierFolder(tmp_path / "d")


def page(dossier: Dossier) -> tuple[int, str]:
    captures = make_attempts()
    made = volunteer_page(
        dossier,
        assess(dossier, captures, today=NOW.date()),
        plan(dossier, captures, now=NOW),
    )
    with pikepdf.open(io.BytesIO(made)) as pdf:
        count = len(pdf.pages)
    document = pypdfium2.PdfDocument(made)
    return count, document[0].get_textpage().get_text_range()


def test_the_warnings_come_once_and_the_journal_says_which(tmp_path: Path) -> None:
    folder = create_dossier(tmp_path / "d", exercise=True)
    first = warnings_to_show(folder)
    assert [one.id for one in first] == [one.id for one in load_law().before_start()]
    record_shown(folder, first)
    assert warnings_to_show(folder) == ()
    (entry,) = folder.journal().of_kind("warnings_shown")
    assert "guichet" in entry.data["ids"]


def test_new_shows_the_warnings_before_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "d")]) == 0
    shown = capsys.readouterr()
    assert "OQTF" in shown.err
    assert "arrêtées au guichet" in shown.err.replace("\n  ", " ")
    assert "OQTF" not in shown.out


def test_a_folder_without_a_capture_already_has_a_plan(folder: DossierFolder) -> None:
    made = plan_dossier(folder, now=NOW)
    assert made.items
    assert made.today


def test_the_plan_answers_a_program_and_a_calendar(
    folder: DossierFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ics = tmp_path / "plan.ics"
    code = main(["plan", str(folder.path), "--json", "--ics", str(ics)])
    answer = json.loads(capsys.readouterr().out)
    assert code == (1 if answer["stops"] else 0)
    events = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert len(events) == len(answer["items"]) + len(answer["dates"])


def test_a_faulty_folder_of_rules_is_told_in_french(
    folder: DossierFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--law", str(tmp_path / "absent"), "assess", str(folder.path)]) == 2
    assert "ce dossier de règles n’existe pas" in capsys.readouterr().err


def test_the_page_is_one_page_and_says_what_to_do() -> None:
    count, text = page(make_dossier())
    assert count == 1
    assert "EXEMPLE" in text
    assert "à ne pas déposer" in text
    assert "Chaque juge reste libre" in text.replace("\r\n", " ")


@pytest.mark.parametrize(
    "cases",
    [tuple(HardCase), (HardCase.OQTF, HardCase.ALREADY_REGISTERED), (HardCase.OQTF,)],
)
def test_the_page_stays_one_page_when_everything_goes_wrong(cases: tuple[HardCase, ...]) -> None:
    hard = make_request(hard_cases=cases, expires_on=None)
    count, text = page(make_dossier(request=hard, contacts=(), urgency=(), pieces=()))
    assert count == 1
    assert "3039" in text
