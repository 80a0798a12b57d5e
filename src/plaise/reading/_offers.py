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
    r"(?:^|[.:—-] ?)(?:premiere?|prochaine?|1re|1er) (?:creneau|rendez-vous|date) "
    r"(?:possible|propose|disponible|libre|le \w+ \d)|^(?:choisir|reserver) ce creneau$|"
    r"^creneau suivant propose|^un rendez-vous peut etre pris (?:a partir|des)\b|"
    r"^(?:vous avez (?:retenu|choisi|selectionne) le|nous vous gardons la place du) \w+ \d|"
    r"^creneau (?:selectionne|choisi|retenu) ?: ?\w*\W?\d|\bun seul horaire subsiste\b|"
    r"\bplus que (?:une|deux|trois|\d+) places?\b|\bcomplet : reste le \w+ \d|"
    r"\b(?:1|une) place, a \d|\(derniere place\)|\d\d ?: ?(?:derniere place|\d+ places?\b)|"
    r"^(?:voici les )?premier(?:e?s)? (?:creneaux?|dates?|rendez-vous)(?: proposee?s)? ?:|"
    r"voici les premieres dates\b|^disponible (?:des|a partir d[ue])\b.*\d|"
    r"^\W*\d{1,2} ?[h:] ?\d\d\W.{0,20}\W(?:reserver|choisir)\W?\d?$|"
    r"^(?:il ne reste )?plus qu'un (?:seul )?(?:creneau|rendez-vous)\b|"
    r"^[il1|]{2} ne reste (?:plus )?que (?:\d+|deux|trois|quelques) (?:creneau|rendez-vous|places?)"
)
# A button that takes what is shown, or the words that ask to choose it.
_TAKES = re.compile(
    r"^(?:reserver|je prends|prendre (?:ce|cet)|valider mon choix)\b|"
    r"^choisir\W*$|\b(?:cliquez sur|choisissez|selectionnez) (?:[li1|]'(?:un des )?|un )"
    r"(?:horaires?|heures?)\b"
)
_DAY = re.compile(
    r"^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) \d{1,2} ?[a-z]{3,9}(?: \d{4})?\W*$"
)
_DATED = re.compile(  # « mardi 14 juillet, 9 h 30 », « 06/08/2019 – 8h45 »: a clock has no « h »
    r"^\W*(?:[o0] ?)?(?:(?:[a-z]+ )?\d{1,2} ?[a-z]{3,9}(?: \d{4})?|\d\d/\d\d/\d{4})\W{1,4}(?:a )?"
    r"(?:[01]?\d|2[0-3]) ?h ?[0-5]\d\W*$"
)
# Under a month of bare figures, what one of its two colours means.
_LEGEND = re.compile(
    r"^\W*(?:(?:jours?|dates?|creneaux?) (?:avec|disponibles?|reservables?|libres?)"
    r"(?: rendez-vous)?|(?:rendez-vous|places?) (?:disponibles?|restantes?|libres?)|reservables?|"
    r"ouvert a la reservation|[il1|]{0,2} ?reste des creneaux)\b"
)
_FIGURE, _MONTH = re.compile(r"^\d{1,2}$"), 20  # days of it that are read alone
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
    takes = any(_TAKES.search(fold(line.text).strip()) for line in body)
    lines = _under_days(body) or _proposed(body) or _in_a_month(body)
    if not lines and takes:
        lines = _dated(body) or _times(body, old=False) or _taken(body)
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


def _dated(body: Sequence[Line]) -> tuple[Line, ...]:
    """Days with their hour, which a button takes."""
    return tuple(line for line in body if _DATED.match(fold(line.text).strip()))


def _taken(body: Sequence[Line]) -> tuple[Line, ...]:
    """Hours « 15:30 », or buttons in rows of days: one alone may be the clock, or a menu's."""
    said = [(line, fold(line.text).strip()) for line in body]
    hours = tuple(line for line, _ in said if _HOURS.match(line.text.strip()))
    buttons = tuple(line for line, text in said if _TAKES.search(text))
    days = sum(bool(_DAY.match(text)) for _, text in said)
    if len(hours) >= _FEW_DAYS:
        return hours
    return buttons if days >= _FEW_DAYS else ()


def _in_a_month(body: Sequence[Line]) -> tuple[Line, ...]:
    """The legend of a month where some days are free; which ones, only their colour says."""
    days = sum(bool(_FIGURE.match(line.text.strip())) for line in body)
    told = tuple(line for line in body if _LEGEND.match(fold(line.text).strip()))
    return told if days >= _MONTH else ()


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
