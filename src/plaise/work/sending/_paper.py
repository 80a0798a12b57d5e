"""For the post or the greffe: what to print twice, the envelope, the list to follow.

Sources: R. 411-3 (a copy of the petition), R. 412-2 (inventory and copies of exhibits), R. 413-1
and R. 522-3 CJA (« référé » on the petition and the envelope; registered letter when posted).
"""

from __future__ import annotations

from plaise.bundle.paper import behind, envelope, labels, page_count, separators
from plaise.dossier import PlaiseError
from plaise.law import load_law
from plaise.work._filed import only_online

from ._job import HOW_TO_CHECK, INVENTORY, Files, SendingJob, verifier

_PRINT = "1-a-imprimer-deux-fois"
_ONCE = "2-a-imprimer-une-fois"


def paper(job: SendingJob) -> Files:
    """The files, in the order in which they are stacked.

    Raises:
        PlaiseError: no petition was made.
    """
    job.need_acts()
    if job.follows and only_online(job.storage.journal()):
        raise PlaiseError(
            "La requête a été déposée sur Télérecours citoyens : envoyées sur papier, les pièces "
            "nouvelles seraient écartées (article R. 414-2 du code de justice administrative).",
            safe="Vos pièces sont prêtes ; rien n’est perdu.",
            to_do="Déposez-les par la même voie : plaise bundle … --for telerecours",
        )
    brief = job.brief
    counts: list[tuple[str, int]] = []
    for name in (job.acts[0], INVENTORY):
        content = job.exhibit(name)
        counts.append((f"{len(counts) + 1:02d}_{name}", page_count(content)))
        yield f"{_PRINT}/{counts[-1][0]}", content
    sent = brief.plan.files_to_send
    dividers = separators(sent.values(), made_on=brief.acts_on, mark=brief.mark)
    for name, divider in zip(sent, dividers, strict=True):
        content = behind(divider, job.exhibit(name))
        counts.append((f"{len(counts) + 1:02d}_Piece_{name}", page_count(content)))
        yield f"{_PRINT}/{counts[-1][0]}", content
    sheet = envelope(_court_lines(job), _sender_lines(job), made_on=brief.acts_on, mark=brief.mark)
    yield f"{_ONCE}/Enveloppe_REFERE.pdf", sheet
    stickers = labels(
        brief.plan.batch or brief.plan.entries, made_on=brief.acts_on, mark=brief.mark
    )
    yield f"{_ONCE}/Etiquettes_des_pieces.pdf", stickers
    yield "verifier.py", verifier()
    yield "LISEZ-MOI.txt", _steps(job, counts).encode()


def _court_lines(job: SendingJob) -> list[str]:
    tribunal = job.court.tribunal
    found = load_law().suggested_court(job.court.departement)
    lines = [tribunal[0].upper() + tribunal[1:], "Greffe – service des référés"]
    return [*lines, *(found.address.splitlines() if found else ())]


def _sender_lines(job: SendingJob) -> list[str]:
    dossier = job.outcome.dossier
    sender = dossier.representative or dossier.person
    return [sender.full_name, *(sender.address or dossier.person.address)]


def _steps(job: SendingJob, counts: list[tuple[str, int]]) -> str:
    what = "LE MÉMOIRE" if job.follows else "LA REQUÊTE"
    total = sum(pages for _, pages in counts)
    listed = "\n".join(f"   [ ] {name} ({pages} p.)" for name, pages in counts)
    mark = f"{job.brief.mark}\n\n" if job.brief.mark else ""
    found = load_law().suggested_court(job.court.departement)
    address = (
        f"   L’adresse imprimée vient d’un annuaire de {found.dated.year} : vérifiez-la sur le "
        "site du tribunal."
        if found
        else "   Écrivez l’adresse du tribunal : elle est sur son site."
    )
    return f"""{mark}DÉPÔT SUR PAPIER
================
1. Imprimez DEUX FOIS chaque fichier de {_PRINT} ({total} pages, donc {2 * total} feuilles si
   vous imprimez d’un seul côté). Un exemplaire de trop pour vous est prudent.
{listed}
   Deux exemplaires : article R. 411-3. Pièces avec une copie et un inventaire
   détaillé : article R. 412-2 (code de justice administrative).
2. SIGNEZ {what} À LA MAIN, sur les deux exemplaires. Rien d’autre ne se signe.
3. Chaque pièce est précédée d’une page « Pièce n° … » : gardez cet ordre. Les étiquettes servent
   aux pièces que vous photocopiez vous-même. Gardez les originaux chez vous.
4. Enveloppe : collez Enveloppe_REFERE.pdf. Le mot « RÉFÉRÉ » doit y être (article R. 522-3).
{address}
5. Ou bien portez le tout au greffe, contre un récépissé daté ; ou bien envoyez-le en LETTRE
   RECOMMANDÉE avec avis de réception (article R. 522-3). La lettre simple n’est pas permise.
6. Rangez la preuve de dépôt ou le récépissé dans le dossier « pieces ».

{HOW_TO_CHECK}"""
