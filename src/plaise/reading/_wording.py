"""Which of the eight results a page is, and by which known wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from plaise.dossier import Result
from plaise.law._phrases import Phrase, PhraseClass, load_phrases

from ._address import Address
from ._bar import unread_address
from ._engine import Line
from ._fold import fold, squeeze
from ._match import Match, columns, find_phrase, line_below, shows
from ._offers import DAY_FOLD, find_slot
from ._page import Page
from ._plainly import find_plain
from ._unlisted import OF_BOOKING, find_unlisted, is_answering, may_refuse

_FURNITURE = (
    "Vérification de disponibilité", "Terminer", "Étape précédente", "Étape suivante", "Suivant",
    "Précédent", "Retour", "Choisissez votre créneau", "Prise de rendez-vous", "Rendez-vous",
    "Prise de rendez-vous en ligne", "Prendre un rendez-vous", "Accueil", "RDV-Préfecture",
    "Trouver un rendez-vous", "Revenir en arrière",
    "Conditions", "Les services de l’État", "1. Conditions", "2. Créneau",
)  # fmt: skip
# What a search engine writes, and the addresses of its results: « https://… › booking ».
_SEARCHED = re.compile(r"^environ [\d ]+ resultats")
_TOOK = re.compile(r"\d\D{1,14}\(\s?\d+[.,]\d+\s?s\w*\s?\)$")  # « 12 300 résultats (0,41 s) »
# The State asks no money for an appointment, nor writes by these means.
_SELLS = re.compile(r"\d\s?€|\bpayante?s?\b|paypal|whatsapp|telegram")
# Services of the State, other than préfectures, that give appointments too.
_OTHERS = re.compile(r"(?:^|\.)(?:consul\w*|diplomatie|ambafrance\w*|france-visas|ants)\b")
_FOUND = re.compile(r"^environ [\d ]+ resultats|^(?:https?://|www\.)\S+\s*[>›,]")
# The hour of a message, behind its words or under it; « … le 4 mai à 11:58 » is the page's.
_SENT_AT = re.compile(r"(?<!\ba) \d{1,2}:\d\d\W*$|^\d{1,2}:\d\d\s*(?:[✓√v]\W*)+$")
_DIALOG = re.compile(r"^\S+\.(?:gouv\.fr|exercice\.test) (?:indique|dit)")
_MESSAGE = re.compile(
    r"^(?:de|a|from|to|cc|objet|envoye|recu|date)\s*:|^(?:madame|monsieur|bonjour|cordialement)\b|"
    r"^(?:repondre|transferer|boite de reception|nouveau message|corbeille)\b"
)
# Of pages that a browser translated into English, Portuguese or Spanish; none is a French word.
_ABROAD = {
    "the", "your", "please", "try", "again", "later", "available", "choose", "appointment",
    "appointments", "slots", "escolha", "seu", "horario", "nenhum", "disponivel", "tente",
    "novamente", "elija", "su", "ningun", "cita", "intentelo", "nuevamente",
}  # fmt: skip
_ALIKE = 80  # of 100
_FEW_WORDS = 4
_MIN_WORDS = 3
_FURNISHED = 5  # lines under the tabs, without which there were no tabs
_CORNER = 0.2  # of a computer's screen
_WINDOW, _TABS = 600, 0.075  # the height of a whole window in pixels; its tabs, in screens
_ORDER = (
    Result.BLOCKED_FORM,
    Result.DEAD_LINK,
    Result.OUTAGE,
    Result.CAPTCHA,
    Result.OTHER_PAGE,
)
_DOUBT = {"high": 1.0, "medium": 0.9, "low": 0.7}


@dataclass(frozen=True)
class Verdict:
    """A result, the wording that gives it, and what the person must be told.

    `unsure`: it only asks the person, and another look may tell.
    """

    result: Result
    match: Match | None = None
    lines: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def confidence(self) -> float:
        """How sure: the match, weighed by how well the wording itself is attested."""
        if self.match is None:
            return 0.9 if self.lines else 0.5
        return round(self.match.score * _DOUBT[self.match.phrase.confidence], 3)


def judge(page: Page, address: Address | None) -> Verdict:
    """Decide what a page is.

    A refusal is only called so on a page that can be the site's own: a known or official host
    (or none visible), the sentence standing by itself. Anything else is another page, with a
    warning: a false refusal is the worst error.
    """
    if len(page.text) < _MIN_WORDS * 3:
        return Verdict(Result.UNREADABLE, warnings=("Aucun texte lisible sur cette image.",))
    body = body_of(page, address)
    runs = columns(body)
    found = [match for phrase in load_phrases() if (match := find_phrase(phrase, runs, body))]
    if address is not None and not address.official:
        return _foreign(found, address)
    if slot := find_slot(found, body):
        return _offered(*slot)
    if refused := _refused(page, address, runs, body, found):
        return refused
    other = _other(found)
    if other.match is None and _is_abroad(body, address):
        other = _translated()
    if other.result is Result.OTHER_PAGE:
        other = _in_plain_words(runs, body, address) or other
    near = other == Verdict(Result.OTHER_PAGE) and may_refuse(runs, body, address)
    return _perhaps() if near else other


def _refused(
    page: Page,
    address: Address | None,
    runs: Sequence[tuple[Line, ...]],
    body: Sequence[Line],
    found: Sequence[Match],
) -> Verdict | None:
    """A refusal, or why what says one is not counted as such; None when nothing says one."""
    refusal = _refusal(found, body, address)
    if refusal is None or refusal.match is None:  # the trap of one week has its own match
        refusal = _in_other_words(runs, body, address) or refusal
    if refusal is None or refusal.result is not Result.REFUSAL:
        return refusal
    if address and _OTHERS.search(address.host):
        return _foreign(found, address)
    if any(_is_searched(fold(line.text).strip()) for line in page.lines):
        return _quoting()
    return _unplaced() if address is None and unread_address(page) else refusal


def body_of(page: Page, address: Address | None) -> tuple[Line, ...]:
    """The page itself, without tabs, bookmarks above the address, nor the task bar."""
    if address is None:
        tabs = 0 if page.upright or page.height < _WINDOW else _TABS * page.screen
        under = tuple(line for line in page.lines if line.middle[1] > tabs)
        return under if len(under) >= _FURNISHED else page.lines
    line = address.line
    if page.upright and line.middle[1] > page.height / 2:
        return tuple(one for one in page.lines if one.bottom <= line.box.y)
    return tuple(one for one in page.lines if one.box.y >= line.bottom - 0.3 * line.box.height)


def _foreign(found: Sequence[Match], address: Address) -> Verdict:
    """A host that is neither known nor official: whatever it says, it is not the préfecture."""
    telling = [m for m in found if m.phrase.kind.result is not Result.OTHER_PAGE]
    if not telling:
        return Verdict(Result.OTHER_PAGE)
    if any(m.phrase.kind is PhraseClass.AVAILABLE for m in telling):
        words = "semble proposer un créneau"
    elif any(m.phrase.kind is PhraseClass.REFUSAL for m in telling):
        words = "cite un refus"
    else:
        words = "montre un message d’erreur"
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            f"Cette page {words}, mais son adresse ({address.host_shown}) n’est pas celle d’un "
            "site de rendez-vous connu : elle ne compte pas. Si c’est bien le site de la "
            "préfecture, corrigez le résultat vous-même.",
        ),
    )


def _offered(match: Match | None, lines: tuple[Line, ...]) -> Verdict:
    return Verdict(
        Result.SLOT_OFFERED,
        match,
        lines,
        (
            "Cette page propose un créneau : prenez-le s’il vous convient, ou expliquez pourquoi "
            "il ne convient pas. Cette capture ne prouve pas un refus.",
        ),
    )


def _refusal(
    found: Sequence[Match], body: Sequence[Line], address: Address | None
) -> Verdict | None:
    candidates = [m for m in found if m.phrase.kind is PhraseClass.REFUSAL]
    weeks = [m for m in found if m.phrase.id == "trap_sur_cette_semaine"]
    trap = next(filter(_of_a_week, weeks), None)
    if trap and all(m.phrase.platform in {"rdv_prefecture", "any"} for m in candidates):
        return Verdict(
            Result.OTHER_PAGE,
            trap,
            trap.lines,
            (
                "Seule cette semaine est complète : ce n’est pas un refus. Cherchez les semaines "
                "suivantes, puis refaites une capture.",
            ),
        )
    kept = [m for m in candidates if _in_context(m.phrase, body, found)]
    if not kept:
        return _doubtful(candidates)
    best = max(kept, key=lambda m: (m.stands, m.score * _DOUBT[m.phrase.confidence], len(m.text)))
    if address is None and not _furnished([line for line in body if line not in best.lines]):
        return _unplaced()
    if not best.stands or not _own_page(best, address):
        return _quoting()
    return Verdict(Result.REFUSAL, best, best.lines)


def _is_searched(line: str) -> bool:
    """Whether a line counts the results of a search engine."""
    return bool(_SEARCHED.match(line) or _TOOK.search(line))


def _of_a_week(match: Match) -> bool:
    """Whether a week is named, as it is not in « Aucun créneau disponible pour ce motif »."""
    return fuzz.partial_ratio(squeeze("semaine"), squeeze(match.seen)) >= _ALIKE


def _quoting() -> Verdict:
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            "Cette page semble citer le texte d’un refus sans être la page de rendez-vous "
            "elle-même : elle n’est pas comptée comme un refus.",
        ),
    )


def _in_other_words(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Verdict | None:
    """A refusal in words that nobody has listed, where no day is folded under its own name."""
    if any(DAY_FOLD.match(line.text.strip()) for line in body):
        return None
    match = find_unlisted(runs, body, address)
    if match and address is None and not (_furnished(body) or is_answering(address, body)):
        return None
    return Verdict(Result.REFUSAL, match, match.lines) if match else None


def _in_plain_words(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Verdict | None:
    """An outage, a check for humans, a form that stops, in words that nobody has listed."""
    match = find_plain(runs, body, address)
    return Verdict(match.phrase.kind.result, match, match.lines) if match else None


def _perhaps() -> Verdict:
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            "Cette page dit peut-être qu’il n’y a plus de rendez-vous, avec des mots que Plaise ne "
            "connaît pas. Si elle répond ainsi à votre demande, et ne propose rien d’autre, "
            "corrigez le résultat : c’est un refus.",
        ),
        unsure=True,
    )


def _unplaced() -> Verdict:
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            "Le texte d’un refus est là, mais ni l’adresse du site ni le reste de sa page : "
            "l’image n’est pas comptée comme un refus. Montrez la fenêtre entière.",
        ),
    )


def _furnished(body: Sequence[Line]) -> bool:
    """Whether a page without address has the furniture of a booking site, not of a message."""
    lines = [fold(line.text).strip() for line in body]
    if "ce pc" in lines:  # the bin is the desktop's, not a mailbox's
        lines = [line for line in lines if line != "corbeille"]
    pairs = [(one, line_below(one, body)) for one in body]
    joined = [fold(f"{one.text.strip()} {under.text.strip()}") for one, under in pairs if under]
    told = {fold(line.text).strip() for line in _notified(body)}
    if any((_MESSAGE.match(one) and one not in told) or _FOUND.match(one) for one in lines) or (
        sum(bool(_SENT_AT.search(line)) for line in lines) > 1
    ):
        return False
    if any(_DIALOG.match(line) for line in (*lines, *joined)):
        return True  # the browser's own box, whatever notice stands beside it
    if any(_SELLS.search(line) for line in lines):
        return False
    # « Choisissez votre créneau » takes two lines of a phone
    texts = {squeeze(line) for line in (*lines, *joined)}
    marked = any(squeeze(mark) in texts for mark in _FURNITURE)
    return marked or any(OF_BOOKING.match(line) for line in lines)


def _notified(body: Sequence[Line]) -> list[Line]:
    """The lines in the corner where a computer says what has just arrived: none of the page's."""
    right = max((one.right for one in body), default=0)
    bottom = max((one.bottom for one in body), default=0)
    if right < bottom:
        return []
    left, top = right * (1 - _CORNER), bottom * (1 - _CORNER)
    return [one for one in body if one.box.x > left and one.box.y > top]


