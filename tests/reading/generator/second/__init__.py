"""A second hand: pages, desktops and phones drawn by other rules than the first generator's.

What is measured on pictures that one hand drew says little about those of another. This one draws
real-looking system and browser bars (host in ink, path in grey), every clock that comes to mind,
two windows, side bars, mirrored desktops, other sites; it shares no markup with the first.
"""

from ._drawn import drawn
from ._kits import HANDS
from ._optics import spoil

__all__ = ["HANDS", "drawn", "spoil"]
