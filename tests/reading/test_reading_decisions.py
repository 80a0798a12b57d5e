"""What a person decides stands over what was read, and nothing else moves."""

import pytest

from plaise.dossier import Box, Finding, PlaiseError, Reading, Result, Source
from plaise.reading import Decision, apply_decisions, checked_value, doubts, is_clear

READ = Reading(
    file="a.png",
    sha256="ab" * 32,
    result=Result.REFUSAL,
    url="www.val-doise.gouv.fr/booking/create/1/2",
    host="val-doise.gouv.fr",
    date_partial="--10-12",
    date_inferred="2026-10-12",
    time="08:14",
    wording="ez_plus_de_plage",
    missing=("date",),
    findings={
        "time": Finding(value="08:14", seen="08:14", confidence=0.6, source=Source.OCR,
                        box=Box(x=1, y=2, width=3, height=4)),
        "date_inferred": Finding(value="2026-10-12", confidence=0.8, source=Source.FILE_NAME),
    },
)  # fmt: skip


def decision(element: str, after: str, **rest: object) -> Decision:
    told = {"kind": "corrected", "sha256": READ.sha256, "who": "Paul", "at": "2026-11-23T08:00:00Z"}
    return Decision.model_validate({**told, "element": element, "after": after, **rest})


def test_a_correction_replaces_the_guess_and_says_that_a_person_made_it() -> None:
    found = apply_decisions(READ, [decision("time", "08:15")])
    assert found.time == "08:15"
    assert found.findings["time"].source is Source.PERSON
    assert found.findings["time"].box == READ.findings["time"].box
    assert READ.time == "08:14"


def test_a_date_read_on_the_picture_is_no_longer_missing_and_one_known_otherwise_still_is() -> None:
    seen = apply_decisions(READ, [decision("date", "2026-10-12")])
    assert (seen.date, seen.date_inferred, seen.missing) == ("2026-10-12", None, ())
    known = apply_decisions(READ, [decision("date", "2026-10-13", on_picture=False)])
    assert (known.date, known.date_inferred, known.missing) == (None, "2026-10-13", ("date",))


def test_another_result_takes_the_wording_away() -> None:
    found = apply_decisions(READ, [decision("result", "outage")])
    assert (found.result, found.wording) == (Result.OUTAGE, None)


def test_another_address_brings_its_own_host() -> None:
    url = "https://www.essonne.gouv.fr/booking/create/3/2"
    assert apply_decisions(READ, [decision("url", url)]).host == "essonne.gouv.fr"


def test_the_last_word_wins_and_other_pictures_do_not_matter() -> None:
    other = decision("time", "09:00", sha256="cd" * 32)
    found = apply_decisions(READ, [decision("time", "08:15"), other, decision("time", "08:16")])
    assert found.time == "08:16"


def test_a_weak_finding_and_an_inferred_date_are_doubts_until_a_person_says_yes() -> None:
    assert {one.element for one in doubts(READ)} == {"time", "date"}
    sure = [decision("time", "08:14"), decision("date", "2026-10-12")]
    assert is_clear(apply_decisions(READ, sure))


@pytest.mark.parametrize(
    ("element", "typed", "kept"),
    [("date", "12/10/2026", "2026-10-12"), ("time", "8 h 14", "08:14"),
     ("result", "outage", "outage")],
)  # fmt: skip
def test_what_is_typed_in_french_is_understood(element: str, typed: str, kept: str) -> None:
    assert checked_value(element, typed) == kept


@pytest.mark.parametrize(
    ("element", "typed"),
    [("date", "31/11/2026"), ("time", "25:00"), ("result", "refus"), ("url", "ici"), ("nom", "x")],
)
def test_what_cannot_be_is_refused_kindly(element: str, typed: str) -> None:
    with pytest.raises(PlaiseError) as raised:
        checked_value(element, typed)
    assert raised.value.to_do
