"""Sentences of the law's data, which is French, in the language of the page where we have it.

`spoken_sources` gathers them, so that nothing is written twice. A sentence that an
association laid over ours, or that is not translated yet, is shown in French and marked as such.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from plaise.dossier import typeset

if TYPE_CHECKING:
    from plaise.law import Sentence, Unit
    from plaise.law._sentences import SentenceValue

# « dans dossier.toml (expire_le) », « écrites dans dossier.toml », « dans [[explications]] »…
_NAME = r"\[*[a-z]+(?:_[a-z]+)*\]*"
_FILE = re.compile(
    rf"(?:\s+écrites)?\s+dans\s+(?:dossier\.toml(?:\s+\({_NAME}\))?|\[\[[a-z]+\]\])"
    rf"|\s+\((?:{_NAME}(?:,\s+|\s+et\s+))*(?:conseil_consulte(?:_le)?|demande_enregistree|notifie_le|\[representant\])\)"
    r"|\s+\(conseil_consulte,\s+dossier\.toml\)"
)


def spoken(sentence: str | Sentence) -> SafeString:
    """A sentence of the core for a page: translated, or French that says it is."""
    text = sentence if isinstance(sentence, str) else sentence.text
    said, known = worded(text)
    if not known:
        return in_french(plainly(str(sentence)))
    return format_html("{}", _filled(nameless(said), sentence))


def worded(text: str) -> tuple[str, bool]:
    """A French text in the language of the page, and whether we have it in that language.

    In French it has its no-break spaces, whether it is in our catalogue or not.
    """
    said = gettext(text) if text else ""  # nothing would give the catalogue's own heading
    if (get_language() or "fr").startswith("fr"):
        return typeset(said), True
    return said, said not in {text, typeset(text)}  # what has no translation falls back to French


def as_printed(text: str) -> str:
    """The spaces of French typography, on a page in French."""
    return typeset(text) if (get_language() or "fr").startswith("fr") else text


def in_french(text: str) -> SafeString:
    """A text left in French on a page of another language, said to be so."""
    return format_html('<span lang="fr" dir="ltr">{}</span>', typeset(text))


def _filled(said: str, sentence: str | Sentence) -> str:
    """The words with the values of the sentence, if it has some."""
    if isinstance(sentence, str) or not sentence.values:
        return said
    return said % {name: _value(one) for name, one in sentence.values.items()}


def _value(value: SentenceValue) -> str:
    """One value of a sentence, in the language of the page."""
    from plaise.law import Day, Sentence, Span  # noqa: PLC0415 (heavy: only where dates are shown)

    if isinstance(value, Day):
        return day_words(value.on, weekday=value.weekday)
    if isinstance(value, Span):
        return length_of(value.amount, value.unit.value)
    return said_plain(value) if isinstance(value, Sentence) else str(value)


def day_words(value: date, *, weekday: bool = True) -> str:
    """« jeudi 1er octobre 2026 », in the language of the page."""
    return as_printed(date_format(value, "l j F Y" if weekday else "j F Y"))


def length_of(amount: int, unit: Unit | str) -> str:
    """« 15 jours », « 3 jours ouvrés », « 1 mois », in the language of the page."""
    words = {
        "jours": ngettext("%(number)s jour", "%(number)s jours", amount),
        "jours_ouvres": ngettext("%(number)s jour ouvré", "%(number)s jours ouvrés", amount),
        "mois": ngettext("%(number)s mois", "%(number)s mois", amount),
    }
    return words[unit] % {"number": amount}


def told(sentence: str) -> SafeString:
    """What a reading says, its values put back in the language of the page."""
    from plaise.reading import split_sentence  # noqa: PLC0415 (heavy: only where readings are shown)

    text, values = split_sentence(sentence)
    said, known = worded(text)
    if not known:
        return in_french(sentence)
    return format_html("{}", said % values if values else said)


def said_plain(sentence: str | Sentence) -> str:
    """The same without markup, where only text goes: a label, a choice."""
    text = sentence if isinstance(sentence, str) else sentence.text
    return _filled(nameless(worded(text)[0]), sentence)


def plainly(sentence: str) -> str:
    """A French sentence of the core without the names of a file that this person never opens."""
    return typeset(nameless(sentence))


def nameless(sentence: str) -> str:
    """The same as it was typed, to find its translation."""
    return _FILE.sub("", sentence)
