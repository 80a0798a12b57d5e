"""What blocks an act that a person wrote over: the checks that can be made on words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plaise.dossier import Dossier, typeset
from plaise.law import load_law

from .._blocks import Document, Heading, Paragraph, Style, lines, text
from .._brief import Act
from .._reread import reread
from .._source import clean

_PETITIONS = {Act.REQUETE, Act.NOUVELLE_REQUETE}
_BLANK = re.compile(
    r"\{\{|\}\}|\[(?!…\]|\.{3}\])[^\]]{0,80}\]|_{3,}|\.{4,}|…{2,}|\bX{3,}\b"
    r"|\((?:à|À) (?:compléter|remplir|préciser)\)|À (?:COMPLÉTER|REMPLIR|PRÉCISER)"
)
_EXHIBITS = re.compile(r"pièces? n°s? ?(\d+(?:(?: à |, | et | ou )\d+)*)", re.IGNORECASE)
_ANNUL = re.compile(r"\bannul(?:er|ation)\b", re.IGNORECASE)
_MOTIFS = "par ces motifs"
_AROUND = 40


def text_faults(
    act: Act, document: Document, dossier: Dossier, exhibits: int | None = None
) -> tuple[str, ...]:
    """The faults of form of an edited act, each as a French clause; none when it may be used.

    Args:
        act: which act it is.
        document: its words.
        dossier: the facts that it must agree with.
        exhibits: how many exhibits there are, when that is known.
    """
    written = "\n".join(lines(document))
    said = _plain(written)
    found = [*_blanks(written), *_anywhere(said, dossier, exhibits)]
    if act in _PETITIONS:
        found += _petition(said, document, dossier)
    found += (finding.message for finding in reread(act, document) if finding.blocking)
    return tuple(found)


def _blanks(written: str) -> Iterator[str]:
    for blank in _BLANK.finditer(written):
        around = written[max(0, blank.start() - _AROUND) : blank.end() + _AROUND]
        yield f"il reste un blanc à remplir : « …{' '.join(around.split())}… »"


def _anywhere(said: str, dossier: Dossier, exhibits: int | None) -> Iterator[str]:
    name = dossier.person.full_name
    if _plain(typeset(clean(name))) not in said:
        yield f"votre nom (« {name} ») n’y figure pas comme dans dossier.toml"
    if exhibits is not None:
        numbers = (int(n) for m in _EXHIBITS.finditer(said) for n in re.findall(r"\d+", m[1]))
        beyond = sorted({number for number in numbers if not 1 <= number <= exhibits})
        if beyond:
            listed = ", ".join(map(str, beyond))
            yield f"des pièces citées n’existent pas (n° {listed} ; il y en a {exhibits})"


def _petition(said: str, document: Document, dossier: Dossier) -> Iterator[str]:
    court = load_law().court_for(dossier.prefecture.departement)
    if _plain(typeset(court.tribunal)) not in said:
        yield f"le tribunal compétent ({court.tribunal}) n’y est pas nommé"
    address = next((line for line in dossier.person.address if line.strip()), "")
    if _plain(typeset(clean(address))) not in said:
        yield "votre adresse n’y figure pas (article R. 411-1 du CJA)"
    if "référé" not in said:
        yield "le mot « référé » n’y figure pas (article R. 522-3 du CJA)"
    headings = [_plain(text(b.runs)) for b in document.blocks if isinstance(b, Heading)]
    if not any(heading.startswith(_MOTIFS) for heading in headings):
        yield "le titre « Par ces motifs », qui annonce vos demandes, manque"
    elif _ANNUL.search(said[said.rindex(_MOTIFS) :]):
        yield (
            "une annulation y est demandée : le juge des référés ne peut pas annuler "
            "(article L. 511-1 du CJA)"
        )
    signed = (b for b in document.blocks if isinstance(b, Paragraph))
    if not any(paragraph.style is Style.SIGNATURE for paragraph in signed):
        yield "la place de la signature manque (article R. 431-4 du CJA)"


def _plain(words: str) -> str:
    """Words to compare: one kind of space, one kind of apostrophe, small letters."""
    return words.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").casefold()
