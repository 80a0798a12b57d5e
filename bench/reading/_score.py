"""Readings against labels: precision and recall for each element, and who is taken for whom."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ELEMENTS = ("host", "url", "time", "date", "refusal")
Label = Mapping[str, Any]


@dataclass
class Tally:
    """One element on one kind of pictures."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    shown: int = 0

    @property
    def precision(self) -> str:
        """Share of what is said that is right."""
        said = self.right + self.wrong
        return f"{100 * self.right / said:.1f}" if said else "–"

    @property
    def recall(self) -> str:
        """Share of what is shown that is found, and right."""
        return f"{100 * self.right / self.shown:.1f}" if self.shown else "–"


@dataclass
class Score:
    """Every tally of one engine."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)
    complete: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    faults: list[str] = field(default_factory=list)

    def overall(self, name: str) -> Tally:
        """One element over every family."""
        parts = [
            one for (group, of), one in self.tallies.items() if of == name and "/" not in group
        ]
        return Tally(
            right=sum(one.right for one in parts),
            wrong=sum(one.wrong for one in parts),
            missed=sum(one.missed for one in parts),
            shown=sum(one.shown for one in parts),
        )

    @property
    def false_refusals(self) -> int:
        """The worst error."""
        return sum(n for (true, got), n in self.matrix.items() if got == "refusal" != true)


def load_labels(folder: Path) -> list[dict[str, Any]]:
    """The labels beside the pictures."""
    lines = (folder / "labels.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(pairs: Iterable[tuple[Label, Mapping[str, Any]]]) -> Score:
    """Compare readings (as dictionaries) with labels, per family and per device."""
    done = Score()
    for label, got in pairs:
        truth = label["truth"]
        done.matrix[truth["result"], got["result"]] += 1
        found = 0
        for name in ELEMENTS:
            want, have = _value(name, truth), _read(name, got, truth)
            for group in (label["family"], f"{label['family']}/{label['device']}"):
                _count(done.tallies[group, name], want, have)
            found += want is None or want == have
            if want != have and (have is not None or want is not None):
                done.faults.append(f"{label['file']} [{label['page']}] {name}: {want} ≠ {have}")
        if truth["result"] != got["result"]:
            done.faults.append(
                f"{label['file']} [{label['page']}] result: {truth['result']} ≠ {got['result']}"
            )
        group = done.complete[label["family"]]
        group[0] += found == len(ELEMENTS)
        group[1] += 1
    return done


def _count(tally: Tally, want: str | None, have: str | None) -> None:
    tally.shown += want is not None
    if have is None:
        tally.missed += want is not None
    elif have == want:
        tally.right += 1
    else:
        tally.wrong += 1


def _value(name: str, truth: Label) -> str | None:
    if name == "date":
        day: str | None = truth["date"] or truth["date_partial"]
        return day
    if name == "refusal":
        return "refusal" if truth["result"] == "refusal" else None
    value: str | None = truth[name]
    if name == "url" and value and "/" not in value.replace("//", ""):
        return None
    return value


def _read(name: str, got: Mapping[str, Any], truth: Label) -> str | None:
    if name == "date":
        value = got.get("date") or got.get("date_partial")
    elif name == "refusal":
        value = "refusal" if got["result"] == "refusal" else None
    elif name == "url":
        value = got.get("url") if _value("url", truth) else None
        value = value if value and "/" in value.replace("//", "") else None
    else:
        value = got.get(name)
    return value
