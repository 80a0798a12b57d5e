"""What is said with our style sheet and scripts (apart, since the settings need it early)."""

from __future__ import annotations


def add_headers(headers: dict[str, str], path: str, url: str) -> None:
    """The mark of the content in the address makes it safe to keep them long."""
    del path, url
    headers["Cache-Control"] = "max-age=31536000, public, immutable"
