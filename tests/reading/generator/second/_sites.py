"""One page drawn at random among all of them, in a font and colours of the hand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ._elsewhere import nothing_said, offered, quoted
from ._errors import closed, gone, robot, server_error
from ._frames import Site
from ._kits import Hand
from ._refusals import alert, booked_out, no_slot, rare, stopped

_MAKERS: tuple[tuple[int, Callable[[random.Random, Hand, date], Site]], ...] = (
    (20, booked_out), (4, rare), (16, no_slot), (6, alert), (7, stopped), (9, server_error),
    (2, closed), (6, robot), (5, gone), (14, offered), (6, nothing_said), (11, quoted),
)  # fmt: skip


def any_site(rng: random.Random, hand: Hand, day: date) -> Site:
    """A page drawn at random, in a font and colours of the hand."""
    make = rng.choices([one for _, one in _MAKERS], [weight for weight, _ in _MAKERS])[0]
    site = make(rng, hand, day)
    dark = rng.random() < 0.14
    pale = rng.choice((("#fff", "#1e1e1e"), ("#fff", "#1e1e1e"), ("#f5f5fe", "#161616")))
    ground, ink = ("#18181b", "#e4e4e7") if dark else pale
    size, lead = rng.choice((13, 14, 15, 16, 16, 18)), rng.choice((1.3, 1.45, 1.6))
    font = f"{size}px/{lead} '{rng.choice(hand.text)}'"
    style = f"font:{font};background:{ground};color:{ink};min-height:100%"
    return replace(site, body=f'<div class=site style="{style}">{site.body}</div>')
