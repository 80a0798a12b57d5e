"""Where appointments are asked for: platforms and known hosts, and the practice site's hosts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from plaise.dossier import Door
from plaise.dossier._base import Value

from ._files import parse_yaml

_HOST = r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"
_DERIVED = "dérivé du nom du département, sur le modèle des sites confirmés"


class Platform(Value):
    """A family of booking sites: how its addresses are made, and what its steps mean.

    `url_patterns` match a host without `www.` followed by a path, all in lower case.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    url_patterns: tuple[str, ...] = Field(min_length=1)
    steps: Mapping[str, str] = Field(default_factory=dict)
    sources: tuple[str, ...] = Field(min_length=1)

    @field_validator("url_patterns")
    @classmethod
    def _patterns_compile(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in value:
            re.compile(pattern)
        return value


class KnownDoor(Value):
    """A host where a préfecture gives appointments or takes requests.

    `confidence` is « derived » when the host was made from the département's name: good enough to
    recognise a picture, never an address to send someone to.
    """

    host: str = Field(pattern=_HOST)
    departement: str | None = None
    platform: str | None = None
    confidence: Literal["high", "medium", "low", "derived"]
    source: str = _DERIVED
    checked_on: date


class DoorBook(Value):
    """The content of `doors.yaml`; départements are doors of the « booking » family."""

    version: Literal[1]
    checked_on: date
    platforms: tuple[Platform, ...]
    hosts: tuple[KnownDoor, ...]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        rest = {key: value for key, value in raw.items() if key != "departements"}
        day = raw.get("checked_on")
        booking = {"platform": "ez_booking"}
        hosts = [{"checked_on": day, **one} for one in raw.get("hosts", ())]
        hosts += [{"checked_on": day, **booking, **one} for one in raw.get("departements", ())]
        return {**rest, "hosts": hosts}

    @model_validator(mode="after")
    def _names_agree(self) -> Self:
        known = {platform.id for platform in self.platforms}
        hosts = [door.host for door in self.hosts]
        for door in self.hosts:
            if door.platform is not None and door.platform not in known:
                raise ValueError(f"plateforme inconnue : {door.platform} ({door.host})")
        if len(set(hosts)) != len(hosts):
            raise ValueError("un hôte est inscrit deux fois")
        return self


@cache
def load_door_book() -> DoorBook:
    """Platforms and hosts, validated.

    Raises:
        pydantic.ValidationError: the data file is malformed (a fault of ours, caught by the tests).
    """
    text = (files("plaise.law") / "data" / "doors.yaml").read_text("utf-8")
    return DoorBook.model_validate(parse_yaml(text))


def load_platforms() -> tuple[Platform, ...]:
    """The families of booking sites."""
    return load_door_book().platforms


def load_doors() -> tuple[KnownDoor, ...]:
    """The known hosts, exercise hosts included."""
    return load_door_book().hosts


@cache
def _by_host() -> dict[str, KnownDoor]:
    return {door.host: door for door in load_doors()}


def find_door(host: str) -> KnownDoor | None:
    """The known door of a host (lower case or not, with or without `www.`)."""
    return _by_host().get(host.lower().removeprefix("www."))


def platform_of(host: str, path: str = "") -> Platform | None:
    """The platform that an address belongs to: by its pattern first, else by its host alone."""
    bare = host.lower().removeprefix("www.")
    address = f"{bare}/{path.lower().lstrip('/')}"
    for platform in load_platforms():
        if any(re.search(pattern, address) for pattern in platform.url_patterns):
            return platform
    door = find_door(bare)
    known = {platform.id: platform for platform in load_platforms()}
    return known.get(door.platform) if door and door.platform else None


_DOOR_OF = {
    "ez_booking": Door.BOOKING,
    "eappointment94": Door.BOOKING,
    "rdv_anct": Door.BOOKING,
    "rdv_prefecture": Door.RDV_PREFECTURE,
    "demarche_numerique": Door.DEMARCHE_NUMERIQUE,
    "anef": Door.ANEF,
}


def door_of_address(address: str) -> Door | None:
    """The door that an address belongs to, as far as its platform is known; None otherwise."""
    parts = urlsplit(address if "://" in address else f"https://{address}")
    platform = platform_of(parts.hostname or "", parts.path)
    return _DOOR_OF.get(platform.id) if platform else None


def is_exercise_host(host: str) -> bool:
    """Whether a host is the practice site's: nothing made with it is evidence.

    `*.exercice.test` and `*.localhost` cannot exist on the Internet (RFC 2606, RFC 6761).
    """
    bare = host.lower().strip().rstrip(".")
    if not bare.startswith("["):
        bare = re.sub(r":\d+$", "", bare)
    return bare in {"localhost", "127.0.0.1", "[::1]", "exercice.test"} or bare.endswith(
        (".exercice.test", ".localhost")
    )
