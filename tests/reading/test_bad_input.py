"""Files that are broken, hostile or forbidden, through the real worker."""

import io
import os
import signal
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from plaise.dossier import Result
from plaise.reading import Reader, find_duplicates
from plaise.reading._decode import UndecodableError, decode, sniff
from plaise.reading._pool import Worker
from plaise.reading._read import read_bytes

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(workers=1) as one:
        yield one


def png(
    size: tuple[int, int] = (600, 400),
    text: str = "Il n'existe plus de plage horaire libre",
    **options: Any,
) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((20, 50), text, fill="black", font_size=20)
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


def bomb(side: int = 16_000) -> bytes:
    """A tiny PNG that would take a gigabyte once decoded."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(
            ">I", zlib.crc32(name + data)
        )  # fmt: skip

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * (side * 3 + 1) * 50, 9)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def pdf_of(*pictures: bytes) -> bytes:
    document = pikepdf.new()
    for picture in pictures:
        out = io.BytesIO()
        Image.open(io.BytesIO(picture)).convert("RGB").save(out, "PDF")
        document.pages.extend(pikepdf.open(out).pages)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


BAD = {
    "vide.png": (b"", "vide"),
    "tronquee.png": (png()[:900], "abîmée"),
    "programme.png": (b"MZ\x90\0" + b"\0" * 200, "programme"),
    "elf.jpg": (b"\x7fELF" + b"\0" * 200, "programme"),
    "texte.png": (b"bonjour", "n’est pas une image"),
    "bombe.png": (bomb(), "50 millions"),
    "iphone.heic": (b"\0\0\0\x18ftypheic" + b"\0" * 50, "HEIC"),
    "casse.pdf": (b"%PDF-1.7 rien", "PDF"),
    "casse.zip": (b"PK\x03\x04rien", "archive"),
    "vide.zip": (zip_of({}), "aucune image"),
    "texte.pdf": (pdf_of(), "aucune image"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_a_clear_french_warning(tmp_path: Path, reader: Reader, name: str) -> None:
    data, words = BAD[name]
    (tmp_path / name).write_bytes(data)
    [(_, readings)] = reader.read([tmp_path / name])
    assert [one.result for one in readings] == [Result.UNREADABLE]
    assert words in readings[0].warnings[0]
    assert readings[0].file == name


def test_the_other_files_are_still_read(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "bonne.png").write_bytes(png())
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    paths = sorted(tmp_path.iterdir())
    results = {path.name: readings[0].result for path, readings in reader.read(paths)}
    assert set(results) == {path.name for path in paths}
    assert results.pop("bonne.png") is not Result.UNREADABLE
    assert set(results.values()) == {Result.UNREADABLE}


def test_a_missing_file_a_folder_a_link_and_a_pipe_are_refused(
    tmp_path: Path, reader: Reader
) -> None:
    good = tmp_path / "bonne.png"
    good.write_bytes(png())
    (tmp_path / "dossier.png").mkdir()
    (tmp_path / "lien.png").symlink_to(good)
    os.mkfifo(tmp_path / "tube.png")
    names = {"absent.png": "n’existe pas", "dossier.png": "dossier", "lien.png": "lien",
             "tube.png": "ordinaire"}  # fmt: skip
    for path, readings in reader.read([tmp_path / name for name in names]):
        assert readings[0].result is Result.UNREADABLE
        assert names[path.name] in readings[0].warnings[0]


def test_a_file_without_permission_is_refused_in_french(tmp_path: Path) -> None:
    """In a process that is not root, since root may read everything."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    secret.chmod(0)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(tmp_path)
        if os.getuid() == 0:
            os.setuid(65534)
        try:
            read_bytes(Path("secret.png"))
            os.write(writing, b"read")
        except UndecodableError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as answer:
        assert "pas le droit" in answer.read().decode()


