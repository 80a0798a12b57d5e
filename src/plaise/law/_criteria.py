"""The criteria of readiness as data: what each asks, why, and with which thresholds."""

from __future__ import annotations

from pydantic import Field

from ._layers import Sourced


class CriterionRule(Sourced):
    """One criterion: the rule in plain French, the texts it rests on, its numeric thresholds.

    A threshold is a caution of ours unless a text fixes it; `confidence` and `note` say which.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=1)
    rule: str = Field(min_length=1)
    thresholds: dict[str, int] = Field(default_factory=dict)
