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
from ._meaning import paragraph, says_none
from ._page import stacked

_LISTED = "x_bots_variants"
_SCORE = 0.9
_MOST_LINES = 4
_NEAR, _BETWEEN = 8, 3  # heights from a sentence to its button, and lines of advice and button
_CUT = 4  # letters of a path that a phone's bar cut
_END = re.compile(r"(?<=[a-z])\s?[.!](?:\s|$)")
_RETRY = re.compile(
    r"(?:veuillez|merci(?: de)?|vous pouvez)(?: (?:re\w+|vous reconnecter)\b|$)|"
    r"(?:re)?essayez (?:a nouveau|demain|plus tard)|revenez|reconnectez-vous"
)
_PLATFORMS = {
    "rdv_prefecture": ("demarche", "rdv"), "ez_booking": ("booking",),
    "rdv_anct": ("prendre_rdv", "org/"), "eappointment94": ("eappointment",),
}  # fmt: skip
_ASKED = re.compile(r"/(?:prendre|prise-de|demande-de)-(?:rendez-vous|rdv)$")
_STEP = squeeze("Vérification de disponibilité")  # the title of the step where eZ answers
_TAKING = re.compile(
    r"(?:prise de|prendre(?: un)?|recherche d.un|demande de) rendez-vous|"
    r"^resultats?(?: de .{0,30})?$"
)
_WAYS_BACK = frozenset(map(squeeze, (
    "Retour", "Précédent", "Terminer", "Accueil", "Retour à l’accueil", "Revenir en arrière",
)))  # fmt: skip
_DAYS_APART = re.compile(r"rdv-(?:prefecture|etrangers)\b")  # sites that may show one day
# What only the booking sites write, where no address is in the picture.
OF_BOOKING = re.compile(
    r"^accueil ?[>›»](?!.*(?:actualite|presse|publication)).{0,40}\b(?:booking|rendez-vous)\b|"
    r"^(?:derniere|prochaine) mise en ligne de (?:nouveaux )?rendez-vous\b|"
    r"^(?:choisissez votre creneau|trouver un rendez-vous|rdv service public)$|"
    r"^resultats? de votre recherche ?:$|^etape \d sur \d$"
)


def _any(*words: str) -> str:
    return "(?:" + "|".join(sorted((squeeze(one) for one in words), key=len, reverse=True)) + ")"


# What is asked for, and the words by which a site says that there is none.
_WHAT = _any(
    "créneau", "créneaux", "créneau horaire", "créneaux horaires", "créneau de rendez-vous",
    "créneaux de rendez-vous", "rdv", "rendez-vous", "plage horaire", "plages horaires", "place",
    "disponibilité", "disponibilités",
    "places", "date", "dates", "date de rendez-vous", "dates de rendez-vous", "horaire", "horaires",
)  # fmt: skip
_NOW = f"{_any('actuellement', 'pour le moment', 'pour l’instant', 'malheureusement')}?"
_SORRY = f"{_any('désolé', 'nous sommes désolés', 'actuellement', 'malheureusement')}?"
_FREE = _any("disponible", "disponibles", "libre", "libres", "proposé", "proposés", "ouvert",
             "ouverte", "ouverts")  # fmt: skip
_DONE = _any("réservé", "réservés", "réservées", "complet", "complets", "complètes", "pris",
             "prises", "attribués", "attribuées", "occupés", "occupées", "épuisés")  # fmt: skip
