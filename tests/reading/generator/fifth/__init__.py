"""A fifth hand: plain captures of ordinary people, drawn blind, as an examiner would.

Windows 7, 10 and 11, Ubuntu, KDE, Xfce, macOS and ChromeOS desktops; Chrome, Edge, Firefox and
Safari; Android telephones and iPhones. Each system has its own measures, fonts and ways of saying
the hour. What a label says (address, hour, day, telling words) is measured on the drawn page.
"""

from ._drawn import drawn
from ._shoot import shoot

__all__ = ["drawn", "shoot"]