def _doubtful(candidates: Sequence[Match]) -> Verdict | None:
    if not any(m.phrase.id == "rdvpref_aucun_creneau" for m in candidates):
        return None
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            "« Aucun créneau disponible » est peut-être affiché pour un seul jour : montrez aussi "
            "le reste de la page pour que cette capture compte.",
        ),
    )


def _in_context(phrase: Phrase, body: Sequence[Line], found: Sequence[Match]) -> bool:
    if not phrase.needs_context:
        return True
    return any(shows(text, body) for text in phrase.context) or any(
        m.phrase.id != phrase.id
        and m.phrase.kind is phrase.kind
        and m.phrase.platform == phrase.platform
        for m in found
    )


def _own_page(match: Match, address: Address | None) -> bool:
    """Whether a refusal can be displayed at that address: not by an article of the same site."""
    if address is None or not address.path.strip("/"):
        return True
    path = address.path.lower().rstrip(_HALF_LETTERS)
    if path != address.path.lower() or _BARE_END.fullmatch(path):  # the bar was too narrow
        half = path[:-1] if len(path) >= _HALF else path  # its last letter may be half hidden
        starts = any(one.startswith((path, half)) or path.startswith(one) for one in _STARTS)
        if starts or address.path.endswith("…"):
            return starts
    half = path[:-1]
    if path.count("/") > 1 and any(one.startswith(half) and one != half for one in _STARTS):
        return True  # « …/index.php/bc »: the « o » is half hidden
    if match.phrase.platform == "ez_booking":
        return "booking" in address.path.lower() or address.path.strip("/") == "index.php"
    if match.phrase.platform == "rdv_prefecture":
        return "demarche" in address.path.lower() or "rdv" in address.path.lower()
    return not re.search(r"actualite|presse|publications|documentation", address.path.lower())


