"""Where people go: doors of préfectures, their names, what is asked there."""

from __future__ import annotations

from ._sheet import Address, Dice

# Host label, name with its article.
COUNTIES = (
    ("ain", "de l’Ain"),
    ("aisne", "de l’Aisne"),
    ("alpes-maritimes", "des Alpes-Maritimes"),
    ("bas-rhin", "du Bas-Rhin"),
    ("bouches-du-rhone", "des Bouches-du-Rhône"),
    ("calvados", "du Calvados"),
    ("cote-dor", "de la Côte-d’Or"),
    ("doubs", "du Doubs"),
    ("essonne", "de l’Essonne"),
    ("eure", "de l’Eure"),
    ("finistere", "du Finistère"),
    ("gard", "du Gard"),
    ("gironde", "de la Gironde"),
    ("haute-garonne", "de la Haute-Garonne"),
    ("haut-rhin", "du Haut-Rhin"),
    ("hauts-de-seine", "des Hauts-de-Seine"),
    ("herault", "de l’Hérault"),
    ("ille-et-vilaine", "d’Ille-et-Vilaine"),
    ("indre-et-loire", "d’Indre-et-Loire"),
    ("isere", "de l’Isère"),
    ("loire-atlantique", "de la Loire-Atlantique"),
    ("loiret", "du Loiret"),
    ("maine-et-loire", "de Maine-et-Loire"),
    ("marne", "de la Marne"),
    ("meurthe-et-moselle", "de Meurthe-et-Moselle"),
    ("moselle", "de la Moselle"),
    ("nord", "du Nord"),
    ("oise", "de l’Oise"),
    ("pas-de-calais", "du Pas-de-Calais"),
    ("puy-de-dome", "du Puy-de-Dôme"),
    ("pyrenees-orientales", "des Pyrénées-Orientales"),
    ("rhone", "du Rhône"),
    ("seine-et-marne", "de Seine-et-Marne"),
    ("seine-maritime", "de la Seine-Maritime"),
    ("seine-saint-denis", "de la Seine-Saint-Denis"),
    ("somme", "de la Somme"),
    ("val-de-marne", "du Val-de-Marne"),
    ("val-doise", "du Val-d’Oise"),
    ("var", "du Var"),
    ("vaucluse", "de Vaucluse"),
    ("yvelines", "des Yvelines"),
)
REASONS = (
    "Demande de titre de séjour – première demande",
    "Renouvellement de titre de séjour",
    "Admission exceptionnelle au séjour (AES)",
    "Dépôt d’une demande de titre de séjour « vie privée et familiale »",
    "Remise de titre de séjour",
    "Échange de permis de conduire étranger",
    "Dépôt de dossier de naturalisation par décret",
    "Demande de document de circulation pour étranger mineur",
    "Titre de séjour salarié – changement de statut",
    "Demande de duplicata ou changement d’adresse",
)
IMITATIONS = (
    ("rdv-prefecture-interieur.com", "/reservation/creneau"),
    ("prefecture-rdv.fr", "/demarche/2246/creneau/"),
    ("rdv-prefectures.fr", "/rdvpref/reservation/demarche/4418/creneau/"),
    ("essonne-gouv.fr", "/booking/create/14056/2"),
    ("rendezvous-prefecture.net", "/titre-de-sejour/disponibilites"),
    ("pprdv-interieur.fr", "/booking/create/989/2"),
    ("prefectures-france.org", "/rdv/bobigny"),
)


def county(dice: Dice) -> tuple[str, str]:
    """A département: the label of its host, its name with the article."""
    return dice.choice(COUNTIES)


def booking(dice: Dice, host: str, step: str, year: int) -> Address:
    """A door of the older booking module."""
    index = "/index.php" if dice.random() < 0.12 else ""
    bare = dice.randint(900, 1200) if host.startswith("pprdv") else dice.randint(4000, 61000)
    www = not host.startswith("pprdv")
    plain = year <= 2021 and dice.random() < 0.4
    path = f"{index}/booking/create/{bare}{step}"
    return Address(host, path, www=www, scheme="http" if plain else "https")


def rdv(dice: Dice, step: str) -> Address:
    """A door of RDV-Préfecture."""
    number = dice.randint(100, 14999)
    host = "rdv-prefecture.interieur.gouv.fr"
    return Address(host, f"/rdvpref/reservation/demarche/{number}/{step}", www=True)
