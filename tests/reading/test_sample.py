"""The labelled sample, by the whole pipeline: no wrong value, no false refusal."""

import json
from typing import Any

import pytest
from recorded_engine import LINES, SAMPLE, Recorded, labels, read_with

from plaise.dossier import Reading, Result
from plaise.reading import read_many

LABELS = labels()
CLEAN = sorted(name for name, one in LABELS.items() if one["family"] in {"desktop", "phone"})
HARD = sorted(set(LABELS) - set(CLEAN))


def wrong(label: dict[str, Any], reading: Reading) -> list[str]:
    """What the reading says that the picture does not."""
    truth = label["truth"]
    said = {
        "host": reading.host,
        "time": reading.time,
        "date": reading.date,
        "date_partial": reading.date_partial,
    }
    faults = [
        f"{name}: {value} ≠ {truth[name]}"
        for name, value in said.items()
        if value is not None and value != truth[name]
    ]
    if reading.result is Result.REFUSAL and truth["result"] != "refusal":
        faults.append("false refusal")
    return faults


@pytest.fixture(scope="module")
def calls() -> dict[str, Any]:
    return json.loads(LINES.read_text("utf-8"))


@pytest.mark.parametrize("name", CLEAN)
def test_a_screen_says_what_a_person_reads_on_it(name: str, calls: dict[str, Any]) -> None:
    reading = read_with(Recorded(calls[name]), name)
    truth = LABELS[name]["truth"]
    assert not wrong(LABELS[name], reading)
    assert (reading.result.value, reading.time) == (truth["result"], truth["time"])


@pytest.mark.parametrize("name", HARD)
def test_a_photograph_never_says_what_is_not_there(name: str, calls: dict[str, Any]) -> None:
    assert not wrong(LABELS[name], read_with(Recorded(calls[name]), name))


@pytest.mark.engine
def test_the_real_engine_still_says_what_was_recorded(calls: dict[str, Any]) -> None:
    some = CLEAN[:6]
    for path, (reading,) in read_many([SAMPLE / name for name in some]):
        recorded = read_with(Recorded(calls[path.name]), path.name)
        assert (reading.result, reading.host, reading.date, reading.time) == (
            recorded.result, recorded.host, recorded.date, recorded.time
        )  # fmt: skip
