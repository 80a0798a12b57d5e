"""The exhibits: numbered, moved, left out and taken back, without any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from captures_cases import drawn, fill
from web_cases import Newcomer

from plaise.dossier import Result
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, import_parts
from plaise.web.results.numbers import numbers_now

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    """The example, with three refusals."""
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    made = import_parts(person, parts)
    fill(made, {f"{n}.png": drawn(n) for n in range(3)})
    return made


def at(dossier: EncryptedDossier, place: str = "numeros/") -> str:
    return f"/dossiers/{dossier.id}/{place}"


def labels(page: str) -> list[str]:
    return re.findall(r'class="number">\d+</strong> <span lang="fr" dir="ltr">([^<]+)<', page)


def tag_of_line(page: str, number: int) -> str:
    found = re.search(rf'id="piece-{number}".*?name="exhibit" value="(\w+)"', page, re.DOTALL)
    assert found is not None
    return found[1]


def page_of(member: Newcomer, dossier: EncryptedDossier) -> str:
    answer = member.get(at(dossier))
    assert answer.status_code == 200
    return answer.content.decode()


def decide(member: Newcomer, dossier: EncryptedDossier, doing: str, **fields: str) -> int:
    return member.post(at(dossier), {"doing": doing} | fields).status_code


def test_an_exhibit_goes_up_and_down_and_the_numbers_follow(member, dossier):
    before = page_of(member, dossier)
    second = tag_of_line(before, 2)
    assert decide(member, dossier, "up", exhibit=second) == 302
    after = page_of(member, dossier)
    assert labels(after)[:2] == labels(before)[1::-1]
    assert labels(after)[2:] == labels(before)[2:]
    assert tag_of_line(after, 1) == second
    decide(member, dossier, "up", exhibit=second)  # already first
    assert labels(page_of(member, dossier)) == labels(after)
    decide(member, dossier, "down", exhibit=second)
    assert labels(page_of(member, dossier)) == labels(before)


def test_what_is_left_out_keeps_its_reason_and_can_be_taken_back(member, dossier):
    capture = next(one for one in numbers_now(dossier).plan.series)
    tag = re.findall(
        r"captures/(\w+)/vignette", member.get(at(dossier, "captures/verifier/")).content.decode()
    )[0]
    total = len(numbers_now(dossier).plan.entries)
    one = at(dossier, f"captures/{tag}/")
    assert "Laisser cette capture de côté" in member.get(one).content.decode()
    said = {"exhibit": tag, "why": "une autre démarche", "after": tag, "doing": "out"}
    assert member.post(at(dossier), said).headers["Location"] == one
    assert len(numbers_now(dossier).plan.entries) == total - 1
    page = page_of(member, dossier)
    assert "une autre démarche" in page
    assert "Reprendre cette capture" in member.get(one).content.decode()
    assert decide(member, dossier, "back", exhibit=tag) == 302
    assert len(numbers_now(dossier).plan.entries) == total
    assert capture.source in numbers_now(dossier).plan.by_source


def test_a_slot_is_never_left_out(member, dossier):
    (tag,) = fill(dossier, {"slot.png": drawn(40)}, Result.SLOT_OFFERED)
    one = member.get(at(dossier, f"captures/{tag}/")).content.decode()
    assert "Laisser cette capture de côté" not in one
    answer = member.post(at(dossier), {"doing": "out", "exhibit": tag, "why": "gênant"})
    assert answer.status_code == 400
    assert "ne peut pas être laissée de côté" in answer.content.decode()
    assert not dossier.journal().of_kind("exhibits")


def test_captures_are_grouped_or_apart(member, dossier):
    assert len({entry.file for entry in numbers_now(dossier).plan.series}) == 1
    decide(member, dossier, "apart")
    assert len({entry.file for entry in numbers_now(dossier).plan.series}) == 3
    decide(member, dossier, "grouped")
    assert len({entry.file for entry in numbers_now(dossier).plan.series}) == 1


def test_what_does_not_hold_is_refused_without_a_trace(member, dossier):
    assert decide(member, dossier, "burn") == 422
    assert decide(member, dossier, "out", exhibit="0" * 40) == 302  # gone meanwhile
    assert not dossier.journal().of_kind("exhibits")


def test_the_chronology_lists_each_attempt_with_its_exhibit(member, dossier):
    page = member.get(at(dossier, "chronologie/")).content.decode()
    rows = re.findall(r"n° (\d+), page (\d+)", page.replace("\u00a0", " "))
    assert rows == [(str(e.number), str(e.first_page)) for e in numbers_now(dossier).plan.series]


def test_without_facts_the_page_says_what_comes_first(member, person):
    new = create_dossier(person, exercise=True)
    for place in ("numeros/", "chronologie/"):
        assert 'class="lead"' in member.get(at(new, place)).content.decode()
