"""Words in scripts that our fonts lack: said in words, never drawn as empty boxes."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

import plaise.drafting
from plaise.dossier import spelled
from plaise.drafting import Document, Heading, Paragraph, Run, to_pdf
from plaise.drafting._typst import _letters

FONTS = Path(plaise.drafting.__file__).parent / "fonts"
ON = date(2026, 11, 23)


def set_in_pdf(words: str, folder: Path) -> str:
    made = folder / "a.pdf"
    blocks = (Heading(1, (Run(words),)), Paragraph((Run(words, bold=True, italic=True),)))
    made.write_bytes(to_pdf(Document(title=words, blocks=blocks), made_on=ON))
    done = subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def in_latin(char: str) -> bool:
    return ord(char) < 0x250 or char in "–’«»…"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bail de Mme Sow", "Bail de Mme Sow"),
        ("Lettre de عبد الله au préfet", "Lettre de [mots en écriture arabe] au préfet"),
        ("你好,世界 2026", "[mots en écriture chinoise] 2026"),
        ("日本語のテスト", "[mots en écriture japonaise]"),
        ("Привет Олег", "[mots en écriture cyrillique]"),
        ("merci 😀👍🏽", "merci [émoji]"),
        ("ﬁche ①", "fiche 1"),
    ],
)
def test_a_script_without_letters_is_named(text: str, said: str) -> None:
    assert spelled(text, in_latin) == said


@given(st.text(max_size=80))
def test_what_is_said_can_always_be_drawn(text: str) -> None:
    assert all(map(in_latin, spelled(text, in_latin)))


def test_the_known_letters_are_those_of_the_fonts() -> None:
    codes: set[int] = set()
    for path in FONTS.glob("*.ttf"):
        codes |= set(TTFont(path).getBestCmap())
    assert _letters() == {chr(code) for code in codes if chr(code).isprintable()}


def test_a_word_in_any_script_never_stops_a_pdf(tmp_path: Path) -> None:
    words = set_in_pdf("你好 😀 ქართული አማርኛ ॐ et Привет", tmp_path)
    for said in ("CHINOISE", "[émoji]", "éthiopienne", "Привет"):
        assert said in words
    assert "□" not in words


def test_arabic_is_set_in_arabic(tmp_path: Path) -> None:
    assert "موعد" in set_in_pdf("طلب موعد", tmp_path)
