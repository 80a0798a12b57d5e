"""Anonymous counts of an association: sums only, no line for a case, no small group shown.

Nothing is counted by court, place, day or judge (L. 10 CJA): `AnonymousRecord` has no such field.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plaise.dossier import Demarche
from plaise.followup import SMALLEST_GROUP, anonymous_record, without_small_groups
from plaise.law import load_law
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import Words
from plaise.web.models import Tally
from plaise.web.spoken import said_plain
from plaise.work.counted import count_once

from .case import case_of

_FIELDS: dict[str, Words] = {
    "year": _("Année"),
    "demarche": _("Démarche"),
    "door": _("Par où demander le rendez-vous"),
    "ending": _("Comment cela s’est fini"),
    "waited": _("Combien de temps après la requête"),
    "petitions": _("Requêtes"),
}
_WORDS: dict[str, Words] = {
    "date_avant_ordonnance": _("Une date donnée avant l’ordonnance"),
    "date_apres_injonction": _("Une date donnée après une injonction"),
    "autre_date": _("Une date donnée autrement"),
    "sans_date": _("Pas de date"),
    "un_mois_au_plus": _("Un mois au plus"),
    "trois_mois_au_plus": _("Trois mois au plus"),
    "plus_de_trois_mois": _("Plus de trois mois"),
    "jamais": _("Jamais"),
    "une": _("Une seule"),
    "plusieurs": _("Plusieurs"),
}


def count(dossier: EncryptedDossier) -> bool:
    """Add a closed case to the sums, once; an exercise is never counted."""
    case = case_of(dossier)
    record = anonymous_record(case.followup, case.setting)
    if record is None or case.facts.exercise or not count_once(dossier):
        return False
    with transaction.atomic():
        for field, value in record.model_dump(mode="json").items():
            row, _made = Tally.objects.get_or_create(field=field, value=str(value))
            Tally.objects.filter(pk=row.pk).update(number=F("number") + 1)
    return True


@require_GET
def counts(request: HttpRequest) -> HttpResponse:
    """The sums, without any small group."""
    rows: dict[str, dict[str, int]] = {field: {} for field in _FIELDS}
    for tally in Tally.objects.all():
        rows.setdefault(tally.field, {})[tally.value] = tally.number
    context: dict[str, Any] = {
        "smallest": SMALLEST_GROUP,
        "tables": [
            (words, [(_told(value), n) for value, n in without_small_groups(rows[field]).items()])
            for field, words in _FIELDS.items()
        ],
    }
    return render(request, "plaise/followup/counts.html", context)


def _told(value: str) -> Words:
    if value in _WORDS:
        return _WORDS[value]
    law = load_law()
    if value in {one.value for one in Demarche}:
        return said_plain(law.demarches[Demarche(value)].title)
    guide = law.door_guides.get(value)
    return said_plain(guide.title) if guide else value
