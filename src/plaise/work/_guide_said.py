"""Every sentence of the final page with its values apart, to be translated (see `readiness`).

The page is kept with its package, whole and in French: another language splits it again.
"""

from __future__ import annotations

_LEAD = "Niveau : %(said)s."
_TITLES = (
    "À regarder d’abord",
    "Qui appeler",
    "Ce qui est prêt",
    "Ce qui manque ou peut être renforcé",
    "Et maintenant",
    "Vos captures, à regarder",
    "Pour que les prochaines captures montrent tout",
    "Captures mises de côté (elles restent dans votre dossier)",
    "Pour vérifier que rien n’a changé",
)
_READY = (
    "%(said_pieces)s, en %(said_files)s",
    "Le mémoire complémentaire, à relire puis à déposer",
    "La requête, à relire puis à déposer",
    "L’inventaire, à déposer avec elle",
    "Le courriel à la préfecture, prêt à envoyer",
    "La lettre recommandée, à imprimer et à signer",
    "Les textes, à modifier dans Word ou LibreOffice",
    "Une saisine du Défenseur des droits, si vous voulez",
    "Une note sur l’aide juridictionnelle",
)
_NEXT = (
    "Relisez chaque phrase de la requête : tout doit être vrai et vécu par vous.",
    "Pensez que la préfecture lira la requête et chaque pièce. En cas de doute sur une pièce, "
    "montrez-la d’abord à une association.",
    "Une requête déposée à la légère peut coûter une amende : si possible, faites relire le "
    "dossier par une association ou un avocat.",
    "Déposez vous-même sur Télérecours citoyens (citoyens.telerecours.fr), depuis votre propre "
    "compte : cochez « référé », puis déposez la requête, la note sur l’absence de décision, "
    "l’inventaire et chaque pièce du dossier « %(folder)s », un par un, dans l’ordre des numéros. "
    "La fiche « A_recopier_dans_Telerecours » reste chez vous : elle ne se dépose pas.",
    "Ou sur papier : imprimez tout en deux exemplaires, signez la requête à la main, écrivez "
    "« RÉFÉRÉ » sur l’enveloppe, envoyez-la en recommandé ou portez-la au greffe.",
    "Après le dépôt, ouvrez chaque jour votre boîte Télérecours : ce qui y arrive est réputé reçu "
    "tout de suite.",
    "Continuez vos tentatives et gardez chaque capture : elles pourront être ajoutées.",
    "Relisez le mémoire : tout doit être vrai et vécu par vous.",
    "Déposez-le avec l’inventaire et chaque nouveau fichier, par la même voie que la requête : sur "
    "Télérecours citoyens si elle y a été déposée, depuis votre propre compte, dans le dossier "
    "déjà ouvert.",
    "Les pièces n° 1 à %(number)s sont déjà déposées : elles gardent leur numéro, ne les envoyez "
    "pas une seconde fois. Elles sont dans « %(folder)s ».",
    "Notez ensuite dans Plaise que ces preuves sont déposées : leurs numéros ne bougeront plus, et "
    "la suite continuera après elles.",
    "Le journal de votre dossier et la liste des empreintes (SHA256SUMS) permettent à quiconque de "
    "vérifier chaque fichier : « plaise verify » suivi du nom de ce dossier, ou « sha256sum -c "
    "SHA256SUMS ».",
)
_CAPTURES = (
    "L’heure de vos captures est lue dans le fuseau %(zone)s, alors que celui de la préfecture est "
    "%(there)s. Si vos appareils sont à l’heure de la préfecture, corrigez la ligne « fuseau » de "
    "dossier.toml.",
    "La préfecture et le juge verront l’image. Vous pouvez masquer cela sur une copie : dans "
    "l’application, page de la capture ; sinon, « plaise confirm DOSSIER --capture FICHIER ».",
    "Il manque %(said)s sur %(list)s.",
    "l’adresse du site",
    "la date",
    "l’heure",
    "le texte du refus",
    "Ordinateur",
    "Windows",
    "Mac",
    "Linux",
    "Chromebook",
    "Android",
    "iPhone",
    "image %(number)s",
    "%(number)s autres",
)
_TROUBLES = (
    "La requête n’est pas rédigée",
    "La lettre recommandée n’est pas rédigée",
    "Le mémoire complémentaire n’est pas rédigé",
    "L’acte que vous avez modifié (« %(title)s ») n’est pas repris",
    "À vérifier",
    "« %(path)s » ne peut pas être lu (%(why)s).",
    "« %(path)s » a été modifié ou remplacé depuis son entrée dans le dossier. Le journal garde la "
    "trace des deux. Remettez l’original si vous l’avez.",
    "« %(path)s » a disparu du dossier. Remettez ce fichier si vous l’avez.",
    "dossier.toml explique « %(name)s », qui n’est pas dans captures/.",
    "Vous avez modifié cet acte dans Word : %(title)s. Les faits de votre dossier ont changé "
    "depuis : relisez-le, ou revenez au texte de Plaise avec « plaise act reset ».",
)
GUIDE_SENTENCES: tuple[str, ...] = (_LEAD, *_TITLES, *_READY, *_NEXT, *_CAPTURES, *_TROUBLES)
"""French sentences and titles in which `%(name)s` stands for a value."""
GUIDE_COUNTED: tuple[tuple[str, str], ...] = (
    ("%(number)s pièce numérotée", "%(number)s pièces numérotées"),
    ("%(number)s pièce nouvelle numérotée", "%(number)s pièces nouvelles numérotées"),
    ("%(number)s fichier", "%(number)s fichiers"),
)
"""The same in the singular and the plural, for `number`."""
