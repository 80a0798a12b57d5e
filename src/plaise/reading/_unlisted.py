"""A refusal in words that nobody has listed yet: the site's own sentence, its meaning plain.

Sites change a word now and then. « Il n’y a plus de créneau disponible pour cette démarche. » says
what the listed wordings say; it is told with the least confidence, and a warning to check it.
Only whole sentences of that form count: one word more (« … au guichet sans convocation ») and the
page is left to the person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plaise.law._doors import platform_of
from plaise.law._phrases import Phrase, load_phrases

from ._address import Address
from ._engine import Line
from ._fold import fold, squeeze
from ._match import Match, is_led_up_to, quotes
from ._page import stacked

_LISTED = "x_bots_variants"
_SCORE = 0.9
_MOST_LINES = 4
_CUT = 4  # letters of a path that a phone's bar cut
_END = re.compile(r"(?<=[a-z])\s?[.!](?:\s|$)")
_RETRY = re.compile(r"(?:veuillez|merci(?: de)?|vous pouvez)(?: (?:re\w+|vous reconnecter)\b|$)")
_PLATFORMS = {
    "rdv_prefecture": ("demarche", "rdv"), "ez_booking": ("booking",), "rdv_anct": ("prendre_rdv",),
}  # fmt: skip
_STEP = squeeze("Vérification de disponibilité")  # the title of the step where eZ answers


def _any(*words: str) -> str:
    return "(?:" + "|".join(sorted((squeeze(one) for one in words), key=len, reverse=True)) + ")"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The sentences, squeezed: letters that an engine confuses are one.

    The last one has no verb. Of a single day it may be said as well: it needs its `tail`, or the
    advice to come back.
    """
    sorry = f"{_any('désolé', 'nous sommes désolés', 'actuellement')}?"
    what = _any("créneau", "créneaux", "créneau de rendez-vous", "créneaux de rendez-vous", "rdv",
                "rendez-vous", "plage horaire", "plages horaires", "place")  # fmt: skip
    now = f"{_any('actuellement', 'pour le moment', 'pour l’instant', 'malheureusement')}?"
    free = _any("disponible", "disponibles", "libre", "libres", "proposé", "proposés")
    for_what = _any(
        "à ce jour", "pour le moment", "pour l’instant", "actuellement", "pour cette démarche",
        "pour cette prestation", "pour ce motif", "pour ce guichet", "sur ce guichet", "en ligne",
        "pour votre demande", "pour votre demande de rendez-vous", "pour la prise de rendez-vous",
        "à partir de cette date", "dans les prochains jours", "dans les prochaines semaines",
    )  # fmt: skip
    tail = f"{now}{for_what}{{0,2}}"
    done = _any("réservés", "réservées", "complets", "complètes", "pris", "prises", "attribués",
                "occupés", "occupées")  # fmt: skip
    none, more = (
        _any("aucun", "aucune", "plus aucun", "plus aucune"),
        _any("plus", "pas", "plus aucun"),
    )
    are, all_ = _any("sont", "ont été"), _any("tous les", "toutes les")
    isnt, thereis = _any("n’est", "ne sont"), _any("il n’y a", "il n’existe")
    return tuple(
        re.compile(form)
        for form in (
            f"{sorry}{none}{what}{isnt}{now}{_any('plus')}?{now}{free}{tail}",
            f"{sorry}{thereis}{now}{more}{_any('de')}?{what}{now}{free}{tail}",
            f"{sorry}{all_}{what}{_any('disponibles')}?{are}{now}{_any('déjà')}?{done}{tail}",
            f"{sorry}(?:{none}|{_any('pas', 'plus')}{_any('de')}){what}{free}(?P<tail>{tail})",
        )
    )


def find_unlisted(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Match | None:
    """The sentence of that form that stands by itself on a booking site's own page, else None."""
    if not (address is not None and _books(address)) and not _answers(address, body):
        return None
    for run in runs:
        lines = _sentence(run)
        if lines and not quotes(lines) and not is_led_up_to(lines[0], body):
            text = " ".join(line.text.strip() for line in lines)
            return Match(_phrase(), text, lines, _SCORE, stands=True)
    return None


@cache
def _phrase() -> Phrase:
    return next(one for one in load_phrases() if one.id == _LISTED)


def _books(address: Address) -> bool:
    """Whether a page at that address can only be one where appointments are asked for."""
    door = platform_of(address.host, address.path) if address.known else None
    marks = _PLATFORMS.get(door.id, ()) if door else ()
    path = address.path.lower().strip("/…")
    if not path:
        return bool(door) and "rdv" in address.host  # a phone shows the host alone
    whole = path[:-1] or path  # the last letter may be half hidden: « /rds » for « /rdv »
    cut = len(path) <= _CUT and any(mark.startswith(whole) for mark in marks)
    return cut or any(mark in path for mark in marks)


def _answers(address: Address | None, body: Sequence[Line]) -> bool:
    """Whether a page whose path, or whose whole address, is hidden is the step that answers."""
    if not any(squeeze(line.text) == _STEP for line in body):
        return False
    return address is None or (address.known and not address.path)


def _sentence(run: tuple[Line, ...]) -> tuple[Line, ...]:
    """The first lines of a run that are one such sentence, from its beginning to its end."""
    text = ""
    for count, line in enumerate(run[:_MOST_LINES], start=1):
        text = f"{text} {fold(line.text).strip()}".strip()
        ended = _END.search(text)
        first = text[: ended.start()] if ended else text
        goes_on = not ended and count < len(run) and _continues(line, run[count])
        rest = text[ended.end() :] if ended else ""
        said = next((one for form in _forms() if (one := form.fullmatch(squeeze(first)))), None)
        if not goes_on and said:
            retry = _RETRY.match(rest or _under(run, count))
            alone = not rest and said.groupdict().get("tail") != ""
            return run[:count] if retry or alone else ()
        if ended:
            return ()
    return ()


def _under(run: Sequence[Line], count: int) -> str:
    """The line of a run after so many, else nothing."""
    return fold(run[count].text).strip() if count < len(run) else ""


def _continues(line: Line, below: Line) -> bool:
    """Whether the next line is the same paragraph's: it begins with a small letter."""
    return stacked(line, below) and below.text.strip()[:1].islower()
