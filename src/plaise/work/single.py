"""One act on its own, from the dossier as it stands: nothing is packed, nothing is journalled."""

from __future__ import annotations

from datetime import date

from plaise.bundle import plan
from plaise.drafting import (
    EMAILS,
    Act,
    Brief,
    Details,
    courriel_eml,
    courriel_subject,
    draft,
    plain_text,
    to_docx,
    to_pdf,
)
from plaise.store import Storage

from ._choices import exhibit_decisions
from ._originals import originals_of
from ._plan import look
from ._progress import Progress


def brief_of(storage: Storage, *, today: date, progress: Progress | None = None) -> Brief:
    """What any act of a dossier is drafted from, read again where something is new.

    Raises:
        PlaiseError: the facts or an original cannot be used.
    """
    dossier, captures = look(storage, progress)
    exhibits = plan(
        dossier,
        captures,
        originals_of(storage),
        decisions=exhibit_decisions(storage.journal()),
    )
    return Brief(dossier=dossier, captures=captures, plan=exhibits, today=dossier.acts_on or today)


def draft_one(
    brief: Brief, act: Act, *, details: Details | None = None
) -> tuple[tuple[str, bytes], ...]:
    """The files of one act: PDF and Word, and for an e-mail the message and its text.

    Raises:
        ActError: the act would be wrong or incomplete; every fault is listed.
    """
    document = draft(act, brief, details)
    files = [
        (f"{act.value}.pdf", to_pdf(document, made_on=brief.today)),
        (f"{act.value}.docx", to_docx(document, made_on=brief.today)),
    ]
    if act in EMAILS:
        words = f"{courriel_subject(brief, act)}\n\n{plain_text(document)}"
        files += [
            (f"{act.value}.eml", courriel_eml(brief, None, act, details)),
            (f"{act.value}.txt", words.encode()),
        ]
    return tuple(files)
