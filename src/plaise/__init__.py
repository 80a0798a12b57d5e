"""Plaise: from the first refused click to a petition ready to file (art. L. 521-3 CJA)."""

__version__ = "0.1.0"
