"""Translations, compiled from .po at start: nothing binary in git, no tool to install.

French, which the texts are written in, gets a catalogue too: the same texts with the spaces of
French typography, made here once rather than on each page.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import polib

from plaise.dossier import NBSP, typeset, write_whole

from ._languages import LANGUAGES, LOCALES

_MADE = b"3"  # to be raised when what is made from the same .po changes
_FRENCH_PLURALS = "nplurals=2; plural=(n > 1);"


def compile_translations(into: Path) -> Path:
    """The directory of compiled catalogues, made again only when a .po changed.

    Raises:
        OSError: the disk refused.
    """
    sources = sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))
    content = b"".join(path.read_bytes() for path in sources)
    place = into / hashlib.sha256(_MADE + content).hexdigest()[:16]
    for language in LANGUAGES:
        target = place / language.code / "LC_MESSAGES" / "django.mo"
        if not target.exists():
            write_whole(target, _catalogue(language.code).to_binary())
    return place


def _catalogue(code: str) -> polib.POFile:
    source, *others = (language.code for language in LANGUAGES)
    of = others[0] if code == source else code
    catalogue = polib.pofile(str(LOCALES / of / "LC_MESSAGES" / "django.po"))
    return _typeset(catalogue) if code == source else catalogue


def _typeset(catalogue: polib.POFile) -> polib.POFile:
    """The same texts in French, as they are printed."""
    catalogue.metadata |= {"Language": "fr", "Plural-Forms": _FRENCH_PLURALS}
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: _printed(entry.msgid), 1: _printed(entry.msgid_plural)}
        else:
            entry.msgstr = _printed(entry.msgid)
    return catalogue


def _printed(text: str) -> str:
    """A text with holes as it is printed: a number may stand in one."""
    return re.sub(r"(?<=[nN]°) (?=%\()", NBSP, typeset(text))
