"""The exhibits of a dossier: how they are numbered now, and what the person decides of them."""

from ._exhibits import Changes, check_pieces, decide_exhibits, numbered

__all__ = ["Changes", "check_pieces", "decide_exhibits", "numbered"]
