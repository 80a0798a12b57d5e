import email
import hashlib
from datetime import date, timedelta
from email import policy
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from PIL import Image, ImageOps

from plaise.dossier import Door, Result, parse_dossier
from plaise.law import is_exercise_host, load_phrases

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "dossier-exemple"
CAPTURES = FOLDER / "captures"
PIECES = FOLDER / "pieces"
LISTED = yaml.safe_load((EXAMPLES / "captures.yaml").read_text("utf-8"))["captures"]
SHOWN = {one["file"]: one["shows"] for one in LISTED}


@pytest.fixture(scope="module")
def dossier():
    return parse_dossier((FOLDER / "dossier.toml").read_text("utf-8"))


def day_of(one):
    source = {c["file"]: c for c in LISTED}[one["make"].get("of", one["file"])]
    return date.fromisoformat(source["make"]["at"][:10])


def test_captures_and_their_truth_are_the_same_list():
    assert {file.name for file in CAPTURES.iterdir()} == set(SHOWN)


def test_the_pictures_stay_small_enough_to_be_cloned():
    assert sum(file.stat().st_size for file in CAPTURES.iterdir()) <= 12_000_000


def test_every_capture_is_a_sound_picture_without_traces():
    for file in CAPTURES.iterdir():
        with Image.open(file) as picture:
            picture.load()
            assert picture.width >= 1000
            assert not picture.getexif()


def test_the_dossier_is_an_exercise_on_exercise_hosts(dossier):
    assert dossier.exercise
    assert dossier.request.door is Door.BOOKING
    assert all(is_exercise_host(shows["host"]) for shows in SHOWN.values())


def test_every_file_that_the_dossier_names_is_there(dossier):
    assert {piece.file for piece in dossier.pieces} == {file.name for file in PIECES.iterdir()}
    assert {one.capture for one in dossier.explanations} <= set(SHOWN)


def test_the_five_weeks_have_no_gap_of_six_days():
    days = sorted({day_of(one) for one in LISTED})
    assert days[0] == date(2026, 10, 12)
    assert days[-1] == date(2026, 11, 15)
    assert max(b - a for a, b in pairwise(days)) < timedelta(days=6)


def test_the_series_holds_one_exact_duplicate():
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in CAPTURES.iterdir()]
    assert len(digests) - len(set(digests)) == 1


def test_the_series_holds_an_outage_a_far_slot_and_captures_with_gaps():
    results = [shows["result"] for shows in SHOWN.values()]
    assert results.count(Result.OUTAGE) == 1
    assert results.count(Result.SLOT_OFFERED) == 1
    assert sorted(shows["missing"] for shows in SHOWN.values() if shows["missing"]) == [
        ["date"],
        ["date", "time"],
    ]


def test_truth_speaks_of_known_wordings():
    known = {phrase.id for phrase in load_phrases()}
    assert {shows["wording"] for shows in SHOWN.values()} <= known


def test_the_slot_that_was_offered_is_explained(dossier):
    offered = {name for name, shows in SHOWN.items() if shows["result"] == Result.SLOT_OFFERED}
    assert offered <= {one.capture for one in dossier.explanations}


def test_the_email_is_a_true_message_with_two_captures_attached():
    raw = (PIECES / "courriel-2026-10-26.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=policy.default)
    assert not message.defects
    assert message["Message-ID"].endswith(".exercice.test>")
    assert message["Date"].datetime.date() == date(2026, 10, 26)
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert len(attached) == 2
    for name, content in attached.items():
        assert content == (CAPTURES / name).read_bytes()
    assert "EXEMPLE" in message["Subject"]


def test_the_photograph_has_to_be_turned_to_be_read():
    with Image.open(PIECES / "avis-de-reception.jpg") as picture:
        assert picture.getexif()[0x0112] == 6
        assert picture.height > picture.width
        upright = ImageOps.exif_transpose(picture)
        assert upright.width > upright.height
