"""One version of what was generated: its record, and the list of hashes that anyone can check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain

from plaise.bundle import SUMS, check_sums, sums_line
from plaise.dossier import ExhibitPlan
from plaise.store import Storage

from ._guide import Guide

RECORD = "paquet.json"


@dataclass(frozen=True, slots=True)
class Package:
    """A complete version.

    Attributes:
        number: counted from 1.
        fingerprint: what it was made from; the same fingerprint gives the same package.
        exhibits: for each exhibit file, the key of what it was made from.
        sums: SHA-256 of its list of hashes: one value for the whole package.
    """

    number: int
    fingerprint: str
    exhibits: dict[str, str]
    sums: str

    @property
    def name(self) -> str:
        """How people and the journal call it."""
        return f"version-{self.number:03d}"


def latest(storage: Storage) -> Package | None:
    """The newest version, if it is still as it was written."""
    numbers = storage.package_numbers()
    if not numbers:
        return None
    number = numbers[-1]
    try:
        record = json.loads(storage.read_package(number, RECORD))
        files = {file.path for file in storage.package_files(number)}
        if check_sums(partial(storage.read_package, number), files):
            return None
        digest = _sha256(storage.read_package(number, SUMS))
        return Package(number, record["fingerprint"], record["exhibits"], digest)
    except (OSError, ValueError, KeyError):
        return None


def build(
    storage: Storage,
    fingerprint: str,
    exhibits: dict[str, str],
    guide: Guide,
    plan: ExhibitPlan,
    contents: Callable[[], Iterator[tuple[str, bytes]]],
) -> Package:
    """Make the next version, whole or not at all.

    Args:
        storage: where it is kept.
        fingerprint: what it is made from.
        exhibits: the key of each exhibit file.
        guide: the final page, kept as a value so that the app shows it in its own form.
        plan: its exhibits, so that what is filed keeps its numbers.
        contents: gives each file of the version, one at a time.

    Raises:
        OSError: the disk refused; the previous versions are intact.
    """
    sums: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        record = {
            "fingerprint": fingerprint,
            "exhibits": exhibits,
            "guide": asdict(guide),
            "plan": plan.model_dump(mode="json"),
        }
        text = json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        for path, content in chain([(RECORD, text.encode())], contents()):
            sums.append(sums_line(path, content))
            yield path, content
        yield SUMS, "".join(sorted(sums, key=lambda line: line[66:])).encode()

    number = storage.keep_package(files())
    digest = _sha256(storage.read_package(number, SUMS))
    return Package(number, fingerprint, exhibits, digest)


def plan_of(storage: Storage, number: int) -> ExhibitPlan | None:
    """The exhibits of a version; None when an older Plaise made it without keeping them."""
    try:
        return ExhibitPlan.model_validate(json.loads(storage.read_package(number, RECORD))["plan"])
    except (OSError, ValueError, KeyError):
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
