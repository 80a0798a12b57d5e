"""Any file that came back, read by what it holds rather than by its name."""

from __future__ import annotations

import re

from ._eml import read_eml
from ._message import Mail, MailError
from ._msg import is_msg, read_msg
from ._pdf import is_pdf, read_pdf

_MAX_BYTES = 60_000_000
_HEADER = re.compile(rb"^(?:From |[!-9;-~]+:)", re.MULTILINE)


def read_mail(content: bytes, name: str = "message") -> Mail:
    """Read a message: `.eml`, Outlook `.msg` or PDF.

    Args:
        content: the whole file. It is never altered: keep the original as a piece.
        name: its name, for a PDF's subject and in messages.

    Raises:
        MailError: the file is none of these, damaged, or too big.
    """
    if len(content) > _MAX_BYTES:
        raise MailError(
            f"« {name} » est trop gros pour être lu comme un message.",
            to_do="Gardez-le comme pièce, et notez vous-même les dates qu’il donne.",
        )
    if is_msg(content):
        return read_msg(content)
    if is_pdf(content):
        return read_pdf(content, name)
    if not _HEADER.search(content[:4096]) or b"\x00" in content[:4096]:
        raise MailError(
            f"« {name} » n’est pas un message (.eml, .msg) ni un PDF.",
            to_do=(
                "Dans votre messagerie, choisissez « Enregistrer sous », puis donnez ce fichier."
            ),
        )
    return read_eml(content)
