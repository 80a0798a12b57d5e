"""What a message says: dates, numbers, limits, tracking."""

import datetime as dt
from datetime import date

import pytest
from followup_cases import Case, filed
from hypothesis import given, settings
from hypothesis import strategies as st
from mail_messages import CONVOCATION, ON, mail, read

from dossier_texts import SOUND
from plaise.dossier import parse_dossier
from plaise.followup.mail import (
    Certainty,
    FoundKind,
    LetterPaper,
    check_tracking,
    extract,
    find_tracking,
    match_letter,
    s10_check_digit,
    suggestions,
)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("Rendez-vous le 18 janvier 2027 à 9 h 30", date(2027, 1, 18), dt.time(9, 30)),
        ("Rendez-vous le lundi 18 janvier 2027 à 14h", date(2027, 1, 18), dt.time(14)),
        ("Rendez-vous : 18/01/2027 09:05", date(2027, 1, 18), dt.time(9, 5)),
        ("Rendez-vous le 18.01.27", date(2027, 1, 18), None),
        ("Rendez-vous du 2027-01-18", date(2027, 1, 18), None),
        ("Vous êtes convoqué le 1er février 2027, à 8 heures", date(2027, 2, 1), dt.time(8)),
        ("Votre rendez-vous du 18 janvier 2027 est confirmé", date(2027, 1, 18), None),
        ("VOUS ÊTES CONVOQUÉ LE 18 JANVIER 2027 À 09H30", date(2027, 1, 18), dt.time(9, 30)),
    ],
)
def test_dates_are_read_as_people_write_them(text, day, hour):
    found = [one for one in extract(text, ON) if one.kind is FoundKind.APPOINTMENT]
    assert [(one.day, one.hour) for one in found] == [(day, hour)]
    assert found[0].seen in " ".join(text.split())


def test_a_date_without_year_is_a_doubtful_guess():
    found = extract("Vous êtes convoqué le 18 janvier à 9h.", ON)[0]
    assert (found.day, found.certainty) == (date(2027, 1, 18), Certainty.WEAK)
    assert "année" in str(found.doubt)


def test_a_weekday_that_does_not_fit_is_a_doubt():
    found = extract("Rendez-vous le mardi 18 janvier 2027.", ON)[0]
    assert "mardi" in str(found.doubt)


@pytest.mark.parametrize(
    "text",
    [
        "Votre courriel du 18 janvier 2027 demandant un rendez-vous.",
        "Rendez-vous le 18 janvier 2020.",
        "Rendez-vous le 31 février 2027.",
    ],
)
def test_other_dates_are_not_appointments(text):
    assert not [one for one in extract(text, ON) if one.kind is FoundKind.APPOINTMENT]


def test_limits_hearings_and_numbers_are_told_apart():
    text = (
        "Affaire n° 2612345. Vous pouvez produire vos observations avant le 4 décembre 2026, dans "
        "un délai de trois jours ouvrés. L’audience aura lieu le 8 décembre 2026 à 14h00. Merci de "
        "répondre sous 48 heures ou dans un délai de 2 mois."
    )
    found = extract(text, ON)
    by_kind = {kind: [one for one in found if one.kind is kind] for kind in FoundKind}
    assert by_kind[FoundKind.CASE_NUMBER][0].number == "2612345"
    assert by_kind[FoundKind.LIMIT][0].day == date(2026, 12, 4)
    assert by_kind[FoundKind.HEARING][0].day == date(2026, 12, 8)
    limits = [(one.amount, str(one.unit)) for one in by_kind[FoundKind.TIME_LIMIT]]
    assert limits == [(3, "jours_ouvres"), (2, "jours"), (2, "mois")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dossier n° 2612345", "2612345"),
        ("Requête nº 26 12345", "2612345"),
        ("Votre dossier numéro 2612345-1", "2612345"),
        ("requête n° 2616798/9", "2616798"),
    ],
)
def test_case_numbers_are_found_as_courts_write_them(text, number):
    assert [one.number for one in extract(text, ON) if one.number] == [number]


