"""What a known site says of itself in words that nobody has listed: a guess, to be checked.

An outage, a check for humans, a form of the ANEF that stops. None of them is ever a refusal; the
wording told is a listed one of the same meaning, of the least confidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from plaise.law._doors import platform_of
from plaise.law._phrases import Phrase, load_phrases

from ._address import Address
from ._engine import Line
from ._fold import fold, squeeze
from ._match import Match, is_led_up_to, quotes

_SCORE = 0.9
_MOST_LINES = 4
_LITTLE = 12  # lines of a page that only tells what fails
_NAMED = (squeeze("Administration numérique"), squeeze("étrangers en France"))
_STOPS = re.compile(
    r"(?:^|[.!:] ?)(?:"
    r"vous ne pouvez pas (?:poursuivre|continuer|selectionner|deposer)\b|"
    r"une erreur (?:technique )?est survenue\b.*\bdemande\b|"
    r"il (?:n'est pas possible|est impossible) de (?:deposer|poursuivre|continuer)\b|"
    r"(?:creation de compte|demande|demarche) impossible\b|"
    r"votre demande n'a pas pu etre (?:enregistree|envoyee|transmise)\b|"
    r"les (?:informations|donnees) saisies ne permettent pas de vous identifier\b)|"
    r"^[a-z' ]{4,40} n'est pas disponible (?:en ligne|sur ce teleservice)\b|"
    r"^nous ne pouvons (?:pas|plus) donner suite a votre demande en ligne\b|"
    r"^votre (?:titre de sejour|numero etranger) n'est pas reconnu\b|"
    r"^nous ne parvenons pas a verifier votre numero\b|^impossible de valider\b|"
    r"^votre situation ne (?:vous )?permet pas (?:d'effectuer|de poursuivre|de deposer)\b"
)
# A téléservice that goes no further, in any words: whatever is asked for, and what becomes of it.
_BLOCKS = re.compile(
    r"^(?!.*(?:\?|\b(?:si|lorsque?|quand|pourquoi|message|parfois|avant de)\b))"
    r"(?:.*[.!:,;] ?)?(?:"
    r"vous ne (?:pouvez|pourrez)(?: donc| pas| plus| ni)+ (?:poursuivre|continuer|passer a|valider|"
    r"acceder a l'etape|finaliser|initier|deposer|aller plus loin|en (?:deposer|commencer))\b|"
    r"(?:le |la |l'|votre |ce |cette |les )?(?:depot|demande|demarche|dossier|etape|formulaire|"
    r"brouillon|compte|inscription|saisie|creation|rattachement|finalisation|envoi|acces|passage|"
    r"suite|selection|motif|categorie)\b[^.?]{0,60}"
    r"\b(?:(?:ne peut (?:pas |plus )?|n'a pas pu )etre "
    r"(?:valide|depose|envoye|transmis|poursuivi|commence|saisi|cree|selectionne|choisi|enregistre)"
    r"e?|(?:est|reste|sont) (?:bloque|verrouille|impossible|interrompu|clos|desactive)\w*|"
    r"impossible|a echoue)\b|"
    r"impossible d(?:e |')(?:valider|continuer|passer|poursuivre|enregistrer|deposer)\b|"
    r"(?:demarche non accessible ?: )?vous n'etes pas (?:eligible|autorisee?) a\b|"
    r"vous ne remplissez pas les (?:conditions|criteres)\b|"
    r"erreur (?:technique|inattendue)\b.{0,60}\b(?:demande|formulaire)\b)"
)
# What only waits for the person, or is the rule: « … tant que les champs ne sont pas remplis ».
_NOT_YET = re.compile(
    r"\b(?:tant qu\w*|chaque|avant (?:d\w*|\w+ ans)|apres (?:l|la|le)|"
    r"sans (?:avoir|votre|cette|la|le|joindre))\b|\bautorisee? a travailler\b"
)
# A choice that is greyed out, on any site; a draft that goes no further.
_GREYED = re.compile(
    r"^(?:ce|cet|cette|le|la) (?:motif|choix|option|categorie|demarche|nature)(?: de [\w-]+)? "
    r"(?:n'est pas (?:selectionnable|ouverte?)|"
    r"ne peut (?:pas|plus) etre (?:selectionnee?|choisie?))\b|"
    r"^selection impossible pour (?:ce|cette) (?:motif|nature|categorie|option)\b|"
    r"^il est impossible de selectionner (?:ce|cette) (?:motif|nature|categorie|option)\b"
)
_STUCK = re.compile(
    r"^(?:une erreur s'est produite ?: )?impossible de poursuivre\b|"
    r"^vous ne pouvez pas (?:continuer|poursuivre)\b|"
    r"^(?:votre dossier|le formulaire) ne peut pas etre (?:depose|envoye)\b|"
    r"^une erreur est survenue\W+votre dossier n'a pas pu etre depose\b"
)
# What fails, and how: said in the present, of now. « … sera en maintenance » is a notice.
_SERVICE = (
    r"^(?:rdv-prefecture|(?:le |la |l'|ce |cette |notre |nos )?(?:site|service|serveurs?|portail|"
    r"plateforme|application|module|teleservice)(?: (?:de|du|des|d'\w+) ?[\w-]+){0,3})"
)
_DOWN = re.compile(
    rf"{_SERVICE} (?:est|sont|connait|fait|ne|n'a)\b(?!.*\b(?:sera|seront|si|etait|pas besoin)\b)"
    r".{0,60}\b(?:maintenance|indisponible|inaccessible|injoignable|hors service|en travaux|"
    r"surcharges?|satures?|panne|"
    r"(?:ferme|coupe|arrete)e? (?:le temps|pour) (?!.*\bdu )|mise a jour|repondre|joint|"
    r"(?:repond|fonctionne) (?:plus|pas)(?! aux? ))\b|"
    r"^(?:site|service|serveur) (?:(?:en cours de|en) maintenance|surcharge|injoignable|"
    r"momentanement (?:indisponible|sature))$|^(?:une )?operation technique (?:est )?en cours\b|"
    r"^interruption programmee du service$|^(?:http )?(?:erreur )?50\d ?[-–—.:]|"
    r"^application error$|"
    r"^erreur (?:interne|de connexion a la base)|"
    r"^trop (?:de connexions|d'usagers)\b(?!.*\b(?:humain|robot))|"
    r"^le nombre de (?:connexions|visiteurs)\b.*\b(?:depasse|capacite)|^une panne affecte\b|"
    r"^une erreur technique empeche\b|"
    r"^the (?:proxy )?server (?:is temporarily unable|could not|didn.t respond)\b"
)
_FAILS = re.compile(r"^(?:desole, )?une erreur (?:\w+ )?(?:est survenue|s'est produite)\b")
# A page that is not there, a service that is down: said of any site, each with its listed wording.
_BROKEN = tuple(
    (phrase_id, re.compile(form))
    for phrase_id, form in (
        ("dead_dns", r"^(?:hum, )?nous ne parvenons pas a trouver ce site\b"),
        ("dead_desactive", r"^ce lien a ete desactive\b"),
        (
            "dead_404",
            r"^(?:erreur )?404 ?[-–—:.]? ?page (?:non trouvee|introuvable)\b|^410 gone$|"
            r"^the requested url .{0,80}was not found\b|"
            r"^la page que vous (?:demandez|recherchez|cherchez) n'existe (?:pas|plus)\b",
        ),
        ("out_403", r"^you don'?t have permission to access\b"),
        ("out_service_surcharge", r"^(?:le )?service est surcharge\b"),
        (
            "out_maintenance",
            r"^(?:erreur 5\d\d ?[:.–-]|(?:une )?(?:operation de )?maintenance (?:est )?en cours\b|"
            r"service en cours de maintenance\b|"
            r"(?:le |ce |notre )?(?:site|service) est "
            r"(?:momentanement|temporairement|actuellement) "
            r"(?:indisponible|interrompu|en maintenance)\b|"
            r"(?:gateway time-?out|bad gateway|proxy error|"
            r"service (?:temporarily )?unavailable)$)",
        ),
    )
)
_HUMAN = re.compile(
    r"^(?:confirmez|verifiez|prouvez) que vous (?:etes|n'etes pas) (?:bien )?(?:une? )?"
    r"(?:humain|robot|machine|automate|personne)\b|^controle anti-?robot\b|"
    r"^\W*je (?:suis (?:un )?(?:etre )?humain|ne suis pas un (?:robot|automate))\b|"
    r"^nous (?:verifions que la connexion|controlons la securite de votre connexion)\b|"
    r"^(?:cochez|touchez|designez) .{0,24}\b(?:images?|vignettes?|photos?)\b|"
    r"^code de securite\b.*\b(?:saisir|image)\b|"
    r"^(?:pour continuer,? )?(?:enoncez|recopiez|saisissez|entrez|tapez|reproduisez|"
    r"veuillez recopier)(?: ou \w+)? les? "
    r"(?:code|caracteres|lettres|texte)\b.*\b(?:captcha|image|affiches?|ci-dessous|ci-contre)\b"
)

_GREY, _CHECK = ("bf_categorie_non_selectionnable", _GREYED), ("cap_humain", _HUMAN)
_STOP, _DRAFT, _BLOCK = (("bf_impossible_poursuivre", form) for form in (_STOPS, _STUCK, _BLOCKS))
_ON_ANEF = (_GREY, _STOP, _DRAFT, _BLOCK, *_BROKEN, ("out_maintenance", _DOWN), _CHECK)
_ELSEWHERE = (_GREY, *_BROKEN, *(("out_maintenance", form) for form in (_DOWN, _FAILS)), _CHECK)
_BY_PLATFORM = {"anef": _ON_ANEF, "demarche_numerique": (_DRAFT, _BLOCK, *_ELSEWHERE)}


def find_plain(
    runs: Sequence[tuple[Line, ...]], body: Sequence[Line], address: Address | None
) -> Match | None:
    """The sentence of a State's own page that says so, else None."""
    forms = _forms(body, address)
    begun = [(run, _beginnings(run)) for run in runs] if forms else []
    for phrase_id, form in forms:
        for run, texts in begun:
            lines = _sentence(run, texts, form)
            item = form is _GREYED and lines and lines[0].text.strip()[:1].isupper()
            alone = lines and (item or not is_led_up_to(lines[0], body))
            if alone and not quotes(lines):
                phrase = _least_sure(phrase_id)
                text = " ".join(line.text.strip() for line in lines)
                return Match(phrase, text, lines, _SCORE, stands=True)
    return None


