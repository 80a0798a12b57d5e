"""A sixth hand: ordinary machines of 2019 to 2026, drawn blind, as an examiner would.

Its pages follow what the booking sites are publicly known to show, and everything that surrounds
them on a French computer or telephone. It knows nothing of the reader's rules. What a label says
is measured on the drawn page by the fifth hand's `shoot`.
"""

from ._drawn import drawn
from ._saved import shoot

__all__ = ["drawn", "shoot"]
