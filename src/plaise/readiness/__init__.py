"""Is the file strong enough, why, and what to do next: never a probability."""

from ._assess import assess
from ._text import text
from ._values import Assessment, Criterion, Level, SourceNote, Verdict

__all__ = ["Assessment", "Criterion", "Level", "SourceNote", "Verdict", "assess", "text"]
