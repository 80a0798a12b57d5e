"""Hard words, each in plain words; the French word is kept, since offices will use it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as offices write it, and what it means.

    Attributes:
        id: for addresses (`/mots/#…`) and the `{% word %}` tag.
        word: in French, never translated.
        meaning: one or two short sentences.
    """

    id: str
    word: str
    meaning: str


_ENTRIES = (
    Entry(
        "capture",
        "capture d’écran",
        gettext_noop("Une photo de ce que montre votre téléphone ou votre ordinateur."),
    ),
    Entry(
        "prefecture",
        "préfecture",
        gettext_noop("L’administration qui délivre les titres de séjour dans un département."),
    ),
    Entry(
        "referes",
        "référé mesures utiles",
        gettext_noop(
            "Une demande urgente à un juge, pour qu’il ordonne une chose simple : ici, un "
            "rendez-vous."
        ),
    ),
    Entry(
        "requete",
        "requête",
        gettext_noop("La lettre qui demande quelque chose au juge."),
    ),
    Entry(
        "piece",
        "pièce",
        gettext_noop("Un document qui prouve ce que vous dites. Chaque pièce a un numéro."),
    ),
    Entry(
        "bordereau",
        "bordereau",
        gettext_noop("La liste numérotée des pièces."),
    ),
    Entry(
        "lrar",
        "lettre recommandée avec avis de réception",
        gettext_noop("Une lettre dont La Poste prouve l’envoi et l’arrivée."),
    ),
    Entry(
        "tribunal",
        "tribunal administratif",
        gettext_noop("Le tribunal qui juge les décisions de l’administration."),
    ),
    Entry(
        "chiffre",
        "chiffré",
        gettext_noop("Écrit de façon illisible pour qui n’a pas votre phrase de passe."),
    ),
    Entry(
        "phrase",
        "phrase de passe",
        gettext_noop("Un mot de passe fait de plusieurs mots. Elle seule ouvre vos dossiers."),
    ),
)


def entries() -> tuple[Entry, ...]:
    """Every entry, in the language of the page, by word."""
    said = (Entry(entry.id, entry.word, gettext(entry.meaning)) for entry in _ENTRIES)
    return tuple(sorted(said, key=lambda entry: entry.word.casefold()))


def entry(identifier: str) -> Entry:
    """One entry.

    Raises:
        KeyError: no such word: a mistake in a template.
    """
    for known in _ENTRIES:
        if known.id == identifier:
            return Entry(known.id, known.word, gettext(known.meaning))
    raise KeyError(identifier)
