"""The clock of the screen, never a date of the page."""

import pytest
from reading_pages import desktop, line, page

from plaise.reading._clock import find_clock
from plaise.reading._clock_face import Clock
from plaise.reading._rules import complete, look, zones_lacking


def said(clock: Clock | None) -> tuple[str | None, str | None] | None:
    if clock is None:
        return None
    return clock.moment.iso_date or clock.moment.partial, clock.moment.iso_time


def test_a_taskbar_on_two_lines_is_one_clock() -> None:
    assert said(find_clock(desktop("Bonjour"))) == ("2020-12-18", "14:05")


@pytest.mark.parametrize(
    ("text", "x", "y", "expected"),
    [
        ("ven. 18 déc. 14:05", 620, 6, ("--12-18", "14:05")),  # GNOME
        ("Ven. 18 déc. à 14:05", 1180, 5, ("--12-18", "14:05")),  # macOS
        ("14:05  18/12/2020", 1190, 742, ("2020-12-18", "14:05")),  # Xfce
        ("18/12/202014:05", 1190, 742, ("2020-12-18", "14:05")),
        ("14:05", 1300, 742, (None, "14:05")),  # ChromeOS, or a small taskbar
        ("FRA 14:05", 1270, 742, (None, "14:05")),
    ],
)
def test_every_desktop_clock_is_found_at_its_edge(
    text: str, x: int, y: int, expected: tuple[str | None, str]
) -> None:
    shown = page(("www.val-doise.gouv.fr/booking/create/1/2", 140, 48), (text, x, y))
    assert said(find_clock(shown)) == expected


def test_a_phone_status_bar_gives_the_time_alone() -> None:
    phone = page(("08:12", 40, 25), ("4G 64 %", 800, 25), width=1080, height=2400)
    assert said(find_clock(phone)) == (None, "08:12")


@pytest.mark.parametrize(
    ("text", "hour"),
    [("14:38△☆ Orange F", "14:38"), ("8:17☆口Bouygues", "08:17"), ("SFR 03:31 72 %", "03:31"),
     ("10:12▶☆ Lycamobile", "10:12")],
)  # fmt: skip
def test_a_carriers_name_does_not_hide_the_hour(text: str, hour: str) -> None:
    phone = page(
        (text, 40, 25), ("5G 64 %", 800, 25), ("Bonjour", 60, 300), width=1080, height=2400
    )
    assert said(find_clock(phone)) == (None, hour)


def test_a_day_before_icons_and_a_carrier_is_read() -> None:
    text = "12:31 Mer. 15 mai ▶ Lycamobile"
    phone = page((text, 40, 25), ("Bonjour", 60, 300), width=1080, height=2400)
    assert said(find_clock(phone)) == ("--05-15", "12:31")


def test_a_loudspeaker_glued_to_the_hour_is_taken_off() -> None:
    assert said(find_clock(page(("412:24", 1280, 745), ("Bonjour", 60, 300)))) == (None, "12:24")


def test_the_title_of_a_tab_is_not_a_clock() -> None:
    assert find_clock(page(("téo 14:00 ×", 880, 12), ("Bonjour", 60, 300))) is None


def test_the_hour_of_a_help_box_is_not_the_clock() -> None:
    box = [("Une question ?", 1240, 715), ("12:13", 1242, 735)]
    shown = page(("www.val-doise.gouv.fr/booking/create/1/2", 140, 48), *box)
    assert find_clock(shown) is None
    with_bar = page(("www.val-doise.gouv.fr", 140, 48), *box, ("jeu. 3 févr. 12:29", 620, 6))
    assert said(find_clock(with_bar)) == ("--02-03", "12:29")


def test_a_phone_status_bar_with_a_date_gives_both() -> None:
    phone = page(("08:12", 40, 25), ("jeu. 5 nov.", 150, 25), width=1080, height=2400)
    assert said(find_clock(phone)) == ("--11-05", "08:12")


@pytest.mark.parametrize(
    "text",
    [
        "Dernière mise en ligne de rendez-vous : le 04/05/2026 à 11:58",
        "Prochaine disponibilité le 18/05/2026",
        "lundi 16 novembre 2026",
        "09:15",
        "18/05/2026",
    ],
)
def test_a_date_in_the_page_is_never_the_captures(text: str) -> None:
    for y in (120, 250, 400, 600):
        assert find_clock(desktop((text), time="", day="")) is None
        assert find_clock(page((text, 300, y))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mis à jour le 12/10/2026 à 14:05",
        "© 12/10/2026 Préfecture du Val-d’Oise",
        "Accueil de 09:15 à 12:00",
        "Ouvert jusqu’au 12/10/2026",
    ],
)
def test_a_footer_at_the_very_bottom_is_not_a_clock(text: str) -> None:
    assert find_clock(page((text, 900, 745))) is None


def test_two_edges_that_disagree_give_nothing() -> None:
    assert find_clock(page(("14:05", 1300, 742), ("15:20", 1300, 5))) is None


def test_slots_in_a_row_at_the_bottom_give_nothing() -> None:
    row = [(f"{hour:02d}:15", 900 + 90 * number, 745) for number, hour in enumerate((9, 10, 11))]
    assert find_clock(page(*row)) is None


def test_a_date_alone_is_not_enough_to_be_a_clock() -> None:
    assert find_clock(page(("18/12/2020", 1270, 745))) is None


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("Sun Feb 5", 620, 6), ("10:44", 699, 6)], ("--02-05", "10:44")),
        ([("2", 1290, 742), ("07:27", 1300, 742)], (None, "07:27")),  # an icon taken for a figure
        ([("1", 1290, 742), ("9:57", 1300, 742)], (None, "19:57")),
    ],
)
def test_pieces_that_touch_are_one_clock_only_when_none_tells_enough_alone(
    pieces: list[tuple[str, int, int]], expected: tuple[str | None, str]
) -> None:
    assert said(find_clock(page(*pieces))) == expected


