"""Errors that a person reads: what happened, what is safe, what to do now."""

from __future__ import annotations


class PlaiseError(Exception):
    """A failure told in plain French to the person who has to act on it.

    Attributes:
        happened: what went wrong, with the file and line when there is one.
        safe: what was kept, so that nobody panics.
        to_do: the next thing to do.
    """

    def __init__(self, happened: str, *, to_do: str, safe: str = "Rien n’a été modifié.") -> None:
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.to_do = to_do

    def __str__(self) -> str:
        return f"{self.happened}\n{self.safe}\n{self.to_do}"


class DossierError(PlaiseError):
    """The facts of a dossier cannot be used as they are written."""


class FactsError(DossierError):
    """Facts are missing or malformed: each is told with its line in the file."""
