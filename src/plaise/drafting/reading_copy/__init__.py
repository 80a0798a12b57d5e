"""The reading copy: an act beside what it means in the person's language, never to be filed."""

from ._copy import Explained, explain, to_reading_copy
from ._meanings import Language, languages

__all__ = ["Explained", "Language", "explain", "languages", "to_reading_copy"]
