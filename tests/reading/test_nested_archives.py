"""Archives inside archives, to a stated depth; a bomb stays one at any depth."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf
import pytest
from PIL import Image

from plaise.reading._contents import MAX_DEPTH, MAX_PARTS, Part, parts_of


def png(colour: str = "white") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, "PNG")
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(*pictures: bytes) -> bytes:
    media = {f"word/media/image{n}.png": data for n, data in enumerate(pictures, start=1)}
    return zipped({"word/document.xml": b"<w/>", **media})


def pdf(picture: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).save(out, "PDF")
    return out.getvalue()


def nested(depth: int) -> bytes:
    """A picture inside that many archives."""
    data = zipped({"refus.png": png()})
    for number in range(1, depth):
        data = zipped({f"{number}.zip": data})
    return data


def taken(data: bytes) -> list[Part]:
    return list(parts_of(data, "ZIP"))


def test_word_and_pdf_files_inside_archives_give_their_pictures() -> None:
    month = zipped({"octobre.docx": word(png("red"), png("blue")), "tout.pdf": pdf(png("green"))})
    parts = taken(zipped({"mois.zip": month, "seule.png": png()}))
    assert [part.fault for part in parts] == [""] * 4
    assert [part.name for part in parts] == [
        "mois.zip › octobre.docx › word/media/image1.png",
        "mois.zip › octobre.docx › word/media/image2.png",
        "mois.zip › tout.pdf › page 1, image image",
        "seule.png",
    ]
    assert parts[0].data == png("red")


@pytest.mark.parametrize("depth", range(1, MAX_DEPTH + 1))
def test_every_depth_up_to_the_limit_is_opened(depth: int) -> None:
    (part,) = taken(nested(depth))
    assert part.data == png()
    assert part.name.count("›") == depth - 1


def test_one_archive_too_deep_is_said_and_the_others_are_read() -> None:
    inner = zipped({"a.png": png(), "encore.zip": nested(1)})
    for number in range(MAX_DEPTH - 1):
        inner = zipped({f"{number}.zip": inner})
    good, deep = taken(inner)
    assert good.data == png()
    assert "les unes dans les autres" in deep.fault


def test_pictures_are_counted_over_all_the_archives_once_each() -> None:
    shelf = zipped({f"{n}.png": png() for n in range(100)})
    parts = taken(zipped({"a.zip": shelf, "b.zip": shelf}))
    assert len(parts) == 200
    assert not any(part.fault for part in parts)
    many = taken(zipped({f"{n}.zip": shelf for n in range(5)}))
    assert many[-1].fault
    assert f"plus de {MAX_PARTS}" in many[-1].fault
    assert sum(bool(part.fault) for part in many) == 1


def test_a_bomb_inside_archives_is_stopped() -> None:
    zeros = zipped({f"{n}.png": b"\x89PNG\r\n\x1a\n" + bytes(50_000_000) for n in range(3)})
    bomb = zipped({f"{n}.zip": zipped({"z.zip": zeros}) for n in range(6)})
    assert len(bomb) < 2_000_000
    size = 0
    faults = []
    for part in parts_of(bomb, "ZIP"):
        size += len(part.data)
        faults.append(part.fault)
    assert size <= 400_000_000
    assert faults[-1]


def test_a_picture_inside_a_pdf_names_its_page() -> None:
    with pikepdf.open(io.BytesIO(pdf(png()))) as document:
        assert len(document.pages) == 1
    (part,) = parts_of(pdf(png()), "PDF")
    assert part.name.startswith("page 1")


def test_a_spoilt_entry_never_hides_its_neighbours() -> None:
    data = bytearray(zipped({"a.png": png("red"), "b.png": png("blue")}))
    start = data.index(b"a.png") + 5
    data[start + 20 : start + 60] = bytes(40)
    first, second = taken(bytes(data))
    assert first.fault
    assert second.data == png("blue")
