"""Every sentence of a step sheet with its values apart, to be translated (see `readiness`).

They are as a page shows them: where a folder is named, the page of the app that holds the same.
The sheet for a lawyer is left in French.
"""

from __future__ import annotations

_EMAIL = (
    "Le plus simple : ouvrez Courriel_a_la_prefecture.eml dans votre logiciel de courrier ; les "
    "captures y sont déjà jointes. Relisez, puis envoyez depuis VOTRE adresse.",
    "Dans un navigateur (webmail) : copiez le texte de Courriel_a_la_prefecture.txt, puis joignez "
    "vous-même le fichier captures-d-ecran.pdf.",
    "Gardez la preuve : enregistrez le courriel envoyé (« Télécharger le message », format .eml) "
    "et rangez-le dans « Mes documents ». Un courriel ne saisit pas le tribunal (article R. 414-2 "
    "du code de justice administrative) : c’est une preuve de vos démarches.",
)
_TELERECOURS = (
    "%(number)s fichiers, %(weight)s en tout ; 32 Mo au plus par fichier.",
    "Ouvrez https://citoyens.telerecours.fr avec VOTRE compte. Sauf un avocat, personne ne peut "
    "déposer à votre place : ni un proche, ni une association (articles R. 414-4 et R. 431-4).",
    "Choisissez : %(name)s. Cochez la case « référé » (article R. 522-3).",
    "Recopiez chaque champ de la fiche %(name)s.",
    "Ouvrez votre dossier n° %(name)s déjà déposé. Ne faites pas une nouvelle requête.",
    "Ouvrez votre dossier déjà déposé. Ne faites pas une nouvelle requête.",
    "Choisissez d’y ajouter un mémoire et des pièces. Les pièces n° 1 à %(number)s y sont déjà : "
    "ne les envoyez pas une seconde fois, les nouveaux numéros suivent (article R. 412-2).",
    "Déposez les fichiers de %(folder)s, un par un, dans cet ordre :",
    "Les captures d’écran sont groupées (série homogène) : l’inventaire est alors obligatoire "
    "(article R. 414-5). Il est le %(said)s fichier.",
    "deuxième",
    "troisième",
    "Relisez, envoyez, puis enregistrez l’accusé de dépôt que le site affiche. Rangez-le dans "
    "« Mes documents » : c’est la preuve du jour et de l’heure. Puis notez le dépôt dans Plaise "
    "(« Après le dépôt ») : les numéros des pièces ne bougeront plus.",
    "Chaque jour, la boîte est ouverte par : %(name)s. Un message du tribunal est réputé reçu dès "
    "qu’il y est (article R. 522-10-1).",
    "Toute pièce ajoutée plus tard passe par la même voie, sinon elle est écartée (article R. "
    "414-2).",
    "Fait pour : %(name)s",
)
_PAPER = (
    "Imprimez DEUX FOIS chaque fichier de %(folder)s (%(number)s pages, donc %(number_sheets)s "
    "feuilles si vous imprimez d’un seul côté). Un exemplaire de trop pour vous est prudent.",
    "Deux exemplaires : article R. 411-3. Pièces avec une copie et un inventaire détaillé : "
    "article R. 412-2 (code de justice administrative).",
    "SIGNEZ LA REQUÊTE À LA MAIN, sur les deux exemplaires. Rien d’autre ne se signe.",
    "SIGNEZ LE MÉMOIRE À LA MAIN, sur les deux exemplaires. Rien d’autre ne se signe.",
    "Chaque pièce est précédée d’une page « Pièce n° … » : gardez cet ordre. Les étiquettes "
    "servent aux pièces que vous photocopiez vous-même. Gardez les originaux chez vous.",
    "Enveloppe : collez Enveloppe_REFERE.pdf. Le mot « RÉFÉRÉ » doit y être (article R. 522-3).",
    "L’adresse imprimée vient d’un annuaire de %(number)s : vérifiez-la sur le site du tribunal.",
    "Écrivez l’adresse du tribunal : elle est sur son site.",
    "Ou bien portez le tout au greffe, contre un récépissé daté ; ou bien envoyez-le en LETTRE "
    "RECOMMANDÉE avec avis de réception (article R. 522-3). La lettre simple n’est pas permise.",
    "Rangez la preuve de dépôt ou le récépissé dans « Mes documents ».",
)
SHEET_SENTENCES: tuple[str, ...] = (*_EMAIL, *_TELERECOURS, *_PAPER)
"""French sentences in which `%(name)s` stands for a value."""
