"""The whole job on real screenshots: once, twice, and when things go wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from plaise.dossier import PlaiseError
from plaise.journal import verify_journal
from plaise.store import DossierFolder
from plaise.work import PAGE, Outcome, guide_text, prepare, summary, verify

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.engine


def copy_example(target: Path, captures: int | None = None) -> DossierFolder:
    shutil.copytree(EXAMPLE, target)
    if captures is not None:
        kept = {"captures/" + name for name in few_captures(captures)}
        for path in (target / "captures").iterdir():
            if path.relative_to(target).as_posix() not in kept:
                path.unlink()
    return DossierFolder(target)


def few_captures(count: int) -> list[str]:
    """Plain refusals first, in the order of their names."""
    truth = yaml.safe_load((EXAMPLE.parent / "captures.yaml").read_text(encoding="utf-8"))
    refusals = [
        item["file"]
        for item in truth["captures"]
        if item["shows"]["result"] == "refusal" and not item["shows"]["missing"]
    ]
    return sorted(refusals)[:count]


def place(folder: DossierFolder, outcome: Outcome) -> Path:
    return folder.package_path(outcome.package.number)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[DossierFolder, Outcome]:
    folder = copy_example(tmp_path_factory.mktemp("work") / "dossier", captures=4)
    return folder, prepare(folder, today=TODAY)


def test_the_end_of_a_run_counts_in_words_that_agree(done):
    folder, outcome = done
    text = guide_text(outcome, place(folder, outcome))
    assert "4 fichiers lus, 0 déjà connu\u202f;" in text
    assert "(s)" not in text


def test_the_page_that_opens_the_e_mail_names_the_file_to_attach_beside_it(done):
    folder, outcome = done
    (page,) = place(folder, outcome).glob("1-courriel/*.html")
    assert "«\u00a0captures-d-ecran.pdf\u00a0»" in page.read_text(encoding="utf-8")
    assert (page.parent / "captures-d-ecran.pdf").exists()


def test_every_original_is_journalled_and_nothing_original_is_touched(done):
    folder, outcome = done
    entries, faults = verify_journal(folder.journal_path)
    assert not faults
    assert sum(entry.kind == "capture_added" for entry in entries) == 4
    for path in folder.captures():
        assert path.read_bytes() == (EXAMPLE / "captures" / path.name).read_bytes()
    assert outcome.package.sums == entries[-1].data["sums"]


def test_the_inventory_and_the_files_agree(done):
    folder, outcome = done
    numbers = [entry.number for entry in outcome.plan.entries]
    assert numbers == list(range(1, len(numbers) + 1))
    filed = {path.name for path in place(folder, outcome).glob("3-*/*.pdf")}
    assert set(outcome.plan.files) <= filed


def test_the_package_holds_all_the_acts(done):
    folder, outcome = done
    names = {
        path.relative_to(place(folder, outcome)).as_posix()
        for path in place(folder, outcome).rglob("*")
        if path.is_file()
    }
    assert {
        PAGE,
        "SHA256SUMS",
        "1-courriel/Courriel_a_la_prefecture.eml",
        "1-courriel/Courriel_a_la_prefecture.txt",
        "2-lettre-recommandee/Lettre_recommandee_au_prefet.pdf",
        "3-a-deposer-au-tribunal/Requete_en_refere.pdf",
        "3-a-deposer-au-tribunal/Inventaire_des_pieces.pdf",
        "4-a-modifier-dans-Word/Requete_en_refere.docx",
        "4-a-modifier-dans-Word/Lettre_recommandee_au_prefet.docx",
        "4-a-modifier-dans-Word/Courriel_a_la_prefecture.docx",
        "5-journal/journal.jsonl",
    } <= names


def test_a_second_run_makes_nothing_new(done):
    folder, outcome = done
    journal = folder.journal_path.read_bytes()
    again = prepare(folder, today=TODAY)
    assert not again.made
    assert again.fresh == 0
    assert again.package == outcome.package
    assert folder.journal_path.read_bytes() == journal


def test_dossier_and_package_verify_until_one_byte_changes(done, tmp_path):
    folder, outcome = done
    assert verify(folder.path).sound
    assert verify(place(folder, outcome)).sound
    copy = tmp_path / "copy"
    shutil.copytree(place(folder, outcome), copy)
    target = next(copy.glob("3-*/Requete*.pdf"))
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)
    assert not verify(copy).sound


def test_sha256sum_alone_can_check_the_package(done):
    folder, outcome = done
    run = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=place(folder, outcome),
        check=False,
        capture_output=True,
    )
    assert run.returncode == 0, run.stdout


def test_the_answer_for_programs_is_plain_json(done):
    folder, outcome = done
    answer = json.loads(json.dumps(summary(outcome, place(folder, outcome))))
    assert answer["captures"]["used"] == 4
    assert answer["exhibits"][-1]["in_series"] is True


def test_a_new_capture_alone_is_read_and_other_exhibits_are_taken_over(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=3)
    first = prepare(folder, today=TODAY)
    fourth = few_captures(4)[3]
    shutil.copyfile(EXAMPLE / "captures" / fourth, folder.captures_path / fourth)
    second = prepare(folder, today=TODAY)
    assert second.fresh == 1
    assert second.made
    assert all("Capture" in name for name in second.rewritten)
    assert place(folder, first).is_dir()
    for entry in second.plan.pieces:
        path = Path("3-a-deposer-au-tribunal") / entry.file
        old, new = place(folder, first) / path, place(folder, second) / path
        assert old.read_bytes() == new.read_bytes()


def test_a_poisoned_capture_is_told_and_the_others_are_treated(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=2)
    good = folder.captures()[0].read_bytes()
    (folder.captures_path / "tronquee.png").write_bytes(good[: len(good) // 2])
    (folder.captures_path / "programme.png").write_bytes(Path(sys.executable).read_bytes()[:4096])
    (folder.captures_path / "vide.png").write_bytes(b"")
    outcome = prepare(folder, today=TODAY)
    assert len(outcome.used) == 2
    assert not outcome.clean
    told = "\n".join(outcome.problems)
    for name in ("tronquee.png", "programme.png", "vide.png"):
        assert name in told


def test_a_changed_original_is_told_and_stays_in_the_journal(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=2)
    prepare(folder, today=TODAY)
    path = folder.captures()[0]
    path.write_bytes(path.read_bytes() + b"\0")
    assert not verify(folder.path).sound
    outcome = prepare(folder, today=TODAY)
    assert any("modifié" in problem for problem in outcome.problems)
    assert any(entry.kind == "capture_changed" for entry in folder.journal().entries)


def test_no_capture_at_all_says_what_to_do(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=0)
    with pytest.raises(PlaiseError, match="aucune capture"):
        prepare(folder, today=TODAY)


def test_an_exercise_stays_an_exercise(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=1)
    prepare(folder, today=TODAY)
    facts = folder.facts_path.read_text(encoding="utf-8")
    folder.facts_path.write_text(facts.replace("exercice = true", "exercice = false"))
    with pytest.raises(PlaiseError, match="exercice"):
        prepare(folder, today=TODAY)


def test_practice_captures_are_refused_in_a_real_dossier(tmp_path):
    folder = copy_example(tmp_path / "dossier", captures=2)
    folder.journal_path.unlink(missing_ok=True)
    facts = folder.facts_path.read_text(encoding="utf-8")
    facts = facts.replace("exercice = true", "exercice = false")
    facts = facts.replace('departement = "00"', 'departement = "95"')
    folder.facts_path.write_text(facts)
    with pytest.raises(PlaiseError, match="entraînement"):
        prepare(folder, today=TODAY)
    assert not folder.packages_path.exists()