_HALF = 3
_HALF_LETTERS = "….,;!()|\\"  # what engines make of a letter that the bar cuts
_BARE_END = re.compile(r"/\w+(?:\.\w*)?")
# How the addresses of booking pages begin, for a bar too narrow to show the rest.
_STARTS = ("/booking", "/index.php/booking", "/rdvpref", "/demarche", "/eappointment")


def _is_abroad(body: Sequence[Line], address: Address | None) -> bool:
    """Whether the words of a known site are no longer French: browsers offer to translate pages."""
    if address is None or not address.known:
        return False
    words = {word for line in body for word in re.findall(r"[a-z]{2,}", fold(line.text))}
    return len(words & _ABROAD) >= _FEW_WORDS


def _translated() -> Verdict:
    return Verdict(
        Result.OTHER_PAGE,
        warnings=(
            "Cette page semble traduite par le navigateur : les mots du site n’y sont plus. "
            "Affichez-la en français, puis refaites la capture.",
        ),
    )


def _other(found: Sequence[Match]) -> Verdict:
    """The strongest of the remaining wordings that stand by themselves."""
    for result in _ORDER:
        matches = [
            m
            for m in found
            if m.stands
            and m.phrase.kind.result is result
            and not m.phrase.needs_context
            and m.phrase.kind is not PhraseClass.REFUSAL
        ]
        if matches:
            best = max(matches, key=lambda m: (m.score, len(m.text)))
            return Verdict(result, best, best.lines)
    return Verdict(Result.OTHER_PAGE)
