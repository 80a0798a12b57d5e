"""The step sheet of a package, drawn: the same words as its LISEZ-MOI.txt, every one escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plaise.dossier import typeset

_NUMBERED = re.compile(r"(\d+)\. (.*)")
_TICK = re.compile(r"\s*\[ \] +(.*)")
_RULE = re.compile(r"([=-])\1{3,}$")
_TECHNICAL = re.compile(r"Pour vérifier que rien n['’]a changé")  # straight in older packages


@dataclass(slots=True)
class Item:
    """A step: its words, then what is to be ticked in it, then what is said after."""

    words: list[str] = field(default_factory=list)
    ticks: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What to do."""
        return _said(self.words)

    @property
    def more(self) -> str:
        """What is said once the list is ticked."""
        return _said(self.after)


@dataclass(slots=True)
class Part:
    """A paragraph, or a list of steps that follow each other."""

    text: str = ""
    items: list[Item] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Everything that it says, but the files to tick."""
        yield self.text
        for item in self.items:
            yield from (item.text, item.more)


def steps_of(sheet: str) -> list[Part]:
    """The sheet in parts, without its title, nor how to check hashes (which the zip holds)."""
    lines = _TECHNICAL.split(sheet)[0].splitlines()
    titles = {number - 1 for number, line in enumerate(lines) if _RULE.match(line)}
    told = [line for n, line in enumerate(lines) if n not in titles and not _RULE.match(line)]
    return [part for part in _parts(told) if part.text or part.items]


def _parts(lines: list[str]) -> Iterator[Part]:
    part, paragraph = Part(), list[str]()
    for line in lines:
        numbered = _NUMBERED.match(line)
        if numbered:
            yield from _paragraph(paragraph)
            part.items.append(Item([numbered[2]]))
        elif part.items and line.startswith(" "):
            _add(part.items[-1], line)
        elif not line.strip():
            yield from _paragraph(paragraph)
        else:
            if part.items:
                yield part
                part = Part()
            paragraph.append(line)
    yield from _paragraph(paragraph)
    yield part


def _paragraph(lines: list[str]) -> Iterator[Part]:
    if lines:
        yield Part(_said(line.strip() for line in lines))
        lines.clear()


def _add(item: Item, line: str) -> None:
    tick = _TICK.match(line)
    if tick:
        item.ticks.append(tick[1])
    else:
        (item.after if item.ticks else item.words).append(line.strip())


def _said(lines: Iterable[str]) -> str:
    """Lines as one text; where a folder is named, the page of the app that holds the same."""
    return typeset(" ".join(lines).replace("le dossier « pieces »", "« Mes documents »"))
