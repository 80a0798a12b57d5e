"""Every page that a person may have before their eyes; each one is opened in Chromium.

A new page is one line here: its address, and who must be signed in. `{dossier}` is the example.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page to look at."""

    address: str
    member: bool = True
    status: int = 200


# What fills the facts: parts, screens, lists, and one block of each.
FACTS = (
    "avant",
    "avant/avertissements",
    "avant/situation",
    "avant/conseil",
    "avant/demarche",
    "avant/porte",
    "avant/porte/question",
    "avant/prefecture",
    "qui",
    "qui/nom",
    "qui/naissance",
    "qui/adresse",
    "qui/joindre",
    "qui/representant",
    "demande",
    "demande/titre",
    "demande/dates",
    "demande/juge",
    "demande/urgence",
    "demande/urgence/ajouter",
    "contacts",
    "contacts/ajouter/courriel",
    "contacts/ajouter/visite",
    "contacts/1",
    "contacts/1/retirer",
    "explications",
    "explications/ajouter",
)
PAGES = (
    Page("/", member=False),
    Page("/mots/", member=False),
    Page("/protection/", member=False),
    Page("/accessibilite/", member=False),
    Page("/pause/", member=False),
    Page("/nulle-part/", member=False, status=404),
    Page("/compte/verrouiller/", status=405),
    Page("/compte/creer/", member=False),
    Page("/compte/ouvrir/", member=False),
    Page("/compte/secours/", member=False),
    Page("/compte/secours/?ailleurs", member=False),
    Page("/compte/"),
    Page("/compte/phrase/"),
    Page("/compte/application/"),
    Page("/dossiers/"),
    Page("/dossiers/nouveau/"),
    Page("/dossiers/importer/"),
    Page("/dossiers/{dossier}/"),
    Page("/dossiers/{dossier}/acces/"),
    Page("/dossiers/{dossier}/captures/"),
    Page("/dossiers/{dossier}/captures/comment/"),
    Page("/dossiers/{dossier}/captures/lecture/"),
    Page("/dossiers/{dossier}/captures/verifier/"),
    *(Page(f"/dossiers/{{dossier}}/{place}/") for place in FACTS),
    Page("/dossiers/{dossier}/faits/"),
    Page("/dossiers/{dossier}/pieces/"),
    Page("/dossiers/{dossier}/pret/"),
    Page("/dossiers/{dossier}/plan/"),
    Page("/dossiers/{dossier}/numeros/"),
    Page("/dossiers/{dossier}/chronologie/"),
    Page("/dossiers/{dossier}/paquet/"),
    Page("/dossiers/{dossier}/actes/"),
    Page("/dossiers/{dossier}/actes/autre/attestation/"),
    Page("/dossiers/{dossier}/deposer/"),
    Page("/dossiers/{dossier}/deposer/compte/"),
    Page("/dossiers/{dossier}/deposer/par/telerecours/"),
    Page("/dossiers/{dossier}/apres/"),
    Page("/dossiers/{dossier}/apres/histoire/"),
    Page("/dossiers/{dossier}/apres/noter/filed/"),
    Page("/dossiers/{dossier}/apres/dates/"),
    Page("/dossiers/{dossier}/apres/messages/"),
    Page("/dossiers/{dossier}/apres/lettres/"),
    Page("/dossiers/{dossier}/apres/rejet/"),
    Page("/dossiers/{dossier}/apres/rendez-vous/"),
    Page("/dossiers/{dossier}/apres/acte/fiche_rendez_vous/"),
    Page("/dossiers/{dossier}/apres/clore/"),
    Page("/comptes-anonymes/"),
    Page("/dossiers/{dossier}/exporter/"),
    Page("/dossiers/{dossier}/effacer/"),
)

# Pages that have something to show only once captures are read and documents are made.
MADE = tuple(
    Page(f"/dossiers/{{dossier}}/{place}")
    for place in (
        "captures/",
        "captures/verifier/",
        "captures/{refusal}/",
        "captures/{slot}/",
        "captures/{slot}/creneau/",
        "captures/{refusal}/masquer/",
        "chronologie/",
        "pret/",
        "actes/",
        "actes/requete/",
        "actes/inventaire/",
        "deposer/",
        "deposer/par/papier/",
        "deposer/par/avocat/",
        "deposer/par/courriel/",
        "deposer/par/telerecours/",
    )
)
