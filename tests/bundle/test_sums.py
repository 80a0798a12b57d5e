"""`SHA256SUMS`: checkable by coreutils, and by us with the same verdict."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plaise.bundle import SUMS, sums_line, verify_sums


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "pieces").mkdir()
    files = {"pieces/01_Titre.pdf": b"one", "requête.pdf": b"two"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / SUMS).write_text("".join(sums_line(*file) for file in files.items()))
    return tmp_path


def test_coreutils_agree(package: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=package, check=True)
    assert verify_sums(package) == []


def alter(package: Path) -> None:
    (package / "pieces" / "01_Titre.pdf").write_bytes(b"One")


def remove(package: Path) -> None:
    (package / "requête.pdf").unlink()


def add(package: Path) -> None:
    (package / "intrus.txt").write_text("x")


def forge(package: Path) -> None:
    with (package / SUMS).open("a") as file:
        file.write(f"{'0' * 64}  ../dehors\n")


def lose(package: Path) -> None:
    (package / SUMS).unlink()


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (alter, "01_Titre.pdf » a été modifié"),
        (remove, "requête.pdf » manque"),
        (add, "intrus.txt » n’est pas dans la liste"),
        (forge, "ligne 3"),
        (lose, "ne peut pas être lu"),
    ],
)
def test_every_harm_is_told(package: Path, harm: Callable[[Path], None], word: str) -> None:
    harm(package)
    problems = verify_sums(package)
    assert len(problems) == 1
    assert word in problems[0]
