"""Photographs and scans: the screen is found in the picture, made level, and put back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plaise.dossier import Result
from plaise.reading._engine import Line, Slanted
from plaise.reading._page import Page
from plaise.reading._photo import Level, level_of, read_photo
from plaise.reading._photographed import photographed
from plaise.reading._rules import Facts, look

NOTHING = look(Page.of(1, 1, []))


def seen_slowly(image: Image.Image, engine: Sheet) -> Facts:
    """What the slow way says of a picture on which the ordinary one saw nothing."""
    return photographed(image, NOTHING, engine, lambda _: [])


levels = st.builds(Level, st.floats(0, 2000), st.floats(-0.06, 0.06), st.floats(-0.00004, 0.00004))


@given(levels, st.floats(0, 3000), st.floats(0, 3000))
def test_a_point_made_level_comes_back_to_its_place(level: Level, x: float, y: float) -> None:
    assert level.up(x, level.down(x, y)) == pytest.approx(y, abs=0.01)


def slanted(
    text: str, x: float, y: float, width: float, level: Level, height: float = 20
) -> Slanted:
    corners = tuple(
        (one, level.down(one, down))
        for one, down in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    )
    return Slanted(text, corners, 0.99)


def test_the_slope_of_long_lines_tells_how_a_picture_leans() -> None:
    true = Level(1000, 0.02, 0.00001)
    lines = [slanted("…", 100, 150 * n, 1500, true) for n in range(1, 12)]
    lines.append(slanted("a stray", 100, 400, 300, Level(1000, -0.3)))
    found = level_of(lines, 2000, 1000)
    assert found.lean == pytest.approx(0.02, abs=0.001)
    assert found.turn == pytest.approx(0.00001, rel=0.2)


class Sheet:
    """An engine that sees one screen, printed askew on a sheet; then that screen alone."""

    SHOWN = (
        ("www.val-doise.gouv.fr/booking/create/9829/2", 160, 240, 560),
        ("Vérification de disponibilité", 180, 360, 360),
        (
            "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous.",
            180,
            420,
            800,
        ),
        ("Terminer", 180, 470, 100),
        ("14:05 18/12/2020", 900, 860, 200),
    )

    CUT = 85, 182, 1090  # the left, the top and the width of what is cut out around them

    def __init__(self) -> None:
        self.level = Level(620, 0.03)
        self.sizes: list[tuple[int, int]] = []

    def slanted(self, image: bytes) -> list[Slanted]:
        size = int.from_bytes(image[18:22], "little"), int.from_bytes(image[22:26], "little")
        self.sizes.append(size)
        if len(self.sizes) == 1:
            return [slanted(text, x, y, width, self.level) for text, x, y, width in self.SHOWN]
        if len(self.sizes) > 2:
            return []  # the bars alone: this engine sees nothing more there
        left, top, width = self.CUT
        scale = size[0] / width
        straight = Level(0)
        return [
            slanted(text, (x - left) * scale, (y - top) * scale, long * scale, straight, 20 * scale)
            for text, x, y, long in self.SHOWN
        ]

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        del image, side
        return []


def test_a_scan_is_read_as_the_screen_that_it_shows() -> None:
    facts = seen_slowly(Image.new("RGB", (1240, 1754), "white"), Sheet())
    assert facts.address is not None
    assert facts.address.host == "val-doise.gouv.fr"
    assert facts.clock is not None
    assert (facts.clock.moment.iso_date, facts.clock.moment.iso_time) == ("2020-12-18", "14:05")
    assert facts.verdict.result is Result.REFUSAL


def test_what_is_read_on_a_scan_is_shown_where_it_stands() -> None:
    engine = Sheet()
    photo = read_photo(Image.new("RGB", (1240, 1754), "white"), engine)
    found = photo.back(photo.page.lines[-1]).box
    true = slanted("", 900, 860, 200, engine.level)
    middle = found.x + found.width / 2, found.y + found.height / 2
    assert middle == pytest.approx(true.middle, abs=12)


def test_a_picture_without_text_stays_unreadable() -> None:
    class Blind(Sheet):
        def slanted(self, image: bytes) -> list[Slanted]:
            return []

    facts = seen_slowly(Image.new("RGB", (600, 400), "white"), Blind())
    assert facts.verdict.result is Result.UNREADABLE
    assert facts.address is None
    assert facts.clock is None


def test_a_line_that_the_first_look_saw_from_its_middle_is_cut_out_whole() -> None:
    class Halved(Sheet):
        """The grain of the screen hid the beginning of every line from the first look."""

        def slanted(self, image: bytes) -> list[Slanted]:
            width = int.from_bytes(image[18:22], "little")
            self.sizes.append((width, 0))
            text, left = "www.val-doise.gouv.fr/booking/create/9829/2", 200
            if len(self.sizes) > 1:
                left = 0 if len(self.sizes) == 2 else 60
            return [
                slanted(text, left, 200, 500, Level(0)),
                slanted("Terminer", 420, 700, 90, Level(0)),
            ]

    engine = Halved()
    read_photo(Image.new("RGB", (1000, 1000), "white"), engine)
    assert len(engine.sizes) == 3


def test_under_a_few_lines_a_screen_goes_on_and_its_bar_stays_at_its_top() -> None:
    class Bare(Sheet):
        """An error page: two words under the bars, and nothing below."""

        SHOWN = (
            ("13/05/2019 05:36", 1000, 205, 150),
            ("www.hauts-de-seine.gouv.fr/booking/create/19842/0", 160, 270, 500),
            ("403 Forbidden", 540, 340, 220),
        )
        CUT = 81, 191, 1148

    facts = seen_slowly(Image.new("RGB", (1240, 1754), "white"), Bare())
    assert facts.address is not None
    assert facts.address.host == "hauts-de-seine.gouv.fr"


@pytest.mark.parametrize("label", ["Pièce n° 8", "Pice n°17", "PIECE N° 3."])
def test_the_number_of_an_exhibit_written_over_a_capture_is_no_part_of_its_screen(
    label: str,
) -> None:
    class Labelled(Sheet):
        SHOWN = ((label, 160, 90, 120), *Sheet.SHOWN)

    engine = Labelled()
    photo = read_photo(Image.new("RGB", (1240, 1754), "white"), engine)
    assert label not in {line.text for line in photo.page.lines}
    assert photo.page.lines[0].box.y < 20


def test_the_text_at_the_left_of_a_wide_screen_is_no_telephone() -> None:
    class Left(Sheet):
        """The page of an Arabic computer: its clock stands at the left, nothing at the right."""

        SHOWN = (
            ("www.val-doise.gouv.fr/booking/create/9829/2", 200, 210, 420),
            ("Vérification de disponibilité", 180, 300, 360),
            ("Il n'existe plus de plage horaire libre", 180, 420, 840),
            ("01:05", 160, 1330, 50),
            ("07/11/2021", 160, 1352, 100),
        )
        CUT = 91, 133, 998

        def __init__(self) -> None:
            super().__init__()
            self.level = Level(0)

    engine = Left()
    photo = read_photo(Image.new("RGB", (2175, 1512), "white"), engine)
    assert not photo.page.upright
    clock = look(photo.page).clock
    assert clock is not None
    assert (clock.moment.iso_time, clock.moment.iso_date) == ("01:05", "2021-11-07")
