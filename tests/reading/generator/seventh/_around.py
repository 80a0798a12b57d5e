"""What stands around the telling words on the sites of the State, whatever the page says."""

from __future__ import annotations

from ..fifth._sheet import Dice

_NOTES = (
    "Aucun dossier incomplet ne sera accepté au guichet.",
    "Aucune réponse n'est donnée par téléphone.",
    "Le standard est indisponible les jours fériés.",
    "Les guichets sont ouverts du lundi au vendredi, de {9h à 16h|8h45 à 15h30}.",
    "Parking complet dès 9h : préférez les transports en commun.",
    "Page mise à jour le $dmy-33{| à $hm}.",
    "Fermeture exceptionnelle des guichets le $long+12.",
    "Un justificatif de domicile de moins de six mois est exigé.",
    "Un dossier complet est instruit en $k jours en moyenne.",
    "Plan d'accès disponible en téléchargement (PDF, 240 Ko).",
    "Toute pièce fournie ultérieurement portera le numéro de dossier.",
    "Le rendez-vous est gratuit : signalez toute revente au 17.",
    "Présentez-vous dix minutes avant l'heure fixée, avec votre convocation.",
    "Arrêté du $dm-90 modifiant les horaires d'accueil du public.",
    "Standard : $tel, de 9h à 12h et de 13h30 à 16h.",
)
_QUESTIONS = (
    "Que faire si je suis en retard ?",
    "Comment annuler un rendez-vous déjà pris ?",
    "Puis-je venir accompagné ?",
    "Comment savoir si mon dossier est complet ?",
    "Je n'ai reçu aucun courriel, que faire ?",
    "Le site est indisponible, qui prévenir ?",
    "Mon titre expire bientôt : quels documents réunir ?",
)


def surrounded(dice: Dice, text: str) -> str:
    """The page's text with notes, questions or a column beside it, three times out of five."""
    way = dice.choices(("none", "notes", "folds", "aside", "before", "langs"),
                       (40, 18, 14, 12, 12, 4))[0]  # fmt: skip
    notes = dice.sample(_NOTES, dice.randint(1, 4))
    if way == "notes":
        sign = dice.choice(("-- ", "- ", ""))
        return text + "".join(f"\n{sign}{note}" for note in notes)
    if way == "folds":
        return text + "".join(f"\n+ {line}" for line in dice.sample(_QUESTIONS, 3))
    if way == "aside":
        head = dice.choice(("**À la une**", "**Infos pratiques**", "**Actualités**"))
        column = "\n".join((head, *notes))
        return f"%cols\n%wide\n{text}\n%end\n%aside\n{column}\n%end\n%end"
    if way == "before":
        return f"{dice.choice(('> ', 'ii ', '~~ ', '-- '))}{notes[0]}\n{text}"
    if way == "langs":
        return "%langs\n<u>Français</u> · English · Español · العربية\n%end\n" + text
    return text
