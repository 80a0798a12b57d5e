"""Append-only hash chain of everything that happened, which anyone can verify."""

from ._chain import GENESIS, Entry, Fault, canonical, check, seal
from ._file import Journal, JournalError, verify_journal

__all__ = [
    "GENESIS",
    "Entry",
    "Fault",
    "Journal",
    "JournalError",
    "canonical",
    "check",
    "seal",
    "verify_journal",
]
