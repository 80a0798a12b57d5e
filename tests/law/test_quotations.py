"""Every article is quoted word for word: compared with a copy of the code, kept apart."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from plaise.law import Reference, ReferenceKind, load_law

_COPY = Path(__file__).parent / "legi-2026-04-03.md"
_ARTICLES = [one for one in load_law().references.values() if one.kind is ReferenceKind.ARTICLE]


@cache
def _copied() -> dict[str, list[str]]:
    """The paragraphs of each article, by the id of its reference."""
    _, *sections = re.split(r"^## ", _COPY.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = (section.partition("\n") for section in sections)
    return {name: [line for line in text.splitlines() if line.strip()] for name, _, text in told}


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_the_copy_holds_the_articles_that_are_quoted_and_no_other() -> None:
    assert set(_copied()) == {one.id for one in _ARTICLES}


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda one: one.id)
def test_an_article_is_quoted_word_for_word(article: Reference) -> None:
    paragraphs = _copied()[article.id]
    for quotation in article.quotations:
        if quotation.whole:
            assert _lines(quotation.text) == paragraphs
        for line in _lines(quotation.text):
            assert any(line in paragraph for paragraph in paragraphs), line
