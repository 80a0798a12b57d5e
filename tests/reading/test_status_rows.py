"""Clocks of telephones, tablets and short task bars, among what stands beside them."""

import pytest
from reading_pages import line, page

from plaise.reading._clock import find_clock
from plaise.reading._clock_face import Clock


def said(clock: Clock | None) -> tuple[str | None, str | None] | None:
    if clock is None:
        return None
    return clock.moment.iso_date or clock.moment.partial, clock.moment.iso_time


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("23:42 |282 Ko/s O 26°", "23:42"),
        ("20:07 |211 Ko/s O 0 019°", "20:07"),
        ("00:34|787 Ko/s", "00:34"),
        ("12:12 |1,4 Mo/sOOO", "12:12"),
    ],
)
def test_the_speed_of_the_network_does_not_hide_the_hour(text: str, hour: str) -> None:
    phone = page((text, 24, 8), ("rhone.gouv.fr", 110, 84), width=750, height=1334)
    assert said(find_clock(phone)) == (None, hour)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21:53 Lun. 11 janv.", ("--01-11", "21:53")),
        ("11:38 AM jeu.18 janv. 0", ("--01-18", "11:38")),
        ("01:07 Jeu. 12 mai", ("--05-12", "01:07")),
    ],
)
def test_a_tablet_held_sideways_keeps_hour_and_day_at_the_left(
    text: str, expected: tuple[str, str]
) -> None:
    tablet = page((text, 38, 7), ("val-doise.gouv.fr", 900, 60), width=2160, height=1620)
    assert said(find_clock(tablet)) == expected


@pytest.mark.parametrize(
    "title",
    ["RDV 10:20 Doctolib", "14:05 Lun. 11 janv. Convocation", "Lun. 11 janv. 14:05", "14:05"],
)
def test_a_tab_at_the_left_is_no_clock(title: str) -> None:
    desk = page((title, 38, 12), ("www.val-doise.gouv.fr/booking/create/1/2", 140, 48))
    assert said(find_clock(desk)) is None


def bar(day: str, x: int, sure: float = 0.99) -> Clock | None:
    return find_clock(page(("16:01", 1294, 727), line(day, x, 743, confidence=sure)))


def test_a_day_and_a_month_under_the_hour_are_a_date_without_year() -> None:
    assert said(bar("03/11", 1294)) == ("--11-03", "16:01")


@pytest.mark.parametrize(
    ("day", "x", "sure"),
    [
        ("3/11", 1299, 0.99),  # an English screen writes so, in the other order
        ("03/11", 1250, 0.99),  # the beginning of « 03/11/2023 »
        ("03/11", 1294, 0.9),
        ("31/13", 1294, 0.99),
    ],
)
def test_a_day_and_a_month_in_doubt_are_not_told(day: str, x: int, sure: float) -> None:
    assert said(bar(day, x, sure)) == (None, "16:01")


def test_a_title_cut_to_an_hour_among_tabs_is_no_clock() -> None:
    tabs = [("CAF - Mon compte", 270, 20), ("RDV 10:20[", 700, 20), ("Nouvel onglet", 1000, 20)]
    desk = page(*tabs, ("16:01", 1294, 727), ("03/11/2025", 1260, 743))
    assert said(find_clock(desk)) == ("2025-11-03", "16:01")


def test_a_menu_bar_keeps_its_hour_among_menus() -> None:
    menus = [("Fichier", 100, 5), ("Édition", 200, 5), ("Historique", 300, 5)]
    assert said(find_clock(page(*menus, ("Ven. 14:05", 1250, 5)))) == (None, "14:05")


def test_a_loudspeaker_that_is_off_does_not_hide_the_hour() -> None:
    short = page(("0 × FRA  08:11", 1109, 776), width=1280, height=800)
    assert said(find_clock(short)) == (None, "08:11")


@pytest.mark.parametrize(
    ("hour", "day", "expected"),
    [
        ("14:05:33", "vendredi 18 décembre 2020", ("2020-12-18", "14:05")),
        ("14:06:02", "vendredi 18 décembre 2020", (None, "14:05")),
        ("14:05", "vendredi 18 décembre 2020", (None, "14:05")),
        ("14:05:33", "mis à jour le 18 décembre 2020", (None, "14:05")),
    ],
)
def test_the_calendar_that_one_opens_over_the_bar_gives_the_day(
    hour: str, day: str, expected: tuple[str | None, str]
) -> None:
    shown = page(
        ("www.val-doise.gouv.fr/booking/create/1/2", 140, 48), line(hour, 1020, 330, height=44),
        line(day, 1020, 390, height=16), ("décembre 2020", 1020, 440), ("14:05", 1300, 742),
    )  # fmt: skip
    assert said(find_clock(shown)) == expected


@pytest.mark.parametrize("text", ["21:16", "21:16 A", "21:16 ●"])
def test_a_phone_held_sideways_has_its_hour_at_the_left(text: str) -> None:
    network = ("LTE 66 %", 2100, 20)
    phone = page(line(text, 30, 20, 40), network, ("Mercredi 24", 90, 300), width=2340, height=1080)
    assert said(find_clock(phone)) == (None, "21:16")
    carrier = page(line(text, 30, 20, 40), ("Lebara", 300, 20), network, width=2340, height=1080)
    assert said(find_clock(carrier)) == (None, "21:16")
    tabs = page(line(text, 30, 20, 40), ("service-public.fr", 600, 20), network, width=2340)
    assert said(find_clock(tabs)) is None


def test_hours_side_by_side_at_the_top_of_a_cut_are_slots() -> None:
    hours = [line(f"{9 + at:02d}:15", 30 + 500 * at, 20, 40) for at in range(5)]
    assert said(find_clock(page(*hours, ("Choisissez", 90, 300), width=2340, height=1080))) is None


def test_a_full_battery_is_no_part_of_the_hour() -> None:
    phone = page(
        line("4G 100 %回08:04", 578, 14, 48), ("Not Found", 24, 158), width=1080, height=2400
    )
    assert said(find_clock(phone)) == (None, "08:04")


@pytest.mark.parametrize("text", ["06:479", "06:47"])
def test_a_bell_right_after_the_hour_of_a_phone_is_no_figure(text: str) -> None:
    phone = page((text, 28, 14), ("rhone.gouv.fr", 110, 84), width=750, height=1334)
    assert said(find_clock(phone)) == (None, "06:47")


def test_a_task_bar_that_stands_upright_has_its_hour_at_the_foot() -> None:
    hour, body = ("17:31", 8, 740), ("Choisissez votre créneau", 300, 300)
    assert said(find_clock(page(("EN", 10, 700), hour, body))) == (None, "17:31")
    footer = ("Mentions légales", 8, 700)
    assert said(find_clock(page(footer, hour, body))) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12:34 dom. 15 out.", ("--10-15", "12:34")), ("14:35 Sáb. 24 abr.", ("--04-24", "14:35"))],
)
def test_a_screen_in_portuguese_has_its_day_and_hour(text: str, expected: tuple[str, str]) -> None:
    tablet = page((text, 38, 7), ("val-doise.gouv.fr", 900, 60), width=2160, height=1620)
    assert said(find_clock(tablet)) == expected
