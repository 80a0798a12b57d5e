"""The better model settles what two looks left in doubt, and never tells what it alone guessed."""

from reading_pages import line, page

from plaise.dossier import Result
from plaise.reading._address import doubtful
from plaise.reading._bar import unread_bars
from plaise.reading._clock import find_clock
from plaise.reading._fine_look import address_again, unread_address
from plaise.reading._page import Page
from plaise.reading._rules import Facts, look
from plaise.reading._two_clocks import clock_unread, third_clock

SLOTS = (("Choisissez votre créneau", 300, 300), ("10h30", 300, 350), ("11h00", 400, 350))
REFUSAL = (
    ("Choisissez votre créneau", 300, 300), ("Aucun créneau disponible", 300, 350),
    ("Veuillez réessayer ultérieurement.", 300, 390),
)  # fmt: skip
RDV = "rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9039/creneau/"
TOP = (0.0, 0.0, 1.0, 0.1)


class Screen:
    """A bar as the first look, an enlarged one, then the better model read it."""

    def __init__(
        self,
        *bars: str,
        body: tuple[tuple[str, int, int], ...] = SLOTS,
        sure: tuple[float, ...] = (0.96, 0.96, 0.96),
    ) -> None:
        self._pages = [
            page(line(bar, 140, 48, confidence=one), *body)
            for bar, one in zip(bars, sure, strict=False)
        ]
        self.page = self._pages[0]
        self.fine_looks = 0

    def zones(self, zones: object, *, fine: bool = False) -> Page:
        self.fine_looks += fine
        return self._pages[2 if fine else 1]


def told(screen: Screen) -> str | None:
    found = address_again(look(screen.page), screen, TOP).address
    return found.url if found else None


def test_the_better_model_settles_what_two_looks_could_not() -> None:
    misread = RDV.replace("gouv", "gouw")
    assert told(Screen(misread, misread, RDV)) == RDV


def test_it_is_not_asked_when_two_looks_agree() -> None:
    screen = Screen("www.lemonde.fr/a_b", "www.lemonde.fr/a_b", "www.other.fr/x", sure=(0.99,) * 3)
    assert told(screen) == "www.lemonde.fr/a_b"
    assert screen.fine_looks == 0


def test_it_gives_back_the_last_slash() -> None:
    assert told(Screen(RDV[:-1], RDV[:-1], RDV)) == RDV


def test_a_name_that_three_looks_read_in_three_ways_is_not_told() -> None:
    assert told(Screen("cllents.bnp.com/x", "clients.bnp.com/x", "cllents.b.com/x")) is None


def test_an_imitation_is_told_when_the_enlarged_look_saw_the_same() -> None:
    fake = "rdv-prefectures.fr/rdvpref/reservation/demarche/13253/creneau/"
    sure = (0.965, 0.988, 0.999)
    assert told(Screen(fake.replace("-", "", 1), fake, fake, sure=sure)) == fake


def test_names_that_differ_by_a_dot_need_two_very_clear_looks() -> None:
    bars = ("www.malla.com/soin", "www.malia.com/soin", "www.malia.com/soin")
    assert told(Screen(*bars, sure=(0.96, 0.985, 0.992))) is None
    assert told(Screen(*bars, sure=(0.96, 0.997, 0.999))) == "www.malia.com/soin"


UNREAD = "8 https/ww.rdv-prefectureinteriesur.gouy.rovprefresevation/demarche/s9039/creneaul"


def unread(
    seen: str, fine: str, sure: float, body: tuple[tuple[str, int, int], ...] = SLOTS
) -> Facts:
    screen = Screen(seen, "", fine, body=body, sure=(0.8, 0.8, sure))
    first = look(screen.page)
    assert first.address is None
    return unread_address(first, screen)


def test_a_bar_that_no_look_could_read_is_read_by_the_better_model() -> None:
    found = unread(UNREAD, RDV, 0.96)
    assert found.address is not None
    assert found.address.url == RDV
    assert found.verdict.result is Result.SLOT_OFFERED


def test_figures_that_it_alone_saw_are_not_told_unless_clear() -> None:
    other = RDV.replace("9039", "9089")
    found = unread(UNREAD, other, 0.93).address
    assert found is not None
    assert found.url == "rdv-prefecture.interieur.gouv.fr/…"
    clear = unread(UNREAD, other, 0.99).address
    assert clear is not None
    assert clear.url == other


