"""What `plaise read` does: read, keep what was read, say what each capture shows."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from plaise.dossier import PlaiseError, Reading, Result
from plaise.law import retake_advice
from plaise.reading import (
    READER,
    apply_page_text,
    find_duplicates,
    find_near_duplicates,
    is_sidecar,
    parse_page_text,
    read_many,
    reading_remarks,
)

from ._words import Bar, err, out, reading_text


def read_and_say(options: argparse.Namespace) -> int:
    """Print one object per picture: JSON for programs and pipes, plain words on a terminal."""
    paths = [path for given in options.file for path in _files(given)]
    as_json = options.json or not sys.stdout.isatty()
    kept = _Kept(options.resume)
    every = [*kept.readings(paths)]
    for reading in every:
        _show(reading, as_json=as_json)
    todo = [path for path in paths if not kept.holds(path)]
    bar = Bar()
    bar.begin("Lecture", len(todo))
    try:
        for path, readings in read_many(todo, zone=options.zone, slow=options.photo):
            shown = [_with_page(path, reading) for reading in readings]
            kept.add(path, shown)
            every += shown
            for reading in shown:
                _show(reading, as_json=as_json)
            sys.stdout.flush()  # a program that listens hears of each file as it is read
            bar.advance()
    finally:
        bar.end()
    _say_twins(every, err if as_json else out)
    return 1 if any(one.result is Result.UNREADABLE for one in every) else 0


def _with_page(path: Path, reading: Reading) -> Reading:
    """The reading under its whole path, completed by what the extension brought beside it."""
    shown = reading.model_copy(update={"file": str(path)})
    beside = path.with_name(path.name + SIDECAR)
    page = parse_page_text(beside.read_bytes()) if beside.is_file() else None
    return apply_page_text(shown, page) if page else shown


def _show(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        out(reading.model_dump_json())
        return
    out(reading_text(reading, *(remark.said for remark in reading_remarks(reading))))
    for advice in retake_advice(reading):
        out(f"   → {DEVICES[advice.device]}{advice.text}")


def _say_twins(readings: Sequence[Reading], say: Callable[[str], None]) -> None:
    """What looks like what: said beside a program’s answer, since a person decides of it."""
    ordered = sorted(readings, key=lambda one: (one.file, one.part or 0))
    same, alike = find_duplicates(ordered), find_near_duplicates(ordered)
    for twins, words in ((same, "est le même fichier que"), (alike, "montre le même écran que")):
        for one, other in twins.items():
            say(f"≈ « {ordered[one].file} » {words} « {ordered[other].file} ».")
    if alike:
        say("Deux fois la même tentative, ou deux tentatives ? C’est à vous de le dire.")


SIDECAR = ".page.json"
DEVICES = {
    "computer": "", "any": "", "windows": "Windows : ", "macos": "Mac : ", "linux": "Linux : ",
    "chromeos": "Chromebook : ", "android": "Android : ", "iphone": "iPhone : ",
}  # fmt: skip


class _Kept:
    """Readings kept in a file, one line a file read: only whole lines of unchanged files count."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, list[Reading]] = {}
        if path is None or not path.exists():
            return
        whole, _, torn = path.read_bytes().rpartition(b"\n")
        for line in whole.splitlines():
            kept = json.loads(line)
            if kept["reader"] == READER:
                readings = [Reading.model_validate(one) for one in kept["readings"]]
                self._known[kept["key"]] = readings
        if torn:  # cut short by a crash: what follows must start on its own line
            with path.open("ab") as file:
                file.truncate(len(whole) + 1 if whole else 0)

    def holds(self, path: Path) -> bool:
        return self._key(path) in self._known

    def readings(self, paths: Iterable[Path]) -> Iterator[Reading]:
        for path in paths:
            yield from self._known.get(self._key(path), ())

    def add(self, path: Path, readings: list[Reading]) -> None:
        if self._path is None:
            return
        told = [reading.model_dump(mode="json") for reading in readings]
        line = {"key": self._key(path), "reader": READER, "readings": told}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _key(self, path: Path) -> str:
        status = path.lstat()
        return f"{path.absolute()}|{status.st_size}|{status.st_mtime_ns}"


def _files(given: Path) -> list[Path]:
    if not given.exists():
        raise PlaiseError(
            f"Le fichier « {given} » n’existe pas.",
            to_do="Vérifiez son nom et l’endroit où il se trouve.",
        )
    if given.is_dir():
        return sorted(
            p
            for p in given.rglob("*")
            if p.is_file() and not p.name.startswith(".") and not is_sidecar(p.name)
        )
    return [given]
