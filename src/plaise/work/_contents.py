"""What stands in a package, and in which directory."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from plaise.bundle import (
    Originals,
    email_pdf,
    exhibit_files,
    select_for_email,
)
from plaise.drafting import (
    ATTACHMENT_NAME,
    Act,
    Brief,
    Document,
    applicable_acts,
    check_act,
    courriel_eml,
    courriel_mailto,
    courriel_subject,
    plain_text,
    to_docx,
    to_pdf,
)
from plaise.journal import Journal, canonical
from plaise.readiness import Assessment
from plaise.store import Storage

from ._acts import as_prepared
from ._guide import Guide
from ._kept import KeptAct
from ._places import EDITABLE, EMAIL, FILING, LETTER, OTHERS, PAGE, PROOF
from ._progress import Progress

_PLACES = {
    Act.COURRIEL: (EMAIL, "Courriel_a_la_prefecture"),
    Act.RELANCE: (EMAIL, "Courriel_a_la_prefecture"),
    Act.LETTRE: (LETTER, "Lettre_recommandee_au_prefet"),
    Act.REQUETE: (FILING, "Requete_en_refere"),
    Act.ABSENCE_DE_DECISION: (FILING, "Absence_de_decision_attaquee"),
    Act.INVENTAIRE: (FILING, "Inventaire_des_pieces"),
    Act.FICHE_DE_DEPOT: (FILING, "A_recopier_dans_Telerecours"),
    Act.DEFENSEUR: (OTHERS, "Saisine_du_Defenseur_des_droits"),
    Act.AIDE_JURIDICTIONNELLE: (OTHERS, "Note_sur_l_aide_juridictionnelle"),
    Act.CENTRE_DE_CONTACT: (OTHERS, "Demande_au_centre_de_contact"),
    Act.POINT_NUMERIQUE: (OTHERS, "Passage_au_point_d_accueil_numerique"),
}
_EDITABLE = {Act.COURRIEL, Act.RELANCE, Act.LETTRE, Act.REQUETE, Act.DEFENSEUR}
_OPENER = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Courriel à envoyer</title>
<p><a href="{link}">Ouvrir ce courriel dans ma messagerie</a></p>
<p>Ensuite, joignez le fichier « captures-d-ecran.pdf » : un lien ne peut pas le faire.</p>
</html>
"""
_NAMED = {Act.REQUETE: "La requête", Act.LETTRE: "La lettre recommandée"}
_EMAILS = {Act.COURRIEL, Act.RELANCE}


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
                    "series": len(plan.series_of(entries[0])) if entries[0].in_series else 0,
                    "mark": brief.mark,
                    "readings": [
                        [
                            capture.reading.model_dump(mode="json", exclude={"seconds"}),
                            [box.model_dump() for box in capture.redacted],
                        ]
                        for capture in brief.captures
                        if capture.source in {entry.source for entry in entries}
                    ],
                }
            )
        ).hexdigest()
        for name, entries in plan.files.items()
    }


@dataclass(frozen=True, slots=True)
class Job:
    """All that a package is made from.

    `acts` are those that can be made; `edited` holds those that the person brought back from
    Word, and `drafted` receives the others.
    """

    storage: Storage
    journal: Journal
    brief: Brief
    assessment: Assessment
    guide: Guide
    originals: Originals
    progress: Progress
    acts: tuple[Act, ...]
    edited: Mapping[Act, KeptAct] = field(default_factory=dict)
    drafted: dict[Act, Document] = field(default_factory=dict)


def acts_of(
    brief: Brief, assessment: Assessment, edited: Mapping[Act, KeptAct]
) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """The acts that the package holds, and why the letter or the petition is not among them.

    When the assessment blocks, no act is made: it says why itself.
    """
    if assessment.blocks:
        return (), ()
    wanted = {*applicable_acts(brief), *edited}
    faults = [
        f"{_NAMED[act]} n’est pas rédigée : {fault.message}"
        for act in _NAMED
        if act not in wanted
        for fault in check_act(act, brief)
        if fault.blocking
    ]
    return tuple(act for act in _PLACES if act in wanted), tuple(dict.fromkeys(faults))


def contents(job: Job, kept: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """Every file of a package but its record and its list of hashes, one at a time.

    When the assessment blocks, no act is drafted; proofs are bundled all the same, since
    collecting proof never stops.

    Args:
        job: what the package is made from.
        kept: exhibit files to take over unchanged, and the version where they stand.
    """
    brief, progress = job.brief, job.progress
    acts = job.acts
    progress.begin("Actes et pièces", len(acts) + len(brief.plan.files))
    for act in acts:
        yield from _act_files(job, act)
        progress.advance()
    for name, number in kept.items():
        yield name, job.storage.read_package(number, name)
        progress.advance()
    skip = frozenset(name.partition("/")[2] for name in kept)
    wanted = exhibit_files(
        brief.plan, brief.dossier, brief.captures, job.originals, mark=brief.mark, skip=skip
    )
    for name, write in wanted:
        stream = io.BytesIO()
        write(stream)
        yield f"{FILING}/{name}", stream.getvalue()
        progress.advance()
    yield f"{PROOF}/journal.jsonl", b"".join(entry.line() for entry in job.journal.entries)
    yield PAGE, job.guide.as_html().encode()
    progress.end()


def _act_files(job: Job, act: Act) -> Iterator[tuple[str, bytes]]:
    brief = job.brief
    place, stem = _PLACES[act]
    document = as_prepared(act, brief, job.edited)
    if act not in job.edited:
        job.drafted[act] = document
    yield f"{place}/{stem}.pdf", to_pdf(document, made_on=brief.today)
    if act in _EDITABLE:
        yield f"{EDITABLE}/{stem}.docx", to_docx(document, made_on=brief.today)
    if act in _EMAILS:
        attachment = attached_captures(job)
        yield f"{place}/{stem}.eml", courriel_eml(brief, attachment, act, document=document)
        if attachment is not None:
            yield f"{place}/{ATTACHMENT_NAME}", attachment
        text = f"{courriel_subject(brief, act)}\n\n{plain_text(document)}\n"
        yield f"{place}/{stem}.txt", text.encode()
        link = escape(courriel_mailto(brief, act, document=document))
        yield f"{place}/Ouvrir_dans_ma_messagerie.html", _OPENER.format(link=link).encode()


def attached_captures(job: Job) -> bytes | None:
    """The few captures that go with the e-mail, as one PDF; None when none is light enough."""
    selection = select_for_email(job.brief.captures, job.originals)
    if not selection:
        return None
    return email_pdf(job.brief.plan, job.brief.dossier, selection, job.originals)
