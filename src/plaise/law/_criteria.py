"""The criteria of readiness as data: what each asks, why, and with which thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources.abc import Traversable

from pydantic import Field, ValidationError

from plaise.dossier._base import Value

from ._files import LawError, faults, read_yaml, yaml_names
from ._references import Confidence, Reference


class CriterionRule(Value):
    """One criterion: the rule in plain French, the texts it rests on, its numeric thresholds.

    A threshold is a caution of ours unless a text fixes it; `confidence` and `note` say which.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    rule: str = Field(min_length=1)
    references: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    confidence: Confidence
    note: str = ""
    thresholds: dict[str, int] = Field(default_factory=dict)


def load_criteria(
    folder: Traversable, references: Mapping[str, Reference]
) -> dict[str, CriterionRule]:
    """Read `criteria/*.yaml`.

    Raises:
        LawError: a file is malformed or misnamed, or cites a reference that does not exist.
    """
    criteria: dict[str, CriterionRule] = {}
    for name in yaml_names(folder, "criteria"):
        try:
            rule = CriterionRule.model_validate(read_yaml(folder, name))
        except ValidationError as error:
            raise LawError(name, faults(error)) from error
        if name != f"criteria/{rule.id}.yaml":
            raise LawError(name, f"le fichier devrait porter le nom de « {rule.id} »")
        check_references(name, rule.references, references)
        criteria[rule.id] = rule
    return criteria


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
