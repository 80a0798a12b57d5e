"""What is stuck on the envelope and on photocopies."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from exhibits_written import check, words

from plaise.bundle.paper import envelope, labels
from plaise.dossier import Entry

ON = date(2026, 11, 23)
COURT = ["Tribunal administratif de Montreuil", "Greffe – service des référés"]
ADDRESS = ["206 rue de Paris", "93558 Montreuil Cedex"]
SENDER = ["Aminata Exemple", "12 rue des Essais", "00100 Exempleville"]


def entries(count: int) -> list[Entry]:
    return [
        Entry(
            number=n, label="a", source=f"pieces/{n}", sha256="0", file="f", first_page=1, pages=1
        )
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize("recipient", [COURT, COURT + ADDRESS])
def test_the_envelope_says_refere_very_large_and_who_writes_to_whom(
    tmp_path: Path, recipient: list[str]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(envelope(recipient, SENDER, made_on=ON, mark="Exemple – exercice"))
    check(path)
    said = words(path)
    for line in (*recipient, *SENDER, "article R. 522-3", "Exemple – exercice"):
        assert line in said
    html = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], capture_output=True, check=True, text=True
    ).stdout
    (line,) = (one for one in html.splitlines() if ">RÉFÉRÉ<" in one)
    top, bottom = (float(line.split(f'{edge}="')[1].split('"')[0]) for edge in ("yMin", "yMax"))
    assert bottom - top > 40  # points


def test_labels_are_two_for_each_exhibit_that_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    last = entries(21)[-1].model_copy(update={"in_series": True})
    path.write_bytes(labels([*entries(20), last], made_on=ON))
    check(path)
    said = words(path)
    assert said.count("Pièce n° 20") == 2
    assert "Pièce n° 21" not in said
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
