"""`plaise verify`: does everything still match what was recorded?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plaise.bundle import SUMS, verify_sums
from plaise.dossier import PlaiseError
from plaise.journal import Entry, verify_journal
from plaise.store import sha256_of

from ._intake import recorded_originals

_JOURNAL = "journal.jsonl"


@dataclass(slots=True)
class Verification:
    """What was checked; sound when `problems` is empty."""

    checked: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing was found that does not match."""
        return not self.problems


def verify(path: Path) -> Verification:
    """Check the chain and every hash of a dossier folder or of a package.

    Raises:
        PlaiseError: the folder is neither.
    """
    result = Verification()
    if (path / SUMS).is_file():
        _verify_package(path, result)
    elif (path / _JOURNAL).is_file() or (path / "dossier.toml").is_file():
        _verify_dossier(path, result)
    elif versions := _versions(path):
        for version in versions:
            _verify_package(version, result)
    else:
        raise PlaiseError(
            f"« {path} » n’est ni un dossier ni un paquet de Plaise.",
            to_do="Indiquez le dossier qui contient dossier.toml, ou le paquet qui contient "
            f"{SUMS}.",
        )
    return result


def _versions(path: Path) -> list[Path]:
    return sorted(sums.parent for sums in path.glob(f"version-*/{SUMS}"))


def _verify_package(path: Path, result: Verification) -> None:
    result.problems += [f"{path.name} : {problem}" for problem in verify_sums(path)]
    result.checked += len((path / SUMS).read_text(encoding="utf-8").splitlines())
    for journal in sorted(path.rglob(_JOURNAL)):
        _chain(journal, result)


def _chain(journal: Path, result: Verification) -> Sequence[Entry]:
    entries, faults = verify_journal(journal)
    result.checked += len(entries)
    result.problems += [f"{journal.name}, ligne {f.line} : {f.message}." for f in faults]
    return entries


def _verify_dossier(path: Path, result: Verification) -> None:
    journal = path / _JOURNAL
    if not journal.is_file():
        result.problems.append(
            "Ce dossier n’a pas encore de journal : rien n’a été enregistré. "
            "Lancez d’abord « plaise prepare »."
        )
        return
    entries = _chain(journal, result)
    for kind in ("capture", "piece"):
        for name, sha256 in sorted(recorded_originals(entries, kind).items()):
            result.checked += 1
            result.problems += _compare(path / name, name, sha256)
    for entry in entries:
        if entry.kind.endswith("_changed"):
            result.notes.append(
                f"« {entry.data['path']} » a été remplacé ; le journal l’a noté le {entry.at}."
            )
    _packages(path, entries, result)


def _compare(path: Path, name: str, sha256: str) -> list[str]:
    try:
        same = sha256_of(path) == sha256
    except FileNotFoundError:
        return [f"« {name} » manque : le journal l’avait enregistré."]
    except OSError as error:
        return [f"« {name} » ne peut pas être lu ({error.strerror})."]
    return [] if same else [f"« {name} » n’est plus le fichier enregistré : il a été modifié."]


def _packages(path: Path, entries: Sequence[Entry], result: Verification) -> None:
    """Packages that stand in the folder must be those that the journal recorded."""
    recorded = {e.data["version"]: e.data["sums"] for e in entries if e.kind == "package"}
    for version in _versions(path / "depot"):
        _verify_package(version, result)
        sums = hashlib.sha256((version / SUMS).read_bytes()).hexdigest()
        if recorded.get(version.name) != sums:
            result.problems.append(
                f"{version.name} : ce paquet n’est pas celui que le journal a enregistré."
            )
