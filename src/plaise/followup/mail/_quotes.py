"""What a message says itself, apart from what it quotes: dates of our own letter are not theirs."""

from __future__ import annotations

import re

_QUOTE_START = re.compile(
    r"""^\s*(?:
      (?:Le|On)\b.{4,120}(?:a\s+écrit|wrote)\s*:?\s*$
    | -{2,}\s*(?:Message\s+d[’']origine|Original\s+Message|Message\s+initial)\s*-{2,}\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FORWARD_START = re.compile(
    r"""^\s*(?:
      -{2,}\s*(?:Forwarded\s+message|Message\s+transféré|Message\s+transmis|
               Message\s+d[’']origine|Original\s+Message)\s*-{2,}
    | (?:Début\s+du\s+message\s+(?:transféré|réexpédié)|Begin\s+forwarded\s+message)\s*:?
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADER_LINE = re.compile(
    r"^\s*\*?(?:De|From|Date|Envoyé|Sent|À|A|To|Cc|Objet|Subject|Répondre à|Reply-To)\*?\s*:",
    re.IGNORECASE,
)
# A forward carries a word or two of its own, an answer more.
FEW_WORDS = 240


def own_words(text: str) -> str:
    """The message without what it answers to; what it forwards is kept.

    A block of header lines (« De : … », « Envoyé : … ») begins a quotation as well, except where
    little stands before it: then the message is a forward, and the block is the message.
    """
    lines = text.split("\n")
    for index, line in enumerate(lines):
        marked = _FORWARD_START.match(line) is not None
        forward = marked or _headers_at(lines, index)
        if not forward and not _QUOTE_START.match(line):
            continue
        before = _unquoted(lines[:index])
        if not forward or len(before) >= FEW_WORDS:
            return before
        inside = "\n".join(_after_headers(lines[index + marked :]))
        return f"{before}\n{own_words(inside)}".strip()
    return _unquoted(lines)


def _unquoted(lines: list[str]) -> str:
    return "\n".join(line for line in lines if not line.lstrip().startswith(">")).strip()


def _headers_at(lines: list[str], index: int) -> bool:
    """Whether three header lines follow one another from here."""
    window = [line for line in lines[index : index + 6] if line.strip()]
    return (
        _HEADER_LINE.match(lines[index]) is not None
        and sum(_HEADER_LINE.match(line) is not None for line in window) >= 3  # noqa: PLR2004
    )


def _after_headers(lines: list[str]) -> list[str]:
    at = 0
    while at < len(lines) and (not lines[at].strip() or _HEADER_LINE.match(lines[at])):
        at += 1
    return lines[at:]
