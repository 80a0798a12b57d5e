"""Exhibits written to a folder, and looked at as a court would."""

from __future__ import annotations

import io
import subprocess
from datetime import datetime
from pathlib import Path

import pikepdf
from bundle_folders import (
    make_picture,
    picture_bytes,
    put_capture,
    put_piece,
)
from PIL import Image

from factories import make_dossier
from plaise.bundle import Originals, plan, write_exhibits
from plaise.dossier import Capture, Dossier, ExhibitPlan, Piece, PieceKind

MORNING = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001
WORDS = "plus de plage horaire"


def dossier_of(*pieces: Piece, exercise: bool = False) -> Dossier:
    return make_dossier(pieces=pieces, urgency=(), contacts=(), exercise=exercise)


def write(
    folder: Path, dossier: Dossier, captures: list[Capture], out: str = "out", cap: int = 30_000_000
) -> tuple[ExhibitPlan, dict[str, Path]]:
    originals = Originals.of_folder(folder)
    made = plan(dossier, captures, originals, cap_bytes=cap)
    write_exhibits(made, dossier, captures, originals, folder / out)
    files = {name: folder / out / name for name in made.files}
    assert sorted(path.name for path in (folder / out).iterdir()) == sorted(files)
    return made, files


def one_piece(folder: Path, name: str, raw: bytes, *, exercise: bool = False) -> Path:
    piece = put_piece(folder, name, raw, kind=PieceKind.URGENCY, label="Promesse d’embauche")
    _, files = write(folder, dossier_of(piece, exercise=exercise), [])
    return next(iter(files.values()))


def one_capture(folder: Path, raw: bytes, name: str = "a.png") -> Path:
    _, files = write(folder, dossier_of(), [put_capture(folder, name, raw)])
    return next(iter(files.values()))


def words(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\u00a0", " ").split())


def render(path: Path, page: int = 1, dpi: int = 72) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-png", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    with Image.open(io.BytesIO(done.stdout)) as picture:
        return picture.convert("RGB")


def rgb(picture: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    pixel = picture.getpixel(at)
    assert isinstance(pixel, tuple)
    return pixel


def stored_picture(path: Path) -> Image.Image:
    with pikepdf.open(path) as pdf:
        stored = pdf.pages[0].Resources.XObject.Im0
        assert isinstance(stored, pikepdf.Stream)
        return pikepdf.PdfImage(stored).as_pil_image().convert("RGB")


def check(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


FORMS = {
    "rgb.png": picture_bytes(make_picture(WORDS)),
    "grey.png": picture_bytes(make_picture(WORDS, mode="L")),
    "palette.png": picture_bytes(make_picture(WORDS, mode="P")),
    "bits.png": picture_bytes(make_picture(WORDS, mode="1")),
    "alpha.png": picture_bytes(make_picture(WORDS, mode="RGBA")),
    "photo.jpg": picture_bytes(make_picture(WORDS), "JPEG", quality=90),
    "grey.jpg": picture_bytes(make_picture(WORDS, mode="L"), "JPEG"),
    "progressive.jpg": picture_bytes(make_picture(WORDS), "JPEG", progressive=True),
    "cmyk.jpg": picture_bytes(make_picture(WORDS, mode="CMYK"), "JPEG"),
    "lossless.webp": picture_bytes(make_picture(WORDS), "WEBP", lossless=True),
}
