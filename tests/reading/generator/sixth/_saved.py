"""Pictures measured and written as the fifth hand does, some of them then kept as WebP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from .._specimen import Specimen
from ..fifth import shoot as measured


def shoot(specimens: Iterator[Specimen], out: Path) -> None:
    """Write the pictures and `labels.jsonl`."""
    measured(specimens, out)
    listed = out / "labels.jsonl"
    if not listed.exists():
        return
    labels = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    for label in labels:
        quality, file = label["damage"].get("webp"), out / label["file"]
        if quality and file.suffix == ".png":
            with Image.open(file) as picture:
                picture.save(file.with_suffix(".webp"), quality=quality)
            file.unlink()
            label["file"] = file.with_suffix(".webp").name
    lines = (json.dumps(label, ensure_ascii=False) + "\n" for label in labels)
    listed.write_text("".join(lines), encoding="utf-8")
