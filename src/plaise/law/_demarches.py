"""The démarches as data: what is urgent about each, and which papers show that it is serious."""

from __future__ import annotations

from pydantic import Field

from plaise.dossier import Demarche, Door, PieceKind
from plaise.dossier._base import Value

from ._layers import Sourced


class Paper(Value):
    """One paper that shows that the request is serious; `caution` is read before adding it."""

    label: str = Field(min_length=3)
    kind: PieceKind
    why: str = Field(min_length=3)
    caution: str = ""


class UrgencyWords(Value):
    """What is urgent about a démarche, in plain words.

    `presumed` says that the judge finds urgency in principle (renewals, CE n° 453391);
    `circumstances` are examples of what may be pleaded, with proof.
    """

    presumed: bool
    words: str = Field(min_length=10)
    circumstances: tuple[str, ...] = ()


class DemarcheRule(Sourced):
    """One démarche of the 2020 note.

    `permit` says that a residence permit is asked for, so that R. 431-2 and R. 431-3 CESEDA may be
    cited; `permit_references` are never cited against a bilateral agreement. `stop` is why no act
    is drafted; `same_day` that the person is sent to people today, without any plan; `warning` is
    said first. `by_parent` means that the holder of parental authority asks.
    """

    id: Demarche
    title: str = Field(min_length=3)
    permit: bool
    urgency: UrgencyWords
    checklist: tuple[Paper, ...]
    permit_references: tuple[str, ...] = ()
    door: Door | None = None
    stop: str = ""
    same_day: bool = False
    warning: str = ""
    by_parent: bool = False
    route: str = ""
