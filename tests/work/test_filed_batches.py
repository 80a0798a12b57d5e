"""What comes after the petition: a memoir, new exhibits whose numbers go on, nothing sent twice."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from plaise.dossier import PlaiseError
from plaise.store import DossierFolder
from plaise.work import correct_event, followup_of, prepare, record_event
from plaise.work.exhibits import Changes, decide_exhibits, numbered
from plaise.work.sending import AllFiledError, Target, bundle
from work.test_prepare import EXAMPLE, copy_example, few_captures

TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 7)
NOTICE = """
[[pieces]]
fichier = "nouvelle-convocation.pdf"
libelle = "Courrier de l’employeur du 3 décembre 2026"
date = 2026-12-03
nature = "urgence"
"""

pytestmark = pytest.mark.engine


def sent(folder: DossierFolder, target: Target, out: Path, today: date) -> Path:
    kept = DossierFolder(out, packages=out)

    def write(files):
        return str(kept.package_path(kept.keep_package(files)))

    return Path(bundle(folder, target, write, today=today))


def words(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def add_proofs(folder: DossierFolder) -> None:
    """A capture that was not there when the petition left, and a piece that sorts before others."""
    late = few_captures(5)[-1]
    shutil.copy(EXAMPLE / "captures" / late, folder.captures_path / late)
    source = folder.pieces_path / "promesse-embauche.pdf"
    shutil.copy(source, folder.pieces_path / "nouvelle-convocation.pdf")
    folder.facts_path.write_text(folder.facts_path.read_text() + NOTICE)


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> tuple[DossierFolder, Path]:
    """A petition prepared and filed on Télérecours, its exhibits kept by the event alone."""
    folder = copy_example(tmp_path_factory.mktemp("filed") / "dossier", captures=4)
    first = sent(folder, Target.TELERECOURS, folder.path.parent / "first", TODAY)
    filing = {"on": TODAY.isoformat(), "channel": "telerecours", "number": "2609999"}
    record_event(folder, "filed", filing)
    add_proofs(folder)
    return folder, first


def test_the_second_package_holds_a_memoir_and_only_what_is_new(filed, tmp_path):
    folder, first = filed
    before = numbered_in(first)
    place = sent(folder, Target.TELERECOURS, tmp_path, LATER)
    names = sorted(path.name for path in (place / "1-fichiers-a-deposer").iterdir())
    last = max(before)
    assert numbered_in(place) == [last + 1, last + 2]
    assert {"Memoire_complementaire.pdf", "Inventaire_des_pieces.pdf"} < set(names)
    assert len(names) == 4
    steps = (place / "LISEZ-MOI.txt").read_text()
    assert all(name in steps for name in names)
    assert "n° 2609999" in steps
    assert f"Les pièces n° 1 à {last} y sont déjà" in steps
    memoir = words(place / "1-fichiers-a-deposer" / "Memoire_complementaire.pdf")
    assert f"la pièce n° {last}" in memoir.replace("\u00a0", " ")
    assert "Courrier de l’employeur" in memoir
    inventory = words(place / "1-fichiers-a-deposer" / "Inventaire_des_pieces.pdf")
    assert "Promesse" not in inventory
    assert "Courrier de l’employeur" in inventory
    assert f"à la suite des pièces n° 1 à {last}" in inventory.replace("\u00a0", " ")


def numbered_in(place: Path) -> list[int]:
    """The exhibit numbers that the names of the files say."""
    found: list[int] = []
    for path in (place / "1-fichiers-a-deposer").iterdir():
        match = re.match(r"(\d+)(?:_a_(\d+))?_", path.name)
        if match:
            found += range(int(match[1]), int(match[2] or match[1]) + 1)
    return sorted(found)


def test_what_was_filed_stays_as_it_was_filed(filed):
    folder, first = filed
    outcome = prepare(folder, today=LATER)
    for path in (first / "1-fichiers-a-deposer").glob("[0-9]*"):
        again = folder.read_package(outcome.package.number, f"7-deja-depose/{path.name}")
        assert again == path.read_bytes()
    assert [entry.number for entry in outcome.plan.entries] == list(
        range(1, len(outcome.plan.entries) + 1)
    )


def test_a_petition_filed_online_is_never_followed_on_paper(filed, tmp_path):
    with pytest.raises(PlaiseError, match="seraient écartées"):
        sent(filed[0], Target.PAPER, tmp_path, LATER)


def test_a_second_filing_starts_after_the_first(filed, tmp_path):
    folder = DossierFolder(shutil.copytree(filed[0].path, tmp_path / "dossier"))
    prepare(folder, today=LATER)
    record_event(folder, "new_proofs", {"on": LATER.isoformat()})
    plan = numbered(folder)
    assert plan.batch == ()
    assert plan.filed_up_to == len(plan.entries)


@pytest.fixture
def all_filed(filed, tmp_path) -> DossierFolder:
    """The same dossier, its second filing recorded too: nothing is new any more."""
    folder = DossierFolder(shutil.copytree(filed[0].path, tmp_path / "dossier"))
    prepare(folder, today=LATER)
    record_event(folder, "new_proofs", {"on": LATER.isoformat()})
    return folder


def test_when_all_is_filed_it_is_said_and_the_first_set_is_made_on_purpose(all_filed, tmp_path):
    with pytest.raises(AllFiledError, match="Tout est déjà déposé") as caught:
        sent(all_filed, Target.TELERECOURS, tmp_path / "no", LATER)
    assert "--again" in caught.value.to_do
    kept = DossierFolder(tmp_path / "out", packages=tmp_path / "out")
    place = Path(
        bundle(
            all_filed,
            Target.TELERECOURS,
            lambda files: str(kept.package_path(kept.keep_package(files))),
            today=LATER,
            again=True,
        )
    )
    assert (place / "1-fichiers-a-deposer" / "Requete_en_refere.pdf").is_file()
    every = numbered(all_filed)
    assert numbered_in(place) == [entry.number for entry in every.entries]


def test_a_filing_recorded_by_mistake_is_undone_and_the_journal_keeps_both(all_filed):
    case = followup_of(all_filed)[1]
    steps = {step.kind: step.id for step in case.history}
    before = numbered(all_filed)
    correct_event(all_filed, steps["new_proofs"], on=LATER, reason="Pas encore envoyé")
    after = numbered(all_filed)
    assert len(after.batch) == 2
    assert after.filed_up_to == len(before.entries) - 2
    correct_event(all_filed, steps["filed"], on=LATER, reason="Requête non envoyée")
    assert numbered(all_filed).filed_up_to == 0
    decided = [entry.data for entry in all_filed.journal().of_kind("exhibits")]
    assert [one.get("unfiled") for one in decided[-2:]] == [after.filed_up_to + 1, 1]
    assert decided[-1]["why"] == "Requête non envoyée"
    outcome = prepare(all_filed, today=LATER)
    assert outcome.plan.batch == outcome.plan.entries


def test_a_corrected_date_of_filing_frees_no_number(all_filed):
    case = followup_of(all_filed)[1]
    target = next(step for step in case.history if step.kind == "filed")
    data = {"on": "2026-11-24", "channel": "telerecours", "number": "2609999"}
    correct_event(
        all_filed, target.id, on=LATER, reason="Un jour plus tard", kind="filed", data=data
    )
    assert numbered(all_filed).all_filed


def filed_a_day_after_its_acts(folder: DossierFolder, target: Path) -> DossierFolder:
    """A copy whose acts bear the 23rd, as its facts fix it, and whose filing is of the 24th."""
    copied = DossierFolder(shutil.copytree(folder.path, target))
    step = next(step for step in followup_of(copied)[1].history if step.kind == "filed")
    data = {"on": "2026-11-24", "channel": "telerecours", "number": "2609999"}
    correct_event(copied, step.id, on=LATER, reason="Déposée après", kind="filed", data=data)
    return copied


def test_acts_dated_before_the_filing_never_hide_that_all_is_filed(all_filed, tmp_path):
    folder = filed_a_day_after_its_acts(all_filed, tmp_path / "later")
    outcome = prepare(folder, today=LATER)
    made = {file.path for file in folder.package_files(outcome.package.number)}
    assert "3-a-deposer-au-tribunal/Requete_en_refere.pdf" in made
    assert not [path for path in made if "Defenseur" in path]  # it would tell of the filing
    assert not [told for told in outcome.problems if "n’est pas rédigé" in told]
    with pytest.raises(AllFiledError, match="Tout est déjà déposé"):
        sent(folder, Target.TELERECOURS, tmp_path / "no", LATER)


def test_a_memoir_dated_before_the_filing_waits_for_a_later_date(filed, tmp_path):
    folder = filed_a_day_after_its_acts(filed[0], tmp_path / "later")
    outcome = prepare(folder, today=LATER)
    (told,) = (one for one in outcome.problems if "mémoire complémentaire n’est pas" in one)
    assert "24 novembre 2026" in told.replace("\u00a0", " ")
    with pytest.raises(PlaiseError, match="Changez la date des actes"):
        sent(folder, Target.TELERECOURS, tmp_path / "no", LATER)
    facts = folder.facts_path.read_text()
    folder.facts_path.write_text(facts.replace("date_des_actes = 2026-11-23", ""))
    place = sent(folder, Target.TELERECOURS, tmp_path / "out", LATER)
    assert "le 7 décembre 2026" in words(
        place / "1-fichiers-a-deposer" / "Memoire_complementaire.pdf"
    ).replace("\u00a0", " ")


def test_a_filing_said_without_an_event_is_undone_by_the_exhibits(tmp_path):
    folder = copy_example(tmp_path / "d", captures=1)
    with pytest.raises(PlaiseError, match="Aucune pièce n’est notée comme déposée"):
        decide_exhibits(folder, Changes(unfiled=True))
    prepare(folder, today=TODAY)
    assert decide_exhibits(folder, Changes(filed=True)).all_filed
    assert decide_exhibits(folder, Changes(unfiled=True, why="erreur")).filed_up_to == 0
    moved = decide_exhibits(folder, Changes(order=("2",)))
    assert moved.entries[0].source != numbered(folder).entries[1].source
    assert decide_exhibits(folder, Changes(filed=True)).all_filed


def test_a_filing_that_the_case_tells_is_corrected_there(all_filed):
    with pytest.raises(PlaiseError, match="noté dans la suite"):
        decide_exhibits(all_filed, Changes(unfiled=True))


def test_nothing_can_be_filed_before_it_was_prepared(tmp_path):
    folder = copy_example(tmp_path / "d", captures=1)
    with pytest.raises(PlaiseError, match="Rien n’a encore été préparé"):
        decide_exhibits(folder, Changes(filed=True))
