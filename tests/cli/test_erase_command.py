"""`plaise erase`: asked for clearly, nothing left, a certificate that names nobody."""

from __future__ import annotations

import argparse
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dossier_texts import SOUND, write_dossier
from plaise.cli.commands.erase import run
from plaise.dossier import PlaiseError
from plaise.drafting import Document, Paragraph, Run, Table
from plaise.followup.mail import pdf_text
from plaise.store import DossierFolder
from plaise.work import erasure, record_event
from plaise.work.erasure import certificate_document, erase_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
AT = datetime(2026, 12, 7, 9, 30, tzinfo=UTC)
PERSONAL = ("Aminata", "Exemple", "Exempleville", "7d0c6f2e", "Kayes", "val-d-exemple", "capture-")


@pytest.fixture
def folder(tmp_path: Path) -> DossierFolder:
    """The example, with what a used dossier holds besides: readings, derived copies, a package."""
    place = tmp_path / "dossier de Aminata"
    shutil.copytree(EXAMPLE, place)
    made = DossierFolder(place)
    record_event(made, "filed", {"on": "2026-11-24", "channel": "telerecours"})
    for name in (".plaise/lectures/a.json", ".plaise/derivees/b.pdf", "actes/requete.docx"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"derived")
    package = place / "depot" / "version-001"
    package.mkdir(parents=True)
    (package / "requete.pdf").write_bytes(b"%PDF-1.7")
    return made


def asked(folder: DossierFolder, certificate: Path, *, yes: bool = True) -> int:
    return run(argparse.Namespace(dossier=folder.path, certificate=certificate, yes=yes))


def words(document: Document) -> str:
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts += [run.text for run in block.runs if isinstance(run, Run)]
        elif isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row]
            texts += [run.text for cell in cells for run in cell if isinstance(run, Run)]
    return " ".join(" ".join(texts).split())


def test_nothing_is_erased_without_a_clear_yes(folder, tmp_path):
    before = sorted(folder.path.rglob("*"))
    with pytest.raises(PlaiseError, match="Rien n’a été effacé") as refused:
        asked(folder, tmp_path / "certificat.pdf", yes=False)
    assert "--yes" in refused.value.to_do
    assert sorted(folder.path.rglob("*")) == before
    assert not (tmp_path / "certificat.pdf").exists()


def test_what_is_not_of_the_dossier_is_named_before_it_goes(folder, tmp_path):
    (folder.path / "photos de vacances").mkdir()
    with pytest.raises(PlaiseError) as refused:
        asked(folder, tmp_path / "certificat.pdf", yes=False)
    assert "photos de vacances" in refused.value.to_do
    assert "captures" not in refused.value.to_do


def test_erasing_leaves_nothing_and_writes_a_certificate(folder, tmp_path, capsys):
    last = folder.journal().entries[-1].hash
    target = tmp_path / "ailleurs" / "certificat.pdf"
    assert asked(folder, target) == 0
    assert not folder.path.exists()
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["certificat.pdf"]
    text, pages = pdf_text(target.read_bytes())
    assert pages == 1
    flat = "".join(text.split())
    assert last in flat
    assert "Certificat" in text
    assert [word for word in PERSONAL if word in text + target.read_bytes().decode("latin-1")] == []
    assert "certificat.pdf" in capsys.readouterr().out


def test_the_certificate_counts_what_was_there(folder):
    lines = (folder.path / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    captures = len(list((folder.path / "captures").iterdir()))
    made = erase_folder(folder, at=AT)
    assert dict(made.counts)["captures d’écran"] == captures
    assert made.packages == 1
    assert made.journal_lines == len(lines)
    assert made.last_line == json.loads(lines[-1])["hash"]
    assert made.bytes > 100_000
    told = words(certificate_document(made))
    assert "lundi 7 décembre 2026, 10:30" in told
    assert made.last_line in told


def test_a_certificate_inside_the_dossier_is_refused(folder):
    with pytest.raises(PlaiseError, match="effacé avec le dossier"):
        asked(folder, folder.path / "pieces" / "certificat.pdf")
    assert folder.facts_path.exists()


def test_a_certificate_that_cannot_be_written_stops_everything(folder, tmp_path):
    (tmp_path / "pris.pdf").write_bytes(b"autre chose")
    with pytest.raises(PlaiseError, match="existe déjà"):
        asked(folder, tmp_path / "pris.pdf")
    (tmp_path / "fichier").touch()
    with pytest.raises(OSError, match="fichier"):
        asked(folder, tmp_path / "fichier" / "certificat.pdf")
    assert folder.facts_path.exists()
    assert (tmp_path / "pris.pdf").read_bytes() == b"autre chose"


def test_a_folder_that_is_no_dossier_is_never_erased(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    with pytest.raises(PlaiseError):
        asked(DossierFolder(tmp_path / "photos"), tmp_path / "certificat.pdf")
    with pytest.raises(PlaiseError):
        erase_folder(DossierFolder(tmp_path / "photos"), at=AT)
    assert (tmp_path / "photos" / "a.jpg").exists()


def test_a_dossier_whose_facts_are_not_finished_can_be_erased(tmp_path):
    place = write_dossier(tmp_path / "d", SOUND.replace('nom = "', 'nomm = "'))
    folder = DossierFolder(place if isinstance(place, Path) else tmp_path / "d")
    assert asked(folder, tmp_path / "certificat.pdf") == 0
    assert not folder.path.exists()


def test_a_dossier_at_work_elsewhere_is_not_erased(folder, tmp_path):
    with folder.alone(), pytest.raises(PlaiseError, match="travail"):
        asked(DossierFolder(folder.path), tmp_path / "certificat.pdf")
    assert not (tmp_path / "certificat.pdf").exists()
    assert folder.facts_path.exists()


def test_what_could_not_be_erased_is_said(folder, monkeypatch):
    def refuse(path: Path) -> None:
        raise PermissionError(13, "refusé", str(path))

    monkeypatch.setattr(erasure, "rmtree", refuse)
    with pytest.raises(PlaiseError, match="Tout n’a pas pu être effacé"):
        erase_folder(folder, at=AT)


def test_an_instant_without_zone_is_refused(folder):
    with pytest.raises(ValueError, match="aware"):
        erase_folder(folder, at=AT.replace(tzinfo=None))
    assert folder.facts_path.exists()
