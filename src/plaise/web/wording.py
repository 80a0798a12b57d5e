"""Errors of the core, which speaks French, in the language of the page.

`gettext_noop` lists their texts so that they are translated; a text that is not listed is shown
in French, and marked as such.
"""

from __future__ import annotations

import re

from django.utils.translation import get_language, gettext, gettext_noop

from plaise.dossier import PlaiseError
from plaise.store.vault import TooSoonError

KNOWN = (
    gettext_noop("Rien n’a été modifié."),
    gettext_noop("Cet identifiant et cette phrase de passe ne vont pas ensemble."),
    gettext_noop(
        "Vérifiez les majuscules et le clavier, puis réessayez. Si vous l’avez oubliée, "
        "utilisez votre code de secours imprimé."
    ),
    gettext_noop("Trop d’essais avec une mauvaise phrase de passe."),
    gettext_noop("Vos dossiers sont intacts."),
    gettext_noop("Cette phrase de passe est trop courte : il faut au moins 12 caractères."),
    gettext_noop("Choisissez quatre ou cinq mots sans rapport entre eux, faciles à retenir."),
    gettext_noop("Ce compte demande aussi le code de votre application."),
    gettext_noop("Ce code n’est pas celui de votre application, ou il a déjà servi."),
    gettext_noop(
        "Attendez le code suivant et recopiez ses six chiffres. Vérifiez aussi l’heure "
        "du téléphone. Téléphone perdu ? Utilisez votre code de secours imprimé."
    ),
    gettext_noop("Cet identifiant et ce code d’invitation ne vont pas ensemble."),
    gettext_noop("Demandez à la personne de lire les deux dans « Mon compte », puis réessayez."),
    gettext_noop("Cet identifiant est vide, trop long ou déjà pris."),
    gettext_noop("Choisissez-en un autre, qui ne dise pas votre nom."),
    gettext_noop("Ce dossier n’existe pas, ou il n’est pas ouvert pour vous."),
    gettext_noop("Revenez à la liste de vos dossiers."),
    gettext_noop(
        "Seule la personne à qui appartient ce dossier peut faire cela, et un dossier garde "
        "toujours au moins une personne à qui il appartient."
    ),
    gettext_noop("Demandez-le-lui, ou confiez d’abord le dossier à quelqu’un d’autre."),
    gettext_noop(
        "Cette page a été modifiée entre-temps, dans un autre onglet ou par une autre personne."
    ),
    gettext_noop("L’autre modification est enregistrée ; la vôtre ne l’est pas encore."),
    gettext_noop("Rechargez la page, vérifiez, puis refaites votre changement."),
    gettext_noop("Votre dossier est verrouillé."),
    gettext_noop("Tout ce qui était enregistré l’est toujours ; ce qui arrive est gardé chiffré."),
    gettext_noop("Entrez votre phrase de passe pour continuer."),
    gettext_noop("Ce code de secours comporte une faute de frappe."),
    gettext_noop("Rien n’a été modifié, et cet essai ne compte pas."),
    gettext_noop("Recopiez les six groupes de cinq caractères, dans l’ordre, puis réessayez."),
    gettext_noop("Un autre travail est en cours sur ce dossier."),
    gettext_noop("Attendez qu’il finisse, puis recommencez."),
    gettext_noop(
        "Ce fichier ne s’ouvre pas : la phrase de passe (ou la clé) n’est pas la bonne, ou le "
        "fichier est abîmé."
    ),
    gettext_noop("Vérifiez la phrase de passe, ou copiez à nouveau le fichier d’origine."),
)


def in_french(error: PlaiseError) -> bool:
    """Whether what happened can only be told in French, in a page of another language."""
    elsewhere = not (get_language() or "fr").startswith("fr")
    return elsewhere and gettext(error.happened) == error.happened


def told_in_one(error: PlaiseError) -> str:
    """What happened and what to do, beside a field."""
    happened, _safe, to_do = said(error)
    return f"{happened} {to_do}"


# What a terminal is told, and what a page says instead.
_PAGES = {
    "Lancez d’abord « plaise prepare ».": gettext_noop("Faites d’abord vos documents."),
    "Lancez « plaise prepare », déposez, puis relancez cette commande.": gettext_noop(
        "Faites d’abord vos documents, déposez-les, puis revenez ici."
    ),
    "Donnez le nom du fichier ou le numéro de la pièce, comme les montre "
    "« plaise pieces DOSSIER ».": gettext_noop("Revenez à la liste de vos pièces."),
    "Ajoutez d’abord une capture ou une pièce nouvelle. Pour refaire exprès le premier jeu, parce "
    "que votre copie est perdue, ajoutez --again. Si le dépôt a été noté par erreur, "
    "corrigez-le.": gettext_noop("Ajoutez d’abord une capture ou une pièce nouvelle."),
    "Attendez qu’elle finisse, puis relancez.": gettext_noop(
        "Attendez qu’il finisse, puis recommencez."
    ),
}
_COMMAND = re.compile(r"\s*\((?:plaise|--)[^)]*\)|\s*«\s?plaise [^»]*»[^.]*\.")


def _for_a_page(text: str) -> str:
    """The same text without the commands that it names for those who have a terminal."""
    return _PAGES.get(text) or _COMMAND.sub("", text)


def said(error: PlaiseError) -> tuple[str, str, str]:
    """What happened, what is safe, what to do, in the language of the page."""
    to_do = _translated(error.to_do)
    if isinstance(error, TooSoonError):
        to_do = gettext("Attendez %(seconds)s secondes, puis réessayez.") % {
            "seconds": error.seconds
        }
    return gettext(error.happened), _translated(error.safe), to_do


def _translated(text: str) -> str:
    """An empty text stays empty: gettext would answer with the catalogue's own heading."""
    text = _for_a_page(text)
    return gettext(text) if text else ""
