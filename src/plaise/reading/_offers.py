"""A slot on offer, this week or later: it must never be dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._engine import Line
from ._fold import fold
from ._match import Match
from ._page import stacked

_SLOTS = re.compile(r"^\W*(?:[oO0©]\s?(?=\d\d))?(?:(?:[01]?\d|2[0-3])\s?[hH]\s?[0-5]\d\W*){1,8}$")
_HOURS = re.compile(r"^(?:(?:[01]?\d|2[0-3])\s?[:hH]\s?[0-5]\d\W*){1,8}$")
_SHORT_DAY = re.compile(r"^(?:lun|mar|mer|jeu|ven|sam|dim)\w*\.?\s?\d{1,2}\b(?!.*\d[:h])")
_FEW_HOURS, _FEW_DAYS = 3, 2
# The site's own words over one date, or over the button that takes it.
_PROPOSES = re.compile(
    r"(?:^|[.:—-] ?)(?:premiere?|prochaine?) (?:creneau|rendez-vous|date) "
    r"(?:propose|disponible|libre|le \w+ \d)|^(?:choisir|reserver) ce creneau$|"
    r"^(?:il ne reste )?plus qu'un (?:seul )?(?:creneau|rendez-vous)\b|"
    r"^[il1|]{2} ne reste (?:plus )?que (?:\d+|deux|trois|quelques) (?:creneau|rendez-vous|places?)"
)
_RANGE = re.compile(r"(?:^|\d)\s?[-–—−]\s?\d")
_OPENING = re.compile(r"horaires? d.ouverture|\bouvert|\bdu lundi\b|\bferme|d.accueil\b")
_OLD_FIGURES = re.compile(  # « 14hıs », « oghis », « uh45 »
    r"^\W*(?:[\doOıilzutIgy]{1,2}[hH][\doOıilzçgsSuya]{2}\W*){1,8}$"
)
_NEXT = re.compile(r"prochaines?\s*disponib", re.IGNORECASE)
DAY_FOLD = re.compile(
    r"^\W*(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s*\d{1,2}\b", re.IGNORECASE
)
_STRONG = frozenset({"ez_plus_de_plage", "ez_pas_calendrier", "ea94_aucun_rdv_possible"})

Slot = tuple[Match | None, tuple[Line, ...]]


def find_slot(found: Sequence[Match], body: Sequence[Line]) -> Slot | None:
    """The wording and the lines that offer a slot, else None.

    Args:
        found: the known wordings of the page.
        body: its lines.
    """
    if any(m.phrase.id in _STRONG and m.stands for m in found):
        return None
    by_id = {match.phrase.id: match for match in found}
    if later := tuple(line for line in body if _NEXT.search(line.text)):
        return by_id.get("trap_sur_cette_semaine") or by_id.get("av_prochaine"), later
    for name in ("av_plage", "av_description"):
        if (match := by_id.get(name)) and match.stands:
            return match, match.lines
    chooses = by_id.get("av_choisissez")
    lines = _under_days(body) or _proposed(body)
    if not lines and (chooses or _folded(body) or "rdvpref_aucun_creneau" in by_id):
        lines = _times(body, old=chooses is not None)
    return (chooses, lines) if lines else None


def _folded(body: Sequence[Line]) -> bool:
    """Whether days are folded under their names."""
    return any(DAY_FOLD.match(line.text.strip()) for line in body)


def _times(body: Sequence[Line], *, old: bool) -> tuple[Line, ...]:
    """The hours of slots, « 09h15 »; in old-style figures where the page asks to choose one."""
    times = tuple(
        line for line in body if _SLOTS.match(line.text.strip()) and not _opens(line, body)
    )
    if times or not old:
        return times
    return tuple(line for line in body if _OLD_FIGURES.match(line.text.strip()))


def _proposed(body: Sequence[Line]) -> tuple[Line, ...]:
    """The site's own words over one date, or over the button that takes it."""
    said = ((line, fold(line.text).strip()) for line in body)
    return tuple(line for line, text in said if text[-1:] != "?" and _PROPOSES.search(text))


def _under_days(body: Sequence[Line]) -> tuple[Line, ...]:
    """The hours of a table of slots, « 9:15 » under « lun. 20 juin »: more than clocks show."""
    hours = tuple(line for line in body if _HOURS.match(line.text.strip()))
    days = [line for line in body if _SHORT_DAY.match(fold(line.text).strip())]
    return hours if len(hours) >= _FEW_HOURS and len(days) >= _FEW_DAYS else ()


def _opens(line: Line, body: Sequence[Line]) -> bool:
    """Whether « 13h30 – 15h45 » ends a sentence about opening hours, begun one or two lines above.

    Cut elsewhere, the line may be « – 15h45 » alone.
    """
    above = [one for one in body if stacked(one, line)]
    above += [higher for higher in body for one in above if stacked(higher, one)]
    ranged = _RANGE.search(line.text)
    return bool(ranged) and any(_OPENING.search(fold(one.text)) for one in above)
