"""A screen cut in blocks and laid out on sheets: no ink is cut, lost, or read twice."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFont

from plaise.dossier import Box
from plaise.reading._blocks import Blank, blocks_of
from plaise.reading._engine import Line
from plaise.reading._look import Looker, Screen
from plaise.reading._sheets import sheets

WIDTH, HEIGHT = 640, 480
Word = tuple[int, int, int, int]
WORD = st.tuples(
    st.integers(0, WIDTH - 40), st.integers(0, HEIGHT - 12), st.integers(8, 200), st.integers(5, 30)
)


class Ruler:
    """An engine that sees each stretch of dark rows of each run of columns as one line."""

    def __init__(self) -> None:
        self.calls = 0

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        self.calls += 1
        picture = Image.open(io.BytesIO(image)).convert("L").point(lambda level: 255 * (level < 99))
        lines = []
        for left, right in runs(picture.getprojection()[0]):
            column = picture.crop((left, 0, right, picture.height))
            for top, bottom in runs(column.getprojection()[1]):
                inked = column.crop((0, top, column.width, bottom)).getbbox() or (0, 0, 0, 0)
                box = Box(x=left + inked[0], y=top, width=inked[2] - inked[0], height=bottom - top)
                lines.append(Line(f"{box.width} × {box.height}", box, 1.0))
        return lines


def runs(marks: list[int]) -> list[tuple[int, int]]:
    padded = [0, *marks, 0]
    edges = [at for at in range(1, len(padded)) if bool(padded[at]) != bool(padded[at - 1])]
    return [(one - 1, other - 1) for one, other in zip(edges[::2], edges[1::2], strict=True)]


def drawn(words: list[Word], size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    for x, y, width, height in words:
        ImageDraw.Draw(image).rectangle((x, y, x + width - 1, y + height - 1), "black")
    return image


PITCH, GAP = 8, 2  # columns from one letter to the next, and the blank ones among them
LEADING = 20  # rows from one line to the next
TEXT = st.tuples(
    st.integers(0, (WIDTH - 40) // PITCH - 1).map(lambda column: column * PITCH),
    st.integers(0, HEIGHT // LEADING - 1).map(lambda row: row * LEADING),
    st.integers(1, 25).map(lambda letters: letters * PITCH - GAP),
    st.integers(5, LEADING - 4),
)


def written(words: list[Word]) -> Image.Image:
    """Words in letters: no edge of theirs is a rule, even where they overlap."""
    image = drawn(words)
    for gap in range(PITCH - GAP, WIDTH, PITCH):
        ImageDraw.Draw(image).rectangle((gap, 0, gap + GAP - 1, HEIGHT), "white")
    return image


@given(st.lists(TEXT, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_word_is_in_one_block_whole(words: list[Word]) -> None:
    image = written(words)
    blocks = blocks_of(image, Blank.of(image))
    for x, y, width, height in words:
        right, bottom = min(WIDTH - GAP, x + width), min(HEIGHT, y + height)
        homes = [
            one
            for one in blocks
            if one.left <= x and right <= one.right and one.top <= y and bottom <= one.bottom
        ]
        assert len(homes) == 1


@given(st.lists(WORD, min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_a_sheet_leads_back_to_the_place_of_each_block(words: list[Word]) -> None:
    image = drawn(words)
    blank = Blank.of(image)
    blocks = blocks_of(image, blank)
    seen = []
    for sheet in sheets(image, blocks, blank, width=WIDTH, side=1280):
        for one in sheet.placed:
            x, y = one.x + one.block.width / 2, one.y + one.block.height / 2
            right, down = sheet.shift(x, y)
            assert (one.x + right, one.y + down) == (one.block.left, one.block.top)
            place = (one.x, one.y, one.x + one.block.width, one.y + one.block.height)
            block = (one.block.left, one.block.top, one.block.right, one.block.bottom)
            apart = ImageChops.difference(sheet.image.crop(place), image.crop(block))
            assert apart.getbbox() is None
            assert place[0] >= 16
            assert place[1] >= 9
            seen.append(one.block)
    assert sorted(seen, key=str) == sorted(blocks, key=str)


def test_text_close_to_the_bars_of_the_browser_is_read_whole() -> None:
    image = drawn([(100, 84, 200, 14), (100, 107, 200, 14)], (1366, 768))
    ImageDraw.Draw(image).line((0, 102, 1366, 102), "gray")
    lines = Screen(image, Looker(Ruler())).page.lines
    assert [(one.box.y, one.box.height) for one in lines] == [(84, 14), (107, 14)]


def test_text_at_the_very_edge_of_a_picture_gets_blank_around_it() -> None:
    image = drawn([(0, 754, 90, 14)], (1366, 768))
    blank = Blank.of(image)
    (sheet,) = sheets(image, blocks_of(image, blank), blank, width=1366, side=1280)
    (one,) = sheet.placed
    assert one.x >= 16
    assert one.y + one.block.height + 9 <= sheet.image.height


def test_a_rule_of_the_page_is_not_read() -> None:
    image = drawn([(0, 300, 1366, 2)], (1366, 768))
    assert blocks_of(image, Blank.of(image)) == []


def test_the_edge_of_a_bar_does_not_join_what_stands_in_it() -> None:
    image = drawn([(20, 745, 60, 14), (1290, 745, 60, 14)], (1366, 768))
    ImageDraw.Draw(image).line((0, 738, 1366, 738), "gray")
    assert [(one.left, one.right) for one in blocks_of(image, Blank.of(image))] == [
        (20, 81),
        (1290, 1351),
    ]


def test_a_picture_without_blank_is_read_in_tiles_and_no_line_twice() -> None:
    noise = Image.effect_noise((400, 1600), 60).point(lambda level: max(level, 130)).convert("RGB")
    tops = range(20, 1580, 37)
    for top in tops:
        ImageDraw.Draw(noise).rectangle((60, top, 300, top + 14), "black")
    page = Screen(noise, Looker(Ruler())).page
    assert [(one.box.y, one.box.height) for one in page.lines] == [(top, 15) for top in tops]


def test_what_did_not_change_is_read_once_and_says_the_same() -> None:
    engine = Ruler()
    looker = Looker(engine)
    font = ImageFont.load_default(16)
    for minute in range(3):
        image = drawn([(200, 20, 150, 14), (200, 300, 200, 14)], (1366, 768))
        ImageDraw.Draw(image).text((1290, 740), f"14:0{minute}", "black", font=font)
        page = Screen(image, looker).page
    assert engine.calls == 3 + 2  # three bars and a page, then the clock's bar twice
    assert page == Screen(image, Looker(Ruler())).page


def test_a_slot_that_appears_in_a_series_is_read() -> None:
    looker = Looker(Ruler())
    before = drawn([(200, 300, 200, 14)], (1366, 768))
    after = drawn([(200, 300, 200, 14), (200, 400, 90, 30)], (1366, 768))
    assert len(Screen(before, looker).page.lines) == 1
    assert [one.box.y for one in Screen(after, looker).page.lines] == [300, 400]
