"""For a lawyer: texts to edit, exhibits apart, chronology, journal, originals and a verifier."""

from __future__ import annotations

from datetime import datetime, time

from plaise.bundle import attempts_calendar, calendar_svg, chronology
from plaise.bundle.workbook import chronology_xlsx
from plaise.work._places import EDITABLE, FILED, FILING, PROOF

from ._job import HOW_TO_CHECK_ALL, Files, SendingJob, verifier

_ACTS, _PDF, _EXHIBITS, _ORIGINALS = "actes-a-modifier", "actes-pdf", "pieces", "originaux"


def lawyer(job: SendingJob) -> Files:
    """The files; made even when the assessment blocks, since a lawyer may see another way."""
    brief = job.brief
    for path in job.made_below(EDITABLE):
        yield f"{_ACTS}/{path.partition('/')[2]}", job.made(path)
    exhibits = set(brief.plan.files)
    for path in (*job.made_below(FILED), *job.made_below(FILING)):
        name = path.partition("/")[2]
        yield f"{_EXHIBITS if name in exhibits else _PDF}/{name}", job.made(path)
    rows = chronology(brief.plan, brief.captures)
    made_on = datetime.combine(brief.acts_on, time())
    yield "chronologie.xlsx", chronology_xlsx(rows, made_on=made_on, mark=brief.mark)
    yield (
        "calendrier.svg",
        calendar_svg(attempts_calendar(brief.captures, brief.dossier.request.door)).encode(),
    )
    yield "dossier.toml", job.storage.facts_text().encode()
    yield "journal.jsonl", job.made(f"{PROOF}/journal.jsonl")
    for shelf in ("captures", "pieces"):
        for stored in job.storage.originals(shelf):
            yield f"{_ORIGINALS}/{stored.path}", job.storage.read(stored.path)
    yield "verifier.py", verifier()
    yield "LISEZ-MOI.txt", _readme(job).encode()


def _readme(job: SendingJob) -> str:
    mark = f"{job.brief.mark}\n\n" if job.brief.mark else ""
    assessment = job.outcome.assessment
    notes = "".join(f"- {one}\n" for one in (*assessment.blocks, *assessment.alerts))
    return f"""{mark}DOSSIER REMIS À L’AVOCAT
========================
actes-a-modifier/      projets d’actes, à modifier dans Word ou LibreOffice
actes-pdf/             les mêmes, tels que préparés
pieces/                un fichier par pièce, numérotés comme dans l’inventaire (R. 412-2 CJA)
chronologie.xlsx       chaque tentative : date, heure, site, réponse, pièce et page
calendrier.svg         les tentatives par semaine et par heure (s’ouvre dans un navigateur)
originaux/             captures et pièces telles qu’elles sont entrées, octet pour octet
dossier.toml           les faits déclarés par la personne
journal.jsonl          ce qui est arrivé au dossier, dans l’ordre, chaîné par empreintes

Niveau du dossier au {assessment.assessed_on:%d/%m/%Y} : {assessment.level_label}
{notes}
{HOW_TO_CHECK_ALL}"""
