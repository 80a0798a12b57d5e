"""rapidocr on ONNX Runtime (PP-OCRv6 small, inside its wheel): the slow path, for photographs.

An optional extra (`photo`): six times slower, several hundred megabytes, but it reads pictures of
screens that the default engine does not. Its models come with it; nothing is downloaded.
"""

from __future__ import annotations

import logging

from rapidocr import RapidOCR
from rapidocr.utils.output import RapidOCROutput

from plaise.dossier import Box

from ._engine import Line, Slanted


class Rapid:
    """One thread; the detector's side is set for each call."""

    def __init__(self) -> None:
        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        threads = "EngineConfig.onnxruntime"
        self._engine = RapidOCR(
            params={
                "Global.log_level": "error",
                f"{threads}.intra_op_num_threads": 1,
                f"{threads}.inter_op_num_threads": 1,
            }
        )

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        """See `Engine.lines`; `side` is left to the engine, whose own choice suits photographs."""
        return [_line(one) for one in self.slanted(image)]

    def slanted(self, image: bytes) -> list[Slanted]:
        """See `SlowEngine.slanted`."""
        found = self._engine(image)
        if not isinstance(found, RapidOCROutput) or found.boxes is None:
            return []
        return [
            Slanted(text, tuple((float(x), float(y)) for x, y in corners), float(score))
            for corners, text, score in zip(
                found.boxes, found.txts or (), found.scores or (), strict=True
            )
        ]


def _line(one: Slanted) -> Line:
    across, down = zip(*one.corners, strict=True)
    left, top = max(0, round(min(across))), max(0, round(min(down)))
    box = Box(x=left, y=top, width=round(max(across)) - left, height=round(max(down)) - top)
    return Line(one.text, box, one.confidence)
