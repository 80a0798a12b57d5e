"""Translations, compiled from .po at start: nothing binary in git, no tool to install."""

from __future__ import annotations

import hashlib
from pathlib import Path

import polib

from ._languages import LANGUAGES, LOCALES


def compile_translations(into: Path) -> Path:
    """The directory of compiled catalogues, made again only when a .po changed.

    Raises:
        OSError: the disk refused.
    """
    sources = sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))
    mark = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    place = into / mark
    for language in LANGUAGES[1:]:
        source = LOCALES / language.code / "LC_MESSAGES" / "django.po"
        target = place / language.code / "LC_MESSAGES" / "django.mo"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_suffix(".partiel")
            polib.pofile(str(source)).save_as_mofile(str(partial))
            partial.replace(target)
    return place
