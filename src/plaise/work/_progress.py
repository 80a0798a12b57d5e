"""How a long job tells where it is, whoever is listening."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """A listener: a bar on a terminal, a page in a browser, or nobody."""

    def begin(self, label: str, total: int) -> None:
        """A step of `total` parts begins."""

    def advance(self) -> None:
        """One part of the current step is done."""

    def end(self) -> None:
        """The current step is done."""


class Silent:
    """A listener that says nothing."""

    def begin(self, label: str, total: int) -> None:
        """Ignore the step."""

    def advance(self) -> None:
        """Ignore the part."""

    def end(self) -> None:
        """Ignore the end."""
