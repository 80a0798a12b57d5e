"""What a known site says of itself in words that nobody has listed: a guess, to be checked.

An outage, a check for humans, a form of the ANEF that stops. None of them is ever a refusal; the
wording told is a listed one of the same meaning, of the least confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plaise.law._doors import platform_of
from plaise.law._phrases import Phrase, load_phrases

from ._address import Address
from ._engine import Line
from ._fold import fold
from ._match import Match, is_led_up_to, quotes

_SCORE = 0.9
_MOST_LINES = 4
_ANEF = "anef"
_STOPS = re.compile(
    r"(?:^|[.!:] ?)(?:"
    r"vous ne pouvez pas (?:poursuivre|continuer|selectionner|deposer)\b|"
    r"une erreur (?:technique )?est survenue\b.*\bdemande\b|"
    r"il (?:n'est pas possible|est impossible) de (?:deposer|poursuivre|continuer)\b|"
    r"(?:creation de compte|demande|demarche) impossible\b|"
    r"votre demande n'a pas pu etre (?:enregistree|envoyee|transmise)\b)|"
    r"^[a-z' ]{4,40} n'est pas disponible (?:en ligne|sur ce teleservice)\b"
)
_DOWN = re.compile(
    r"^(?:erreur 5\d\d ?[:.–-]|(?:une )?(?:operation de )?maintenance (?:est )?en cours\b|"
    r"service en cours de maintenance\b|"
    r"(?:le |ce |notre )?(?:site|service) est (?:momentanement|temporairement|actuellement) "
    r"(?:indisponible|interrompu|en maintenance)\b|"
    r"(?:gateway time-?out|bad gateway|service (?:temporarily )?unavailable)$)"
)
_HUMAN = re.compile(
    r"^(?:confirmez|verifiez|prouvez) que vous (?:etes|n'etes pas) (?:un )?(?:humain|robot)\b|"
    r"^\W*je suis (?:un )?humain\b"
)


def find_plain(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Match | None:
    """The sentence of a known site's own page that says so, else None."""
    if address is None or not address.known:
        return None
    platform = platform_of(address.host, address.path)
    stops = platform is not None and platform.id == _ANEF
    forms = (("bf_impossible_poursuivre", _STOPS if stops else None),
             ("out_maintenance", _DOWN), ("cap_humain", _HUMAN))  # fmt: skip
    for phrase_id, form in forms:
        for run in runs:
            lines = _sentence(run, form) if form else ()
            if lines and not quotes(lines) and not is_led_up_to(lines[0], body):
                phrase = _least_sure(phrase_id)
                text = " ".join(line.text.strip() for line in lines)
                return Match(phrase, text, lines, _SCORE, stands=True)
    return None


@cache
def _least_sure(phrase_id: str) -> Phrase:
    """A listed wording of the same meaning; these words of it nobody has vouched for."""
    listed = next(one for one in load_phrases() if one.id == phrase_id)
    return listed.model_copy(update={"confidence": "low"})


def _sentence(run: tuple[Line, ...], form: re.Pattern[str]) -> tuple[Line, ...]:
    """The first lines of a run that begin so and ask nothing: « Le site est indisponible ? »."""
    text = ""
    for count, line in enumerate(run[:_MOST_LINES], start=1):
        text = f"{text} {fold(line.text).strip()}".strip()
        if form.search(text):
            return () if "?" in text else run[:count]
    return ()
