"""A finished text read again: an act that someone edited must pass the same checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from plaise.law import load_law

from ._acts import PETITIONS
from ._blocks import Document, Heading, ListBlock, Paragraph, Quote, lines, text
from ._brief import Act
from ._findings import Finding

_ALTERED = 85.0  # likeness, of 100, from which words are an altered quotation and not other words
_LONG = 40  # letters from which words between « » are compared with the law's
_OUTDATED = {
    "R. 311-1": "l’article R. 311-1 du CESEDA n’existe plus depuis le 1er mai 2021",
    "229773": "la décision n° 229773 ne concerne pas les rendez-vous : citez la n° 453391",
}
_NOT_FOR_THIS_JUDGE = re.compile(
    r"\bannuler\b|\bsuspendre\b|\babroger\b|dommages|indemnis|réparation|"
    r"(?:délivrer|remettre|accorder)\W+(?:\w+\W+){0,4}(?:titre|carte|récépissé|autorisation)|"
    r"admettre au séjour",
    re.IGNORECASE,
)


def reread(act: Act, document: Document) -> tuple[Finding, ...]:
    """What the words of an act may no longer say: an altered quotation, a text that is gone.

    Args:
        act: what the document is.
        document: its blocks, as drafted or as someone edited them.
    """
    words = "\n".join(_plain(line) for line in lines(document))
    found = [*_quotations(document)]
    if act in PETITIONS:
        found += _asked(document)
    found += (
        Finding("reference_perimee", told)
        for mention, told in _OUTDATED.items()
        if mention in words
    )
    return tuple(found)


def _plain(words: str) -> str:
    spaced = re.sub(r"[\s\u00a0\u202f]+", " ", words.replace("‑", "-"))
    return spaced.replace("’", "'").strip()


@cache
def _law_texts() -> tuple[tuple[str, str], ...]:
    return tuple(
        (reference.id, _plain(quotation.text))
        for reference in load_law().references.values()
        for quotation in reference.quotations
    )


def _quotations(document: Document) -> Iterator[Finding]:
    """Words set apart or between « » that nearly are a text of ours must be exactly that text."""
    for block in document.blocks:
        if isinstance(block, Quote):
            quoted = [_plain(text(part)).strip("« »") for part in block.paragraphs]
        elif isinstance(block, Paragraph | Heading):
            quoted = re.findall(r"« ([^«»]+) »", _plain(text(block.runs)))
        else:
            continue
        for words in quoted:
            if len(words) >= _LONG and (altered := _altered(words)):
                yield Finding(
                    "citation_modifiee",
                    f"la citation « {words[:60]}… » n’est plus mot pour mot celle du texte",
                    (altered,),
                )


def _altered(words: str) -> str:
    """The reference whose words these nearly are, or nothing."""
    if any(words in own for _, own in _law_texts()):
        return ""
    likeness = ((fuzz.partial_ratio(words, own), name) for name, own in _law_texts())
    best, name = max(likeness)
    return name if best >= _ALTERED else ""


def _asked(document: Document) -> Iterator[Finding]:
    """What is asked of the judge, and that this judge cannot give (L. 511-1, L. 521-3 CJA)."""
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = "PAR CES MOTIFS" in _plain(text(block.runs)).upper()
        elif inside and isinstance(block, ListBlock):
            for item in block.items:
                # Only what follows the verb: the title asked for stands after « déposer ».
                asked = _plain(text(item)).split("pour déposer")[0]
                if found := _NOT_FOR_THIS_JUDGE.search(asked):
                    yield Finding(
                        "hors_de_l_office_du_juge",
                        f"le juge des référés ne peut pas ordonner cela ici : « {found[0]} »",
                        ("cja-l511-1", "cja-l521-3"),
                    )
