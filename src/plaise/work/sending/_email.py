"""For the préfecture's mailbox: the message with the few captures that prove most."""

from __future__ import annotations

from plaise.work._places import EMAIL

from ._job import Files, SendingJob

_README = """LE COURRIEL À LA PRÉFECTURE
===========================
Le plus simple : ouvrez Courriel_a_la_prefecture.eml dans votre logiciel de courrier ; les captures
y sont déjà jointes. Relisez, puis envoyez depuis VOTRE adresse.

Dans un navigateur (webmail) : copiez le texte de Courriel_a_la_prefecture.txt, puis joignez
vous-même le fichier captures-d-ecran.pdf.

Gardez la preuve : enregistrez le courriel envoyé (« Télécharger le message », format .eml) et
rangez-le dans le dossier « pieces ». Un courriel ne saisit pas le tribunal (article R. 414-2 du
code de justice administrative) : c’est une preuve de vos démarches.
"""


def email(job: SendingJob) -> Files:
    """The message, its text and its attachment.

    Raises:
        PlaiseError: no act was drafted.
    """
    job.need_acts()
    for path in job.made_below(EMAIL):
        yield path.partition("/")[2], job.made(path)
    mark = f"{job.brief.mark}\n\n" if job.brief.mark else ""
    yield "LISEZ-MOI.txt", (mark + _README).encode()