_FOR_WHAT = _any(
    "à ce jour", "pour le moment", "pour l’instant", "actuellement", "en ligne",
    "pour cette démarche", "pour la démarche choisie", "pour la démarche demandée",
    "pour cette prestation", "pour ce motif", "pour le motif choisi", "pour ce guichet",
    "sur ce guichet", "au guichet choisi", "au guichet demandé", "dans ce service",
    "pour votre demande", "pour votre demande de rendez-vous", "pour la prise de rendez-vous",
    "pour la période ouverte", "à partir de cette date", "dans les prochains jours",
    "dans les prochaines semaines",
)  # fmt: skip
_THIS = (
    f"{_any('pour', 'sur', 'dans', 'à', 'au')}{_any('le', 'la', 'ce', 'cet', 'cette', 'votre')}?"
    + _any("centre", "service", "guichet", "motif", "démarche", "prestation", "site", "lieu",
           "bureau", "accueil", "préfecture", "sous-préfecture", "catégorie", "rubrique",
           "procédure", "type de demande")
    + _any("choisi", "choisie", "demandé", "demandée", "sélectionné", "sélectionnée",
           "concerné", "concernée") + "?"
)  # fmt: skip
_TAIL = f"{_NOW}(?:{_FOR_WHAT}|{_THIS}){{0,2}}"
_NONE = _any("aucun", "aucune", "plus aucun", "plus aucune")
_NO = f"(?:{_NONE}|{_any('pas', 'plus')}{_any('de')})"
_OF_WHICH = _any(  # « tous les créneaux … »
    "disponibles", "proposés", "ouverts à la réservation", "mis en ligne", "ouverts", "de ce motif",
    "de ce guichet", "de ce service", "de cette démarche", "ouverts pour ce service",
    "ouvertes pour ce service", "de cette semaine et des suivantes",
)  # fmt: skip


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The sentences, squeezed: letters that an engine confuses are one.

    The last one has no verb. Of a single day it may be said as well: it needs its `tail`, or the
    advice to come back.
    """
    are = f"(?:{_any('sont', 'est')}|{_any('ont')}{_any('déjà')}?{_any('tous')}?{_any('été')})"
    offered = _any("proposé", "proposée", "proposés", "proposées", "offert", "offerte")
    book = _any("le planning", "l’agenda", "le calendrier")
    of_book = _any("de ce guichet", "de ce service", "des rendez-vous", "de cette démarche")
    wholly = _any("entièrement", "déjà", "actuellement", "totalement")
    return tuple(
        re.compile(_SORRY + form)
        for form in (
            f"{_NONE}{_WHAT}{_any('n’est', 'ne sont')}{_NOW}{_any('plus')}?{_NOW}{_FREE}{_TAIL}",
            f"{_any('il n’y a', 'il n’existe')}{_NOW}{_any('plus', 'pas', 'plus aucun')}"
            f"{_any('de')}?{_WHAT}{_NOW}{_FREE}{_TAIL}",
            f"{_any('tous les', 'toutes les')}{_WHAT}{_OF_WHICH}?{are}{_NOW}{_any('déjà')}?{_DONE}"
            f"{_TAIL}",
            f"{_NONE}{_WHAT}{_any('ne peut', 'ne peuvent')}{_any('plus')}?{_any('vous')}?"
            f"{_any('être')}{offered}{_TAIL}",
            f"{_any('nous ne pouvons')}{_any('malheureusement')}?{_any('pas', 'plus')}?"
            f"{_any('vous')}?{_any('proposer')}(?:{_NONE}|{_any('de')}){_WHAT}{_TAIL}",
            f"{_any('nous ne sommes pas en mesure de')}{_any('vous')}?{_any('proposer')}"
            f"{_any('un', 'une', 'de')}{_WHAT}(?:{_any('tout est')}{_DONE})?{_TAIL}",
            f"{_any('nous n’avons')}{_any('plus de', 'aucun', 'aucune', 'plus aucun')}{_WHAT}"
            f"(?:{_any('à vous proposer')}|{_FREE}){_TAIL}",
            f"{_any('la totalité des')}{_WHAT}{_any('de la période')}?{_any('a été', 'est')}"
            f"{_any('attribuée', 'réservée', 'prise')}{_TAIL}",
            f"{_any('il ne reste')}{_any('actuellement')}?{_NO}{_WHAT}{_FREE}?{_TAIL}",
            f"{_NONE}{_WHAT}{_any('correspondant à')}{_any('votre')}{_any('recherche', 'demande')}"
            f"{_any('n’a été')}{_any('trouvé', 'trouvée')}{_TAIL}",
            f"{_any('la', 'votre')}{_any('recherche n’a')}{_any('pas')}?"
            f"{_any('trouvé', 'permis de trouver')}(?:{_NONE}|{_any('de')}){_WHAT}{_FREE}?{_TAIL}",
            f"{_NONE}{_WHAT}{_any('ne reste')}{_FREE}{_TAIL}",
            f"{book}{of_book}?{_any('est')}{wholly}?{_DONE}{_TAIL}",
            f"{_any('l’offre de')}{_WHAT}{_any('est')}{wholly}?{_any('épuisée')}{_TAIL}",
            f"{_NO}{_WHAT}{_FREE}(?P<tail>{_TAIL})",
            f"{_NONE}{_any('disponibilité')}(?P<tail>{_TAIL})",
        )
    )


def find_unlisted(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Match | None:
    """The sentence of that form that stands by itself on a booking site's own page, else None."""
    answers = (address is not None and _books(address)) or is_answering(address, body)
    titled = _is_titled(address, body)
    asks = _asks(address) or (address is None and titled)
    if not (answers or asks or titled):
        return None
    wholly = _answers_wholly(address, body)
    own = address is not None and not _DAYS_APART.match(address.host)
    for run in runs:
        lines = _sentence(run, wholly=wholly, advised=not answers) if answers or asks else ()
        lines = lines or _before_a_way_back(run, body, wholly=own)
        if lines and not quotes(lines) and not is_led_up_to(lines[0], body):
            text = " ".join(line.text.strip() for line in lines)
            return Match(_phrase(), text, lines, _SCORE, stands=True)
    return None


