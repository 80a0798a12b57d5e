"""faster-paddle (PP-OCRv6 tiny and small, inside its wheel): the engine measured best.

Never the medium model: it is downloaded at run time, which the house forbids.
"""

from __future__ import annotations

from typing import Any

from faster_paddle import OcrEngine  # type: ignore[import-untyped]  # ships no annotations

from plaise.dossier import Box

from ._engine import Line

_MIN = 32  # a strip of a screen is read at its own scale, never blown up


class Paddle:
    """One thread, one model in memory at a time; an engine per detection size, when first needed.

    « tiny » reads screens; « small » the few strips that it left in doubt. Each lets go of what
    the other held (200 MB), and takes a tenth of a second to come back.
    """

    def __init__(self) -> None:
        self._model = ""
        self._engines: dict[int, OcrEngine] = {}

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        """See `Engine.lines`."""
        engine = self._engine("small" if fine else "tiny", side)
        return [_line(bound) for bound in engine.ocr(image)["bounds"].values()]

    def _engine(self, model: str, side: int) -> OcrEngine:
        if model != self._model:
            self._engines.clear()
            self._model = model
        engine = self._engines.get(side)
        if engine is None:
            engine = OcrEngine(model_size=model, threads=1, det_max_side=side, det_min_side=_MIN)
            self._engines[side] = engine
        return engine


def _line(bound: dict[str, Any]) -> Line:
    left, top = bound["topLeftCoord"]
    right, bottom = bound["bottomRightCoord"]
    return Line(
        text=str(bound["text"]),
        box=Box(x=left, y=top, width=max(0, right - left), height=max(0, bottom - top)),
        confidence=float(bound["confidence"]),
    )
