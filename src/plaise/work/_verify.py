"""`plaise verify`: does everything still match what was recorded?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plaise.bundle import SUMS, check_sums, verify_sums
from plaise.dossier import PlaiseError, sha256_of
from plaise.journal import Entry, Fault, verify_journal, verify_lines
from plaise.store import Storage

from ._intake import recorded_originals
from ._kept import recorded_acts

_JOURNAL = "journal.jsonl"
_NOT_RECORDED = "{} : ce paquet n’est pas celui que le journal a enregistré."


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
    return _walk(journal.name, verify_journal(journal), result)


def _walk(
    name: str, found: tuple[Sequence[Entry], Sequence[Fault]], result: Verification
) -> Sequence[Entry]:
    entries, faults = found
    result.checked += len(entries)
    result.problems += [f"{name}, ligne {fault.line} : {fault.message}." for fault in faults]
    return entries


def verify_storage(storage: Storage) -> Verification:
    """The same for a dossier of the encrypted store, open in front of a member."""
    result = Verification()
    lines = storage.journal().lines
    entries = _walk(lines.name, verify_lines(lines.read(0)), result)
    _originals(entries, storage.sha256, result)
    recorded = _recorded_packages(entries)
    for number in storage.package_numbers():
        name = f"version-{number:03d}"
        files = {file.path for file in storage.package_files(number)}
        read = partial(storage.read_package, number)
        result.problems += [f"{name} : {problem}" for problem in check_sums(read, files)]
        result.checked += len(files)
        if recorded.get(name) != hashlib.sha256(read(SUMS)).hexdigest():
            result.problems.append(_NOT_RECORDED.format(name))
    return result


def _verify_dossier(path: Path, result: Verification) -> None:
    journal = path / _JOURNAL
    if not journal.is_file():
        result.problems.append(
            "Ce dossier n’a pas encore de journal : rien n’a été enregistré. "
            "Lancez d’abord « plaise prepare »."
        )
        return
    entries = _chain(journal, result)
    _originals(entries, lambda name: sha256_of(path / name), result)
    recorded = _recorded_packages(entries)
    for version in _versions(path / "depot"):
        _verify_package(version, result)
        sums = hashlib.sha256((version / SUMS).read_bytes()).hexdigest()
        if recorded.get(version.name) != sums:
            result.problems.append(_NOT_RECORDED.format(version.name))


def _originals(
    entries: Sequence[Entry], sha256_of: Callable[[str], str], result: Verification
) -> None:
    recorded = recorded_acts(entries)
    for kind in ("capture", "piece"):
        recorded |= recorded_originals(entries, kind)
    for name, sha256 in sorted(recorded.items()):
        result.checked += 1
        result.problems += _compare(sha256_of, name, sha256)
    result.notes += [
        f"« {entry.data['path']} » a été remplacé ; le journal l’a noté le {entry.at}."
        for entry in entries
        if entry.kind.endswith("_changed")
    ]


def _recorded_packages(entries: Sequence[Entry]) -> dict[str, str]:
    return {e.data["version"]: e.data["sums"] for e in entries if e.kind == "package"}


def _compare(sha256_of: Callable[[str], str], name: str, sha256: str) -> list[str]:
    try:
        same = sha256_of(name) == sha256
    except FileNotFoundError:
        return [f"« {name} » manque : le journal l’avait enregistré."]
    except OSError as error:
        return [f"« {name} » ne peut pas être lu ({error.strerror})."]
    return [] if same else [f"« {name} » n’est plus le fichier enregistré : il a été modifié."]
