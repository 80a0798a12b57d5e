"""The text of a PDF (a court's order, a convocation), read in a limited child process.

pypdfium2 rather than pdfminer.six: PDFium is what browsers read PDFs with, it is quicker and more
tolerant; being native code, it never sees a received file in our own process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from plaise.law import say

from ._message import Attachment, Kind, Mail, MailError

# Of the clock: for where the system cannot limit the processor time, as the child asks it to.
_TIMEOUT = 60 if sys.platform == "win32" else 600


def is_pdf(content: bytes) -> bool:
    """Whether the file begins as a PDF does."""
    return content[:1024].lstrip().startswith(b"%PDF-")


def pdf_text(content: bytes) -> tuple[str, int]:
    """The text of a PDF and its number of pages; "" for a scan.

    Raises:
        MailError: the file is damaged, protected, or takes too long.
    """
    # By its path: importing the package would take longer than reading the file.
    command = [sys.executable, "-I", str(Path(__file__).with_name("_pdf_child.py"))]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, the file on standard input)
            command, input=content, capture_output=True, timeout=_TIMEOUT, check=True
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise MailError(
            "Ce PDF ne peut pas être lu : il est abîmé ou protégé par un mot de passe.",
            to_do="Gardez-le comme pièce, et notez vous-même les dates qu’il donne.",
        ) from error
    text = str(answer["text"]).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip(), int(answer["pages"])


def read_pdf(content: bytes, name: str) -> Mail:
    """A PDF as a message: only its text is known.

    Raises:
        MailError: the file cannot be read.
    """
    text, _ = pdf_text(content)
    return Mail(
        kind=Kind.PDF,
        subject=name,
        text=text,
        attachments=(Attachment(path=name, media_type="application/pdf", content=content),),
        warnings=() if text else (say("scanned_pdf"),),
    )
