"""What pages count once and keep: it follows every change, and leaves with the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from captures_cases import drawn, fill
from web_cases import Newcomer, make_account

from plaise.dossier import edit_facts
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, grant, list_dossiers, open_dossier, unlock
from plaise.web import standing
from plaise.web.captures.known import known
from plaise.web.results.numbers import numbers_now
from store_cases import PASSPHRASE

pytestmark = pytest.mark.usefixtures("example_day")  # what is counted lasts no longer than a while


@pytest.fixture
def dossier(member: Newcomer, person: Unlocked) -> EncryptedDossier:
    member.post("/dossiers/exemple/")
    return open_dossier(person, list_dossiers(person)[0].id)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that the dossier is assessed or planned."""
    times: list[str] = []

    def watched(name: str) -> Callable[..., object]:
        real = getattr(standing, name)

        def count(*given: object, **named: object) -> object:
            times.append(name)
            return real(*given, **named)

        return count

    for name in ("assess", "plan"):
        monkeypatch.setattr(standing, name, watched(name))
    return times


def at(dossier: EncryptedDossier, place: str) -> str:
    return f"/dossiers/{dossier.id}/{place}"


def see(client: Newcomer, dossier: EncryptedDossier) -> None:
    for place in ("pret/", "plan/", "captures/", ""):
        assert client.get(at(dossier, place)).status_code == 200


def change_name(dossier: EncryptedDossier, name: str) -> None:
    text, seen = dossier.versioned_facts()
    dossier.write_facts(edit_facts(text, {("personne", "nom"): name}), seen=seen)


def test_pages_count_once_until_something_changes(member, dossier, counted):
    see(member, dossier)
    see(member, dossier)
    assert sorted(counted) == ["assess", "plan"]
    change_name(dossier, "AUTRE")
    see(member, dossier)
    assert sorted(counted) == ["assess", "assess", "plan", "plan"]


def test_a_lock_forgets_everything_that_was_counted(member, dossier, counted):
    see(member, dossier)
    member.post("/compte/verrouiller/")
    member.unlock("lune-verte")
    see(member, dossier)
    assert sorted(counted) == ["assess", "assess", "plan", "plan"]


def two_tabs(dossier: EncryptedDossier) -> EncryptedDossier:
    return open_dossier(unlock("lune-verte", PASSPHRASE), dossier.id)


def another_member(dossier: EncryptedDossier) -> EncryptedDossier:
    helper = make_account("soleil-bleu")
    grant(dossier.unlocked, dossier.id, "soleil-bleu")
    return open_dossier(helper, dossier.id)


@pytest.mark.parametrize("elsewhere", [two_tabs, another_member])
def test_a_change_made_elsewhere_is_seen_at_once(member, dossier, elsewhere):
    other = elsewhere(dossier)
    fill(dossier, {"a.png": drawn(1), "b.png": drawn(2)})
    before = numbers_now(dossier)
    assert before.plan.series == numbers_now(other).plan.series
    fill(other, {"c.png": drawn(3)})
    assert "captures/c.png" in {one.path for one in known(dossier).captures}
    assert len(numbers_now(dossier).plan.series) == len(before.plan.series) + 1
    change_name(other, "AUTRE-NOM")
    assert "AUTRE-NOM" in member.get(at(dossier, "")).content.decode()
    other.remove("captures/c.png")
    assert numbers_now(dossier).plan.series == before.plan.series
    same_size = drawn(4)
    other.add("pieces/a.pdf", same_size)
    assert "pieces/a.pdf" in {one.path for one in dossier.originals("pieces")}
    other.remove("pieces/a.pdf")
    other.add("pieces/b.pdf", same_size)
    names = {one.path for one in dossier.originals("pieces")}
    assert {"pieces/a.pdf", "pieces/b.pdf"} & names == {"pieces/b.pdf"}


def test_a_decision_written_elsewhere_changes_the_numbers(member, dossier):
    fill(dossier, {"a.png": drawn(1), "b.png": drawn(2)})
    other = two_tabs(dossier)
    entry = numbers_now(dossier).plan.series[0]
    assert numbers_now(other).decisions.left_out == ()
    tag = next(one.tag for one in known(dossier).every if one.capture.source == entry.source)
    form = {"doing": "out", "exhibit": tag, "why": "deux fois la même"}
    assert member.post(at(dossier, "numeros/"), form).status_code == 302
    assert numbers_now(other).decisions.left_out == (entry.source,)
    assert entry.source not in {one.source for one in numbers_now(dossier).plan.entries}
