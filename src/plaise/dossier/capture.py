"""What a capture shows, as read and as it will be used."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from pathlib import PurePosixPath

from pydantic import Field

from ._base import Value


class Result(StrEnum):
    """Eight answers, never confused: an outage is not a refusal, a slot is never hidden."""

    REFUSAL = "refusal"
    BLOCKED_FORM = "blocked_form"
    OUTAGE = "outage"
    CAPTCHA = "captcha"
    DEAD_LINK = "dead_link"
    SLOT_OFFERED = "slot_offered"
    OTHER_PAGE = "other_page"
    UNREADABLE = "unreadable"


class Source(StrEnum):
    """Where a finding comes from, the strongest last."""

    DEFAULT = "default"
    FILE_NAME = "file_name"
    METADATA = "metadata"
    INFERRED = "inferred"
    OCR = "ocr"
    PAGE = "page"
    PERSON = "person"


class Box(Value):
    """A place in the picture, in pixels of the original, origin at the top left."""

    x: int
    y: int
    width: int
    height: int


class Finding(Value):
    """One element found: what was seen, where, and how sure the reading is.

    `confidence` runs from 0 to 1 and orders doubts; it is not a probability. A finding is a guess
    until a person confirms it.
    """

    value: str
    seen: str = ""
    confidence: float = Field(ge=0, le=1)
    source: Source
    box: Box | None = None


class PrivateKind(StrEnum):
    """What a screen may show that nobody else needs to read."""

    TAB = "tab"
    NOTIFICATION = "notification"
    EMAIL = "email"
    PHONE = "phone"
    FOREIGNER_NUMBER = "foreigner_number"
    NAME = "name"


class Private(Value):
    """A place where something private seems to stand; never what it says.

    A guess, for a warning and for a proposal of black boxes: a person decides.
    """

    kind: PrivateKind
    box: Box


class NoteKind(StrEnum):
    """What is worth showing beside a capture; never a fault, and never held against anyone."""

    SOURCES = "sources"
    EDITED = "edited"
    REENCODED = "reencoded"
    RECEIVED = "received"
    RESIZED = "resized"
    OFFSET = "offset"


class Note(Value):
    """A remark on where a capture comes from; the words are in `plaise.reading.note_text`."""

    kind: NoteKind
    values: dict[str, str] = Field(default_factory=dict)


class Reading(Value):
    """Everything read in one picture; the contract of `plaise read --json`.

    `part` and `part_name` say which picture inside a PDF, document or archive (counted from 1),
    and are null for a file that is itself a picture. `zone` is an IANA name, `offset` what it is
    from UTC at that moment (« +02:00 »). `date_choices`: the days that a date with its day and
    month in an unknown order may mean, when nothing decides between them.
    """

    file: str
    part: int | None = None
    part_name: str | None = None
    sha256: str
    width: int = 0
    height: int = 0
    result: Result
    url: str | None = None
    host: str | None = None
    host_shown: str | None = None
    date: str | None = None
    date_partial: str | None = None
    date_inferred: str | None = None
    date_choices: tuple[str, ...] = ()
    time: str | None = None
    zone: str | None = None
    zone_source: Source | None = None
    offset: str | None = None
    wording: str | None = None
    motif: str | None = None
    missing: tuple[str, ...] = ()
    exercise: bool = False
    warnings: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    private: tuple[Private, ...] = ()
    findings: dict[str, Finding] = Field(default_factory=dict)
    seconds: float = 0.0

    @property
    def complete(self) -> bool:
        """Whether the picture shows all that the note asks for, and can be read."""
        return not self.missing and self.result is not Result.UNREADABLE


class Capture(Value):
    """A capture of the dossier: its original, what it shows, and whether it is used.

    `path` is relative to the dossier folder. `set_aside` is a plain French reason when the capture
    is not an exhibit (a duplicate, an unreadable file); it is kept in the folder all the same.
    `redacted`: what the exhibit must show black (`plaise.reading.redact` makes that copy from the
    original, which is kept for the judge: R. 611-8-7 CJA); caption and inventory must say so.
    """

    path: str
    sha256: str
    size: int
    reading: Reading
    set_aside: str = ""
    explanation: str = ""
    redacted: tuple[Box, ...] = ()

    @property
    def name(self) -> str:
        """The file's name alone."""
        return PurePosixPath(self.path).name

    @property
    def source(self) -> str:
        """What names it among exhibits: its path, and which picture of a file that holds many."""
        part = self.reading.part
        return self.path if part is None else f"{self.path}#{part}"

    @property
    def shown_on(self) -> date | None:
        """The day shown on the picture, or fixed by its weekday or metadata."""
        text = self.reading.date or self.reading.date_inferred
        return date.fromisoformat(text) if text else None

    @property
    def shown_at(self) -> time | None:
        """The time shown on the picture, as displayed."""
        return time.fromisoformat(self.reading.time) if self.reading.time else None

    @property
    def moment(self) -> datetime | None:
        """Day and time as displayed (naive: the zone stands in the reading)."""
        if self.shown_on is None:
            return None
        return datetime.combine(self.shown_on, self.shown_at or time(0, 0))

    @property
    def counts(self) -> bool:
        """Whether the capture proves a failed attempt: a refusal or a blocked form, in use."""
        return not self.set_aside and self.reading.result in {Result.REFUSAL, Result.BLOCKED_FORM}
