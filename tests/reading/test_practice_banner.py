"""The practice banner is known whole or in pieces; the word « exercice » alone is not it."""

from __future__ import annotations

import pytest

from plaise.dossier import Box
from plaise.reading._engine import Line
from plaise.reading._page import Page
from plaise.reading._rules import look


def page(*pieces: tuple[str, int]) -> Page:
    lines = [Line(text, Box(x=x, y=12, width=60, height=20), 0.99) for text, x in pieces]
    return Page.of(1280, 720, lines)


@pytest.mark.parametrize(
    "pieces",
    [
        [("EXERCICE – site d’entraînement Plaise", 446)],
        [("1", 560), ("site d’entraînement Plaise", 566), ("EXERCICE", 446)],
        [
            ("EXERCICE", 446),
            ("SI", 566),
            ("d", 610),
            ("entra", 630),
            ("ement", 690),
            ("Plaise", 770),
        ],
    ],
)
def test_the_banner_marks_the_capture_however_it_was_read(pieces):
    assert look(page(*pieces)).exercise


@pytest.mark.parametrize(
    "pieces",
    [[("Exercice", 446)], [("Exercice des droits", 100), ("site de la préfecture", 400)]],
)
def test_the_word_alone_does_not(pieces):
    assert not look(page(*pieces)).exercise