def _forms(
    body: Sequence[Line], address: Address | None
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What can be said there, each with a listed wording of the same meaning.

    Without any address, what fails is told when the page says little else.
    """
    if address is None:
        named = _is_anef(body)
        return _ON_ANEF if named else _BROKEN if len(body) <= _LITTLE else ()
    if not address.official:
        return ()
    platform = platform_of(address.host, address.path or "/")
    return _BY_PLATFORM.get(platform.id if platform else "", _ELSEWHERE)


def _is_anef(body: Sequence[Line]) -> bool:
    """Whether the name of the téléservice stands on a page whose address is not seen."""
    text = squeeze("".join(line.text for line in body))
    return all(part in text for part in _NAMED)


@cache
def _least_sure(phrase_id: str) -> Phrase:
    """A listed wording of the same meaning; these words of it nobody has vouched for."""
    listed = next(one for one in load_phrases() if one.id == phrase_id)
    return listed.model_copy(update={"confidence": "low"})


def _beginnings(run: Sequence[Line]) -> tuple[str, ...]:
    """What the first line of a run says, then the first two, and so on."""
    words = (fold(line.text).strip() for line in run[:_MOST_LINES])
    return tuple(accumulate(words, lambda before, line: f"{before} {line}".strip()))


def _sentence(
    run: tuple[Line, ...], texts: Sequence[str], form: re.Pattern[str]
) -> tuple[Line, ...]:
    """The first lines of a run that begin so and ask nothing: « Le site est indisponible ? »."""
    said = next((count for count, text in enumerate(texts, start=1) if form.search(text)), 0)
    text = texts[said - 1]
    return () if "?" in text or _NOT_YET.search(text) else run[:said]
