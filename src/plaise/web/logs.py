"""Logs that a maintainer can use and that tell nothing of a person."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType


class SoberFormatter(logging.Formatter):
    """Level, logger and where in our code; never the message of an error, nor an address.

    Messages of errors quote what they stumble on: a file name, a value, a text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One entry."""
        text = f"{record.levelname} {record.name}"
        if record.exc_info:
            return f"{text}\n{self.formatException(record.exc_info)}"
        return f"{text} {_template(record)}"

    def formatException(  # noqa: N802 (logging's name)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """The kind of error and the lines of code that led to it."""
        if ei[0] is None:
            return ""
        frames = traceback.extract_tb(ei[2])
        where = "\n".join(f"  {f.filename}:{f.lineno} {f.name}" for f in frames)
        return f"{where}\n  {ei[0].__name__}"


def _template(record: logging.LogRecord) -> str:
    """The message before its values are put in."""
    return str(record.msg).splitlines()[0][:200] if record.args else "(…)"
