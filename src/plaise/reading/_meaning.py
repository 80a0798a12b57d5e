"""What may be a refusal in free words: a sentence that denies what is asked for.

`_unlisted` knows whole sentences; each préfecture writes its own (« nous n’avons plus rien à vous
proposer », « nos agendas sont complets »). Rules, habits and answers about something else are
written with the same words (« le quota d’un rendez-vous par personne est atteint »): such a
sentence never makes a refusal, it only asks the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ._engine import Line
from ._fold import fold
from ._page import stacked

_MOST_LINES = 5  # of a paragraph
_GAP, _ALIKE = 0.9, 0.3  # heights between two of its lines; by which they may differ
_SENTENCES = re.compile(r"(?<=[a-z\d)])\s?[.!;]\s+|(?<=\?)\s+")
_HYPHEN = re.compile(r"(?<=[a-z])- (?=[a-z])")  # « rendez- / vous »


def _words(*forms: str) -> str:
    return rf"\b(?:{'|'.join(forms)})\b"


# What is asked for; « sur place », « place de la République » are none of it.
_THING = (
    r"(?:creneaux?|plages?|rendez-?vous|rdv|horaires?|(?<!sur )(?<!en )places?(?! d[eu])|dates?|"
    r"disponibilites?)"
)
_LEFT = (
    r"(?:libres?|disponibles?|proposee?s?|proposer|offerte?s?|offrir|possibles?|trouvee?s?|"
    r"attribuee?s?|restantes?|ouverte?s?|selectionnee?s?|reservables?|vacantes?|donner|reserver|"
    r"choisir|puissiez)"
)
_GONE = (
    r"(?:reservee?s?|prise?s?|attribuee?s?|completes?|complets?|occupee?s?|partie?s?|pourvue?s?|"
    r"epuisee?s?|distribuee?s?|consommee?s?|remplie?s?|preneur|pleine?s?|saturee?s?|atteinte?s?)"
)
_BOOK = (
    r"(?:(?:plannings?|agendas?|calendriers?|guichets|quotas?|contingents?|capacites?)"
    r"(?: (?:d'accueil|de rendez-vous|du guichet|de ce service|de la prefecture|"
    r"de nos guichets|des rendez-vous|de (?:la|cette) \w+|de ce \w+|en ligne))*|"
    r"(?:rendez-vous|rdv|places|creneaux|plages|horaires)(?: \w+){0,3})"
)
# « plus de place assise » speaks of something else.
_AFTER = (
    rf"(?=$|[,:]| (?:de rendez-vous|horaires?|{_LEFT}|a|au|en|pour|dans|sur|correspondant|"
    r"actuellement|posterieur\w*|quelle?)\b)"
)
_NO_THING = rf"(?:de |d'|un seul |une seule |d'aucune? |aucune? )(?:nouveaux? )?{_THING}{_AFTER}"
_DENIES = tuple(map(re.compile, (
    rf"\b(?:n'\w+|ne \w+)(?: \w+){{0,4}} (?:plus|pas) {_NO_THING}",
    rf"\bn'\w+ (?:plus|pas)(?: \w+)? (?:a donner|trouve\w*|obtenir) {_NO_THING}",
    rf"\baucune? (?:autre )?(?:possibilite de )?{_THING}\b.{{0,40}}\b(?:n'\w+|ne \w+)\b"
    rf".{{0,30}}\b{_LEFT}\b",
    rf"\b(?:n'avons|ne disposons d'|ne reste|n'y a|comporte|renvoie|correspond\w* a|trouve|n'a)"
    rf"(?: \w+){{0,3}} ?aucune? {_THING}{_AFTER}",
    r"\brien (?:n'est )?(?:a (?:vous )?(?:proposer|offrir|reserver|donner)|de (?:libre|disponible)|"
    r"(?:de )?reservable)|\bne reste (?:plus )?rien\b",
    rf"\b(?:tous|toutes|totalite|ensemble|integralite)\b.{{0,40}}\b(?:{_THING}|guichets|plannings|"
    rf"agendas)\b.{{0,60}}\b{_GONE}\b|"
    rf"\b{_THING} .{{0,40}}\b(?:tous|toutes) (?:\w+ ){{0,2}}{_GONE}\b|\btout est {_GONE}\b",
    rf"\b{_BOOK} (?:est|sont|etant|affichent?)\b.{{0,40}}\b{_GONE}\b",
    r"\b(?:quota|contingent|capacites?|volume de rendez-vous|nombre max\w+ (?:de |d')\w+)\b.{0,70}"
    r"\b(?:atteinte?s?|epuisee?s?|distribuee?s?|consommee?s?)\b",
    r"\baucune? de (?:ces|nos|ses) \w+ n.{1,20}\b(?:rendez-vous|places?|recevoir|accueillir)\b",
    r"\b(?:service|departement(?: entier)?|prestation|lieux|sites) (?:est |sont )?"
    r"(?:actuellement |entierement )?complete?s?\b|\baffiche(?:nt)? complet\b",
    r"\bpersonne n'est disponible pour vous recevoir\b",
    r"\b(?:prise de rendez-vous|reservation)s? (?:en ligne )?(?:est|sont) "
    r"(?:actuellement |provisoirement )?(?:suspendues?|closes?|impossibles?)\b",
    r"\b(?:ne peut|ne peuvent|ne pouvons|pas en mesure|en mesure de) .{0,30}"
    r"(?:vous (?:recevoir|accueillir|proposer de rendez-vous)|"
    r"donner suite a votre (?:demande|recherche) de rendez-vous)\b",
    # without a verb
    rf"^(?:\w+,? )?(?:plus|pas) {_NO_THING}",
    rf"^(?:\w+,? )?(?:plus )?aucune? {_THING}{_AFTER}",
    rf"^0 {_THING} (?:libres?|disponibles?|ouverte?s?)\b",
    rf"^(?:nos |notre |le |les )?(?:agenda|planning|calendrier)s? {_GONE}\b",
    r"^(?:(?:rendez-vous|desolee?s?|c'est|information|agenda|planning|reservation)\W+)*"
    r"(?:entierement |deja )?(?:complet|epuises?|impossible)"
    r"(?: (?:pour le moment|actuellement|pour l'instant))?$",
)))  # fmt: skip
# What makes a sentence a condition, a rule, a habit, a past event, or the answer for a part only.
_NARROWS = re.compile(_words(
    "si", "s'il", "lorsque?", r"lorsqu'\w+", "quand", "en cas", "au cas ou", r"des qu\w*", "sauf",
    "sinon", "pourquoi", "parfois", "il arrive", "peut arriver", "souvent", "en general", "vite",
    "certaine?s?", "necessaires?", "requise?s?", "obligatoires?", "exigee?s?", "besoin",
    "dossiers?", "pieces?", "documents?", "deja un", "avez deja", "votre nom", "ce nom",
    "tiers", "plusieurs", "champs", "en compte", "en charge",
    "par (?:telephone|courriel|mail|courrier|sms)", "sans rendez-vous", "gratuite?s?",
    "payante?s?", r"revend\w*", "etait", "etaient", "avait", "avaient", "sera", "seront", "serez",
    "a venir", "passee?s?", "n'avez (?:pas|aucun)", "grisee?s?", "ressortissants?", "nationalites?",
    r"guichet \w", "n'est pas (?:libre|disponible)", "qu'une?", "maintenance", "techniques?",
    "panne", "incident", "annulee?s?", "confirmee?s?", "en choisir un autre", "independants?",
    "autres? (?:sites?|guichets?|lieux|services?|dates?|jours?|horaires?) (?:sont|restent|est)",
    "ce (?:creneau|rendez-vous|lieu)", "cet horaire", "cette plage", "choisie? (?:n'est|vient)",
    "vient d'", "avant le", "jusqu'au", "jusqu'a(?! nouvel)", "apres-midi", "aujourd'hui",
    "(?:ce|le|du|cette|la) (?:matin|midi|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
) + r"|\?|\w\(")  # fmt: skip
_A_WHILE = re.compile(
    r"\b(?:cette (?:semaine|date|journee)|la (?:semaine|journee)|(?:a|pour) la date \w+ee)\b|"
    r"(?<!a )\bce jour\b"
)
_BEYOND = re.compile(r"\bsuivante?s\b|\bquelle? que soi\w+")


def says_none(lines: Sequence[Line]) -> bool:
    """Whether a paragraph says, in one of its sentences, that nothing is left to be had."""
    sentences = (one.strip(" .!:;–-•") for one in _SENTENCES.split(_text(lines)))
    return any(map(_denies, sentences))


def _text(lines: Iterable[Line]) -> str:
    text = " ".join(fold(line.text).strip() for line in lines).replace("’", "'")
    return _HYPHEN.sub("-", text)


def _denies(sentence: str) -> bool:
    if _NARROWS.search(sentence) or (_A_WHILE.search(sentence) and not _BEYOND.search(sentence)):
        return False
    return any(form.search(sentence) for form in _DENIES)


def paragraph(run: Sequence[Line]) -> tuple[Line, ...]:
    """The first lines of a run that are one paragraph: each goes on from the one above."""
    count = 1
    while count < min(len(run), _MOST_LINES) and _goes_on(run[count - 1], run[count]):
        count += 1
    return tuple(run[:count])


def _goes_on(line: Line, below: Line) -> bool:
    near = stacked(line, below) and below.box.y - line.bottom < _GAP * line.box.height
    alike = abs(line.box.height - below.box.height) <= _ALIKE * line.box.height
    return near and alike and below.text.strip()[:1].islower()
