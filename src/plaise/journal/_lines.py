"""Where the lines of a journal are kept: a file, or anything that can do as much."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class NumberTakenError(Exception):
    """Another writer has recorded something at that number."""


class JournalLines(Protocol):
    """The lines of one journal, oldest first; only ever added to."""

    @property
    def name(self) -> str:
        """How messages call the journal."""

    def read(self, start: int) -> Sequence[bytes]:
        """The lines from number `start` on, without their ends.

        Raises:
            OSError: they cannot be read.
        """

    def append(self, number: int, line: bytes) -> None:
        """Keep one more line; returns only once it is safe.

        Raises:
            NumberTakenError: somebody else has written that number; nothing was changed.
            OSError: the disk refused; the journal is as it was before.
        """

    def set_torn_apart(self) -> tuple[str, int] | None:
        """Take away a last line cut short by a crash, and keep it elsewhere (never delete it).

        Returns:
            Where it is kept and its length in bytes; nothing when no line was cut.
        """


class FileLines:
    """`journal.jsonl` on disk: append-only, synced, and whole after a power cut."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def read(self, start: int) -> Sequence[bytes]:
        """The whole lines of the file; a torn one is left out."""
        return split_torn(self._content())[0][start:]

    def append(self, number: int, line: bytes) -> None:
        """Write and sync one line; `number` is not looked at, a folder has one writer (its lock).

        Raises:
            OSError: the disk refused; the file is as it was before.
        """
        del number
        with self.path.open("ab") as file:
            start = file.tell()
            try:
                file.write(line + b"\n")
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), start)
                raise

    def set_torn_apart(self) -> tuple[str, int] | None:
        """Move a cut last line to `journal.coupe-N`, beside the journal."""
        torn = split_torn(self._content())[1]
        if not torn:
            return None
        number = 1
        while (kept := self.path.with_name(f"journal.coupe-{number}")).exists():
            number += 1
        kept.write_bytes(torn)
        with self.path.open("r+b") as file:
            file.truncate(self.path.stat().st_size - len(torn))
            os.fsync(file.fileno())
        return kept.name, len(torn)

    def _content(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""


def split_torn(content: bytes) -> tuple[list[bytes], bytes]:
    """The whole lines of a file, and what follows the last of them."""
    whole, _, torn = content.rpartition(b"\n")
    return whole.split(b"\n") if whole else [], torn
