"""Sentences kept in readings, split again into a text and its values, to be translated.

A reading keeps what it says in French, whole. Another language needs the sentence without what it
names: `split_sentence` gives back both. A sentence that is not listed stays French.
"""

from __future__ import annotations

import re
from functools import cache

from ._decode import TOO_LARGE

_UNKNOWN_HOST = (
    "mais son adresse (%(host)s) n’est pas celle d’un site de rendez-vous connu : elle ne compte "
    "pas. Si c’est bien le site de la préfecture, corrigez le résultat vous-même."
)
SENTENCES: tuple[str, ...] = (
    "Aucun texte lisible sur cette image.",
    f"Cette page semble proposer un créneau, {_UNKNOWN_HOST}",
    f"Cette page cite un refus, {_UNKNOWN_HOST}",
    f"Cette page montre un message d’erreur, {_UNKNOWN_HOST}",
    "Cette page propose un créneau : prenez-le s’il vous convient, ou expliquez pourquoi il ne "
    "convient pas. Cette capture ne prouve pas un refus.",
    "Seule cette semaine est complète : ce n’est pas un refus. Cherchez les semaines suivantes, "
    "puis refaites une capture.",
    "Le texte d’un refus est là, mais ni l’adresse du site ni le reste de sa page : l’image n’est "
    "pas comptée comme un refus. Montrez la fenêtre entière.",
    "Cette page semble citer le texte d’un refus sans être la page de rendez-vous elle-même : "
    "elle n’est pas comptée comme un refus.",
    "Cette page dit peut-être qu’il n’y a plus de rendez-vous, avec des mots que Plaise ne connaît "
    "pas. Si elle répond ainsi à votre demande, et ne propose rien d’autre, corrigez le résultat : "
    "c’est un refus.",
    "Cette page semble traduite par le navigateur : les mots du site n’y sont plus. Affichez-la en "
    "français, puis refaites la capture.",
    "« Aucun créneau disponible » est peut-être affiché pour un seul jour : montrez aussi le "
    "reste de la page pour que cette capture compte.",
    "L’adresse est coupée par l’écran : c’est peut-être celle de %(known)s. Vérifiez-la, et "
    "montrez-la en entier la prochaine fois.",
    "L’adresse %(host)s ressemble à %(known)s, mais ce n’est pas elle : attention aux sites "
    "imitateurs, qui font payer ou volent des données.",
    "Ce texte n’a jamais été relevé sur une page datée : vérifiez vous-même que la page dit bien "
    "« %(text)s ».",
    "L’ordinateur ou le téléphone n’était pas connecté à Internet : cette capture ne prouve rien "
    "contre la préfecture. Recommencez une fois connecté.",
    "La date affichée (%(day)s) est dans le futur : l’horloge de l’appareil était-elle bien "
    "réglée ?",
    "L’image ne montre pas l’année : le jour de la semaine donne le %(day)s, à confirmer.",
    "L’image ne montre pas l’année : le fichier donne le %(day)s, à confirmer.",
    "L’image ne montre pas de date : celle du fichier (%(day)s) est proposée, à confirmer.",
    "L’image écrit le jour et le mois dans un ordre incertain : le fichier donne le %(day)s, à "
    "confirmer.",
    "L’image écrit le jour et le mois dans un ordre incertain : une seule lecture n’est pas dans "
    "le futur, le %(day)s, à confirmer.",
    "Le jour et le mois sont mis dans l’ordre des autres captures du même écran : le %(day)s, à "
    "confirmer.",
    "Des deux dates possibles, une seule tombe pendant vos autres tentatives : le %(day)s, à "
    "confirmer.",
    "Image animée : seule la première image est lue.",
    "Ce fichier contient des données après la fin de l’image : elles n’ont pas été lues.",
    "Pour l’adresse, l’image montre « %(picture)s » et la page disait « %(page)s » : à vérifier.",
    "Pour le résultat, l’image montre « %(picture)s » et la page disait « %(page)s » : à vérifier.",
    "Pour l’heure, l’image montre « %(picture)s » et la page disait « %(page)s » : à vérifier.",
    "lu « %(seen)s », sans certitude",
    "aucun texte connu n’a été lu : dites ce que montre l’image",
    "le jour et le mois peuvent se lire dans deux ordres : %(one)s ou %(other)s ?",
    "la date peut se lire %(one)s ou %(other)s : l’une des deux a été déduite",
    "l’image ne montre pas toute la date : elle a été déduite",
    "l’image ne peut pas être lue",
    "vient du site d’entraînement : refusée dans un vrai dossier",
    "copie identique de « %(file)s »",
    "montre un CAPTCHA, pas une réponse de la préfecture",
    "montre un lien qui ne mène plus nulle part",
    "montre une autre page : ni refus, ni panne",
    "la date peut se lire %(one)s ou %(other)s : dites laquelle est la bonne",
    "ni date ni heure sur l’image : à refaire avec l’horloge visible",
    "laissée de côté à votre demande",
    TOO_LARGE,
    "Ce fichier est vide.",
    "Ce fichier est un programme, pas une image : il n’a pas été ouvert.",
    "Ce fichier n’est pas une image PNG, JPEG, WebP ou HEIC, ni un document qui en contient : il "
    "n’a pas été ouvert.",
    "Cette image %(form)s est abîmée ou incomplète : reprenez l’original, ou refaites la capture.",
    "Ce document ne contient aucune image lisible : s’il s’agit d’une page imprimée en PDF, "
    "joignez plutôt la capture d’écran elle-même.",
    "La lecture de ce fichier a été arrêtée : il est abîmé, trop lourd, ou fait pour nuire. Les "
    "autres fichiers ont été lus.",
)
"""French sentences in which `%(name)s` stands for a value: what gettext translates."""


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms = []
    for text in SENTENCES:
        parts = re.split(r"%\((\w+)\)s", text)
        pattern = "".join(
            f"(?P<{part}>.+?)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        forms.append((text, re.compile(pattern, re.DOTALL)))
    return tuple(forms)


def split_sentence(sentence: str) -> tuple[str, dict[str, str]]:
    """A sentence of a reading without its values, and those values; itself when unknown."""
    for text, form in _forms():
        if match := form.fullmatch(sentence):
            return text, match.groupdict()
    return sentence, {}
