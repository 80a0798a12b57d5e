"""Requests, answers, and the templates that every page is made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from ._captcha import Captcha
from ._scenarios import Scenario

BANNER = "EXERCICE – site d’entraînement Plaise"
DEPARTEMENT = "Val-d’Exemple"
MOTIF = "Renouvellement d’un titre de séjour"


@dataclass(frozen=True)
class Request:
    """One request, decoded."""

    method: str
    host: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """One answer, ready to be sent."""

    status: int
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    location: str = ""


@dataclass(frozen=True)
class Moment:
    """What the site is told to answer, and when it believes to be."""

    scenario: Scenario
    now: datetime
    captcha: Captcha
    far: date | None = None


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("plaise.practice"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, *, status: int = 200, **values: object) -> Answer:
    """A page made with a template; the banner comes from the base that all of them extend."""
    text = (
        _templates()
        .get_template(template)
        .render(banner=BANNER, departement=DEPARTEMENT, motif=MOTIF, **values)
    )
    return Answer(status, text.encode())


def redirect(location: str) -> Answer:
    """« See other »: what follows a form."""
    return Answer(303, b"", location=location)


def asset(name: str) -> Answer | None:
    """A style sheet, script or picture of the package."""
    kinds = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
    kind = kinds.get(name.rpartition(".")[2])
    if kind is None or "/" in name:
        return None
    file = files("plaise.practice") / "static" / name
    return Answer(200, file.read_bytes(), kind) if file.is_file() else None


def as_typed(text: str) -> str:
    """The wording with the straight apostrophes that the older sites use."""
    return text.replace("’", "'")
