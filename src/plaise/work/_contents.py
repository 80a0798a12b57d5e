"""What stands in a package, and in which directory."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plaise.bundle import write_exhibits
from plaise.drafting import (
    Act,
    Brief,
    courriel_eml,
    courriel_subject,
    draft,
    plain_text,
    to_docx,
    to_pdf,
)
from plaise.journal import canonical
from plaise.readiness import Assessment
from plaise.store import DossierFolder

from ._guide import Guide
from ._places import EDITABLE, EMAIL, FILING, LETTER, PAGE, PROOF
from ._progress import Progress

_PLACES = {
    Act.COURRIEL: (EMAIL, "Courriel_a_la_prefecture"),
    Act.LETTRE: (LETTER, "Lettre_recommandee_au_prefet"),
    Act.REQUETE: (FILING, "Requete_en_refere"),
    Act.ABSENCE_DE_DECISION: (FILING, "Absence_de_decision_attaquee"),
    Act.INVENTAIRE: (FILING, "Inventaire_des_pieces"),
    Act.FICHE_DE_DEPOT: (FILING, "A_recopier_dans_Telerecours"),
}
_EDITABLE = {Act.COURRIEL, Act.LETTRE, Act.REQUETE}


def exhibit_keys(brief: Brief) -> dict[str, str]:
    """For each exhibit file, one value for all that it is made from.

    The same key means the same bytes: the file of the previous version can be taken over.
    """
    plan = brief.plan
    return {
        f"{FILING}/{name}": hashlib.sha256(
            canonical(
                {
                    "entries": [entry.model_dump(mode="json") for entry in entries],
                    "series": len(plan.series) if entries[0].in_series else 0,
                    "mark": brief.mark,
                    "readings": [
                        capture.reading.model_dump(mode="json", exclude={"seconds"})
                        for capture in brief.captures
                        if capture.path in {entry.source for entry in entries}
                    ],
                }
            )
        ).hexdigest()
        for name, entries in plan.files.items()
    }


@dataclass(frozen=True, slots=True)
class Job:
    """All that a package is made from."""

    folder: DossierFolder
    brief: Brief
    assessment: Assessment
    guide: Guide
    progress: Progress


def fill(staging: Path, job: Job, kept: Mapping[str, Path]) -> None:
    """Write everything of a package but its record and its list of hashes.

    When the assessment blocks, no act is drafted; proofs are bundled all the same, since
    collecting proof never stops.

    Args:
        staging: the directory that will become the version.
        job: what the package is made from.
        kept: exhibit files to take over unchanged, and the version where they stand.
    """
    brief, progress = job.brief, job.progress
    acts = [] if job.assessment.blocks else list(_PLACES)
    progress.begin("Actes et pièces", len(acts) + len(brief.plan.files))
    for act in acts:
        _write_act(staging, brief, act)
        progress.advance()
    (staging / FILING).mkdir(exist_ok=True)
    for name, version in kept.items():
        shutil.copyfile(version / name, staging / name)
        progress.advance()
    write_exhibits(
        brief.plan,
        brief.dossier,
        brief.captures,
        job.folder.path,
        staging / FILING,
        mark=brief.mark,
        skip=frozenset(name.partition("/")[2] for name in kept),
        progress=progress.advance,
    )
    (staging / PROOF).mkdir()
    shutil.copyfile(job.folder.journal_path, staging / PROOF / job.folder.journal_path.name)
    (staging / PAGE).write_text(job.guide.as_html(), encoding="utf-8")
    progress.end()


def _write_act(staging: Path, brief: Brief, act: Act) -> None:
    place, stem = _PLACES[act]
    document = draft(act, brief)
    (staging / place).mkdir(exist_ok=True)
    (staging / place / f"{stem}.pdf").write_bytes(to_pdf(document, made_on=brief.today))
    if act in _EDITABLE:
        (staging / EDITABLE).mkdir(exist_ok=True)
        (staging / EDITABLE / f"{stem}.docx").write_bytes(to_docx(document, made_on=brief.today))
    if act is Act.COURRIEL:
        (staging / place / f"{stem}.eml").write_bytes(courriel_eml(brief, None))
        text = f"{courriel_subject(brief)}\n\n{plain_text(document)}\n"
        (staging / place / f"{stem}.txt").write_text(text, encoding="utf-8")
