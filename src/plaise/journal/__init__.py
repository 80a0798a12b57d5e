"""Append-only hash chain of everything that happened, which anyone can verify."""

from ._chain import GENESIS, Entry, Fault, canonical, check, seal
from ._journal import Journal, JournalError, seal_now, verify_journal, verify_lines
from ._lines import FileLines, JournalLines, NumberTakenError, split_torn

__all__ = [
    "GENESIS",
    "Entry",
    "Fault",
    "FileLines",
    "Journal",
    "JournalError",
    "JournalLines",
    "NumberTakenError",
    "canonical",
    "check",
    "seal",
    "seal_now",
    "split_torn",
    "verify_journal",
    "verify_lines",
]
