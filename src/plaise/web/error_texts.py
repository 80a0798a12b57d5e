"""What the core may have to tell a person on a page, for translation; it speaks French.

`%(name)s` stands for what the core puts there: `split_error` finds it again in the sentence told.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import gettext_noop

KNOWN: tuple[str, ...] = (
    gettext_noop("Rien n’a été modifié."),
    gettext_noop("Cet identifiant et cette phrase de passe ne vont pas ensemble."),
    gettext_noop(
        "Vérifiez les majuscules et le clavier, puis réessayez. Si vous l’avez oubliée, "
        "utilisez votre code de secours imprimé."
    ),
    gettext_noop("Trop d’essais avec une mauvaise phrase de passe."),
    gettext_noop("Vos dossiers sont intacts."),
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
    gettext_noop(
        "Cet ordinateur est trop lent, ou trop occupé en ce moment, pour ouvrir ce fichier."
    ),
    gettext_noop("Le fichier n’est pas abîmé."),
    gettext_noop(
        "Fermez les autres programmes et réessayez ; sinon, ouvrez-le sur un ordinateur plus "
        "rapide."
    ),
    gettext_noop(
        "Ce dossier est trop grand pour un fichier protégé par une phrase de passe : 200 Mo au "
        "plus."
    ),
    gettext_noop("Choisissez le zip, et gardez-le sur un disque ou une clé que vous protégez."),
    gettext_noop("L’image n° %(part)s de « %(path)s » ne se retrouve pas."),
    gettext_noop("Le fichier n’a pas été modifié."),
    gettext_noop("Enregistrez cette image à part, ajoutez-la à vos captures, puis recommencez."),
    gettext_noop(
        "« %(source)s » pèserait %(weight)s dans le paquet ; la limite par fichier est de %(most)s."
    ),
    gettext_noop("Votre fichier n’a pas été modifié."),
    gettext_noop(
        "Numérisez ou enregistrez ce document avec une définition plus faible (150 "
        "points par pouce suffisent pour du texte). Si ce n’est pas possible, la pièce "
        "peut être remise sur un support matériel (article R. 414-5 du code de justice "
        "administrative)."
    ),
    gettext_noop("« %(source)s » est laissée de côté, mais votre dossier la cite comme preuve."),
    gettext_noop("Le fichier est toujours dans votre dossier."),
    gettext_noop("Reprenez-la dans la liste de vos pièces, ou retirez-la de ce qu’elle prouve."),
    gettext_noop("La pièce « %(name)s » est un PDF abîmé : des pages pourraient manquer."),
    gettext_noop(
        "Ouvrez-le, choisissez Imprimer puis « Enregistrer en PDF », remplacez le "
        "fichier et recommencez."
    ),
    gettext_noop("La pièce « %(name)s » est vide (0 octet)."),
    gettext_noop("Remettez le fichier complet : téléchargez-le ou numérisez-le à nouveau."),
    gettext_noop("La pièce « %(name)s » ne contient pas un courriel lisible."),
    gettext_noop(
        "Dans votre messagerie, ouvrez le courriel, choisissez « Enregistrer sous » ou "
        "« Télécharger » (format .eml), ou imprimez-le en PDF."
    ),
    gettext_noop(
        "La pièce « %(name)s » est protégée par un mot de passe : la juridiction ne "
        "pourrait pas l’ouvrir."
    ),
    gettext_noop("La pièce « %(name)s » est un porte-documents : plusieurs fichiers dans un PDF."),
    gettext_noop("Enregistrez chaque fichier à part : une pièce est un fichier."),
    gettext_noop(
        "La pièce « %(name)s » est un formulaire interactif que peu de logiciels ouvrent."
    ),
    gettext_noop("La pièce « %(name)s » ne peut pas devenir une page : %(why)s."),
    gettext_noop(
        "Sont acceptés : PDF, JPEG, PNG, WebP, HEIC, TIFF, Word (.docx), ODT, "
        "courriels .eml et .msg. Enregistrez ce fichier dans l’un de ces formats, puis recommencez."
    ),
    gettext_noop("ce format d’image n’est pas reconnu"),
    gettext_noop("La pièce « %(name)s » est %(kind)s, que Plaise ne met pas en pages."),
    gettext_noop("Ouvrez-le, enregistrez-le en PDF, puis donnez ce PDF à sa place."),
    gettext_noop("La capture « %(path)s » ne peut pas devenir une page : %(why)s."),
    gettext_noop("L’original n’a pas été modifié."),
    gettext_noop("Retirez ce fichier de vos captures, ou refaites-le en PNG."),
    gettext_noop("Le fichier « %(source)s » a changé pendant le travail."),
    gettext_noop("Remettez l’original, puis recommencez."),
    gettext_noop("« %(source)s » désigne un fichier hors du dossier."),
    gettext_noop("Ajoutez ce fichier à vos documents, puis recommencez."),
    gettext_noop("Le fichier « %(source)s » n’est pas dans le dossier."),
    gettext_noop("Ajoutez-le de nouveau à vos documents, ou retirez-le de ce qu’il prouve."),
    gettext_noop("« %(source)s » n’a plus le nombre de pages prévu."),
    gettext_noop("Recommencez."),
    gettext_noop(
        "Ce dossier a été écrit par une version plus récente de Plaise (schema = %(version)s)."
    ),
    gettext_noop("Mettez Plaise à jour, puis recommencez."),
    gettext_noop("« %(source)s » est citée dans un acte mais n’a pas de numéro de pièce."),
    gettext_noop("Refaites vos documents, pour que les pièces soient renumérotées."),
    gettext_noop("L’acte d’avant est gardé tel qu’il était ; rien n’a été importé."),
    gettext_noop(
        "Ouvrez l’acte dans Word ou LibreOffice, enregistrez-le au format « .docx », "
        "puis recommencez."
    ),
    gettext_noop(
        "« %(label)s » ne peut pas être noté maintenant (le dossier en est à : %(state)s)."
    ),
    gettext_noop(
        "Vous pouvez noter : %(listed)s. Si une étape manque ou est fausse, notez-la ou"
        " corrigez-la d’abord."
    ),
    gettext_noop("Ce qui est noté n’est pas complet ou contient une faute : %(faults)s."),
    gettext_noop("Corrigez ce point et recommencez."),
    gettext_noop("L’évènement à corriger n’a pas été trouvé dans le dossier."),
    gettext_noop("Choisissez-le dans la liste des évènements notés."),
    gettext_noop("« %(kind)s » n’est pas un évènement connu."),
    gettext_noop("Choisissez parmi : %(kinds)s."),
    gettext_noop(
        "Il est trop tôt pour demander l’exécution (L. 911-4) : le délai donné par le "
        "juge n’est pas fini. C’est possible à partir du %(day)s (R. 921-1-1)."
    ),
    gettext_noop(
        "Attendez le %(day)s et gardez les preuves que rien n’est venu. Si le délai ou "
        "le jour où la préfecture a reçu l’ordonnance sont faux, corrigez d’abord "
        "l’ordonnance. Si la demande est déjà partie, faites-la de nouveau à cette date"
        " : envoyée trop tôt, elle peut être rejetée."
    ),
    gettext_noop("Ce fichier Outlook (.msg) est abîmé et ne peut pas être lu."),
    gettext_noop("Dans Outlook, ouvrez le message et enregistrez-le en .eml ou en PDF."),
    gettext_noop("Ce PDF ne peut pas être lu : il est abîmé ou protégé par un mot de passe."),
    gettext_noop("Gardez-le comme pièce, et notez vous-même les dates qu’il donne."),
    gettext_noop("« %(name)s » est trop gros pour être lu comme un message."),
    gettext_noop("« %(name)s » n’est pas un message (.eml, .msg) ni un PDF."),
    gettext_noop("Dans votre messagerie, choisissez « Enregistrer sous », puis donnez ce fichier."),
    gettext_noop("Le journal est très demandé en ce moment."),
    gettext_noop("Attendez une minute, puis recommencez."),
    gettext_noop("Vos captures, vos pièces et les versions déjà faites sont intactes."),
    gettext_noop(
        "Reprenez une sauvegarde du journal, ou montrez ce message à la personne qui "
        "vous aide. N’effacez rien."
    ),
    gettext_noop("Le département « %(code)s » n’est pas connu."),
    gettext_noop("Le département « 20 » n’existe plus : la Corse en compte deux."),
    gettext_noop("Choisissez le département dans la liste."),
    gettext_noop("« %(given)s » ne peut pas être pris comme %(what)s."),
    gettext_noop("Écrivez par exemple : %(form)s."),
    gettext_noop(
        "Le moteur de lecture des captures (faster-paddle) ne se charge pas sur cette machine."
    ),
    gettext_noop("Le moteur de lecture des captures ne démarre pas sur cette machine."),
    gettext_noop("Vos captures n’ont pas été touchées."),
    gettext_noop(
        "Réinstallez Plaise, ou lancez-le sur un ordinateur Linux, Windows ou macOS "
        "récent (processeur 64 bits)."
    ),
    gettext_noop(
        "Fermez d’autres programmes (mémoire insuffisante ?), puis recommencez. Si cela"
        " persiste, réinstallez Plaise."
    ),
    gettext_noop("Aucun rectangle à masquer."),
    gettext_noop("Indiquez au moins un rectangle."),
    gettext_noop("Un des rectangles sort de l’image, ou est vide."),
    gettext_noop("L’image fait %(width)s × %(height)s points : gauche, haut, largeur, hauteur."),
    gettext_noop(
        "Un des rectangles couvre l’adresse, la date, l’heure ou le texte du refus : la"
        " copie ne prouverait plus rien."
    ),
    gettext_noop("Réduisez ce rectangle pour laisser ces éléments visibles."),
    gettext_noop("Choisissez une image lisible."),
    gettext_noop("Ce fichier contient un chemin refusé : « %(path)s »."),
    gettext_noop("N’importez que des dossiers exportés par Plaise. Demandez-en un nouvel export."),
    gettext_noop("%(what)s ne peut pas être déchiffrée : elle a été modifiée, déplacée ou abîmée."),
    gettext_noop("Le reste du dossier n’a pas été touché."),
    gettext_noop("Reprenez une sauvegarde, ou montrez ce message à la personne qui vous aide."),
    gettext_noop("Ce fichier dépasse %(limit)s Mo."),
    gettext_noop("Il n’a pas été gardé ; les autres fichiers n’ont pas été touchés."),
    gettext_noop("Envoyez une capture d’écran plutôt qu’une vidéo, ou un document plus léger."),
    gettext_noop("Le dossier d’origine n’a pas été touché ; rien n’a été importé."),
    gettext_noop("Il n’y a pas de fichier %(facts)s : ce n’est pas un dossier de Plaise."),
    gettext_noop("Choisissez le dossier (ou l’export) qui contient ce fichier."),
    gettext_noop("« %(path)s » n’est pas enregistré en UTF-8."),
    gettext_noop("Enregistrez ce fichier en choisissant l’encodage « UTF-8 », puis recommencez."),
    gettext_noop("Ce fichier est un autre de vos actes."),
    gettext_noop("Choisissez le fichier de cet acte, ou ouvrez la page de l’autre."),
    gettext_noop("Aucun acte n’a encore été rédigé dans ce dossier."),
    gettext_noop("L’acte modifié ne peut pas être utilisé tel quel :"),
    gettext_noop("Votre fichier Word et les versions déjà faites n’ont pas été touchés."),
    gettext_noop(
        "Corrigez ces points dans Word et reprenez le fichier, ou revenez au texte de Plaise."
    ),
    gettext_noop("Ce fichier Word ne dit pas de quel acte il s’agit."),
    gettext_noop("Téléchargez l’acte sur cette page, modifiez ce fichier-là, puis redonnez-le."),
    gettext_noop(
        "Une correction a besoin d’une raison, que la préfecture ou le juge peut demander."
    ),
    gettext_noop("Dites-la en quelques mots, par exemple : « lu sur l’image agrandie »."),
    gettext_noop(
        "Cette image se trouve dans un document : on ne peut pas encore y masquer quelque chose."
    ),
    gettext_noop("Enregistrez l’image à part, ajoutez-la aux captures, puis recommencez."),
    gettext_noop("« %(name)s » ne désigne pas une pièce du dossier."),
    gettext_noop("« %(name)s » désigne plusieurs pièces : %(found)s."),
    gettext_noop("Rien n’a encore été préparé : aucune pièce n’a pu être déposée."),
    gettext_noop("Vos fichiers n’ont pas été modifiés."),
    gettext_noop("« %(source)s » a déjà été déposée : elle garde son numéro."),
    gettext_noop("Si elle est fausse, dites-le dans un mémoire ; demandez conseil avant."),
    gettext_noop(
        "« %(source)s » montre un créneau proposé : elle ne peut pas être laissée de côté."
    ),
    gettext_noop(
        "Expliquez plutôt cette capture : un créneau caché ferait perdre toute confiance au juge."
    ),
    gettext_noop("« %(path)s » manque ou n’est plus ce que le journal a enregistré."),
    gettext_noop("Refaites vos documents, ou reprenez votre acte modifié."),
    gettext_noop("Aucune capture ne prouve encore une tentative refusée :"),
    gettext_noop("Vos captures sont gardées, et le journal dit ce qui a été lu."),
    gettext_noop(
        "Refaites des captures où l’on voit l’adresse du site, la date, l’heure et le "
        "texte du refus, ajoutez-les au dossier, puis recommencez."
    ),
    gettext_noop("Corrigez ces pièces, puis recommencez."),
    gettext_noop("Il n’y a encore aucune capture dans ce dossier."),
    gettext_noop("Ajoutez vos captures d’écran, puis recommencez."),
    gettext_noop("Il manque une précision, ou elle contient une faute : %(at)s."),
    gettext_noop("Complétez ou corrigez ce point."),
    gettext_noop(
        "Dans « Les faits en texte », changez la date des actes (ligne « date_des_actes »), ou "
        "effacez cette ligne : les actes porteront alors la date du jour."
    ),
    gettext_noop("Ce dossier n’est pas encore prêt à partir :"),
    gettext_noop("Vos pièces sont numérotées et rangées ; rien n’est perdu."),
    gettext_noop(
        "Réglez ces points, puis recommencez. Vous pouvez déjà remettre le dossier à un avocat."
    ),
    gettext_noop(
        "La requête a été déposée sur Télérecours citoyens : envoyées sur papier, les "
        "pièces nouvelles seraient écartées (article R. 414-2 du code de justice "
        "administrative)."
    ),
    gettext_noop("Vos pièces sont prêtes ; rien n’est perdu."),
    gettext_noop("Déposez-les par la même voie."),
    gettext_noop(
        "Les fichiers à déposer pèsent ensemble %(weight)s, plus que la limite de %(most)s."
    ),
    gettext_noop("Rien n’a été supprimé."),
    gettext_noop(
        "Laissez de côté les captures qui n’ajoutent rien, ou remettez les pièces trop "
        "lourdes sur un support matériel (article R. 414-5 du code de justice "
        "administrative)."
    ),
    gettext_noop("Tout n’a pas pu être effacé : %(error)s"),
    gettext_noop("Ce qui reste n’a pas été modifié."),
    gettext_noop("Fermez les programmes qui utilisent ces fichiers, puis recommencez."),
    gettext_noop("Cette phrase de passe est trop courte : il faut au moins %(least)s caractères."),
    gettext_noop("Corrigez le fichier avec un éditeur de texte, enregistrez-le, puis recommencez."),
    gettext_noop("Vos captures et vos pièces n’ont pas été touchées."),
    gettext_noop("Faites d’abord vos documents."),
    gettext_noop("Faites d’abord vos documents, déposez-les, puis revenez ici."),
    gettext_noop("Revenez à la liste de vos pièces."),
    gettext_noop("La pièce « %(name)s » ne peut pas devenir des pages : %(why)s."),
    gettext_noop("Aucune pièce n’est notée comme déposée."),
    gettext_noop("Il n’y a rien à annuler."),
    gettext_noop("Le dépôt est noté dans la suite du dossier : c’est là qu’il se corrige."),
    gettext_noop(
        "Corrigez ce dépôt dans « Tout ce qui s’est passé » : le journal gardera les deux."
    ),
    gettext_noop("Tout est déjà déposé. %(held)s et rien n’est nouveau : il n’y a rien à envoyer."),
    gettext_noop("Ce qui a été déposé est gardé tel quel."),
    gettext_noop(
        "Ajoutez d’abord une capture ou une pièce nouvelle. Si le dépôt a été noté "
        "par erreur, corrigez-le."
    ),
)

# What a terminal is told, and what a page says instead: the beginning of the one, the other.
_PAGES = {
    "Lancez d’abord « plaise prepare »": "Faites d’abord vos documents.",
    "Lancez « plaise prepare », déposez": "Faites d’abord vos documents, déposez-les, puis "
    "revenez ici.",
    "Donnez le nom du fichier ou le numéro": "Revenez à la liste de vos pièces.",
    "Attendez qu’elle finisse": "Attendez qu’il finisse, puis recommencez.",
    "Enregistrez cette image à part, mettez-la": "Enregistrez cette image à part, ajoutez-la à "
    "vos captures, puis recommencez.",
    "Retirez-la de la liste « pieces »": "Reprenez-la dans la liste de vos pièces, ou retirez-la "
    "de ce qu’elle prouve.",
    "Ouvrez-le, enregistrez-le en PDF": "Ouvrez-le, enregistrez-le en PDF, puis donnez ce PDF à "
    "sa place.",
    "Retirez ce fichier du dossier des captures": "Retirez ce fichier de vos captures, ou "
    "refaites-le en PNG.",
    "Copiez ce fichier dans le dossier": "Ajoutez ce fichier à vos documents, puis recommencez.",
    "Remettez-le à sa place": "Ajoutez-le de nouveau à vos documents, ou retirez-le de ce qu’il "
    "prouve.",
    "Relancez la préparation du dossier": "Refaites vos documents, pour que les pièces soient "
    "renumérotées.",
    "Dans dossier.toml, à [prefecture]": "Choisissez le département dans la liste.",
    "Remettez ce fichier depuis une sauvegarde": "Refaites vos documents, ou reprenez votre acte "
    "modifié.",
    "Ajoutez vos captures d’écran": "Ajoutez vos captures d’écran, puis recommencez.",
    "Réglez ces points": "Réglez ces points, puis recommencez. Vous pouvez déjà remettre le "
    "dossier à un avocat.",
    "Déposez-les par la même voie": "Déposez-les par la même voie.",
    "Ajoutez son nom à la commande": "Téléchargez l’acte sur cette page, modifiez ce fichier-là, "
    "puis redonnez-le.",
    "Lancez « plaise followup correct »": "Corrigez ce dépôt dans « Tout ce qui s’est passé » : le "
    "journal gardera les deux.",
    "Ajoutez d’abord une capture ou une pièce": "Ajoutez d’abord une capture ou une pièce "
    "nouvelle. Si le dépôt a été noté par erreur, corrigez-le.",
    "Complétez ou corrigez dossier.toml": "Complétez ou corrigez ce point.",
    "Changez la date des actes": "Dans « Les faits en texte », changez la date des actes (ligne "
    "« date_des_actes »), ou effacez cette ligne : les actes porteront alors la date du jour.",
    "Lancez « plaise verify »": "Reprenez une sauvegarde, ou montrez ce message à la personne qui "
    "vous aide.",
}
_TERMINAL = (
    (re.compile(r"\s*\((?:plaise|--)[^)]*\)|\s*«\s?plaise [^»]*»[^.]*\."), ""),
    (re.compile(r"\brelancez(?: la commande)?\b"), "recommencez"),
    (re.compile(r"\bRelancez la commande\b"), "Recommencez"),
    (re.compile(r"\bdossier\.toml la cite\b"), "votre dossier la cite"),
)


def for_a_page(text: str) -> str:
    """The same text without the commands that it names for those who have a terminal."""
    for start, instead in _PAGES.items():
        if text.startswith(start):
            return instead
    for command, instead in _TERMINAL:
        text = command.sub(instead, text)
    return text


def split_error(text: str) -> tuple[str, dict[str, str]]:
    """A text of an error without what it names, and those names; itself when it is not known."""
    for known, form in _forms():
        if found := form.fullmatch(text):
            return known, found.groupdict()
    return text, {}


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms = []
    for known in sorted(KNOWN, key=lambda text: text.count("%(")):
        parts = re.split(r"%\((\w+)\)s", known)
        form = "".join(
            f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
        )
        forms.append((known, re.compile(form)))
    return tuple(forms)
