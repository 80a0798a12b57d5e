"""What several looks at one photograph let tell: what they agree on, and no more."""

from __future__ import annotations

import pytest

from plaise.dossier import Box
from plaise.reading._address import read_address
from plaise.reading._clock_face import Clock
from plaise.reading._engine import Line
from plaise.reading._moment import parse_moment
from plaise.reading._photographed import By, Seen, told_address, told_clock

BOOKING = "https://www.val-doise.gouv.fr/booking/create/9829/2"


def address(by: By, text: str, sure: float = 0.96) -> Seen:
    """A look that read this in the address bar."""
    found = read_address(Line(text, Box(x=0, y=0, width=400, height=20), sure))
    assert found is not None
    return Seen(by, found, None)


def clock(by: By, text: str, sure: float = 0.93) -> Seen:
    """A look that read this at an edge of the screen."""
    moment = parse_moment(text)
    assert moment is not None
    return Seen(by, None, Clock(moment, (Line(text, Box(x=0, y=0, width=90, height=20), sure),)))


def url(*seen: Seen) -> str | None:
    """What is told of the address."""
    told = told_address(seen)
    return told.url if told else None


def test_a_booking_address_that_one_look_reads_clearly_is_told() -> None:
    assert url(address(By.SLOW, BOOKING, 0.98)) == BOOKING
    assert url(address(By.SLOW, BOOKING, 0.91)) == "https://www.val-doise.gouv.fr/…"


def test_an_address_that_two_kinds_of_looks_read_alike_is_told() -> None:
    assert url(address(By.SLOW, BOOKING, 0.9), address(By.LIGHT, BOOKING, 0.9)) == BOOKING


def test_a_number_read_in_two_ways_is_not_told() -> None:
    other = BOOKING.replace("9829", "9329")
    looks = [address(By.SLOW, BOOKING, 0.99), address(By.SOFTENED, other, 0.99)]
    assert url(*looks) == "https://www.val-doise.gouv.fr/…"
    assert url(*looks, address(By.LIGHT, BOOKING), address(By.ORDINARY, BOOKING)) == BOOKING


def test_what_has_not_the_shape_of_a_booking_address_does_not_contest_it() -> None:
    glued = address(By.LIGHT, BOOKING.replace("/2", "72"))
    assert url(glued, address(By.SLOW, BOOKING), address(By.SOFTENED, BOOKING)) == BOOKING


def test_two_looks_of_one_kind_are_one_witness_of_a_name_that_nobody_knows() -> None:
    text = "https://outlook.live.com/mail/0/inbox"
    assert url(address(By.SLOW, text), address(By.SLOW, text)) is None
    assert url(address(By.SLOW, text), address(By.SOFTENED, text)) == text


def test_the_path_of_another_site_is_told_only_when_no_look_reads_it_otherwise() -> None:
    true, other = "doctolib.fr/medecin-generaliste/lyon", "doctolib.fr/medecin-generaliste/tyon"
    looks = [address(by, true, 0.99) for by in (By.SLOW, By.SOFTENED, By.LIGHT)]
    assert url(*looks) == true
    assert url(*looks, address(By.SLOW, other)) == "doctolib.fr/…"


def test_a_look_that_does_not_tell_a_path_belies_none() -> None:
    true = "www.mayotte.gouv.fr/Demarches/Etrangers"
    untold = address(By.ORDINARY, "www.mayotte.gouv.fr/…")
    assert url(untold, address(By.SLOW, true), address(By.LIGHT, true)) == true
    assert url(untold) == "www.mayotte.gouv.fr/…"


def test_an_imitation_that_one_look_sees_is_never_told_as_the_door_that_it_imitates() -> None:
    feigned = address(By.SLOW, "www.ille-et-vilaine-gouv.fr/booking/create/1203/2")
    door = address(By.LIGHT, "www.ille-et-vilaine.gouv.fr/booking/create/1203/2")
    assert url(feigned, door) is None


def test_a_slip_in_the_name_of_a_door_does_not_hide_it() -> None:
    slip = address(By.SLOW, "www.val-doise.gou.fr/booking/create/9829/2")
    door = told_address([slip, address(By.LIGHT, BOOKING)])
    assert door is not None
    assert door.host == "val-doise.gouv.fr"


def time_and_day(*seen: Seen) -> tuple[str | None, str | None]:
    """What is told of the clock."""
    told = told_clock(seen)
    return (told.moment.iso_time, told.moment.iso_date) if told else (None, None)


@pytest.mark.parametrize(("sure", "told"), [(0.92, None), (0.98, "08:32")])
def test_an_hour_that_one_look_alone_sees_is_told_when_clear(sure: float, told: str | None) -> None:
    assert time_and_day(clock(By.SLOW, "08:32", sure)) == (told, None)


def test_an_hour_read_in_two_ways_is_not_told() -> None:
    looks = [clock(By.SLOW, "08:32", 0.99), clock(By.LIGHT, "08:22", 0.99)]
    assert time_and_day(*looks) == (None, None)
    more = [clock(By.SOFTENED, "08:32"), clock(By.ORDINARY, "08:32")]
    assert time_and_day(*looks, *more) == ("08:32", None)


def test_the_hour_stays_when_the_looks_differ_on_the_day() -> None:
    one, other = clock(By.SLOW, "18:42 09/07/2026"), clock(By.SOFTENED, "18:42 08/07/2026")
    assert time_and_day(one, other) == ("18:42", None)


def test_the_look_that_shows_the_day_completes_those_that_show_the_hour() -> None:
    day = clock(By.SLOW, "19:00 10 juin 2022", 0.98)
    assert time_and_day(day, clock(By.LIGHT, "19:00")) == ("19:00", "2022-06-10")
