"""Every text in every language, with its holes, and said to be unreviewed until it is."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path

import polib
import pytest
from web_cases import Newcomer

from plaise.store.vault import _errors
from plaise.web._languages import LANGUAGES, LOCALES
from plaise.web.error_texts import KNOWN

ROOT = Path(__file__).parents[2]
HOLE = re.compile(r"%\(\w+\)[sd]")


@pytest.mark.parametrize("language", LANGUAGES[1:], ids=lambda language: language.code)
def test_a_translation_is_complete_sure_and_keeps_its_holes(language):
    entries = polib.pofile(str(LOCALES / language.code / "LC_MESSAGES" / "django.po"))
    assert not [e.msgid for e in entries if not e.translated() or e.fuzzy or e.obsolete]
    for entry in entries:
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert sorted(HOLE.findall(text)) == sorted(HOLE.findall(entry.msgid)), entry.msgid


def test_every_text_is_gathered():
    check = subprocess.run(
        [ROOT / "scripts" / "messages", "--check"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_an_unreviewed_translation_says_so_on_every_page(language):
    client = Newcomer()
    client.post("/langue/", {"langue": language.code, "suite": "/mots/"})
    page = client.get("/mots/").content.decode()
    assert f'<html lang="{language.code}" dir="{language.direction}">' in page
    assert ('class="unreviewed"' in page) is not language.reviewed


def test_the_errors_of_the_store_are_among_the_texts_to_translate():
    source = inspect.getsource(_errors)
    literal = re.sub(r'"\s*\n\s*"', "", source)
    sentences = {text for text in re.findall(r'"([^"{}\n]+[.!?])"', literal) if "”" not in text}
    docs = set(re.findall(r'"""(.*?)"""', literal))
    assert sentences - docs - set(KNOWN) == set()


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("onwards", ["https://pirate.test/", "//pirate.test/", "mots/"])
def test_choosing_a_language_never_leads_elsewhere(onwards: str):
    answer = Newcomer().post("/langue/", {"langue": "ar", "suite": onwards})
    assert answer.headers["Location"] == "/"
