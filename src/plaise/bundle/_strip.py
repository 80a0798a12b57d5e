"""A PDF piece with a caption strip: its pages are made taller, nothing is drawn over them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import BinaryIO

import pikepdf

from ._font import NAME, caption_font, font_program, to_unicode
from ._layout import Line, number, place, stack, stack_height, text_block

_SIDE, _GAP = 24.0, 7.0
_PORTRAIT, _LANDSCAPE = 595.28, 841.89
_TURNS = (0, 90, 180, 270)
_ACTIVE = (
    "/OpenAction", "/AA", "/AcroForm", "/Perms", "/Names", "/Collection", "/Metadata", "/DSS",
    "/Extensions",
)  # fmt: skip
_BOXES = ("/BleedBox", "/TrimBox", "/ArtBox")

Box = tuple[float, float, float, float]


def write_with_strips(
    stream: BinaryIO,
    pdf: pikepdf.Pdf,
    caption: Callable[[int, int], tuple[Line, ...]],
    *,
    mark: str,
) -> None:
    """Write a PDF whose every page bears a caption below what it showed.

    Text stays text. Scripts, form fields (kept as they look) and actions are left out of this copy.

    Args:
        stream: where it goes.
        pdf: the piece, open; it is changed in memory only.
        caption: the lines for a page (its number, the number of pages).
        mark: words on every page, or nothing.
    """
    settle(pdf)
    font = _font(pdf)
    total = len(pdf.pages)
    for index, page in enumerate(pdf.pages, start=1):
        lines = (Line(mark, 9.0),) if mark else ()
        _extend(pdf, page, (*lines, *caption(index, total)), font)
    pdf.save(
        stream,
        deterministic_id=True,
        linearize=False,
        object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        encryption=False,
    )


def settle(pdf: pikepdf.Pdf) -> None:
    """Make a PDF still: fields become drawings, scripts and actions go, embedded files go.

    Its metadata go too: what they claim (PDF/A, PDF/UA) was true of the original, not of a copy
    whose pages were changed.
    """
    root = pdf.Root
    if "/AcroForm" in root:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")
    for key in _ACTIVE:
        if key == "/Names":
            for name in ("/JavaScript", "/EmbeddedFiles"):
                if "/Names" in root and name in root.Names:
                    del root.Names[name]
        elif key in root:
            del root[key]
    for page in pdf.pages:
        if "/AA" in page.obj:
            del page.obj["/AA"]
        _still_links(page)


def _still_links(page: pikepdf.Page) -> None:
    for annotation in page.obj.get("/Annots", pikepdf.Array()):
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        if "/AA" in annotation:
            del annotation["/AA"]
        action = annotation.get("/A")
        if action is not None and action.get("/S") not in {"/GoTo", "/URI"}:
            del annotation["/A"]


def _extend(
    pdf: pikepdf.Pdf, page: pikepdf.Page, caption: tuple[Line, ...], font: pikepdf.Object
) -> None:
    """Make room below what the page shows, clip the page to what it showed, draw the strip."""
    box = _shown(page)
    turn = int(page.obj.get("/Rotate", _inherited_turn(page))) % 360
    turn = turn if turn in _TURNS else 0
    across = (box[3] - box[1]) if turn in {90, 270} else (box[2] - box[0])
    along = (box[2] - box[0]) if turn in {90, 270} else (box[3] - box[1])
    nominal = _LANDSCAPE if across > along else _PORTRAIT
    scale = across / nominal
    lines = stack(caption, nominal - 2 * _SIDE)
    height = stack_height(lines) + 2 * _GAP
    strip = height * scale
    drawing = b"0.5 w 0.6 G 0 %s m %s %s l S\n%s" % (
        number(height),
        number(nominal),
        number(height),
        text_block(place(lines, _SIDE, height - _GAP), caption_font()),
    )
    name = page.add_resource(font, pikepdf.Name.Font, pikepdf.Name("/PlaiseLegende"))
    drawing = drawing.replace(b"/F0 ", str(name).encode() + b" ")
    head = b"/Artifact << /Type /Pagination >> BDC\nq %s cm\n%s\nQ\nEMC\nq %s re W n\n" % (
        _to_strip(box, turn, strip, scale),
        drawing,
        b" ".join(number(v) for v in (box[0], box[1], box[2] - box[0], box[3] - box[1])),
    )
    page.contents_add(pdf.make_stream(head), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ\n"))
    _set_boxes(page, _enlarged(box, turn, strip))


def _shown(page: pikepdf.Page) -> Box:
    media = _sorted(page.mediabox)
    crop = _sorted(page.cropbox)
    cut = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return cut if cut[2] > cut[0] and cut[3] > cut[1] else media


def _sorted(box: pikepdf.Array) -> Box:
    x0, y0, x1, y1 = (float(value) for value in box.as_list())
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inherited_turn(page: pikepdf.Page) -> int:
    node: pikepdf.Object | None = page.obj
    while node is not None:
        if "/Rotate" in node:
            return int(node["/Rotate"])
        node = node.get("/Parent")
    return 0


def _to_strip(box: Box, turn: int, strip: float, scale: float) -> bytes:
    """From the strip's own axes (as read, origin at its lower left) to the page's."""
    x0, y0, x1, y1 = box
    matrix = {
        0: (scale, 0, 0, scale, x0, y0 - strip),
        90: (0, scale, -scale, 0, x1 + strip, y0),
        180: (-scale, 0, 0, -scale, x1, y1 + strip),
        270: (0, -scale, scale, 0, x0 - strip, y1),
    }[turn]
    return b" ".join(number(value) for value in matrix)


def _enlarged(box: Box, turn: int, strip: float) -> Box:
    x0, y0, x1, y1 = box
    return {
        0: (x0, y0 - strip, x1, y1),
        90: (x0, y0, x1 + strip, y1),
        180: (x0, y0, x1, y1 + strip),
        270: (x0 - strip, y0, x1, y1),
    }[turn]


def _set_boxes(page: pikepdf.Page, box: Box) -> None:
    for key in _BOXES:
        if key in page.obj:
            del page.obj[key]
    values = [round(value, 3) for value in box]
    page.mediabox = pikepdf.Array(values)
    page.cropbox = pikepdf.Array(values)


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The caption font as objects of this PDF."""
    font = caption_font()
    program, _ = font_program()
    raw = zlib.decompress(program)
    file = pdf.make_stream(raw, Length1=len(raw))
    descriptor = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=pikepdf.Name(f"/{NAME}"),
            Flags=4,
            FontBBox=list(font.box),
            ItalicAngle=0,
            Ascent=font.ascent,
            Descent=font.descent,
            CapHeight=font.cap_height,
            StemV=84,
            FontFile2=file,
        )
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name(f"/{NAME}"),
        CIDToGIDMap=pikepdf.Name.Identity,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=descriptor,
        W=[0, list(font.widths)],
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name(f"/{NAME}"),
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(descendant)],
            ToUnicode=pdf.make_stream(zlib.decompress(to_unicode())),
        )
    )
