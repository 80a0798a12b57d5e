"""Errors of the core, which speaks French, in the language of the page.

A text that is not known (`error_texts`) is shown in French, and marked as such.
"""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from plaise.dossier import FactsError, PlaiseError
from plaise.store.vault import TooSoonError

from .error_texts import for_a_page, split_error
from .spoken import as_printed, nameless, plainly, worded
from .spoken import in_french as left_in_french


def in_french(error: PlaiseError) -> bool:
    """Whether what happened can only be told in French, in a page of another language."""
    if isinstance(error, FactsError):
        return False
    return not any(worded(_known(line)[0])[1] for line in error.happened.splitlines())


def told_in_one(error: PlaiseError) -> SafeString:
    """What happened and what to do, beside a field."""
    happened, _safe, to_do = said(error)
    return format_html("{} {}", happened, to_do)


def without_commands(text: str) -> str:
    """A French text that may name what one types at a terminal, as a page says it in French."""
    return plainly(for_a_page(text))


def said(error: PlaiseError) -> tuple[SafeString, SafeString, SafeString]:
    """What happened, what is safe, what to do, in the language of the page."""
    if isinstance(error, FactsError):
        return _unfinished()
    to_do = _translated(error.to_do)
    if isinstance(error, TooSoonError):
        wait = gettext("Attendez %(seconds)s secondes, puis réessayez.")
        to_do = format_html("{}", wait % {"seconds": error.seconds})
    return _translated(error.happened), _translated(error.safe), to_do


def _unfinished() -> tuple[SafeString, SafeString, SafeString]:
    """Facts that do not hold yet, to someone who answers screens and never opens their file."""
    texts = (
        gettext("Il manque encore des réponses, ou l’une d’elles ne va pas."),
        gettext("Ce qui était enregistré l’est toujours."),
        gettext(
            "Revenez à toutes les étapes du dossier, et finissez celles qui ne sont pas faites."
        ),
    )
    happened, safe, to_do = (format_html("{}", text) for text in texts)
    return happened, safe, to_do


def _translated(text: str) -> SafeString:
    """Each line by itself, since an error may end with a list of faults."""
    lines = [_line(line) for line in text.splitlines()]
    return mark_safe("\n".join(lines))  # noqa: S308 (each line is escaped)


def _line(line: str) -> SafeString:
    text, values = _known(line)
    said, known = worded(text)
    if not known:
        return left_in_french(text)
    told = {name: _reason(value) for name, value in values.items()}
    return format_html("{}", as_printed(said % told) if told else said)


def _reason(value: str) -> str:
    """What an error names: a file as it is called, or why, in the language of the page."""
    said, known = worded(value)
    if known:
        return said
    whole, known = worded(f"{value[:1].upper()}{value[1:]}.")
    return whole[:1].lower() + whole[1:].rstrip(".") if known else value


def _known(line: str) -> tuple[str, dict[str, str]]:
    return split_error(nameless(for_a_page(line)))
