"""Text as the rules see it: no accent, no capital, straight apostrophes, single spaces."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-"})


class Folded:
    """A folded text that remembers where each letter came from, so that exact words can be shown.

    Attributes:
        text: the folded text.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        letters: list[str] = []
        places: list[int] = []
        for index, char in enumerate(original.translate(_SAME)):
            for letter in unicodedata.normalize("NFKD", char).casefold():
                space = letter.isspace()
                if unicodedata.combining(letter) or (space and letters[-1:] == [" "]):
                    continue
                letters.append(" " if space else letter)
                places.append(index)
        places.append(len(original))
        self.text = "".join(letters)
        self._places = places

    def exact(self, start: int, end: int) -> str:
        """The words of the original between two places of the folded text, on one line."""
        last = self._places[end - 1] + 1 if end > start else self._places[start]
        return " ".join(self.original[self._places[start] : last].split())

    def place(self, at: int) -> int:
        """Where a place of the folded text stands in the original."""
        return self._places[at]
