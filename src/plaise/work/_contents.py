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
from plaise.dossier import ExhibitPlan, typeset
from plaise.drafting import (
    ATTACHMENT_NAME,
    Act,
    Brief,
    Details,
    Document,
    Finding,
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
from plaise.reading import LIGHT
from plaise.store import Storage

from ._acts import as_prepared
from ._guide import Guide
from ._kept import KeptAct
from ._places import EDITABLE, EMAIL, FILED, FILING, LETTER, OTHERS, PAGE, PROOF
from ._progress import Progress

_PLACES = {
    Act.COURRIEL: (EMAIL, "Courriel_a_la_prefecture"),
    Act.RELANCE: (EMAIL, "Courriel_a_la_prefecture"),
    Act.LETTRE: (LETTER, "Lettre_recommandee_au_prefet"),
    Act.REQUETE: (FILING, "Requete_en_refere"),
    Act.MEMOIRE_COMPLEMENTAIRE: (FILING, "Memoire_complementaire"),
    Act.ABSENCE_DE_DECISION: (FILING, "Absence_de_decision_attaquee"),
    Act.INVENTAIRE: (FILING, "Inventaire_des_pieces"),
    Act.FICHE_DE_DEPOT: (FILING, "A_recopier_dans_Telerecours"),
    Act.DEFENSEUR: (OTHERS, "Saisine_du_Defenseur_des_droits"),
    Act.AIDE_JURIDICTIONNELLE: (OTHERS, "Note_sur_l_aide_juridictionnelle"),
    Act.CENTRE_DE_CONTACT: (OTHERS, "Demande_au_centre_de_contact"),
    Act.POINT_NUMERIQUE: (OTHERS, "Passage_au_point_d_accueil_numerique"),
}
_EDITABLE = {
    Act.COURRIEL,
    Act.RELANCE,
    Act.LETTRE,
    Act.REQUETE,
    Act.MEMOIRE_COMPLEMENTAIRE,
    Act.DEFENSEUR,
}
# What was filed once is not filed again: a memoir brings what is new.
_FILED_ONCE = {Act.REQUETE, Act.ABSENCE_DE_DECISION, Act.FICHE_DE_DEPOT}
_OPENER = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Courriel à envoyer</title>
<style>
  :root {{ color-scheme: light dark; font: 1.06rem/1.55 system-ui, sans-serif; }}
  body {{ margin: 0 auto; max-inline-size: 36rem; padding: 1.5rem 1.1rem; }}
  a {{ display: inline-block; padding: .6rem 1.1rem; border: 2px solid; border-radius: .6rem; }}
</style>
<h1>Le courriel à la préfecture</h1>
<p><a href="{link}">Ouvrir ce courriel dans ma messagerie</a></p>
<p>{then}</p>
</html>
"""
_ATTACH = typeset(
    f"Ensuite, joignez le fichier « {ATTACHMENT_NAME} », qui est à côté de cette page : un lien ne "
    "peut pas le faire. Relisez, puis envoyez vous-même."
)
_NO_ATTACHMENT = "Relisez, puis envoyez vous-même."
_NAMED = {
    Act.REQUETE: "La requête",
    Act.LETTRE: "La lettre recommandée",
    Act.MEMOIRE_COMPLEMENTAIRE: "Le mémoire complémentaire",
}
_MASCULINE = {Act.MEMOIRE_COMPLEMENTAIRE}
_SAID_BY_THE_ASSESSMENT = {"deux_mois", "meme_semaine"}
_EMAILS = {Act.COURRIEL, Act.RELANCE}


def place_of_exhibit(plan: ExhibitPlan, name: str) -> str:
    """Where an exhibit file stands in a version: what was filed stands apart."""
    return f"{FILING if name in plan.files_to_send else FILED}/{name}"


def exhibit_keys(brief: Brief) -> dict[str, str]:
    """For each exhibit file, one value for all that it is made from.

    The same key means the same bytes: the file of the previous version can be taken over.
    """
    plan = brief.plan
    return {
        place_of_exhibit(plan, name): hashlib.sha256(
            canonical(
                {
                    "entries": [entry.model_dump(mode="json") for entry in entries],
                    "series": len(plan.series_of(entries[0])) if entries[0].in_series else 0,
                    "mark": brief.mark,
                    "copies": LIGHT,
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
    Word, and `drafted` receives the others; `details` tell what was filed before.
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
    details: Details = field(default_factory=Details)
    drafted: dict[Act, Document] = field(default_factory=dict)


def acts_of(
    brief: Brief, assessment: Assessment, edited: Mapping[Act, KeptAct], details: Details
) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """The acts that the package holds; why another is not among them, and what to have checked.

    An act that cannot be made, edited or not, is left out and told: it never stops the others.
    When the assessment blocks, no act is made: it says why itself.
    """
    if assessment.blocks:
        return (), ()
    kept = {act for act in edited if not _blocking(act, brief, details)}
    wanted = {*applicable_acts(brief, details), *kept}
    unwanted = {Act.MEMOIRE_COMPLEMENTAIRE}
    if brief.plan.continues:
        unwanted = _FILED_ONCE
        if not _blocking(Act.MEMOIRE_COMPLEMENTAIRE, brief, details):
            wanted.add(Act.MEMOIRE_COMPLEMENTAIRE)
    wanted -= unwanted
    left = {act: f"{_NAMED[act]} n’est pas rédigé{_ending(act)}" for act in _NAMED}
    left |= {
        act: f"L’acte que vous avez modifié (« {one.document.title} ») n’est pas repris"
        for act, one in edited.items()
        if act in _PLACES
    }
    found = [
        (told, fault)
        for act, told in left.items()
        if act not in wanted | unwanted
        for fault in _blocking(act, brief, details)
    ]
    faults = [f"{told} : {fault.message}" for told, fault in found]
    faults += [fault.to_do for _, fault in found if fault.to_do]
    faults += [
        f"À vérifier : {fault.message}."
        for act in _NAMED
        if act in wanted
        for fault in check_act(act, brief, details)
        if not fault.blocking and fault.code not in _SAID_BY_THE_ASSESSMENT
    ]
    return tuple(act for act in _PLACES if act in wanted), tuple(dict.fromkeys(faults))


def _ending(act: Act) -> str:
    return "" if act in _MASCULINE else "e"


def _blocking(act: Act, brief: Brief, details: Details) -> list[Finding]:
    return [fault for fault in check_act(act, brief, details) if fault.blocking]


def contents(job: Job, kept: Mapping[str, tuple[int, str]]) -> Iterator[tuple[str, bytes]]:
    """Every file of a package but its record and its list of hashes, one at a time.

    When the assessment blocks, no act is drafted; proofs are bundled all the same, since
    collecting proof never stops.

    Args:
        job: what the package is made from.
        kept: exhibit files to take over unchanged, with their version and place in it.
    """
    brief, progress = job.brief, job.progress
    acts = job.acts
    progress.begin("Actes et pièces", len(acts) + len(brief.plan.files))
    for act in acts:
        yield from _act_files(job, act)
        progress.advance()
    for name, (number, place) in kept.items():
        yield name, job.storage.read_package(number, place)
        progress.advance()
    skip = frozenset(name.partition("/")[2] for name in kept)
    wanted = exhibit_files(
        brief.plan, brief.dossier, brief.captures, job.originals, mark=brief.mark, skip=skip
    )
    for name, write in wanted:
        stream = io.BytesIO()
        write(stream)
        yield place_of_exhibit(brief.plan, name), stream.getvalue()
        progress.advance()
    yield f"{PROOF}/journal.jsonl", b"".join(entry.line() for entry in job.journal.entries)
    yield PAGE, job.guide.as_html().encode()
    progress.end()


def _act_files(job: Job, act: Act) -> Iterator[tuple[str, bytes]]:
    brief = job.brief
    place, stem = _PLACES[act]
    document = as_prepared(act, brief, job.edited, job.details)
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
        page = _OPENER.format(link=link, then=_ATTACH if attachment else _NO_ATTACHMENT)
        yield f"{place}/Ouvrir_dans_ma_messagerie.html", page.encode()


def attached_captures(job: Job) -> bytes | None:
    """The few captures that go with the e-mail, as one PDF; None when none is light enough."""
    selection = select_for_email(
        job.brief.captures, job.originals, door=job.brief.dossier.request.door
    )
    if not selection:
        return None
    return email_pdf(job.brief.plan, job.brief.dossier, selection, job.originals)
