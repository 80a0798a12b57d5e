"""The captures of a dossier as pages show them, kept at hand until something changes.

A thousand captures take a second to open and check. They are kept beside the member's key, in
memory, and forgotten with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plaise.dossier import Capture
from plaise.store.vault import EncryptedDossier
from plaise.work.seen import Seen, seen_captures

from .shown import Shown, shown, tag_with


@dataclass(frozen=True)
class Known:
    """What is known of the captures, in the order in which a person looks at them.

    Attributes:
        seen: as the work tells it.
        every: what needs eyes first, then the clear ones, then those set aside.
    """

    seen: Seen
    every: tuple[Shown, ...]

    @cached_property
    def by_tag(self) -> dict[str, int]:
        """The place of each capture, by its tag."""
        return {one.tag: place for place, one in enumerate(self.every)}

    @cached_property
    def captures(self) -> tuple[Capture, ...]:
        """The captures alone, as the work gives them."""
        return self.seen.captures

    @cached_property
    def by_name(self) -> dict[str, Shown]:
        """The captures by the name of their file, the first picture of those that hold many."""
        return {one.capture.name: one for one in reversed(self.in_order)}

    @property
    def in_order(self) -> list[Shown]:
        """The same in the order of moments, those without a date last."""
        return sorted(self.every, key=lambda one: (one.shown_on is None, _order(one)[3:]))

    def find(self, tag: str) -> Shown | None:
        """The capture of that tag."""
        place = self.by_tag.get(tag)
        return None if place is None else self.every[place]


def known(dossier: EncryptedDossier) -> Known:
    """The captures as they are now; opened again only when something changed."""
    return dossier.kept("captures", dossier.stamp(), lambda: _opened(dossier))


def _opened(dossier: EncryptedDossier) -> Known:
    seen, ring = seen_captures(dossier), dossier.ring()
    every = (shown(capture, tag_with(ring, capture.source)) for capture in seen.captures)
    return Known(seen, tuple(sorted(every, key=_order)))


def _order(one: Shown) -> tuple[bool, bool, bool, str, str]:
    moment = one.capture.moment
    return (
        bool(one.capture.set_aside),
        not one.alarming,
        one.clear,
        moment.isoformat() if moment else "",
        one.capture.source,
    )
