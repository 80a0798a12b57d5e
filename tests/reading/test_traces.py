"""Signs of editing, sending and saving again: notes in plain words, on real files."""

import io

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from plaise.dossier import NoteKind
from plaise.reading._decode import decode
from plaise.reading._traces import traces


def picture(width: int = 1600, height: int = 900) -> Image.Image:
    """A page of text on white, as a screen draws it."""
    image = Image.new("RGB", (width, height), "#f4f6f8")
    draw = ImageDraw.Draw(image)
    for row in range(20, height, 22):
        draw.text((31, row), "Il n’existe plus de plage horaire libre. " * 5, "#222233")
    return image


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def kinds(data: bytes, name: str = "refus.png", zone: str = "Europe/Paris") -> list[NoteKind]:
    return [note.kind for note in traces(name, decode(data).metadata, zone=zone)]


def test_a_plain_capture_has_no_note() -> None:
    assert kinds(saved(picture(), "PNG")) == []
    assert kinds(saved(picture(1366, 768), "JPEG", quality=88), "refus.jpg") == []


@pytest.mark.parametrize("quality", [60, 75, 90])
def test_a_png_made_from_a_jpeg_shows_it(quality: int) -> None:
    once = Image.open(io.BytesIO(saved(picture(), "JPEG", quality=quality)))
    assert kinds(saved(once, "PNG")) == [NoteKind.REENCODED]


def test_a_jpeg_cropped_then_saved_again_shows_it() -> None:
    once = Image.open(io.BytesIO(saved(picture(), "JPEG", quality=60)))
    again = once.crop((3, 5, 1363, 773))
    assert kinds(saved(again, "JPEG", quality=100), "a.jpg") == [NoteKind.REENCODED]


def test_a_bare_jpeg_of_the_size_that_messaging_keeps_is_said() -> None:
    assert kinds(saved(picture(), "JPEG", quality=90), "a.jpg") == [NoteKind.REENCODED]


def test_the_name_of_a_received_picture_is_enough() -> None:
    data = saved(picture(), "JPEG", quality=90)
    names = (
        "IMG-20261012-WA0003.jpg",
        "WhatsApp Image 2026-10-12 at 08.14.30.jpeg",
        "photo_2026-10-12_08-14-30.jpg",
        "signal-2026-10-12-08-14-30-123.jpg",
    )
    for name in names:
        assert kinds(data, name) == [NoteKind.RECEIVED]


def test_an_editor_is_named_wherever_the_file_names_it() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Software", "Paint.NET 5.1")
    assert kinds(saved(picture(), "PNG", pnginfo=text)) == [NoteKind.EDITED]
    history = PngImagePlugin.PngInfo()
    history.add_itxt("XML:com.adobe.xmp", '<li stEvt:softwareAgent="Adobe Photoshop 26.0"/>')
    assert kinds(saved(picture(), "PNG", pnginfo=history)) == [NoteKind.EDITED]
    plain = PngImagePlugin.PngInfo()
    plain.add_text("Software", "gnome-screenshot")
    assert kinds(saved(picture(), "PNG", pnginfo=plain)) == []


def exif(**tags: str | int) -> Image.Exif:
    numbers = {"width": 0xA002, "height": 0xA003, "taken": 0x9003, "offset": 0x9011}
    data = Image.Exif()
    data[0x010F] = "Un fabricant"
    data.get_ifd(0x8769).update({numbers[name]: value for name, value in tags.items()})
    return data


def test_a_size_that_is_not_the_one_written_by_the_device_is_said() -> None:
    small = saved(picture(720, 1600), "JPEG", exif=exif(width=1080, height=2400))
    same = saved(picture(1080, 2400), "JPEG", exif=exif(width=2400, height=1080))
    assert kinds(small, "a.jpg") == [NoteKind.RESIZED]
    assert kinds(same, "a.jpg") == []


def test_an_offset_that_is_not_the_dossier_s_is_said_with_both() -> None:
    data = saved(picture(), "PNG", exif=exif(taken="2026:10:12 08:14:30", offset="+04:00"))
    (note,) = traces("a.png", decode(data).metadata, zone="Europe/Paris")
    assert note.kind is NoteKind.OFFSET
    assert note.values == {"file": "UTC+04:00", "zone": "UTC+02:00 (Europe/Paris)"}
    assert kinds(data, zone="Indian/Reunion") == []
