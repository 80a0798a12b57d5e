"""The real engine on the example's pictures, against what a person sees on them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plaise.dossier import Reading, Result
from plaise.reading import read_file, read_many

ROOT = Path(__file__).parents[2] / "examples"
CAPTURES = ROOT / "dossier-exemple" / "captures"
TRUTHS = {
    one["file"]: one["shows"]
    for one in yaml.safe_load((ROOT / "captures.yaml").read_text("utf-8"))["captures"]
}

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Reading]]:
    paths = [CAPTURES / name for name in TRUTHS]
    return {path.name: found for path, found in read_many(paths, today=date(2026, 11, 23))}


def test_every_picture_of_the_example_says_what_a_person_sees(
    readings: dict[str, list[Reading]],
) -> None:
    wrong = []
    for name, shows in TRUTHS.items():
        (reading,) = readings[name]
        got = reading.model_dump(mode="json")
        got["missing"] = list(reading.missing)
        wrong += [
            f"{name}: {key} is {got[key]!r}, not {value!r}"
            for key, value in shows.items()
            if got[key] != value
        ]
    assert not wrong, "\n".join(wrong)


def test_everything_made_with_the_practice_site_is_an_exercise(
    readings: dict[str, list[Reading]],
) -> None:
    assert all(one.exercise for found in readings.values() for one in found)


def test_a_refusal_carries_its_place_and_its_doubt(readings: dict[str, list[Reading]]) -> None:
    reading = next(one for (one,) in readings.values() if one.result is Result.REFUSAL)
    for name in ("url", "host", "result", "wording"):
        finding = reading.findings[name]
        assert finding.box is not None
        assert 0.7 < finding.confidence <= 1
    assert reading.zone == "Europe/Paris"
    assert reading.seconds > 0


def test_one_file_reads_as_many_do(readings: dict[str, list[Reading]]) -> None:
    name = next(iter(TRUTHS))
    (alone,) = read_file(CAPTURES / name, today=date(2026, 11, 23))
    (among,) = readings[name]
    assert alone.model_copy(update={"seconds": 0}) == among.model_copy(update={"seconds": 0})
