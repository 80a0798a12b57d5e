"""A tagged PDF (PDF/A-2a and PDF/UA-1) of captioned pictures, one per page, written as it goes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape

from ._font import NAME, caption_font, colour_profile, font_program, to_unicode
from ._layout import Line, Page, frame, image_matrix, lay_out, lay_out_sheet, number, text_block
from ._pictures import Picture
from ._writer import PdfWriter
from ._xmp import xmp_packet

LANG = "fr-FR"


@dataclass(frozen=True, slots=True)
class Figure:
    """One page to make: a picture, what it shows in words, its caption and its bookmark.

    `bookmark` is plain ASCII without points or slashes, as the registry's application advises.
    """

    picture: Picture
    alt: str
    caption: tuple[Line, ...]
    bookmark: str


class CaptionedPdf:
    """Writes figures page after page; `close` ends the file.

    Args:
        stream: where the file goes.
        title: the title of the document.
        mark: words on every page, or nothing.
        seed: what identifies the content; the same content gives the same bytes.
    """

    def __init__(self, stream: BinaryIO, *, title: str, mark: str, seed: str) -> None:
        self._pdf = PdfWriter(stream, seed)
        self._title = title
        self._mark = mark
        self._root = self._pdf.reserve()
        self._pages = self._pdf.reserve()
        self._tree = self._pdf.reserve()
        self._document = self._pdf.reserve()
        self._font = write_font(self._pdf)
        self._page_numbers: list[int] = []
        self._elements: list[tuple[int, ...]] = []
        self._bookmarks: list[str] = []
        self._profiles: dict[bytes, int] = {}

    def add(self, figure: Figure) -> None:
        """Write one page."""
        self._put(lay_out(figure.picture, figure.caption, self._mark), (figure,), figure.bookmark)

    def add_sheet(self, figures: Sequence[Figure], bookmark: str) -> None:
        """Write one page of many small pictures, at most `SHEET`."""
        page = lay_out_sheet([(one.picture, one.caption) for one in figures], self._mark)
        self._put(page, figures, bookmark)

    def _put(self, page: Page, figures: Sequence[Figure], bookmark: str) -> None:
        images = [self._image(one.picture) for one in figures]
        content = zlib.compress(_content(page, [one.picture.orientation for one in figures]), 6)
        drawing = self._pdf.add_stream(b"/Filter /FlateDecode", (content,))
        index = len(self._page_numbers)
        drawn = b" ".join(b"/Im%d %d 0 R" % (place, one) for place, one in enumerate(images))
        at = self._pdf.add(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R "
            b"/Resources << /Font << /F0 %d 0 R >> /XObject << %s >> >> "
            b"/StructParents %d /Tabs /S >>"
            % (
                self._pages,
                number(page.width),
                number(page.height),
                drawing,
                self._font,
                drawn,
                index,
            )
        )
        self._page_numbers.append(at)
        self._elements.append(self._tag(page, [one.alt for one in figures], at))
        self._bookmarks.append(bookmark)

    def _image(self, picture: Picture) -> int:
        """Write a picture in its own colours: those of its profile when it has one."""
        dictionary = picture.dictionary
        if picture.profile:
            for space, components in ((b"/DeviceRGB", 3), (b"/DeviceGray", 1)):
                if space in dictionary:
                    profile = self._profile(picture.profile, components)
                    named = b"[/ICCBased %d 0 R]" % profile
                    dictionary = dictionary.replace(space, named)
        return self._pdf.add_stream(b"/Type /XObject /Subtype /Image " + dictionary, picture.data)

    def _profile(self, profile: bytes, components: int) -> int:
        known = self._profiles.get(profile)
        if known is None:
            head = b"/N %d /Filter /FlateDecode" % components
            known = self._profiles[profile] = self._pdf.add_stream(head, (profile,))
        return known

    def close(self) -> None:
        """Write what holds the pages together."""
        pdf = self._pdf
        pages = references(self._page_numbers)
        pdf.put(
            self._pages,
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (pages, len(self._page_numbers)),
        )
        self._close_tree()
        outline = write_outline(pdf, self._bookmarks, self._page_numbers)
        profile = pdf.add_stream(b"/N 3 /Filter /FlateDecode", (colour_profile(),))
        metadata = pdf.add_stream(
            b"/Type /Metadata /Subtype /XML", (xmp_packet(escape(self._title)),)
        )
        pdf.put(
            self._root,
            b"<< /Type /Catalog /Version /1.7 /Pages %d 0 R /Lang (%s) /Metadata %d 0 R "
            b"/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R /Outlines %d 0 R "
            b"/PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> "
            b"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
            b"/OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R >>] >>"
            % (self._pages, LANG.encode(), metadata, self._tree, outline, profile),
        )
        info = pdf.add(b"<< /Title %s /Producer (Plaise) >>" % text_string(self._title))
        pdf.close(self._root, info)

    def _tag(self, page: Page, alts: Sequence[str], at: int) -> tuple[int, ...]:
        """The structure of a page: the mark, each figure with its words, its caption."""
        roles = [b"/P"] * (page.mark is not None)
        for shown, alt in zip(page.shown, alts, strict=True):
            x, y, wide, high = shown.box
            box = b" ".join(number(v) for v in (x, y, x + wide, y + high))
            roles += [
                b"/Figure /Alt %s /A << /O /Layout /Placement /Block /BBox [%s] >>"
                % (text_string(alt), box),
                b"/P",
            ]
        return tuple(
            self._pdf.add(
                b"<< /Type /StructElem /P %d 0 R /Pg %d 0 R /K %d /S %s >>"
                % (self._document, at, mcid, role)
            )
            for mcid, role in enumerate(roles)
        )

    def _close_tree(self) -> None:
        pdf = self._pdf
        every = references([element for page in self._elements for element in page])
        pdf.put(
            self._document,
            b"<< /Type /StructElem /S /Document /P %d 0 R /K [%s] >>" % (self._tree, every),
        )
        parents = b" ".join(
            b"%d [%s]" % (index, references(page)) for index, page in enumerate(self._elements)
        )
        parent_tree = pdf.add(b"<< /Nums [%s] >>" % parents)
        pdf.put(
            self._tree,
            b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (self._document, parent_tree, len(self._elements)),
        )


def _content(page: Page, orientations: Sequence[int]) -> bytes:
    font = caption_font()
    parts: list[bytes] = []
    mcid = 0
    if page.mark is not None:
        parts.append(b"/P << /MCID 0 >> BDC\n%s\nEMC" % text_block((page.mark,), font))
        mcid = 1
    for place, (shown, turn) in enumerate(zip(page.shown, orientations, strict=True)):
        parts += [
            b"/Artifact BMC\nq %s Q\nEMC" % frame(shown.box),
            b"/Figure << /MCID %d >> BDC\nq %s cm /Im%d Do Q\nEMC"
            % (mcid, image_matrix(turn, shown.box), place),
            b"/P << /MCID %d >> BDC\n%s\nEMC" % (mcid + 1, text_block(shown.lines, font)),
        ]
        mcid += 2
    return b"\n".join(parts)


def write_font(pdf: PdfWriter) -> int:
    """Write the caption font, embedded and searchable, and return its number."""
    font = caption_font()
    program, length = font_program()
    file = pdf.add_stream(b"/Filter /FlateDecode /Length1 %d" % length, (program,))
    unicode_map = pdf.add_stream(b"/Filter /FlateDecode", (to_unicode(),))
    descriptor = pdf.add(
        b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 "
        b"/Ascent %d /Descent %d /CapHeight %d /StemV 84 /FontFile2 %d 0 R >>"
        % (NAME.encode(), *font.box, font.ascent, font.descent, font.cap_height, file)
    )
    widths = b" ".join(b"%d" % width for width in font.widths)
    descendant = pdf.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor %d 0 R /W [0 [%s]] >>" % (NAME.encode(), descriptor, widths)
    )
    return pdf.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
        b"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (NAME.encode(), descendant, unicode_map)
    )


def write_outline(pdf: PdfWriter, titles: Sequence[str], pages: Sequence[int]) -> int:
    """Write one bookmark per page and return the number of their root."""
    root = pdf.reserve()
    items = [pdf.reserve() for _ in titles]
    for index, (title, page) in enumerate(zip(titles, pages, strict=True)):
        before = b" /Prev %d 0 R" % items[index - 1] if index else b""
        after = b" /Next %d 0 R" % items[index + 1] if index + 1 < len(items) else b""
        pdf.put(
            items[index],
            b"<< /Title (%s) /Parent %d 0 R /Dest [%d 0 R /Fit]%s%s >>"
            % (title.encode("ascii"), root, page, before, after),
        )
    pdf.put(
        root,
        b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (items[0], items[-1], len(items)),
    )
    return root


def references(numbers: Sequence[int]) -> bytes:
    """Object numbers as references."""
    return b" ".join(b"%d 0 R" % one for one in numbers)


def text_string(text: str) -> bytes:
    """Text as PDF writes it outside pages."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
