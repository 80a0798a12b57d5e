"""What a person said that a message is; the journal keeps what had been guessed beside it."""

from __future__ import annotations

from plaise.followup.mail import MailKind
from plaise.store import Storage

from ._intake import open_journal

SAID = "mail_said"


def say_mail(storage: Storage, path: str, kind: str, *, guessed: str) -> None:
    """Record what a kept message is.

    Args:
        storage: the dossier.
        path: of the message in the dossier (`pieces/…`).
        kind: a `MailKind`, or nothing when it is only known to be a message.
        guessed: what Plaise had guessed.

    Raises:
        ValueError: no such kind.
        JournalError: the chain does not hold.
    """
    if kind:
        MailKind(kind)
    facts = storage.facts_text()
    with storage.locked():
        journal = open_journal(storage, storage.facts(), facts)
        told = {"path": path, "kind": kind, "guessed": guessed}
        if told not in [entry.data for entry in journal.of_kind(SAID)[-1:]]:
            journal.append(SAID, told)


def mail_said(storage: Storage, path: str) -> str | None:
    """The last word on a message: its kind, "" when none was said, None when it is not one."""
    told = [entry.data for entry in storage.journal().of_kind(SAID) if entry.data["path"] == path]
    return str(told[-1]["kind"]) if told else None
