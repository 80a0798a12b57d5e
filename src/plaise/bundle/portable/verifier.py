"""Vérifie ce paquet avec Python seul (3.8 ou plus récent) : « python3 verifier.py ».

Rien n’est écrit, rien n’est envoyé. Le programme relit SHA256SUMS, la chaîne du journal et, s’ils
sont joints, les originaux que le journal a enregistrés. Il répond 0 si tout correspond, 1 sinon.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

ORIGINALS = "originaux"


def sha256_of(path: Path) -> str:
    """SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def check_sums(folder: Path) -> list[str]:
    """Problems found in SHA256SUMS: changed, missing or unlisted files."""
    problems = []
    listed = {"SHA256SUMS"}
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, name = line[:64], line[66:]
        listed.add(name)
        if name.startswith("/") or ".." in name.split("/"):
            problems.append("nom inattendu : " + name)
        elif not (folder / name).is_file():
            problems.append("manque : " + name)
        elif sha256_of(folder / name) != expected:
            problems.append("modifié : " + name)
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed and "__pycache__" not in name:
            problems.append("absent de la liste : " + name)
    return problems


def check_chain(journal: Path, originals: dict[str, str]) -> list[str]:
    """Problems found in the chain; fills the hash of each original recorded."""
    previous = "0" * 64
    for number, line in enumerate(journal.read_bytes().splitlines()):
        where = f"journal, ligne {number + 1} : "
        try:
            entry: dict[str, Any] = json.loads(line.decode("utf-8"))
            told = entry.pop("hash")
        except (ValueError, KeyError):
            return [where + "illisible"]
        text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        if entry.get("n") != number or entry.get("previous") != previous:
            return [where + "ne suit pas la précédente"]
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != told:
            return [where + "modifiée après coup"]
        previous = told
        kind, data = entry["kind"], entry["data"]
        if kind in ("capture_added", "capture_changed", "piece_added", "piece_changed"):
            originals[data["path"]] = data["sha256"]
        elif kind in ("capture_missing", "piece_missing"):
            originals.pop(data["path"], None)
    return []


def check_originals(folder: Path, recorded: dict[str, str]) -> list[str]:
    """Problems found among the originals that are in the package."""
    place = folder / ORIGINALS
    if not place.is_dir():
        return []
    problems = []
    for name, expected in sorted(recorded.items()):
        path = place / name
        if not path.is_file():
            problems.append("original absent : " + name)
        elif sha256_of(path) != expected:
            problems.append("original modifié : " + name)
    return problems


def main() -> int:
    """Check the folder where this file stands."""
    folder = Path(__file__).resolve().parent
    problems = check_sums(folder)
    recorded: dict[str, str] = {}
    for journal in sorted(folder.rglob("journal.jsonl")):
        problems += check_chain(journal, recorded)
    problems += check_originals(folder, recorded)
    for problem in problems:
        sys.stdout.write("✗ " + problem + "\n")
    verdict = "quelque chose ne correspond pas" if problems else "tout correspond"
    sys.stdout.write(verdict + ".\n")
    return 1 if problems else 0


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(main())
