"""Sentences of the law's data, which is French, in the language of the page where we have it.

`scripts/messages` gathers them (`sentences`), so that nothing is written twice. A sentence that an
association laid over ours, or that is not translated yet, is shown in French and marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from plaise.followup import sentences as case_sentences
from plaise.law import Confidence, Law, load_law, load_retakes
from plaise.reading import SENTENCES, split_sentence

# « dans dossier.toml (expire_le) », « écrites dans dossier.toml », « dans [[explications]] »…
_NAME = r"\[*[a-z]+(?:_[a-z]+)*\]*"
_FILE = re.compile(
    rf"(?:\s+écrites)?\s+dans\s+(?:dossier\.toml(?:\s+\({_NAME}\))?|\[\[[a-z]+\]\])"
    rf"|\s+\((?:{_NAME}(?:,\s+|\s+et\s+))*(?:conseil_consulte(?:_le)?|demande_enregistree|notifie_le|\[representant\])\)"
    r"|\s+\(conseil_consulte,\s+dossier\.toml\)"
)


def spoken(sentence: str) -> SafeString:
    """A sentence of the law's data for a page: translated, or French that says it is."""
    said = gettext(sentence) if sentence else ""
    if said == sentence and not (get_language() or "fr").startswith("fr"):
        return format_html('<span lang="fr" dir="ltr">{}</span>', plainly(sentence))
    return format_html("{}", plainly(said))


def told(sentence: str) -> SafeString:
    """What a reading says, its values put back in the language of the page."""
    text, values = split_sentence(sentence)
    said = gettext(text) if text else ""
    if said == text and not (get_language() or "fr").startswith("fr"):
        return format_html('<span lang="fr" dir="ltr">{}</span>', sentence)
    return format_html("{}", said % values if values else said)


def said_plain(sentence: str) -> str:
    """The same without markup, where only text goes: a label, a choice."""
    return plainly(gettext(sentence)) if sentence else ""


def plainly(sentence: str) -> str:
    """A French sentence of the core without the names of a file that this person never opens."""
    return _FILE.sub("", sentence)


def sentences(law: Law | None = None) -> Iterator[str]:
    """Every sentence of the law's data that pages show before the assessment or after filing."""
    law = law or load_law()
    for warning in law.warnings:
        yield from (warning.title, warning.text)
    for demarche in law.demarches.values():
        yield from (demarche.title, demarche.stop, demarche.warning, demarche.urgency.words)
        yield from demarche.urgency.circumstances
    for question in law.questions.questions:
        yield from (question.text, question.help)
        yield from (answer.label for answer in question.answers)
    for guide in law.door_guides.values():
        yield from (guide.title, guide.text, guide.stop, *guide.to_do)
        for proof in guide.evidence:
            yield from (proof.label, proof.why, proof.caution)
    for case in law.hard_cases.values():
        yield case.pause
        if case.route:
            route = law.routes[case.route]
            yield from (route.title, route.when, route.not_when, route.limit, *route.how)
    yield from (contact.what for contact in law.contacts)
    yield from (law.criteria[name].rule for name in ("semaines", "tentatives"))
    yield from (confidence.label for confidence in Confidence)
    yield from case_sentences()
    yield from SENTENCES
    yield from (advice.text for advice in load_retakes())
