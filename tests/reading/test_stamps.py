"""A stamp, or a day beside a phone’s hour: told only when it is sure."""

from reading_pages import line, page

from plaise.reading._clock import find_clock
from plaise.reading._clock_face import Clock
from plaise.reading._page import Page
from plaise.reading._stamp import dated, redated, undated


def phone(*lines: tuple[str, float], hour: str = "13:47", sure: float = 0.99) -> Page:
    shown = [
        line(text, 30, 1000 + 60 * at, confidence=each) for at, (text, each) in enumerate(lines)
    ]
    bar = line(hour, 30, 20, confidence=sure)
    return page(bar, ("Prendre rendez-vous", 30, 400), *shown, width=720, height=1520)


def day(clock: Clock | None) -> str | None:
    return None if clock is None else clock.moment.iso_date or clock.moment.partial


def told(shown: Page) -> str | None:
    return day(dated(find_clock(shown), shown))


def test_a_stamp_of_the_very_minute_tells_the_day() -> None:
    assert told(phone(("13/07/2022 13:47:55", 0.99))) == "2022-07-13"
    assert told(phone(("jeu. 1 déc. 2022 13:47", 0.99))) == "2022-12-01"
    assert told(phone(("2022-07-13 13:47:55", 0.99))) == "2022-07-13"


def test_a_line_of_the_page_tells_no_day() -> None:
    assert told(phone(("13/07/2022 13:48:55", 0.99))) is None
    assert told(phone(("Mis en ligne le 13/07/2022 à 13:47", 0.99))) is None
    assert told(phone(("13/07/2022", 0.99))) is None


def test_a_stamp_badly_seen_waits_for_a_closer_look() -> None:
    for text, sure in (("3/07/2022 13:47:55", 0.99), ("13/07/2022 13:47:55", 0.9)):
        shown = phone((text, sure))
        clock = find_clock(shown)
        assert clock is not None
        assert day(dated(clock, shown)) is None
        assert undated(clock, shown) is not None
        assert day(redated(clock, page(line("13/07/2022 13:47:55", 30, 1000)))) == "2022-07-13"
        misread = page(line("13/07/2022 13:47:55", 30, 1000, confidence=0.9))
        assert day(redated(clock, misread)) is None


def test_a_weekday_that_agrees_vouches_for_a_stamp() -> None:
    assert told(phone(("mer. 13 juil. 2022 13:47", 0.93))) == "2022-07-13"
    assert told(phone(("mar. 13 juil. 2022 13:47", 0.93))) is None
    assert told(phone(("13/07/2022 13:47", 0.93))) is None


def test_a_stamp_that_contradicts_the_bar_tells_nothing() -> None:
    shown = phone(("13/07/2022 13:47", 0.99), hour="13:47 mar. 12 juil.")
    assert told(shown) == "--07-12"


def test_a_day_and_a_month_beside_the_hour_of_a_phone() -> None:
    shown = phone(hour="22:25 11/03")
    assert told(shown) == "--03-11"
    assert told(phone(hour="22:25 30/20")) is None
    desktop = page(("22:25 11/03", 1150, 695), ("Bonjour", 300, 300))
    assert told(desktop) is None
