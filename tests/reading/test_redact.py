"""A redacted copy: pixels gone, evidence untouched, nothing hidden in the file."""

import io

import pytest
from PIL import Image

from plaise.dossier import Box, PlaiseError
from plaise.reading import redact


def picture() -> bytes:
    image = Image.effect_noise((300, 200), 90).convert("RGB")
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Aminata"
    image.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


SECRET, CLOCK = Box(x=10, y=20, width=60, height=30), Box(x=200, y=180, width=80, height=15)


def test_what_is_hidden_is_black_and_the_rest_is_the_same() -> None:
    original = picture()
    with Image.open(io.BytesIO(redact(original, [SECRET], [CLOCK]))) as copy:
        with Image.open(io.BytesIO(original)) as before:
            same = before.convert("RGB")
        hidden = copy.crop((10, 20, 70, 50))
        assert hidden.getcolors() == [(60 * 30, (0, 0, 0))]
        assert copy.crop((70, 0, 300, 200)).tobytes() == same.crop((70, 0, 300, 200)).tobytes()
        assert not copy.getexif()
        assert not copy.info


def test_the_same_original_and_boxes_give_the_same_bytes() -> None:
    data = picture()
    assert redact(data, [SECRET], []) == redact(data, [SECRET], [])


@pytest.mark.parametrize(
    "box",
    [CLOCK, Box(x=190, y=190, width=20, height=10), Box(x=290, y=0, width=20, height=5),
     Box(x=-1, y=0, width=5, height=5), Box(x=0, y=0, width=0, height=5)],
)  # fmt: skip
def test_a_box_over_the_evidence_or_outside_is_refused(box: Box) -> None:
    with pytest.raises(PlaiseError):
        redact(picture(), [box], [CLOCK])
