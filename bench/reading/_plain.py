"""A child that gives pictures to the engine alone, whole, at 1280: what a reading is compared with.

Paths come on its standard input, one a line; it says what its own start cost, in processor seconds.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

from faster_paddle import OcrEngine  # type: ignore[import-untyped]  # ships no annotations

from plaise.reading._decode import decode


def main() -> None:
    """Read every picture, and tell what came before."""
    engine = OcrEngine(model_size="tiny", threads=1, det_max_side=1280)
    print(time.process_time())
    for path in sys.stdin.read().splitlines():
        out = io.BytesIO()
        decode(Path(path).read_bytes()).image.save(out, "BMP")
        engine.ocr(out.getvalue())


if __name__ == "__main__":
    main()
