"""A small streaming PDF writer: objects go straight to the file, memory stays flat."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import BinaryIO

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_UNWRITTEN = -1


class PdfWriter:
    """Writes numbered objects to a stream and closes with their table.

    Args:
        stream: where the file goes, at its beginning.
        seed: what identifies the file; the same seed gives the same identifier.
    """

    def __init__(self, stream: BinaryIO, seed: str) -> None:
        self._stream = stream
        self._at = 0
        self._offsets = [_UNWRITTEN]
        self._seed = seed
        self._write(_HEADER)

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._at

    def reserve(self) -> int:
        """A number for an object to be written later."""
        self._offsets.append(_UNWRITTEN)
        return len(self._offsets) - 1

    def put(self, number: int, body: bytes) -> None:
        """Write the object of a reserved number."""
        self._begin(number)
        self._write(b"%s\nendobj\n" % body)

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, dictionary: bytes, parts: Iterable[bytes | memoryview]) -> int:
        """Write a stream object from bytes already encoded and return its number."""
        chunks = tuple(parts)
        number = self.reserve()
        self._begin(number)
        length = sum(len(chunk) for chunk in chunks)
        self._write(b"<< %s /Length %d >>\nstream\n" % (dictionary, length))
        for chunk in chunks:
            self._write(chunk)
        self._write(b"\nendstream\nendobj\n")
        return number

    def close(self, root: int, info: int) -> None:
        """Write the table of objects and the end of the file.

        Raises:
            ValueError: a reserved object was never written.
        """
        if _UNWRITTEN in self._offsets[1:]:
            raise ValueError("an object was reserved and never written")
        start = self._at
        count = len(self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        self._write(b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[1:]))
        name = hashlib.sha256(self._seed.encode()).hexdigest()[:32].encode()
        self._write(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>\n"
            b"startxref\n%d\n%%%%EOF\n" % (count, root, info, name, name, start)
        )

    def _begin(self, number: int) -> None:
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n" % number)

    def _write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self._at += len(data)
