"""What a capture shows: address, date, time and wording, read in a limited child process."""

from ._duplicates import find_duplicates
from ._engine import Engine, Line
from ._pool import Document, Reader, read_file, read_many
from .errors import ReadingError

READER = "lecture-1"
"""The version of the rules: a reading made by another version is to be made again."""

__all__ = [
    "READER",
    "Document",
    "Engine",
    "Line",
    "Reader",
    "ReadingError",
    "find_duplicates",
    "read_file",
    "read_many",
]
