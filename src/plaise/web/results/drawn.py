"""An act as HTML: a third reader of the block tree, beside PDF and Word; every word escaped."""

from __future__ import annotations

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plaise.bundle import calendar_svg
from plaise.drafting import (
    Block,
    Calendar,
    Document,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Ruled,
    Run,
    Style,
    Table,
)

_EMPTY = SafeString("")
_FIGURES = re.compile(r"[\d/:h\s]{1,20}")


def drawn(document: Document) -> SafeString:
    """The blocks of an act; its parts are headings below the page's own."""
    return format_html_join("\n", "{}", ((_block(block),) for block in document.blocks))


def _block(block: Block) -> SafeString:
    words = _EMPTY
    match block:
        case Heading(level=level, runs=runs):
            tag = "h2" if level == 1 else "h3"
            words = format_html("<{0}>{1}</{0}>", tag, _inline(runs))
        case Paragraph(runs=runs, style=Style.BODY) | Ruled(label=runs):
            words = format_html("<p>{}</p>", _inline(runs))
        case Paragraph(runs=runs, style=style):
            words = format_html('<p class="act-{}">{}</p>', style.value, _inline(runs))
        case Quote(paragraphs=paragraphs):
            words = format_html("<blockquote>{}</blockquote>", _each("<p>{}</p>", paragraphs))
        case ListBlock(items=items, ordered=True, start=start):
            words = format_html('<ol start="{}">{}</ol>', start, _each("<li>{}</li>", items))
        case ListBlock(items=items):
            words = format_html("<ul>{}</ul>", _each("<li>{}</li>", items))
        case Table():
            words = _table(block)
        case Calendar(weeks=weeks):
            words = SafeString(f'<div class="table">{calendar_svg(weeks)}</div>')
    return words


def _table(table: Table) -> SafeString:
    heading = '<th scope="col">{}</th>'
    rows = (format_html("<tr>{}</tr>", _cells(row)) for row in table.rows)
    return format_html(
        '<div class="table" role="group" tabindex="0" aria-label="Tableau"><table><thead><tr>{}'
        "</tr></thead><tbody>{}</tbody></table></div>",
        _each(heading, table.header),
        format_html_join("", "{}", ((row,) for row in rows)),
    )


def _cells(row: tuple[Inline, ...]) -> SafeString:
    """The cells of a row; a date, an hour or a number in figures stays on one line."""
    forms = (
        '<td class="figures">{}</td>' if _FIGURES.fullmatch(_plain(cell)) else "<td>{}</td>"
        for cell in row
    )
    drawn = ((format_html(form, _inline(cell)),) for form, cell in zip(forms, row, strict=True))
    return format_html_join("", "{}", drawn)


def _plain(runs: Inline) -> str:
    return "".join(run.text for run in runs)


def _each(form: str, parts: tuple[Inline, ...]) -> SafeString:
    return format_html_join("", form, ((_inline(part),) for part in parts))


def _inline(runs: Inline) -> SafeString:
    return format_html_join("", "{}", ((_run(run),) for run in runs))


def _run(run: Run) -> SafeString:
    words = format_html("{}", run.text)
    if run.italic:
        words = format_html("<em>{}</em>", words)
    return format_html("<strong>{}</strong>", words) if run.bold else words
