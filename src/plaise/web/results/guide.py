"""The final page of a package in the language of the page; it is kept in French."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from plaise.web.passage_forms import plain
from plaise.web.passages import about_files, call, passage
from plaise.work import Guide, Section

_CALLS = "Qui appeler"
_ABOUT_FILES = {
    "À regarder d’abord",
    "Vos captures, à regarder",
    "Captures mises de côté (elles restent dans votre dossier)",
}


@dataclass(frozen=True, slots=True)
class ToldSection:
    """A few lines under one title, each with its source; numbered when they are steps."""

    title: SafeString
    items: tuple[tuple[SafeString, str], ...]
    steps: bool


@dataclass(frozen=True, slots=True)
class ToldGuide:
    """What to read before filing.

    Attributes:
        lead: the level, and what it means.
        sections: in the order in which a tired reader needs them.
        left_in_french: whether some of it has no translation.
    """

    lead: SafeString
    sections: tuple[ToldSection, ...]
    left_in_french: bool


def told(guide: Guide | None) -> ToldGuide | None:
    """The guide as a page shows it."""
    if guide is None:
        return None
    lead = passage(guide.lead)
    sections = tuple(_section(one) for one in guide.sections)
    said = [lead, *(text for one in sections for text, _ in one.items)]
    return ToldGuide(lead, sections, any('<span lang="fr"' in text for text in said))


def _section(section: Section) -> ToldSection:
    title = plain(section.title)
    say = call if title == _CALLS else about_files if title in _ABOUT_FILES else passage
    items = tuple((say(one.text), one.source) for one in section.items)
    return ToldSection(passage(section.title), items, section.steps)
