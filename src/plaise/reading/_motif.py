"""The démarche or the guichet that a page names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._engine import Line
from ._fold import fold
from ._page import stacked

_LABEL = (
    r"(?:nature du rendez-vous|motif(?: du rendez-vous)?|d[ée]marche|objet|prestation)"
    r"\s*(?:n\W{0,2}\s*\d+)?\s*:\s*"
)
_LABELLED = re.compile(rf"^\W*{_LABEL}\S|^\W*guichet\b.*\d")
_KEYWORDS = re.compile(
    r"titres? de sejour|carte de (?:sejour|resident)|renouvellement|premiere demande|admission "
    r"exceptionnelle|naturalisation|nationalite francaise|regroupement familial|circulation pour "
    r"(?:etranger )?mineur|\bdcem\b|titre de voyage|\bguichet\b|changement de statut|\baes\b|"
    r"vie privee et familiale|recepisse|duplicata|titre d'identite republicain"
)
_NOT_A_TITLE = re.compile(
    r"existe plus|disponib|veuillez|ulterieurement|cocher|cliquez|\?$|https?:|\.fr\b|\.$"
)
_MIN, _MAX = 6, 140
_CLEARLY = 0.8


def find_motif(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that name what the appointment is for: a labelled one, else the largest title."""
    lines = [line for line in body if _MIN <= len(line.text.strip()) <= _MAX]
    labelled = [line for line in lines if _LABELLED.match(fold(line.text).strip())]
    if labelled:
        return _wrapped(labelled[0], body)
    titles = [
        line
        for line in lines
        if _KEYWORDS.search(fold(line.text)) and not _NOT_A_TITLE.search(fold(line.text).strip())
    ]
    titles.sort(key=lambda line: -line.box.height)
    if len(titles) > 1 and titles[1].box.height > _CLEARLY * titles[0].box.height:
        return ()  # a list to choose from, or a menu: none of them is what was asked for
    return _wrapped(titles[0], body) if titles else ()


def _wrapped(line: Line, body: Sequence[Line]) -> tuple[Line, ...]:
    """The line, and the next one when it goes on there (a narrow screen)."""
    for other in body:
        aligned = abs(other.box.x - line.box.x) < line.box.height
        alike = abs(other.box.height - line.box.height) < 0.3 * line.box.height
        if stacked(line, other) and aligned and alike and other.text.strip()[:1].islower():
            return line, other
    return (line,)


def motif_text(lines: Sequence[Line]) -> str:
    """The motif without its label."""
    text = " ".join(line.text.strip() for line in lines)
    return re.sub(rf"^\W*{_LABEL}", "", text, flags=re.IGNORECASE)
