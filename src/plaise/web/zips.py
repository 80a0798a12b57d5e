"""Zips written while they are sent: one file at a time in memory, nothing on the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1 << 20


def entry(path: str, *, deflated: bool = False, comment: str = "") -> zipfile.ZipInfo:
    """A file of a zip to come, without a date of ours."""
    made = zipfile.ZipInfo(path, _DOS_EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    made.comment = comment.encode()
    return made


def zipped(files: Iterable[tuple[zipfile.ZipInfo, bytes]]) -> Iterator[bytes]:
    """A zip, in blocks of a megabyte at most; it is whole only once the last was taken."""
    window = _Window()
    with zipfile.ZipFile(window, "w") as archive:
        for info, content in files:
            archive.writestr(info, content)
            yield from _blocks(window.taken())
    yield from _blocks(window.taken())


class _Window(io.BytesIO):
    """What was written since it was last taken away; places count from the start of the zip.

    One entry is there whole, so that its sizes stand before it: programs that read a zip as it
    comes do not all take them after.
    """

    def __init__(self) -> None:
        super().__init__()
        self._gone = 0

    def tell(self) -> int:
        return self._gone + super().tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._gone + super().seek(offset - self._gone, whence)

    def taken(self) -> bytes:
        """What was written, which is then forgotten."""
        content = self.getvalue()
        self._gone += len(content)
        super().seek(0)
        self.truncate()
        return content


def _blocks(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _BLOCK):
        yield content[start : start + _BLOCK]
