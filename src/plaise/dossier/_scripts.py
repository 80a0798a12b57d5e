"""Words for what our fonts cannot draw: a person's name in another script, an emoji.

An empty box in a caption says nothing, and a PDF for archives may hold none. No transliteration is
made: there are several for each language, and a wrong one would be another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_SCRIPTS = {
    "ADLAM": "adlam",
    "ARABIC": "arabe",
    "ARMENIAN": "arménienne",
    "BENGALI": "bengalie",
    "CJK": "chinoise",
    "CYRILLIC": "cyrillique",
    "DEVANAGARI": "devanagari",
    "ETHIOPIC": "éthiopienne",
    "GEORGIAN": "géorgienne",
    "GREEK": "grecque",
    "GUJARATI": "gujarati",
    "GURMUKHI": "gurmukhi",
    "HANGUL": "coréenne",
    "HEBREW": "hébraïque",
    "HIRAGANA": "japonaise",
    "KATAKANA": "japonaise",
    "KHMER": "khmère",
    "LAO": "lao",
    "MYANMAR": "birmane",
    "NKO": "n’ko",
    "SINHALA": "cingalaise",
    "SYRIAC": "syriaque",
    "TAMIL": "tamoule",
    "TELUGU": "télougou",
    "THAANA": "thâna",
    "THAI": "thaïe",
    "TIBETAN": "tibétaine",
    "TIFINAGH": "tifinagh",
}
_KANA = ("HIRAGANA", "KATAKANA")
_OTHER, _EMOJI, _SIGN = "mots dans une autre écriture", "émoji", "signe"
_WORDS, _SILENT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl"}, {"Mn", "Me", "Cf", "Cc"}
_EMOJIS = range(0x1F000, 0x1FC00)
_JOINERS = re.compile(r"(?:\s|[^\w\[\]])+")


def spelled(text: str, has: Callable[[str], bool]) -> str:
    """The text with what a font cannot draw said in words: « [mots en écriture arabe] ».

    Args:
        text: words of the person or of a file.
        has: whether the font has a character.

    Returns:
        The text itself when the font has every character; a letter with a rare ornament becomes
        its bare letter, marks and joiners without shape are left out.
    """
    if all(map(has, text)):
        return text
    said: list[str] = []
    whole = unicodedata.normalize("NFC", text)
    japanese = any(one in unicodedata.name(char, "") for char in whole for one in _KANA)
    for found, words in _pieces(whole, has):
        kind = found.replace("chinoise", "japonaise") if japanese else found
        again = kind and len(said) > 1 and said[-2] == kind and _JOINERS.fullmatch(said[-1])
        if kind and said and said[-1] == kind:
            continue
        if again:
            said.pop()
            continue
        said.append(kind or words)
    return "".join(said)


def _pieces(text: str, has: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Each stretch: what to say instead and nothing, or nothing and its own words."""
    kept = ""
    for char in text:
        shown = _shown(char, has)
        if shown is not None:
            kept += shown
            continue
        if kept:
            yield "", kept
        kept = ""
        yield f"[{_named(char)}]", ""
    if kept:
        yield "", kept


def _shown(char: str, has: Callable[[str], bool]) -> str | None:
    """The character, its bare form, nothing for what has no shape; None when words are needed."""
    if has(char):
        return char
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", char) if not unicodedata.combining(one)
    )
    if bare and all(map(has, bare)):
        return bare
    return "" if unicodedata.category(char) in _SILENT else None


def _named(char: str) -> str:
    if ord(char) in _EMOJIS:
        return _EMOJI
    first = unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]
    if script := _SCRIPTS.get(first):
        return f"mots en écriture {script}"
    return _OTHER if unicodedata.category(char) in _WORDS else _SIGN
