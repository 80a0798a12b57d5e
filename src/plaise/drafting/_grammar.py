"""French agreement, lists, numbers and dates in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from plaise.dossier import NBSP, NNBSP, Gender, Person, PrefectTitle, Representative
from plaise.law import MONTHS, WEEKDAYS, Court

_SMALL = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)
_CLOCKS = {
    "Europe/Paris": "de Paris",
    "America/Guadeloupe": "de la Guadeloupe",
    "America/Martinique": "de la Martinique",
    "America/Cayenne": "de la Guyane",
    "Indian/Reunion": "de La Réunion",
    "Indian/Mayotte": "de Mayotte",
}
_VOWELS = "aàâäeéèêëiîïoôöuùûühyæœ"


def day(value: date, *, weekday: bool = False) -> str:
    """« 12 octobre 2026 », « 1er juin 2026 », with « lundi » in front when `weekday`."""
    number = "1er" if value.day == 1 else str(value.day)
    words = f"{number}{NBSP}{MONTHS[value.month - 1]}{NBSP}{value.year}"
    return f"{WEEKDAYS[value.weekday()]} {words}" if weekday else words


def day_short(value: date) -> str:
    """« lun. 12/10/2026 », for the cells of a table."""
    return f"{WEEKDAYS[value.weekday()][:3]}.{NBSP}{value:%d/%m/%Y}"


def hour(value: time) -> str:
    """« 8 h 14 », « 9 h »."""
    minutes = f"{NBSP}{value.minute:02d}" if value.minute else ""
    return f"{value.hour}{NBSP}h{minutes}"


def clock_of(zone: str) -> str:
    """« heure de Paris », « heure de La Réunion »; a zone without a French name as it is."""
    name = _CLOCKS.get(zone)
    return f"heure {name}" if name else f"fuseau {zone}"


def listed(parts: Iterable[str], *, last: str = "et") -> str:
    """« a, b et c »."""
    items = list(parts)
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def in_words(number: int, *, feminine: bool = False) -> str:
    """« cinq », « une », then figures from 17 on."""
    if feminine and number == 1:
        return "une"
    return _SMALL[number] if 0 <= number < len(_SMALL) else grouped(number)


def grouped(number: int) -> str:
    """« 10 000 », with narrow no-break spaces."""
    return f"{number:,}".replace(",", NNBSP)


def counted(number: int, one: str, many: str, *, feminine: bool = False) -> str:
    """« une tentative », « cinq tentatives », « 31 tentatives »."""
    return f"{in_words(number, feminine=feminine)} {many if number > 1 else one}"


def ranges(numbers: Iterable[int]) -> str:
    """« 8 à 13, 15 et 17 » from exhibit numbers, whatever their order."""
    groups: list[list[int]] = []
    for number in sorted(set(numbers)):
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return listed(part for group in groups for part in _range(group))


def _range(group: Sequence[int]) -> tuple[str, ...]:
    if len(group) <= 2:  # noqa: PLR2004 (« 3 et 4 » reads better than « 3 à 4 »)
        return tuple(str(number) for number in group)
    return (f"{group[0]}{NBSP}à{NBSP}{group[-1]}",)


def exhibits(numbers: Iterable[int]) -> str:
    """« pièce n° 3 », « pièces n° 3 et 5 », « pièces n° 8 à 13 », never cut before « n° »."""
    unique = sorted(set(numbers))
    word = "pièce" if len(unique) == 1 else "pièces"
    return f"{word}{NBSP}n°{NBSP}{ranges(unique)}"


def of(words: str) -> str:
    """« de » or « d’ » in front of a name: « de Lyon », « d’Exempleville »."""
    first = words[:1].lower()
    return f"d’{words}" if first and first in _VOWELS else f"de {words}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Endings and words that agree with the person, as she chose.

    Attributes:
        e: ending of a participle: « e », nothing, or « ·e ».
        civility: « Mme », « M. », or nothing for the inclusive form.
    """

    e: str
    civility: str
    applicant: str
    undersigned: str


_AGREEMENTS = {
    Gender.FEMININE: Agreement("e", "Mme", "la requérante", "Je soussignée"),
    Gender.MASCULINE: Agreement("", "M.", "le requérant", "Je soussigné"),
    Gender.INCLUSIVE: Agreement("·e", "", "la partie requérante", "Je soussigné·e"),
}


def agreement(person: Person | Representative) -> Agreement:
    """The forms that agree with a person."""
    return _AGREEMENTS[person.gender]


def named(person: Person | Representative) -> str:
    """« Mme Aminata EXEMPLE », or the name alone in the inclusive form."""
    civility = agreement(person).civility
    return f"{civility}{NBSP}{person.full_name}" if civility else person.full_name


@dataclass(frozen=True, slots=True)
class Prefect:
    """The préfet in the forms that the acts need.

    Attributes:
        call: how a letter begins: « Madame la préfète », « Monsieur le préfet de police ».
        title: with article: « la préfète du Val-d’Exemple ».
        to: after « enjoindre »: « à la préfète du Val-d’Exemple », « au préfet de police ».
        near: after « auprès »: « de la préfète du Val-d’Exemple », « du préfet de police ».
    """

    call: str
    title: str
    to: str
    near: str


def prefect(court: Court, title: PrefectTitle) -> Prefect:
    """The forms of a préfet's title, for the département of a court's row."""
    feminine = title is PrefectTitle.PREFETE
    noun = court.prefect(title)
    short = noun if court.is_police else title.value
    return Prefect(
        call=f"{'Madame la' if feminine else 'Monsieur le'} {short}",
        title=f"{'la' if feminine else 'le'} {noun}",
        to=f"{'à la' if feminine else 'au'} {noun}",
        near=f"{'de la' if feminine else 'du'} {noun}",
    )
