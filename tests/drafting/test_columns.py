"""Widths of columns, and a Word file that looks the same where our fonts are absent."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaise.drafting import Act, Run, Table, draft, to_docx
from plaise.drafting._columns import column_widths
from plaise.drafting.preview import preview_briefs

BRIEF = preview_briefs()["1-feminin"]
CELLS = st.lists(st.text("ab d12/.\u00a0", max_size=60), min_size=3, max_size=3)


def table(rows: list[list[str]], widths: tuple[float, ...]) -> Table:
    cells = tuple(tuple((Run(word),) for word in row) for row in rows)
    return Table(cells[0], cells[1:], widths)


@given(st.lists(CELLS, min_size=1, max_size=6), st.tuples(*[st.floats(0.1, 90)] * 3))
def test_widths_always_fill_the_page_and_none_is_lost(
    rows: list[list[str]], widths: tuple[float, ...]
) -> None:
    shares = column_widths(table(rows, widths), 9072)
    assert sum(shares) == 9072
    assert min(shares) > 0


def test_a_column_too_narrow_for_its_date_takes_room_from_the_others() -> None:
    date = "lun.\u00a012/10/2026"
    narrow = table([["Date", "Adresse", "Pièce"], [date, "mot " * 40, "12"]], (1, 20, 1))
    first, second, third = column_widths(narrow, 9072)
    assert first > 1300  # twentieths of a point: the date at 8.5 points, with its margins
    assert third > 500
    assert second > first


def test_widths_that_are_wide_enough_stay_as_asked() -> None:
    wide = table([["a", "b", "c"], ["d", "e", "f"]], (1, 2, 1))
    assert column_widths(wide, 1000) == [250, 500, 250]


def test_the_word_file_names_only_fonts_that_others_have() -> None:
    with zipfile.ZipFile(BytesIO(to_docx(draft(Act.REQUETE, BRIEF), made_on=BRIEF.today))) as word:
        for part in ("word/styles.xml", "word/fontTable.xml", "word/document.xml"):
            fonts = re.findall(r'w:(?:ascii|hAnsi|cs|name)="([^"]+)"', word.read(part).decode())
            assert set(fonts) <= {"Times New Roman", "Arial"}


@pytest.mark.office
def test_no_date_of_the_chronology_is_cut_in_libreoffice(tmp_path: Path) -> None:
    source = tmp_path / "requete.docx"
    source.write_bytes(to_docx(draft(Act.REQUETE, BRIEF), made_on=BRIEF.today))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    made = tmp_path / "requete.pdf"
    told = subprocess.run(["pdftotext", "-raw", made, "-"], capture_output=True, check=True)
    dates = re.findall(
        r"^(?:lun|mar|mer|jeu|ven|sam|dim)\.\s\d{2}/\d{2}/2026", told.stdout.decode(), re.M
    )
    assert len(dates) == len(BRIEF.captures)
    fonts = subprocess.run(["pdffonts", made], capture_output=True, check=True).stdout.decode()
    assert "DejaVu" not in fonts