def test_a_worker_that_dies_on_a_file_costs_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(png())
    ask = Worker._ask

    def die_on_the_second(self: Worker, file: Any, request: dict[str, object]) -> None:
        if file.name == "1.png":
            os.kill(self._child.pid, signal.SIGSTOP)  # it must not answer before it is killed
        ask(self, file, request)
        if file.name == "1.png":
            self._child.kill()

    monkeypatch.setattr(Worker, "_ask", die_on_the_second)
    with Reader(workers=1) as one:
        read = dict(one.read([tmp_path / f"{number}.png" for number in range(3)]))
    lost = [path.name for path, (told,) in read.items() if told.result is Result.UNREADABLE]
    assert lost == ["1.png"]


def test_a_file_during_which_something_else_killed_the_worker_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "0.png").write_bytes(png())
    ask, asked = Worker._ask, []

    def die_once(self: Worker, file: Any, request: dict[str, object]) -> None:
        if not asked:
            os.kill(self._child.pid, signal.SIGSTOP)  # it must not answer before it is killed
        ask(self, file, request)
        asked.append(file.name)
        if len(asked) == 1:
            self._child.kill()

    monkeypatch.setattr(Worker, "_ask", die_once)
    with Reader(workers=1) as one:
        [(_, [reading])] = one.read([tmp_path / "0.png"])
    assert reading.result is not Result.UNREADABLE
    assert asked == ["0.png", "0.png"]


def test_a_worker_killed_between_two_words_costs_nothing_and_adds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "0.png").write_bytes(png())
    hear, killed = Worker._hear, []

    def kill_after_the_reading(self: Worker) -> dict[str, Any]:
        message = hear(self)
        if "reading" in message and not killed:
            killed.append(self)
            self._child.kill()
            assert self._child.stdout
            self._child.stdout.read()  # « done » is never said
        return message

    monkeypatch.setattr(Worker, "_hear", kill_after_the_reading)
    with Reader(workers=1) as one:
        [(_, [reading])] = one.read([tmp_path / "0.png"])
    assert killed
    assert reading.result is not Result.UNREADABLE


@pytest.mark.parametrize("most", [2, 9])
def test_an_archive_whose_reader_was_killed_is_read_whole_or_as_far_as_it_went(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "envoi.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.png", png())
    hear, heard = Worker._hear, []

    def kill_after_two(self: Worker) -> dict[str, Any]:
        message = hear(self)
        if "reading" in message and len(heard) < most:
            heard.append(message)
            if len(heard) % 2 == 0:
                self._child.kill()
                assert self._child.stdout
                self._child.stdout.read()
        return message

    monkeypatch.setattr(Worker, "_hear", kill_after_two)
    with Reader(workers=1) as one:
        [(_, readings)] = one.read([tmp_path / "envoi.zip"])
    lost = [one.result is Result.UNREADABLE for one in readings]
    assert lost == ([False] * 3 if most == 2 else [False, False, True])


@pytest.mark.parametrize("grown", [False, True])
def test_a_worker_that_died_waiting_or_grew_too_heavy_is_replaced(
    grown: bool, tmp_path: Path
) -> None:
    for number in range(2):
        (tmp_path / f"{number}.png").write_bytes(png())
    with Reader(workers=1) as one:
        list(one.read([tmp_path / "0.png"]))
        (worker,) = one._all
        assert worker._memory > 0
        if grown:
            worker._memory = 5000
        else:
            worker._child.kill()
            worker._child.wait()
        [(_, [reading])] = one.read([tmp_path / "1.png"])
        (other,) = one._all
    assert reading.result is not Result.UNREADABLE
    assert other is not worker
    assert worker._child.poll() is not None


def test_a_folder_full_of_modules_lends_none_to_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit('hostile')")
    (tmp_path / "bonne.png").write_bytes(png())
    monkeypatch.chdir(tmp_path)
    with Reader(workers=1) as one:
        [(_, [reading])] = one.read([Path("bonne.png")])
    assert reading.result is not Result.UNREADABLE


