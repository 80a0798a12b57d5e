"""A re-sent copy is proposed as such; two honest attempts never are."""

from plaise.dossier import Reading, Result
from plaise.reading import find_near_duplicates


def reading(sha: str, time: str | None, day: str | None = "2026-10-12", **rest: object) -> Reading:
    base: dict[str, object] = {
        "file": f"{sha}.png", "sha256": sha, "result": Result.REFUSAL, "width": 1366, "height": 768,
        "url": "val-doise.gouv.fr/booking/create/1/2", "host": "val-doise.gouv.fr",
        "date": day, "time": time, "wording": "ez_plus_de_plage",
    }  # fmt: skip
    return Reading.model_validate({**base, **rest})


def test_a_smaller_copy_of_the_same_minute_is_proposed() -> None:
    found = find_near_duplicates(
        [reading("a", "08:14"), reading("b", "08:14", width=683, height=384)]
    )
    assert found == {1: 0}


def test_the_same_screen_a_minute_later_is_proposed() -> None:
    assert find_near_duplicates([reading("a", "08:14"), reading("b", "08:15")]) == {1: 0}


def test_attempts_apart_in_time_or_without_a_date_are_never_merged() -> None:
    assert not find_near_duplicates([reading("a", "08:14"), reading("b", "08:24")])
    assert not find_near_duplicates([reading("a", "08:14", None), reading("b", "08:14", None)])
    assert not find_near_duplicates([reading("a", "08:14"), reading("b", "08:14", "2026-10-13")])
    assert not find_near_duplicates([reading("a", "08:14"), reading("b", "08:14", result="outage")])
