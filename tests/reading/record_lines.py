"""Remake tests/reading/recorded/: what the real engine says of the example's pictures.

Run it when the engine or its settings change: `uv run python tests/reading/record_lines.py`.
"""

import json
import sys
from pathlib import Path

import yaml

from plaise.reading._decode import decode
from plaise.reading._engine import load_engine
from plaise.reading._look import page_of

ROOT = Path(__file__).parents[2]
CAPTURES = ROOT / "examples" / "dossier-exemple" / "captures"
RECORDED = Path(__file__).parent / "recorded"


def main() -> int:
    """Record one JSON file per kind of page and look, named after both."""
    truths = yaml.safe_load((ROOT / "examples" / "captures.yaml").read_text("utf-8"))["captures"]
    seen = set()
    for truth in truths:
        kind = f"{truth['make'].get('scenario', 'copie')}-{truth['make']['look']}"
        path = CAPTURES / truth["file"]
        if kind in seen or "copie" in kind or not path.exists():
            continue
        seen.add(kind)
        page = page_of(decode(path.read_bytes()).image, load_engine(), side=1280)
        lines = [
            [
                one.text,
                one.box.x,
                one.box.y,
                one.box.width,
                one.box.height,
                round(one.confidence, 3),
            ]
            for one in page.lines
        ]
        record = {
            "file": truth["file"],
            "width": page.width,
            "height": page.height,
            "shows": truth["shows"],
            "lines": lines,
        }
        text = json.dumps(record, ensure_ascii=False, indent=1)
        (RECORDED / f"{kind}.json").write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
