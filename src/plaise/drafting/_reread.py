"""A finished text read again: an act that someone edited must pass the same checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from plaise.law import load_law

from ._acts import PETITIONS
from ._blocks import Document, Heading, ListBlock, Paragraph, Quote, lines, text
from ._brief import Act, Brief
from ._findings import Finding

_ALTERED = 85.0  # likeness, of 100, from which words are an altered quotation and not other words
_LONG = 40  # letters from which words between « » are compared with the law's
_EXHIBITS = re.compile(r"pièces?\s+n°\s+(\d[\d\s,à]*(?:et\s+\d+)?)")
_BLANK = re.compile(r"\[[ .…_]*\]|_{3,}|\.{4,}|…{2,}|\bXX+\b|à compléter", re.IGNORECASE)
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


def reread(act: Act, document: Document, brief: Brief) -> tuple[Finding, ...]:
    """Every fault of a finished act, edited or not.

    Args:
        act: what the document is.
        document: its blocks.
        brief: the facts that it speaks of.
    """
    words = "\n".join(_plain(line) for line in lines(document))
    found = [*_exhibits(words, brief), *_quotations(document), *_blanks(document)]
    if act in PETITIONS:
        found += [*_form(document, words, brief), *_asked(document)]
    for mention, told in _OUTDATED.items():
        if mention in words:
            found.append(Finding("reference_perimee", told))
    return tuple(found)


def _plain(words: str) -> str:
    spaced = re.sub(r"[\s\u00a0\u202f]+", " ", words.replace("‑", "-"))
    return spaced.replace("’", "'").strip()


def _exhibits(words: str, brief: Brief) -> Iterator[Finding]:
    known = {entry.number for entry in brief.plan.entries}
    cited: set[int] = set()
    for match in _EXHIBITS.finditer(words):
        for first, last in re.findall(r"(\d+)(?:\s+à\s+(\d+))?", match[1]):
            cited |= set(range(int(first), int(last or first) + 1))
    for number in sorted(cited - known):
        told = f"la pièce n° {number} est citée, mais n’est pas dans l’inventaire"
        yield Finding("piece_orpheline", told, ("cja-r412-2",))


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


def _blanks(document: Document) -> Iterator[Finding]:
    for line in lines(document):
        if "à la main" not in line and (found := _BLANK.search(line)):
            yield Finding("blanc", f"il reste un blanc à remplir : « {found[0]} »", ("cja-r411-1",))


def _form(document: Document, words: str, brief: Brief) -> Iterator[Finding]:
    person = brief.dossier.representative or brief.dossier.person
    needed = {
        "la mention « RÉFÉRÉ » (article R. 522-3 du CJA)": "RÉFÉRÉ",
        "votre nom (article R. 411-1 du CJA)": person.full_name,
        "l’exposé des faits (article R. 411-1 du CJA)": "faits",
        "l’urgence (article R. 522-1 du CJA)": "urgence",
        "le fondement, l’article L. 521-3 du CJA": "L. 521-3",
    }
    for what, mention in needed.items():
        if _plain(mention) not in words:
            yield Finding("mention", f"il manque {what}", ("cja-r411-1", "cja-r522-1"))
    if not any("PAR CES MOTIFS" in _plain(h).upper() for h in _headings(document)):
        told = "il manque les conclusions (« Par ces motifs », article R. 411-1 du CJA)"
        yield Finding("conclusions", told, ("cja-r411-1",))


def _headings(document: Document) -> Iterator[str]:
    return (text(block.runs) for block in document.blocks if isinstance(block, Heading))


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