def test_the_number_of_an_old_case_is_doubtful_and_a_phone_is_not_one():
    assert extract("CE, affaire n° 2010725", ON)[0].certainty is Certainty.WEAK
    assert extract("n° 0612345678, dossier 9912345", ON) == ()


def test_a_message_suggests_events_that_are_possible():
    case = filed()
    reading = read(mail("Votre requête a été enregistrée sous le n° 2612345."))
    made = suggestions(reading, case.followup, ON)
    assert [(one.kind, one.data["number"]) for one in made] == [("numbered", "2612345")]
    case.record(made[0].kind, **made[0].data)
    assert suggestions(reading, case.followup, ON) == ()
    offered = suggestions(read(mail(CONVOCATION)), case.followup, ON)[0]
    assert offered.kind == "date_offered"
    case.record(offered.kind, **offered.data)
    assert case.followup.state == "date_offered"
    before = suggestions(read(mail(CONVOCATION)), Case().followup, ON)[0]
    assert before.kind == "appointment_received"


def test_published_tracking_numbers_hold():
    # Numbers printed in the documentation of public libraries.
    assert check_tracking("1A 099 205 4479 3").number == "1A09920544793"
    assert check_tracking("6A15602676300").checked is None
    assert check_tracking("EB 000 717 61 8 HK").checked is True
    assert check_tracking("RB167995284IT").checked is True
    assert check_tracking("EB900717618HK").checked is False
    for wrong in ("1A0992054479", "09920544793", "bonjour", "AA 099 205 4479 3"):
        assert check_tracking(wrong) is None


@settings(deadline=None)
@given(st.integers(0, 99_999_999), st.integers(0, 9))
def test_one_wrong_digit_never_passes_an_s10_check(serial, other):
    digits = f"{serial:08}"
    good = s10_check_digit(digits)
    found = check_tracking(f"RK{digits}{other}FR")
    assert found.checked is (other == good)


def test_a_serial_that_is_not_eight_digits_is_refused():
    with pytest.raises(ValueError, match="eight"):
        s10_check_digit("123")


LETTERS = (
    SOUND
    + """
[[contacts]]
moyen = "lettre_recommandee"
date = 2026-11-02
pieces = ["depot.jpg"]

[[contacts]]
moyen = "lettre_recommandee"
date = 2026-11-16
pieces = []

[[pieces]]
fichier = "depot.jpg"
nature = "preuve_de_depot"
libelle = "Preuve de dépôt 1A 099 205 4479 3"
"""
)


def test_a_receipt_goes_to_the_letter_of_the_same_number():
    dossier = parse_dossier(LETTERS)
    found = match_letter(LetterPaper.RECEIPT, "AR 1A 099 205 4479 3", date(2026, 11, 20), dossier)
    assert found[0].contact == 0
    assert found[0].certainty is Certainty.SURE


def test_without_a_number_the_dates_decide_and_doubt_is_kept():
    dossier = parse_dossier(LETTERS)
    slip = match_letter(LetterPaper.DEPOSIT, "", date(2026, 11, 16), dossier)
    assert [one.contact for one in slip] == [1]
    both = match_letter(LetterPaper.RETURNED, "pli non réclamé", date(2026, 12, 4), dossier)
    assert [one.contact for one in both] == [1, 0]
    assert all(one.certainty is Certainty.LIKELY for one in both)
    assert match_letter(LetterPaper.RECEIPT, "", date(2026, 10, 1), dossier) == ()


def test_tracking_numbers_inside_a_text_are_each_found_once():
    text = "Envoi 1A 099 205 4479 3 (1A09920544793) et RB 167 995 28 4 IT."
    assert [one.number for one in find_tracking(text)] == ["1A09920544793", "RB167995284IT"]
