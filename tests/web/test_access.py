"""Who may open each address: nobody signed in, a locked member, another member, the member."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from web_cases import Newcomer, make_account

from plaise.store.keys import Unlocked
from plaise.store.vault import create_dossier
from plaise.web.security.access import Access, access_of

# Every address that is open to more than an unlocked member, and to whom. Nothing else is.
LOOSENED: dict[str, Access] = {
    "home": "anyone",
    "enter": "outside",
    "knock": "outside",
    "glossary": "anyone",
    "safety": "anyone",
    "accessibility": "anyone",
    "choose-language": "anyone",
    "quick-exit": "outside",
    "pause": "outside",
    "share": "known",
    "manifest": "outside",
    "worker": "outside",
    "feed": "outside",
    "create-account": "anyone",
    "unlock": "anyone",
    "lock": "anyone",
    "locked": "known",
    "leave": "anyone",
    "recover": "anyone",
}


def patterns(within: URLResolver, before: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in within.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route)
        else:
            yield route, pattern


ROUTES = dict(patterns(get_resolver()))
OF_A_MEMBER = [
    route for route, pattern in ROUTES.items() if access_of(pattern.callback) == "member"
]
OF_A_DOSSIER = [route for route in ROUTES if "<uuid:dossier>" in route]


def test_every_address_has_a_name_and_only_those_listed_are_open_to_more_than_members():
    assert all(pattern.name for pattern in ROUTES.values())
    loosened = {
        str(pattern.name): access_of(pattern.callback)
        for pattern in ROUTES.values()
        if access_of(pattern.callback) != "member"
    }
    assert loosened == LOOSENED


def test_no_address_of_a_dossier_is_loosened():
    assert set(OF_A_DOSSIER) <= set(OF_A_MEMBER)


def address(route: str, dossier: object) -> str:
    filled = route.replace("<uuid:dossier>", str(dossier))
    for kind in ("uuid", "int", "str", "path", "slug"):
        while f"<{kind}:" in filled:
            before, _, rest = filled.partition(f"<{kind}:")
            filled = (
                before
                + {"uuid": str(UUID(int=7)), "int": "1"}.get(kind, "x")
                + rest.partition(">")[2]
            )
    return filled


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", OF_A_MEMBER)
def test_nobody_and_a_locked_member_are_asked_for_the_passphrase(
    person: Unlocked, route: str, method: str
):
    place = address(route, create_dossier(person, exercise=True).id)
    nobody, locked = Newcomer(), Newcomer()
    locked.unlock("lune-verte")
    locked.post("/compte/verrouiller/")
    for client in (nobody, locked):
        answer = getattr(client, method)(place)
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/compte/ouvrir/")
        script = getattr(client, method)(place, headers={"x-plaise-script": "1"})
        assert (script.status_code, script.content) == (423, b"")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", OF_A_DOSSIER)
def test_another_member_learns_nothing_not_even_that_a_dossier_exists(
    person: Unlocked, route: str, method: str
):
    mine = create_dossier(person, exercise=True).id
    make_account("autre")
    other = Newcomer()
    other.unlock("autre")
    there = getattr(other, method)(address(route, mine))
    absent = getattr(other, method)(address(route, uuid4()))
    assert there.status_code == absent.status_code == 404
    assert str(mine) not in there.content.decode().replace(address(route, mine), "")


@pytest.mark.parametrize("route", OF_A_DOSSIER)
def test_the_member_comes_in(member: Newcomer, person: Unlocked, route: str):
    place = address(route, create_dossier(person, exercise=True).id)
    assert member.get(place).status_code in {200, 302, 404, 405}
