"""From the Markdown + Jinja source of an act to the block tree.

A jurist edits `actes/*.md.j2`. Values never meet Markdown: Jinja leaves a private-use token in
their place, and the words come in after parsing, as text. Whatever a person typed (`{{`, `#`, `*`,
`|`, HTML) is therefore printed as typed.

The whole convention, besides plain Markdown (headings, paragraphs, `>` quotes, lists, tables,
`**bold**`, `*italic*`, `---` for a new page):

    ::: adresse          each line of the block is a line of the address
    {{ line }}
    :::

    ::: tableau 2 1 4    relative widths of the columns of the table inside
    | Date | Heure | Constat |
    |---|---|---|
    :::

    ::: lignes 3 Nom et prénoms      three empty lines to fill by hand, with a label or none
    :::

    ::: calendrier {{ tentatives.calendrier }}      the attempts by week and hour, drawn
    :::

Blocks: adresse, expediteur, partie, droite, centre, titre, bandeau, signature, legende, petit.
`{{ value }}` must stand alone: no macro and no `{% set %}…{% endset %}` (their output would be
taken for a value, not for Markdown).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from plaise.dossier import typeset

from ._blocks import (
    Block,
    Calendar,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Ruled,
    Run,
    Style,
    Table,
    text,
)
from ._weeks import weeks_of_text

_ACTES = Path(__file__).parent / "actes"
_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_STYLES = {
    "adresse": Style.ADDRESS,
    "expediteur": Style.SENDER,
    "partie": Style.PARTY,
    "droite": Style.RIGHT,
    "centre": Style.CENTER,
    "titre": Style.TITLE,
    "bandeau": Style.BANNER,
    "signature": Style.SIGNATURE,
    "legende": Style.CAPTION,
    "petit": Style.SMALL,
}
_TABLE = "tableau"
_RULED = "lignes"
_CALENDAR = "calendrier"
_KEPT = "valeurs_gardees"


def blocks_of(template: str, context: Mapping[str, object]) -> tuple[Block, ...]:
    """Fill a source and read it as blocks.

    Args:
        template: name of a file of `actes/`.
        context: values for its fields.

    Raises:
        jinja2.UndefinedError: the source names a field that does not exist.
    """
    return _read(_environment().get_template(template).render, context)


def blocks_of_text(source: str, context: Mapping[str, object]) -> tuple[Block, ...]:
    """The same for a source held as text (previews and tests)."""
    return _read(_environment().from_string(source).render, context)


def clean(value: object) -> str:
    """A value as one line of printable text: no control or private-use character, single spaces."""
    text = str(value)
    if text.isprintable():  # most are: nothing to look at letter by letter
        return re.sub(r" {2,}", " ", text).strip(" ")
    kept = (
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in text
        if unicodedata.category(char) not in {"Co", "Cs", "Cn"} and char not in "\u200b\ufeff"
    )
    return re.sub(r"[ \t]+", " ", "".join(kept)).strip(" ")


class _Values:
    """The values met while rendering, kept aside until Markdown has been parsed."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep(self, value: object) -> str:
        self.kept.append(clean(value))
        return f"{_OPEN}{len(self.kept) - 1}{_CLOSE}"

    def restore(self, text: str) -> str:
        return _TOKEN.sub(lambda match: self.kept[int(match[1])], text)


@pass_context
def _finalize(context: Context, value: object) -> object:
    """Called by Jinja on each printed expression; undefined values are left to raise."""
    if isinstance(value, StrictUndefined):
        return value
    values = context[_KEPT]
    assert isinstance(values, _Values)
    return values.keep(value)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_ACTES),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("html_block")
    parser.disable(["html_inline", "image", "link", "autolink", "code"])
    for name in (*_STYLES, _TABLE, _RULED, _CALENDAR):
        parser.use(container_plugin, name)
    return parser


def _read(render: Callable[..., str], context: Mapping[str, object]) -> tuple[Block, ...]:
    values = _Values()
    source = render({**context, _KEPT: values})
    return held(list(_Reader(_markdown().parse(source), values).blocks()))


def held(blocks: list[Block]) -> tuple[Block, ...]:
    """Words that announce what follows, or a signature, are never left alone on a page."""
    for at, (block, following) in enumerate(pairwise(blocks)):
        signed = isinstance(following, Paragraph) and following.style is Style.SIGNATURE
        if isinstance(block, ListBlock) and signed:
            blocks[at] = replace(block, keep=True)
        elif isinstance(block, Paragraph) and block.style is Style.BODY:
            labels = all(run.bold for run in block.runs) and isinstance(following, ListBlock)
            announces = labels or text(block.runs).endswith(":") or isinstance(following, Table)
            if signed or announces:
                blocks[at] = replace(block, keep=True)
    return tuple(blocks)