def may_refuse(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> bool:
    """Whether a booking site's own page says something near a refusal, for the person to judge."""
    place = (address is not None and _books(address)) or _asks(address) or _is_titled(address, body)
    return place and any(says_none(paragraph(run)) for run in runs)


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
    ez = len(path) > _CUT and any(f"index.php/{mark}".startswith(whole) for mark in marks)
    return cut or ez or any(mark in path for mark in marks)


def is_answering(address: Address | None, body: Sequence[Line]) -> bool:
    """Whether a page whose path, or whose whole address, is hidden is the step that answers."""
    if not any(squeeze(line.text) == _STEP for line in body):
        return False
    return address is None or (address.known and not address.path)


def _asks(address: Address | None) -> bool:
    """Whether a page of a préfecture's own site is named after the taking of appointments."""
    if address is None or not address.known:
        return False
    return bool(_ASKED.search(address.path.lower().rstrip("/")))


def _is_titled(address: Address | None, body: Sequence[Line]) -> bool:
    """Whether a known site that shows its host alone heads its page with the taking of them.

    Where no address is seen, the page must have what only the booking sites write.
    """
    if address is None:
        return any(OF_BOOKING.search(fold(line.text).strip()) for line in body)
    if not address.known or address.path.strip("/…"):
        return False
    said = [fold(line.text).strip() for line in body]
    return any(_TAKING.search(one) or OF_BOOKING.search(one) for one in said)


def _before_a_way_back(
    run: tuple[Line, ...], body: Sequence[Line], *, wholly: bool
) -> tuple[Line, ...]:
    """The sentence that is all a page has to say: only a button to go back follows it."""
    lines = _sentence(run, wholly=wholly, advised=False)
    if not lines:
        return ()
    last, right = lines[-1], max(one.right for one in lines)
    reach = last.bottom + _NEAR * last.box.height
    under = [one for one in body if last.bottom <= one.middle[1] < reach and one.box.x < right]
    under.sort(key=lambda one: one.middle[1])
    return lines if any(squeeze(one.text) in _WAYS_BACK for one in under[:_BETWEEN]) else ()


def _answers_wholly(address: Address | None, body: Sequence[Line]) -> bool:
    """Whether a page is eZ's step that answers for every day at once: its title, its button."""
    if address is not None and address.known and "booking" in address.path.lower():
        marks = {squeeze(line.text) for line in body}
        return not marks.isdisjoint({_STEP, squeeze("Terminer")})
    return is_answering(address, body)


def _sentence(run: tuple[Line, ...], *, wholly: bool, advised: bool) -> tuple[Line, ...]:
    """The first lines of a run that are one such sentence, from its beginning to its end.

    `wholly`: the site shows no day apart, so that a sentence without verb is said of all.
    `advised`: only the advice to come back tells the site's answer from its news.
    """
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
            alone = not (rest or advised) and (wholly or said.groupdict().get("tail") != "")
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
