"""Words of our templates: dates in full, parts that keep their own direction."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from plaise.dossier import typeset
from plaise.web import passages
from plaise.web.glossary import entry
from plaise.web.spoken import as_printed, day_words, length_of, plainly, spoken, told

if TYPE_CHECKING:
    from plaise.law import Sentence, Unit

register = template.Library()
_MEGABYTE = 1_000_000


@register.filter
def ltr(value: object) -> SafeString:
    """An address, a number or a name of file, left to right wherever it stands."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def breakable(name: str) -> SafeString:
    """A name of file that a narrow screen cuts after an underscore rather than anywhere."""
    return format_html_join(SafeString("_<wbr>"), "{}", ((part,) for part in name.split("_")))


@register.filter
def weight(size: int) -> str:
    """The size of a file as phones say it: « 12 ko », « 1,4 Mo »."""
    if size < _MEGABYTE:
        return as_printed(gettext("%(size)s ko") % {"size": -(-size // 1000)})
    return as_printed(gettext("%(size)s Mo") % {"size": number_format(size / _MEGABYTE, 1)})


@register.filter(name="spoken")
def spoken_here(sentence: str | Sentence) -> SafeString:
    """A sentence of the core, in the language of the page where we have it."""
    return spoken(sentence)


@register.filter(name="told")
def told_here(sentence: str) -> SafeString:
    """What a reading says (a warning, a doubt), in the language of the page where we have it."""
    return told(sentence)


@register.filter(name="plainly")
def plainly_here(sentence: str) -> str:
    """A French sentence of the core, for someone who never opens a file of facts."""
    return plainly(sentence)


@register.filter
def passage(text: str) -> SafeString:
    """Sentences of an assessment or a plan; in French, as `plainly` says them."""
    return passages.passage(text)


@register.filter
def retold(text: str) -> SafeString:
    """The same, where French is shown exactly as the core typed it."""
    return passages.same_or_told(text)


@register.filter
def call(text: str) -> SafeString:
    """Whom to call, as a plan says it."""
    return passages.call(text)


@register.filter
def counted_in(amount: int, unit: Unit | None) -> str:
    """« 15 jours », « 1 mois »."""
    return length_of(amount, unit or "jours")


@register.filter
def in_words(value: date | None) -> SafeString:
    """A date read back: « lundi 23 novembre 2026 »."""
    if value is None:
        return SafeString("")
    return format_html("<bdi>{}</bdi>", words_of(value))


@register.filter
def in_french_words(value: date) -> str:
    """The same in a part that stays in French whatever the language of the page."""
    from plaise.law import day_in_words  # noqa: PLC0415 (heavy: only where the law speaks)

    return typeset(day_in_words(value))


def words_of(value: date) -> str:
    """The text of a date, in the language of the page."""
    return day_words(value)


@register.simple_tag
def colon() -> str:
    """A colon, after the no-break space that French alone puts there."""
    return as_printed(" :").removeprefix(" ")


@register.inclusion_tag("plaise/parts/word.html")
def word(identifier: str) -> dict[str, object]:
    """A hard word that explains itself when opened; works without a script.

    Put it inside a `<div>`, not a `<p>`: a browser closes a paragraph before it.
    """
    return {"entry": entry(identifier)}
