"""The chain itself: entries, their canonical form, and how anyone can check it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, chained to the one before by its hash.

    Attributes:
        number: place in the journal, from 0.
        at: UTC instant, ISO 8601 to the second, of the machine that wrote it.
        kind: what happened (`created`, `capture_added`, `read`…).
        data: the facts of it, plain JSON.
        previous: hash of the entry before, sixty-four zeros for the first.
        hash: SHA-256 of the canonical form of all the rest.
    """

    number: int
    at: str
    kind: str
    data: Mapping[str, Any]
    previous: str
    hash: str

    def line(self) -> bytes:
        """The entry as one line of `journal.jsonl`."""
        return canonical({**_body(self), "hash": self.hash}) + b"\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the chain does not hold."""

    line: int
    message: str


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one way of writing a value: sorted keys, no space, UTF-8 (as RFC 8785 for our types)."""
    text = json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def seal(number: int, at: str, kind: str, data: Mapping[str, Any], previous: str) -> Entry:
    """Make the entry that follows `previous`."""
    open_entry = Entry(number, at, kind, data, previous, "")
    return Entry(number, at, kind, data, previous, _hash(open_entry))


def parse(line: bytes) -> Entry:
    """Read one line.

    Raises:
        ValueError: the line is not an entry.
    """
    raw = json.loads(line)
    if not isinstance(raw, dict) or set(raw) != {"n", "at", "kind", "data", "previous", "hash"}:
        raise ValueError("not an entry")
    return Entry(raw["n"], raw["at"], raw["kind"], raw["data"], raw["previous"], raw["hash"])


def check(lines: Iterable[bytes], *, after: Sequence[Entry] = ()) -> Iterator[Entry | Fault]:
    """Walk the chain and give each entry that holds, or the fault in its place.

    Args:
        lines: the lines, oldest first.
        after: the last entry before them, when they are not the first.
    """
    previous = after[-1].hash if after else GENESIS
    for index, line in enumerate(lines, start=after[-1].number + 1 if after else 0):
        try:
            entry = parse(line)
        except (ValueError, UnicodeDecodeError):
            yield Fault(index + 1, "cette ligne est illisible ou incomplète")
            return
        if entry.number != index or entry.previous != previous:
            yield Fault(index + 1, "cette ligne ne suit pas la précédente : une ligne manque")
            return
        if entry.hash != _hash(entry) or entry.line().rstrip(b"\n") != line.rstrip(b"\n"):
            yield Fault(index + 1, "cette ligne a été modifiée après coup")
            return
        previous = entry.hash
        yield entry


def _body(entry: Entry) -> dict[str, Any]:
    return {
        "n": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "data": dict(entry.data),
        "previous": entry.previous,
    }


def _hash(entry: Entry) -> str:
    return hashlib.sha256(canonical(_body(entry))).hexdigest()
