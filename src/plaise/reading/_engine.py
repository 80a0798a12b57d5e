"""The OCR engine behind a small interface: lines with boxes, nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from plaise.dossier import Box

from .errors import ReadingError


@dataclass(frozen=True)
class Line:
    """One line of text as an engine saw it; the box is in pixels of the picture."""

    text: str
    box: Box
    confidence: float

    @property
    def right(self) -> int:
        """The abscissa just after the line."""
        return self.box.x + self.box.width

    @property
    def bottom(self) -> int:
        """The ordinate just under the line."""
        return self.box.y + self.box.height

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the line."""
        return self.box.x + self.box.width / 2, self.box.y + self.box.height / 2

    def moved(self, right: int, down: int) -> Line:
        """The same line elsewhere in the picture."""
        place = {"x": self.box.x + right, "y": self.box.y + down}
        return Line(self.text, self.box.model_copy(update=place), self.confidence)


@dataclass(frozen=True)
class Slanted:
    """A line with its four corners, from the upper left one, clockwise."""

    text: str
    corners: tuple[tuple[float, float], ...]
    confidence: float

    @property
    def width(self) -> float:
        """Along the line."""
        (left, top), (right, other) = self.corners[:2]
        return float(((right - left) ** 2 + (other - top) ** 2) ** 0.5)

    @property
    def height(self) -> float:
        """Across the line."""
        (left, top), (right, other) = self.corners[0], self.corners[3]
        return float(((right - left) ** 2 + (other - top) ** 2) ** 0.5)

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        across, down = zip(*self.corners, strict=True)
        return sum(across) / len(across), sum(down) / len(down)

    @property
    def slope(self) -> float:
        """How many pixels it goes down for each one to the right."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.corners
        return ((y1 - y0) + (y2 - y3)) / max(1.0, (x1 - x0) + (x2 - x3))


class Engine(Protocol):
    """Anything that turns a decoded picture into lines."""

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        """Read a picture.

        Args:
            image: an encoded picture that we made ourselves (BMP), never the original bytes.
            side: the length in pixels to which the longest side is reduced to look for text.
            fine: with the engine's better model, where it has one: a few small pieces only, it
                takes several times longer.
        """
        ...


class SlowEngine(Engine, Protocol):
    """An engine that also says how lines lean."""

    def slanted(self, image: bytes) -> list[Slanted]:
        """Read a picture; see `Engine.lines`."""
        ...


@cache
def load_engine() -> Engine:
    """The default engine, loaded once per process.

    Raises:
        ReadingError: it is not installed, or does not run on this machine.
    """
    try:
        from ._paddle import Paddle  # noqa: PLC0415 (heavy, and only the workers need it)
    except ImportError as error:
        raise ReadingError(
            "Le moteur de lecture des captures (faster-paddle) ne se charge pas sur cette machine.",
            safe="Vos captures n’ont pas été touchées.",
            to_do="Réinstallez Plaise, ou lancez-le sur un ordinateur Linux, Windows ou macOS "
            "récent (processeur 64 bits).",
        ) from error
    return Paddle()


@cache
def load_slow_engine() -> SlowEngine:
    """The engine for photographs of screens, an optional extra.

    Raises:
        ReadingError: it is not installed.
    """
    try:
        from ._rapid import Rapid  # noqa: PLC0415 (heavy, and optional)
    except ImportError as error:
        raise ReadingError(
            "La lecture lente, pour les photographies d’écran, n’est pas installée.",
            safe="Vos captures n’ont pas été touchées, et la lecture ordinaire fonctionne.",
            to_do='Installez le complément « photo » (par exemple : pip install "plaise[photo]"), '
            "ou relancez sans --photo.",
        ) from error
    return Rapid()
