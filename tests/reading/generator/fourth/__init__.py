"""A fourth hand: the captures people really take, drawn by someone who had read no rule.

Windows, macOS, GNOME, KDE, Cinnamon, XFCE and Chromebook desktops; Chrome, Edge, Firefox, Safari,
Opera, Brave; telephones, tablets, windows inside applications; the booking sites' pages, their
failures, and the pages that only speak of them. Every label is measured on the drawn page: what is
cut by a bar or covered by a box is said absent.
"""

from ._drawn import drawn
from ._shoot import shoot

__all__ = ["drawn", "shoot"]
