"""The e-mail to the préfecture as an `.eml` file that a mail program opens ready to send."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.policy import SMTP

from ._blocks import Document, plain_text
from ._brief import EXERCISE_MARK, Act, Brief
from ._context import context_of
from ._draft import draft
from ._source import clean
from ._typography import typeset

ATTACHMENT_NAME = "captures-d-ecran.pdf"
_ATTACHED = "Pièce jointe : plusieurs de mes captures d’écran (PDF)."


def courriel_subject(brief: Brief) -> str:
    """The subject line of the e-mail."""
    request = context_of(brief)["demande"]
    assert isinstance(request, dict)
    subject = f"Rendez-vous impossible à obtenir : {request['objet']}"
    if brief.dossier.exercise:
        subject = f"[{EXERCISE_MARK}] {subject}"
    return typeset(clean(subject))


def courriel_eml(
    brief: Brief, attachment: bytes | None, *, document: Document | None = None
) -> bytes:
    """The e-mail as a draft to open and send (`X-Unsent`), receipts requested.

    Args:
        brief: facts, captures, exhibit numbers and day.
        attachment: a captioned PDF of a few captures, if any; mind that base64 adds 37 %.
        document: the e-mail as the person edited it; drafted from the facts when not given.

    Raises:
        PlaiseError: as `draft`.
    """
    body = plain_text(document or draft(Act.COURRIEL, brief))
    if brief.dossier.exercise:
        body = f"{EXERCISE_MARK}\n\n{body}"
    if attachment is not None:
        body += f"\n{_ATTACHED}\n"
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = courriel_subject(brief)
    if brief.dossier.prefecture.email:
        message["To"] = clean(brief.dossier.prefecture.email)
    if sender := clean(brief.dossier.person.email):
        message["From"] = sender
        message["Disposition-Notification-To"] = sender
        message["Return-Receipt-To"] = sender
    message.set_content(body, charset="utf-8", cte="base64")
    if attachment is not None:
        message.add_attachment(
            attachment, maintype="application", subtype="pdf", filename=ATTACHMENT_NAME
        )
        digest = hashlib.sha256(body.encode() + attachment).hexdigest()
        message.set_boundary(f"plaise-{digest[:32]}")
    return message.as_bytes()
