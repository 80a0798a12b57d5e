"""An act that the person edited in Word, read back into the block tree."""

from ._faults import text_faults
from ._package import WordError
from ._reader import Returned, import_docx

__all__ = ["Returned", "WordError", "import_docx", "text_faults"]