def test_a_reading_that_is_interrupted_leaves_no_child(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.png").write_bytes(png())
    with Reader(workers=1) as one:
        stream = one.read(sorted(tmp_path.iterdir()))
        next(stream)
        children = [worker._child for worker in one._all]
        stream.close()
    assert children
    assert all(child.poll() is not None for child in children)


def test_bytes_after_the_picture_are_told(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "suite.png").write_bytes(png() + b"#!/bin/sh\nexit\n")
    [(_, [reading])] = reader.read([tmp_path / "suite.png"])
    assert any("après la fin" in text for text in reading.warnings)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_clean_picture_has_nothing_after_its_end(kind: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((200, 150), 80).convert("RGB").save(out, kind)
    assert sniff(out.getvalue()) == kind
    assert decode(out.getvalue()).warnings == ()
    assert decode(out.getvalue() + b"suite").warnings != ()


def test_metadata_are_read_with_the_picture() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Creation Time", "2026-10-12T08:14:30")
    exif = Image.Exif()
    exif[0x8769] = {0x9003: "2026:10:12 08:14:30"}
    metadata = decode(png(pnginfo=info, exif=exif)).metadata
    assert metadata["png:Creation Time"] == "2026-10-12T08:14:30"
    assert metadata["exif:DateTimeOriginal"] == "2026:10:12 08:14:30"


def test_every_container_gives_one_reading_per_picture(tmp_path: Path, reader: Reader) -> None:
    one, two = png(text="Service surchargé"), png(text="Page introuvable")
    files = {
        "deux.pdf": pdf_of(one, two),
        "deux.docx": zip_of({
            "word/document.xml": b"<w/>", "word/media/1.png": one, "word/media/2.png": two,
            "docProps/thumbnail.jpeg": one,
        }),
        "deux.odt": zip_of({
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "Pictures/1.png": one, "Pictures/2.png": two,
        }),
        "deux.zip": zip_of({"a.png": one, "__MACOSX/a.png": one, "b.pdf": pdf_of(two)}),
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    for path, readings in reader.read([tmp_path / name for name in files]):
        assert [reading.part for reading in readings] == [1, 2], path.name
        assert all(reading.part_name for reading in readings)
        assert [one.result for one in readings] == [Result.OUTAGE, Result.DEAD_LINK], path.name
        assert readings[0].sha256 != readings[1].sha256


def test_an_archive_bomb_is_stopped(tmp_path: Path, reader: Reader) -> None:
    data = zip_of({"a.png": b"\x89PNG\r\n\x1a\n" + bytes(80_000_000), "b.png": png()})
    (tmp_path / "bombe.zip").write_bytes(data)
    [(_, readings)] = reader.read([tmp_path / "bombe.zip"])
    assert "trop gros" in readings[0].warnings[0]
    assert readings[1].result is not Result.UNREADABLE


def test_too_many_pictures_are_stopped_with_a_word(tmp_path: Path, reader: Reader) -> None:
    empty = {f"i{number}.png": b"x" for number in range(320)}
    (tmp_path / "foule.zip").write_bytes(zip_of(empty))
    [(_, readings)] = reader.read([tmp_path / "foule.zip"])
    assert len(readings) == 301
    assert "plus de 300" in readings[-1].warnings[0]


def test_an_upside_down_photo_is_turned_before_it_is_read() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert decode(png(exif=exif)).size == (400, 600)


def test_only_equal_bytes_are_duplicates(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "1.png").write_bytes(png())
    (tmp_path / "2.png").write_bytes(png())
    (tmp_path / "3.png").write_bytes(png(compress_level=1))
    (tmp_path / "4.png").write_bytes(b"")
    (tmp_path / "5.png").write_bytes(b"")
    found = dict(reader.read(sorted(tmp_path.iterdir())))
    readings = [found[path][0] for path in sorted(found)]
    assert find_duplicates(readings) == {1: 0}
