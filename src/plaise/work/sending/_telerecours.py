"""For Télérecours citoyens: files to send one by one, and what to copy into the form.

Sources: R. 414-2, R. 414-4, R. 414-5, R. 522-3, R. 522-10-1 CJA; 32 Mo per file (CAA Versailles,
page « En pratique », undated; no total limit is published).
"""

from __future__ import annotations

from plaise.dossier import PlaiseError
from plaise.work._places import FILING

from ._job import HOW_TO_CHECK_ALL, SHEET, Files, SendingJob, verifier

_TO_SEND = "1-fichiers-a-deposer"
_TO_KEEP = "2-a-garder-pour-vous"


def telerecours(job: SendingJob) -> Files:
    """The files, in the order of the form.

    Raises:
        PlaiseError: nobody is known to open the inbox, no petition was made, or it all weighs
            more than the limit given.
    """
    job.need_acts()
    reader = job.outcome.dossier.deposit.inbox_read_by.strip()
    if not reader:
        raise PlaiseError(
            "Qui ouvrira votre boîte Télérecours chaque jour, du dépôt jusqu’à l’ordonnance ?",
            safe="Rien n’a été envoyé ; vos fichiers sont prêts.",
            to_do="Dans l’urgence, un message du tribunal est réputé reçu dès qu’il est dans cette "
            "boîte (article R. 522-10-1 du code de justice administrative). Répondez dans "
            "dossier.toml, puis relancez :\n\n[depot]\nboite_ouverte_chaque_jour_par = "
            '"moi, chaque matin"',
        )
    names = [*job.acts, *job.outcome.plan.files_to_send]
    weight = _check_total(job, names)
    for name in names:
        yield f"{_TO_SEND}/{name}", job.exhibit(name)
    if not job.follows:
        yield f"{_TO_KEEP}/{SHEET}", job.exhibit(SHEET)
    yield f"{_TO_KEEP}/journal.jsonl", job.made("5-journal/journal.jsonl")
    yield "verifier.py", verifier()
    yield "LISEZ-MOI.txt", _steps(job, names, reader, weight).encode()


def _check_total(job: SendingJob, names: list[str]) -> int:
    sizes = {
        file.path: file.size
        for file in job.storage.package_files(job.outcome.package.number)
        if file.path in {f"{FILING}/{name}" for name in names}
    }
    weight = sum(sizes.values())
    if job.total_bytes and weight > job.total_bytes:
        raise PlaiseError(
            f"Les fichiers à déposer pèsent ensemble {_mega(weight)}, plus que la limite de "
            f"{_mega(job.total_bytes)}.",
            safe="Rien n’a été supprimé.",
            to_do="Laissez de côté les captures qui n’ajoutent rien (plaise pieces … --leave-out), "
            "ou remettez les pièces trop lourdes sur un support matériel (article R. 414-5 du "
            "code de justice administrative).",
        )
    return weight


def _steps(job: SendingJob, names: list[str], reader: str, weight: int) -> str:
    dossier = job.outcome.dossier
    mark = f"{job.brief.mark}\n\n" if job.brief.mark else ""
    listed = "\n".join(f"   [ ] {number:2d}. {name}" for number, name in enumerate(names, 1))
    title = "DÉPÔT SUR TÉLÉRECOURS CITOYENS" + (" : SUITE DE LA REQUÊTE" if job.follows else "")
    return f"""{mark}{title}
{"=" * len(title)}
{len(names)} fichiers, {_mega(weight)} en tout ; 32 Mo au plus par fichier.

1. Ouvrez https://citoyens.telerecours.fr avec VOTRE compte. Sauf un avocat, personne ne peut
   déposer à votre place : ni un proche, ni une association (articles R. 414-4 et R. 431-4).
{_into_the_case(job) if job.follows else _new_case(job)}
4. Déposez les fichiers de {_TO_SEND}, un par un, dans cet ordre :
{listed}{_grouped(job)}
5. Relisez, envoyez, puis enregistrez l’accusé de dépôt que le site affiche. Rangez-le dans le
   dossier « pieces » : c’est la preuve du jour et de l’heure. Puis notez le dépôt dans Plaise
   (« Après le dépôt ») : les numéros des pièces ne bougeront plus.
6. Chaque jour, la boîte est ouverte par : {reader}.
   Un message du tribunal est réputé reçu dès qu’il y est (article R. 522-10-1).
7. Toute pièce ajoutée plus tard passe par la même voie, sinon elle est écartée (article R. 414-2).

Fait pour : {(dossier.representative or dossier.person).full_name}

{HOW_TO_CHECK_ALL}"""


def _new_case(job: SendingJob) -> str:
    return f"""\
2. Choisissez : {job.court.tribunal}. Cochez la case « référé » (article R. 522-3).
3. Recopiez chaque champ de la fiche {_TO_KEEP}/{SHEET}."""


def _into_the_case(job: SendingJob) -> str:
    filed = job.filed
    number = f" n° {filed.number}" if filed and filed.number else ""
    last = job.outcome.plan.filed_up_to
    return f"""\
2. Ouvrez votre dossier{number} déjà déposé. Ne faites pas une nouvelle requête.
3. Choisissez d’y ajouter un mémoire et des pièces. Les pièces n° 1 à {last} y sont déjà : ne les
   envoyez pas une seconde fois, les nouveaux numéros suivent (article R. 412-2)."""


def _grouped(job: SendingJob) -> str:
    if not any(len(held) > 1 for held in job.outcome.plan.files_to_send.values()):
        return ""
    place = {2: "deuxième", 3: "troisième"}[len(job.acts)]
    return f"""
   Les captures d’écran sont groupées (série homogène) : l’inventaire est alors
   obligatoire (article R. 414-5). Il est le {place} fichier."""


def _mega(count: int) -> str:
    return f"{count / 1e6:.1f} Mo".replace(".", ",")
