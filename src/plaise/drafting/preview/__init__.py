"""The acts of three invented persons, for whoever edits a source: `plaise act preview`.

The persons are the numbered `.toml` files beside this one: change them, or add a fourth.
`precisions.toml` holds what some acts ask for besides the facts.
"""

from ._write import Seen, preview_briefs, write_preview

__all__ = ["Seen", "preview_briefs", "write_preview"]
