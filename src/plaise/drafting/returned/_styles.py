"""Which of our styles a paragraph of a Word file bears; Word translates ids, never these names."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from .._blocks import Style

PARAGRAPHS = {
    "normal": Style.BODY,
    "body text": Style.BODY,
    "text body": Style.BODY,
    "adresse": Style.ADDRESS,
    "expéditeur": Style.SENDER,
    "partie": Style.PARTY,
    "droite": Style.RIGHT,
    "centré": Style.CENTER,
    "title": Style.TITLE,
    "bandeau": Style.BANNER,
    "signature": Style.SIGNATURE,
    "caption": Style.CAPTION,
    "petit": Style.SMALL,
    "list paragraph": Style.BODY,
    "après tableau": Style.BODY,
    "texte de tableau": Style.BODY,
    "tête de tableau": Style.BODY,
    "case de calendrier": Style.BODY,
    "case de calendrier foncée": Style.BODY,
}
HEADINGS = {f"heading {level}": level for level in range(1, 10)}
QUOTE = "quote"
RULED = "lignes à remplir"
LIST = "list paragraph"
SPACER = "après tableau"
_KNOWN = {*PARAGRAPHS, *HEADINGS, QUOTE, RULED}
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list begins.

    Attributes:
        ordered: numbered, or with dashes.
        start: the first number.
        family: what lists that go on one from the other have in common.
        restarts: whether this one begins again.
    """

    ordered: bool
    start: int
    family: str
    restarts: bool


class StyleBook:
    """The styles and the lists of a Word file."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = _by_id(styles, "style", "styleId")
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )
        self._lists = _by_id(numbering, "num", "numId")
        self._abstract = _by_id(numbering, "abstractNum", "abstractNumId")

    def name_of(self, style_id: str) -> tuple[str, str]:
        """Our name for a style, and the stranger's name when it is not one of ours."""
        own = self._name(style_id or self._default)
        name, at = own, style_id or self._default
        for _ in range(_DEEPEST):
            if name in _KNOWN:
                break
            at = attribute(child(self._styles.get(at), "basedOn"), "val")
            name = self._name(at)
            if not at:
                name = "normal"
        return name, "" if own in _KNOWN or not own else self._shown(style_id)

    def look(self, style_id: str) -> tuple[bool, bool]:
        """Whether a style of characters is bold, and italic."""
        properties = child(self._styles.get(style_id), "rPr")
        return is_on(child(properties, "b")), is_on(child(properties, "i"))

    def list_of(self, style_id: str) -> tuple[str, int]:
        """The list and the level that a paragraph style puts its paragraphs in."""
        return list_at(child(self._styles.get(style_id), "pPr"))

    def numbering(self, number: str, level: int) -> Numbering | None:
        """How a list is numbered; None when the file does not say (no list)."""
        found = self._lists.get(number)
        if found is None or number == "0":
            return None
        family = attribute(child(found, "abstractNumId"), "val")
        abstract = self._abstract.get(family)
        own = _level(abstract, "lvl", level)
        override = _level(found, "lvlOverride", level)
        again = attribute(child(override, "startOverride"), "val")
        start = again or attribute(child(own, "start"), "val") or "1"
        kind = attribute(child(own, "numFmt"), "val", "bullet")
        if kind == "none":
            return None
        first = int(start) if start.isdecimal() else 1
        return Numbering(kind != "bullet", first, family, bool(again))

    def _name(self, style_id: str) -> str:
        return self._shown(style_id).lower()

    def _shown(self, style_id: str) -> str:
        return attribute(child(self._styles.get(style_id), "name"), "val")


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as `w:b` is on."""
    return switch is not None and attribute(switch, "val", "1").lower() not in _OFF


def list_at(properties: Element | None) -> tuple[str, int]:
    """The list and the level that the properties of a paragraph name (« », 0 for none)."""
    numbers = child(properties, "numPr")
    level = attribute(child(numbers, "ilvl"), "val", "0")
    return attribute(child(numbers, "numId"), "val"), int(level) if level.isdecimal() else 0


def _by_id(root: Element | None, name: str, key: str) -> dict[str, Element]:
    found = root if root is not None else ()
    return {attribute(one, key): one for one in found if local(one) == name}


def _level(root: Element | None, name: str, level: int) -> Element | None:
    levels = root if root is not None else ()
    return next(
        (o for o in levels if local(o) == name and attribute(o, "ilvl") == str(level)), None
    )
