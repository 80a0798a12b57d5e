"""Fields that people of every age and device can fill in."""

from .dates import DateInWords, read_back
from .posted import posted, status
from .renderer import Renderer
from .reveal import REVEAL
from .words import Words

__all__ = ["REVEAL", "DateInWords", "Renderer", "Words", "posted", "read_back", "status"]
