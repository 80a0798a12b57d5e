"""What comes into a folder and what leaves it."""

from __future__ import annotations

from pathlib import Path

from plaise.store import DossierFolder, create_dossier
from plaise.work._intake import take_in


def test_copies_of_a_file_removed_by_hand_are_erased(tmp_path: Path) -> None:
    create_dossier(tmp_path / "d", exercise=True)
    folder = DossierFolder(tmp_path / "d")
    for name in ("a.png", "b.png"):
        folder.add(f"captures/{name}", name.encode())
    kept, gone = (folder.sha256(f"captures/{name}") for name in ("a.png", "b.png"))
    for sha256 in (kept, gone):
        folder.keep_derivative(f"{sha256}-legere-1", b"copy")
    take_in(folder, folder.journal())
    assert folder.derivative(f"{gone}-legere-1") == b"copy"
    (folder.captures_path / "b.png").unlink()
    take_in(folder, folder.journal())
    assert folder.derivative(f"{gone}-legere-1") is None
    assert folder.derivative(f"{kept}-legere-1") == b"copy"
