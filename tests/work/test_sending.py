"""Packages for each channel, and the decisions about exhibits, on real screenshots."""

from __future__ import annotations

import email
import email.policy
import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from plaise.dossier import PlaiseError
from plaise.store import DossierFolder
from plaise.work import prepare, verify
from plaise.work.exhibits import Changes, check_pieces, decide_exhibits, numbered
from plaise.work.sending import Target, bundle, keep_zip
from work.test_prepare import copy_example

TODAY = date(2026, 11, 23)
NAMED = 'boite_ouverte_chaque_jour_par = "moi-même, sur mon téléphone"'

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DossierFolder:
    made = copy_example(tmp_path_factory.mktemp("sending") / "dossier", captures=4)
    prepare(made, today=TODAY)
    return made


def directory(folder: DossierFolder, target: Target, out: Path) -> Path:
    kept = DossierFolder(out, packages=out)

    def write(files):
        return str(kept.package_path(kept.keep_package(files)))

    return Path(bundle(folder, target, write, today=TODAY))


def check_alone(place: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-I", place / "verifier.py"], check=False, capture_output=True
    )


def test_nothing_is_filed_before_someone_is_known_to_open_the_inbox(folder, tmp_path):
    facts = folder.facts_path.read_text()
    assert NAMED in facts
    folder.facts_path.write_text(facts.replace(NAMED, ""))
    try:
        with pytest.raises(PlaiseError, match="Qui ouvrira votre boîte"):
            directory(folder, Target.TELERECOURS, tmp_path)
    finally:
        folder.facts_path.write_text(facts)
    assert not any(path.is_dir() and path.name.startswith("version") for path in tmp_path.iterdir())
    place = directory(folder, Target.TELERECOURS, tmp_path)
    text = (place / "LISEZ-MOI.txt").read_text()
    assert "moi-même, sur mon téléphone" in text
    sent = sorted(path.name for path in (place / "1-fichiers-a-deposer").iterdir())
    assert all(name in text for name in sent)
    assert "Inventaire_des_pieces.pdf" in sent
    assert "A_recopier_dans_Telerecours.pdf" not in sent
    assert verify(place).sound
    assert check_alone(place).returncode == 0


def test_the_verifier_alone_sees_a_changed_file(folder, tmp_path):
    place = directory(folder, Target.PAPER, tmp_path)
    assert check_alone(place).returncode == 0
    one = next((place / "1-a-imprimer-deux-fois").iterdir())
    one.write_bytes(one.read_bytes() + b" ")
    found = check_alone(place)
    assert found.returncode == 1
    assert one.name in found.stdout.decode()


def test_on_paper_each_exhibit_follows_its_separator(folder, tmp_path):
    place = directory(folder, Target.PAPER, tmp_path)
    plan = numbered(folder)
    printed = sorted((place / "1-a-imprimer-deux-fois").glob("*_Piece_*.pdf"))
    assert len(printed) == len(plan.files)
    for path, entries in zip(printed, plan.files.values(), strict=True):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == 1 + sum(entry.pages for entry in entries)
    assert (place / "2-a-imprimer-une-fois" / "Enveloppe_REFERE.pdf").is_file()


def test_a_lawyer_gets_one_archive_that_checks_itself(folder, tmp_path):
    def write(files):
        return str(keep_zip(tmp_path, "dossier-avocat", files))

    path = Path(bundle(folder, Target.LAWYER, write, today=TODAY))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "out")
    place = next((tmp_path / "out").iterdir())
    assert (place / "actes-a-modifier" / "Requete_en_refere.docx").is_file()
    assert (place / "chronologie.xlsx").is_file()
    for original in folder.captures():
        copy = place / "originaux" / "captures" / original.name
        assert copy.read_bytes() == original.read_bytes()
    assert check_alone(place).returncode == 0
    copy.write_bytes(b"autre")
    assert check_alone(place).returncode == 1


