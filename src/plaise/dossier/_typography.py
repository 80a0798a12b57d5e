"""French typography, applied to text runs after parsing.

Template words and the person's own words both get it; addresses of sites, e-mail addresses, file
names and hashes never do, since a changed character would make them false. Applying it twice
changes nothing.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
NNBSP = "\u202f"

_PROTECTED = re.compile(
    r"""
    [a-z][a-z0-9+.-]*://\S+                         # https://…
    | \S+@[\w-]+(?:\.[\w-]+)+                       # nom@exemple.test
    | (?<![\w.])(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/\S* # exemple.test/page
    | (?<![\w.])www\.[\w.-]+                        # www.exemple.test
    | (?<!\w)[\w.-]+\.(?:pdf|png|jpe?g|webp|eml|docx|zip|txt|heic)(?!\w)
    | (?<!\w)[0-9a-fA-F]{12,}(?!\w)                 # empreintes
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACES = f"[ \t{NBSP}{NNBSP}]"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

# Each rule: the characters without which it has nothing to do, what it looks for, what it puts.
_FIGURES = "0123456789"
_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (needs, re.compile(pattern), replacement)
    for needs, pattern, replacement in (
        (".", r"\.\.\.", "…"),
        ("'", r"(?<=\w)'(?=\w)", "’"),
        ('"', r'"([^"]*)"', r"«\1»"),
        ("«", rf"«{_SPACES}*", f"«{NBSP}"),
        ("»", rf"{_SPACES}*»", f"{NBSP}»"),
        (";!?", rf"{_SPACES}+([;!?])", rf"{NNBSP}\1"),
        (";!?", r"(?<=[\w)’”»%€])([;!?])(?=\s|$)", rf"{NNBSP}\1"),
        (":", rf"{_SPACES}+:(?=\s|$)", f"{NBSP}:"),
        (":", r"(?<=[\w)’”»%€]):(?=\s|$)", f"{NBSP}:"),
        ("°", rf"\b([nN])°{_SPACES}*(?=\d)", rf"\1°{NBSP}"),
        ("o", rf"\b([nN])os{_SPACES}+(?=\d)", rf"\1os{NBSP}"),
        ("LRDA", rf"\b([LRDA])\.(\*?){_SPACES}*(?=\d)", rf"\1.\2{NBSP}"),
        ("alpM", rf"\b(art|al|p|M|MM|Mme|Mmes)(\.?){_SPACES}(?=[\w*])", rf"\1\2{NBSP}"),
        ("€%°", rf"(?<=\d){_SPACES}+(?=[€%°])", NBSP),
        ("€", r"(?<=\d)(?=€)", NBSP),
        (_FIGURES, rf"(?<=\d){_SPACES}(?=\d{{3}}\b)", NNBSP),
        ("1", rf"\b1{_SPACES}+(?=(?:{_MONTHS})\b)", f"1er{NBSP}"),
        (_FIGURES, rf"\b(\d{{1,2}}|1er){_SPACES}+(?=(?:{_MONTHS})\b)", rf"\1{NBSP}"),
        (_FIGURES, rf"\b({_MONTHS}){_SPACES}+(?=\d{{4}}\b)", rf"\1{NBSP}"),
        ("h", rf"\b(\d{{1,2}}){_SPACES}+h(?={_SPACES}|\b)", rf"\1{NBSP}h"),
        ("h", rf"(?<=\d{NBSP}h){_SPACES}(?=\d{{2}}\b)", NBSP),
        (_FIGURES, rf"(?<=\d){_SPACES}(?=(?:ko|Mo|jours?|mois|semaines?|pages?)\b)", NBSP),
    )
)


def typeset(text: str) -> str:
    """The text with French spaces, quotes, apostrophes and « 1er ».

    Args:
        text: a run of French text, without markup.

    Returns:
        The same words; only spaces, apostrophes, straight quotes, three dots and « 1 juin » may
        differ. URLs, e-mail addresses, file names and hashes come back unchanged.
    """
    parts: list[str] = []
    at = 0
    for match in _PROTECTED.finditer(text):
        parts += (_apply(text[at : match.start()]), match[0])
        at = match.end()
    parts.append(_apply(text[at:]))
    return "".join(parts)


def _apply(text: str) -> str:
    for needs, pattern, replacement in _RULES:
        if any(char in text for char in needs):
            text = pattern.sub(replacement, text)
    return text
