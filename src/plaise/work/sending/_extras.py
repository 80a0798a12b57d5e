"""Contact sheets and the lossless series, beside any package, when they are asked for."""

from __future__ import annotations

import io

from plaise.bundle import contact_sheets, lossless_files

from ._job import Files, SendingJob

PLACE = "captures-en-plus"
_README = """Ces fichiers ne sont pas à déposer avec les autres : ils montrent les mêmes captures.
{words}
Les numéros sont ceux de l’inventaire. Les originaux restent dans votre dossier.
"""
_SHEETS = "- Planches_contact.pdf : toutes les captures d’un coup d’œil."
_LOSSLESS = "- Captures_sans_perte : chaque point dans sa couleur, si le tribunal le demande."


def extras(job: SendingJob) -> Files:
    """The files asked for; nothing when the series is empty or nothing was asked.

    Raises:
        PlaiseError: a capture is missing, has changed or cannot be shown.
    """
    asked, brief = job.extras, job.brief
    if not brief.plan.series or not (asked.contact_sheets or asked.lossless):
        return
    words = []
    if asked.contact_sheets:
        words.append(_SHEETS)
        stream = io.BytesIO()
        contact_sheets(stream, brief.plan, brief.captures, job.originals, mark=brief.mark)
        yield f"{PLACE}/Planches_contact.pdf", stream.getvalue()
    if asked.lossless:
        words.append(_LOSSLESS)
        made = lossless_files(
            brief.plan, brief.captures, job.originals, cap_bytes=asked.cap_bytes, mark=brief.mark
        )
        for name, write in made:
            stream = io.BytesIO()
            write(stream)
            yield f"{PLACE}/{name}", stream.getvalue()
    yield f"{PLACE}/LISEZ-MOI.txt", _README.format(words="\n".join(words)).encode()