def test_a_name_of_nobody_that_it_alone_saw_is_not_told() -> None:
    assert (
        unread("wwic.ndv-itre-sejour.neti/prelecture", "www.ndv-aitre.net/x", 0.99).address is None
    )


def test_a_refusal_whose_bar_was_unread_counts_once_it_is_clearly_read() -> None:
    seen = "hauts-de-seine.gouv-tr infa/bocting/erwate/T2240/2"
    assert unread(seen, RDV, 0.99, REFUSAL).verdict.result is Result.REFUSAL
    assert unread(seen, RDV, 0.95, REFUSAL).verdict.result is not Result.REFUSAL


def bar(text: str, sure: float) -> Page:
    return page(line(text, 1150, 695, confidence=sure), ("Bonjour", 300, 300))


def test_an_hour_that_two_looks_contest_goes_to_the_one_that_the_third_confirms() -> None:
    first, enlarged = bar("06:18 20/08/2025", 0.9), bar("08:18 20/08/2025", 0.9)
    clock = find_clock(first)
    assert clock_unread(None, enlarged)
    settled = third_clock(clock, enlarged, bar("08:18 20/08/2025", 0.93), first)
    assert settled is not None
    assert (settled.moment.iso_time, settled.moment.iso_date) == ("08:18", "2025-08-20")
    assert third_clock(clock, enlarged, bar("03:13 20/08/2025", 0.93), first) is None


def test_an_hour_that_it_alone_sees_must_be_clear() -> None:
    first = bar("Z0%27", 0.5)
    assert third_clock(None, first, bar("20:27", 0.98), first) is not None
    assert third_clock(None, first, bar("20:27", 0.93), first) is None


def test_a_screen_without_hours_is_not_looked_at_again() -> None:
    assert not clock_unread(None, page(("Rendez-vous à 14:00", 300, 300)))


CHANCE = "mail.google.com/mail/u/0/#inbox/FMfcgzGtwgqLxTnWkVbR"


def test_letters_at_random_are_told_when_the_better_model_confirms_them() -> None:
    assert told(Screen(CHANCE, CHANCE, CHANCE)) == CHANCE
    small = CHANCE.replace("nWk", "nwk")
    assert told(Screen(small, small, CHANCE, sure=(0.96, 0.96, 0.98))) == CHANCE


def test_letters_at_random_that_it_contradicts_are_left_out() -> None:
    other = CHANCE.replace("xTn", "xIn")
    start = CHANCE[: CHANCE.index("FMf")]
    assert told(Screen(CHANCE, CHANCE, other, sure=(0.96, 0.96, 0.98))) == f"{start}…"
    nought = CHANCE.replace("xTn", "x0n")
    assert told(Screen(nought, nought, nought)) == f"{start}…"


def test_a_door_has_no_letters_at_random() -> None:
    door = "rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/element/jsp/appointment.jsp"
    assert told(Screen(door, door, "")) == door


def test_a_number_with_a_one_is_looked_at_again_unless_very_clear() -> None:
    bar = "www.alpes-maritimes.gouv.fr/booking/create/{}/2"
    for number, sure, again in (("1196", 0.98, True), ("1196", 0.99, False), ("2386", 0.98, False)):
        found = look(page(line(bar.format(number), 140, 48, confidence=sure), *SLOTS)).address
        assert found is not None
        assert doubtful(found) is again


def test_a_named_file_or_an_hour_is_no_bar_to_read_again() -> None:
    for text in ("Courrier préfet.docx - Word", "18:04 ven.17 avr.", "Horaires : 9:00 – 12:00"):
        assert unread_bars(page(line(text, 140, 48), *SLOTS)) == []
    assert unread_bars(page(line(UNREAD, 140, 48), *SLOTS))


def test_a_known_name_that_it_alone_reads_is_told_without_its_path() -> None:
    first = "www.bas-thin.gow.ft/Contenus/Questicm-freguentes"
    fine = "www.bas-rhin.gouv.fr/Contenus/Queitiom-frequentes"
    assert told(Screen(first, "bas", fine, sure=(0.9, 0.8, 0.93))) == "www.bas-rhin.gouv.fr/…"
