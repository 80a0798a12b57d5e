"""A transparent picture is laid on white strip by strip, as it would be at once."""

import io

import pytest
from PIL import Image

from plaise.reading._decode import decode


def clear_noise(mode: str) -> bytes:
    """A picture of several strips, of every transparency."""
    bands = [Image.effect_noise((64, 700), 60 + 20 * number) for number in range(4)]
    image = Image.merge("RGBA", bands)
    out = io.BytesIO()
    if mode == "P":
        colours = image.convert("RGB").quantize(64)
        colours.save(out, "PNG", transparency=bytes(range(0, 256, 4)))
    else:
        image.convert(mode).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_a_transparent_picture_is_laid_on_white(mode: str) -> None:
    data = clear_noise(mode)
    with Image.open(io.BytesIO(data)) as image:
        layer = image.convert("RGBA")
    white = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    assert decode(data).image.tobytes() == white.tobytes()
