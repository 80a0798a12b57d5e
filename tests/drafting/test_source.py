"""Sources of acts: the convention, and values that can never become markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from plaise import drafting
from plaise.drafting import Heading, ListBlock, PageBreak, Paragraph, Quote, Style, Table
from plaise.drafting._blocks import Document, lines
from plaise.drafting._source import blocks_of_text

HOSTILE = [
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "# titre",
    "**gras** _italique_ `code`",
    "a | b | c",
    "<script>alert(1)</script>",
    "$x^2$ #set page(width: 1pt) \\u{41}",
    "::: titre",
    "- liste\n\n1. deux\n> citation",
    "[lien](https://exemple.test)",
    "\ue000" + "0\ue001",
    "&lt;&amp;",
    "\\* \\",
]


def test_a_source_becomes_blocks() -> None:
    blocks = blocks_of_text(
        "::: adresse\nUn\nDeux\n:::\n\n# Faits\n\nDu *texte*\nsuivi.\n\n> Citation\n\n"
        "3. trois\n4. quatre\n\n::: tableau 1 2\n"
        "| A | B |\n|---|---|\n| {{ x }} | b |\n:::\n\n---\n",
        {"x": "v"},
    )
    address, second, heading, paragraph, quote, numbered, table, pause = blocks
    assert isinstance(address, Paragraph)
    assert isinstance(second, Paragraph)
    assert (address.style, second.style) == (Style.ADDRESS, Style.ADDRESS)
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    assert [run.italic for run in paragraph.runs] == [False, True, False]
    assert isinstance(quote, Quote)
    assert isinstance(numbered, ListBlock)
    assert (numbered.ordered, numbered.start, len(numbered.items)) == (True, 3, 2)
    assert isinstance(table, Table)
    assert (table.widths, len(table.rows)) == ((1.0, 2.0), 1)
    assert isinstance(pause, PageBreak)


def _shape_and_words(value: str) -> tuple[list[object], str]:
    source = (
        "# {{ v }}\n\nAvant {{ v }} après\n\n- {{ v }}\n\n| a | b |\n|---|---|\n| {{ v }} | z |\n"
    )
    blocks = blocks_of_text(source, {"v": value})
    shape: list[object] = [type(block).__name__ for block in blocks]
    for block in blocks:
        if isinstance(block, Table):
            shape.append(tuple(len(row) for row in block.rows))
        if isinstance(block, Paragraph):
            shape.append(any(run.bold or run.italic for run in block.runs))
    return shape, "\n".join(lines(Document("t", blocks)))


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_come_out_as_text(value: str) -> None:
    plain, _ = _shape_and_words("simple")
    shape, words = _shape_and_words(value)
    assert shape == plain
    for mark in "{}<>#*$|[]_`":
        assert words.count(mark) == 4 * value.count(mark)


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip().isprintable()))
def test_no_value_changes_the_shape_of_an_act(value: str) -> None:
    plain, _ = _shape_and_words("simple")
    shape, words = _shape_and_words(f"x{value}")
    assert shape == plain
    assert "\ue000" not in words


def test_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TemplateError):
        blocks_of_text("{{ inconnu }}", {})
    with pytest.raises(TemplateError):
        blocks_of_text("{{ personne.inconnu }}", {"personne": {}})


def test_a_source_cannot_reach_python() -> None:
    with pytest.raises(SecurityError):
        blocks_of_text("{{ ''.__class__.__mro__ }}", {})


def test_sources_use_no_macro_whose_output_would_be_a_value() -> None:
    folder = Path(drafting.__file__).parent / "actes"
    sources = sorted(folder.glob("*.md.j2"))
    assert {path.name.removesuffix(".md.j2") for path in sources} == {a.value for a in drafting.Act}
    for path in sources:
        assert "{% macro" not in path.read_text(encoding="utf-8")
        assert "endset" not in path.read_text(encoding="utf-8")