def test_the_email_carries_its_captures(folder, tmp_path):
    place = directory(folder, Target.EMAIL, tmp_path)
    raw = (place / "Courriel_a_la_prefecture.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    (attached,) = message.iter_attachments()
    with pikepdf.open(io.BytesIO(attached.get_payload(decode=True))) as pdf:
        assert len(pdf.pages) == 4
    body = message.get_body(preferencelist=("plain",))
    assert "Pièce jointe" in body.get_content()


def test_a_disk_that_fills_up_leaves_the_previous_package(folder, tmp_path):
    before = directory(folder, Target.PAPER, tmp_path)
    kept = DossierFolder(tmp_path, packages=tmp_path)

    def full(files):
        def some():
            yield next(iter(files))
            raise OSError(28, "No space left on device")

        return str(kept.keep_package(some()))

    with pytest.raises(OSError, match="No space"):
        bundle(folder, Target.PAPER, full, today=TODAY)
    assert list(tmp_path.iterdir()) == [before]
    assert verify(before).sound


_FULL_DISK = """
import resource, sys
from datetime import date
from pathlib import Path
from plaise.store import DossierFolder
from plaise.work.sending import Target, bundle
out = Path(sys.argv[2])
kept = DossierFolder(out, packages=out)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    bundle(DossierFolder(Path(sys.argv[1])), Target.TELERECOURS,
           lambda files: str(kept.keep_package(files)), today=date(2026, 11, 23))
except OSError as error:
    print("refused", error.errno)
"""


def test_a_disk_that_really_refuses_leaves_the_previous_package(folder, tmp_path):
    before = directory(folder, Target.TELERECOURS, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, folder.path, tmp_path],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.startswith("refused"), done.stderr
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [before]
    assert verify(before).sound


@pytest.mark.parametrize("target", [Target.TELERECOURS, Target.PAPER])
def test_every_page_of_every_pdf_is_sound_and_shows_something(folder, tmp_path, target):
    place = directory(folder, target, tmp_path)
    made = sorted(place.rglob("*.pdf"))
    assert made
    for path in made:
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                darkest, lightest = page.render(scale=0.3).to_pil().convert("L").getextrema()
                assert lightest - darkest > 100, path.name


def test_pieces_are_reordered_and_left_out_without_being_deleted(tmp_path):
    folder = copy_example(tmp_path / "d", captures=3)
    first = numbered(folder)
    slow = first.series[0].source
    plan = decide_exhibits(
        folder, Changes(order=("promesse-embauche.pdf",), leave_out=(slow,), apart=True)
    )
    assert plan.entries[0].source == "pieces/promesse-embauche.pdf"
    assert [entry.number for entry in plan.entries] == list(range(1, len(first.entries)))
    assert slow not in plan.by_source
    assert (folder.path / slow).is_file()
    assert len({entry.file for entry in plan.series}) == len(plan.series) == 2
    outcome = prepare(folder, today=TODAY)
    assert outcome.plan == plan
    assert [one.set_aside for one in outcome.aside] == ["laissée de côté à votre demande"]
    assert decide_exhibits(folder, Changes(keep=(slow,), apart=False)).by_source[slow]


def test_a_cited_piece_is_not_left_out_and_nothing_is_recorded(tmp_path):
    folder = copy_example(tmp_path / "d", captures=1)
    with pytest.raises(PlaiseError, match="la cite comme preuve"):
        decide_exhibits(folder, Changes(leave_out=("promesse-embauche.pdf",)))
    with pytest.raises(PlaiseError, match="ne désigne pas"):
        decide_exhibits(folder, Changes(leave_out=("999",)))
    assert not folder.journal().of_kind("exhibits")


def test_every_refused_piece_is_said_when_it_comes_in(tmp_path):
    folder = copy_example(tmp_path / "d", captures=1)
    (folder.pieces_path / "promesse-embauche.pdf").write_bytes(b"")
    (folder.pieces_path / "avis-de-reception.jpg").write_bytes(b"\xff\xd8rien")
    refused, _ = check_pieces(folder, folder.facts())
    assert len(refused) == 2
    with pytest.raises(PlaiseError) as error:
        prepare(folder, today=TODAY)
    assert all(name in str(error.value) for name in ("promesse-embauche", "avis-de-reception"))
    assert not folder.journal().of_kind("read")
