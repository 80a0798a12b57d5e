"""The e-mail to the préfecture as an `.eml` file that a mail program opens ready to send."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote, urlencode

from plaise.dossier import Door, typeset

from ._blocks import Document, plain_text
from ._brief import EXERCISE_MARK, Act, Brief
from ._context import context_of
from ._details import Details
from ._draft import draft
from ._source import clean

ATTACHMENT_NAME = "captures-d-ecran.pdf"
EMAILS = frozenset(
    {
        Act.COURRIEL,
        Act.RELANCE,
        Act.DATE_PLUS_PROCHE,
        Act.COURRIEL_EXECUTION,
        Act.NOUVEAU_RENDEZ_VOUS,
    }
)
_SUBJECTS = {
    Act.RELANCE: "Relance, toujours sans date",
    Act.DATE_PLUS_PROCHE: "Demande d’une date plus proche",
    Act.NOUVEAU_RENDEZ_VOUS: "Demande d’un nouveau rendez-vous",
    Act.COURRIEL_EXECUTION: "Ordonnance du juge des référés à exécuter",
}
_ATTACHED = "Pièce jointe : plusieurs de mes captures d’écran (PDF)."


def courriel_subject(brief: Brief, act: Act = Act.COURRIEL) -> str:
    """The subject line of an e-mail."""
    request = context_of(brief)["demande"]
    assert isinstance(request, dict)
    anef = brief.dossier.request.door is Door.ANEF
    first = "Téléservice inutilisable" if anef else "Rendez-vous impossible à obtenir"
    words = _SUBJECTS.get(act, first)
    subject = f"{words} : {request['objet']}"
    if brief.dossier.exercise:
        subject = f"[{EXERCISE_MARK}] {subject}"
    return typeset(clean(subject))


def courriel_eml(
    brief: Brief,
    attachment: bytes | None,
    act: Act = Act.COURRIEL,
    details: Details | None = None,
    *,
    document: Document | None = None,
) -> bytes:
    """An e-mail to the préfecture as a draft to open and send (`X-Unsent`), receipts requested.

    Args:
        brief: facts, captures, exhibit numbers and day.
        attachment: a captioned PDF of a few captures, if any; mind that base64 adds 37 %.
        act: which e-mail (one of `EMAILS`).
        details: what only this e-mail needs.
        document: the e-mail as the person edited it; drafted from the facts when not given.

    Raises:
        ActError: as `draft`.
    """
    body = plain_text(document or draft(act, brief, details))
    if brief.dossier.exercise:
        body = f"{EXERCISE_MARK}\n\n{body}"
    if attachment is not None:
        body += f"\n{_ATTACHED}\n"
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = courriel_subject(brief, act)
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


def courriel_mailto(
    brief: Brief, act: Act = Act.COURRIEL, *, document: Document | None = None
) -> str:
    """The same e-mail as a `mailto:` address (RFC 6068), which opens it in any mail program.

    Nothing can be attached that way: the person attaches the captures.

    Args:
        brief: facts, captures, exhibit numbers and day.
        act: which e-mail (one of `EMAILS`).
        document: the e-mail as the person edited it; drafted from the facts when not given.

    Raises:
        ActError: as `draft`.
    """
    body = plain_text(document or draft(act, brief))
    fields = {"subject": courriel_subject(brief, act), "body": body.replace("\n", "\r\n")}
    address = quote(clean(brief.dossier.prefecture.email), safe="@")
    return f"mailto:{address}?{urlencode(fields, quote_via=quote)}"