class _Reader:
    """Walks the flat list of Markdown tokens once."""

    def __init__(self, tokens: Sequence[Token], values: _Values) -> None:
        self._tokens = tokens
        self._values = values
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        style = Style.BODY
        widths: tuple[float, ...] = ()
        while self._at < len(self._tokens):
            token = self._next()
            kind = token.type
            if kind.startswith("container_"):
                name, *rest = token.info.split() if kind.endswith("_open") else ("",)
                style = _STYLES.get(name, Style.BODY)
                widths = tuple(float(part) for part in rest) if name == _TABLE else ()
                yield from self._told_by_name(name, rest)
            elif kind == "heading_open":
                yield Heading(int(token.tag[1:]), _joined(self._inline()))
            elif kind == "paragraph_open":
                yield from self._paragraphs(style)
            elif kind == "blockquote_open":
                yield Quote(tuple(self._collect("blockquote_close")))
            elif kind in {"bullet_list_open", "ordered_list_open"}:
                ordered = kind.startswith("ordered")
                items = tuple(self._collect(kind.replace("open", "close")))
                yield ListBlock(items, ordered=ordered, start=int(token.attrs.get("start", 1)))
            elif kind == "table_open":
                yield self._table(widths)
            elif kind == "hr":
                yield PageBreak()

    def _told_by_name(self, name: str, rest: Sequence[str]) -> Iterator[Block]:
        """The blocks that their opening line says whole."""
        if name == _RULED:
            yield Ruled(int(rest[0]), self._typed(" ".join(rest[1:])))
        elif name == _CALENDAR:
            yield Calendar(weeks_of_text(self._values.restore(rest[0])))

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _typed(self, words: str) -> Inline:
        """Words given beside the name of a block."""
        return merged([Run(self._values.restore(words))]) if words else ()

    def _inline(self) -> list[list[Run]]:
        """The lines of the inline token that comes next, not yet typeset."""
        children = self._next().children or []
        return _lines(children, self._values)

    def _paragraphs(self, style: Style) -> Iterator[Paragraph]:
        lines = self._inline()
        told = [_joined(lines)] if style is Style.BODY else [merged(line) for line in lines]
        yield from (Paragraph(line, style) for line in told if line)

    def _collect(self, closing: str) -> Iterator[Inline]:
        """Each paragraph up to the closing token (a nested list is read as further items)."""
        while (token := self._next()).type != closing:
            if token.type == "inline":
                self._at -= 1
                yield _joined(self._inline())

    def _table(self, widths: tuple[float, ...]) -> Table:
        rows: list[list[Inline]] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                self._at -= 1
                rows[-1].append(_joined(self._inline()))
        header, *body = (tuple(row) for row in rows)
        return Table(header, tuple(body), widths or (1.0,) * len(header))


def _joined(lines: Sequence[Sequence[Run]]) -> Inline:
    """Lines of one paragraph, with a space between."""
    runs: list[Run] = []
    for line in lines:
        if runs and line:
            runs.append(Run(" "))
        runs.extend(line)
    return merged(runs)


def _lines(children: Sequence[Token], values: _Values) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    bold = italic = 0
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            lines.append([])
        elif child.type == "strong_open":
            bold += 1
        elif child.type == "strong_close":
            bold -= 1
        elif child.type == "em_open":
            italic += 1
        elif child.type == "em_close":
            italic -= 1
        elif child.content:
            words = values.restore(child.content)
            lines[-1].append(Run(words, bold=bold > 0, italic=italic > 0))
    return lines


def merged(runs: Sequence[Run]) -> Inline:
    """Neighbours of the same appearance as one run, typeset together, single-spaced."""
    groups: list[Run] = []
    for run in runs:
        last = groups[-1] if groups else None
        if last and (last.bold, last.italic) == (run.bold, run.italic):
            groups[-1] = Run(last.text + run.text, bold=run.bold, italic=run.italic)
        else:
            groups.append(run)
    done = (Run(_spaced(typeset(r.text)), bold=r.bold, italic=r.italic) for r in groups)
    return tuple(run for run in done if run.text)


def _spaced(text: str) -> str:
    return re.sub(r" {2,}", " ", text)
