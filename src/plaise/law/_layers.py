"""Our rules, and those that an association lays over them, visibly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from plaise.dossier._base import Value

from ._days import day_in_words
from ._files import LawError, faults, read_yaml, yaml_names
from ._references import CHECK_MONTHS, Confidence, Laid, Reference, stale

KINDS = (
    "references",
    "criteria",
    "agreements",
    "doors",
    "demarches",
    "warnings",
    "hard_cases",
    "contacts",
    "routes",
    "steps",
)
# What the code applies by name: an association changes these, it cannot add one.
_FIXED = frozenset({"criteria", "doors", "demarches", "hard_cases", "steps"})
_BESIDE = frozenset({"README", "README.md", "README.txt", "LICENSE", "LICENSE.txt"})

Model = TypeVar("Model", bound=BaseModel)


class Sourced(Value):
    """A statement of law: the texts that it rests on, when it was checked, how sure we are.

    `check_months` is how long the check holds; `laid` says which association changed the rule.
    """

    references: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    check_months: int = Field(default=CHECK_MONTHS, ge=1)
    confidence: Confidence
    note: str = ""
    laid: Laid | None = Field(default=None, alias="overlay")

    def to_check(self, today: date) -> bool:
        """Whether nobody checked the rule for too long: it shows as « à vérifier »."""
        return stale(self.checked_on, today, self.check_months)


@dataclass(frozen=True, slots=True)
class Layers:
    """The folder that ships with Plaise, and an association's own folder over it.

    `departement` selects the local rules: a file of the association that names départements
    applies to those alone.
    """

    base: Traversable
    own: Path | None = None
    departement: str | None = None

    def rules(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each file of a kind: its name, and its content with what was laid over it.

        Raises:
            LawError: a file is not a table, is misnamed, or is laid over a rule that we lack.
        """
        found: dict[str, tuple[str, dict[str, Any]]] = {}
        for name in yaml_names(self.base, kind):
            raw = _table(self.base, name)
            if name != f"{kind}/{raw.get('id')}.yaml":
                raise LawError(name, f"le fichier devrait porter le nom de « {raw.get('id')} »")
            found[str(raw["id"])] = (name, raw)
        for name, raw in self._laid(kind):
            known = found.get(str(raw.get("id")))
            if known is None and kind in _FIXED:
                raise LawError(name, f"Plaise n’a pas de règle « {raw.get('id')} » à modifier")
            found[str(raw.get("id"))] = (name, _over(known[1], raw) if known else raw)
        yield from found.values()

    @property
    def departements(self) -> tuple[str, ...]:
        """The départements that the association's local rules name."""
        own = self.own
        if own is None:
            return ()
        names = [name for kind in KINDS if (own / kind).is_dir() for name in yaml_names(own, kind)]
        laid = [_table(own, name).get("overlay") or {} for name in names]
        return tuple(sorted({str(one) for each in laid for one in each.get("departements", ())}))

    def _laid(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if self.own is None or not (self.own / kind).is_dir():
            return
        for name in yaml_names(self.own, kind):
            raw = _table(self.own, name)
            try:
                laid = Laid.model_validate(raw.get("overlay"))
            except ValidationError as error:
                raise LawError(
                    name,
                    "il faut dire qui pose cette règle, depuis quand et pourquoi "
                    f"(overlay : by, since, reason) : {faults(error)}",
                ) from error
            if not laid.departements or self.departement in laid.departements:
                yield name, raw


def check_folder(own: Path) -> None:
    """Refuse an association's folder that is missing, or holds a file nobody would read.

    Raises:
        LawError: naming what is wrong.
    """
    if not own.is_dir():
        raise LawError(str(own), "ce dossier de règles n’existe pas")
    for entry in sorted(own.iterdir()):
        if entry.name not in {*KINDS, *_BESIDE} and not entry.name.startswith("."):
            raise LawError(entry.name, f"seuls ces dossiers sont lus : {', '.join(KINDS)}")


def _table(folder: Traversable, name: str) -> dict[str, Any]:
    raw = read_yaml(folder, name)
    if not isinstance(raw, dict):
        raise LawError(name, "ce fichier doit être une suite de « mot : valeur »")
    return raw


def _over(base: Mapping[str, Any], laid: Mapping[str, Any]) -> dict[str, Any]:
    """What is laid wins; a table inside (thresholds) is changed key by key."""
    merged = dict(base)
    for key, value in laid.items():
        before = merged.get(key)
        both = isinstance(before, dict) and isinstance(value, dict)
        merged[key] = {**before, **value} if both else value  # type: ignore[dict-item]
    return merged


def load_kind(
    layers: Layers, kind: str, model: type[Model], references: Mapping[str, Reference] | None = None
) -> dict[str, Model]:
    """Read and validate every file of a kind, by id, and resolve its references.

    Raises:
        LawError: a file is malformed, or cites a reference that does not exist.
    """
    rules: dict[str, Model] = {}
    for name, raw in layers.rules(kind):
        try:
            rule = model.model_validate(raw)
        except ValidationError as error:
            raise LawError(name, faults(error)) from error
        if references is not None:
            check_references(name, cited_by(rule), references)
        rules[str(raw["id"])] = rule
    return rules


def cited_by(rule: object) -> tuple[str, ...]:
    """Every reference that a rule and its parts cite."""
    found: list[str] = []
    if isinstance(rule, BaseModel):
        for name in type(rule).model_fields:
            value = getattr(rule, name)
            if name.endswith("references"):
                found += value
            else:
                found += cited_by(value)
    elif isinstance(rule, tuple):
        for one in rule:
            found += cited_by(one)
    return tuple(dict.fromkeys(found))


def check_references(
    name: str, cited: tuple[str, ...], references: Mapping[str, Reference]
) -> None:
    """Refuse a file that cites a reference we do not have.

    Raises:
        LawError: naming the file and the missing reference.
    """
    for one in cited:
        if one not in references:
            raise LawError(name, f"la référence « {one} » n’existe pas")


def laid_in_words(laid: Laid | None) -> str:
    """« Règle posée par … depuis le … : … », or nothing for a rule of ours."""
    if laid is None:
        return ""
    return (
        f"Règle posée par {laid.by} depuis le {day_in_words(laid.since, weekday=False)} : "
        f"{laid.reason}"
    )
