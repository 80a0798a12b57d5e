"""Word and ODT files written part by part: each feature and each malice in plain sight."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
O = (  # noqa: E741
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_LINK = (
    '<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" '
    'Id="{0}" Type="x" Target="{1}"{2}/>'
)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(body: str, *, head: str = "", **parts: bytes | str) -> bytes:
    """A Word file; `parts` are `word/…` with `__` for a dot and `_1_` for a slash."""
    named = {name.replace("_1_", "/").replace("__", "."): one for name, one in parts.items()}
    document = f"<?xml version='1.0'?>{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped({"word/document.xml": document, **{f"word/{n}": one for n, one in named.items()}})


def links(*targets: tuple[str, str, str]) -> str:
    """Relations: id, target, and « External » or nothing."""
    every = "".join(
        _LINK.format(name, target, f' TargetMode="{mode}"' if mode else "")
        for name, target, mode in targets
    )
    return f"<Relationships>{every}</Relationships>"


def p(words: str, look: str = "", properties: str = "") -> str:
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def odt(body: str, styles: str = "", automatic: str = "", **parts: bytes | str) -> bytes:
    content = (
        f"<office:document-content {O}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    sheet = f"<office:document-styles {O}>{styles}</office:document-styles>"
    named = {name.replace("_1_", "/").replace("__", "."): one for name, one in parts.items()}
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": sheet,
            **named,
        }
    )
