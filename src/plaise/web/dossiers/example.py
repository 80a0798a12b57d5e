"""The invented dossier that comes with Plaise."""

from __future__ import annotations

from pathlib import Path

import plaise


def example_folder() -> Path | None:
    """Where it stands: in the installed package, or beside the sources; None when left out."""
    package = Path(plaise.__file__).parent
    for place in (package / "web" / "exemple", package.parents[1] / "examples" / "dossier-exemple"):
        if (place / "dossier.toml").is_file():
            return place
    return None