def test_a_stamp_read_in_two_pieces_is_one() -> None:
    pieces = [("08:12", 40, 25), ("14/08/2023", 52, 2330), ("08:12", 150, 2330)]
    phone = page(*pieces, width=1080, height=2400)
    assert said(find_clock(phone)) == ("2023-08-14", "08:12")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("14:05", 1310, 4), ("18/12/2020", 1270, 22)], "a bar at the top"),
        ([("14:05", 10, 732), ("18/12/2020", 6, 750)], "an Arabic desktop"),
        ([("14:05", 1310, 706), ("vendredi", 1290, 725), ("18/12/2020", 1270, 744)], "a tall bar"),
    ],
)
def test_a_clock_on_several_lines_is_one_wherever_the_bar_stands(
    lines: list[tuple[str, int, int]], expected: str
) -> None:
    shown = page(("www.val-doise.gouv.fr/booking/create/1/2", 140, 62), *lines)
    assert said(find_clock(shown)) == ("2020-12-18", "14:05"), expected


def test_an_update_at_the_foot_of_a_page_is_no_clock() -> None:
    for x in (10, 1100):
        assert find_clock(page(("Mise à jour : 12/03/2019 14:05", x, 745))) is None


def test_figures_that_the_engine_guessed_are_no_clock() -> None:
    shown = page(line("01:38 12/12/2019", 1200, 742, confidence=0.71))
    assert find_clock(shown) is None


def test_an_hour_that_may_have_lost_its_first_figure_is_looked_at_again() -> None:
    shown = find_clock(page(("9:57 18/12/2020", 1200, 742)))
    assert shown is not None
    assert shown.short
    for text in ("09:57 18/12/2020", "9:57 AM 18/12/2020"):
        clock = find_clock(page((text, 1200, 742)))
        assert clock is not None
        assert not clock.short


def test_an_hour_of_one_figure_is_kept_only_when_a_second_look_says_it() -> None:
    shown = page(("www.val-doise.gouv.fr/booking/create/1/2", 140, 48), ("6:36", 1300, 742))
    first = look(shown)
    assert first.clock is not None
    assert complete(first, page(("nothing", 1, 400)), shown).clock is None
    for text, expected in (("6:36 PM", "18:36"), ("16:36", "16:36"), ("6:36", "06:36")):
        clock = complete(first, page((text, 1300, 742)), shown).clock
        assert clock is not None
        assert clock.moment.iso_time == expected


def test_two_looks_that_see_two_hours_leave_none() -> None:
    shown = page(line("08:37", 1300, 742, confidence=0.9))
    first = look(shown)
    assert complete(first, page(line("06:37", 1300, 742, confidence=0.9)), shown).clock is None
    surer = complete(first, page(line("06:37", 1300, 742, confidence=0.99)), shown).clock
    assert surer is not None
    assert surer.moment.iso_time == "06:37"


def test_a_year_read_apart_belongs_to_the_day_before_it() -> None:
    shown = page(
        line("vendredi 16 octobre", 811, 742, height=14),
        line("2026", 946, 742, height=14), line("18:09", 985, 742, height=14), width=1024,
    )  # fmt: skip
    assert said(find_clock(shown)) == ("2026-10-16", "18:09")


def test_the_hour_of_a_help_box_right_above_the_task_bar_is_not_the_clock() -> None:
    box = [("Une question ?", 1454, 802), line("16:17", 1458, 827, 19)]
    shown = page(*box, line("10:47", 1524, 876, 16), width=1600, height=900)
    assert said(find_clock(shown)) == (None, "10:47")
    unread = page(*box, line("川4010:47口", 1423, 869, 30), width=1600, height=900)
    assert said(find_clock(unread)) == (None, "10:47")


def test_the_lowest_of_two_hours_is_the_task_bars() -> None:
    shown = page(("16:17", 1458, 827), ("10:47", 1524, 876), width=1600, height=900)
    assert said(find_clock(shown)) == (None, "10:47")


def test_an_icon_that_touches_the_hour_does_not_join_it() -> None:
    hour, bell = line("17:13", 1211, 1001, 15), line("0", 1251, 1000, 19)
    assert said(find_clock(page(hour, bell, width=1280, height=1024))) == (None, "17:13")


def test_a_phone_whose_hour_is_sure_is_looked_at_once() -> None:
    address = line("val-doise.gouv.fr/booking/create/9829/2", 200, 120, height=34)

    def lacking(hour: str, confidence: float = 0.99) -> tuple[tuple[float, ...], ...]:
        status = line(hour, 60, 20, height=34, confidence=confidence)
        facts = look(page(status, address, width=1080, height=2340))
        assert facts.address is not None
        return zones_lacking(facts, upright=True)

    assert lacking("14:05") == ()
    assert lacking("14:05", 0.93) != ()
    assert lacking("4:05") != ()
    assert lacking("Bonjour") != ()


def test_an_hour_whose_caption_a_closer_look_cuts_off_is_the_pages() -> None:
    shown = page(("RDV-Préfecture", 60, 30), ("Une question ?", 1216, 690), ("8:29", 1216, 715))
    first = look(shown)
    assert first.clock is None
    assert complete(first, page(("8:29", 1216, 715)), shown).clock is None
    other = page(("RDV-Préfecture", 60, 30), ("8:29", 1216, 715))
    assert complete(look(other), page(("8:29", 1216, 715)), other).clock is not None
