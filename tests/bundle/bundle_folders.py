"""Dossier folders with real pictures and PDFs, small enough to be made for each test."""

from __future__ import annotations

import hashlib
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

from factories import make_capture
from plaise.dossier import Capture, Piece, PieceKind, Result

SIZE = (320, 200)
ORIENTATION = 0x0112


def make_picture(words: str, size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """A picture whose corners differ, so that any turn or mirror shows."""
    picture = Image.new("RGB", size, (238, 240, 246))
    draw = ImageDraw.Draw(picture)
    draw.text((12, 12), words, fill=(10, 20, 30))
    draw.rectangle((size[0] - 60, size[1] - 30, size[0] - 1, size[1] - 1), fill=(200, 0, 0))
    draw.rectangle((0, size[1] - 20, 20, size[1] - 1), fill=(0, 120, 0))
    return picture.convert(mode)


def picture_bytes(picture: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, **options)
    return made.getvalue()


def exif(orientation: int) -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    return data


def put_capture(
    folder: Path,
    name: str,
    raw: bytes,
    when: datetime | date | None = datetime(2026, 10, 12, 8, 14),  # noqa: DTZ001
    result: Result = Result.REFUSAL,
    **facts: Any,
) -> Capture:
    """Write a capture in the folder and describe it as reading would."""
    path = folder / "captures" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    made = make_capture(when, result, name=name, **facts)
    digest = hashlib.sha256(raw).hexdigest()
    return made.model_copy(update={"sha256": digest, "size": len(raw)})


def put_piece(folder: Path, name: str, raw: bytes, **facts: Any) -> Piece:
    path = folder / "pieces" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return Piece(**{"file": name, "kind": PieceKind.OTHER, "label": f"Pièce {name}", **facts})


def make_pdf(pages: int = 1, words: str = "Contrat de travail", turn: int = 0) -> pikepdf.Pdf:
    """A PDF of real text, whose content also draws outside its page."""
    pdf = pikepdf.Pdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Rotate = turn
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        drawing = f"0 0 1 rg -60 -60 90 90 re f 0 g BT /F1 20 Tf 60 700 Td ({words} {number}) Tj ET"
        page.obj.Contents = pdf.make_stream(drawing.encode())
    return pdf


def pdf_bytes(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    made = io.BytesIO()
    pdf.save(made, **options)
    return made.getvalue()


MAIL = (
    "From: Aminata Exemple <aminata@exemple.test>\r\nTo: etrangers@val-d-exemple.test\r\n"
    "Date: Mon, 26 Oct 2026 10:00:00 +0100\r\nSubject: Demande de rendez-vous\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"
    "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>caché</title><style>x{}"
    "</style></head><body><p>Madame, Monsieur,</p><p>Je n’arrive pas à <b>prendre</b> "
    "rendez-vous.</p><script>alert(1)</script></body></html>\r\n--B\r\nContent-Type: text/plain;"
    " name=note.txt\r\nContent-Disposition: attachment; filename=note.txt\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nYm9uam91cg==\r\n--B--\r\n"
).encode()
