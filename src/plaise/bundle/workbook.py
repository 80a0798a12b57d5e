"""The chronology as a workbook (XLSX), for a lawyer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time

from ._chronology import ChronologyRow

_MINUTES = 24 * 60
_COLUMNS = (
    ("Date", 12),
    ("Heure", 8),
    ("Site", 34),
    ("Réponse", 46),
    ("Pièce n°", 9),
    ("Page", 6),
    ("Fichier", 44),
    ("SHA-256 de l’original", 68),
)


def chronology_xlsx(rows: Sequence[ChronologyRow], *, made_on: datetime, mark: str = "") -> bytes:
    """The table with real dates and hours, that sorts and filters; the same rows, the same bytes.

    Args:
        rows: the attempts.
        made_on: written in the properties of the file (naive).
        mark: words above the table and at the head of printed pages, or nothing.
    """
    import xlsxwriter  # noqa: PLC0415 (slow to load, seldom needed)

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": "Chronologie des tentatives", "created": made_on})
    sheet = book.add_worksheet("Chronologie")
    bold = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    hour = book.add_format({"num_format": "hh:mm", "align": "left"})
    top = 1 if mark else 0
    if mark:
        sheet.write_string(0, 0, mark, book.add_format({"bold": True}))
        sheet.set_header(f"&C{mark}")
    for column, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, title, bold)
    for index, row in enumerate(rows, start=top + 1):
        if row.on:
            sheet.write_datetime(index, 0, datetime.combine(row.on, time()), day)
        if row.at:
            sheet.write_number(index, 1, (row.at.hour * 60 + row.at.minute) / _MINUTES, hour)
        sheet.write_string(index, 2, row.host)
        sheet.write_string(index, 3, row.answer)
        sheet.write_number(index, 4, row.exhibit)
        sheet.write_number(index, 5, row.page)
        sheet.write_string(index, 6, row.file)
        sheet.write_string(index, 7, row.sha256)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    book.close()
    return stream.getvalue()
