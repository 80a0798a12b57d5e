"""Make a labelled set: `PYTHONPATH=tests uv run python -m reading.generator dev 1 200 OUT`."""

from __future__ import annotations

import argparse
from pathlib import Path

from ._kits import KITS
from ._make import draw, make
from .fifth import drawn as drawn_fifth
from .fifth import shoot as shoot_fifth
from .fourth import drawn as drawn_fourth
from .fourth import shoot
from .second import HANDS, drawn
from .seventh import drawn as drawn_seventh
from .sixth import drawn as drawn_sixth
from .sixth import shoot as shoot_sixth
from .third import drawn as drawn_third


def main() -> None:
    """Parse the words of the command, then draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    hands = {*KITS, *HANDS, "third", "fourth", "fifth", "sixth", "seventh"}
    parser.add_argument("split", choices=sorted(hands))
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--hard", type=float, default=0.08, help="share of photos and scans")
    asked = parser.parse_args()
    if asked.split == "third":
        make(drawn_third("third", asked.seed, asked.count, asked.hard), asked.out)
    elif asked.split == "fourth":
        shoot(drawn_fourth("fourth", asked.seed, asked.count), asked.out)
    elif asked.split == "fifth":
        shoot_fifth(drawn_fifth("fifth", asked.seed, asked.count), asked.out)
    elif asked.split == "seventh":
        shoot_fifth(drawn_seventh("seventh", asked.seed, asked.count), asked.out)
    elif asked.split == "sixth":
        shoot_sixth(drawn_sixth("sixth", asked.seed, asked.count), asked.out)
    elif asked.split in HANDS:
        make(drawn(asked.split, asked.seed, asked.count, asked.hard), asked.out)
    else:
        make(draw(KITS[asked.split], asked.seed, asked.count, asked.hard), asked.out)


if __name__ == "__main__":
    main()
