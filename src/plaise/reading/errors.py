"""What can stop a reading altogether."""

from __future__ import annotations

from plaise.dossier import PlaiseError


class ReadingError(PlaiseError):
    """No picture can be read at all (for instance, the OCR engine is missing)."""
