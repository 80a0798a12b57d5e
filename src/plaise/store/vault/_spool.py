"""What is too long for memory and not to be kept: put aside, sealed under a key of this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID, uuid4
from weakref import finalize

from plaise.store.keys import Binding, KeyPair, open_stream, seal_stream

from ._places import spools_root

_NOBODY = UUID(int=0)


class Spool:
    """Bytes on the disk that nobody reads without this object, and that leave with it.

    Its key is nowhere else: after a crash what stays is noise, removed by `clean_up`.

    Attributes:
        size: of the content, in bytes.
    """

    def __init__(self, chunks: Iterable[bytes], *, limit: int) -> None:
        """Seal the content while it comes.

        Raises:
            TooLargeError: it is longer than `limit`; nothing is left.
            OSError: the disk refused; nothing is left.
        """
        self._pair = KeyPair.new()
        name = uuid4()
        self._binding = Binding(_NOBODY, "spool", str(name))
        self._path = spools_root() / str(name)
        self._path.parent.mkdir(mode=0o700, exist_ok=True)
        finalize(self, _forget, self._path)
        with self._path.open("xb") as file:
            self.size = seal_stream(chunks, self._pair.public, 1, self._binding, file, limit=limit)

    def read(self) -> Iterator[bytes]:
        """The content again, chunk by chunk.

        Raises:
            DamagedError: it was altered or cut short.
            OSError: it cannot be read.
        """
        with self._path.open("rb") as file:
            yield from open_stream(file, (self._pair.private,), self._binding)


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)
